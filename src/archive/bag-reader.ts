// A bag to be checked, wherever it lies. In: what stands in its folder and a way to read files. Out: its manifests, read
// once, and digests on demand. Links are never followed: a path of a bag must not leave it.

import { PAYLOAD } from './bag-path.ts'
import { digestOf } from './digest.ts'
import type { BagFiles } from './make-bag.ts'
import { type Manifest, manifestKind, readManifest } from './manifest.ts'

/** Something in the folder of a bag that is no folder itself. */
export interface BagEntry {
  /** From the top of the bag, `/` between folders. */
  readonly path: string
  readonly kind: 'file' | 'link' | 'other'
  readonly size: number
}

export interface BagReader {
  readonly entries: readonly BagEntry[]
  /** The bytes of a file among `entries`. Throws when it cannot be read. */
  read(path: string): Uint8Array
}

/** A bag in memory. */
export const readerOf = (files: BagFiles): BagReader => ({
  entries: [...files].map(([path, { length }]) => ({ path, kind: 'file', size: length })),
  read(path) {
    const bytes = files.get(path)
    if (bytes === undefined) throw new Error(`no file ${path}`)
    return bytes
  },
})

/** A bag with its manifests read. */
export class OpenBag {
  readonly reader: BagReader
  readonly manifests: readonly Manifest[]
  readonly #files: ReadonlyMap<string, BagEntry>

  constructor(reader: BagReader) {
    this.reader = reader
    this.#files = new Map(reader.entries.flatMap((e) => (e.kind === 'file' ? [[e.path, e] as const] : [])))
    this.manifests = [...this.#files.keys()].flatMap((name) => {
      const kind = manifestKind(name)
      const bytes = kind && this.bytesOf(name)
      return kind && bytes ? [readManifest(name, bytes, kind, (path) => this.has(path))] : []
    })
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  get payload(): readonly BagEntry[] {
    return [...this.#files.values()].filter(({ path }) => path.startsWith(PAYLOAD))
  }

  /** Files outside data/. */
  get tagFiles(): readonly BagEntry[] {
    return [...this.#files.values()].filter(({ path }) => !path.startsWith(PAYLOAD))
  }

  /** Undefined where there is no such file, or it cannot be read. */
  bytesOf(path: string): Uint8Array | undefined {
    if (!this.has(path)) return undefined
    try {
      return this.reader.read(path)
    } catch {
      return undefined
    }
  }

  /** Checksums of a file by several algorithms, read once; undefined where it cannot be read. */
  digestsOf(path: string, algorithms: readonly string[]): ReadonlyMap<string, string> | undefined {
    const bytes = this.bytesOf(path)
    return bytes && new Map(algorithms.map((algorithm) => [algorithm, digestOf(algorithm, bytes)]))
  }
}

/** Every path a bag lists, with its manifests and what must stand beside them. */
export function listedPaths(reader: BagReader): ReadonlySet<string> {
  const { manifests } = new OpenBag(reader)
  const names = manifests.flatMap(({ name, rows }) => [name, ...rows.keys()])
  return new Set(['bagit.txt', 'bag-info.txt', ...names])
}
