// What an interpreter tells of a content stream: what is painted, with the state it is painted in and the marked content
// it stands in. Readonly moments; a listener keeps what it needs.

import type { GlyphUse } from '../fonts/glyph-use.ts'
import type { PdfStream } from '../pdf-file.ts'
import type { PdfDict } from '../pdf-syntax.ts'
import type { ColourSpace } from './colour-space.ts'
import type { Box, Matrix } from './matrix.ts'
import type { Colour, GraphicsState } from './state.ts'

/** Where in the marked content a paint stands (ISO 32000-1 §14.6). */
export interface MarkPlace {
  readonly artifact: boolean
  /** Of the innermost sequence that has one. */
  readonly mcid: number | undefined
  /** The form whose own MCIDs these are; undefined for the page's. */
  readonly form: number | undefined
  /** Whether text stands in for what is shown. */
  readonly isReplaced: boolean
}

export type PaintKind = 'text' | 'fill' | 'stroke' | 'image' | 'shading'

export interface Paint {
  readonly kind: PaintKind
  readonly colour: Colour
  readonly overprint: boolean
  readonly mode: number
  /** On the page, in points. */
  readonly box: Box | undefined
  readonly place: MarkPlace
}

export interface ShownText {
  readonly use: GlyphUse
  readonly codes: readonly string[]
  /** Text space → page at the first glyph. */
  readonly matrix: Matrix
  readonly state: Readonly<GraphicsState>
  /** Where the first glyph's origin and the end of the last one stand on the page. */
  readonly box: Box | undefined
  readonly place: MarkPlace
}

export interface ShownImage {
  readonly dict: PdfDict
  /** Undefined for an inline image. */
  readonly stream: PdfStream | undefined
  /** Its bytes, where they are inline. */
  readonly space: ColourSpace | undefined
  readonly isMask: boolean
}

export type ContentProblem =
  | { readonly kind: 'undecodable' }
  | { readonly kind: 'bad-hex' }
  | { readonly kind: 'unbalanced'; readonly what: 'q' | 'BT' | 'BMC' }
  | { readonly kind: 'operator'; readonly what: string }
  | { readonly kind: 'postscript' }
  | {
      readonly kind: 'resource'
      readonly category: string
      readonly what: string
    }
  | { readonly kind: 'filter'; readonly what: string }
  | { readonly kind: 'nesting'; readonly what: 'artifact-in-tagged' | 'tagged-in-artifact' }
  | { readonly kind: 'repeated-form'; readonly what: string }

export interface ContentEvents {
  paint(paint: Paint): void
  text(text: ShownText): void
  image(image: ShownImage): void
  /** A marked-content sequence with an MCID opens. */
  opened(place: MarkPlace): void
  /** Depth of q, each time it grows. */
  depth(depth: number): void
  problem(problem: ContentProblem): void
}
