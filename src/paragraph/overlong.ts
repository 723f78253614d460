// What no line can hold: words, which part anywhere, and terms of several parts, 1 234 567 890 or 12 345 678 km, which part
// at their spaces; at a price paid only where nothing else helps. What readings and frames hold together is found in
// beside.ts.

import { fits } from '../core/index.ts'
import type { Annotation } from './annotation.ts'
import type { GapArrays } from './gaps.ts'
import { GAP } from './items.ts'

/** Demerits for parting what no line can hold. */
const EMERGENCY_COST = 1e6
/** A number no line can hold parts between its digits rather than at its signs, points and commas. */
const UGLY_COST = 1e9
/** A word that has to be parted begins a line of its own rather than leave fewer characters than these on the one before. */
const LEAST_PIECE = 6
/** What such a scrap costs on top: as much as a line that is opened by a third of an em a gap. */
const SCRAP_COST = 1e6

/** Boxes `[first, end)` that no line can hold. */
export interface Oversize {
  readonly first: number
  readonly end: number
  /** The reading, frame or spread stretch that would have kept them on one line. */
  readonly held?: Annotation
}

/** Lengths of lines, in points. */
export interface Measures {
  readonly measure: number
  /** Of the first line of the paragraph. */
  readonly firstMeasure?: number
}

/** The length of a line that begins with box `first`, where nothing else begins it. */
export const roomAt = (first: number, { measure, firstMeasure = measure }: Measures): number =>
  first === 0 ? firstMeasure : measure

/** Price of parting a word no line can hold between two characters, `count` of it being on the line before. */
export function emergencyCost(before: string, after: string, count: number): number {
  if (!/\w/.test(before) || !/\w/.test(after)) return UGLY_COST
  return count < LEAST_PIECE ? EMERGENCY_COST + SCRAP_COST : EMERGENCY_COST
}

/** Makes breakable each run of boxes without a break that is longer than a line and has spaces inside. */
export function partOverlong(
  gaps: GapArrays,
  advance: Float64Array,
  count: number,
  measures: Measures,
  found: Oversize[],
): void {
  let first = 0
  let width = 0
  for (let k = 0; k < count; k++) {
    width += advance[k] ?? 0
    const isEnd = k + 1 === count || gaps.breakCost[k] !== Number.POSITIVE_INFINITY
    if (!isEnd) {
      width += gaps.gap[k] ?? 0
      continue
    }
    if (!fits(width, roomAt(first, measures)) && partAtSpaces(gaps, first, k + 1))
      found.push({ first, end: k + 1 })
    first = k + 1
    width = 0
  }
}

function partAtSpaces(gaps: GapArrays, first: number, end: number): boolean {
  let isParted = false
  for (let k = first; k + 1 < end; k++) {
    if (gaps.gapKind[k] !== GAP.boundSpace) continue
    gaps.breakCost[k] = EMERGENCY_COST
    isParted = true
  }
  return isParted
}
