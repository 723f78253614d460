// text-spacing-trim-zh-hans.json: where web-platform-tests put neighbouring full-width marks, and marks at a line's edges.
// Told by the ink that the shipped Song face has: where the em cell of each mark would begin, and what all take together.

import { describe, expect, it } from 'vitest'
import type { Direction } from '../../src/core/index.ts'
import { DIRECTIONS, glyphsOf, lengthOf, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface Data {
  readonly classes: Readonly<Record<string, readonly string[]>>
  readonly sequences: readonly {
    readonly marks: string
    readonly advance_em: readonly number[]
    readonly advance_em_vertical: readonly number[]
  }[]
  readonly trimmedPairs: readonly {
    readonly pair: string
    readonly h: readonly number[]
    readonly v: readonly number[]
  }[]
  readonly untrimmedPairs: readonly string[]
}

const data: Data = JSON.parse(readData('text-spacing-trim-zh-hans.json'))

const members = (...names: readonly string[]): string => names.flatMap((n) => data.classes[n] ?? []).join('')
/** Opening marks: halved, they lose what is before their ink. */
const OPEN = members('O', 'Q', 'untestedOpen')
/** Closing marks that have a blank in vertical lines too. */
const CLOSE = members('C', 'R', 'D', 'untestedClose')
const COLON = members('L', 'S')

/** Marks with the heads of their em cells, and their sum. U+3000 has no ink. */
const told = (marks: readonly (readonly [string, number])[], total: number): string =>
  `${marks.map(([mark, head]) => `${mark}${round(head)}`).join(' ')} = ${round(total)}`

const round = (n: number): number => Math.round(n * 1e4) / 1e4

/**
 * What the data expects: each mark where the advances before it end. A halved opening mark loses what is before its ink,
 * a halved middle dot as much on either side.
 */
function expectedOf(text: string, advances: readonly number[]): string {
  let at = 0
  const heads: (readonly [string, number])[] = []
  for (const [i, mark] of [...text].entries()) {
    const advance = advances[i] ?? Number.NaN
    if (mark !== '\u3000') heads.push([mark, at - lostBefore(mark, advance)])
    at += advance
  }
  return told(heads, at)
}

function lostBefore(mark: string, advance: number): number {
  if (mark === '・') return (1 - advance) / 2
  return OPEN.includes(mark) ? 1 - advance : 0
}

const inkFrom = (text: string, at: number, direction: Direction): number =>
  glyphsOf(text, { direction }).find((glyph) => glyph.at === at)?.along.from ?? Number.NaN

/** Where a mark's ink begins in its em cell; a middle dot, which is set in half a cell, in the middle of a whole one. */
const ownInk = (mark: string, direction: Direction): number =>
  inkFrom(`国${mark}国`, 1, direction) - 1 + (mark === '・' ? 0.25 : 0)

function gotOf(text: string, direction: Direction): string {
  const heads = [...text].flatMap((mark, i) => {
    if (mark === '\u3000') return []
    return [[mark, inkFrom(`国${text}国`, i + 1, direction) - 1 - ownInk(mark, direction)] as const]
  })
  return told(heads, lengthOf(`国${text}国`, { direction }) - 2)
}

/** Ids are marks and direction. */
const caseOf = (marks: string, advances: readonly number[], direction: Direction): Case => ({
  id: `${marks} ${direction}`,
  expected: expectedOf(marks, advances),
  got: gotOf(marks, direction),
})

/** The expectation of the data for other advances, changed mark by mark. */
const withAdvances =
  (change: (mark: string, advance: number, i: number) => number) =>
  (_: string, id: string): string => {
    const [marks = ''] = id.split(' ')
    const advances = ADVANCES.get(id) ?? []
    return expectedOf(
      marks,
      advances.map((advance, i) => change(marks[i] ?? '', advance, i)),
    )
  }

const halfDot = (mark: string, advance: number): number => (mark === '・' ? 0.5 : advance)

const DEVIATIONS: readonly Deviation[] = [
  {
    of: /.*・.* horizontal|(?!.*[：；]).*・.* vertical|・[：；] vertical|[：；]・ vertical/,
    got: withAdvances(halfDot),
    clause: 'GB/T 15834 5.1.7',
    why: '间隔号 takes half an em on the mainland, in the middle of it',
  },
  {
    of: new RegExp(`[${CLOSE}][${COLON}] vertical`, 'v'),
    got: withAdvances((_, advance, i) => (i === 0 ? 0.5 : advance)),
    clause: 'CLREQ 6.3.2.2',
    why: 'two neighbouring marks take 1½ em: ： and ； have no blank in vertical lines, the mark before them has',
  },
  {
    of: new RegExp(`[${COLON}][${OPEN}] vertical`, 'v'),
    got: withAdvances((_, advance, i) => (i === 1 ? 0.5 : advance)),
    clause: 'CLREQ 6.3.2.2',
    why: 'two neighbouring marks take 1½ em: ： and ； have no blank in vertical lines, the mark after them has',
  },
]

const ADVANCES = new Map<string, readonly number[]>()

function* listed(): Generator<readonly [string, readonly number[], Direction]> {
  for (const { marks, advance_em, advance_em_vertical } of data.sequences) {
    yield [marks, advance_em, 'horizontal']
    yield [marks, advance_em_vertical, 'vertical']
  }
  for (const { pair, h, v } of data.trimmedPairs) {
    yield [pair, h, 'horizontal']
    yield [pair, v, 'vertical']
  }
  for (const pair of data.untrimmedPairs) for (const direction of DIRECTIONS) yield [pair, [1, 1], direction]
}

for (const [marks, advances, direction] of listed()) ADVANCES.set(`${marks} ${direction}`, advances)

describe('web-platform-tests text-spacing-trim: neighbouring marks', () => {
  const cases = [...listed()].map((row) => caseOf(...row))
  const settled = settle(cases, DEVIATIONS)

  it('runs 44 sequences and 1024 pairs in two directions', () =>
    expect(settled.ran).toBe((44 + 744 + 280) * 2))

  it('has the ink and the sum they have, or as a clause outweighs them', () =>
    expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))

  it('does as CSS says in the other cases', () => expect(settled.deviating).toBe(208))
})
