// One style's view of the type case: a chain of faces with every answer kept, so that a character or a word costs once.

import type { Face, ShapedGlyph } from './face.ts'
import {
  combine,
  condensedFigure,
  firstFace,
  hasAll,
  MAINLAND_FORMS,
  type MarkForms,
  shapeFor,
} from './forms.ts'
import { type FaceChain, MISSING, type Sort, type SortId, type TypeCase, type Word } from './typecase.ts'

const UNKNOWN = -2
/** A character with what combines with it. */
const CLUSTERS = /.\p{M}*/gsu

/** Part of a word in one face, from a unit of the word on. */
interface Piece {
  readonly face: Face
  text: string
  readonly at: number
}

/** One style's view of the case: its chain of faces, with every answer kept. */
export class Stack {
  readonly chain: FaceChain
  readonly #typeCase: TypeCase
  readonly #horizontal = new Int32Array(0x10000).fill(UNKNOWN)
  readonly #vertical = new Int32Array(0x10000).fill(UNKNOWN)
  readonly #rare = new Map<string, SortId>()
  readonly #words = new Map<string, Word>()
  readonly #halfWords = new Map<string, Word>()
  readonly #forms: MarkForms

  constructor(typeCase: TypeCase, chain: FaceChain, forms: MarkForms = MAINLAND_FORMS) {
    this.#typeCase = typeCase
    this.chain = chain
    this.#forms = forms
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
    const face = firstFace(this.chain, (f) => f.sfnt.flavour === 'truetype' && hasAll(f, text))
    const made = face ? this.#typeCase.add(face, combine(face, text)) : MISSING
    this.#rare.set(key, made)
    return made
  }

  /** The hyphen of a word parted at a line's end: in the text layer a soft one, which belongs to no word. */
  hyphen(): Word {
    const face = this.#firstWith('-')
    const glyph = face?.shapeWord('-', false)[0]
    if (!face || !glyph) return { sorts: [], offsets: [], at: [], width: 0 }
    const sort = this.#typeCase.add(face, { gid: glyph.gid, text: '\u00ad', width: glyph.width })
    return { sorts: [sort], offsets: [0], at: [0], width: glyph.width }
  }

  #find(text: string, vertical: boolean): SortId {
    for (const face of this.chain) {
      const shaped = shapeFor(face, text, vertical, this.#forms)
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
    for (const piece of this.#piecesByFace(text).flatMap((each) =>
      halfDigits ? figuresApart(each) : [each],
    )) {
      const isHalf = halfDigits && /^\d/.test(piece.text)
      let unit = piece.at
      for (const glyph of piece.face.shapeWord(piece.text, isHalf)) {
        const sort = sortOfWord(piece.face, glyph, isHalf)
        sorts.push(this.#typeCase.add(piece.face, sort))
        offsets.push(width)
        at.push(unit)
        width += isHalf ? sort.width : glyph.advance
        unit += glyph.text.length
      }
    }
    return { sorts, offsets, at, width }
  }

  /**
   * A word in stretches of one face each: nearly always one. What the style's own face lacks is borrowed character by
   * character, so that the rest keeps its face: Al₂O₃ with ₂ and ₃ from another one.
   */
  #piecesByFace(text: string): readonly Piece[] {
    const own = firstFace(this.chain, () => true)
    if (own && hasAll(own, text)) return [{ face: own, text, at: 0 }]
    const pieces: Piece[] = []
    for (const { 0: cluster, index: at } of text.matchAll(CLUSTERS)) this.#addCluster(cluster, at, pieces)
    return pieces
  }

  /** A character with its combining marks, from one face if any has them all. */
  #addCluster(cluster: string, at: number, pieces: Piece[]): void {
    const face = this.#firstWith(cluster)
    const last = pieces.at(-1)
    if (face && last?.face === face) last.text += cluster
    else if (face) pieces.push({ face, text: cluster, at })
    else if ([...cluster].length > 1) {
      let unit = at
      for (const character of cluster) {
        this.#addCluster(character, unit, pieces)
        unit += character.length
      }
    }
  }

  #firstWith(text: string): Face | undefined {
    return firstFace(this.chain, (face) => hasAll(face, text))
  }
}

/** Half-em forms are for figures alone: a half-width K or full point is another design. */
const figuresApart = ({ face, text, at }: Piece): readonly Piece[] =>
  [...text.matchAll(/\d+|\D+/g)].map(({ 0: part, index }) => ({ face, text: part, at: at + index }))

/** Figures of half an em are condensed where the face has none; a CFF face, which cannot be, keeps its own. */
function sortOfWord(face: Face, glyph: ShapedGlyph, isHalf: boolean): Sort {
  const isHalfAlready = Math.abs(glyph.width - 0.5) < 0.005
  if (isHalf && !isHalfAlready && face.sfnt.flavour === 'truetype') return condensedFigure(glyph)
  return { gid: glyph.gid, text: glyph.text, width: glyph.width }
}
