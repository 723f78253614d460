// 注音 of one character as a column (CLREQ 5.5.3): symbols of 9 parts of 30 one under the other, a tone beside the last
// of them, the neutral tone above the first.

import { describe, expect, it } from 'vitest'
import { pt, SourceText } from '../../src/core/index.ts'
import { TypeCase } from '../../src/font/index.ts'
import { Styles } from '../../src/page/index.ts'
import { setZhuyin, ZHUYIN_SIZE } from '../../src/page/zhuyin.ts'
import { layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT } from '../support/wholes.ts'

const BASE = 30
const SIZE = 9

const styles = new Styles(layoutOf(CHAPTER_LAYOUT), shippedFonts, new TypeCase())

/** What stands in the column, in parts: head of its cell, and how far right of the middle of the symbols. */
interface Sign {
  readonly text: string
  readonly head: number
  readonly right: number
}

interface Column {
  readonly signs: readonly Sign[]
  readonly extent: number | undefined
}

function columnOf(reading: string): Column {
  const style = { face: 'song', weight: 'regular', size: pt(SIZE) } as const
  const set = setZhuyin(SourceText.verbatim(reading, 'a.yaml', 0), style, pt(BASE), styles)
  const signs = set.lines.flatMap(({ runs }) =>
    runs.flatMap(({ from, to, rise }) =>
      Array.from({ length: to - from }, (_, i) => ({
        text: styles.typeCase.sortOf(set.sorts[from + i] ?? 0).text,
        head: set.offsets[from + i] ?? Number.NaN,
        right: rise,
      })),
    ),
  )
  return { signs, extent: set.lines[0]?.end }
}

const headsOf = (reading: string): readonly number[] =>
  columnOf(reading).signs.map(({ head }) => Math.round(head * 1e6) / 1e6)

it('is three tenths of its base', () => expect(ZHUYIN_SIZE * BASE).toBeCloseTo(SIZE, 9))

describe('symbols', () => {
  it.each([
    ['ㄧ', [0]],
    ['ㄓㄤ', [0, 9]],
    ['ㄓㄨㄤ', [0, 9, 18]],
  ])('of %s stand one under the other', (reading, heads) => {
    const { signs, extent } = columnOf(reading)
    expect(signs.map(({ text }) => text).join('')).toBe(reading)
    expect(headsOf(reading)).toEqual(heads)
    expect(signs.map(({ right }) => right)).toEqual(heads.map(() => 0))
    expect(extent).toBeCloseTo(9 * heads.length, 9)
  })

  it('are set upright, each in a cell of its own', () => {
    const style = { face: 'song', weight: 'regular', size: pt(SIZE) } as const
    const { lines } = setZhuyin(SourceText.verbatim('ㄓㄨㄤˋ', 'a.yaml', 0), style, pt(BASE), styles)
    expect(lines.length).toBe(1)
    for (const { sideways, size } of lines[0]?.runs ?? []) expect([sideways, size]).toEqual([false, SIZE])
  })
})

describe.each(['ˉ', 'ˊ', 'ˇ', 'ˋ'])('the tone %s', (tone) => {
  it.each(['ㄧ', 'ㄓㄤ', 'ㄓㄨㄤ'])(
    'of %s stands beside its last symbol and takes no room below it',
    (symbols) => {
      const { signs, extent } = columnOf(symbols + tone)
      const last = signs.at(-2)
      const mark = signs.at(-1)
      expect([mark?.text, signs.length]).toEqual([tone, symbols.length + 1])
      expect(extent).toBeCloseTo(9 * symbols.length, 9)
      // 4½ parts to the edge of the symbols and half of the 5 that the tone has.
      expect(mark?.right).toBeCloseTo(7, 9)
      expect(last?.right).toBe(0)
      // At the upper right: its middle above that of the symbol, and within it.
      const up = (last?.head ?? 0) - (mark?.head ?? 0)
      expect(up).toBeCloseTo(0.35 * SIZE, 9)
    },
  )

  it('leaves the symbols where they are', () =>
    expect(headsOf(`ㄓㄤ${tone}`).slice(0, 2)).toEqual(headsOf('ㄓㄤ')))
})

describe('the neutral tone', () => {
  it.each(['ㄇ', 'ㄇㄚ', 'ㄓㄨㄤ'])('takes two parts of nine above %s', (symbols) => {
    const { signs, extent } = columnOf(`˙${symbols}`)
    expect(signs.map(({ text }) => text).join('')).toBe(`˙${symbols}`)
    expect(headsOf(`˙${symbols}`).slice(1)).toEqual([...symbols].map((_, i) => 2 + 9 * i))
    expect(extent).toBeCloseTo(2 + 9 * symbols.length, 9)
  })

  it('stands in the middle of these, on the axis of the symbols', () => {
    const [dot] = columnOf('˙ㄇㄚ').signs
    expect((dot?.head ?? 0) + SIZE / 2).toBeCloseTo(1, 9)
    expect(dot?.right).toBe(0)
  })
})
