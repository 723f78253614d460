// A PDF taken apart into its objects, to be changed and put together again, for tests that plant faults: whatever is
// changed, cross-references and lengths are right unless a test breaks the bytes themselves.

import { deflateSync } from 'node:zlib'
import { PdfFile } from '../../src/proof/pdf-file.ts'
import { isDict, isName, isRef, isString, type PdfRef, type PdfValue } from '../../src/proof/pdf-syntax.ts'

export type Dict = Map<string, PdfValue>
type Data = string | Uint8Array

export class PdfObjects {
  readonly objects: Map<number, PdfValue>
  readonly trailer: Dict
  version: string
  readonly #file: PdfFile
  /** Streams with new data; of the others the bytes stay as they are. */
  readonly #data = new Map<number, Buffer>()

  constructor(bytes: Uint8Array) {
    this.#file = new PdfFile(bytes)
    this.objects = new Map(this.#file.objects)
    this.trailer = this.#file.trailer as Dict
    this.version = /%PDF-(\d\.\d)/.exec(this.#file.text)?.[1] ?? '1.7'
  }

  /** A dictionary or a stream's, to be changed in place. */
  dict(value: PdfValue | undefined): Dict {
    const found = isRef(value) ? this.objects.get(value.ref) : value
    if (!isDict(found)) throw new Error('no dictionary')
    return found as Dict
  }

  array(value: PdfValue | undefined): PdfValue[] {
    const found = isRef(value) ? this.objects.get(value.ref) : value
    if (!Array.isArray(found)) throw new Error('no array')
    return found
  }

  get catalog(): Dict {
    return this.dict(this.trailer.get('Root'))
  }

  get info(): Dict {
    return this.dict(this.trailer.get('Info'))
  }

  /** From 1. */
  page(number: number): Dict {
    const page = this.#file.pages()[number - 1]
    if (!page) throw new Error(`no page ${number}`)
    return this.dict({ ref: page.id })
  }

  pageRef(number: number): PdfRef {
    return { ref: this.#file.pages()[number - 1]?.id ?? 0 }
  }

  /** Dictionaries of a `Type`, by object number. */
  ofType(type: string): [number, Dict][] {
    return [...this.objects].flatMap(([id, value]) => {
      const own = isDict(value) ? value.get('Type') : undefined
      return isName(own) && own.name === type ? [[id, value as Dict] as [number, Dict]] : []
    })
  }

  /** What a stream says, unpacked. */
  text(value: PdfValue | undefined): string {
    const id = isRef(value) ? value.ref : -1
    const stream = this.#file.streams.get(id)
    return this.#data.get(id)?.toString('latin1') ?? (stream && this.#file.decoded(stream)) ?? ''
  }

  /** Changes what a stream says; it must change. */
  edit(value: PdfValue | undefined, change: (text: string) => string): void {
    const before = this.text(value)
    const after = change(before)
    if (after === before) throw new Error('the edit changes nothing')
    this.#data.set(isRef(value) ? value.ref : -1, Buffer.from(after, 'latin1'))
  }

  /** Changes the content of a page. */
  content(number: number, change: (text: string) => string): void {
    this.edit(this.page(number).get('Contents'), change)
  }

  /** A new object, a stream where there are data. */
  add(value: PdfValue, data?: Data): PdfRef {
    const ref = Math.max(...this.objects.keys()) + 1
    this.objects.set(ref, value)
    if (data !== undefined)
      this.#data.set(ref, typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data))
    return { ref }
  }

  bytes(): Uint8Array {
    const out: Buffer[] = []
    let length = 0
    const put = (piece: Data): void => {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece)
      out.push(bytes)
      length += bytes.length
    }
    put(`%PDF-${this.version}\n%\xff\xff\xff\xff\n`)
    const offsets = new Map<number, number>()
    for (const [id, value] of [...this.objects].sort(([a], [b]) => a - b)) {
      offsets.set(id, length)
      put(`${id} 0 obj\n`)
      const data = this.#streamOf(id)
      put(printed(data && isDict(value) ? new Map([...value, ['Length', data.length]]) : value))
      if (data) {
        put('\nstream\n')
        put(data)
        put('\nendstream')
      }
      put('\nendobj\n')
    }
    const start = length
    const size = Math.max(...this.objects.keys()) + 1
    const rows = Array.from({ length: size - 1 }, (_, i) => offsets.get(i + 1)).map((at) =>
      at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`,
    )
    put(`xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`)
    put(`trailer\n${printed(new Map([...this.trailer, ['Size', size]]))}\nstartxref\n${start}\n%%EOF\n`)
    return new Uint8Array(Buffer.concat(out))
  }

  /** The bytes of a stream; new data are packed where the dictionary says so. */
  #streamOf(id: number): Buffer | undefined {
    const changed = this.#data.get(id)
    const stream = this.#file.streams.get(id)
    if (!changed)
      return (
        stream && Buffer.from(stream.raw.replace(/\r?\n$/, ''), 'latin1').subarray(0, lengthOf(stream.dict))
      )
    const filter = this.dict({ ref: id }).get('Filter')
    return isName(filter) && filter.name === 'FlateDecode' ? deflateSync(changed) : changed
  }
}

const lengthOf = (dict: ReadonlyMap<string, PdfValue>): number | undefined => {
  const length = dict.get('Length')
  return typeof length === 'number' ? length : undefined
}

/** A value as the file writes it. */
export function printed(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') return String(value)
  if (isRef(value)) return `${value.ref} 0 R`
  if (isName(value)) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, escaped)}`
  if (isString(value)) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`
  if (isDict(value))
    return `<<${[...value].map(([key, item]) => `${printed({ name: key })} ${printed(item)}`).join('\n')}>>`
  return `[${value.map(printed).join(' ')}]`
}

const escaped = (c: string): string => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`

export const name = (text: string): PdfValue => ({ name: text })
export const text = (words: string): PdfValue => ({ bytes: words })
export const utf16 = (words: string): PdfValue => ({
  bytes: Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('latin1'),
})
export const dict = (entries: Readonly<Record<string, PdfValue>>): Dict => new Map(Object.entries(entries))
