// The same setting gives the same bytes: drawn twice, set twice, in another time zone and another language.

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawPdf } from '../../src/pdf/index.ts'
import { compile } from '../cli/built-program.ts'
import { goldenSetting, META } from '../support/drawn.ts'

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

/** Sets and draws the sample chapter with the compiled library and prints the hash of the file. */
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
const layout = readLayout('vertical.yaml', files).value
const made = fontsFor(layout, files)
const fonts = made instanceof Fonts ? made : made.value instanceof Fonts ? made.value : new Fonts(made.value)
const setting = typeset(book, layout, fonts).value
const meta = { title: '统计', creators: [], date: '2003-10-01', producer: 'banxin test', digits: 'combine' }
const pdf = await drawPdf(setting, meta)
const now = new Date(0).toString()
console.log(JSON.stringify({ hash: createHash('sha256').update(pdf).digest('hex'), size: pdf.length, now }))
`

interface Answer {
  readonly hash: string
  readonly size: number
  readonly now: string
}

function inChild(env: Readonly<Record<string, string>>): Answer {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', CHILD], {
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
    const shanghai = inChild({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' })
    const honolulu = inChild({ TZ: 'Pacific/Honolulu', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' })
    expect(shanghai.now).not.toBe(honolulu.now)
    expect(shanghai.size).toBeGreaterThan(10_000)
    expect(honolulu.hash).toBe(shanghai.hash)
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
