// Displayed titles: characters set apart (疏排), lines not justified: the fewest that the measure allows, of widths as
// equal as can be.

import { type Em, emAt, type Pt } from '../core/index.ts'
import type { TypeCase } from '../font/index.ts'
import { breakLines } from './break.ts'
import { type Give, giveOf } from './give.ts'
import { itemize } from './itemize.ts'
import type { ItemizeOptions } from './itemize-options.ts'
import { GAP, type Items, type Line } from './items.ts'
import { type SetParagraph, setLines } from './set.ts'
import type { Stream } from './stream.ts'

export interface TitleOptions extends Omit<ItemizeOptions, 'measure'> {
  readonly measure: Pt
  readonly letterSpacing: Em
}

/** Sets a title, or anything else that keeps its natural width: credits, running heads. */
export function makeTitle(stream: Stream, typeCase: TypeCase, options: TitleOptions): SetParagraph {
  const items = letterspaced(itemize(stream, typeCase, options), emAt(options.size, options.letterSpacing))
  const breakOptions = {
    firstMeasure: options.measure,
    measure: options.measure,
    size: options.size,
    minCharsOnLastLine: 2,
  }
  const give = giveOf(items, options.size)
  const lines = evenLines(items, give, options) ?? breakLines(items, give, breakOptions).lines
  // Each line as if it were a last one: at its natural width, squeezed only if it would not fit.
  const set = lines.map((line) => setLines(items, give, [line], breakOptions))
  return joinSets(items, set)
}

/** A title of more lines is a mistake that the caller reports: not worth the time of making it even. */
const MOST_EVEN_LINES = 8
/** Where a phrase ends, and a line ends best. */
const PHRASE_ENDS = '、，。：；》〉」』”）—　 '
/** Price of ending a line elsewhere, in em²: a phrase that ends two ems off the even width is still waited for. */
const INSIDE_PHRASE_COST = 12

/** The fewest lines, or undefined where the bans allow none or there are too many: by dynamic programming over places. */
function evenLines(items: Items, give: Give, { measure, size }: TitleOptions): readonly Line[] | undefined {
  const count = fewestLines(items, give, measure)
  if (count === 0 || count > MOST_EVEN_LINES) return undefined
  const even = give.naturalWidth(0, items.count) / count
  // Cheapest way to each place in so many lines, and where its last line begins.
  let before = costsFrom(items.count)
  before[0] = 0
  const origins: Int32Array[] = []
  for (let i = 0; i < count; i++) {
    const costs = costsFrom(items.count)
    const origin = new Int32Array(items.count + 1)
    eachLine(items, give, measure, (first, end) => {
      const off = (give.naturalWidth(first, end) - even) / size
      const cost = (before[first] ?? 0) + off * off + endCost(items, end)
      if (cost >= (costs[end] ?? 0)) return
      costs[end] = cost
      origin[end] = first
    })
    before = costs
    origins.push(origin)
  }
  return Number.isFinite(before[items.count]) ? linesBack(origins, items.count) : undefined
}

const costsFrom = (count: number): Float64Array => new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)

/** 0 where there is no way without breaking a ban. */
function fewestLines(items: Items, give: Give, measure: number): number {
  const fewest = costsFrom(items.count)
  fewest[0] = 0
  eachLine(items, give, measure, (first, end) => {
    fewest[end] = Math.min(fewest[end] ?? 0, (fewest[first] ?? 0) + 1)
  })
  const count = fewest[items.count] ?? 0
  return Number.isFinite(count) ? count : 0
}

/** Offers every line that fits and ends where it may, in order of their ends. */
function eachLine(
  items: Items,
  give: Give,
  measure: number,
  offer: (first: number, end: number) => void,
): void {
  let longest = 0
  for (let end = 1; end <= items.count; end++) {
    while (longest < end - 1 && !give.canFit(longest, end, measure)) longest++
    if (!mayEnd(items, end)) continue
    for (let first = longest; first < end; first++) if (mayEnd(items, first)) offer(first, end)
  }
}

const mayEnd = ({ breakCost, count }: Items, end: number): boolean =>
  end === 0 || end === count || breakCost[end - 1] !== Number.POSITIVE_INFINITY

function endCost({ stream, start, breakCost, count }: Items, end: number): number {
  if (end === count) return 0
  const last = stream.text[(start[end] ?? 0) - 1] ?? ''
  return (breakCost[end - 1] ?? 0) + (PHRASE_ENDS.includes(last) ? 0 : INSIDE_PHRASE_COST)
}

function linesBack(origins: readonly Int32Array[], count: number): readonly Line[] {
  const lines: Line[] = []
  let end = count
  for (const origin of [...origins].reverse()) {
    const first = origin[end] ?? 0
    lines.push({ first, end })
    end = first
  }
  return lines.reverse()
}

function letterspaced(items: Items, by: Pt): Items {
  if (by === 0) return items
  return { ...items, gap: items.gap.map((gap, k) => (items.gapKind[k] === GAP.rigid ? gap : gap + by)) }
}

/** One paragraph of lines that were set each on its own. */
function joinSets(items: Items, sets: readonly SetParagraph[]): SetParagraph {
  const concat = (pick: (set: SetParagraph) => ArrayLike<number>): number[] =>
    sets.flatMap((set) => Array.from(pick(set)))
  let before = 0
  const lines = sets.flatMap((set) => {
    const moved = set.lines.map((line) => ({
      ...line,
      runs: line.runs.map((run) => ({ ...run, from: run.from + before, to: run.to + before })),
    }))
    before += set.sorts.length
    return moved
  })
  return {
    stream: items.stream,
    sorts: Int32Array.from(concat((set) => set.sorts)),
    offsets: Float64Array.from(concat((set) => set.offsets)),
    at: Int32Array.from(concat((set) => set.at)),
    lines,
  }
}
