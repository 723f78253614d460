// The files a book is set from: what was read for the manuscript and for a layout, and the logs of changes beside the
// chapters. In: a door to files that remembers. Out: files by names that do not depend on where they lie.

import { createHash } from 'node:crypto'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { Files } from '../core/index.ts'
import type { Book } from '../source/index.ts'

/** A file a book is set from. */
export interface SourceFile {
  /** As it was read. */
  readonly path: string
  /** Seen from the folder of the book, with forward slashes; what lies elsewhere, and layouts, by a folder of its kind. */
  readonly name: string
  readonly kind: 'manuscript' | 'layout' | 'change-log'
  readonly bytes: Uint8Array
}

/** Files that remember what was read through them, in order. */
export class ReadFiles implements Files {
  readonly #files: Files
  readonly found: Map<string, Uint8Array> = new Map()

  constructor(files: Files) {
    this.#files = files
  }

  read(path: string): Uint8Array | undefined {
    const bytes = this.#files.read(path)
    if (bytes !== undefined) this.found.set(path, bytes)
    return bytes
  }
}

/** The files of a manuscript, and the log of changes of each chapter that has one, sorted by name. */
export function manuscriptSources(book: Book, read: ReadFiles, files: Files): readonly SourceFile[] {
  const chapters = new Set(book.parts.flatMap((part) => part.chapters.map(({ file }) => file)))
  const texts = [...read.found].map(([path, bytes]) => sourceOf('manuscript', path, bytes, book))
  const logs = [...chapters].flatMap(logsOf).flatMap((path) => {
    const bytes = readIfThere(path, files)
    return bytes ? [sourceOf('change-log', path, bytes, book)] : []
  })
  return named([...texts, ...logs])
}

/** The file of a layout and those it extends. */
export const layoutSources = (read: ReadFiles, book: Book): readonly SourceFile[] =>
  named([...read.found].map(([path, bytes]) => sourceOf('layout', path, bytes, book)))

/** What `import` writes beside a chapter. */
export const logsOf = (chapter: string): readonly string[] =>
  ['yaml', 'json'].map((ending) => `${chapter.replace(/\.ya?ml$/i, '')}.log.${ending}`)

function readIfThere(path: string, files: Files): Uint8Array | undefined {
  try {
    return files.read(path)
  } catch {
    return undefined
  }
}

function sourceOf(kind: SourceFile['kind'], path: string, bytes: Uint8Array, book: Book): SourceFile {
  const seen = relative(resolve(dirname(book.file)), resolve(path))
    .split(sep)
    .join('/')
  const isOutside = seen.startsWith('../') || /^[A-Za-z]:|^\//.test(seen)
  const elsewhere = `manuscript/${basename(path)}`
  const name = kind === 'layout' ? `layouts/${basename(path)}` : isOutside ? elsewhere : seen
  return { path, name, kind, bytes }
}

/** Sorted by name; of files of one name the later ones get a number. */
function named(files: readonly SourceFile[]): readonly SourceFile[] {
  const seen = new Map<string, number>()
  return files
    .map((file) => {
      const count = (seen.get(file.name) ?? 0) + 1
      seen.set(file.name, count)
      return count === 1 ? file : { ...file, name: file.name.replace(/(\.[^./]*)?$/, `-${count}$1`) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** SHA-256 of a list of files, as `sha256sum` would print them: of the manuscript it says what a book was set from. */
export function hashOf(files: readonly SourceFile[]): string {
  const lines = files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
  return sha256(new TextEncoder().encode(lines.join('')))
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
