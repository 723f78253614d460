// Strict grid (CLREQ 6.2.4): every Han and every mark on a cell of one em. Western text and digits, and what is half an em
// wide, are centred in a whole number of cells; the slack of a line goes to them, cell by cell, and to nothing else. In:
// items with natural gaps. Out: items whose gaps keep the grid, and the Give that breaks and sets by it.

import { fits } from '../core/index.ts'
import type { Adjustment, Give } from './give.ts'
import { type CellRun, type Cells, GAP, type Items } from './items.ts'

/** Demerits for each em, squared, by which a line ends before its measure. */
const SHORT_COST = 2
const EPSILON = 1e-6

const wholeCells = (width: number, size: number): number =>
  Math.max(0, Math.ceil(width / size - EPSILON)) * size

export interface GridOptions {
  /** Length of a cell, in points. */
  readonly size: number
  /** Whether a box takes whole cells once the blank of a mark beside it is counted. */
  readonly isCell: (k: number) => boolean
  /** The blank of the mark `k`, which is part of its cell and not of the run beside it. */
  readonly blankAfter: (k: number) => number
  readonly blankBefore: (k: number) => number
}

/** @param items with every mark at its full width, heads of lines included */
export function onGrid(items: Items, options: GridOptions): Items {
  const { size, isCell, blankAfter, blankBefore } = options
  const gap = items.gap.slice()
  const head = (items.edges?.head ?? new Float64Array(items.count)).slice()
  const tail = (items.edges?.tail ?? new Float64Array(items.count)).slice()
  const runs: CellRun[] = []
  for (let first = 0; first < items.count; first++) {
    if (isCell(first)) continue
    let end = first + 1
    while (end < items.count && !isCell(end)) end++
    const run = { first, end, ahead: shareAhead(items, first, end) }
    runs.push(run)
    padRun(items, run, { gap, head, tail }, options)
    first = end - 1
  }
  for (let k = 0; k < items.count; k++) {
    if (!isCell(k)) continue
    const before = blankBefore(k)
    head[k] = before + wholeCells((head[k] ?? 0) - before, size)
    if (k + 1 === items.count || !isCell(k + 1)) continue
    const blanks = blankAfter(k) + blankBefore(k + 1)
    gap[k] = blanks + wholeCells((gap[k] ?? 0) - blanks, size)
  }
  const none = new Float64Array(items.count)
  const edges = { ...items.edges, head, tail }
  return { ...items, gap, gapShrink: none, gapStretch: none, edges, cells: { size, runs } }
}

/** Nothing comes between a run and the connector or base it is tied to on one side: its white is on the other. */
function shareAhead({ gapKind, count }: Items, first: number, end: number): number {
  const isTiedBefore = first > 0 && gapKind[first - 1] === GAP.rigid
  const isTiedBehind = end < count && gapKind[end - 1] === GAP.rigid
  if (isTiedBefore === isTiedBehind) return 1 / 2
  return isTiedBefore ? 0 : 1
}

interface White {
  readonly gap: Float64Array
  readonly head: Float64Array
  readonly tail: Float64Array
}

/** Centres a run in whole cells; a line that begins inside it begins with what its rest lacks. */
function padRun(
  { advance }: Items,
  { first, end, ahead: share }: CellRun,
  { gap, head, tail }: White,
  { size, blankAfter, blankBefore }: GridOptions,
): void {
  const isLast = end === advance.length
  let width = 0
  for (let k = first; k < end; k++) width += (advance[k] ?? 0) + (k + 1 < end ? (gap[k] ?? 0) : 0)
  const ahead = first > 0 ? blankAfter(first - 1) : blankBefore(0)
  const behind = isLast ? blankAfter(end - 1) : blankBefore(end)
  const wanted = Math.max(0, ((first > 0 ? gap[first - 1] : head[0]) ?? 0) - ahead)
  const atEnd = Math.max(0, (tail[end - 1] ?? 0) - blankAfter(end - 1))
  const wantedAfter = isLast ? atEnd : Math.max(0, (gap[end - 1] ?? 0) - behind)
  const pad = wholeCells(width + wanted + wantedAfter, size) - width
  const before = share === 0 ? wanted : share === 1 ? pad - wantedAfter : pad / 2
  if (first > 0) gap[first - 1] = ahead + before
  gap[end - 1] = (isLast ? 0 : behind) + pad - before
  head[first] = before
  tail[end - 1] = atEnd
  let rest = width + pad - before
  for (let k = first; k + 1 < end; k++) {
    rest -= (advance[k] ?? 0) + (gap[k] ?? 0)
    head[k + 1] = wholeCells(rest, size) - rest
  }
}

/** What lines of a grid can give: nothing, but whole cells to the Western runs that stand inside them. */
export function gridGive(items: Items, { size, runs }: Cells): Give {
  const { count, advance, gap, edges } = items
  const width = new Float64Array(count + 1)
  for (let k = 0; k < count; k++) width[k + 1] = (width[k] ?? 0) + (advance[k] ?? 0) + (gap[k] ?? 0)
  const naturalWidth = (first: number, end: number): number =>
    (width[end] ?? 0) -
    (width[first] ?? 0) -
    (gap[end - 1] ?? 0) +
    (edges?.head[first] ?? 0) +
    (edges?.tail[end - 1] ?? 0)
  const lineCost = (_first: number, _end: number, lack: number): number =>
    lack > 0 ? SHORT_COST * (lack / size) ** 2 : 0
  const adjust = (first: number, end: number, measure: number, isLast: boolean): Adjustment => {
    const lack = measure - naturalWidth(first, end)
    const share = new Float64Array(GAP.middot + 1)
    const cells = isLast ? 0 : Math.floor(lack / size + EPSILON)
    const inside = runs.filter((run) => run.first > first && run.end < end)
    if (cells <= 0 || inside.length === 0)
      return { share, stretch: 0, residue: Math.min(0, lack), short: isLast ? 0 : Math.max(0, lack) }
    const extra = new Map<number, number>()
    const add = (k: number, points: number) => extra.set(k, (extra.get(k) ?? 0) + points)
    for (let i = 0; i < cells; i++) {
      const run = inside[i % inside.length]
      if (!run) continue
      add(run.first - 1, run.ahead * size)
      add(run.end - 1, (1 - run.ahead) * size)
    }
    return { share, stretch: 0, residue: 0, short: Math.max(0, lack - cells * size), extra }
  }
  return {
    canFit: (first, end, measure) => fits(naturalWidth(first, end), measure),
    lineCost,
    lastLineCost: () => 0,
    naturalWidth,
    adjust,
  }
}
