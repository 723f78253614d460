// The values of `composition`: each word, what stands for a value that is not said, and what contradicts itself.

import { describe, expect, test } from 'vitest'
import { filesOf, type Reported } from '../../src/core/index.ts'
import { type Layout, readLayout } from '../../src/source/index.ts'
import { clean, places } from './support.ts'

type Composition = Layout['composition']
type Expected = Readonly<Partial<Record<keyof Composition, unknown>>>

const SMALL = `trim: 100mm × 150mm
type-area: { size: 10pt, characters: 20, lines: 20, line-pitch: 15pt, inner-margin: 10mm, head-margin: 12mm }
`
const read = (files: Readonly<Record<string, string>>): Reported<Layout | undefined> =>
  readLayout('a.yaml', filesOf(files))
const composition = (values: string): Composition =>
  clean(read({ 'a.yaml': `${SMALL}composition: { ${values} }\n` })).composition

test('what is not said is the house style', () => {
  expect(composition('')).toEqual({
    region: 'mainland',
    punctuation: 'quanjiao',
    adjacentMarks: 1.5,
    lineEndMarks: 'half',
    lineStartMarks: 'half',
    hanging: false,
    fullStop: 'ring',
    justification: 'spread',
    adjustment: 'squeeze-first',
    hyphenation: 'none',
    banLevel: 'gb',
    hanWesternGap: 0.25,
    digits: 'rotate',
    digitWidth: 'proportional',
    indent: 2,
    headingGap: 0,
    minCharsOnLastLine: 2,
    minLinesAtColumnFoot: 1,
    minLinesAtColumnHead: 2,
    looseLimit: 0.12,
  })
})

describe('a value that is said', () => {
  test.each<readonly [string, Expected]>([
    ['region: mainland', { region: 'mainland' }],
    ['region: taiwan', { region: 'taiwan' }],
    ['punctuation: quanjiao', { punctuation: 'quanjiao' }],
    ['punctuation: kaiming', { punctuation: 'kaiming', adjacentMarks: 1.5 }],
    ['punctuation: banjiao', { punctuation: 'banjiao', adjacentMarks: 1.5 }],
    ['punctuation: banjiao, hanging: true', { punctuation: 'banjiao', hanging: true }],
    ['adjacent-marks: 3/2em', { adjacentMarks: 1.5 }],
    ['adjacent-marks: 1.5em', { adjacentMarks: 1.5 }],
    ['adjacent-marks: 15pt', { adjacentMarks: 1.5 }],
    ['adjacent-marks: 1em', { adjacentMarks: 1 }],
    ['adjacent-marks: 2字', { adjacentMarks: 2 }],
    ['line-end-marks: half', { lineEndMarks: 'half' }],
    ['line-end-marks: full', { lineEndMarks: 'full' }],
    ['line-start-marks: half', { lineStartMarks: 'half' }],
    ['line-start-marks: full', { lineStartMarks: 'full' }],
    ['hanging: true', { hanging: true }],
    ['hanging: false', { hanging: false }],
    ['full-stop: ring', { fullStop: 'ring' }],
    ['full-stop: point', { fullStop: 'point' }],
    ['justification: spread', { justification: 'spread', adjacentMarks: 1.5 }],
    ['adjustment: squeeze-first', { adjustment: 'squeeze-first' }],
    ['adjustment: stretch-only', { adjustment: 'stretch-only' }],
    ['hyphenation: none', { hyphenation: 'none' }],
    ['hyphenation: words', { hyphenation: 'words' }],
  ])('%s', (text, expected) => {
    expect(composition(text)).toMatchObject(expected)
  })
})

