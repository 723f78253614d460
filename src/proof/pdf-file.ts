// A PDF as objects: bytes come in; the catalog, the pages with what they inherit, and decoded streams go out. Objects
// are found by walking the file, not by its cross-reference table, so that this reader shares no road with pdf.js.

import { inflateSync } from 'node:zlib'
import {
  isArray,
  isDict,
  isName,
  isOperator,
  isRef,
  isString,
  type PdfDict,
  PdfSyntax,
  type PdfValue,
} from './pdf-syntax.ts'

export interface PdfStream {
  /** Object number. */
  readonly id: number
  readonly dict: PdfDict
  /** The bytes as they stand, one per unit. */
  readonly raw: string
  /** Where its keyword `stream` stands, and where its bytes begin, in the file. */
  readonly keyword: number
  readonly start: number
}

/** Where an object stands in the file, `n g obj`. */
export interface ObjectPlace {
  readonly id: number
  readonly generation: number
  readonly at: number
  /** Where a hex string in it is malformed. */
  readonly badHex?: number
}

export interface PdfPage {
  /** Object number. */
  readonly id: number
  readonly dict: PdfDict
  readonly mediaBox: PdfValue | undefined
  readonly resources: PdfDict
}

const EMPTY: PdfDict = new Map()

/** Bytes a stream may unpack to; a kilobyte of Flate can stand for a megabyte. */
const MOST_DECODED = 256 * 1024 * 1024

export class PdfFile {
  readonly text: string
  /** Object number → value; streams stand in `streams` too. */
  readonly #objects = new Map<number, PdfValue>()
  readonly #streams = new Map<number, PdfStream>()
  readonly #places: ObjectPlace[] = []
  #trailer: PdfDict = EMPTY
  readonly #mostDecoded: number
  readonly #asked = new WeakSet<PdfStream>()
  readonly #decoded = new WeakMap<PdfStream, string | undefined>()

