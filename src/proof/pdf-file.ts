// A PDF as objects: bytes come in; the catalog, the pages with what they inherit, and decoded streams go out. Objects
// are found by walking the file, not by its cross-reference table, so that this reader shares no road with pdf.js.

import { inflateSync } from 'node:zlib'
import {
  isArray,
  isDict,
  isName,
  isOperator,
  isRef,
  type PdfDict,
  PdfSyntax,
  type PdfValue,
} from './pdf-syntax.ts'

export interface PdfStream {
  readonly dict: PdfDict
  /** The bytes as they stand, one per unit. */
  readonly raw: string
}

export interface PdfPage {
  /** Object number. */
  readonly id: number
  readonly dict: PdfDict
  readonly mediaBox: PdfValue | undefined
  readonly resources: PdfDict
}

const EMPTY: PdfDict = new Map()

export class PdfFile {
  readonly text: string
  /** Object number → value; streams stand in `streams` too. */
  readonly #objects = new Map<number, PdfValue>()
  readonly #streams = new Map<number, PdfStream>()
  #trailer: PdfDict = EMPTY

  constructor(bytes: Uint8Array) {
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

  stream(value: PdfValue | undefined): PdfStream | undefined {
    return isRef(value) ? this.#streams.get(value.ref) : undefined
  }

  /** A stream's content; undefined where a filter other than Flate stands in the way or the data are broken. */
  decoded({ dict, raw }: PdfStream): string | undefined {
    const filter = this.resolve(dict.get('Filter'))
    const filters = filter === undefined ? [] : isArray(filter) ? filter : [filter]
    if (filters.length === 0) return raw
    if (filters.length > 1 || this.name(filters[0]) !== 'FlateDecode') return undefined
    try {
      return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
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
    const header = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj(?![a-zA-Z])/g
    for (let found = header.exec(this.text); found; found = header.exec(this.text)) {
      const id = Number(found[1])
      const syntax = new PdfSyntax(this.text, header.lastIndex)
      const value = syntax.next()
      if (value === undefined || isOperator(value)) continue
      this.#objects.set(id, value)
      header.lastIndex = isDict(value) ? this.#takeStream(id, value, syntax.at) : syntax.at
    }
  }

  /** Keeps the stream that follows its dictionary; answers where to look for the next object. */
  #takeStream(id: number, dict: PdfDict, at: number): number {
    const opening = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/y
    opening.lastIndex = at
    if (!opening.test(this.text)) return at
    const start = opening.lastIndex
    const length = dict.get('Length')
    let end = typeof length === 'number' ? start + length : -1
    if (end < 0 || !/^\s*endstream/.test(this.text.slice(end, end + 16))) {
      end = this.text.indexOf('endstream', start)
      if (end < 0) end = this.text.length
    }
    this.#streams.set(id, { dict, raw: this.text.slice(start, end) })
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

const pick = (dict: PdfDict, keys: readonly string[]): [string, PdfValue][] =>
  keys.flatMap((key) => {
    const value = dict.get(key)
    return value === undefined ? [] : [[key, value] as [string, PdfValue]]
  })
