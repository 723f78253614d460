// The layouts a book is to be set with. In: names from the command line, or the book. Out: read layouts under the names
// of their files, or diagnostics.

import { dirname, resolve } from 'node:path'
import type { Diagnostic, Reported } from '../core/index.ts'
import { type Book, type Layout, readLayout } from '../source/index.ts'
import { findLayout, type LayoutName, SHIPPED_LAYOUTS } from './layouts.ts'
import { stemOf } from './plan-outputs.ts'
import type { Rim } from './rim.ts'
import { ReadFiles } from './sources.ts'
import { explained } from './wrong-kind.ts'

export interface NamedLayout {
  /** The name of the file, without ending. */
  readonly name: string
  readonly layout: Layout
  /** Its files: itself and what it extends. */
  readonly read: ReadFiles
}

/** The layouts `asked` for, else the book's own, else the yearbook. Those with errors are left out. */
export function readLayouts(
  asked: readonly string[],
  book: Book | undefined,
  { world, files }: Rim,
): Reported<readonly NamedLayout[]> {
  const bookFolder = book === undefined ? world.cwd : dirname(resolve(world.cwd, book.file))
  const layouts: NamedLayout[] = []
  const diagnostics: Diagnostic[] = []
  for (const named of namesOf(asked, book)) {
    const path = findLayout(named, { cwd: world.cwd, bookFolder })
    if (typeof path !== 'string') {
      diagnostics.push(path)
      continue
    }
    const read = new ReadFiles(files)
    const { value: layout, diagnostics: found } = readLayout(path, read, SHIPPED_LAYOUTS)
    for (const diagnostic of explained(found, path, 'layout', files)) diagnostics.push(diagnostic)
    if (layout !== undefined) layouts.push({ name: stemOf(path), layout, read })
  }
  return { value: layouts, diagnostics }
}

function namesOf(asked: readonly string[], book: Book | undefined): readonly LayoutName[] {
  if (asked.length > 0) return asked.map((name) => ({ name }))
  if (book?.layout === undefined) return [{ name: 'yearbook' }]
  return [{ name: book.layout.name, span: book.layout.span, from: book.file }]
}
