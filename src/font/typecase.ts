// The type case (字盘) of one setting: every glyph-with-its-text that the setting uses is a *sort* with a number of its
// own. Keying by glyph *and* text is what makes each character extract as it was written: fonts share one glyph among
// several characters (⼀ and 一, vertical ﹃ for both “ and 『), and a PDF maps one code to one text.
//
// A sort's number is `face × 65536 + cid`; the cid is its code in the PDF. Numbers are given in order of first use, so
// that the same manuscript gives the same file: use a new case for each setting.

import {
  CHAR_CLASS,
  type CharClass,
  classOf,
  HALF_CELLS,
  NEEDS_FULL_WIDTH,
  NEEDS_VERTICAL_FORM,
} from '../cjk/index.ts'
import type { Face, ShapedGlyph } from './face.ts'

export type SortId = number

/** No face of the chain has the character. */
export const MISSING: SortId = -1

export interface Sort {
  readonly gid: number
  readonly text: string
  /** Em the sort advances by in horizontal lines. */
  readonly width: number
  /** Em in vertical lines, and the height of its cell's top above the baseline; by default 1 and the face's emTop. */
  readonly vertical?: { readonly advance: number; readonly top: number }
  /** A sort made of others: digits side by side in one cell (纵中横). */
  readonly parts?: readonly SortPart[]
}

export interface SortPart {
  readonly gid: number
  /** Horizontal scale, 1 for as drawn, and shift to the right in em. */
  readonly scale: number
  readonly shift: number
}

/** A Western word or number, shaped: sorts with their offsets from its head, in em. */
export interface Word {
  readonly sorts: readonly SortId[]
  readonly offsets: readonly number[]
  /** Index of the first text unit of each sort. */
  readonly at: readonly number[]
  readonly width: number
}

export interface CaseFace {
  readonly face: Face
  /** Sorts by cid; cid 0 is .notdef and never used. */
  readonly sorts: readonly Sort[]
}

/** The faces to look a character up in, one after the other; later ones are opened only when asked for. */
export type FaceChain = Iterable<Face>

const NOTDEF: Sort = { gid: 0, text: '\ufffd', width: 1 }

export class TypeCase {
  readonly #faces: { readonly face: Face; readonly sorts: Sort[]; readonly ids: Map<string, SortId> }[] = []

  /** Faces in order of first use. */
  get faces(): readonly CaseFace[] {
    return this.#faces
  }

  faceOf(id: SortId): number {
    return id >>> 16
  }

  sortOf(id: SortId): Sort {
    return this.#faces[id >>> 16]?.sorts[id & 0xffff] ?? NOTDEF
  }

  /** The sort of a glyph standing for a text, made on first use. */
  add(face: Face, sort: Sort): SortId {
    const index = this.#indexOf(face)
    const entry = this.#faces[index]
    if (!entry) throw new Error('unreachable: face was just added')
    const key = `${sort.gid} ${sort.width} ${sort.vertical ? 'v' : ''} ${sort.text}`
    const known = entry.ids.get(key)
    if (known !== undefined) return known
    if (entry.sorts.length > 0xffff) throw new Error(`more than 65535 sorts of ${face.postscriptName}`)
    const id = index * 0x10000 + entry.sorts.length
    entry.sorts.push(sort)
    entry.ids.set(key, id)
    return id
  }

  #indexOf(face: Face): number {
    const found = this.#faces.findIndex((entry) => entry.face === face)
    if (found >= 0) return found
    this.#faces.push({ face, sorts: [NOTDEF], ids: new Map() })
    return this.#faces.length - 1
  }
}

const UNKNOWN = -2
const FULL_WIDTH = (width: number): boolean => Math.abs(width - 1) < 0.02

/** One style's view of the case: its chain of faces, with every answer kept. */
export class Stack {
  readonly chain: FaceChain
  readonly #typeCase: TypeCase
  readonly #horizontal = new Int32Array(0x10000).fill(UNKNOWN)
  readonly #vertical = new Int32Array(0x10000).fill(UNKNOWN)
  readonly #rare = new Map<string, SortId>()
  readonly #words = new Map<string, Word>()
  readonly #halfWords = new Map<string, Word>()

  constructor(typeCase: TypeCase, chain: FaceChain) {
    this.#typeCase = typeCase
    this.chain = chain
  }

  /** The sort of one character standing upright in a line of either direction, or MISSING. */
  sortFor(codePoint: number, vertical: boolean): SortId {
    if (codePoint > 0xffff) return this.clusterFor(String.fromCodePoint(codePoint), vertical)
    const table = vertical ? this.#vertical : this.#horizontal
    const known = table[codePoint] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const found = this.#find(String.fromCodePoint(codePoint), vertical)
    table[codePoint] = found
    return found
  }

  /** The sort of a cluster that is one body: a —— or …… pair, a character with its variation selector. */
  clusterFor(text: string, vertical: boolean): SortId {
    const key = vertical ? `v${text}` : `h${text}`
    const known = this.#rare.get(key)
    if (known !== undefined) return known
    const found = this.#find(text, vertical)
    this.#rare.set(key, found)
    return found
  }

  /** Whether some face of the chain has the character. */
  covers(codePoint: number): boolean {
    return this.#firstWith(String.fromCodePoint(codePoint)) !== undefined
  }

  /** Shapes a Western word or number, each once. Characters no face has are left out: check coverage first. */
  word(text: string, halfDigits: boolean): Word {
    const words = halfDigits ? this.#halfWords : this.#words
    const known = words.get(text)
    if (known) return known
    const isNumber = text.length > 1 && /^[0-9.,%]+$/.test(text)
    const made = isNumber ? this.#number(text, halfDigits) : this.#shapeWord(text, halfDigits)
    words.set(text, made)
    return made
  }

