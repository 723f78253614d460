// Bare CFF programs (Adobe Technical Notes 5176, 5177): which CIDs there are, whether a charstring draws, how wide it
// says it is. In: bytes. Out: what the proof asks of a program. Offsets out of the data throw RangeError.

import type { FontProgram } from './font-program.ts'

type Dict = ReadonlyMap<number, readonly number[]>

const CHARSET = 15
const CHAR_STRINGS = 17
const PRIVATE = 18
const DEFAULT_WIDTH = 20
const NOMINAL_WIDTH = 21
const FONT_MATRIX = 0x0c07
const ROS = 0x0c1e
const FD_ARRAY = 0x0c24
const FD_SELECT = 0x0c25

interface Widths {
  readonly default: number
  readonly nominal: number
}

export function readCff(bytes: Buffer): FontProgram {
  const names = indexAt(bytes, bytes.readUInt8(2))
  const top = dictOf(indexAt(bytes, names.end).items[0] ?? Buffer.alloc(0))
  const strings = indexAt(bytes, top.get(CHAR_STRINGS)?.[0] ?? 0).items
  const widths = widthsByGlyph(bytes, top, strings.length)
  const scale = (top.get(FONT_MATRIX)?.[0] ?? 0.001) * 1000
  const cids = top.has(ROS) ? charsetOf(bytes, top.get(CHARSET)?.[0] ?? 0, strings.length) : undefined
  return {
    glyphs: strings.length,
    ...(cids && { glyphOf: (cid) => cids.get(cid) }),
    hasOutline: (glyph) => draws(strings[glyph]),
    widthOf: (glyph) => {
      const [string, width] = [strings[glyph], widths(glyph)]
      if (!string || !width) return undefined
      const given = givenWidth(string)
      if (given === 'unknown') return undefined
      return (given === undefined ? width.default : width.nominal + given) * scale
    },
  }
}

function indexAt(bytes: Buffer, at: number): { items: Buffer[]; end: number } {
  const count = bytes.readUInt16BE(at)
  if (count === 0) return { items: [], end: at + 2 }
  const size = bytes.readUInt8(at + 2)
  const base = at + 2 + (count + 1) * size
  const offset = (i: number): number => base + bytes.readUIntBE(at + 3 + i * size, size)
  const items = Array.from({ length: count }, (_, i) => bytes.subarray(offset(i), offset(i + 1)))
  return { items, end: offset(count) }
}

/** Operators of a DICT with their operands; two-byte ones are 0x0cNN. */
function dictOf(data: Buffer): Dict {
  const dict = new Map<number, readonly number[]>()
  let operands: number[] = []
  for (let at = 0; at < data.length; ) {
    const byte = data.readUInt8(at)
    if (byte <= 21) {
      const isLong = byte === 12
      dict.set(isLong ? 0x0c00 + data.readUInt8(at + 1) : byte, operands)
      operands = []
      at += isLong ? 2 : 1
    } else {
      const { value, size } = dictNumber(data, at, byte)
      operands.push(value)
      at += size
    }
  }
  return dict
}

function dictNumber(data: Buffer, at: number, byte: number): { value: number; size: number } {
  if (byte === 28) return { value: data.readInt16BE(at + 1), size: 3 }
  if (byte === 29) return { value: data.readInt32BE(at + 1), size: 5 }
  if (byte === 30) return realNumber(data, at + 1)
  return shortNumber(data, at, byte)
}

function shortNumber(data: Buffer, at: number, byte: number): { value: number; size: number } {
  if (byte <= 246) return { value: byte - 139, size: 1 }
  const next = data.readUInt8(at + 1)
  if (byte <= 250) return { value: (byte - 247) * 256 + next + 108, size: 2 }
  return { value: -(byte - 251) * 256 - next - 108, size: 2 }
}

const NIBBLES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', 'e', 'e-', '', '-']

function realNumber(data: Buffer, from: number): { value: number; size: number } {
  let text = ''
  for (let at = from; ; at++) {
    const byte = data.readUInt8(at)
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return { value: Number(text), size: at - from + 2 }
      text += NIBBLES[nibble] ?? ''
    }
  }
}

