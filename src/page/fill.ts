// Flow → logical pages: bands of columns and spanning titles down the page, page after page. Columns of a full page
// are filled one after the other; those before a spanning title, a new page or the end are made equal where the layout
// asks for it (CLREQ 2.4.2: in horizontal books).

import { type ColumnRoom, type Cursor, fillColumn, linesOf, standsOver } from './column.ts'
import type { Band, FlowBlock, LogicalPage, Placed, TitleBlock } from './flow.ts'

export interface FillOptions {
  readonly linesPerColumn: number
  readonly columns: number
  readonly balance: boolean
  readonly firstFolio: number
}

export function fillPages(flow: readonly FlowBlock[], options: FillOptions): readonly LogicalPage[] {
  const pages: LogicalPage[] = []
  let cursor: Cursor = { block: 0, row: 0 }
  let folio = options.firstFolio
  while (cursor.block < flow.length) {
    const opener = titleAt(flow, cursor)
    if (opener?.start === 'new-recto' && folio % 2 === 0) {
      pages.push({ folio: folio++, bands: [], isOpening: false, isBlank: true })
    }
    const page = fillPage(flow, cursor, options)
    const isOpening = opener !== undefined && opener.span === 'all'
    // Blocks without rows can be taken without a page to show for it.
    if (page.bands.length > 0) pages.push({ folio: folio++, bands: page.bands, isOpening, isBlank: false })
    if (page.cursor.block === cursor.block && page.cursor.row === cursor.row) throw stuck(flow, cursor)
    cursor = page.cursor
  }
  return pages
}

const titleAt = (flow: readonly FlowBlock[], cursor: Cursor): TitleBlock | undefined => {
  const block = flow[cursor.block]
  return cursor.row === 0 && block?.kind === 'title' ? block : undefined
}

const stuck = (flow: readonly FlowBlock[], cursor: Cursor): Error =>
  new Error(`a page took nothing of block ${cursor.block} (${flow[cursor.block]?.kind}), row ${cursor.row}`)

interface FilledPage {
  readonly bands: readonly Band[]
  readonly cursor: Cursor
}

function fillPage(flow: readonly FlowBlock[], from: Cursor, options: FillOptions): FilledPage {
  const bands: Band[] = []
  let at = 0
  let cursor = from
  while (cursor.block < flow.length && at < options.linesPerColumn) {
    const title = titleAt(flow, cursor)
    const isPageHead = at === 0
    if (title && title.start !== 'run-on' && !isPageHead && !followsTitleOnly(bands, title)) break
    if (title?.span === 'all') {
      const room = options.linesPerColumn - at - title.lines
      if (!isPageHead && (room < 0 || !standsOver(flow, cursor.block, room))) break
      bands.push({ at, lines: title.lines, content: { kind: 'title', title } })
      at += title.lines
      cursor = { block: cursor.block + 1, row: 0 }
      continue
    }
    const band = fillBand(flow, cursor, at, options)
    cursor = band.cursor
    if (band.columns.every((column) => column.length === 0)) break
    bands.push({ at, lines: band.lines, content: { kind: 'columns', columns: band.columns } })
    at += band.lines
  }
  return { bands, cursor }
}

/** The chapter title right below its part's title needs no page of its own. */
const followsTitleOnly = (bands: readonly Band[], title: TitleBlock): boolean =>
  title.begins.level === 'chapter' &&
  bands.every((band) => band.content.kind === 'title' && band.content.title.begins.level === 'part')

interface FilledBand {
  readonly columns: readonly (readonly Placed[])[]
  readonly lines: number
  readonly cursor: Cursor
}

/** @param at first grid line of the band */
function fillBand(flow: readonly FlowBlock[], from: Cursor, at: number, options: FillOptions): FilledBand {
  const height = options.linesPerColumn - at
  const room = { height, isFull: true, isPageHead: at === 0 }
  const full = fillColumns(flow, from, options.columns, room)
  const isWhole = full.cursor.row === 0 && endsBand(flow, full.cursor.block)
  if (!isWhole || !options.balance) return { ...full, lines: height }
  return balanced(flow, from, height, options, full)
}

/** Whether nothing more of the flow belongs to this band: its end, a spanning title, or a new page. */
const endsBand = (flow: readonly FlowBlock[], block: number): boolean => {
  const next = flow[block]
  return next === undefined || (next.kind === 'title' && (next.span === 'all' || next.start !== 'run-on'))
}

/** The least height at which the columns still hold everything; the first may be a line longer than the others. */
function balanced(
  flow: readonly FlowBlock[],
  from: Cursor,
  height: number,
  options: FillOptions,
  full: FilledColumns,
): FilledBand {
  const total = full.columns.reduce((sum, column) => sum + linesOf(column), 0)
  for (let lines = Math.ceil(total / options.columns); lines < height; lines++) {
    const room = { height: lines, isFull: false, isPageHead: false }
    const tried = fillColumns(flow, from, options.columns, room)
    if (tried.cursor.block === full.cursor.block && tried.cursor.row === 0) return { ...tried, lines }
  }
  return { ...full, lines: height }
}

interface FilledColumns {
  readonly columns: readonly (readonly Placed[])[]
  readonly cursor: Cursor
}

function fillColumns(
  flow: readonly FlowBlock[],
  from: Cursor,
  count: number,
  room: Omit<ColumnRoom, 'isBandHead'>,
): FilledColumns {
  const columns: (readonly Placed[])[] = []
  let cursor = from
  for (let i = 0; i < count; i++) {
    const column = fillColumn(flow, cursor, { ...room, isBandHead: i === 0 })
    columns.push(column.placed)
    cursor = column.cursor
  }
  return { columns, cursor }
}
