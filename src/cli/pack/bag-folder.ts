// A bag on the disk. In: its folder. Out: what stands in it, links not followed, and a door to its files for reading book
// and layouts: one that opens nothing outside the bag.

import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BagEntry, BagReader } from '../../archive/index.ts'
import type { Language, Text } from '../../core/index.ts'
import { NodeFiles } from '../node-files.ts'
import { readBytes } from '../read-bytes.ts'
import { pathBelow, SHIPPED_FOLDERS } from './bag-places.ts'

/** Throws what the file system throws when a folder cannot be read. */
export function bagReader(folder: string): BagReader {
  return {
    entries: entriesIn(folder, ''),
    read: (path) => readBytes(join(folder, path)),
  }
}

function entriesIn(folder: string, below: string): readonly BagEntry[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry): readonly BagEntry[] => {
    const path = `${below}${entry.name}`
    if (entry.isDirectory()) return entriesIn(folder, `${path}/`)
    const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other'
    return [{ path, kind, size: lstatSync(join(folder, path)).size }]
  })
}

const OUTSIDE: Text = { en: 'it lies outside the bag', zh: '在包外' }

/**
 * The files of a bag, and nothing else. What lay elsewhere when the bag was made is found at its place in the bag: files
 * named by an absolute path, and the layouts and profiles of the program.
 */
export class FilesOfBag extends NodeFiles {
  readonly #root: string
  readonly #language: Language
  /** Full path → path in the bag. */
  readonly #moved: ReadonlyMap<string, string>
  /** Path in the bag → bytes of a file that is not in it. */
  readonly #supplied: ReadonlyMap<string, Uint8Array>

  constructor(
    root: string,
    language: Language,
    moved: Readonly<Record<string, string>>,
    supplied: ReadonlyMap<string, Uint8Array>,
  ) {
    super(root, language)
    this.#root = root
    this.#language = language
    this.#moved = new Map(Object.entries(moved))
    this.#supplied = supplied
  }

  override read(path: string): Uint8Array | undefined {
    const inside = this.#pathInBag(path)
    if (inside === undefined) throw new Error(OUTSIDE[this.#language])
    return this.#supplied.get(inside) ?? super.read(inside)
  }

  #pathInBag(path: string): string | undefined {
    const full = this.absolute(path)
    const moved = this.#moved.get(path) ?? this.#moved.get(full)
    if (moved !== undefined) return moved
    for (const { folder, inBag } of SHIPPED_FOLDERS) {
      const below = pathBelow(folder, full)
      if (below !== undefined) return `${inBag}/${below}`
    }
    return pathBelow(this.#root, full)
  }
}