/** CID of each glyph (Note 5176, 13); the glyph of each CID goes out. */
function charsetOf(bytes: Buffer, offset: number, count: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>([[0, 0]])
  if (offset <= 2) {
    for (let glyph = 1; glyph < count; glyph++) glyphs.set(glyph, glyph)
    return glyphs
  }
  const format = bytes.readUInt8(offset)
  let at = offset + 1
  for (let glyph = 1; glyph < count; ) {
    const first = bytes.readUInt16BE(at)
    const left = format === 0 ? 0 : format === 1 ? bytes.readUInt8(at + 2) : bytes.readUInt16BE(at + 2)
    at += format === 0 ? 2 : format === 1 ? 3 : 4
    for (let i = 0; i <= left && glyph < count; i++) glyphs.set(first + i, glyph++)
  }
  return glyphs
}

function widthsByGlyph(bytes: Buffer, top: Dict, count: number): (glyph: number) => Widths | undefined {
  const fonts = top.get(FD_ARRAY)?.[0]
  if (fonts === undefined) {
    const only = widthsOf(bytes, top)
    return () => only
  }
  const all = indexAt(bytes, fonts).items.map((item) => widthsOf(bytes, dictOf(item)))
  const select = selectorOf(bytes, top.get(FD_SELECT)?.[0] ?? 0, count)
  return (glyph) => all[select[glyph] ?? 0]
}

function widthsOf(bytes: Buffer, dict: Dict): Widths {
  const [size = 0, offset = 0] = dict.get(PRIVATE) ?? []
  const values = dictOf(bytes.subarray(offset, offset + size))
  return { default: values.get(DEFAULT_WIDTH)?.[0] ?? 0, nominal: values.get(NOMINAL_WIDTH)?.[0] ?? 0 }
}

/** Font of each glyph (Note 5176, 19). */
function selectorOf(bytes: Buffer, offset: number, count: number): Uint8Array {
  if (bytes.readUInt8(offset) === 0) return bytes.subarray(offset + 1, offset + 1 + count)
  const select = new Uint8Array(count)
  const ranges = bytes.readUInt16BE(offset + 1)
  for (let i = 0; i < ranges; i++) {
    const at = offset + 3 + 3 * i
    select.fill(bytes.readUInt8(at + 2), bytes.readUInt16BE(at), bytes.readUInt16BE(at + 3))
  }
  return select
}

const HSTEM = new Set([1, 3, 18, 23])
/** Local and global subroutines. */
const CALLS = new Set([10, 29])
const HINTMASK = new Set([19, 20])
const [VMOVETO, RMOVETO, HMOVETO, ENDCHAR] = [4, 21, 22, 14]

/**
 * The width a charstring begins with (Note 5177, 4.1): one operand more than its first stack-clearing operator takes.
 * Undefined where there is none; unknown where the string begins by calling another.
 */
function givenWidth(string: Buffer): number | 'unknown' | undefined {
  const operands: number[] = []
  for (let at = 0; at < string.length; ) {
    const byte = string.readUInt8(at)
    if (byte >= 32 || byte === 28) {
      const { value, size } = charstringNumber(string, at, byte)
      operands.push(value)
      at += size
    } else if (CALLS.has(byte)) return 'unknown'
    else return hasExtra(byte, operands.length) ? operands[0] : undefined
  }
  return undefined
}

function hasExtra(operator: number, operands: number): boolean {
  if (HSTEM.has(operator) || HINTMASK.has(operator)) return operands % 2 === 1
  if (operator === RMOVETO) return operands > 2
  if (operator === HMOVETO || operator === VMOVETO) return operands > 1
  return operator === ENDCHAR && (operands === 1 || operands === 5)
}

function charstringNumber(string: Buffer, at: number, byte: number): { value: number; size: number } {
  if (byte === 28) return { value: string.readInt16BE(at + 1), size: 3 }
  if (byte === 255) return { value: string.readInt32BE(at + 1) / 65536, size: 5 }
  return shortNumber(string, at, byte)
}

/** An empty glyph is nothing but a width and endchar, six bytes at most. */
const draws = (string: Buffer | undefined): boolean => string !== undefined && string.length > 6
