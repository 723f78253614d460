// What goes onto pages, in order: blocks that are whole numbers of grid lines high. Still in inline and block axes;
// fillPages knows heights and policies, not fonts.

import type { Em, SourceText } from '../core/index.ts'
import type { SetLine, SetParagraph } from '../paragraph/index.ts'

/** Something on a line: a line of a paragraph, moved along by `shift` points from the line head. */
export interface RowPiece {
  readonly paragraph: SetParagraph
  readonly line: SetLine
  readonly shift: number
  /** Points across the lines from the row's head: the lines of a cut-in heading all stand in its first row. */
  readonly drop?: number
}

/** One line of the grid. A credit may share the last row of its text. */
export type Row = readonly RowPiece[]

/** What begins with a block, for the outline and the running heads. */
export interface Beginning {
  readonly level: 'part' | 'chapter' | 'entry'
  readonly title: string
  readonly id?: string
  readonly source: SourceText
  /** Of a chapter: the title of the part it stands in; absent in a part without one. */
  readonly part?: SourceText
}

/** The rows of a text in one of its settings. */
export interface BlockRows {
  readonly rows: readonly Row[]
  /** Fewest rows at a column's head when the block is parted (孤行); more where a credit follows on rows of its own. */
  readonly minAtHead: number
}

/** Lines that may be parted between columns; never without rows. */
export interface RowsBlock extends BlockRows {
  readonly kind: 'rows'
  /** Fewest rows at a column's foot when the block is parted (孤行). */
  readonly minAtFoot: number
  readonly begins?: Beginning
  /** The same text in `by` rows more or fewer, or undefined where a gap would stretch beyond `mostStretch`. */
  readonly recast?: (by: number, mostStretch: Em) => BlockRows | undefined
}

/** A displayed title: a block of lines never parted, never at a column's foot (背题). */
export interface TitleBlock {
  readonly kind: 'title'
  readonly span: 'all' | 'column'
  /** `run-on`, or a new page of either or of odd folio. */
  readonly start: 'run-on' | 'new-page' | 'new-recto'
  /** Whole lines it takes (占行). */
  readonly lines: number
  readonly design: TitleDesign
  readonly begins: Beginning
}

/** What a title looks like inside its lines; offsets in points along and across the lines. */
export interface TitleDesign {
  readonly paragraph: SetParagraph
  readonly size: number
  /** Line head of each line of the title, along the line; and the head of its character frame across the lines. */
  readonly lines: readonly { readonly inline: number; readonly block: number }[]
  readonly ruleBefore: 'none' | 'hairline' | 'strong' | 'strong-hairline'
  readonly ruleAfter: 'none' | 'hairline' | 'strong' | 'strong-hairline'
  /** Head of the rule after it, across the lines from the title's head. */
  readonly ruleAfterAt: number
}

export type FlowBlock = RowsBlock | TitleBlock

/** A part of a block in a column, from grid line `at` of the column's band on. */
export interface Placed {
  readonly block: FlowBlock
  readonly at: number
  /** The rows of a rows block that stand here, maybe recast; none of a title. */
  readonly rows: readonly Row[]
  /** The block begins here. */
  readonly isFirst: boolean
}

/** A stretch of the page across all columns: a title that spans them, or columns side by side. */
export interface Band {
  /** First grid line of the page and number of lines. */
  readonly at: number
  readonly lines: number
  readonly content:
    | { readonly kind: 'title'; readonly title: TitleBlock }
    | { readonly kind: 'columns'; readonly columns: readonly (readonly Placed[])[] }
}

export interface LogicalPage {
  readonly folio: number
  readonly bands: readonly Band[]
  /** The page opens a part or chapter: no running head, folio at the foot. */
  readonly isOpening: boolean
  /** A page left white before a new recto. */
  readonly isBlank: boolean
}
