// One column after the other: as many rows as it holds, parted by the rules for lone lines (孤行) and lone headings
// (背题). Where a rule would leave the foot of a column empty, a paragraph of the column is run one line long or short
// first; only when none can be does the column end short.

import { type Em, em } from '../core/index.ts'
import type { FlowBlock, Placed, Row, RowsBlock } from './flow.ts'

/** Place in the flow: the next row of the next block. `rows` are that block's, which may have been recast. */
export interface Cursor {
  readonly block: number
  readonly row: number
  readonly rows?: readonly Row[]
}

export interface FilledColumn {
  readonly placed: readonly Placed[]
  readonly cursor: Cursor
  /** Grid lines left empty at the foot though more text follows. */
  readonly short: number
}

/** Grid lines a column's blocks reach down to. */
export const linesOf = (column: readonly Placed[]): number => {
  const last = column.at(-1)
  if (!last) return 0
  return last.at + (last.block.kind === 'title' ? last.block.lines : last.rows.length)
}

/** How many paragraphs back a column looks for one that can be recast. */
const RECAST_REACH = 6

/**
 * Fills a column of `height` lines from a cursor. Stops before a title that spans columns or begins a page.
 *
 * @param isFull the column is as high as the page allows: paragraphs may be run long or short to fill its foot, and a
 *   block that no column can take by the rules is taken against them, for a page must not stay white for ever
 */
export function fillColumn(
  flow: readonly FlowBlock[],
  from: Cursor,
  height: number,
  isFull: boolean,
): FilledColumn {
  const column = place(flow, from, height, isFull, new Map())
  if (!isFull || column.short === 0) return column
  return mend(flow, from, height, column) ?? column
}

/** Stretch (em a gap) that a recast paragraph may show: unseen for one empty line, hardly seen for more. */
const RECAST_STRETCH = em(0.033)
const RECAST_STRETCH_FOR_MORE = em(0.06)

function mend(
  flow: readonly FlowBlock[],
  from: Cursor,
  height: number,
  column: FilledColumn,
): FilledColumn | undefined {
  const mended = mendWithin(flow, from, height, column, RECAST_STRETCH)
  if (mended || column.short === 1) return mended
  return mendWithin(flow, from, height, column, RECAST_STRETCH_FOR_MORE)
}

/** Tries the paragraphs that begin in this column, last first, one row fewer or more. */
function mendWithin(
  flow: readonly FlowBlock[],
  from: Cursor,
  height: number,
  column: FilledColumn,
  mostStretch: Em,
): FilledColumn | undefined {
  const last = column.cursor.block
  const first = from.row === 0 ? from.block : from.block + 1
  for (let block = last; block >= Math.max(first, last - RECAST_REACH); block--) {
    const candidate = flow[block]
    if (candidate?.kind !== 'rows' || !candidate.recast) continue
    for (const by of [-1, 1]) {
      const rows = candidate.recast(by, mostStretch)
      const mended = rows && place(flow, from, height, true, new Map([[block, rows]]))
      if (mended && mended.short === 0) return mended
    }
  }
  return undefined
}

/** Rows of blocks that are tried in another number. */
type Recasts = ReadonlyMap<number, readonly Row[]>

function place(
  flow: readonly FlowBlock[],
  from: Cursor,
  height: number,
  isFull: boolean,
  recasts: Recasts,
): FilledColumn {
  const placed: Placed[] = []
  let at = 0
  let { block, row } = from
  let carried = from.rows
  for (; ; block++, row = 0, carried = undefined) {
    const next = flow[block]
    if (
      !next ||
      (next.kind === 'title' && breaksColumns(next, block === from.block && row === 0 && at === 0))
    ) {
      return { placed, cursor: { block, row: 0 }, short: 0 }
    }
    const room = height - at
    const mustTake = isFull && at === 0
    if (next.kind === 'title') {
      const stands = room >= next.lines && standsOver(flow, block, room - next.lines)
      if (!stands && !mustTake) return ended(placed, { block, row: 0 }, room)
      placed.push({ block: next, at, rows: [], isFirst: true })
      at += next.lines
      continue
    }
    const rows = recasts.get(block) ?? carried ?? next.rows
    const allowed = rowsToTake(next, rows.length - row, room, row === 0, flow, block)
    const taken = allowed === 0 && mustTake ? Math.min(room, rows.length - row) : allowed
    if (taken > 0) placed.push({ block: next, at, rows: rows.slice(row, row + taken), isFirst: row === 0 })
    at += taken
    if (row + taken < rows.length) return ended(placed, { block, row: row + taken, rows }, height - at)
  }
}

const ended = (placed: readonly Placed[], cursor: Cursor, short: number): FilledColumn => ({
  placed,
  cursor,
  short,
})

/** A title that needs the full width or a new page is for fillPages to set. */
const breaksColumns = (title: FlowBlock & { kind: 'title' }, isHead: boolean): boolean =>
  title.span === 'all' || (title.start !== 'run-on' && !isHead)

/** Least lines of text below a heading. */
const LINES_BELOW_HEADING = 2

/** Whether the text after a heading begins in the room below it, so that the heading does not stand there alone (背题). */
function standsOver(flow: readonly FlowBlock[], heading: number, room: number): boolean {
  const next = flow[heading + 1]
  if (!next) return true
  if (next.kind === 'title') return room >= next.lines && standsOver(flow, heading + 1, room - next.lines)
  const taken = rowsToTake(next, next.rows.length, room, true, flow, heading + 1)
  return taken >= Math.min(next.rows.length, LINES_BELOW_HEADING)
}

/** How many of the remaining rows go into the room: all, or as many as leave neither end alone. */
function rowsToTake(
  block: RowsBlock,
  remaining: number,
  room: number,
  isStart: boolean,
  flow: readonly FlowBlock[],
  index: number,
): number {
  if (remaining <= room) {
    return !block.keepsNext || standsOver(flow, index, room - remaining) ? remaining : 0
  }
  if (block.keepsNext) return 0
  const most = Math.min(room, remaining - block.minAtHead)
  if (most <= 0) return 0
  return isStart && most < block.minAtFoot ? 0 : most
}
