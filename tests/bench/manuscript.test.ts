// The made-up yearbooks of the bench: the same every time, as long as promised, and without a fault in them.

import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeManuscript, SIZES } from '../../src/bench/manuscript.ts'
import { countCharacters } from '../../src/build.ts'
import { filesOf } from '../../src/core/index.ts'
import { readBook } from '../../src/source/index.ts'

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** The longest thing written after enough has been written: an opening sentence with its heading. */
const SENTENCE = 250

describe('the manuscript of the bench', () => {
  test('is the same every time', () => {
    expect(digest(makeManuscript(SIZES.S))).toBe(digest(makeManuscript(SIZES.S)))
  })

  test.each([1000, SIZES.S, 12_345, SIZES.M])(
    'has the %i characters promised, and reads without a word',
    (n) => {
      const { book, files, characters } = makeManuscript(n)
      const { value, diagnostics } = readBook(book, filesOf(files))
      expect(diagnostics).toEqual([])
      expect(value && countCharacters(value)).toBe(characters)
      expect(characters).toBeGreaterThanOrEqual(n)
      expect(characters).toBeLessThan(n + SENTENCE)
    },
  )

  test('says what yearbooks say: Latin words, units, percentages, marks side by side', () => {
    const text = Object.values(makeManuscript(SIZES.M).files)
      .join('')
      .replace(/\s*\n\s*/g, '')
    for (const mark of [
      '%',
      '℃',
      '∶',
      '～',
      '—',
      '……',
      '·',
      '“',
      '‘',
      '《',
      '（',
      '【',
      ' ms',
      '。”',
      '》、《',
    ]) {
      expect(text).toContain(mark)
    }
  })
})
