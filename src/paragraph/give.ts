// What a line can give and take, and at what price. Prefix sums over the items answer for any line in constant time:
// its natural width, what each step of squeezing can yield (CLREQ 3.5.3) and what stretching can (3.5.4).

import { fits } from '../core/index.ts'
import { gridGive } from './grid.ts'
import { GAP, grows, type Items } from './items.ts'

/** The steps of squeezing in their order, by kind of gap (CLREQ 6.2.2.3 steps 2 to 7; step 1 is the line's end itself). */
const SHRINK_STEPS = [GAP.wordSpace, GAP.middot, GAP.bracket, GAP.pause, GAP.hanWestern, GAP.stop] as const
/** The steps of stretching before all gaps grow together (6.2.2.4 steps 1, 2). */
const STRETCH_STEPS = [GAP.wordSpace, GAP.hanWestern] as const

/**
 * How much change of one gap, in em, counts one demerit; for many gaps the squares add up. Chosen on long text so that
 * lines stretch by less than anybody sees before marks are squeezed, and marks are squeezed before rivers show: see
 * docs/typography.md for the figures.
 */
const TOLERANCE = {
  [GAP.wordSpace]: 0.12,
  [GAP.middot]: 0.11,
  [GAP.bracket]: 0.11,
  [GAP.pause]: 0.11,
  [GAP.hanWestern]: 0.1,
  [GAP.stop]: 0.11,
  han: 0.08,
} as const
/** Beyond this stretch (em a gap) the eye begins to see it: the price rises steeply. */
const VISIBLE_STRETCH = 0.027

/** Demerits for each em a line stays short because nothing in it can grow. */
const RESIDUE_COST = 1e8

/** How a line reaches its measure: what each step gives, in points over the whole line, and the share per gap. */
export interface Adjustment {
  /** Fraction of its capacity each kind of gap gives or takes, by GAP value; negative when it shrinks. */
  readonly share: Float64Array
  /** Points added to every gap that is not rigid. */
  readonly stretch: number
  /** What is left over when no gap can take it (a line of one word); positive when the line stays short. */
  readonly residue: number
  /** Points added to single gaps: whole cells of a grid given to Western runs. */
  readonly extra?: ReadonlyMap<number, number>
}

export interface Give {
  /** Whether the boxes `[first, end)` go into a line of this length at all. */
  canFit(first: number, end: number, measure: number): boolean
  /** Demerits of a line that lacks so many points (negative: has too many) at its natural width. */
  lineCost(first: number, end: number, lack: number): number
  /** A last line keeps its natural width; it is squeezed only when it would not fit. */
  lastLineCost(first: number, end: number, lack: number): number
  naturalWidth(first: number, end: number): number
  adjust(first: number, end: number, measure: number, isLast: boolean): Adjustment
}

const KINDS = 11

