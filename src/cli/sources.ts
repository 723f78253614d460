// The author's files that a PDF may carry inside: the manuscript as it was read, the change logs beside its chapters, the
// layouts it may have been set with. In: paths. Out: files with their bytes, for the proof to compare.

import { dirname, resolve } from 'node:path'
import type { Files } from '../core/index.ts'
import type { SourceFile } from '../proof/index.ts'
import { type Book, readLayout } from '../source/index.ts'
import { findLayout, SHIPPED_LAYOUTS } from './layouts.ts'

/** A door to files that remembers what was read through it. */
export class RememberingFiles implements Files {
  readonly #files: Files
  readonly #read = new Map<string, Uint8Array>()

  constructor(files: Files) {
    this.#files = files
  }

  read(path: string): Uint8Array | undefined {
    const bytes = this.#files.read(path)
    if (bytes) this.#read.set(path, bytes)
    return bytes
  }

  get sources(): readonly SourceFile[] {
    return [...this.#read].map(([path, bytes]) => ({ path, bytes }))
  }
}

/** The manuscript's files, which must be attached, and those that may be. */
export function sourcesOf(
  manuscript: readonly SourceFile[],
  book: Book,
  asked: string | undefined,
  { files, cwd }: { readonly files: Files; readonly cwd: string },
): readonly SourceFile[] {
  const may = [...logsOf(manuscript, files), ...layoutsOf(book, asked, files, cwd)]
  return [...manuscript, ...may.map((one) => ({ ...one, isOptional: true }))]
}

/** `<chapter>.log.yaml` beside a chapter. */
const logsOf = (manuscript: readonly SourceFile[], files: Files): SourceFile[] =>
  manuscript.flatMap((one) => {
    const path = one.path.replace(/\.ya?ml$/i, '.log.yaml')
    const bytes = path === one.path ? undefined : readOrNothing(path, files)
    return bytes ? [{ path, bytes }] : []
  })

/** The layout and what it extends. */
function layoutsOf(book: Book, asked: string | undefined, files: Files, cwd: string): readonly SourceFile[] {
  const named =
    asked !== undefined
      ? { name: asked }
      : book.layout
        ? { name: book.layout.name, from: book.file }
        : { name: 'yearbook' }
  const path = findLayout(named, { cwd, bookFolder: dirname(resolve(cwd, book.file)) })
  if (typeof path !== 'string') return []
  const remembering = new RememberingFiles(files)
  readLayout(path, remembering, SHIPPED_LAYOUTS)
  return remembering.sources
}

function readOrNothing(path: string, files: Files): Uint8Array | undefined {
  try {
    return files.read(path)
  } catch {
    return undefined
  }
}
