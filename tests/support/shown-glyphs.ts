// Where a PDF reader puts each glyph: a page's operators are carried out as ISO 32000-1, 9.4 says, with the widths that
// the fonts of the file state. Nothing here knows how src writes them.

import type { PdfFile, PdfPage } from '../../src/proof/pdf-file.ts'
import {
  isArray,
  isName,
  isOperator,
  isString,
  type PdfDict,
  PdfSyntax,
  type PdfValue,
} from '../../src/proof/pdf-syntax.ts'

/** Page coordinates from the top left of the media, in points. */
export interface ShownGlyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly font: string
  readonly size: number
  /** Direction in which the glyph's own right points: 0 rightwards, 90 downwards. */
  readonly angle: number
  readonly ink: number
}

type Matrix = readonly [number, number, number, number, number, number]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

interface Font {
  readonly name: string
  readonly vertical: boolean
  readonly textOf: ReadonlyMap<number, string>
  readonly widthOf: (cid: number) => number
  readonly heightOf: (cid: number) => number
}

export function shownGlyphs(file: PdfFile, page: PdfPage, height: number): readonly ShownGlyph[] {
  const stream = file.stream(page.dict.get('Contents'))
  const content = stream && file.decoded(stream)
  if (content === undefined) throw new Error('a page without content')
  const fonts = fontsOf(file, page)
  const shown: ShownGlyph[] = []
  let [ctm, text, ink, spacing, size]: [Matrix, Matrix, number, number, number] = [
    IDENTITY,
    IDENTITY,
    1,
    0,
    0,
  ]
  let font: Font | undefined

  const advance = (by: number): void => {
    text = times(font?.vertical ? [1, 0, 0, 1, 0, by] : [1, 0, 0, 1, by, 0], text)
  }
  const show = (code: number): void => {
    if (!font) throw new Error('text without a font')
    const m = times(text, ctm)
    const angle = (Math.atan2(-m[1], m[0]) * 180) / Math.PI
    shown.push({
      text: font.textOf.get(code) ?? '\ufffd',
      x: m[4],
      y: height - m[5],
      font: font.name,
      size,
      angle: Math.round(angle) || 0,
      ink,
    })
    advance((font.vertical ? font.heightOf(code) : font.widthOf(code)) * (size / 1000) + spacing)
  }

  const operands: PdfValue[] = []
  const syntax = new PdfSyntax(content)
  for (let token = syntax.next(); token !== undefined; token = syntax.next()) {
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    const numbers = operands.filter((value) => typeof value === 'number')
    const [first] = operands
    if (token.operator === 'cm') ctm = times(numbers as unknown as Matrix, ctm)
    if (token.operator === 'BT') text = IDENTITY
    if (token.operator === 'Tm') text = numbers as unknown as Matrix
    if (token.operator === 'Tc') spacing = numbers[0] ?? 0
    if (token.operator === 'g') ink = 1 - (numbers[0] ?? 0)
    if (token.operator === 'Tf' && isName(first)) {
      font = fonts.get(first.name)
      size = numbers[0] ?? 0
    }
    if (token.operator === 'TJ' && isArray(first)) {
      for (const part of first) {
        if (typeof part === 'number') advance((-part / 1000) * size)
        else if (isString(part)) for (const code of codesOf(part.bytes)) show(code)
      }
    }
    operands.length = 0
  }
  return shown
}

const codesOf = (bytes: string): number[] =>
  Array.from(
    { length: bytes.length / 2 },
    (_, i) => bytes.charCodeAt(2 * i) * 256 + bytes.charCodeAt(2 * i + 1),
  )

function fontsOf(file: PdfFile, page: PdfPage): ReadonlyMap<string, Font> {
  const made = new Map<string, Font>()
  for (const [name, value] of file.dict(page.resources.get('Font'))) {
    const dict = file.dict(value)
    const descendant = file.dict(file.array(dict.get('DescendantFonts'))[0])
    made.set(name, {
      name: file.name(dict.get('BaseFont')) ?? '',
      vertical: file.name(dict.get('Encoding')) === 'Identity-V',
      textOf: toUnicode(file, dict),
      widthOf: widths(file, descendant),
      heightOf: heights(file, descendant),
    })
  }
  return made
}

export function toUnicode(file: PdfFile, font: PdfDict): ReadonlyMap<number, string> {
  const stream = file.stream(font.get('ToUnicode'))
  const cmap = (stream && file.decoded(stream)) ?? ''
  const map = new Map<number, string>()
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of (block[1] ?? '').matchAll(/<([0-9a-f]{4})> <([0-9a-f]*)>/gi)) {
      const units = text.match(/.{4}/g) ?? []
      map.set(Number.parseInt(code, 16), String.fromCharCode(...units.map((u) => Number.parseInt(u, 16))))
    }
  }
  return map
}

/** `W`, with its default. */
function widths(file: PdfFile, descendant: PdfDict): (cid: number) => number {
  const stated = new Map<number, number>()
  const list = file.array(descendant.get('W'))
  for (let i = 0; i + 1 < list.length; i += 2) {
    for (const [k, width] of file.array(list[i + 1]).entries()) stated.set(Number(list[i]) + k, Number(width))
  }
  const fallback = Number(file.resolve(descendant.get('DW')) ?? 1000)
  return (cid) => stated.get(cid) ?? fallback
}

/** `W2`, with its default: the displacement down the line, negative. */
function heights(file: PdfFile, descendant: PdfDict): (cid: number) => number {
  const stated = new Map<number, number>()
  const list = file.array(descendant.get('W2'))
  for (let i = 0; i + 1 < list.length; i += 2) {
    const rows = file.array(list[i + 1])
    for (let k = 0; 3 * k < rows.length; k++) stated.set(Number(list[i]) + k, Number(rows[3 * k]))
  }
  const fallback = Number(file.array(descendant.get('DW2'))[1] ?? -1000)
  return (cid) => stated.get(cid) ?? fallback
}
