// The breaker against brute force: every way of breaking a short list of boxes is tried and priced.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RUNT_COST } from '../../src/paragraph/break.ts'
import {
  type Breaking,
  type BreakOptions,
  breakIntoLines,
  breakLines,
  GAP,
  type Give,
  giveOf,
  type Items,
  type Line,
} from '../../src/paragraph/index.ts'
import { type FakeBox, fakeItems } from '../support/fake-items.ts'

const OPTIONS: BreakOptions = { firstMeasure: 40, measure: 50, size: 10, minCharsOnLastLine: 2 }
/** As in break.ts: a line that fills less is left out where a fuller one is to be had. */
const HOPELESS_FILL = 0.8

const measureOf = ({ first }: Line): number => (first === 0 ? OPTIONS.firstMeasure : OPTIONS.measure)

function priceOf(items: Items, give: Give, line: Line): number {
  const { first, end } = line
  const measure = measureOf(line)
  if (end - first > 1 && !give.canFit(first, end, measure)) return Number.POSITIVE_INFINITY
  const lack = measure - give.naturalWidth(first, end)
  if (end < items.count) return give.lineCost(first, end, lack) + (items.breakCost[end - 1] ?? 0)
  const counted = items.characters.slice(first, end).reduce((sum, n) => sum + n, 0)
  return (
    give.lastLineCost(first, end, lack) + (first > 0 && counted < OPTIONS.minCharsOnLastLine ? RUNT_COST : 0)
  )
}

/** Every way of cutting `count` boxes into lines. */
function* breakings(count: number): Generator<readonly Line[]> {
  for (let cuts = 0; cuts < 2 ** (count - 1); cuts++) {
    const lines: Line[] = []
    let first = 0
    for (let end = 1; end <= count; end++) {
      if (end < count && !(cuts & (1 << (end - 1)))) continue
      lines.push({ first, end })
      first = end
    }
    yield lines
  }
}

interface Bounds {
  /** Demerits of the best breaking of all. */
  readonly best: number
  /** Of the best without hopelessly loose lines, which the breaker promises to find. */
  readonly promised: number
}

function boundsOf(items: Items, give: Give, wanted?: number): Bounds {
  let [best, promised] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const lines of breakings(items.count)) {
    if (wanted !== undefined && lines.length !== wanted) continue
    const demerits = totalOf(items, give, lines)
    best = Math.min(best, demerits)
    const isFull = lines.every(
      (line) =>
        line.end === items.count || give.naturalWidth(line.first, line.end) > HOPELESS_FILL * measureOf(line),
    )
    if (isFull) promised = Math.min(promised, demerits)
  }
  return { best, promised }
}

const totalOf = (items: Items, give: Give, lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + priceOf(items, give, line), 0)

const box: fc.Arbitrary<FakeBox> = fc
  .record({
    advance: fc.constantFrom(5, 10, 10, 10, 10, 20),
    cost: fc.constantFrom(0, 0, 0, 3, Number.POSITIVE_INFINITY),
    characters: fc.constantFrom(0, 1, 1),
  })
  .chain((plain) =>
    fc.constantFrom<FakeBox>(
      { ...plain, kind: GAP.han },
      { ...plain, kind: GAP.han },
      { ...plain, kind: GAP.pause, gap: 5, shrink: 5 },
      { ...plain, kind: GAP.bracket, gap: 5, shrink: 5 },
      { ...plain, kind: GAP.hanWestern, gap: 2.5, shrink: 1.25, stretch: 1 },
      { ...plain, kind: GAP.rigid },
    ),
  )
const boxes = fc.array(box, { minLength: 1, maxLength: 12 })

const close = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))

/** Lines follow one another from the first box to the last, and cost what they are said to cost. */
function expectWhole(items: Items, give: Give, { lines, demerits }: Breaking): void {
  let next = 0
  for (const { first, end } of lines) {
    expect(first).toBe(next)
    expect(end).toBeGreaterThan(first)
    next = end
  }
  expect(next).toBe(items.count)
  expect(close(totalOf(items, give, lines), demerits)).toBe(true)
}

