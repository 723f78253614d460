// What inline markup says of a text: stretches of the text's own characters with what is to be done to them. The text
// itself has no markup left in it. docs/markup.md explains the commands to authors.

import type { Em, SourceText } from '../core/index.ts'
import type { FaceRole } from './layout.ts'

/** A stretch `[from, to)` of units of the text. Stretches nest or lie apart; outer ones come first. */
export interface Stretched {
  readonly from: number
  readonly to: number
}

/**
 * `emphasis` 着重号 · `proper-name` 专名号 · `book-title` 书名号甲式 · `mourning` the black frame round the name of one who
 * died · `bold` · `superscript` · `subscript` · `note-mark` the mark of a note, raised and never parted from its word ·
 * `verbatim` set as written: no squeezing, no space added, digits stay digits · `upright` characters one by one upright in
 * vertical lines · `combined` side by side in one upright cell of a vertical line (纵中横).
 */
export type PlainInlineKind =
  | 'emphasis'
  | 'proper-name'
  | 'book-title'
  | 'mourning'
  | 'bold'
  | 'superscript'
  | 'subscript'
  | 'note-mark'
  | 'verbatim'
  | 'upright'
  | 'combined'

/**
 * `pinyin` above (right in vertical lines), one reading a character or a word · `zhuyin` 注音 at the right of its character ·
 * `gloss` 对照 aligned with its word · `comment` 行间注, from the head of its word on.
 */
export type ReadingForm = 'pinyin' | 'zhuyin' | 'gloss' | 'comment'

/** A small text beside its base. In reading order it follows its base directly. */
export interface Reading extends Stretched {
  readonly kind: 'reading'
  readonly form: ReadingForm
  readonly text: SourceText
}

export type Inline =
  | (Stretched & { readonly kind: PlainInlineKind })
  | (Stretched & { readonly kind: 'face'; readonly face: FaceRole })
  /** A BCP 47 tag, such as `en`. */
  | (Stretched & { readonly kind: 'language'; readonly language: string })
  /** 疏排 (above 0) and 紧排 (below): space added between its characters, -1/4 to 2. */
  | (Stretched & { readonly kind: 'spacing'; readonly by: Em })
  /** 均排: its characters spread evenly over so many ems. */
  | (Stretched & { readonly kind: 'spread'; readonly over: Em })
  | Reading

/** A text that may have inline markup. */
export type MarkedText = SourceText & { readonly inline?: readonly Inline[] }
