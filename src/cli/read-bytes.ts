// A file's bytes as a plain Uint8Array: `slice` of a Buffer shares its memory, that of a Uint8Array does not, and whoever
// takes a slice to change it relies on that.

import { readFileSync } from 'node:fs'

/** @throws what `readFileSync` throws */
export function readBytes(path: string): Uint8Array {
  const { buffer, byteOffset, length } = readFileSync(path)
  return new Uint8Array(buffer, byteOffset, length)
}
