// The container of a font file: TrueType, OpenType/CFF, one font of a collection, or WOFF 1 unwrapped to plain sfnt.
// WOFF is unwrapped here because fontkit inflates the whole glyph table anew for every glyph of one.

import { inflateSync } from 'node:zlib'

export interface Sfnt {
  readonly flavour: 'truetype' | 'cff'
  /** A plain sfnt file or collection, as fontkit reads it. */
  readonly file: Uint8Array
  /** Place of the font in a collection; 0 otherwise. */
  readonly index: number
  readonly tables: ReadonlyMap<string, Uint8Array>
}

/** Thrown for bytes that are no usable font; the message says what they are. */
export class FontFormatError extends Error {}

const TAG_TTCF = 0x74746366
const TAG_WOFF = 0x774f4646
const TAG_WOF2 = 0x774f4632
const TAG_OTTO = 0x4f54544f

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

/**
 * Opens a font file.
 *
 * @param index which font of a collection, from 0
 * @throws FontFormatError when the bytes are no TrueType, OpenType, collection or WOFF 1 font
 */
export function openSfnt(bytes: Uint8Array, index = 0): Sfnt {
  try {
    return readSfnt(bytes, index)
  } catch (problem) {
    // A directory that reaches past the end of the file, a table of a WOFF that does not inflate.
    throw problem instanceof FontFormatError ? problem : new FontFormatError('it is cut short or damaged')
  }
}

/** Tables without which a font sets no text. An embedded subset does without `cmap`, so reading does not ask. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'] as const

/** @throws FontFormatError that names the tables a font lacks for setting */
export function checkTables({ flavour, tables }: Sfnt): void {
  const needed = flavour === 'truetype' ? [...NEEDED, 'loca'] : NEEDED
  const lacking = needed.filter((tag) => !tables.has(tag))
  if (lacking.length > 0) throw new FontFormatError(`it lacks what a font must have: ${lacking.join(', ')}`)
}

function readSfnt(bytes: Uint8Array, index: number): Sfnt {
  if (bytes.length < 12) throw new FontFormatError('it is too short to be a font')
  const view = viewOf(bytes)
  const tag = view.getUint32(0)
  if (tag === TAG_WOF2)
    throw new FontFormatError('it is WOFF2, which cannot be subset; use the TTF or OTF file')
  const file = tag === TAG_WOFF ? unwrapWoff(bytes) : bytes
  const start = tag === TAG_TTCF ? collectionMember(view, index) : 0
  const tables = tablesAt(file, start)
  const flavour = tables.has('glyf') ? 'truetype' : tables.has('CFF ') ? 'cff' : undefined
  if (!flavour) throw new FontFormatError('it holds no outlines this program can embed (glyf or CFF)')
  return { flavour, file, index: tag === TAG_TTCF ? index : 0, tables }
}

function collectionMember(view: DataView, index: number): number {
  const count = view.getUint32(8)
  if (index >= count) throw new FontFormatError(`the collection holds ${count} fonts`)
  return view.getUint32(12 + 4 * index)
}

function tablesAt(file: Uint8Array, start: number): Map<string, Uint8Array> {
  const view = viewOf(file)
  const signature = view.getUint32(start)
  if (signature !== 0x10000 && signature !== TAG_OTTO && signature !== 0x74727565) {
    throw new FontFormatError('it is not a TrueType, OpenType, TTC or WOFF font')
  }
  const tables = new Map<string, Uint8Array>()
  for (let i = 0, count = view.getUint16(start + 4); i < count; i++) {
    const entry = start + 12 + 16 * i
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    if (offset + length > file.length) throw new FontFormatError('it is cut short')
    tables.set(tagAt(view, entry), file.subarray(offset, offset + length))
  }
  return tables
}

function unwrapWoff(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const tables: [string, Uint8Array][] = []
  for (let i = 0, count = view.getUint16(12); i < count; i++) {
    const entry = 44 + 20 * i
    const offset = view.getUint32(entry + 4)
    const packed = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    const data = bytes.subarray(offset, offset + packed)
    tables.push([tagAt(view, entry), packed < length ? inflated(data, length) : data])
  }
  // Nobody asks a font in memory for its checksums, and there are many megabytes to sum.
  return writeSfnt(view.getUint32(4), tables, false)
}

/** Deflate packs no further (RFC 1951: 258 bytes in two bits), so that a larger size is a lie of the directory. */
const MOST_PACKED = 1032
/** zlib's least piece of output, in bytes. */
const LEAST_PIECE = 64

/** A table unpacked in one piece: zlib's own pieces of 16 KB take half as long again. */
function inflated(data: Uint8Array, length: number): Uint8Array {
  if (length > data.length * MOST_PACKED) throw new FontFormatError('it is damaged')
  return inflateSync(data, { chunkSize: Math.max(length, LEAST_PIECE) })
}

const align4 = (n: number): number => (n + 3) & ~3

/** Puts tables together as a plain sfnt file, in the order given (sorted by tag, as readers expect). */
export function writeSfnt(
  signature: number,
  tables: readonly (readonly [string, Uint8Array])[],
  withChecksums = true,
): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const size = sorted.reduce((sum, [, data]) => sum + align4(data.length), 12 + 16 * sorted.length)
  const out = new Uint8Array(size)
  const view = viewOf(out)
  const log = Math.floor(Math.log2(sorted.length))
  view.setUint32(0, signature)
  view.setUint16(4, sorted.length)
  view.setUint16(6, 16 * 2 ** log)
  view.setUint16(8, log)
  view.setUint16(10, 16 * sorted.length - 16 * 2 ** log)
  let at = 12 + 16 * sorted.length
  for (const [i, [tag, data]] of sorted.entries()) {
    const entry = 12 + 16 * i
    for (let k = 0; k < 4; k++) view.setUint8(entry + k, tag.charCodeAt(k))
    out.set(data, at)
    if (withChecksums) view.setUint32(entry + 4, checksum(view, at, align4(data.length)))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, data.length)
    at += align4(data.length)
  }
  return out
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
