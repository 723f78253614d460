// ToUnicode CMaps (ISO 32000-1 §9.10.3): the CMap's text comes in, the text of each code goes out. Codes are taken as
// numbers, whatever their length, for a font has one.

import { utf16Of } from '../pdf-file.ts'
import { isArray, isOperator, isString, PdfSyntax, type PdfValue } from '../pdf-syntax.ts'

/** A range longer than all codes of two bytes is a lie. */
const LONGEST_RANGE = 0x10000

export function toUnicodeOf(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  const syntax = new PdfSyntax(cmap)
  let operands: PdfValue[] = []
  for (;;) {
    const token = syntax.next()
    if (token === undefined) {
      if (++syntax.at > cmap.length) return texts
      continue
    }
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    if (token.operator === 'endbfchar') readChars(operands, texts)
    else if (token.operator === 'endbfrange') readRanges(operands, texts)
    operands = []
  }
}

function readChars(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [code, text] = [codeOf(operands[i]), operands[i + 1]]
    if (code !== undefined && isString(text)) texts.set(code, utf16Of(text.bytes))
  }
}

function readRanges(operands: readonly PdfValue[], texts: Map<number, string>): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [first, last, to] = [codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2]]
    if (first === undefined || last === undefined || last - first >= LONGEST_RANGE) continue
    for (let code = first; code <= last; code++) {
      const text = isArray(to) ? to[code - first] : to
      if (isString(text))
        texts.set(code, isArray(to) ? utf16Of(text.bytes) : shifted(text.bytes, code - first))
    }
  }
}

/** The last code unit counts on. */
function shifted(bytes: string, by: number): string {
  const text = utf16Of(bytes)
  const last = text.charCodeAt(text.length - 1)
  return text === '' ? text : text.slice(0, -1) + String.fromCharCode(last + by)
}

function codeOf(value: PdfValue | undefined): number | undefined {
  if (!isString(value)) return undefined
  let code = 0
  for (let i = 0; i < value.bytes.length; i++) code = code * 256 + value.bytes.charCodeAt(i)
  return code
}
