// Book and layout in, pages out: no files, no clock, no PDF. The whole program in a handful of calls.

import { hasErrors, type Reported } from './core/index.ts'
import { type Fonts, TypeCase } from './font/index.ts'
import {
  bookHead,
  type ChapterDone,
  checkCoverage,
  composeBook,
  fillPages,
  placePages,
  type Setting,
  Styles,
} from './page/index.ts'
import type { Book, Layout } from './source/index.ts'

/**
 * Typesets a book.
 *
 * @param fonts the faces by role; may be shared between settings
 * @param onChapter called after each chapter is composed
 * @returns the pages, or undefined when an error keeps them from being made: a character no face has, a title no page
 *   can hold. Warnings (loose lines, runs broken by force) come with the pages.
 */
export function typeset(
  book: Book,
  layout: Layout,
  fonts: Fonts,
  onChapter?: ChapterDone,
): Reported<Setting | undefined> {
  const typeCase = new TypeCase()
  const styles = new Styles(layout, fonts, typeCase)
  // Every character must have a glyph before anything is composed.
  const missing = checkCoverage(book, styles)
  if (missing.length > 0) return { value: undefined, diagnostics: missing }
  // Texts become blocks of whole grid lines, in reading order.
  const { value: composed, diagnostics: ofText } = composeBook(book, styles, onChapter)
  if (hasErrors(ofText)) return { value: undefined, diagnostics: ofText }
  // Blocks go into columns and columns into pages, still along and across the lines.
  const logical = fillPages(composed.flow, {
    linesPerColumn: layout.typeArea.linesPerColumn,
    columns: layout.typeArea.columns,
    balance: layout.balanceColumns,
    firstFolio: book.firstPage,
  })
  // The one axis turn: marks at x and y.
  const { pages, landmarks, lines, diagnostics } = placePages(logical, styles, bookHead(book))
  const { trim, bleed, direction, binding } = layout
  const { structure } = composed
  return {
    value: { trim, bleed, direction, binding, typeCase, pages, landmarks, structure, lines },
    diagnostics: [...ofText, ...diagnostics],
  }
}
