// What stands beside the text of a paragraph: dots, lines, frames and small readings, each over a stretch of the stream.

import type { Pt } from '../core/index.ts'
import type { SetParagraph } from './set.ts'

/**
 * `emphasis` 着重号 · `proper-name` 专名号 · `book-title` 书名号甲式 · `mourning` a frame; the last three are never drawn over
 * blank at the line's edges.
 */
export type DecorationKind = 'emphasis' | 'proper-name' | 'book-title' | 'mourning'

/** Units `[from, to)` of the stream. */
interface Over {
  readonly from: number
  readonly to: number
}

export interface Decoration extends Over {
  readonly kind: DecorationKind
}

/** 均排: the characters spread evenly over a length. */
export interface Spreading extends Over {
  readonly kind: 'spread'
  readonly over: Pt
}

/**
 * A reading, gloss or comment, in one line. `above`: along its base at its natural width, a little beyond it where it is
 * wider; `fitted`: 对照, the shorter of the two spaced out where it is Han, never beyond; `below`: 行间批语, from the head of
 * its base on, at the foot of the line; `side`: 注音, a column at the right of its base.
 */
export interface ReadingAnnotation extends Over {
  readonly kind: 'reading'
  readonly place: 'above' | 'fitted' | 'below' | 'side'
  readonly set: SetParagraph
  readonly size: Pt
}

export type Annotation = Decoration | Spreading | ReadingAnnotation

/** White of a frame on each side along the line, in em; the frame is drawn in its middle. */
export const FRAME_ROOM: number = 1 / 8
