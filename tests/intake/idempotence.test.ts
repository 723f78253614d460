import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChapterDraft, importText, normaliseText } from '../../src/intake/index.ts'
import { markedText, paragraphText, rawText } from './texts.ts'

const RUNS = Number(process.env['FC_RUNS'] ?? 2000)

const proseOf = ({ title, sections }: ChapterDraft): readonly string[] => [
  title,
  ...sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs]),
]

describe('doing it again changes nothing', () => {
  test.each([
    ['paragraphs', paragraphText],
    ['marks in a row', markedText],
  ])('normalise(normalise(x)) = normalise(x): %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseText(text)
        expect(normaliseText(once)).toBe(once)
      }),
      { numRuns: RUNS },
    )
  })

  test('every text of a draft is normalised', () => {
    fc.assert(
      fc.property(rawText, (input) => {
        const { draft } = importText(input, { file: 'a.txt', dropPrivateUse: true }).value
        for (const text of proseOf(draft)) expect(normaliseText(text)).toBe(text)
      }),
      { numRuns: RUNS / 4 },
    )
  })
})
