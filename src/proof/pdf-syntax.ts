// The syntax of PDF (ISO 32000-1 §7.2, §7.3, §7.8.2): bytes as Latin-1 text come in, values and operators go out. It
// serves both objects of a file and content streams; it never looks things up.

export interface PdfName {
  readonly name: string
}
export interface PdfString {
  /** The bytes, one per unit. */
  readonly bytes: string
}
export interface PdfRef {
  readonly ref: number
}
export interface PdfOperator {
  readonly operator: string
}
export type PdfDict = ReadonlyMap<string, PdfValue>
export type PdfValue = number | boolean | null | PdfName | PdfString | PdfRef | PdfDict | readonly PdfValue[]

export const isName = (v: unknown): v is PdfName => typeof v === 'object' && v !== null && 'name' in v
export const isString = (v: unknown): v is PdfString => typeof v === 'object' && v !== null && 'bytes' in v
export const isRef = (v: unknown): v is PdfRef => typeof v === 'object' && v !== null && 'ref' in v
export const isDict = (v: unknown): v is PdfDict => v instanceof Map
export const isArray = (v: unknown): v is readonly PdfValue[] => Array.isArray(v)
export const isOperator = (v: unknown): v is PdfOperator =>
  typeof v === 'object' && v !== null && 'operator' in v

const BLANK = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const REFERENCE = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)/y
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

/** Reads values one after another; `at` is where the next one starts. */
export class PdfSyntax {
  readonly text: string
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  /** The next value or operator; undefined at the end or at a stray closing sign. */
  next(): PdfValue | PdfOperator | undefined {
    this.#match(BLANK)
    const c = this.text[this.at]
    if (c === undefined) return undefined
    if (c === '/') return { name: unescapeName(this.#match(NAME)?.[1] ?? '') }
    if (c === '(') return { bytes: this.#literal() }
    if (c === '[') return this.#array()
    if (c === '<') return this.text[this.at + 1] === '<' ? this.#dict() : { bytes: this.#hex() }
    if ((c >= '0' && c <= '9') || c === '+' || c === '-' || c === '.') return this.#number()
    const word = this.#match(WORD)?.[0]
    if (word === undefined) return undefined
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { operator: word }
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found) this.at = pattern.lastIndex
    return found ?? undefined
  }

  #number(): PdfValue | PdfOperator {
    const reference = this.#match(REFERENCE)
    if (reference) return { ref: Number(reference[1]) }
    const number = this.#match(NUMBER)
    if (number) return Number(number[0].replace(/^[+-]*(?=[+-])/, ''))
    return { operator: this.#match(WORD)?.[0] ?? '' }
  }

  #array(): readonly PdfValue[] {
    this.at++
    const items: PdfValue[] = []
    for (;;) {
      const item = this.next()
      if (item === undefined) break
      if (!isOperator(item)) items.push(item)
    }
    if (this.text[this.at] === ']') this.at++
    return items
  }

  #dict(): PdfDict {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      const key = this.next()
      if (!isName(key)) break
      const value = this.next()
      if (value === undefined || isOperator(value)) break
      entries.set(key.name, value)
    }
    if (this.text.startsWith('>>', this.at)) this.at += 2
    return entries
  }

  #hex(): string {
    const end = this.text.indexOf('>', this.at)
    const stop = end < 0 ? this.text.length : end
    const digits = this.text.slice(this.at + 1, stop).replace(/[^\da-fA-F]/g, '')
    this.at = stop + 1
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
  }

  #literal(): string {
    let depth = 0
    let out = ''
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at]
      if (c === '\\') {
        out += this.#escape()
        continue
      }
      if (c === ')' && --depth === 0) break
      if (c !== '(' || depth++ > 0) out += c
    }
    this.at++
    return out
  }

  /** The character after a backslash; leaves `at` on its last unit. */
  #escape(): string {
    const octal = /[0-7]{1,3}/y
    octal.lastIndex = this.at + 1
    const code = octal.exec(this.text)?.[0]
    if (code !== undefined) {
      this.at += code.length
      return String.fromCharCode(Number.parseInt(code, 8) & 0xff)
    }
    const c = this.text[++this.at] ?? ''
    if (c === '\r' && this.text[this.at + 1] === '\n') this.at++
    return ESCAPES[c] ?? c
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
}

const unescapeName = (name: string): string =>
  name.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
