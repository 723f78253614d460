// The first lines of a paragraph that stands beside a cut-in heading (CLREQ 7.1.3.1): shorter than the others. In: items
// and how many lines are short. Out: for each place the cheapest way there in exactly those lines. There are few such
// places, so that each is tried.

import type { Give } from './give.ts'
import type { Items, Line } from './items.ts'

export interface LeadOptions {
  /** Lines that are short, the first one included, and their length in points. */
  readonly leadLines: number
  readonly leadMeasure: number
}

/** A way from the paragraph's head: its lines and what they cost. */
export interface Way {
  readonly lines: readonly Line[]
  readonly demerits: number
}

/** Demerits for each em by which a word longer than a short line sticks out of it. */
const OVERFULL_COST = 1e8

/** The cheapest ways by where they end; one that ends the paragraph may have fewer lines. */
export function leadingWays(
  items: Items,
  give: Give,
  { leadLines, leadMeasure }: LeadOptions,
  breakCost: Float64Array,
  runtCost: (first: number, end: number) => number,
): ReadonlyMap<number, Way> {
  const whole = new Map<number, Way>()
  let ways: ReadonlyMap<number, Way> = new Map([[0, { lines: [], demerits: 0 }]])
  // Without a box there is no line, and the way is at its end.
  if (items.count === 0) return ways
  for (let i = 0; i < leadLines; i++) {
    const next = new Map<number, Way>()
    for (const [first, way] of ways) {
      for (let end = first + 1; end <= items.count; end++) {
        const isOver = !give.canFit(first, end, leadMeasure)
        if (isOver && end > first + 1) break
        const lack = leadMeasure - give.naturalWidth(first, end)
        const isLast = end === items.count
        const cost = isLast
          ? give.lastLineCost(first, end, lack) + runtCost(first, end)
          : give.lineCost(first, end, lack) + (breakCost[end - 1] ?? 0)
        offer(isLast ? whole : next, end, way, { first, end }, isOver ? cost - OVERFULL_COST * lack : cost)
      }
    }
    ways = next
  }
  return new Map([...ways, ...whole])
}

function offer(ways: Map<number, Way>, end: number, way: Way, line: Line, cost: number): void {
  const demerits = way.demerits + cost
  if (!Number.isFinite(demerits) || demerits >= (ways.get(end)?.demerits ?? Number.POSITIVE_INFINITY)) return
  ways.set(end, { lines: [...way.lines, line], demerits })
}
