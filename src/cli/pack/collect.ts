// Which files go into a bag, and where. In: a book, its layouts, and the door through which everything was read. Out: a path
// in the bag for each file: the manuscript with its folders and change logs, the layouts with what they name, so that every
// relative path in them still leads to its file.

import { basename, dirname, sep } from 'node:path'
import type { Book } from '../../source/index.ts'
import type { NodeFiles } from '../node-files.ts'
import type { NamedLayout } from '../read-layouts.ts'
import { realPathOrSelf } from '../real-path.ts'
import { logsOf } from '../sources.ts'
import { pathBelow, SHIPPED_FOLDERS } from './bag-places.ts'

export interface Collected {
  /** Full path → path in the bag, of every file that was read. */
  readonly places: ReadonlyMap<string, string>
  /** Absolute paths as layouts name them → paths in the bag. */
  readonly moved: Readonly<Record<string, string>>
}

/** To be called when all has been made: what was read by then is what a rebuild reads. */
export function collect(book: Book, layouts: readonly NamedLayout[], files: NodeFiles): Collected {
  const folder = dirname(files.absolute(book.file))
  const source = new Set(sourcePaths(book, files).filter((full) => bytesAt(full, files)))
  const places = new Map(
    [...source].map((full) => [full, `data/source/${pathBelow(folder, full) ?? basename(full)}`]),
  )
  const others = files.asked.filter((full) => !source.has(full) && bytesAt(full, files)).sort()
  const own = others.filter((full) => {
    const shipped = shippedPlace(full)
    if (shipped !== undefined) places.set(full, shipped)
    return shipped === undefined
  })
  const isAbsolute = namedAbsolutely(own, layouts, files)
  const relatives = own.filter((full) => !isAbsolute(full))
  const base = commonFolder(relatives)
  for (const full of relatives) places.set(full, `data/layout/own/${pathBelow(base, full) ?? basename(full)}`)
  const moved = own.filter(isAbsolute).map((full, i): [string, string] => [full, movedPlace(full, i)])
  for (const [full, path] of moved) places.set(full, path)
  return { places, moved: Object.fromEntries(moved) }
}

/** Book, chapters, and the logs of their import where they lie beside them. */
function sourcePaths(book: Book, files: NodeFiles): readonly string[] {
  const chapters = book.parts.flatMap((part) => part.chapters.map(({ file }) => file))
  return [book.file, ...chapters, ...chapters.flatMap(logsOf)].map((path) => files.absolute(path))
}

/** What cannot be read is no part of the book: who needed it has said so. */
export function bytesAt(path: string, files: NodeFiles): Uint8Array | undefined {
  try {
    return files.read(path)
  } catch {
    return undefined
  }
}

function shippedPlace(full: string): string | undefined {
  for (const { folder, inBag } of SHIPPED_FOLDERS) {
    const below = pathBelow(realPathOrSelf(folder), realPathOrSelf(full))
    if (below !== undefined) return `${inBag}/${below}`
  }
  return undefined
}

/** Whether a layout names a file by its full path: it then lies wherever it likes. */
function namedAbsolutely(
  own: readonly string[],
  layouts: readonly NamedLayout[],
  files: NodeFiles,
): (full: string) => boolean {
  const first = new Set(layouts.map(({ layout }) => files.absolute(layout.file)))
  const texts = own
    .filter((full) => /\.ya?ml$/i.test(full))
    .map((full) => new TextDecoder().decode(bytesAt(full, files)))
  return (full) => !first.has(full) && texts.some((text) => text.includes(full))
}

/** The nearest folder that holds all; what lies beside each other stays so. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => dirname(path).split(sep))
  const differs = first.findIndex((step, i) => rest.some((path) => path[i] !== step))
  return `${(differs < 0 ? first : first.slice(0, differs)).join(sep)}${sep}`
}

const movedPlace = (full: string, i: number): string => `data/layout/moved/${i + 1}/${basename(full)}`