describe('a default that hangs on another value', () => {
  test.each<readonly [string, Expected]>([
    // 行末半角式 keeps all but at the line end.
    ['punctuation: hangmobanjiao', { adjacentMarks: 2, lineEndMarks: 'half', lineStartMarks: 'half' }],
    ['punctuation: hangmobanjiao, adjacent-marks: 3/2em', { adjacentMarks: 1.5 }],
    // On a grid every mark keeps its cell.
    ['justification: grid', { adjacentMarks: 2, lineEndMarks: 'full', lineStartMarks: 'full' }],
    ['justification: grid, adjacent-marks: 1em', { adjacentMarks: 1 }],
    ['justification: grid, line-end-marks: half', { lineEndMarks: 'half' }],
    ['justification: grid, punctuation: hangmobanjiao', { lineEndMarks: 'half', lineStartMarks: 'full' }],
  ])('%s', (text, expected) => {
    expect(composition(text)).toMatchObject(expected)
  })

  test('follows a value of the layout extended', () => {
    const files = {
      'b.yaml': `${SMALL}composition: { justification: grid, line-start-marks: full }\n`,
      'a.yaml': 'extends: b\ncomposition: { hanging: true }\n',
    }
    expect(clean(read(files)).composition).toMatchObject({
      justification: 'grid',
      adjacentMarks: 2,
      hanging: true,
    })
  })
})

/** Columns are counted from the brace of `composition: {`, at 3:14. */
const faults = (values: string): readonly string[] => {
  const files = { 'a.yaml': `${SMALL}composition: { ${values} }\n` }
  const { value, diagnostics } = read(files)
  expect(value).toBeUndefined()
  return places(diagnostics, files)
}

describe('a value that cannot be', () => {
  test.each([
    ['region: hongkong', ['3:24 bad-value']],
    ['punctuation: quan', ['3:29 bad-value']],
    ['adjacent-marks: 5/4em', ['3:32 bad-value']],
    ['adjacent-marks: 0', ['3:32 bad-value']],
    ['adjacent-marks: 3em', ['3:32 bad-value']],
    ['adjacent-marks: 1.5', ['3:32 bad-unit']],
    ['adjacent-marks: narrow', ['3:32 bad-unit']],
    ['adjacent-marks: -1em', ['3:32 layout-impossible']],
    ['line-end-marks: quarter', ['3:32 bad-value']],
    ['line-start-marks: none', ['3:34 bad-value']],
    ['hanging: yes', ['3:25 wrong-type']],
    ['hanging: full', ['3:25 wrong-type']],
    ['full-stop: dot', ['3:27 bad-value']],
    ['justification: both', ['3:31 bad-value']],
    ['adjustment: stretch-first', ['3:28 bad-value']],
    ['hyphenation: true', ['3:29 bad-value']],
    ['line-end-mark: half', ['3:16 unknown-key']],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('is told which there are', () => {
    const { diagnostics } = read({ 'a.yaml': `${SMALL}composition: { adjacent-marks: 3em }\n` })
    expect(diagnostics[0]?.message.en).toBe('`adjacent-marks` cannot be `3em`')
    for (const words of Object.values(diagnostics[0]?.hints[0] ?? {})) {
      for (const room of ['3/2em', '1em', '2em']) expect(words).toContain(room)
    }
  })
})

describe('values that undo each other', () => {
  test.each([
    ['justification: grid, adjacent-marks: 3/2em', ['3:53 layout-impossible']],
    ['justification: grid, line-start-marks: half', ['3:55 layout-impossible']],
    ['justification: grid, punctuation: kaiming', ['3:50 layout-impossible']],
    ['justification: grid, punctuation: banjiao', ['3:50 layout-impossible']],
    ['punctuation: hangmobanjiao, line-end-marks: full', ['3:60 layout-impossible']],
    ['region: taiwan, full-stop: point', ['3:43 layout-impossible']],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('are told in the file that brings them together', () => {
    const files = {
      'b.yaml': `${SMALL}composition: { adjacent-marks: 3/2em }\n`,
      'a.yaml': 'extends: b\ncomposition: { justification: grid }\n',
    }
    const { diagnostics } = read(files)
    expect(places(diagnostics, files)).toEqual(['2:31 layout-impossible'])
    expect(diagnostics[0]?.message.en).toBe(
      '`adjacent-marks: 3/2em` moves characters by half a cell; `justification: grid` keeps each on its cell',
    )
  })
})
