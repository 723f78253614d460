// What imposing is asked for, and what it answers. Types only.

import type { Binding, Pt } from '../core/index.ts'
import type { SignatureSize } from './order.ts'
import type { Scheme } from './plan.ts'

export interface Size {
  readonly width: Pt
  readonly height: Pt
}

export interface ImposeOptions {
  /** `saddle`: one booklet of nested sheets (骑马订); `signature`: folded sheets one after the other (锁线订, 胶订). */
  readonly scheme: Scheme
  /** Pages of the largest signature, by default 16; a booklet has none. */
  readonly pages?: SignatureSize
  /** By default as the PDF says that it opens: right where its ViewerPreferences have R2L. */
  readonly binding?: Binding
  /** The paper, lying or standing as it fits; by default just what pages and marks need. */
  readonly sheet?: Size
  /** Between the two pages that meet at a spine, for backs that are milled off; by default none. */
  readonly gutter?: Pt
  /** Of one leaf, for the creep (爬移) of nested sheets; by default none is made up for. */
  readonly thickness?: Pt
  /** The program that the sheets name as their maker. */
  readonly producer: string
}

export interface Imposed {
  readonly bytes: Uint8Array
  readonly binding: Binding
  /** Pages of the book that was given. */
  readonly pages: number
  /** Pages added at its end. */
  readonly blanks: number
  /** Pages of each signature, blanks among them. */
  readonly signatures: readonly number[]
  /** Sheets of paper; each is two pages of the file, front and back. */
  readonly sheets: number
  readonly trim: Size
  /** Of the first sheet; signatures of fewer pages may need less. */
  readonly sheet: Size
  readonly hasMarks: boolean
}
