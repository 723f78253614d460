// Layouts and books read from YAML held in memory, and set; any error in them throws.

import { readFileSync } from 'node:fs'
import { type Diagnostic, filesOf, hasErrors, type Reported } from '../../src/core/index.ts'
import type { Setting } from '../../src/page/index.ts'
import { type Book, type Layout, readBook, readChapter, readLayout } from '../../src/source/index.ts'
import { typeset } from '../../src/typeset.ts'
import { shippedFonts } from './fonts.ts'

function valueOf<T>({ value, diagnostics }: Reported<T | undefined>): T {
  if (value === undefined || hasErrors(diagnostics)) {
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message.en}`).join('\n'))
  }
  return value
}

const shipped = (name: string): string =>
  readFileSync(new URL(`../../layouts/${name}.yaml`, import.meta.url), 'utf8')

/** A layout from YAML; `extends: yearbook` and `yearbook-vertical` are at hand. */
export const layoutOf = (yaml: string): Layout =>
  valueOf(
    readLayout(
      'layout.yaml',
      filesOf({
        'layout.yaml': yaml,
        'yearbook.yaml': shipped('yearbook'),
        'yearbook-vertical.yaml': shipped('yearbook-vertical'),
      }),
    ),
  )

/** A chapter from YAML, as a book of one untitled part. */
export function chapterBook(yaml: string, firstPage = 1): Book {
  const chapter = valueOf(readChapter('chapter.yaml', filesOf({ 'chapter.yaml': yaml }), 1))
  return { file: 'chapter.yaml', creators: [], firstPage, parts: [{ chapters: [chapter] }] }
}

/** A book from YAML and its chapters by file name. */
export const bookOf = (yaml: string, chapters: Readonly<Record<string, string>>): Book =>
  valueOf(readBook('book.yaml', filesOf({ 'book.yaml': yaml, ...chapters })))

export interface Set {
  readonly setting: Setting
  readonly diagnostics: readonly Diagnostic[]
}

/** Sets a book with the shipped fonts. */
export function setBook(book: Book, layout: Layout): Set {
  const { value, diagnostics } = typeset(book, layout, shippedFonts)
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { setting: value, diagnostics }
}
