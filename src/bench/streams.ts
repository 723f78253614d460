// The paragraphs of a book as streams, the way the product composes them. In: a book by its path. Out: its streams.

import type { Files } from '../core/index.ts'
import { composeBook, type Styles } from '../page/index.ts'
import type { Stream } from '../paragraph/index.ts'
import { readBook } from '../source/index.ts'

export function streamsOf(path: string, files: Files, styles: Styles): readonly Stream[] {
  const book = readBook(path, files).value
  if (!book) throw new Error(`the book ${path} of the bench does not read`)
  return composeBook(book, styles).value.flow.flatMap((block) => {
    const stream = block.kind === 'rows' ? block.rows[0]?.[0]?.paragraph.stream : undefined
    return stream ? [stream] : []
  })
}

/** Characters (UTF-16 units). */
export const lengthOf = (streams: readonly Stream[]): number =>
  streams.reduce((sum, { text }) => sum + text.length, 0)
