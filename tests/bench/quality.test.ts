// What the bench says of lines is counted rightly: on short texts in a face of round numbers, broken by hand.

import { describe, expect, test } from 'vitest'
import { type Quality, QualityGauge } from '../../src/bench/quality.ts'
import { type Diagnostic, em, pt } from '../../src/core/index.ts'
import { giveOf, itemize, type Line, makeParagraph, setLines } from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { OPTIONS, SIZE, streamIn, styleOf } from '../support/paragraphs.ts'

/** No space beside Western words, so that all figures are round. */
const HOUSE = { ...OPTIONS, hanWesternGap: em(0) }

/** The quality of a text parted at |, on a measure of so many characters. */
function qualityOf(parted: string, characters: number, diagnostics: readonly Diagnostic[] = []): Quality {
  const texts = parted.split('|')
  const fonts = fakeFonts()
  const measure = characters * SIZE
  const options = { ...HOUSE, measure: pt(measure), firstMeasure: measure }
  const items = itemize(streamIn(styleOf(fonts), texts.join('')), fonts.typeCase, options)
  const give = giveOf(items, SIZE)
  const ends = texts.map((_, i) => texts.slice(0, i + 1).join('').length)
  const lines = ends.map((end, i): Line => {
    const boxes = Array.from(items.start)
    return { first: boxes.indexOf(ends[i - 1] ?? 0), end: boxes.indexOf(end) }
  })
  const gauge = new QualityGauge()
  gauge.add({ items, give, set: setLines(items, give, lines, options), diagnostics, options })
  return gauge.summary
}

describe('stretch', () => {
  test('is counted a gap, last lines aside', () => {
    const { most, deviation } = qualityOf('一二三四|一二', 5).stretch
    expect([most, deviation]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(0, 6)])
    expect(qualityOf('一二三四五|一二三四|一', 5).stretch.mean).toBeCloseTo(1 / 7, 12)
  })

  test('over 0.12 em and 0.05 em makes a line loose and visible', () => {
    const nine = '一二三四五六七八九'
    expect(qualityOf(`${nine}|一`, 10)).toMatchObject({ loose: 1, visible: 1 })
    expect(qualityOf(`${nine}${nine}一|一`, 20)).toMatchObject({ loose: 0, visible: 1 })
    expect(qualityOf(`${nine}一|一`, 10)).toMatchObject({ loose: 0, visible: 0 })
  })
})

describe('a line nobody is told of', () => {
  const text = '一二三四|一二'

  test('is a fault', () => {
    expect(qualityOf(text, 5)).toMatchObject({ loose: 1, unreported: 1 })
    expect(qualityOf('一二三|，四五', 3)).toMatchObject({ bans: 1, unreported: 1 })
    expect(qualityOf('一|二三', 3)).toMatchObject({ ragged: 1, unreported: 1 })
  })

  test('is none where the composer tells of that very line', () => {
    const fonts = fakeFonts()
    // The word of 3 em cannot part: 一二三 must fill five, and 四五 after it does.
    const options = { ...HOUSE, measure: pt(5 * SIZE) }
    const { diagnostics } = makeParagraph(
      streamIn(styleOf(fonts), '一二三abcdef四五六七'),
      fonts.typeCase,
      options,
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['loose-line'])
    expect(qualityOf('一二三|abcdef四|五六七', 5, diagnostics)).toMatchObject({ loose: 2, unreported: 1 })
    expect(qualityOf('一二三|abcdef四五|六七', 5, diagnostics)).toMatchObject({ loose: 1, unreported: 0 })
  })
})

test('a lone character at the end counts, a lone line does not', () => {
  expect(qualityOf('一二三四五|六。', 5).runts).toBe(1)
  expect(qualityOf('一二三四|五六。', 4).runts).toBe(0)
  expect(qualityOf('一。', 5).runts).toBe(0)
})

test('marks take the room they keep', () => {
  expect(qualityOf('一，二三四|五六', 5).marks).toMatchObject({ mean: 1, deviation: 0 })
  // Half an em too much is taken from the one mark inside the line.
  expect(qualityOf('一，二三四五|六七', 5.5).marks.mean).toBeCloseTo(0.5, 12)
})
