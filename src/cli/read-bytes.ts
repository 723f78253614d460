// A file's bytes as a plain Uint8Array: `slice` of a Buffer shares its memory, that of a Uint8Array does not, and whoever
// takes a slice to change it relies on that.

import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** @throws what `readFileSync` throws */
export function readBytes(path: string): Uint8Array {
  const { buffer, byteOffset, length } = readFileSync(path)
  return new Uint8Array(buffer, byteOffset, length)
}

/** The same beside other work. In one piece: `readFile` asks for every half megabyte anew, and waits its turn each time. */
export async function readBytesBeside(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const bytes = new Uint8Array((await file.stat()).size)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytesRead === bytes.length ? bytes : readBytes(path)
  } finally {
    await file.close()
  }
}