  /** Digits (or short Latin) side by side in one upright cell of a vertical line (纵中横), at most 1 em wide. */
  combined(text: string): SortId {
    const key = `c${text}`
    const known = this.#rare.get(key)
    if (known !== undefined) return known
    const face = first(this.chain, (f) => f.sfnt.flavour === 'truetype' && hasAll(f, text))
    const made = face ? this.#typeCase.add(face, combine(face, text)) : MISSING
    this.#rare.set(key, made)
    return made
  }

  #find(text: string, vertical: boolean): SortId {
    const c = classOf(text.codePointAt(0) ?? 0)
    for (const face of this.chain) {
      const shaped = hasAll(face, text) ? shapeOne(face, text, c, vertical) : undefined
      if (shaped) return this.#typeCase.add(face, shaped)
    }
    // No face has the form wanted: any glyph of the character is better than none.
    const face = this.#firstWith(text)
    const glyph = face?.shapeMark(text, vertical)[0]
    return face && glyph ? this.#typeCase.add(face, { gid: glyph.gid, text, width: glyph.width }) : MISSING
  }

  /** A number is its figures one after the other: a book has tens of thousands of them. */
  #number(text: string, halfDigits: boolean): Word {
    const sorts: SortId[] = []
    const offsets: number[] = []
    let width = 0
    for (const figure of text) {
      const one = this.word(figure, halfDigits)
      sorts.push(one.sorts[0] ?? MISSING)
      offsets.push(width + (one.offsets[0] ?? 0))
      width += one.width
    }
    return { sorts, offsets, at: sorts.map((_, i) => i), width }
  }

  #shapeWord(text: string, halfDigits: boolean): Word {
    const sorts: SortId[] = []
    const offsets: number[] = []
    const at: number[] = []
    let width = 0
    let unit = 0
    // Half-em forms are for figures alone: a half-width K or full point is another design.
    const parts = halfDigits ? (text.match(/\d+|\D+/g) ?? []) : [text]
    for (const piece of parts.flatMap((part) => this.#piecesByFace(part))) {
      const isHalf = halfDigits && /^\d/.test(piece.text)
      for (const glyph of piece.face.shapeWord(piece.text, isHalf)) {
        const cell = isHalf ? 0.5 : glyph.advance
        sorts.push(this.#typeCase.add(piece.face, { gid: glyph.gid, text: glyph.text, width: glyph.width }))
        offsets.push(isHalf ? width + (cell - glyph.width) / 2 : width)
        at.push(unit)
        width += cell
        unit += glyph.text.length
      }
    }
    return { sorts, offsets, at, width }
  }

  /** A word in stretches of one face each: nearly always one. */
  #piecesByFace(text: string): { face: Face; text: string }[] {
    const whole = this.#firstWith(text)
    if (whole) return [{ face: whole, text }]
    const pieces: { face: Face; text: string }[] = []
    for (const character of text) {
      const face = this.#firstWith(character)
      if (!face) continue
      const last = pieces.at(-1)
      if (last?.face === face) last.text += character
      else pieces.push({ face, text: character })
    }
    return pieces
  }

  #firstWith(text: string): Face | undefined {
    return first(this.chain, (face) => hasAll(face, text))
  }
}

function first(chain: FaceChain, holds: (face: Face) => boolean): Face | undefined {
  for (const face of chain) if (holds(face)) return face
  return undefined
}

const hasAll = (face: Face, text: string): boolean => {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (classOf(codePoint) !== CHAR_CLASS.extend && !face.has(codePoint)) return false
  }
  return true
}

/** The glyph of a face for a character or pair, or undefined when its form will not do here. */
function shapeOne(face: Face, text: string, c: CharClass, vertical: boolean): Sort | undefined {
  if (c === CHAR_CLASS.ideo && text.length === 1) {
    const gid = face.glyphOf(text.codePointAt(0) ?? 0)
    return vertical ? vertOf(face, text) : { gid, text, width: face.widthOf(gid) }
  }
  const glyphs = face.shapeMark(text, vertical)
  const [glyph] = glyphs
  if (!glyph || (glyphs.length > 1 && NEEDS_FULL_WIDTH.has(c))) return undefined
  const flat = face.shapeMark(text, false)[0]
  const width = flat?.width ?? glyph.width
  if (HALF_CELLS.has(c) && face.sfnt.flavour === 'truetype') return halfCell(face, glyph, text, vertical)
  if (NEEDS_FULL_WIDTH.has(c) && !FULL_WIDTH(width / (c === CHAR_CLASS.dash ? text.length : 1)))
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
  const parts = [{ gid: glyph.gid, scale: 1, shift: (0.5 - glyph.width) / 2 }]
  if (!vertical) return { gid: glyph.gid, text, width: 0.5, parts }
  const ink = face.inkOf(glyph.gid)
  return {
    gid: glyph.gid,
    text,
    width: 0.5,
    parts,
    vertical: { advance: 0.5, top: (ink.top + ink.bottom) / 2 + 0.25 },
  }
}

/** Vertical metrics of the marks that do not fill one em: the pair —— and the middle dot in its half cell. */
function withVertical(face: Face, glyph: ShapedGlyph, text: string, c: CharClass): Sort {
  const sort = { gid: glyph.gid, text, width: glyph.width }
  const advance = c === CHAR_CLASS.dash ? text.length : HALF_CELLS.has(c) ? 0.5 : 1
  if (advance === 1) return sort
  const ink = face.inkOf(glyph.gid)
  return { ...sort, vertical: { advance, top: (ink.top + ink.bottom) / 2 + advance / 2 } }
}

function combine(face: Face, text: string): Sort {
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
