// Pages on a flat sheet. In: the page numbers of both sides, the size of the trimmed page, what is cut off around it. Out:
// where each page's trimmed area lies, how far its bleed may reach, where the sheet is cut and folded. Lengths in points
// from the lower left of the sheet. Knows nothing of PDF.
//
//   ┌──────┬──────┐ a ┌──────┬──────┐      W × H: the trimmed page
//   │  5   │  12  │   │  9   │  8   │      between columns 0|1 and 2|3: a spine, `gutter` wide
//   └──────┴──────┘   └──────┴──────┘      between columns 1|2 and between the rows: two cut edges, 2 × `allowance`
//   a                               a
//   ┌──────┬──────┐ a ┌──────┬──────┐
//   │  4   │  13  │   │  16  │  1   │
//   └──────┴──────┘   └──────┴──────┘

import { pt } from '../core/index.ts'
import type { Rect } from './matrix.ts'
import type { Size } from './options.ts'
import type { Side } from './order.ts'
import { MM } from './paper.ts'
import type { SheetPlan } from './plan.ts'

/** What is the same for all sheets of a book. */
export interface SheetSpec {
  readonly trim: Size
  /** Between the two pages at a spine. */
  readonly gutter: number
  /** What is cut off at head, foot and fore-edge, beyond the trim. */
  readonly allowance: number
  /** Of one leaf; what lies inside other sheets moves towards the spine by so much a sheet. */
  readonly thickness: number
  /** Undefined: just what is needed. */
  readonly paper: Size | undefined
}

/** A page on one side of a sheet. */
export interface Placed {
  /** From 1; above the page count a blank. */
  readonly page: number
  readonly isTurned: boolean
  /** Its trimmed area on the sheet. */
  readonly area: Rect
  /** How far ink may reach beyond it, to each side of the sheet; negative where a fold cuts into it. */
  readonly room: Rect
}

export interface SheetLayout {
  readonly size: Size
  readonly front: readonly Placed[]
  readonly back: readonly Placed[]
  /** All trimmed areas together. */
  readonly block: Rect
  /** Where the knife goes: upright cuts at x, level ones at y. */
  readonly cuts: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly folds: { readonly x: readonly number[]; readonly y: readonly number[] }
  /** Whether marks have room around the block. */
  readonly hasMarks: boolean
}

/** Cut off at least, and at most however far a bleed reaches: presses ask for 3 mm and take up to 5. */
const LEAST_ALLOWANCE = 3 * MM
const MOST_ALLOWANCE = 5 * MM

export const allowanceFor = (bleed: number): number =>
  Math.min(MOST_ALLOWANCE, Math.max(LEAST_ALLOWANCE, bleed))

/** Marks begin where the bleed ends, are so long, and keep clear of the paper's edge. */
export const MARK_LENGTH: number = 5 * MM
const CLEAR = 2 * MM

const marginOf = ({ allowance }: SheetSpec): number => allowance + MARK_LENGTH + CLEAR

export function layOut(plan: SheetPlan, spec: SheetSpec): SheetLayout {
  const block = blockSize(plan.front, spec)
  const size = spec.paper ?? neededSize(plan.front, spec)
  const [left, bottom] = [(size.width - block.width) / 2, (size.height - block.height) / 2]
  const grid = gridOf(plan, spec, { left, bottom })
  const margin = marginOf(spec)
  return {
    size,
    front: placedOn(plan.front, grid, spec),
    back: placedOn(plan.back, grid, spec),
    block: { left, bottom, right: left + block.width, top: bottom + block.height },
    cuts: cutsOf(grid, spec),
    folds: foldsOf(grid, spec),
    hasMarks: holds({ width: pt(left), height: pt(bottom) }, { width: pt(margin), height: pt(margin) }),
  }
}

/** Papers are told in whole millimetres, pages often in points. */
const SLACK = 0.05 * MM

/** Whether there is room for `size` on `paper` as it lies. */
export const holds = (paper: Size, size: Size): boolean =>
  size.width <= paper.width + SLACK && size.height <= paper.height + SLACK

