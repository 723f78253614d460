// One column after the other: as many rows as it holds, parted by the rules for lone lines (孤行) and lone headings
// (背题). Where a rule would leave the foot of a column empty, a paragraph of the column is run one line long or short
// first; only when none can be does the column end short.

import { type Em, em } from '../core/index.ts'
import type { BlockRows, FlowBlock, Placed, TitleBlock } from './flow.ts'

/** Place in the flow: the next row of the next block. `carried` are that block's rows, which may have been recast. */
export interface Cursor {
  readonly block: number
  readonly row: number
  readonly carried?: BlockRows
}

/** Where a column stands. */
export interface ColumnRoom {
  /** Grid lines. */
  readonly height: number
  /** As high as the page allows: paragraphs may be run long or short to fill its foot. */
  readonly isFull: boolean
  /**
   * Nothing stands above it on the page: if it is full, a block that no column can take by the rules is taken against
   * them, for a page must not stay white for ever. Elsewhere such a block waits for the next page.
   */
  readonly isPageHead: boolean
  /** The first of its band: at its head may stand a title that asks for a new page, when fillPages has let it in. */
  readonly isBandHead: boolean
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

/** Fills a column from a cursor. Stops before a title that spans columns or begins a page. */
export function fillColumn(flow: readonly FlowBlock[], from: Cursor, room: ColumnRoom): FilledColumn {
  const column = place(flow, from, room, new Map())
  if (!room.isFull || column.short === 0) return column
  return mend(flow, from, room, column) ?? column
}

/** Stretch (em a gap) that a recast paragraph may show: unseen for one empty line, hardly seen for more. */
const RECAST_STRETCH = em(0.033)
const RECAST_STRETCH_FOR_MORE = em(0.06)

function mend(
  flow: readonly FlowBlock[],
  from: Cursor,
  room: ColumnRoom,
  column: FilledColumn,
): FilledColumn | undefined {
  // What is to mend the foot by the rules must not be taken against them.
  const strict = { ...room, isPageHead: false }
  const mended = mendWithin(flow, from, strict, column, RECAST_STRETCH)
  if (mended || column.short === 1) return mended
  return mendWithin(flow, from, strict, column, RECAST_STRETCH_FOR_MORE)
}

/** Tries the paragraphs that begin in this column, last first, one row fewer or more. */
function mendWithin(
  flow: readonly FlowBlock[],
  from: Cursor,
  room: ColumnRoom,
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
      const mended = rows && place(flow, from, room, new Map([[block, rows]]))
      if (mended && mended.short === 0) return mended
    }
  }
  return undefined
}

/** Blocks that are tried in another number of rows. */
type Recasts = ReadonlyMap<number, BlockRows>

function place(flow: readonly FlowBlock[], from: Cursor, room: ColumnRoom, recasts: Recasts): FilledColumn {
  const placed: Placed[] = []
  let at = 0
  let { block, row, carried } = from
  for (; ; block++, row = 0, carried = undefined) {
    const next = flow[block]
    const isHead = room.isBandHead && block === from.block && row === 0
    if (!next || (next.kind === 'title' && breaksColumns(next, isHead))) {
      return { placed, cursor: { block, row: 0 }, short: 0 }
    }
    const left = room.height - at
    const mustTake = room.isFull && room.isPageHead && at === 0
    if (next.kind === 'title') {
      const stands = left >= next.lines && standsOver(flow, block, left - next.lines)
      if (!stands && !mustTake) return { placed, cursor: { block, row: 0 }, short: left }
      placed.push({ block: next, at, rows: [], isFirst: true })
      at += next.lines
      continue
    }
    const set = recasts.get(block) ?? carried ?? next
    const remaining = set.rows.length - row
    const allowed = rowsToTake(remaining, left, row === 0 ? next.minAtFoot : 0, set.minAtHead)
    const taken = allowed === 0 && mustTake ? Math.min(left, remaining) : allowed
    if (taken > 0)
      placed.push({ block: next, at, rows: set.rows.slice(row, row + taken), isFirst: row === 0 })
    at += taken
    if (taken < remaining) {
      return { placed, cursor: { block, row: row + taken, carried: set }, short: room.height - at }
    }
  }
}

/** A title that needs the full width or a new page is for fillPages to set. */
const breaksColumns = (title: TitleBlock, isHead: boolean): boolean =>
  title.span === 'all' || (title.start !== 'run-on' && !isHead)

/** Least lines of text below a heading. */
const LINES_BELOW_HEADING = 2

/**
 * Whether the text after a heading begins in the room below it, so that the heading does not stand there alone (背题).
 * Where nothing follows, or a title that begins a page of its own, no place would be better.
 */
export function standsOver(flow: readonly FlowBlock[], heading: number, room: number): boolean {
  const next = flow[heading + 1]
  if (!next) return true
  if (next.kind === 'title') {
    return next.start !== 'run-on' || (room >= next.lines && standsOver(flow, heading + 1, room - next.lines))
  }
  const taken = rowsToTake(next.rows.length, room, next.minAtFoot, next.minAtHead)
  return taken >= Math.min(next.rows.length, LINES_BELOW_HEADING)
}

/** How many of the remaining rows go into the room: all, or as many as leave neither end alone. */
function rowsToTake(remaining: number, room: number, minAtFoot: number, minAtHead: number): number {
  if (remaining <= room) return remaining
  const most = Math.min(room, remaining - minAtHead)
  return most <= 0 || most < minAtFoot ? 0 : most
}
