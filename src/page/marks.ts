// Finished pages: marks at x and y from the top left of the trimmed page, in points. Nothing here knows of PDF; any
// writer of fixed pages (PDF, OFD) draws the same.

import type { Binding, Direction, PagePlace, Pt, SourceText } from '../core/index.ts'
import type { TypeCase } from '../font/index.ts'
import type { GlyphRun, SetLine, SetParagraph } from '../paragraph/index.ts'
import type { ElementId, StructureElement } from './structure.ts'

/**
 * A run of glyphs on a line. Glyph `i` of `paragraph` stands `paragraph.offsets[i]` points along the line from (x, y).
 * `across`: y is the baseline. `down`: x is the centre of the line; upright glyphs hang with the top of their cells at
 * their offsets, sideways ones lie with their baseline 0.38 of their size left of the centre.
 */
export interface GlyphMark {
  readonly kind: 'glyphs'
  readonly paragraph: SetParagraph
  readonly run: GlyphRun
  readonly x: Pt
  readonly y: Pt
  readonly line: 'across' | 'down'
  /** Reversed out of a block: 0 white to 1 black. */
  readonly ink: number
  /** What it is in the book; what the layout adds is nothing in it. */
  readonly element?: ElementId
}

/** A filled rectangle: rules and blocks. */
export interface BlockMark {
  readonly kind: 'block'
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
  /** 0 white to 1 black. */
  readonly ink: number
}

/** A point in page coordinates. */
export type Point = readonly [x: number, y: number]

/** A curve from (x, y) on: cubic Béziers, each two control points and an end. Dots are filled, waves drawn. */
export interface CurveMark {
  readonly kind: 'curve'
  readonly x: Pt
  readonly y: Pt
  readonly segments: readonly (readonly [Point, Point, Point])[]
  /** Width of the pen in points; 0 for a filled shape. */
  readonly pen: number
  /** 0 white to 1 black. */
  readonly ink: number
}

export type Mark = GlyphMark | BlockMark | CurveMark

export interface Page {
  /** Number that counts, printed or not (暗码). */
  readonly folio: number
  readonly hasPrintedFolio: boolean
  /** The text in reading order, with the rules that belong to it. */
  readonly marks: readonly Mark[]
  /** Running head, folio, tab, column rule: what the layout adds and the manuscript does not say. */
  readonly furniture: readonly Mark[]
}

/** Where a title or an entry begins: for outlines, contents, indexes and records. */
export interface Landmark extends PagePlace {
  readonly level: 'part' | 'chapter' | 'entry'
  readonly title: string
  /** Id of the entry. */
  readonly id?: string
  readonly source: SourceText
  /** Of a chapter: the title of the part it stands in; absent in a part without one. */
  readonly part?: SourceText
  /** Top left corner of its title, or of its first line, on the page, in points. */
  readonly x: Pt
  readonly y: Pt
}

/** A set line and where it stands. */
export interface LinePlace extends PagePlace {
  readonly paragraph: SetParagraph
  readonly set: SetLine
}

/** Everything a setting made: what writers draw and reports count. */
export interface Setting {
  readonly trim: { readonly width: Pt; readonly height: Pt }
  readonly bleed: Pt
  readonly direction: Direction
  readonly binding: Binding
  readonly typeCase: TypeCase
  readonly pages: readonly Page[]
  readonly landmarks: readonly Landmark[]
  /** What the glyphs of the pages are; without what has none. */
  readonly structure: readonly StructureElement[]
  /** Every line of text, in reading order. */
  readonly lines: readonly LinePlace[]
}
