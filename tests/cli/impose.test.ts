import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { firstPages } from '../impose/books.ts'
import { filesIn, folderOf, jsonIn, runIn } from './support.ts'

let book: Uint8Array
beforeAll(async () => {
  book = await firstPages('vertical', 10)
})

const here = () => folderOf({ 'a/book.pdf': book })
const SIGNATURES = ['impose', 'a/book.pdf', '--scheme', 'signature']

describe('impose', () => {
  test('writes the sheets beside the PDF, and says what they are', async () => {
    const folder = here()
    const { exit, stdout, stderr } = await runIn(folder, SIGNATURES)
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' })
    expect(filesIn(folder)).toEqual(['a/book-signature.pdf', 'a/book.pdf'])
    expect(
      stderr,
    ).toBe(`a/book.pdf: warning[impose-blank]: 10 pages and 2 blanks: 11-12 at the end of the last signature
  hint: put blank pages where you want them before imposing: a multiple of 4 pages needs none
1 warning
a/book-signature.pdf: 10 pages on 2 sheets of 232×308.9 mm, signatures of 1 × 8 + 1 × 4 pages, bound on the right
`)
  })

  test('in Chinese', async () => {
    const { stderr } = await runIn(here(), [...SIGNATURES, '--lang', 'zh', '-o', 'out/'])
    expect(stderr).toBe(`a/book.pdf: warning[impose-blank]: 共 10 页，另补 2 个空白页：末帖的第 11-12 页
  建议：空白页要放在别处，请在拼版前加入；总页数是 4 的倍数就不必补
1 个警告
out/book-signature.pdf：10 页，2 张 232×308.9 mm，书帖 1 × 8 + 1 × 4 页，右侧装订
`)
  })

  test('says the same as JSON', async () => {
    const folder = here()
    const argv = [
      'impose',
      'a/book.pdf',
      '--scheme',
      'saddle',
      '--sheet',
      'sra3',
      '--binding',
      'left',
      '-o',
      's.pdf',
    ]
    const { exit, report } = await jsonIn(folder, argv)
    expect(exit).toBe(0)
    expect(report).toMatchObject({ ok: true, diagnostics: [{ code: 'impose-blank', file: 'a/book.pdf' }] })
    expect(report['outputs']).toEqual([
      {
        path: 's.pdf',
        scheme: 'saddle',
        binding: 'left',
        pages: 10,
        blanks: 2,
        signatures: [12],
        sheets: 3,
        trim: { width: 105.83, height: 141.11 },
        sheet: { width: 320, height: 450 },
        hasMarks: true,
        bytes: readFileSync(join(folder, 's.pdf')).length,
      },
    ])
  })

  test('takes papers by size and by name, lying or standing', async () => {
    const sizes = await Promise.all(
      ['300x400mm', '400 x 300', '40x30cm', '850.4x1133.9pt', '大度四开', 'A3'].map(async (sheet) => {
        const { report } = await jsonIn(here(), [...SIGNATURES, '--sheet', sheet])
        const { width, height } = report['outputs'][0].sheet
        return `${Math.round(width)}×${Math.round(height)}`
      }),
    )
    expect(sizes).toEqual(['300×400', '300×400', '300×400', '300×400', '444×597', '297×420'])
  })

  test.each([
    [['impose', 'a/book.pdf'], '`--scheme` is missing'],
    [['impose', 'a/book.pdf', '--scheme', 'booklet'], '`--scheme` cannot be `booklet`'],
    [[...SIGNATURES, '--pages', '12'], '`--pages` cannot be `12`'],
    [[...SIGNATURES, '--pages', 'toString'], '`--pages` cannot be `toString`'],
    [[...SIGNATURES, '--binding', 'top'], '`--binding` cannot be `top`'],
    [[...SIGNATURES, '--sheet', '0x5mm'], '`--sheet` cannot be `0x5mm`'],
    [[...SIGNATURES, '--gutter', '6'], '`--gutter` cannot be `6`'],
    [[...SIGNATURES, '--gutter', '6m'], '`--gutter` cannot be `6m`'],
    [[...SIGNATURES, '--thickness', '0.1mm'], '`--thickness` goes with `--scheme saddle` only'],
    [
      ['impose', 'a/book.pdf', '--scheme', 'saddle', '--pages', '8'],
      '`--pages` goes with `--scheme signature` only',
    ],
    [[...SIGNATURES, '-o', 'a/book.pdf'], '`a/book.pdf` would overwrite a file that is read'],
    [['impose'], '`pdf` is missing'],
  ])('wrong usage: %j', async (argv, said) => {
    const folder = here()
    const { exit, report } = await jsonIn(folder, argv)
    expect({ exit, code: report.diagnostics[0]?.code }).toEqual({ exit: 2, code: 'usage' })
    expect(report.diagnostics[0]?.message).toBe(said)
    expect(filesIn(folder)).toEqual(['a/book.pdf'])
  })

  test('writes nothing where the PDF or the paper will not do', async () => {
    const folder = here()
    writeFileSync(join(folder, 'text.pdf'), '年鉴')
    const faults: readonly (readonly [readonly string[], string])[] = [
      [['impose', 'none.pdf', '--scheme', 'saddle'], 'file-missing'],
      [['impose', 'a', '--scheme', 'saddle'], 'file-unreadable'],
      [['impose', 'text.pdf', '--scheme', 'saddle'], 'impose-source'],
      [[...SIGNATURES, '--sheet', 'A4'], 'impose-sheet'],
    ]
    for (const [argv, code] of faults) {
      const { exit, report } = await jsonIn(folder, argv)
      expect({ exit, codes: report.diagnostics.map((d) => d.code) }).toEqual({ exit: 1, codes: [code] })
    }
    expect(filesIn(folder)).toEqual(['a/book.pdf', 'text.pdf'])
  })

  test('has nowhere to write', async () => {
    const { exit, report } = await jsonIn(here(), [...SIGNATURES, '-o', 'no/such/folder/s.pdf'])
    expect({ exit, code: report.diagnostics[0]?.code }).toEqual({ exit: 4, code: 'output-unwritable' })
  })
})
