// The marks of a sheet: where to cut, where to fold, where colours must meet, which signature this is. In: the layout of a
// sheet. Out: lines, boxes and rings in points from its lower left. All marks stand outside what is kept but the collating
// mark, which stands on the fold of the back. No text: a press file must not need a font for its marks.

import { labelStrokes } from './label.ts'
import { MARK_LENGTH, type SheetLayout } from './layout.ts'
import type { Mark, Point } from './mark.ts'
import { MM } from './paper.ts'
import type { SheetPlan } from './plan.ts'

export interface MarksOptions {
  readonly allowance: number
  /** How many signatures the book has; a collating mark steps down by as much as lets all stand on the back. */
  readonly signatures: number
  readonly isBooklet: boolean
}

export function marksOf(
  plan: SheetPlan,
  layout: SheetLayout,
  side: 'front' | 'back',
  options: MarksOptions,
): readonly Mark[] {
  const collating = side === 'front' && !options.isBooklet ? collatingMark(plan, layout, options) : []
  if (!layout.hasMarks) return collating
  return [
    ...ticks(layout.cuts, layout, options, 'thin'),
    ...ticks(layout.folds, layout, options, 'dashed'),
    ...targets(layout, options),
    ...label(plan, layout, side, options),
    ...collating,
  ]
}

/** Short lines in the margins, in line with each cut or fold. */
function ticks(
  at: SheetLayout['cuts'],
  { block }: SheetLayout,
  { allowance }: MarksOptions,
  style: 'thin' | 'dashed',
): readonly Mark[] {
  const line = (from: Point, to: Point): Mark => ({
    kind: 'line',
    from,
    to,
    ...(style === 'dashed' && { style }),
  })
  const upright = at.x.flatMap((x) =>
    [block.top + allowance, block.bottom - allowance - MARK_LENGTH].map((y) =>
      line([x, y], [x, y + MARK_LENGTH]),
    ),
  )
  const level = at.y.flatMap((y) =>
    [block.left - allowance - MARK_LENGTH, block.right + allowance].map((x) =>
      line([x, y], [x + MARK_LENGTH, y]),
    ),
  )
  return [...upright, ...level]
}

const RING = 2 * MM
const ARM = 3 * MM

/** Registration targets (套准标) in the middle of the margins, clear of cuts and folds. */
function targets(layout: SheetLayout, { allowance }: MarksOptions): readonly Mark[] {
  const { block, front } = layout
  const out = allowance + MARK_LENGTH / 2 + MM
  const middles = front.map(({ area }) => ({
    x: (area.left + area.right) / 2,
    y: (area.bottom + area.top) / 2,
  }))
  const columns = middles.map(({ x }) => x)
  const across = [...new Set([Math.min(...columns), Math.max(...columns)])]
  const up = [...new Set(middles.map(({ y }) => y))]
  const points: Point[] = [
    ...across.flatMap((x): Point[] => [
      [x, block.bottom - out],
      [x, block.top + out],
    ]),
    ...up.flatMap((y): Point[] => [
      [block.left - out, y],
      [block.right + out, y],
    ]),
  ]
  return points.flatMap(target)
}

const target = ([x, y]: Point): readonly Mark[] => [
  { kind: 'ring', centre: [x, y], radius: RING },
  { kind: 'line', from: [x - ARM, y], to: [x + ARM, y] },
  { kind: 'line', from: [x, y - ARM], to: [x, y + ARM] },
]

/** Number of the signature, or of the sheet in a booklet, with A for the front and b for the back. */
function label(
  { signature, depth }: SheetPlan,
  { block }: SheetLayout,
  side: 'front' | 'back',
  { allowance, isBooklet }: MarksOptions,
): readonly Mark[] {
  const text = `${isBooklet ? depth + 1 : signature} ${side === 'front' ? 'A' : 'b'}`
  return labelStrokes(text, [block.left + 8 * MM, block.bottom - allowance - MARK_LENGTH])
}

/** A collating mark (折标) is so high where there are not too many, so wide, and begins so far from head and foot. */
const COLLATING = { height: 8 * MM, width: 2 * MM, share: 0.1 }
/** Lower ones are not told apart on the back. */
const LEAST_COLLATING = 3 * MM

/** A black box on the fold between the first page of a signature and its last, one step lower for each signature. */
function collatingMark(
  { outside: [first], signature }: SheetPlan,
  { front, folds }: SheetLayout,
  { signatures }: MarksOptions,
): readonly Mark[] {
  const page = front.find((placed) => placed.page === first)
  if (page === undefined) return []
  const { left, right, bottom, top } = page.area
  const extent = (top - bottom) * (1 - 2 * COLLATING.share)
  const height = Math.max(LEAST_COLLATING, Math.min(COLLATING.height, extent / signatures))
  const steps = Math.max(1, Math.floor(extent / height))
  const step = (signature - 1) % steps
  const y = top - (top - bottom) * COLLATING.share - (step + 1) * height
  const spine = nearest(folds.x, left, right)
  return [{ kind: 'box', x: spine - COLLATING.width / 2, y, width: COLLATING.width, height }]
}

/** The fold at a page's own spine: the first page of a signature stands in an outer column, with one fold beside it. */
const nearest = (folds: readonly number[], left: number, right: number): number =>
  folds.toSorted((a, b) => distance(a, left, right) - distance(b, left, right))[0] ?? left

const distance = (x: number, left: number, right: number): number =>
  Math.min(Math.abs(x - left), Math.abs(x - right))