/** The trimmed areas of one side with what lies between them. */
export function blockSize(side: Side, { trim, gutter, allowance }: SheetSpec): Size {
  const columns = side[0]?.length ?? 0
  const spines = columns / 2
  return {
    width: pt(columns * trim.width + spines * gutter + (spines - 1) * 2 * allowance),
    height: pt(side.length * trim.height + (side.length - 1) * 2 * allowance),
  }
}

/** The same with marks all round. */
export function neededSize(side: Side, spec: SheetSpec): Size {
  const { width, height } = blockSize(side, spec)
  const margins = 2 * marginOf(spec)
  return { width: pt(width + margins), height: pt(height + margins) }
}

/** Lower left corners of columns and rows. */
interface Grid {
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  /** Paper beyond the outer columns and rows. */
  readonly margin: { readonly x: number; readonly y: number }
  /** How far pages have moved towards their spine. */
  readonly shift: number
}

function gridOf(
  { front, depth }: SheetPlan,
  spec: SheetSpec,
  origin: { left: number; bottom: number },
): Grid {
  const { trim, gutter, allowance } = spec
  const shift = depth * spec.thickness
  const columns = (front[0] ?? []).map((_, column) => {
    const spines = Math.ceil(column / 2)
    const foreEdges = Math.floor(column / 2)
    const x = origin.left + column * trim.width + spines * gutter + foreEdges * 2 * allowance
    return hasSpineOnRight(column) ? x + shift : x - shift
  })
  const rows = front.map((_, row) => origin.bottom + (front.length - 1 - row) * (trim.height + 2 * allowance))
  return { columns, rows, margin: { x: origin.left, y: origin.bottom }, shift }
}

/** Pages lie in pairs, spine to spine, whichever way up. */
const hasSpineOnRight = (column: number): boolean => column % 2 === 0

function placedOn(side: Side, grid: Grid, spec: SheetSpec): readonly Placed[] {
  return side.flatMap((pages, row) =>
    pages.map((page, column) => {
      const [left, bottom] = [grid.columns[column] ?? 0, grid.rows[row] ?? 0]
      const area = { left, bottom, right: left + spec.trim.width, top: bottom + spec.trim.height }
      return {
        page,
        isTurned: side.length > 1 && row === 0,
        area,
        room: roomAround(row, column, grid, spec),
      }
    }),
  )
}

/** To the middle of a fold with a neighbour, to the edge of the paper where there is none. */
function roomAround(row: number, column: number, grid: Grid, { gutter, allowance }: SheetSpec): Rect {
  const spine = gutter / 2 - grid.shift
  const isOutermost = column === 0 || column === grid.columns.length - 1
  const foreEdge = (isOutermost ? grid.margin.x : allowance) + grid.shift
  return {
    left: hasSpineOnRight(column) ? foreEdge : spine,
    right: hasSpineOnRight(column) ? spine : foreEdge,
    top: row === 0 ? grid.margin.y : allowance,
    bottom: row === grid.rows.length - 1 ? grid.margin.y : allowance,
  }
}

/** A spine without a gutter is folded and not cut. */
function cutsOf({ columns, rows }: Grid, { trim, gutter }: SheetSpec): SheetLayout['cuts'] {
  const x = columns.flatMap((left, column) => {
    const edges = [left, left + trim.width]
    if (gutter > 0) return edges
    return hasSpineOnRight(column) ? edges.slice(0, 1) : edges.slice(1)
  })
  return { x, y: rows.flatMap((bottom) => [bottom, bottom + trim.height]) }
}

/** In the middle between two columns, and between two rows. */
function foldsOf({ columns, rows }: Grid, { trim }: SheetSpec): SheetLayout['folds'] {
  const between = (starts: readonly number[], extent: number): readonly number[] =>
    starts.slice(1).map((start, i) => (start + (starts[i] ?? 0) + extent) / 2)
  return { x: between(columns, trim.width), y: between(rows, trim.height) }
}
