// What annotations ask of the text they stand beside: room for readings that are wider than their base, one width for a
// spread stretch, no line end inside what stays whole. In: the gap arrays of a paragraph, being filled. Out: what no line
// can hold whole. CLREQ 5.5.

import { fits } from '../core/index.ts'
import { type Annotation, FRAME_ROOM, type ReadingAnnotation, type Spreading } from './annotation.ts'
import type { GapArrays } from './gaps.ts'
import { type Edges, GAP } from './items.ts'
import { type Measures, type Oversize, roomAt } from './overlong.ts'

/** Between two readings of one line, in their own ems (CLREQ 5.5.4: never less than a quarter). */
const READING_GAP = 1 / 4
/** How far a reading may stand over a neighbour that has none, in ems of the base. */
const MOST_OVERHANG = 1 / 2
/** 注音 takes half an em beside its base in horizontal lines, nothing in vertical ones (CLREQ 5.5.3: 30 to 15). */
const SIDE_WIDTH = 1 / 2

interface Ground {
  readonly gaps: GapArrays
  readonly edges: Edges
  readonly advance: Float64Array
  readonly count: number
  /** Body size of box `k`. */
  readonly sizeOf: (k: number) => number
  readonly isVertical: boolean
  readonly measures: Measures
}

/** Boxes `[first, end)` of an annotation, by the units they begin at. */
export interface Extent {
  readonly first: number
  readonly end: number
}

type Placed = Extent & { readonly annotation: Annotation }

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

/** Room first, then bans: what is inside another one must have its room before it is known whether both go into a line. */
export function makeRoom(
  annotations: readonly Annotation[],
  start: Int32Array,
  ground: Ground,
): readonly Oversize[] {
  const placed = annotations
    .map((annotation) => ({ annotation, ...extentOf(start, ground.count, annotation.from, annotation.to) }))
    .filter(({ first, end }) => first < end)
  const whole = placed.filter(({ annotation }) => staysWhole(annotation))
  for (const extent of whole) keepRigid(extent, ground)
  const row = new ReadingRow(ground)
  for (const { annotation, first, end } of placed) {
    if (annotation.kind === 'spread') spread(annotation, first, end, ground)
    else if (annotation.kind === 'mourning')
      widenAround(first, end, FRAME_ROOM * ground.sizeOf(first), ground)
    else if (annotation.kind === 'reading') makeRoomFor(annotation, first, end, row, ground)
  }
  return whole.filter((one) => !keepWhole(one, ground)).map(oversizeOf)
}

/** Dots and lines part with their text, and so does the base of a comment, which stands at its head. */
const staysWhole = (annotation: Annotation): boolean => {
  if (annotation.kind === 'reading') return annotation.place !== 'below'
  return annotation.kind === 'mourning' || annotation.kind === 'spread'
}

const oversizeOf = ({ annotation, first, end }: Placed): Oversize => ({ first, end, held: annotation })

/** What stays whole is not squeezed: what stands beside it would stick out. */
function keepRigid({ annotation, first, end }: Placed, { gaps }: Ground): void {
  for (let k = first; k + 1 < end; k++) {
    gaps.gapShrink[k] = 0
    // The width of a spread stretch is what was asked for: it takes no part in justification.
    if (annotation.kind === 'spread') gaps.gapKind[k] = GAP.rigid
  }
}

