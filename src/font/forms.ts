// The glyph a face offers for one character or pair in a line of either direction, or nothing where its form will not do:
// a proportional quotation mark, a dash that does not turn.

import {
  CHAR_CLASS,
  type CharClass,
  classOf,
  HALF_CELLS,
  isVariationSelector,
  NEEDS_FULL_WIDTH,
  NEEDS_VERTICAL_FORM,
  type Region,
} from '../cjk/index.ts'
import type { Face, ShapedGlyph } from './face.ts'
import type { FaceChain, Sort, SortPart } from './typecase.ts'

const FULL_WIDTH = (width: number): boolean => Math.abs(width - 1) < 0.02
/** 一: a face that has it is a face for Chinese. */
const HAN_PROBE = 0x4e00

/** Which forms a layout wants of marks; the text stays as written. */
export interface MarkForms {
  readonly region: Region
  readonly fullStop: 'ring' | 'point'
}

export const MAINLAND_FORMS: MarkForms = { region: 'mainland', fullStop: 'ring' }

/** Quotation marks of Taiwan and Hong Kong, in lines of both directions (CLREQ 5.2). */
const TAIWAN_QUOTES: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' }

/** The character whose glyph a text shows. */
export function lookOf(text: string, { region, fullStop }: MarkForms): string {
  if (fullStop === 'point' && text === '。') return '．'
  // The full-width solidus is wider than the half cell it stands in (GB/T 15834-2011 5.1.9).
  if (text === '／') return '/'
  return region === 'taiwan' ? (TAIWAN_QUOTES[text] ?? text) : text
}

/** Pause and stop marks stand in the middle of their cell in Taiwan and Hong Kong (CLREQ 5.1.1.2). */
const CENTRED: ReadonlySet<CharClass> = new Set([
  CHAR_CLASS.stop,
  CHAR_CLASS.pause,
  CHAR_CLASS.colon,
  CHAR_CLASS.excl,
])
/** Middle of the em box above the baseline. */
const MIDDLE = 0.38

/** The glyph of a face for a character or pair as the region has it, or undefined when its form will not do here. */
export function shapeFor(face: Face, text: string, vertical: boolean, forms: MarkForms): Sort | undefined {
  const look = lookOf(text, forms)
  if (!hasAll(face, look)) return undefined
  // A hyphen that stands alone is one between Han: those of Western words are shaped with their word.
  const c = text === '-' ? CHAR_CLASS.hyphen : classOf(text.codePointAt(0) ?? 0)
  const isCentred = forms.region === 'taiwan' && CENTRED.has(c) && face.sfnt.flavour === 'truetype'
  const shaped = shapeOne(face, look, c, vertical && !isCentred)
  if (!shaped) return undefined
  return isCentred ? centred(face, { ...shaped, text }) : { ...shaped, text }
}

function centred(face: Face, sort: Sort): Sort {
  const { left, right, bottom, top } = face.inkOf(sort.gid)
  const shift = sort.width / 2 - (left + right) / 2
  return { ...sort, parts: [{ gid: sort.gid, scale: 1, shift, rise: MIDDLE - (bottom + top) / 2 }] }
}

export function firstFace(chain: FaceChain, holds: (face: Face) => boolean): Face | undefined {
  for (const face of chain) if (holds(face)) return face
  return undefined
}

/** Whether a face has every character of a text; variation selectors need no glyph of their own. */
export const hasAll = (face: Face, text: string): boolean => {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (!isVariationSelector(codePoint) && !face.has(codePoint)) return false
  }
  return true
}

