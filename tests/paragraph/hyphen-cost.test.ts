// A hyphen has its price: a paragraph that is fine without one has none, one that would be loose takes it.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt } from '../../src/core/index.ts'
import {
  breakLines,
  giveOf,
  type ItemizeOptions,
  itemize,
  type ParagraphOptions,
} from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { OPTIONS, type ParagraphView, SIZE, setText, streamIn, styleOf } from '../support/paragraphs.ts'

const WORDS = { hyphenation: 'words' } as const
/** Demerits of a line that ends in a hyphen, whatever else it costs. */
const COST = 8

const hyphensIn = ({ lines }: ParagraphView): number =>
  lines.filter(({ sorts }) => sorts.at(-1) === '\u00ad').length

describe('a line that is exactly full with a hyphen', () => {
  // So many words of one em with word spaces of a third, and then `In-` of an em and a half.
  const measureOf = (count: number): number => count + count / 3 + 1.5
  const set = (count: number, options: Partial<ParagraphOptions>): ParagraphView =>
    setText(`${'of '.repeat(count)}International of the International`, {
      ...options,
      measure: pt(measureOf(count) * SIZE),
    })

  it.each([16, 20, 30])('has none where its %i words have spaces that can take what is missing', (count) => {
    const view = set(count, WORDS)
    expect(view.lines.map(({ text }) => text)).toEqual(set(count, {}).lines.map(({ text }) => text))
    expect(hyphensIn(view)).toBe(0)
    expect(view.lines[0]?.stretch).toBe(0)
  })

  // The spaces of fifteen words would cost 8.3 demerits, those of sixteen 7.8.
  it.each([7, 12, 15])('has it where the spaces of its %i words would be too wide', (count) => {
    const view = set(count, WORDS)
    expect(view.lines[0]?.text).toBe(`${'of '.repeat(count)}In`)
    expect(view.lines[0]?.stretch).toBe(0)
  })
})

describe('any paragraph', () => {
  const word = fc.constantFrom(
    'of',
    'the',
    'and',
    'International',
    'information',
    '网络',
    '部门，',
    'national',
  )
  const text = fc.array(word, { minLength: 8, maxLength: 40 }).map((words) => words.join(' '))
  const measure = fc.integer({ min: 40, max: 160 }).map((quarters) => (quarters * SIZE) / 4)

  const demeritsOf = (written: string, length: number): number => {
    const fonts = fakeFonts()
    const options: ItemizeOptions = { ...OPTIONS, measure: pt(length), firstMeasure: pt(length) }
    const items = itemize(streamIn(styleOf(fonts), written), fonts.typeCase, options)
    const breakOptions = { firstMeasure: length, measure: length, size: SIZE, minCharsOnLastLine: 2 }
    return breakLines(items, giveOf(items, SIZE), breakOptions).demerits
  }

  it('that costs less without a hyphen than one costs has none', () => {
    let [fine, loose] = [0, 0]
    fc.assert(
      fc.property(text, measure, (written, length) => {
        const hyphens = hyphensIn(setText(written, { ...WORDS, measure: pt(length) }))
        if (demeritsOf(written, length) < COST) {
          fine++
          expect(hyphens, `${written} at ${length}`).toBe(0)
        } else if (hyphens > 0) loose++
      }),
      { numRuns: 600 },
    )
    expect(Math.min(fine, loose)).toBeGreaterThan(20)
  })
})
