// The manuscript as the rest of the program sees it: checked, complete, every text with the way back to its file.

import type { Em, SourceText, Span } from '../core/index.ts'
import type { MarkedText } from './inline.ts'

/** A book (卷): parts (类目) of chapters (分目) in order. A chapter set alone is a book of one untitled part. */
export interface Book {
  readonly file: string
  /** 书名, such as 潍坊年鉴; absent for a chapter set alone. */
  readonly title?: SourceText
  /** 卷, such as 2003; printed after the title in running heads. */
  readonly volume?: string
  /** The year the book records (记事年份). */
  readonly year?: number
  /** Editors and compilers (编者), for the metadata. */
  readonly creators: readonly string[]
  readonly publisher?: string
  readonly identifier?: string
  /** Date of publication, `YYYY-MM-DD`: the only date that goes into files. */
  readonly date?: string
  /** Folio of the first page, from 1. */
  readonly firstPage: number
  /** Name or path of a layout, where the command line names none. */
  readonly layout?: { readonly name: string; readonly span: Span }
  readonly parts: readonly Part[]
}

/** 类目. */
export interface Part {
  readonly title?: MarkedText
  readonly chapters: readonly Chapter[]
}

/** 分目: what one office contributes. */
export interface Chapter {
  readonly file: string
  readonly title: MarkedText
  /** Where the text came from; metadata, never printed. */
  readonly provenance?: Provenance
  readonly entries: readonly Entry[]
  /** 供稿 at the end of the chapter. */
  readonly credits: readonly Credit[]
}

export interface Provenance {
  readonly url?: string
  readonly title?: string
  readonly note?: string
}

/** 条目. */
export interface Entry {
  /** Stable within its book: `<chapter>-<entry>`, both from 1, unless the manuscript gives one. */
  readonly id: string
  /** Bare title without brackets; absent for text before the first heading and for chronicle paragraphs. */
  readonly heading?: MarkedText
  /**
   * `bracket`: run in as 【heading】 (the usual); `line`: a line of its own (子目, the months of a chronicle); `cut-in`: in
   * the first lines of the text, which stands beside it (CLREQ 7.1.3.1).
   */
  readonly headingForm: 'bracket' | 'line' | 'cut-in'
  readonly body: readonly BodyBlock[]
  readonly credits: readonly Credit[]
  readonly span: Span
}

/** What a body holds; tables, figures, lists and notes will join this union. */
export type BodyBlock = Paragraph

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: MarkedText
  /** Absent: as the layout sets paragraphs. */
  readonly form?: ParagraphForm
}

/** How a paragraph differs from the usual (CLREQ 6.2.1). Whole ems keep its characters on those of its neighbours. */
export interface ParagraphForm {
  /**
   * `justify` the usual; `start`, `center`, `end`: lines of natural width; `spread` 均排: each line spread over the measure.
   */
  readonly align: 'justify' | 'start' | 'center' | 'end' | 'spread'
  /** Indent of all its lines at the line head and at the line end. */
  readonly startIndent: Em
  readonly endIndent: Em
  /**
   * Of the first line, added to `startIndent`; negative for a hanging paragraph (凸排). Absent: the layout's, none for
   * `center`, `end` and `spread`.
   */
  readonly firstIndent?: Em
  /** Where the widest of these indents is written; absent where there is none. */
  readonly indentSpan?: Span
}

/** One contributor statement; the items of a list print together in one pair of parentheses. */
export interface Credit {
  /** 供稿, 撰稿, 摄影 …; absent where only names or a unit stand. */
  readonly role?: string
  readonly names: readonly string[]
  /** The office, where the office signs or stands before its person. */
  readonly unit?: string
  /** The wording to print inside the parentheses where it is not the usual one (`names role`). */
  readonly printed?: string
  readonly span: Span
}