/** The glyph of a face for a character or pair, or undefined when its form will not do here. */
export function shapeOne(face: Face, text: string, c: CharClass, vertical: boolean): Sort | undefined {
  if (c === CHAR_CLASS.ideo && text.length === 1) {
    const gid = face.glyphOf(text.codePointAt(0) ?? 0)
    return vertical ? vertOf(face, text) : { gid, text, width: face.widthOf(gid) }
  }
  // Chinese marks come from Chinese faces: a Western one has its … on the baseline.
  if (NEEDS_FULL_WIDTH.has(c) && !face.has(HAN_PROBE)) return undefined
  const flat = face.shapeMark(text, false)[0]
  const glyphs = face.shapeMark(text, vertical)
  // The vertical forms of tone marks have no width: they are made to stand on the symbol before them.
  const glyph = glyphs[0]?.width === 0 ? flat : glyphs[0]
  if (!glyph || (glyphs.length > 1 && NEEDS_FULL_WIDTH.has(c))) return undefined
  const width = flat?.width ?? glyph.width
  if (HALF_CELLS.has(c) && face.sfnt.flavour === 'truetype') return halfCell(face, glyph, text, vertical)
  if (NEEDS_FULL_WIDTH.has(c) && !FULL_WIDTH(width / (c === CHAR_CLASS.dash ? emsOfDash(text) : 1)))
    return undefined
  if (vertical && NEEDS_VERTICAL_FORM.has(c) && glyph.gid === flat?.gid) return undefined
  return vertical ? withVertical(face, glyph, text, c) : { gid: glyph.gid, text, width: glyph.width }
}

/** Ideographs keep their glyph; kana and some signs have a vertical form. */
function vertOf(face: Face, text: string): Sort {
  const codePoint = text.codePointAt(0) ?? 0
  const gid = face.glyphOf(codePoint)
  const isHan = codePoint >= 0x3400 && codePoint < 0xa000
  const turned = isHan ? gid : (face.shapeMark(text, true)[0]?.gid ?? gid)
  return { gid: turned, text, width: face.widthOf(turned) }
}

/** A mark centred in half an em by a glyph of its own, so that its box ends where its cell does. */
function halfCell(face: Face, glyph: ShapedGlyph, text: string, vertical: boolean): Sort {
  const ink = face.inkOf(glyph.gid)
  const rise = MIDDLE - (ink.top + ink.bottom) / 2
  const parts = [{ gid: glyph.gid, scale: 1, shift: (0.5 - glyph.width) / 2, rise }]
  if (!vertical) return { gid: glyph.gid, text, width: 0.5, parts }
  return { gid: glyph.gid, text, width: 0.5, parts, vertical: { advance: 0.5, top: MIDDLE + 0.25 } }
}

const emsOfDash = (text: string): number => (text === '\u2e3a' ? 2 : text.length)

/** Vertical metrics of the marks that do not fill one em: the pair —— and the middle dot in its half cell. */
function withVertical(face: Face, glyph: ShapedGlyph, text: string, c: CharClass): Sort {
  const sort = { gid: glyph.gid, text, width: glyph.width }
  const advance = c === CHAR_CLASS.dash ? emsOfDash(text) : HALF_CELLS.has(c) ? 0.5 : 1
  if (advance === 1) return sort
  const ink = face.inkOf(glyph.gid)
  return { ...sort, vertical: { advance, top: (ink.top + ink.bottom) / 2 + advance / 2 } }
}

export function combine(face: Face, text: string): Sort {
  const glyphs = face.shapeWord(text, true)
  const natural = glyphs.reduce((sum, glyph) => sum + glyph.width, 0)
  const scale = Math.min(1, 1 / natural)
  let shift = (1 - natural * scale) / 2
  const parts = glyphs.map((glyph) => {
    const part = { gid: glyph.gid, scale, shift }
    shift += glyph.width * scale
    return part
  })
  // The gid of the first digit and the whole text make the key; `parts` say what is really drawn.
  return { gid: parts[0]?.gid ?? 0, text, width: 1, parts }
}

/** A figure condensed into half an em, for faces whose figures are wider and that have no half-width ones. */
export function condensedFigure(glyph: ShapedGlyph): Sort {
  const scale = Math.min(1, 0.5 / glyph.width)
  const parts: readonly SortPart[] = [{ gid: glyph.gid, scale, shift: (0.5 - glyph.width * scale) / 2 }]
  return { gid: glyph.gid, text: glyph.text, width: 0.5, parts }
}
