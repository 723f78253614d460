import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  blankAfter,
  blankBefore,
  blankBetween,
  blankKept,
  CHAR_CLASS,
  type CharClass,
  classOf,
  sharesBlank,
} from '../../src/cjk/index.ts'
import type { Direction } from '../../src/core/index.ts'

interface Pair {
  readonly pair: string
  readonly h: readonly number[]
  readonly v: readonly number[]
}
interface Sequence {
  readonly marks: string
  readonly advance_em: readonly number[]
  readonly advance_em_vertical: readonly number[]
}
interface Data {
  readonly trimmedPairs: readonly Pair[]
  readonly untrimmedPairs: readonly string[]
  readonly sequences: readonly Sequence[]
}

const data: Data = JSON.parse(
  readFileSync(new URL('../data/text-spacing-trim-zh-hans.json', import.meta.url), 'utf8'),
)

const C = CHAR_CLASS
const classesOf = (text: string): CharClass[] => [...text].map((c) => classOf(c.codePointAt(0) ?? 0))
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Half an em of ink for a mark with a blank half and for a middle dot, else a whole em. */
const inkOf = (c: CharClass, direction: Direction): number =>
  c === C.middot || blankBefore(c) > 0 || blankAfter(c, direction) > 0 ? 0.5 : 1

/** U+3000 is a gap in composition, which takes the blanks beside it in. */
const shares = (c: CharClass): boolean => sharesBlank(c) || c === C.ideospace

/** What a run of marks between two ideographs takes, in em. */
function totalOf(marks: string, direction: Direction): number {
  const run = [C.ideo, ...classesOf(marks), C.ideo]
  const inks = run.slice(1, -1).map((c) => inkOf(c, direction))
  const blanks = run.slice(1).map((right, i) => {
    const left = run[i] ?? C.ideo
    return blankBetween(blankAfter(left, direction), blankBefore(right), shares(left), shares(right))
  })
  return sum(inks) + sum(blanks)
}

/** Every mark's total in CSS, corrected by what we do otherwise. */
const dots = (marks: string): number => [...marks].filter((c) => c === '・').length / 2

/**
 * In vertical lines ：； fill their cell and have no blank to lose, but a bracket's blank beside them goes all the same:
 * two neighbouring marks take 1.5 em (CLREQ 3.1.6.2). CSS leaves both whole.
 */
const besideColon = (marks: string): number => {
  let beside = 0
  for (let i = 0; i + 1 < marks.length; i++) {
    const [left = '', right = ''] = marks.slice(i, i + 2)
    const [l = C.ideo, r = C.ideo] = classesOf(left + right)
    const isColon = (c: CharClass): boolean => c === C.colon
    if (isColon(r) && blankAfter(l, 'vertical') > 0) beside++
    if (isColon(l) && blankBefore(r) > 0) beside++
  }
  return beside / 2
}

describe('blank between neighbouring marks (tests/data/text-spacing-trim-zh-hans.json)', () => {
  it('has its data', () => {
    expect([data.trimmedPairs.length, data.untrimmedPairs.length, data.sequences.length]).toEqual([
      744, 280, 44,
    ])
  })

  it('takes what CSS takes horizontally; a middle dot is half an em (15834 5.1.7)', () => {
    for (const { pair, h } of data.trimmedPairs)
      expect(totalOf(pair, 'horizontal'), pair).toBe(sum(h) - dots(pair))
    for (const pair of data.untrimmedPairs) expect(totalOf(pair, 'horizontal'), pair).toBe(2 - dots(pair))
    for (const { marks, advance_em } of data.sequences)
      expect(totalOf(marks, 'horizontal'), marks).toBe(sum(advance_em) - dots(marks))
  })

  it('takes what CSS takes vertically; a bracket beside ：； loses its blank (CLREQ 3.1.6.2)', () => {
    for (const { pair, v } of data.trimmedPairs)
      expect(totalOf(pair, 'vertical'), pair).toBe(sum(v) - dots(pair) - besideColon(pair))
    for (const pair of data.untrimmedPairs) expect(totalOf(pair, 'vertical'), pair).toBe(2 - dots(pair))
    for (const { marks, advance_em_vertical } of data.sequences)
      expect(totalOf(marks, 'vertical'), marks).toBe(
        sum(advance_em_vertical) - dots(marks) - besideColon(marks),
      )
  })

  it('takes 1.5 em of any two that meet with a blank between them, in either direction', () => {
    for (const pair of ['）（', '”，', '》、', '】“', '：“', '，“', '。”', '（《', '】【', '）”'])
      expect(totalOf(pair, 'horizontal'), pair).toBe(1.5)
    for (const pair of ['）（', '”，', '》、', '】“', '：“', '”：', '）；'])
      expect(totalOf(pair, 'vertical'), pair).toBe(1.5)
    for (const pair of ['（）', '【】', '“”']) expect(totalOf(pair, 'horizontal'), pair).toBe(2)
  })

  it('trims ！？ horizontally, which CSS never does (CLREQ 3.1.6.1), and not vertically', () => {
    for (const pair of ['！”', '？”', '！）', '！（', '”！', '？”'])
      expect(totalOf(pair, 'horizontal')).toBe(1.5)
    expect(totalOf('！”', 'vertical')).toBe(2)
  })

  it('takes nothing from a mark between ideographs', () => {
    for (const mark of '，。、；：！？（）“”【】《》') {
      expect(totalOf(mark, 'horizontal'), mark).toBe(1)
      expect(totalOf(mark, 'vertical'), mark).toBe(1)
    }
  })
})

describe('where the blank half lies (CLREQ #h-punctuation_adjustment_space)', () => {
  it('lies before opening marks and after the others', () => {
    for (const c of classesOf('“（【《'))
      expect([blankBefore(c), blankAfter(c, 'horizontal')]).toEqual([0.5, 0])
    for (const c of classesOf('”）】》，。、；：！？'))
      expect([blankBefore(c), blankAfter(c, 'horizontal')]).toEqual([0, 0.5])
  })

  it('is none of ：；！？ in vertical lines, none of dashes, dots and connectors at all', () => {
    for (const c of classesOf('：；！？')) expect(blankAfter(c, 'vertical')).toBe(0)
    for (const c of classesOf('”）】》，。、')) expect(blankAfter(c, 'vertical')).toBe(0.5)
    for (const c of classesOf('—…～·／–国1a　')) {
      for (const direction of ['horizontal', 'vertical'] as const)
        expect(blankBefore(c) + blankAfter(c, direction)).toBe(0)
    }
  })

  it('is kept as the style says: 全角 all, 开明 only that of 。．！？, 半角 none', () => {
    const kept = (text: string, style: Parameters<typeof blankKept>[1]): number[] =>
      classesOf(text).map((c) => blankKept(c, style))
    expect(kept('，“）：。！', 'quanjiao')).toEqual([1, 1, 1, 1, 1, 1])
    expect(kept('，“）：。！？．', 'kaiming')).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
    expect(kept('，“）：。！', 'banjiao')).toEqual([0, 0, 0, 0, 0, 0])
  })
})
