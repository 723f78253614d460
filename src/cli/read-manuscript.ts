// The book or chapter a command is given. In: its path. Out: the book, or what is wrong; of a file of another kind, that.

import type { Files, Reported } from '../core/index.ts'
import { type Book, readBook } from '../source/index.ts'
import { explained } from './wrong-kind.ts'

/** A chapter is read as a book of one untitled part. The value is undefined when there are errors. */
export function readManuscript(path: string, files: Files): Reported<Book | undefined> {
  const { value, diagnostics } = readBook(path, files)
  return { value, diagnostics: explained(diagnostics, path, 'manuscript', files) }
}