/** No line ends inside; answers false where that cannot be: then it parts as any text does. */
function keepWhole({ annotation, first, end }: Placed, ground: Ground): boolean {
  const { gaps, edges, measures } = ground
  const width = (edges.head[first] ?? 0) + widthOf(first, end, ground) + (edges.tail[end - 1] ?? 0)
  const wanted = annotation.kind === 'spread' ? Math.max(width, annotation.over) : width
  const room = roomAt(first, measures)
  if (fits(width, room)) gaps.breakCost.fill(Number.POSITIVE_INFINITY, first, end - 1)
  return fits(wanted, room)
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

/** Room on both sides, at the edges of lines too. */
function widenAround(first: number, end: number, by: number, ground: Ground): void {
  widen(first - 1, by, ground)
  widen(end - 1, by, ground)
  addEdges(first, end, by, ground)
}

/** A line that begins or ends with the base has room for what goes beyond it. */
function addEdges(first: number, end: number, by: number, { edges }: Ground): void {
  edges.head[first] = (edges.head[first] ?? 0) + by
  edges.tail[end - 1] = (edges.tail[end - 1] ?? 0) + by
}

/** A reading and how far it goes beyond its base at either end; negative where it is narrower. In points. */
interface Reach extends Extent {
  readonly over: number
}

/** The readings along one side of the text. They may stand inside one another; those side by side keep apart. */
class ReadingRow {
  readonly #ground: Ground
  /** Those that the next one may come too near to. */
  #near: readonly Reach[] = []

  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Moves a reading, and its base with it, away from the readings whose bases end before it. */
  add(reach: Reach, gap: number): void {
    const ended = this.#near.filter(({ end }) => end <= reach.first)
    for (const before of ended) {
      const wanted = before.over + reach.over + gap
      const room = roomBetween(before.end - 1, reach.first, wanted, this.#ground)
      if (room < wanted) widen(reach.first - 1, wanted - room, this.#ground)
    }
    // Behind another one that has ended, a reading is out of reach.
    const lastHead = Math.max(...ended.map(({ first }) => first))
    this.#near = [...this.#near.filter(({ end }) => end > lastHead), reach]
  }
}

/** The least room there can be from the end of box `from` to the head of box `to`; not counted beyond `enough`. */
function roomBetween(from: number, to: number, enough: number, { advance, gaps }: Ground): number {
  let room = (gaps.gap[from] ?? 0) - (gaps.gapShrink[from] ?? 0)
  for (let k = from + 1; k < to && room < enough; k++)
    room += (advance[k] ?? 0) + (gaps.gap[k] ?? 0) - (gaps.gapShrink[k] ?? 0)
  return room
}

function makeRoomFor(
  reading: ReadingAnnotation,
  first: number,
  end: number,
  row: ReadingRow,
  ground: Ground,
): void {
  if (reading.place === 'below') return
  if (reading.place === 'side' && !ground.isVertical) {
    roomBehind(end, ground)
    return
  }
  const reachOf = reading.place === 'side' ? overOf : roomAlong
  row.add({ first, end, over: reachOf(reading, first, end, ground) }, READING_GAP * reading.size)
}

const lengthOf = ({ set }: ReadingAnnotation): number => set.lines[0]?.end ?? 0

/** How far a reading goes beyond a base that is left as it is. */
const overOf = (reading: ReadingAnnotation, first: number, end: number, ground: Ground): number =>
  (lengthOf(reading) - widthOf(first, end, ground)) / 2

/**
 * A reading along its base. One that is wider goes a little beyond it, where no reading stands; the rest is shared out
 * between and beside the base's characters. Answers how far it goes beyond.
 */
function roomAlong(reading: ReadingAnnotation, first: number, end: number, ground: Ground): number {
  const natural = overOf(reading, first, end, ground)
  const gap = READING_GAP * reading.size
  const most = reading.place === 'fitted' ? 0 : MOST_OVERHANG * ground.sizeOf(first) - gap / 2
  const excess = Math.max(0, 2 * (natural - most))
  const each = excess / (end - first)
  if (excess > 0) {
    for (let k = first; k + 1 < end; k++) widen(k, each, ground)
    widen(first - 1, each / 2, ground)
    widen(end - 1, each / 2, ground)
  }
  const over = excess > 0 ? most + each / 2 : natural
  addEdges(first, end, Math.max(0, over), ground)
  return over
}

/** 注音 of horizontal lines. */
function roomBehind(end: number, ground: Ground): void {
  const width = SIDE_WIDTH * ground.sizeOf(end - 1)
  widen(end - 1, width, ground)
  ground.edges.tail[end - 1] = (ground.edges.tail[end - 1] ?? 0) + width
}

/**
 * 均排: what the stretch lacks is shared out between its characters; a lone one stands in the middle. No stretch is longer
 * than a line.
 */
function spread({ over }: Spreading, first: number, end: number, ground: Ground): void {
  const lack = Math.min(over, roomAt(first, ground.measures)) - widthOf(first, end, ground)
  if (lack <= 0) return
  if (end - first === 1) widenAround(first, end, lack / 2, ground)
  for (let k = first; k + 1 < end; k++) widen(k, lack / (end - first - 1), ground)
}
