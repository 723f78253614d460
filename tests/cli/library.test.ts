import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildPdf, filesOf, fontsFor, hasFailed, readBook, VERSION, verifyPdf } from '../../src/index.ts'
import { CHAPTER } from './support.ts'

const LAYOUT = `trim: A5
type-area: { size: 10pt, characters: 20, lines: 20, line-pitch: 16pt, inner-margin: 20mm, head-margin: 20mm }
running-head: { text: { size: 8pt } }
`
const files = filesOf({ 'a.yaml': CHAPTER, 'l.yaml': LAYOUT })

test('a PDF from files in memory, the same every time, and proven', async () => {
  const { value: pdf, diagnostics } = await buildPdf({ book: 'a.yaml', layout: 'l.yaml', files })
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
  expect(pdf).toBeDefined()
  const { value: fonts } = fontsFor(undefined, files)
  const again = await buildPdf({ book: 'a.yaml', layout: 'l.yaml', files, ...(fonts && { fonts }) })
  expect(again.value).toEqual(pdf)
  const report = await verifyPdf(pdf ?? new Uint8Array(), readBook('a.yaml', files).value)
  expect(hasFailed(report)).toBe(false)
})

test('diagnostics and no PDF where something is wrong', async () => {
  const broken = filesOf({ 'a.yaml': 'title: 甲\n', 'l.yaml': LAYOUT })
  const { value, diagnostics } = await buildPdf({ book: 'a.yaml', layout: 'l.yaml', files: broken })
  expect(value).toBeUndefined()
  expect(diagnostics.map((d) => d.code)).toEqual(['missing-key'])
})

test('the version is that of the package', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
