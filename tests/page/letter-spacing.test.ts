// 疏排 and 紧排: what is spaced, and what keeps together.

import { describe, expect, it } from 'vitest'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter } from '../support/wholes.ts'

const SIZE = 10

/** The text printed, glyph by glyph, with what lies between the origins of neighbours in ems. */
function originsOf(body: string): { readonly text: string; readonly at: readonly number[] } {
  const { setting } = setChapter(`title: 题\nsections:\n  - body: "${body}"\n`, layoutOf(CHAPTER_LAYOUT))
  const [, ...marks] = setting.pages.flatMap(({ marks: all }) => all.filter((mark) => mark.kind === 'glyphs'))
  const glyphs = marks.flatMap(({ paragraph, run }) =>
    Array.from({ length: run.to - run.from }, (_, i) => ({
      character: paragraph.stream.text[paragraph.at[run.from + i] ?? 0] ?? '',
      at: (paragraph.offsets[run.from + i] ?? 0) / SIZE,
    })),
  )
  return { text: glyphs.map(({ character }) => character).join(''), at: glyphs.map(({ at }) => at) }
}

/** How much further each glyph stands from the one before it than without spacing. */
function addedTo(text: string, by = '1/2em'): readonly (readonly [string, number])[] {
  const plain = originsOf(text)
  const spaced = originsOf(`{字距:${by}|${text}}`)
  expect(spaced.text).toBe(plain.text)
  const step = (at: readonly number[], i: number): number => (at[i] ?? 0) - (at[i - 1] ?? 0)
  return [...plain.text]
    .slice(1)
    .map((character, i) => [
      character,
      Math.round((step(spaced.at, i + 1) - step(plain.at, i + 1)) * 100) / 100 + 0,
    ])
}

describe('spacing', () => {
  it('stands after each Han character and mark', () => {
    expect(addedTo('甲乙，丙')).toEqual([
      ['乙', 0.5],
      ['，', 0.5],
      ['丙', 0.5],
    ])
    expect(addedTo('甲乙', '-1/10em')).toEqual([['乙', -0.1]])
  })

  it('stands between Western words and beside them, not in them', () => {
    expect(addedTo('甲No on乙')).toEqual([
      ['N', 0.5],
      ['o', 0],
      [' ', 0],
      ['o', 0.5],
      ['n', 0],
      ['乙', 0.5],
    ])
  })

  it('does not stand in numbers, nor between a number and its %', () => {
    expect(addedTo('共2003年').filter(([, by]) => by !== 0)).toEqual([
      ['2', 0.5],
      ['年', 0.5],
    ])
    expect(addedTo('1,234.5').every(([, by]) => by === 0)).toBe(true)
    expect(addedTo('12%').every(([, by]) => by === 0)).toBe(true)
  })
})
