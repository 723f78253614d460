// The same setting gives the same bytes: drawn twice, set twice, in another time zone and another language.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawPdf } from '../../src/pdf/index.ts'
import { compile } from '../cli/built-program.ts'
import { type Direction, goldenSetting, META } from '../support/drawn.ts'

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/**
 * Sets and draws the sample chapter with the compiled library, in the directions that its arguments name, one after the
 * other with the same fonts, and prints the hashes of the files.
 */
const CHILD = `
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { drawPdf, filesOf, fontsFor, Fonts, readBook, readLayout, typeset } from './dist/index.js'
const read = (path) => readFileSync(path, 'utf8')
const files = filesOf({
  'chapter.yaml': read('tests/golden/credits/chapter.yaml'),
  'layout.yaml': read('tests/golden/credits/layout.yaml'),
  'vertical.yaml': read('tests/golden/vertical.yaml'),
})
const book = readBook('chapter.yaml', files).value
const layouts = { horizontal: 'layout.yaml', vertical: 'vertical.yaml' }
const [first, ...more] = process.argv.slice(1).map((name) => readLayout(layouts[name], files).value)
const made = fontsFor(first, files)
const fonts = made instanceof Fonts ? made : made.value instanceof Fonts ? made.value : new Fonts(made.value)
const meta = { title: '统计', creators: [], date: '2003-10-01', producer: 'banxin test', digits: 'combine' }
const now = new Date(0).toString()
const drawn = []
for (const layout of [first, ...more]) {
  const pdf = await drawPdf(typeset(book, layout, fonts).value, meta)
  drawn.push({ hash: createHash('sha256').update(pdf).digest('hex'), size: pdf.length })
}
console.log(JSON.stringify({ drawn, now }))
`

interface Answer {
  readonly drawn: readonly { readonly hash: string; readonly size: number }[]
  readonly now: string
}

function inChild(directions: readonly Direction[], env: Readonly<Record<string, string>> = {}): Answer {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', CHILD, ...directions], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  })
  return JSON.parse(out)
}

describe('the same bytes', () => {
  it('from the same setting, drawn twice', async () => {
    const setting = goldenSetting('run-in', 'vertical')
    expect(same(await drawPdf(setting, META), await drawPdf(setting, META))).toBe(true)
  })

  it('from the same manuscript, set twice', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => drawPdf(goldenSetting('run-in', 'horizontal'), META)))
    expect(a && b && same(a, b)).toBe(true)
  })

  it('other bytes from another title', async () => {
    const setting = goldenSetting('credits', 'horizontal')
    expect(same(await drawPdf(setting, META), await drawPdf(setting, { ...META, title: '别的' }))).toBe(false)
  })

  it('in another time zone and another language', () => {
    compile()
    const shanghai = inChild(['vertical'], {
      TZ: 'Asia/Shanghai',
      LANG: 'zh_CN.UTF-8',
      LC_ALL: 'zh_CN.UTF-8',
    })
    const honolulu = inChild(['vertical'], {
      TZ: 'Pacific/Honolulu',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    })
    expect(shanghai.now).not.toBe(honolulu.now)
    expect(shanghai.drawn[0]?.size).toBeGreaterThan(10_000)
    expect(honolulu.drawn).toEqual(shanghai.drawn)
  })

  // Subsetting must leave the font it is made from as it was: fontkit's views share the bytes of the file.
  it.each([
    ['horizontal', 'vertical'],
    ['vertical', 'horizontal'],
  ] as const)('from a process that has set other books with the same fonts: %s first', (first, second) => {
    compile()
    const [one] = inChild([first]).drawn
    const [other] = inChild([second]).drawn
    expect(one?.hash).not.toBe(other?.hash)
    expect(inChild([first, first, second, first]).drawn).toEqual([one, one, other, one])
  })
})

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0

describe('a file that other programs accept', () => {
  // Skipped, and shown as skipped, where qpdf is not installed.
  it.skipIf(!hasQpdf).each(['horizontal', 'vertical'] as const)('qpdf --check: %s', async (direction) => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-'))
    try {
      const path = join(folder, 'a.pdf')
      writeFileSync(path, await drawPdf(goldenSetting('run-in', direction), META))
      const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
      expect([status, stderr], stdout).toEqual([0, ''])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
