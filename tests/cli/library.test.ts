import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  buildPdf,
  filesOf,
  fontsFor,
  hasFailed,
  readBook,
  readLayout,
  shippedFiles,
  VERSION,
  verifyPdf,
} from '../../src/index.ts'
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

describe('layouts that come with the package', () => {
  test('are found by name, and by `extends`', async () => {
    const mine = filesOf({ 'a.yaml': CHAPTER, 'l.yaml': 'name: 我的\nextends: yearbook\n' })
    for (const layout of ['yearbook', 'l.yaml', 'l']) {
      const { value, diagnostics } = await buildPdf({ book: 'a.yaml', layout, files: mine })
      expect(diagnostics).toEqual([])
      expect(value).toBeDefined()
    }
    expect(readLayout('yearbook-vertical').value?.direction).toBe('vertical')
  })

  test('stand behind those handed in', () => {
    expect(
      readLayout('yearbook', filesOf({ 'layouts/yearbook.yaml': `name: 我的\n${LAYOUT}` })).value?.name,
    ).toBe('我的')
  })

  test('that are not there are told, with the names there are', () => {
    const { value, diagnostics } = readLayout('yearbok')
    expect(value).toBeUndefined()
    expect(diagnostics).toMatchObject([{ code: 'layout-missing' }])
    expect(diagnostics[0]?.hints[0]?.en).toContain('yearbook, yearbook-vertical')
    const broken = filesOf({ 'l.yaml': 'extends: yearbok\n' })
    expect(readLayout('l.yaml', broken).diagnostics.map((d) => d.code)).toContain('layout-missing')
  })

  test('and nothing else is opened', () => {
    const path = readLayout('yearbook').value?.file ?? ''
    expect(shippedFiles().read(path)?.length).toBeGreaterThan(0)
    expect(shippedFiles().read(path.replace('yearbook.yaml', '../layouts/yearbook.yaml'))).toBeUndefined()
    expect(shippedFiles().read(path.replace('layouts/yearbook.yaml', 'biome.json'))).toBeUndefined()
  })
})

test.each([
  [{}, '`book`'],
  [{ book: 'a.yaml' }, '`layout`'],
  [{ book: 'a.yaml', layout: 'yearbook' }, '`files`'],
  [undefined, '`book`'],
])('what is missing in %j is named', async (request, name) => {
  // As a caller without types would.
  await expect(buildPdf(request as never)).rejects.toThrow(TypeError)
  await expect(buildPdf(request as never)).rejects.toThrow(`option ${name} is missing`)
})

test('a layout for a book is told in one sentence', async () => {
  const { diagnostics } = await buildPdf({ book: 'l.yaml', layout: 'l.yaml', files })
  expect(diagnostics.map(({ message }) => message.en)).toEqual([
    '`l.yaml` is a layout, not a book or a chapter',
  ])
})

test('the version is that of the package', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})