describe('breaking at the least demerits', () => {
  it('finds what brute force finds', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const items = fakeItems(list)
        const give = giveOf(items, 10)
        const { best, promised } = boundsOf(items, give)
        const found = breakLines(items, give, OPTIONS)
        if (best === Number.POSITIVE_INFINITY) {
          expect(found.forced).toBe(true)
          return
        }
        expect(found.forced).toBe(false)
        expectWhole(items, give, found)
        expect(found.demerits).toBeLessThanOrEqual(promised + 1e-6)
        expect(found.demerits).toBeGreaterThanOrEqual(best - 1e-6)
      }),
      { numRuns: 120 },
    )
  })

  it('finds it for every number of lines', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const items = fakeItems(list)
        const give = giveOf(items, 10)
        for (let count = 1; count <= 6; count++) {
          const found = breakIntoLines(items, give, OPTIONS, count)
          const { best, promised } = boundsOf(items, give, count)
          if (!found) {
            expect(promised, `${count} lines`).toBe(Number.POSITIVE_INFINITY)
            continue
          }
          expect(found.lines, `${count} lines`).toHaveLength(count)
          expectWhole(items, give, found)
          expect(found.demerits).toBeLessThanOrEqual(promised + 1e-6)
          expect(found.demerits).toBeGreaterThanOrEqual(best - 1e-6)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('breaks bans only where nothing else is possible, and as few as it can', () => {
    const banned = { cost: Number.POSITIVE_INFINITY }
    const items = fakeItems([...Array.from({ length: 7 }, () => banned), {}, {}])
    const give = giveOf(items, 10)
    const found = breakLines(items, give, OPTIONS)
    expect(found.forced).toBe(true)
    expect(found.lines.filter(({ end }) => end < 8)).toHaveLength(1)
  })

  it('gives a box longer than a line a line of its own', () => {
    const items = fakeItems([{}, { advance: 70 }, {}, {}])
    const { lines } = breakLines(items, giveOf(items, 10), OPTIONS)
    expect(lines).toContainEqual({ first: 1, end: 2 })
  })

  it('makes no lines of nothing', () => {
    const items = fakeItems([])
    expect(breakLines(items, giveOf(items, 10), OPTIONS)).toEqual({ lines: [], demerits: 0, forced: false })
  })
})

describe('a number of lines asked for', () => {
  const items = fakeItems(Array.from({ length: 60 }, () => ({})))
  const give = giveOf(items, 10)

  it('is kept or refused, whatever it is', () => {
    for (let count = 0; count <= 70; count++) {
      const found = breakIntoLines(items, give, { ...OPTIONS, firstMeasure: 50 }, count)
      if (found) expect(found.lines, `${count} lines`).toHaveLength(count)
    }
  })

  // A count outside the COUNTS kept for the last box reads the slot of a neighbouring box: 40 boxes of 5 pt with marks'
  // blanks of 5 pt, measure 50, one line asked for, give [{ first: 32, end: 40 }] and lose the text before. It should
  // be refused where `count - least` is not within 0 … COUNTS - 1.
  it('is kept or refused where marks are squeezed into far fewer lines than their natural width asks for', () => {
    const marks = fakeItems(
      Array.from({ length: 60 }, () => ({ advance: 5, kind: GAP.pause, gap: 5, shrink: 5 })),
    )
    const squeezed = giveOf(marks, 10)
    for (let count = 0; count <= 70; count++) {
      const found = breakIntoLines(marks, squeezed, { ...OPTIONS, firstMeasure: 50 }, count)
      if (!found) continue
      expect(found.lines, `${count} lines`).toHaveLength(count)
      expect(found.lines[0]?.first, `${count} lines`).toBe(0)
      expect(found.lines.every(({ end }, i) => end === (found.lines[i + 1]?.first ?? 60))).toBe(true)
    }
  })

  it('is the best one when it is what breakLines makes', () => {
    const free = breakLines(items, give, OPTIONS)
    expect(breakIntoLines(items, give, OPTIONS, free.lines.length)).toEqual(free)
  })
})
