// The text of each marked content of a page by its id, as ISO 32000-1, 14.6 and 9.10 say. Nothing here knows how src
// writes them.

import type { PdfFile, PdfPage } from '../../src/proof/pdf-file.ts'
import {
  isArray,
  isDict,
  isName,
  isOperator,
  isString,
  PdfSyntax,
  type PdfValue,
} from '../../src/proof/pdf-syntax.ts'

/** For each page of a file. */
export const markedText = (file: PdfFile): readonly ReadonlyMap<number, string>[] =>
  file.pages().map((page) => onPage(file, page))

function onPage(file: PdfFile, page: PdfPage): ReadonlyMap<number, string> {
  const stream = file.stream(page.dict.get('Contents'))
  const content = (stream && file.decoded(stream)) ?? ''
  const fonts = fontsOf(file, page)
  const found = new Map<number, string>()
  const marks: (number | undefined)[] = []
  let font: ReadonlyMap<number, string> = new Map()
  let operands: PdfValue[] = []
  const syntax = new PdfSyntax(content)
  for (let token = syntax.next(); token !== undefined; token = syntax.next()) {
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    const [first, second] = operands
    if (token.operator === 'BDC') {
      const id = isDict(second) ? second.get('MCID') : undefined
      marks.push(typeof id === 'number' ? id : undefined)
      if (typeof id === 'number') found.set(id, found.get(id) ?? '')
    } else if (token.operator === 'EMC') marks.pop()
    else if (token.operator === 'Tf' && isName(first)) font = fonts.get(first.name) ?? new Map()
    else if (token.operator === 'TJ' && isArray(first)) {
      const id = marks.findLast((mark) => mark !== undefined)
      if (id !== undefined) found.set(id, (found.get(id) ?? '') + shownBy(first, font))
    }
    operands = []
  }
  return found
}

const shownBy = (items: readonly PdfValue[], font: ReadonlyMap<number, string>): string =>
  items
    .flatMap((item) => (isString(item) ? codesOf(item.bytes) : []))
    .map((code) => font.get(code) ?? '\ufffd')
    .join('')

const codesOf = (bytes: string): number[] =>
  Array.from(
    { length: bytes.length / 2 },
    (_, i) => bytes.charCodeAt(2 * i) * 256 + bytes.charCodeAt(2 * i + 1),
  )

function fontsOf(file: PdfFile, page: PdfPage): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const [name, value] of file.dict(page.resources.get('Font'))) {
    const stream = file.stream(file.dict(value).get('ToUnicode'))
    const map = (stream && file.decoded(stream)) ?? ''
    const pairs = [...map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]*)>/g)].map(
      ([, code = '', text = '']): [number, string] => [
        Number.parseInt(code, 16),
        Buffer.from(text, 'hex').swap16().toString('utf16le'),
      ],
    )
    fonts.set(name, new Map(pairs))
  }
  return fonts
}
