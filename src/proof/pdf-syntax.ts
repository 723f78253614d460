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

const REFERENCE = /(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const NUMBER = /[+-]*(?:\d+\.?\d*|\.\d+)/y
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

const [MINUS, POINT, ZERO, NINE, PERCENT] = [0x2d, 0x2e, 0x30, 0x39, 0x25]

const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d
/** NUL, tab, line feed, form feed, carriage return, space (table 1). */
const isBlank = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0

/** Reads values one after another; `at` is where the next one starts. */
export class PdfSyntax {
  readonly text: string
  at: number
  /** Where the first hex string stands that has an odd number of digits or something else than digits. */
  badHex: number | undefined

  readonly #isContent: boolean

  /** @param isContent of a content stream, where there are no references */
  constructor(text: string, at = 0, isContent = false) {
    this.text = text
    this.at = at
    this.#isContent = isContent
  }

  /** The next value or operator; undefined at the end or at a stray closing sign. */
  next(): PdfValue | PdfOperator | undefined {
    this.#skipBlanks()
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

  /** White space and comments (§7.2.2, §7.2.3). */
  #skipBlanks(): void {
    const { text } = this
    for (;;) {
      const code = text.charCodeAt(this.at)
      if (code === PERCENT) while (this.at < text.length && !isLineEnd(text.charCodeAt(this.at))) this.at++
      else if (code > 0x20 || !isBlank(code)) return
      else this.at++
    }
  }

  #number(): PdfValue | PdfOperator {
    const reference = this.#isContent ? undefined : this.#match(REFERENCE)
    if (reference) return { ref: Number(reference[1]) }
    const plain = this.#plainNumber()
    if (plain !== undefined) return plain
    const number = this.#match(NUMBER)
    if (number) return Number(number[0].replace(/^[+-]*(?=[+-])/, ''))
    return { operator: this.#match(WORD)?.[0] ?? '' }
  }

  /** A number as nearly all are written: a sign at most, digits, a point at most. */
  #plainNumber(): number | undefined {
    const { text } = this
    const isNegative = text.charCodeAt(this.at) === MINUS
    let at = isNegative ? this.at + 1 : this.at
    const first = at
    let value = 0
    let decimals = -1
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === POINT && decimals < 0) decimals = 0
      else if (code >= ZERO && code <= NINE) {
        value = value * 10 + code - ZERO
        if (decimals >= 0) decimals++
      } else break
    }
    const digits = at - first - (decimals >= 0 ? 1 : 0)
    // As many digits as a double holds to the last one.
    if (digits === 0 || digits > 15) return undefined
    this.at = at
    const size = decimals > 0 ? value / 10 ** decimals : value
    return isNegative ? -size : size
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
    const start = this.at
    const end = this.text.indexOf('>', start)
    const stop = end < 0 ? this.text.length : end
    const inner = this.text.slice(start + 1, stop)
    this.at = stop + 1
    const bytes = bytesOfHex(inner)
    if (bytes !== undefined && end >= 0) return bytes
    const digits = inner.replace(/[^\da-fA-F]/g, '')
    if (end < 0 || digits.length % 2 || /[^\da-fA-F\0\t\n\f\r ]/.test(inner)) this.badHex ??= start
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

/** Value of a hex digit by its character code; 255 for all else. */
const HEX_VALUES: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16)
  return Number.isNaN(value) ? 255 : value
})

/** The bytes of an even number of digits without blanks, as nearly all hex strings are; else undefined. */
function bytesOfHex(digits: string): string | undefined {
  if (digits.length % 2) return undefined
  let out = ''
  for (let i = 0; i < digits.length; i += 2) {
    const high = HEX_VALUES[digits.charCodeAt(i)] ?? 255
    const low = HEX_VALUES[digits.charCodeAt(i + 1)] ?? 255
    if ((high | low) > 15) return undefined
    out += String.fromCharCode(high * 16 + low)
  }
  return out
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
