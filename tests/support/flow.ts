// Blocks for filling pages, made without fonts: `rows('a', 10)` is ten lines a0 … a9, `title('T', 3)` a title of three
// lines. `show` writes filled pages as text: columns parted by |, bands by /, titles by name and lines.

import { SourceText } from '../../src/core/index.ts'
import type {
  Band,
  Beginning,
  BlockRows,
  FlowBlock,
  LogicalPage,
  Placed,
  Row,
  RowsBlock,
  TitleBlock,
} from '../../src/page/flow.ts'
import type { SetLine, SetParagraph } from '../../src/paragraph/index.ts'

const LINE: SetLine = {
  runs: [],
  indent: 0,
  end: 100,
  textStart: 0,
  textEnd: 0,
  stretch: 0,
  residue: 0,
  short: 0,
  size: 10,
  changes: [],
  beside: [],
}

const paragraphOf = (text: string): SetParagraph => ({
  stream: { text, runs: [], annotations: [] },
  sorts: new Int32Array(),
  offsets: new Float64Array(),
  at: new Int32Array(),
  lines: [LINE],
})

/** A line of the grid that knows its name. */
const rowOf = (name: string): Row => [{ paragraph: paragraphOf(name), line: LINE, shift: 0 }]

export const rowsOf = (name: string, count: number): readonly Row[] =>
  Array.from({ length: count }, (_, i) => rowOf(`${name}${i}`))

/** The rows of a recast paragraph. */
export const recastOf = (name: string, count: number, minAtHead = 2): BlockRows => ({
  rows: rowsOf(name, count),
  minAtHead,
})

/** A paragraph of so many lines; two at least stay together at a column's head and foot. */
export const rows = (name: string, count: number, over: Partial<RowsBlock> = {}): RowsBlock => ({
  kind: 'rows',
  rows: rowsOf(name, count),
  minAtFoot: 2,
  minAtHead: 2,
  ...over,
})

const sourceOf = (text: string): SourceText => SourceText.verbatim(text, 'test.yaml', 0)

/** An entry that begins with a block. */
export const entryOf = (name: string): Beginning => ({ level: 'entry', title: name, source: sourceOf(name) })

export const title = (name: string, lines: number, over: Partial<TitleBlock> = {}): TitleBlock => ({
  kind: 'title',
  span: 'column',
  start: 'run-on',
  lines,
  design: {
    paragraph: paragraphOf(name),
    size: 14,
    lines: [{ inline: 0, block: 0 }],
    ruleBefore: 'none',
    ruleAfter: 'none',
    ruleAfterAt: 0,
  },
  begins: { level: 'chapter', title: name, source: sourceOf(name) },
  ...over,
})

/** A part's title: across the page, on a right-hand page of its own unless a chapter follows. */
export const partTitle = (name: string, lines: number): TitleBlock =>
  title(name, lines, {
    span: 'all',
    start: 'new-recto',
    begins: { level: 'part', title: name, source: sourceOf(name) },
  })

export const nameOf = (row: Row): string => row[0]?.paragraph.stream.text ?? '?'

const showPlaced = ({ block, rows: placed }: Placed): string =>
  block.kind === 'title' ? `[${block.begins.title}${block.lines}]` : placed.map(nameOf).join(' ')

export const showColumn = (column: readonly Placed[]): string => column.map(showPlaced).join(' ')

const showBand = ({ content }: Band): string =>
  content.kind === 'title'
    ? `[${content.title.begins.title}${content.title.lines}]`
    : content.columns.map(showColumn).join(' | ')

export const show = (pages: readonly LogicalPage[]): readonly string[] =>
  pages.map((page) => (page.isBlank ? '(blank)' : page.bands.map(showBand).join(' / ')))

/** Names of all lines of a flow in order. */
export const linesOfFlow = (flow: readonly FlowBlock[]): readonly string[] =>
  flow.flatMap((block) => (block.kind === 'title' ? [block.begins.title] : block.rows.map(nameOf)))