export function giveOf(items: Items, size: number): Give {
  if (items.cells) return gridGive(items, items.cells)
  const { count, advance, gap, gapKind, gapShrink, gapStretch, edges } = items
  const width = new Float64Array(count + 1)
  const gaps = new Int32Array(count + 1)
  // Capacities and numbers of places by kind, one after the other: sums[kind][k] covers gaps before k.
  const shrink = prefixByKind(count, gapKind, gapShrink, SHRINK_STEPS)
  const grow = prefixByKind(count, gapKind, gapStretch, STRETCH_STEPS)
  for (let k = 0; k < count; k++) {
    width[k + 1] = (width[k] ?? 0) + (advance[k] ?? 0) + (gap[k] ?? 0)
    gaps[k + 1] = (gaps[k] ?? 0) + (grows(gapKind[k] ?? GAP.rigid) ? 1 : 0)
  }
  const plainWidth = (first: number, end: number): number =>
    (width[end] ?? 0) - (width[first] ?? 0) - (gap[end - 1] ?? 0)
  const naturalWidth = edges
    ? (first: number, end: number): number =>
        plainWidth(first, end) + (edges.head[first] ?? 0) + (edges.tail[end - 1] ?? 0)
    : plainWidth
  const totalShrink = totals(shrink, count)

  const canFit = (first: number, end: number, measure: number): boolean => {
    const natural = naturalWidth(first, end)
    if (fits(natural, measure)) return true
    return fits(natural - ((totalShrink[end - 1] ?? 0) - (totalShrink[first] ?? 0)), measure)
  }

  const squeezeCost = (first: number, end: number, excess: number): number => {
    let left = excess / size
    let cost = 0
    for (const { kind, sums, places } of shrink) {
      const capacity = ((sums[end - 1] ?? 0) - (sums[first] ?? 0)) / size
      if (capacity <= 0) continue
      const taken = Math.min(left, capacity)
      const n = (places[end - 1] ?? 0) - (places[first] ?? 0)
      const each = taken / n / TOLERANCE[kind]
      cost += n * each * each
      left -= taken
      if (left <= 1e-9) break
    }
    return cost
  }

  const stretchCost = (first: number, end: number, lack: number): number => {
    let left = lack / size
    let cost = 0
    for (const { kind, sums, places } of grow) {
      const capacity = ((sums[end - 1] ?? 0) - (sums[first] ?? 0)) / size
      if (capacity <= 0) continue
      const taken = Math.min(left, capacity)
      const n = (places[end - 1] ?? 0) - (places[first] ?? 0)
      const each = taken / n / TOLERANCE[kind]
      cost += n * each * each * 0.5
      left -= taken
    }
    if (left <= 1e-9) return cost
    const n = (gaps[end - 1] ?? 0) - (gaps[first] ?? 0)
    if (n <= 0) return cost + RESIDUE_COST * left
    const each = left / n
    const plain = each / TOLERANCE.han
    return cost + n * plain * plain + steep(each / VISIBLE_STRETCH)
  }

  const lineCost = (first: number, end: number, lack: number): number =>
    lack >= 0 ? stretchCost(first, end, lack) : squeezeCost(first, end, -lack)

  const lastLineCost = (first: number, end: number, lack: number): number =>
    lack < 0 ? squeezeCost(first, end, -lack) : 0

  const adjust = (first: number, end: number, measure: number, isLast: boolean): Adjustment => {
    const share = new Float64Array(KINDS)
    const lack = measure - naturalWidth(first, end)
    if (lack < 0) return { share, stretch: 0, residue: -take(shrink, first, end, -lack, share, -1) }
    if (isLast) return { share, stretch: 0, residue: 0 }
    const left = take(grow, first, end, lack, share, 1)
    // A mark that hangs beyond the line's end stays close to what it hangs on.
    const close = (edges?.tail[end - 1] ?? 0) < 0 && grows(gapKind[end - 2] ?? GAP.rigid) ? end - 2 : -1
    const n = (gaps[end - 1] ?? 0) - (gaps[first] ?? 0) - (close >= first ? 1 : 0)
    if (n <= 0) return { share, stretch: 0, residue: left }
    const stretch = left / n
    return { share, stretch, residue: 0, ...(close >= first && { extra: new Map([[close, -stretch]]) }) }
  }

  return { canFit, lineCost, lastLineCost, naturalWidth, adjust }
}

/** Where the steep rise ends and only looser counts as worse: no line is worth a lone character. */
const STEEP_END = 2

/** The twelfth power up to twice the visible stretch, then the third; multiplied out, for every candidate asks it. */
const steep = (x: number): number => {
  const bound = Math.min(x, STEEP_END)
  const x4 = bound * bound * bound * bound
  const beyond = x / bound
  return x <= STEEP_END ? x4 * x4 * x4 : x4 * x4 * x4 * beyond * beyond * beyond
}

interface Step<K extends number> {
  readonly kind: K
  readonly sums: Float64Array
  readonly places: Int32Array
}

/** Exhausts one step after the other; answers what none of them could take. */
function take(
  steps: readonly Step<number>[],
  first: number,
  end: number,
  amount: number,
  share: Float64Array,
  sign: 1 | -1,
): number {
  let left = amount
  for (const { kind, sums } of steps) {
    const capacity = (sums[end - 1] ?? 0) - (sums[first] ?? 0)
    if (capacity <= 0 || left <= 0) continue
    const taken = Math.min(left, capacity)
    share[kind] = (sign * taken) / capacity
    left -= taken
  }
  return left < 1e-9 ? 0 : left
}

function prefixByKind<K extends number>(
  count: number,
  gapKind: Uint8Array,
  capacity: Float64Array,
  kinds: readonly K[],
): readonly Step<K>[] {
  const steps: Step<K>[] = []
  for (const kind of kinds) {
    if (!gapKind.includes(kind)) continue
    const sums = new Float64Array(count + 1)
    const places = new Int32Array(count + 1)
    for (let k = 0; k < count; k++) {
      const has = gapKind[k] === kind && (capacity[k] ?? 0) > 0
      sums[k + 1] = (sums[k] ?? 0) + (has ? (capacity[k] ?? 0) : 0)
      places[k + 1] = (places[k] ?? 0) + (has ? 1 : 0)
    }
    steps.push({ kind, sums, places })
  }
  return steps
}

function totals(steps: readonly Step<number>[], count: number): Float64Array {
  const sum = new Float64Array(count + 1)
  for (const { sums } of steps) for (let k = 0; k <= count; k++) sum[k] = (sum[k] ?? 0) + (sums[k] ?? 0)
  return sum
}
