// What annotations ask of the text they stand beside: room for readings that are wider than their base, one width for a
// spread stretch, no line end inside a reading's base. In: the gap arrays of a paragraph, being filled. CLREQ 5.5.

import type { Annotation, ReadingAnnotation, Spreading } from './annotation.ts'
import type { GapArrays } from './gaps.ts'
import { type Edges, GAP } from './items.ts'

/** Between two readings of one line, in their own ems (CLREQ 5.5.4: never less than a quarter). */
const READING_GAP = 1 / 4
/** How far a reading may stand over a neighbour that has none, in ems of the base. */
const MOST_OVERHANG = 1 / 2
/** 注音 takes half an em beside its base in horizontal lines, nothing in vertical ones (CLREQ 5.5.3: 30 to 15). */
const SIDE_WIDTH = 1 / 2
/** On each side of a frame, in em. */
const FRAME_ROOM = 1 / 8

interface Ground {
  readonly gaps: GapArrays
  readonly edges: Edges
  readonly advance: Float64Array
  readonly count: number
  /** Body size of box `k`. */
  readonly sizeOf: (k: number) => number
  readonly isVertical: boolean
}

/** Boxes `[first, end)` of an annotation, by the units they begin at. */
export interface Extent {
  readonly first: number
  readonly end: number
}

/** The boxes that begin in units `[from, to)`. */
export function extentOf(start: Int32Array, count: number, from: number, to: number): Extent {
  const lowest = (unit: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((start[middle] ?? 0) < unit) low = middle + 1
      else high = middle
    }
    return low
  }
  return { first: lowest(from), end: lowest(to) }
}

export function makeRoom(annotations: readonly Annotation[], start: Int32Array, ground: Ground): void {
  /** Where the last reading ends, and how far it goes beyond its base there. */
  let before: { end: number; over: number } | undefined
  for (const annotation of annotations) {
    const { first, end } = extentOf(start, ground.count, annotation.from, annotation.to)
    if (first >= end) continue
    if (annotation.kind === 'spread') spread(annotation, first, end, ground)
    else if (annotation.kind === 'mourning') frame(first, end, ground)
    else if (annotation.kind === 'reading') {
      keepWhole(first, end, ground)
      if (annotation.place === 'side') beside(annotation, first, end, ground)
      else if (annotation.place !== 'below')
        before = { end, over: above(annotation, first, end, before, ground) }
    }
  }
}

/** A base stays on one line and is not squeezed: what stands beside it would stick out. */
const keepWhole = (first: number, end: number, { gaps }: Ground): void => {
  for (let k = first; k + 1 < end; k++) {
    gaps.breakCost[k] = Number.POSITIVE_INFINITY
    gaps.gapShrink[k] = 0
  }
}

/** The least room there can be from the end of box `from` to the head of box `to`; not counted beyond `enough`. */
function roomBetween(from: number, to: number, enough: number, { advance, gaps }: Ground): number {
  let room = (gaps.gap[from] ?? 0) - (gaps.gapShrink[from] ?? 0)
  for (let k = from + 1; k < to && room < enough; k++)
    room += (advance[k] ?? 0) + (gaps.gap[k] ?? 0) - (gaps.gapShrink[k] ?? 0)
  return room
}

const widthOf = (first: number, end: number, { advance, gaps }: Ground): number => {
  let width = 0
  for (let k = first; k < end; k++) width += (advance[k] ?? 0) + (k + 1 < end ? (gaps.gap[k] ?? 0) : 0)
  return width
}

const widen = (k: number, by: number, { gaps, count }: Ground): void => {
  if (k < 0 || k + 1 >= count) return
  gaps.gap[k] = (gaps.gap[k] ?? 0) + by
}

/**
 * A reading along its base. One that is wider goes a little beyond it, where no reading stands; the rest is shared out
 * between and beside the base's characters. Answers how far it goes beyond at its end (negative: it is narrower).
 */
function above(
  reading: ReadingAnnotation,
  first: number,
  end: number,
  before: { end: number; over: number } | undefined,
  ground: Ground,
): number {
  const size = ground.sizeOf(first)
  const gap = READING_GAP * reading.size
  const width = reading.set.lines[0]?.end ?? 0
  const base = widthOf(first, end, ground)
  const most = reading.place === 'fitted' ? 0 : MOST_OVERHANG * size - gap / 2
  const excess = Math.max(0, width - base - 2 * most)
  const each = excess / (end - first)
  if (excess > 0) {
    for (let k = first; k + 1 < end; k++) widen(k, each, ground)
    widen(first - 1, each / 2, ground)
    widen(end - 1, each / 2, ground)
  }
  const over = excess > 0 ? most + each / 2 : (width - base) / 2
  if (before) {
    const wanted = before.over + over + gap
    const room = roomBetween(before.end - 1, first, wanted, ground)
    if (room < wanted) widen(first - 1, wanted - room, ground)
  }
  addEdges(first, end, Math.max(0, over), ground)
  return over
}

/** A line that begins or ends with the base has room for what goes beyond it. */
function addEdges(first: number, end: number, by: number, { edges }: Ground): void {
  edges.head[first] = (edges.head[first] ?? 0) + by
  edges.tail[end - 1] = (edges.tail[end - 1] ?? 0) + by
}

function beside(_reading: ReadingAnnotation, _first: number, end: number, ground: Ground): void {
  if (ground.isVertical) return
  const width = SIDE_WIDTH * ground.sizeOf(end - 1)
  widen(end - 1, width, ground)
  ground.edges.tail[end - 1] = (ground.edges.tail[end - 1] ?? 0) + width
}

function frame(first: number, end: number, ground: Ground): void {
  keepWhole(first, end, ground)
  const room = FRAME_ROOM * ground.sizeOf(first)
  widen(first - 1, room, ground)
  widen(end - 1, room, ground)
  addEdges(first, end, room, ground)
}

/** 均排: what the stretch lacks is shared out between its characters; a lone one stands in the middle. */
function spread({ over }: Spreading, first: number, end: number, ground: Ground): void {
  keepWhole(first, end, ground)
  // Its width is what was asked for: it takes no part in justification.
  for (let k = first; k + 1 < end; k++) ground.gaps.gapKind[k] = GAP.rigid
  const lack = over - widthOf(first, end, ground)
  if (lack <= 0) return
  if (end - first === 1) {
    widen(first - 1, lack / 2, ground)
    widen(end - 1, lack / 2, ground)
    addEdges(first, end, lack / 2, ground)
    return
  }
  for (let k = first; k + 1 < end; k++) widen(k, lack / (end - first - 1), ground)
}
