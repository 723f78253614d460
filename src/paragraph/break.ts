// Items → lines: the cheapest way to break the whole paragraph, by dynamic programming over its break places. A line
// costs what it does to the reader: nothing on the grid at natural width, then after CLREQ's order of squeezing and
// stretching (give.ts). For each place only the few starts whose line can be made to fit are tried, so that time grows
// with the text and not with its square.

import type { Give } from './give.ts'
import type { Items, Line } from './items.ts'
import { type LeadOptions, leadingWays, type Way } from './lead.ts'

export interface BreakOptions {
  /** Length of the first line and of the others, in points. */
  readonly firstMeasure: number
  readonly measure: number
  /** Body character size in points: the unit of distortion. */
  readonly size: number
  /** 孤字: fewest characters on a last line of several. */
  readonly minCharsOnLastLine: number
  /** The first lines stand beside a cut-in heading and are shorter; `firstMeasure` then says nothing. */
  readonly lead?: LeadOptions
}

/** Length of line `i`, from 0. */
export const measureOfLine = ({ lead, firstMeasure, measure }: BreakOptions, i: number): number => {
  if (lead) return i < lead.leadLines ? lead.leadMeasure : measure
  return i === 0 ? firstMeasure : measure
}

export interface Breaking {
  readonly lines: readonly Line[]
  /** Sum of the lines' demerits. */
  readonly demerits: number
  /** Whether bans had to be broken because no line could be made otherwise. */
  readonly forced: boolean
}

/** Demerits of a last line with too few characters: more than any stretch, less than a broken ban. */
export const RUNT_COST = 1e7
/** What a ban weighs once nothing else is possible. */
const FORCED_COST = 1e12
/** Breaks a paragraph at the least demerits; bans give way only when no line can be made otherwise. */
export function breakLines(items: Items, give: Give, options: BreakOptions): Breaking {
  const found = search(items, give, options, items.breakCost)
  if (found) return { ...found, forced: false }
  const forced = search(
    items,
    give,
    options,
    items.breakCost.map((cost) => Math.min(cost, FORCED_COST)),
  )
  if (!forced) throw new Error('unreachable: every box fits a line and may end one')
  return { ...forced, forced: true }
}

/** Line counts kept side by side for one end when a count is asked for. */
const COUNTS = 5

/**
 * The best breaking into exactly `count` lines, or undefined when there is none: for the few paragraphs that are run
 * long or short to mend a page. Keeps for each place the best way there in each of the few line counts that are near
 * what its natural width asks for.
 */
export function breakIntoLines(
  items: Items,
  give: Give,
  options: BreakOptions,
  count: number,
): Breaking | undefined {
  const n = items.count + 1
  const best = new Float64Array(n * COUNTS).fill(Number.POSITIVE_INFINITY)
  const origin = new Int32Array(n * COUNTS)
  const least = new Int32Array(n)
  const whole = give.naturalWidth(0, items.count)
  for (let k = 1; k < n; k++) {
    // The wanted count in proportion to the text so far, in the middle of those kept.
    least[k] = Math.max(0, Math.round((count * give.naturalWidth(0, k)) / whole) - (COUNTS >> 1))
  }
  best[0] = 0
  scan(items, give, options, items.breakCost, (first, end, cost) => {
    let worst = 0
    for (let i = 0; i < COUNTS; i++) {
      const before = best[first * COUNTS + i] ?? 0
      const to = (least[first] ?? 0) + i + 1 - (least[end] ?? 0)
      if (before === Number.POSITIVE_INFINITY || to < 0 || to >= COUNTS) continue
      const at = end * COUNTS + to
      if (before + cost < (best[at] ?? 0)) {
        best[at] = before + cost
        origin[at] = first
      }
      worst = Math.max(worst, best[at] ?? 0)
    }
    return worst > 0 ? worst : Number.POSITIVE_INFINITY
  })
  const lines: Line[] = []
  const slot = count - (least[items.count] ?? 0)
  if (slot < 0 || slot >= COUNTS) return undefined
  const demerits = best[items.count * COUNTS + slot] ?? Number.POSITIVE_INFINITY
  if (!Number.isFinite(demerits)) return undefined
  for (let end = items.count, line = count; line > 0; line--) {
    const first = origin[end * COUNTS + line - (least[end] ?? 0)] ?? 0
    lines.push({ first, end })
    end = first
  }
  return { lines: lines.reverse(), demerits, forced: false }
}

