// Paragraphs beside a cut-in heading (CLREQ 7.1.3.1): so many first lines are shorter than the others. The breaking is
// held against brute force over short lists of boxes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { type BreakOptions, measureOfLine, RUNT_COST } from '../../src/paragraph/break.ts'
import { breakLines, GAP, type Give, giveOf, type Items, type Line } from '../../src/paragraph/index.ts'
import { type FakeBox, fakeItems } from '../support/fake-items.ts'
import { chars, setText } from '../support/paragraphs.ts'

const PLAIN: BreakOptions = { firstMeasure: 50, measure: 50, size: 10, minCharsOnLastLine: 0 }
/** As in break.ts: a line that fills less may be left out where a fuller one is to be had. */
const HOPELESS_FILL = 0.8

function priceOf(items: Items, give: Give, options: BreakOptions, line: Line, index: number): number {
  const { first, end } = line
  const measure = measureOfLine(options, index)
  if (end - first > 1 && !give.canFit(first, end, measure)) return Number.POSITIVE_INFINITY
  const lack = measure - give.naturalWidth(first, end)
  if (end < items.count) return give.lineCost(first, end, lack) + (items.breakCost[end - 1] ?? 0)
  const counted = items.characters.slice(first, end).reduce((sum, n) => sum + n, 0)
  const isRunt = first > 0 && counted < options.minCharsOnLastLine
  return give.lastLineCost(first, end, lack) + (isRunt ? RUNT_COST : 0)
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

const totalOf = (items: Items, give: Give, options: BreakOptions, lines: readonly Line[]): number =>
  lines.reduce((sum, line, i) => sum + priceOf(items, give, options, line, i), 0)

/** Demerits of the best breaking of all, and of the best without hopelessly loose lines. */
function boundsOf(items: Items, give: Give, options: BreakOptions): { best: number; promised: number } {
  let [best, promised] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const lines of breakings(items.count)) {
    const demerits = totalOf(items, give, options, lines)
    best = Math.min(best, demerits)
    const isFull = lines.every(
      ({ first, end }, i) =>
        end === items.count || give.naturalWidth(first, end) > HOPELESS_FILL * measureOfLine(options, i),
    )
    if (isFull) promised = Math.min(promised, demerits)
  }
  return { best, promised }
}

const box: fc.Arbitrary<FakeBox> = fc
  .record({
    advance: fc.constantFrom(5, 10, 10, 10, 10, 20),
    cost: fc.constantFrom(0, 0, 0, 3, Number.POSITIVE_INFINITY),
  })
  .chain((plain) =>
    fc.constantFrom<FakeBox>(
      { ...plain, kind: GAP.han },
      { ...plain, kind: GAP.han },
      { ...plain, kind: GAP.pause, gap: 5, shrink: 5 },
      { ...plain, kind: GAP.hanWestern, gap: 2.5, shrink: 1.25, stretch: 1 },
      { ...plain, kind: GAP.rigid },
    ),
  )
const boxes = fc.array(box, { minLength: 1, maxLength: 12 })
const leads = fc.record({
  leadLines: fc.integer({ min: 1, max: 4 }),
  leadMeasure: fc.constantFrom(20, 30, 35, 45),
})

