// What the text of a book is, apart from where it stands: a tree of parts, chapters, entries, headings, paragraphs. Text
// on a page names the element it belongs to; in reading order they are the tree. Nothing here knows of a file format.

/**
 * `language`: text in another language · `ruby`: a base with its reading (拼音, 注音, 对照, 行间注), which follow each other
 * as `ruby-base` and `ruby-text`.
 */
export type ElementKind =
  | 'part'
  | 'chapter'
  | 'entry'
  | 'heading'
  | 'paragraph'
  | 'credit'
  | 'language'
  | 'ruby'
  | 'ruby-base'
  | 'ruby-text'

/** Number of an element in `Setting.structure`. */
export type ElementId = number

/** The book itself, parent of what stands in nothing else. */
export const BOOK: ElementId = -1

export interface StructureElement {
  readonly kind: ElementKind
  readonly parent: ElementId
  /** Of a heading: 1 is the highest, none is left out on the way down. */
  readonly level?: number
  /** Of a heading: its text without brackets. */
  readonly title?: string
  /** Of an entry, as the manuscript gives it. */
  readonly id?: string
  /** BCP 47 tag of a stretch that is not Chinese. */
  readonly language?: string
}

/** Numbers the elements of a setting, in the order they are met. */
export class Structure {
  readonly elements: StructureElement[] = []

  add(kind: ElementKind, parent: ElementId, more: Omit<StructureElement, 'kind' | 'parent'> = {}): ElementId {
    this.elements.push({ kind, parent, ...more })
    return this.elements.length - 1
  }
}