  /** `mostDecoded`: bytes a stream may unpack to; one that goes on counts as broken. */
  constructor(bytes: Uint8Array, mostDecoded: number = MOST_DECODED) {
    this.#mostDecoded = mostDecoded
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    this.#walk()
    for (const stream of [...this.#streams.values()]) this.#unpack(stream)
    this.#readTrailers()
  }

  get trailer(): PdfDict {
    return this.#trailer
  }

  get catalog(): PdfDict {
    return this.dict(this.#trailer.get('Root'))
  }

  /** Every object by number, those of object streams too. */
  get objects(): ReadonlyMap<number, PdfValue> {
    return this.#objects
  }

  get streams(): ReadonlyMap<number, PdfStream> {
    return this.#streams
  }

  /** Objects that stand in the file itself, in its order; a number twice where an update replaced it. */
  get places(): readonly ObjectPlace[] {
    return this.#places
  }

  /** The value behind references. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let at = value
    for (let hops = 0; isRef(at) && hops < 32; hops++) at = this.#objects.get(at.ref)
    return at
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.resolve(value)
    return isDict(found) ? found : EMPTY
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value)
    return isArray(found) ? found : []
  }

  name(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value)
    return isName(found) ? found.name : undefined
  }

  number(value: PdfValue | undefined): number | undefined {
    const found = this.resolve(value)
    return typeof found === 'number' ? found : undefined
  }

  /** A text string (ISO 32000-1 §7.9.2.2): UTF-16BE with its mark, else Latin-1 as far as PDFDocEncoding agrees. */
  string(value: PdfValue | undefined): string | undefined {
    const found = this.resolve(value)
    return isString(found) ? textOf(found.bytes) : undefined
  }

  stream(value: PdfValue | undefined): PdfStream | undefined {
    return isRef(value) ? this.#streams.get(value.ref) : undefined
  }

  /** A stream's content; undefined where a filter other than Flate stands in the way or the data are broken. */
  decoded(stream: PdfStream): string | undefined {
    if (this.#decoded.has(stream)) return this.#decoded.get(stream)
    const text = this.#decode(stream)
    // Most streams are read once and are not worth the memory; those asked for again are, and so is that one is broken.
    if (text === undefined || (text !== stream.raw && this.#asked.has(stream)))
      this.#decoded.set(stream, text)
    this.#asked.add(stream)
    return text
  }

  #decode({ dict, raw }: PdfStream): string | undefined {
    const filter = this.resolve(dict.get('Filter'))
    const filters = filter === undefined ? [] : isArray(filter) ? filter : [filter]
    if (filters.length === 0) return raw
    if (filters.length > 1 || this.name(filters[0]) !== 'FlateDecode') return undefined
    try {
      return inflateSync(Buffer.from(raw, 'latin1'), { maxOutputLength: this.#mostDecoded }).toString(
        'latin1',
      )
    } catch {
      return undefined
    }
  }

  /** The pages in order. */
  pages(): PdfPage[] {
    const pages: PdfPage[] = []
    const seen = new Set<number>()
    const visit = (value: PdfValue | undefined, inherited: PdfDict): void => {
      if (!isRef(value) || seen.has(value.ref)) return
      seen.add(value.ref)
      const dict = this.dict(value)
      const merged = new Map([...inherited, ...pick(dict, ['MediaBox', 'Resources'])])
      const kids = this.array(dict.get('Kids'))
      for (const kid of kids) visit(kid, merged)
      if (this.name(dict.get('Type')) !== 'Page') return
      const resources = this.dict(merged.get('Resources'))
      pages.push({ id: value.ref, dict, mediaBox: merged.get('MediaBox'), resources })
    }
    visit(this.catalog.get('Pages'), EMPTY)
    return pages
  }

  #walk(): void {
    const header = /(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+obj(?![a-zA-Z])/g
    for (let found = header.exec(this.text); found; found = header.exec(this.text)) {
      const id = Number(found[1])
      const syntax = new PdfSyntax(this.text, header.lastIndex)
      const value = syntax.next()
      const { badHex } = syntax
      const place = { id, generation: Number(found[2]), at: found.index }
      this.#places.push(badHex === undefined ? place : { ...place, badHex })
      if (value === undefined || isOperator(value)) continue
      this.#objects.set(id, value)
      this.#streams.delete(id)
      header.lastIndex = isDict(value) ? this.#takeStream(id, value, syntax.at) : syntax.at
    }
  }

  /** Keeps the stream that follows its dictionary; answers where to look for the next object. */
  #takeStream(id: number, dict: PdfDict, at: number): number {
    const opening = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/y
    opening.lastIndex = at
    if (!opening.test(this.text)) return at
    const start = opening.lastIndex
    const keyword = this.text.indexOf('stream', at)
    const length = dict.get('Length')
    let end = typeof length === 'number' ? start + length : -1
    if (end < 0 || !/^\s*endstream/.test(this.text.slice(end, end + 16))) {
      const keywordAt = this.text.indexOf('endstream', start)
      end = keywordAt < 0 ? this.text.length : keywordAt - lineEndBefore(this.text, keywordAt)
    }
    this.#streams.set(id, { id, dict, raw: this.text.slice(start, end), keyword, start })
    return end
  }

  /** Objects inside an object stream (ISO 32000-1 §7.5.7). */
  #unpack(stream: PdfStream): void {
    if (this.name(stream.dict.get('Type')) !== 'ObjStm') return
    const text = this.decoded(stream)
    const first = this.resolve(stream.dict.get('First'))
    if (text === undefined || typeof first !== 'number') return
    const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number)
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const value = new PdfSyntax(text, first + (numbers[i + 1] ?? 0)).next()
      const id = numbers[i] ?? 0
      if (value !== undefined && !isOperator(value) && !this.#objects.has(id)) this.#objects.set(id, value)
    }
  }

  /** Trailer dictionaries and those of cross-reference streams, the last one winning. */
  #readTrailers(): void {
    const merged = new Map<string, PdfValue>()
    for (const { dict } of this.#streams.values())
      if (this.name(dict.get('Type')) === 'XRef') for (const [key, value] of dict) merged.set(key, value)
    for (let at = this.text.indexOf('trailer'); at >= 0; at = this.text.indexOf('trailer', at + 7)) {
      const value = new PdfSyntax(this.text, at + 7).next()
      if (isDict(value)) for (const [key, item] of value) merged.set(key, item)
    }
    this.#trailer = merged
  }
}

function textOf(bytes: string): string {
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
  return bytes.startsWith('\xfe\xff') ? utf16Of(bytes.slice(2)) : bytes
}

/** UTF-16BE, two units of Latin-1 a code unit. */
export function utf16Of(bytes: string): string {
  let out = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    out += String.fromCharCode(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1))
  return out
}

/** Units of the line end before an index: it is none of a stream's data. */
const lineEndBefore = (text: string, at: number): number =>
  text[at - 1] === '\n' ? (text[at - 2] === '\r' ? 2 : 1) : text[at - 1] === '\r' ? 1 : 0

const pick = (dict: PdfDict, keys: readonly string[]): [string, PdfValue][] =>
  keys.flatMap((key) => {
    const value = dict.get(key)
    return value === undefined ? [] : [[key, value] as [string, PdfValue]]
  })
