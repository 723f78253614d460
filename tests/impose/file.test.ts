// The file of sheets: the same bytes every time, sound by other programs, saying of itself what is true.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ImposeOptions, imposePdf } from '../../src/impose/index.ts'
import { folderOf } from '../cli/support.ts'
import { asPressFile, changed, firstPages } from './books.ts'
import { formsOn, openSheets, operatorsOn } from './inside.ts'
import { foliosOn, readSides } from './read-sheets.ts'

type Wishes = Omit<ImposeOptions, 'producer'>

async function sheets(pdf: Uint8Array, wishes: Wishes = { scheme: 'signature' }): Promise<Uint8Array> {
  const { value } = await imposePdf(pdf, { producer: 'banxin test', ...wishes })
  if (value === undefined) throw new Error('not imposed')
  return value.bytes
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

let book: Uint8Array
let press: Uint8Array
beforeAll(async () => {
  book = await firstPages('horizontal', 16)
  press = await asPressFile(book)
})

describe('bytes', () => {
  test('the same for the same book and wishes, others for others', async () => {
    const once = await sheets(press)
    expect(await sheets(press)).toEqual(once)
    const id = (bytes: Uint8Array): string | undefined => /\/ID \[ <([\dA-F]{32})>/i.exec(latin1(bytes))?.[1]
    const others = [
      await sheets(press, { scheme: 'saddle' }),
      await sheets(press, { scheme: 'signature', pages: 8 }),
    ]
    const ids = [once, ...others, await sheets(await asPressFile(await firstPages('horizontal', 15)))].map(id)
    expect(ids.every((one) => one !== undefined)).toBe(true)
    expect(new Set(ids).size).toBe(4)
  })

  test('are packed by fflate and not by the compressor of the platform', async () => {
    for (const side of (await openSheets(await sheets(press))).getPages()) {
      const content = side.node.Contents()
      const operators = new TextEncoder().encode(operatorsOn(side))
      expect(content instanceof PDFRawStream && content.contents).toEqual(zlibSync(operators))
    }
  })

  test('content of pages is taken over byte for byte', async () => {
    const pages = (await openSheets(press)).getPages()
    for (const side of (await openSheets(await sheets(press))).getPages()) {
      for (const [page, form] of formsOn(side)) {
        const content = pages[page - 1]?.node.Contents()
        expect(form.getContents(), `page ${page}`).toEqual(
          content instanceof PDFRawStream ? content.contents : [],
        )
      }
    }
  })
})

describe('what it says of itself', () => {
  test('what is true of the book stays, what is true of pages goes', async () => {
    const { context, catalog } = await openSheets(await sheets(press))
    const info = context.lookup(context.trailerInfo.Info, PDFDict)
    const rows = Object.fromEntries(info.entries().map(([key, value]) => [key.decodeText(), text(value)]))
    expect(rows).toMatchObject({ Title: '年鉴', Producer: 'banxin test', Trapped: '/False' })
    expect(rows['CreationDate']).toContain('20031201')
    expect(Object.keys(rows)).not.toContain('GTS_PDFXVersion')
    expect(
      catalog
        .keys()
        .map((key) => key.decodeText())
        .sort(),
    ).toEqual(['Metadata', 'OutputIntents', 'Pages', 'Type'])
    expect(catalog.lookup(PDFName.of('OutputIntents'), PDFArray).size()).toBe(1)
  })

  test('XMP: title and date, but no digits of this program and no claims', async () => {
    const { catalog } = await openSheets(await sheets(press))
    const packet = catalog.lookup(PDFName.of('Metadata'))
    const xmp = packet instanceof PDFRawStream ? new TextDecoder().decode(packet.contents) : ''
    expect(xmp).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">年鉴</rdf:li></rdf:Alt></dc:title>',
    )
    expect(xmp).toContain('<xmp:CreateDate>2003-12-01T00:00:00Z</xmp:CreateDate>')
    expect(xmp).toContain('<pdf:Producer>banxin test</pdf:Producer>')
    expect(xmp).not.toMatch(/banxin:|pdfxid|pdfaid|pdfuaid/)
  })

  test('says that a claim is not carried on', async () => {
    const { diagnostics } = await imposePdf(press, { producer: 'test', scheme: 'signature' })
    expect(diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message.en}`)).toEqual([
      'note impose-left-out the sheets no longer call themselves PDF/X-4; colours, fonts and output intent are as they were',
    ])
  })

  test('the version of the book', async () => {
    const old = new TextEncoder().encode('%PDF-1.4')
    const older = press.slice()
    older.set(old)
    expect(latin1((await sheets(older)).subarray(0, 8))).toBe('%PDF-1.4')
    expect(latin1((await sheets(press)).subarray(0, 8))).toBe('%PDF-1.7')
  })
})

test('nothing is added to the pages: no group, no font, no state, no RGB', async () => {
  for (const side of (await openSheets(await sheets(press))).getPages()) {
    expect(side.node.has(PDFName.of('Group'))).toBe(false)
    expect(operatorsOn(side)).not.toMatch(/\b(?:rg|RG|gs|BT|sh)\b/)
    for (const form of formsOn(side).values()) expect(form.dict.has(PDFName.of('Group'))).toBe(false)
  }
})

test('a group that a page has stays its own', async () => {
  const grouped = await changed(book, (document) => {
    const group = document.context.obj({ S: 'Transparency', CS: 'DeviceCMYK' })
    document.getPages()[4]?.node.set(PDFName.of('Group'), group)
  })
  const forms = (await openSheets(await sheets(grouped))).getPages().flatMap((side) => [...formsOn(side)])
  const withGroup = forms.filter(([, form]) => form.dict.has(PDFName.of('Group'))).map(([page]) => page)
  expect(withGroup).toEqual([5])
})

/** Undefined where the program is not installed. */
function ask(program: string, args: readonly string[]): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 })
  if (error && 'code' in error && error.code === 'ENOENT') return undefined
  return `${status}\n${stdout}${stderr}`
}

describe.each(['signature', 'saddle'] as const)('other programs read sheets (%s)', (scheme) => {
  let path: string
  beforeAll(async () => {
    const folder = folderOf()
    path = join(folder, 'sheets.pdf')
    writeFileSync(path, await sheets(press, { scheme }))
    writeFileSync(join(folder, 'black.pdf'), await sheets(book, { scheme }))
  })

  test('qpdf finds nothing wrong', ({ skip }) => {
    const said = ask('qpdf', ['--check', path])
    if (said === undefined) return skip('qpdf is not installed')
    expect(said).toMatch(/^0\n/)
    expect(said).toContain('No syntax or stream encoding errors found')
    expect(said).not.toContain('WARNING')
  })

  test('Ghostscript draws them without a word, marks on all plates or on black alone', ({ skip }) => {
    const inks = (file: string): readonly number[][] | undefined => {
      const said = ask('gs', [
        '-q',
        '-dSAFER',
        '-dNOPAUSE',
        '-dBATCH',
        '-r20',
        '-sDEVICE=inkcov',
        '-o',
        '-',
        file,
      ])
      if (said === undefined) return undefined
      const [status = '', ...rows] = said.trim().split('\n')
      expect(status).toBe('0')
      for (const row of rows) expect(row).toMatch(/^ *[\d.]+ +[\d.]+ +[\d.]+ +[\d.]+ CMYK OK$/)
      return rows.map((row) => row.trim().split(/ +/).slice(0, 4).map(Number))
    }
    const onPress = inks(path)
    if (onPress === undefined) return skip('Ghostscript is not installed')
    for (const [c = 0, m = 0, y = 0] of onPress) {
      expect(c).toBeGreaterThan(0)
      expect([m, y]).toEqual([c, c])
    }
    const onBlack = inks(path.replace('sheets', 'black')) ?? []
    for (const [c, m, y, k = 0] of onBlack) {
      expect([c, m, y]).toEqual([0, 0, 0])
      expect(k).toBeGreaterThan(0)
    }
  })

  test('MuPDF draws them without a warning', ({ skip }) => {
    const said = ask('mutool', ['draw', '-q', '-r', '10', '-o', join(path, '..', 'page%d.png'), path])
    if (said === undefined) return skip('mutool is not installed')
    // Said of the program, by builds that have no colour management.
    expect(said.replace('warning: ICC support is not available\n', '')).toBe('0\n')
  })
})

test('a book of 644 pages: every one once, in seconds', async () => {
  const one = await firstPages('horizontal', 20)
  const thick = await changed(one, (document) => {
    const pages = document.getPages()
    for (let i = 20; i < 644; i++) {
      const page = pages[i % 20]
      if (page) document.addPage(page)
    }
  })
  const before = performance.now()
  const { value } = await imposePdf(thick, { producer: 'test', scheme: 'signature' })
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(value).toMatchObject({ pages: 644, blanks: 0, sheets: 41 })
  const document = await openSheets(value?.bytes ?? new Uint8Array())
  const drawn = document.getPages().flatMap((side) => [...formsOn(side).keys()])
  expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 644 }, (_, i) => i + 1))
  const folios = (await readSides(value?.bytes ?? new Uint8Array())).flatMap(foliosOn)
  expect(folios.length).toBe(644)
})

function text(value: unknown): string {
  const decoded = value as { decodeText?: () => string; asString?: () => string }
  return value instanceof PDFName ? String(value) : (decoded.decodeText?.() ?? String(value))
}