describe('the least demerits with short first lines', () => {
  it('are those that brute force finds', () => {
    let [short, whole] = [0, 0]
    fc.assert(
      fc.property(boxes, leads, (list, lead) => {
        const options = { ...PLAIN, lead }
        const items = fakeItems(list)
        const give = giveOf(items, 10)
        const { best, promised } = boundsOf(items, give, options)
        const { lines, demerits, forced } = breakLines(items, give, options)
        expect(lines.map(({ first }) => first)).toEqual([0, ...lines.slice(0, -1).map(({ end }) => end)])
        expect(lines.at(-1)?.end).toBe(items.count)
        expect(forced).toBe(best === Number.POSITIVE_INFINITY)
        if (forced) return
        expect(totalOf(items, give, options, lines)).toBeCloseTo(demerits, 6)
        expect(demerits).toBeLessThanOrEqual(promised + 1e-6)
        expect(demerits).toBeGreaterThanOrEqual(best - 1e-6)
        if (lines.length > lead.leadLines) short++
        else whole++
      }),
      { numRuns: 200 },
    )
    // Some paragraphs go on below the heading, some end beside it.
    expect(Math.min(short, whole)).toBeGreaterThan(10)
  })

  /** Of paragraphs whose best breaking has no hopelessly loose line: only those are promised to the last demerit. */
  const expectAlike = (list: readonly FakeBox[], plain: BreakOptions, led: BreakOptions): void => {
    const items = fakeItems(list)
    const give = giveOf(items, 10)
    const { best, promised } = boundsOf(items, give, led)
    fc.pre(Number.isFinite(best) && best === promised)
    expect(breakLines(items, give, led).demerits).toBeCloseTo(breakLines(items, give, plain).demerits, 6)
  }

  it('are those of the plain paragraph where the short lines are as long as the others', () =>
    fc.assert(
      fc.property(boxes, fc.integer({ min: 1, max: 4 }), (list, leadLines) =>
        expectAlike(list, PLAIN, { ...PLAIN, lead: { leadLines, leadMeasure: 50 } }),
      ),
      { numRuns: 100 },
    ))

  it('are those of a shorter first line, where one line is short', () =>
    fc.assert(
      fc.property(boxes, fc.constantFrom(20, 30, 45), (list, leadMeasure) =>
        expectAlike(
          list,
          { ...PLAIN, firstMeasure: leadMeasure },
          { ...PLAIN, lead: { leadLines: 1, leadMeasure } },
        ),
      ),
      { numRuns: 100 },
    ))

  it('look ahead: what follows the heading decides how its lines break', () => {
    // The cheapest first line ends where the word of two em then leaves a hole.
    const items = fakeItems([
      ...Array.from({ length: 3 }, () => ({})),
      { cost: 3 },
      ...Array.from({ length: 3 }, () => ({})),
      { advance: 20 },
      {},
      {},
      {},
    ])
    const give = giveOf(items, 10)
    const options = { ...PLAIN, lead: { leadLines: 2, leadMeasure: 40 } }
    expect(breakLines(items, give, options).demerits).toBeCloseTo(boundsOf(items, give, options).best, 9)
  })
})

describe.each(['horizontal', 'vertical'] as const)('a paragraph beside a cut-in heading, %s', (direction) => {
  const HAN = '甲乙丙丁戊己庚辛壬癸'
  const cutIn = { lines: 3, indent: pt(40) }
  const set = (text: string) => setText(text, { direction, cutIn, ...chars(10) })

  it('has its first lines four em shorter, at their end of the measure', () => {
    const { lines, set: made } = set(HAN.repeat(4))
    expect(lines.map(({ text }) => text.length)).toEqual([6, 6, 6, 10, 10, 2])
    expect(lines.map(({ origins }) => origins[0])).toEqual([4, 4, 4, 0, 0, 0])
    expect(lines.slice(0, -1).map(({ end }) => end)).toEqual([10, 10, 10, 10, 10])
    expect(made.lines.map(({ indent }) => indent)).toEqual([40, 40, 40, 0, 0, 0])
  })

  it('has the indent of the heading and no other', () => {
    const { lines } = setText(HAN.repeat(3), { direction, cutIn, indent: pt(20), ...chars(10) })
    expect(lines.map(({ origins }) => origins[0])).toEqual([4, 4, 4, 0, 0])
  })

  it('may end beside it', () => {
    const { lines, diagnostics } = set('甲乙丙丁戊己庚辛')
    expect(lines.map(({ text }) => text)).toEqual(['甲乙丙丁戊己', '庚辛'])
    expect(lines.map(({ origins }) => origins[0])).toEqual([4, 4])
    expect(diagnostics).toEqual([])
  })

  it('keeps bans in the short lines too, and both edges flush', () => {
    const { lines, diagnostics } = set(`甲乙丙丁戊己，庚辛壬癸（甲乙丙丁）戊己庚，${HAN}${HAN}`)
    for (const [i, { text, end }] of lines.entries()) {
      if (i > 0) expect(text[0]).not.toMatch(/[，）]/)
      if (i < lines.length - 1) {
        expect(text.at(-1)).not.toBe('（')
        expect(end).toBeCloseTo(10, 6)
      }
    }
    expect(diagnostics.map(({ code }) => code)).not.toContain('kinsoku-broken')
  })

  it('parts a word that no short line can hold, and says so', () => {
    const { lines, diagnostics } = set('Internationalisation')
    expect(Math.max(...lines.map(({ end }) => end))).toBeLessThanOrEqual(10)
    expect(diagnostics.map(({ code }) => code)).toContain('unbreakable-run')
  })
})

describe('short lines that end badly', () => {
  const cutIn = { lines: 3, indent: pt(40) }

  it('a last line of one character beside the heading is avoided, or reported', () => {
    const { lines, diagnostics } = setText('甲乙丙丁戊己庚', { cutIn })
    expect((lines.at(-1)?.text.length ?? 0) > 1 || diagnostics.length > 0).toBe(true)
  })

  it('a word longer than a short line does not stick out of the second one', () => {
    const { lines } = setText('甲乙丙丁戊己Internationalisms国', { cutIn })
    expect(Math.max(...lines.map(({ end }) => end))).toBeLessThanOrEqual(10)
  })
})
