// The type case (字盘) of one setting: every glyph-with-its-text that the setting uses is a *sort* with a number of its
// own. Keying by glyph *and* text is what makes each character extract as it was written: fonts share one glyph among
// several characters (⼀ and 一, vertical ﹃ for both “ and 『), and a PDF maps one code to one text.
//
// A sort's number is `face × 65536 + cid`; the cid is its code in the PDF. Numbers are given in order of first use, so
// that the same manuscript gives the same file: use a new case for each setting.

import type { Face } from './face.ts'

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
  /** Horizontal scale, 1 for as drawn, and shift to the right and up in em. */
  readonly scale: number
  readonly shift: number
  readonly rise?: number
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
