// The one door to the file system. The rim hands in a `Files`; tests hand in a map.

/** Reads files by path. Paths are as the user wrote them, resolved against the folder of the file that names them. */
export interface Files {
  /** The bytes of a file, or undefined when there is none at that path. Throws when it cannot be read. */
  read(path: string): Uint8Array | undefined
}

/** Files held in memory, for tests and for callers of the library. */
export const filesOf = (entries: Readonly<Record<string, string | Uint8Array>>): Files => {
  const encoder = new TextEncoder()
  return {
    read(path) {
      const found = entries[path]
      return typeof found === 'string' ? encoder.encode(found) : found
    },
  }
}
