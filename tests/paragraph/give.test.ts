import { describe, expect, it } from 'vitest'
import { GAP, type GapKind, giveOf } from '../../src/paragraph/index.ts'
import { type FakeBox, fakeItems } from '../support/fake-items.ts'

/** A line with one gap of every kind that gives, as wide as CLREQ has them at 12 points. */
const KINDS: readonly (readonly [GapKind, number, number, number])[] = [
  [GAP.wordSpace, 4, 1, 2],
  [GAP.bracket, 6, 6, 0],
  [GAP.pause, 6, 6, 0],
  [GAP.hanWestern, 3, 1.5, 1],
  [GAP.stop, 6, 6, 0],
  [GAP.pair, 6, 0, 0],
  [GAP.han, 0, 0, 0],
  [GAP.rigid, 0, 0, 0],
]
const BOXES: FakeBox[] = [
  ...KINDS.map(([kind, gap, shrink, stretch]) => ({ advance: 12, kind, gap, shrink, stretch })),
  { advance: 12 },
]
const NATURAL = 9 * 12 + 31
const give = giveOf(fakeItems(BOXES), 12)
const END = BOXES.length

const adjusted = (by: number, isLast = false) => give.adjust(0, END, NATURAL + by, isLast)
/** Shares by kind, in the order of KINDS. */
const shares = (by: number): number[] => KINDS.map(([kind]) => adjusted(by).share[kind] ?? 0)

describe('squeezing (CLREQ #h-procedures_for_inter-character_spacing_reduction)', () => {
  it('takes nothing at the natural width', () => {
    expect(give.naturalWidth(0, END)).toBe(NATURAL)
    expect(adjusted(0)).toMatchObject({ stretch: 0, residue: 0 })
    expect(shares(0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })

  /** Word space, bracket, pause, Han–Western, stop; each to its end before the next begins. */
  it.each([
    [0.5, [-0.5, 0, 0, 0, 0]],
    [1, [-1, 0, 0, 0, 0]],
    [1 + 3, [-1, -0.5, 0, 0, 0]],
    [1 + 6 + 3, [-1, -1, -0.5, 0, 0]],
    [1 + 6 + 6 + 0.75, [-1, -1, -1, -0.5, 0]],
    [1 + 6 + 6 + 1.5 + 3, [-1, -1, -1, -1, -0.5]],
    [20.5, [-1, -1, -1, -1, -1]],
  ])('by %s points', (by, expected) => {
    expect(shares(-by)).toEqual([...expected, 0, 0, 0])
    expect(adjusted(-by).stretch).toBe(0)
    expect(adjusted(-by).residue).toBeCloseTo(0, 9)
  })

  it('stops there: more does not fit', () => {
    expect(give.canFit(0, END, NATURAL - 20.5)).toBe(true)
    expect(give.canFit(0, END, NATURAL - 20.6)).toBe(false)
    expect(adjusted(-21).residue).toBeCloseTo(-0.5, 9)
  })

  it('shares a step equally over its places', () => {
    const two = fakeItems([
      { kind: GAP.bracket, gap: 6, shrink: 6 },
      { kind: GAP.bracket, gap: 6, shrink: 6 },
      { kind: GAP.pause, gap: 6, shrink: 6 },
      {},
    ])
    const { share } = giveOf(two, 12).adjust(0, 4, 58 - 6, false)
    expect([share[GAP.bracket], share[GAP.pause]]).toEqual([-0.5, 0])
  })

  it('leaves out the gap at the line’s end, where there is none', () => {
    const items = fakeItems([
      { kind: GAP.pause, gap: 5, shrink: 5 },
      { kind: GAP.pause, gap: 5, shrink: 5 },
      {},
    ])
    expect(giveOf(items, 10).naturalWidth(0, 2)).toBe(25)
    expect(giveOf(items, 10).canFit(0, 2, 20)).toBe(true)
    expect(giveOf(items, 10).canFit(0, 2, 19)).toBe(false)
  })
})

describe('stretching (CLREQ #h-procedures_for_inter-character_space_expansion)', () => {
  it.each([
    [1, 0.5, 0, 0],
    [2, 1, 0, 0],
    [2.5, 1, 0.5, 0],
    [3, 1, 1, 0],
    // Then all gaps that are not rigid grow alike: seven of the eight.
    [3 + 7, 1, 1, 1],
    [3 + 21, 1, 1, 3],
  ])('by %s points: word space %s, Han–Western %s, then %s everywhere', (by, word, mixed, all) => {
    const { share, stretch, residue } = adjusted(by)
    expect([share[GAP.wordSpace], share[GAP.hanWestern], stretch, residue]).toEqual([word, mixed, all, 0])
  })

  it('leaves a last line at its natural width, and squeezes it where it would not fit', () => {
    expect(adjusted(30, true)).toMatchObject({ stretch: 0, residue: 0 })
    expect(adjusted(-4, true).share[GAP.bracket]).toBe(-0.5)
  })

  it('says how much a line stays short that has nothing to give', () => {
    const rigid = giveOf(fakeItems([{ kind: GAP.rigid }, {}]), 10)
    expect(rigid.adjust(0, 2, 30, false)).toMatchObject({ stretch: 0, residue: 10 })
    expect(giveOf(fakeItems([{}]), 10).adjust(0, 1, 30, false).residue).toBe(20)
  })
})

describe('the price of a line', () => {
  it('is nothing at the natural width and grows with the change', () => {
    expect(give.lineCost(0, END, 0)).toBe(0)
    for (const sign of [1, -1]) {
      const costs = [1, 2, 4, 8, 16].map((by) => give.lineCost(0, END, sign * by))
      expect(costs).toEqual([...costs].sort((a, b) => a - b))
      expect(costs[0]).toBeGreaterThan(0)
    }
  })

  it('is none for a last line that fits', () => {
    expect(give.lastLineCost(0, END, 100)).toBe(0)
    expect(give.lastLineCost(0, END, -5)).toBeGreaterThan(0)
  })

  it('asks more for a visible river than for squeezing every mark', () => {
    const marks = giveOf(
      fakeItems(Array.from({ length: 20 }, () => ({ kind: GAP.pause, gap: 5, shrink: 5 }))),
      10,
    )
    const han = giveOf(fakeItems(Array.from({ length: 20 }, () => ({}))), 10)
    expect(han.lineCost(0, 20, 19 * 1)).toBeGreaterThan(marks.lineCost(0, 20, -19 * 2.5))
  })
})
