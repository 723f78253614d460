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
  /** What a line of a grid is short of its measure, as it may be: absent elsewhere. */
  readonly short?: number
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

export const giveOf = (items: Items, size: number): Give =>
  items.cells ? gridGive(items, items.cells) : new ProseGive(items, size)

/** Lines that give in CLREQ's order: nearly all there are. */
class ProseGive implements Give {
  readonly #items: Items
  readonly #size: number
  readonly #width: Float64Array
  /** Gaps that grow when all do. */
  readonly #gaps: Int32Array
  // Capacities and numbers of places by kind, one after the other: sums[kind][k] covers gaps before k.
  readonly #shrink: readonly Step<(typeof SHRINK_STEPS)[number]>[]
  readonly #grow: readonly Step<(typeof STRETCH_STEPS)[number]>[]
  readonly #totalShrink: Float64Array

  constructor(items: Items, size: number) {
    const { count, advance, gap, gapKind, gapShrink, gapStretch } = items
    this.#items = items
    this.#size = size
    this.#shrink = prefixByKind(count, gapKind, gapShrink, SHRINK_STEPS)
    this.#grow = prefixByKind(count, gapKind, gapStretch, STRETCH_STEPS)
    this.#totalShrink = totals(this.#shrink, count)
    const width = new Float64Array(count + 1)
    const gaps = new Int32Array(count + 1)
    for (let k = 0; k < count; k++) {
      width[k + 1] = (width[k] ?? 0) + (advance[k] ?? 0) + (gap[k] ?? 0)
      gaps[k + 1] = (gaps[k] ?? 0) + (grows(gapKind[k] ?? GAP.rigid) ? 1 : 0)
    }
    this.#width = width
    this.#gaps = gaps
  }

  naturalWidth(first: number, end: number): number {
    const { gap, edges } = this.#items
    const plain = (this.#width[end] ?? 0) - (this.#width[first] ?? 0) - (gap[end - 1] ?? 0)
    return edges ? plain + (edges.head[first] ?? 0) + (edges.tail[end - 1] ?? 0) : plain
  }

  canFit(first: number, end: number, measure: number): boolean {
    const natural = this.naturalWidth(first, end)
    if (fits(natural, measure)) return true
    const last = this.#givingEnd(end) - 1
    const most = (this.#totalShrink[last] ?? 0) - (this.#totalShrink[first] ?? 0)
    return last > first && fits(natural - most, measure)
  }

  lineCost(first: number, end: number, lack: number): number {
    const last = this.#givingEnd(end)
    return lack >= 0 ? this.#stretchCost(first, last, lack) : this.#squeezeCost(first, last, -lack)
  }

  lastLineCost(first: number, end: number, lack: number): number {
    return lack < 0 ? this.#squeezeCost(first, this.#givingEnd(end), -lack) : 0
  }

  adjust(first: number, end: number, measure: number, isLast: boolean): Adjustment {
    const share = new Float64Array(KINDS)
    const lack = measure - this.naturalWidth(first, end)
    const last = this.#givingEnd(end)
    if (lack < 0) {
      const residue = -take(this.#shrink, first, last, -lack, share, -1)
      return this.#unhung({ share, stretch: 0, residue }, end)
    }
    if (isLast) return { share, stretch: 0, residue: 0 }
    const left = take(this.#grow, first, last, lack, share, 1)
    const n = this.#growing(first, last)
    const rest = n > 0 ? { stretch: left / n, residue: 0 } : { stretch: 0, residue: left }
    return this.#unhung({ share, ...rest }, end)
  }

  #squeezeCost(first: number, end: number, excess: number): number {
    let left = excess / this.#size
    let cost = 0
    for (const { kind, sums, places } of this.#shrink) {
      const capacity = ((sums[end - 1] ?? 0) - (sums[first] ?? 0)) / this.#size
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

  #stretchCost(first: number, end: number, lack: number): number {
    let left = lack / this.#size
    let cost = 0
    for (const { kind, sums, places } of this.#grow) {
      const capacity = ((sums[end - 1] ?? 0) - (sums[first] ?? 0)) / this.#size
      if (capacity <= 0) continue
      const taken = Math.min(left, capacity)
      const n = (places[end - 1] ?? 0) - (places[first] ?? 0)
      const each = taken / n / TOLERANCE[kind]
      cost += n * each * each * 0.5
      left -= taken
    }
    if (left <= 1e-9) return cost
    const n = this.#growing(first, end)
    if (n <= 0) return cost + RESIDUE_COST * left
    const each = left / n
    const plain = each / TOLERANCE.han
    return cost + n * plain * plain + steep(each / VISIBLE_STRETCH)
  }

  #growing(first: number, end: number): number {
    return (this.#gaps[end - 1] ?? 0) - (this.#gaps[first] ?? 0)
  }

  #hangs(end: number): boolean {
    const { edges } = this.#items
    return edges !== undefined && end > 1 && (edges.tail[end - 1] ?? 0) < 0
  }

  /** The gap before a mark that hangs beyond the line's end gives nothing: the mark stays close to what it hangs on. */
  #givingEnd(end: number): number {
    return this.#hangs(end) ? end - 1 : end
  }

  /** Undoes in the gap before a hanging mark what is done to the others of its kind. */
  #unhung(adjustment: Adjustment, end: number): Adjustment {
    if (!this.#hangs(end)) return adjustment
    const { gapKind, gapShrink, gapStretch } = this.#items
    const k = end - 2
    const kind = gapKind[k] ?? GAP.rigid
    const part = adjustment.share[kind] ?? 0
    const done = part * ((part < 0 ? gapShrink[k] : gapStretch[k]) ?? 0)
    const change = done + (grows(kind) ? adjustment.stretch : 0)
    return { ...adjustment, extra: new Map([[k, -change]]) }
  }
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