function search(
  items: Items,
  give: Give,
  options: BreakOptions,
  breakCost: Float64Array,
): { lines: Line[]; demerits: number } | undefined {
  const best = new Float64Array(items.count + 1).fill(Number.POSITIVE_INFINITY)
  const origin = new Int32Array(items.count + 1)
  const { lead } = options
  const ways: ReadonlyMap<number, Way> = lead
    ? leadingWays(items, give, lead, breakCost, (first, end) => runtCost(items, first, end, options))
    : WHOLE_PARAGRAPH
  for (const [end, { demerits }] of ways) {
    best[end] = demerits
    origin[end] = FROM_LEAD
  }
  scan(items, give, options, breakCost, (first, end, cost) => {
    const total = (best[first] ?? 0) + cost
    if (total < (best[end] ?? 0)) {
      best[end] = total
      origin[end] = first
    }
    return best[end] ?? 0
  })
  const demerits = best[items.count] ?? 0
  if (demerits === Number.POSITIVE_INFINITY) return undefined
  const lines: Line[] = []
  let end = items.count
  while (origin[end] !== FROM_LEAD) {
    const first = origin[end] ?? 0
    lines.push({ first, end })
    end = first
  }
  return { lines: [...(ways.get(end)?.lines ?? []), ...lines.reverse()], demerits }
}

/** Origin of a place that the search begins from. */
const FROM_LEAD = -1
const WHOLE_PARAGRAPH: ReadonlyMap<number, Way> = new Map([[0, { lines: [], demerits: 0 }]])

/**
 * Offers every line worth trying, in order of its end and, for one end, from the longest to the loosest. `offer`
 * answers the least total known for that end: a loose line that alone costs as much cannot better it, and the lines
 * after it are looser still.
 */
function scan(
  items: Items,
  give: Give,
  options: BreakOptions,
  breakCost: Float64Array,
  offer: (first: number, end: number, cost: number) => number,
): void {
  const { count } = items
  let longest = 0
  for (let end = 1; end <= count; end++) {
    const isLast = end === count
    const price = isLast ? 0 : (breakCost[end - 1] ?? 0)
    while (longest < end - 1 && !give.canFit(longest, end, measureOf(options, longest))) longest++
    if (price === Number.POSITIVE_INFINITY) continue
    let known = Number.POSITIVE_INFINITY
    // Every line from the longest that fits on fits too.
    for (let first = longest; first < end; first++) {
      if (first > 0 && breakCost[first - 1] === Number.POSITIVE_INFINITY) continue
      // What stands at a line's head differs from start to start, so that a shorter line may be the wider one.
      // A line of one box is made whatever its width.
      const isChecked = items.edges !== undefined && first + 1 < end
      if (isChecked && !give.canFit(first, end, measureOf(options, first))) continue
      const lack = measureOf(options, first) - give.naturalWidth(first, end)
      const cost = isLast
        ? give.lastLineCost(first, end, lack) + runtCost(items, first, end, options)
        : give.lineCost(first, end, lack)
      if (!isLast && lack > 0 && cost + price >= known) break
      known = offer(first, end, cost + price)
    }
  }
}

const measureOf = (options: BreakOptions, first: number): number =>
  first === 0 && !options.lead ? options.firstMeasure : options.measure

/** A paragraph of one line cannot have a lone character on its last. */
function runtCost(items: Items, first: number, end: number, options: BreakOptions): number {
  if (first === 0) return 0
  let characters = 0
  for (let k = first; k < end && characters < options.minCharsOnLastLine; k++)
    characters += items.characters[k] ?? 0
  return characters < options.minCharsOnLastLine ? RUNT_COST : 0
}
