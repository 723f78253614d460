// What the proof remembers of a page: its distinct inks with where they stand, problems of its content, text by marked
// sequence where the file is tagged. An interpreter tells, the checks ask; nothing is judged here.

import { FontShelf } from '../fonts/pdf-font.ts'
import type { PdfFile, PdfPage } from '../pdf-file.ts'
import { isRef, type PdfValue } from '../pdf-syntax.ts'
import type { ColourSpace } from './colour-space.ts'
import type { ContentEvents, ContentProblem, MarkPlace, Paint, ShownImage, ShownText } from './events.ts'
import { Interpreter } from './interpreter.ts'
import { type Box, determinant } from './matrix.ts'
import { paintsText } from './state.ts'

/** Paints alike in all but place, and the places. */
export interface Ink extends Omit<Paint, 'box'> {
  readonly boxes: readonly Box[]
}

/** The text of a marked-content sequence. */
export interface MarkedText {
  readonly mcid: number
  /** Object of the form whose MCID it is; undefined for the page's. */
  readonly form: number | undefined
  text: string
}

export interface PageSurvey {
  /** From 1. */
  readonly page: number
  readonly inks: readonly Ink[]
  readonly images: readonly ShownImage[]
  /** No repeats. */
  readonly problems: readonly ContentProblem[]
  readonly deepestQ: number
  /** Pieces of text outside artifacts in a mirrored matrix, or not painted. */
  readonly mirrored: number
  readonly invisible: number
  /** Paints that are neither tagged nor artifacts. */
  readonly untagged: number
  /** Sequences in the order of the content; empty unless asked for. */
  readonly marked: readonly MarkedText[]
  /** MCIDs of the page's own content that open more than one sequence. */
  readonly repeated: readonly number[]
}

/** The whole file, surveyed. */
export interface Survey {
  readonly pages: readonly PageSurvey[]
  readonly shelf: FontShelf
}

/** Runs every page. `keepsText`: keep the text of marked sequences. */
export function surveyOf(file: PdfFile, pages: readonly PdfPage[], keepsText: boolean): Survey {
  const shelf = new FontShelf(file)
  const surveys = pages.map((_, i) => new Surveyor(i + 1, keepsText))
  const interpreter = new Interpreter(file, shelf)
  for (const [i, page] of pages.entries()) {
    const surveyor = surveys[i]
    if (surveyor) interpreter.page(page, i + 1, surveyor)
  }
  return { pages: surveys, shelf }
}

/** Boxes kept of an ink; what paints more often is text or a picture made of strokes. */
const MOST_BOXES = 4000

class Surveyor implements PageSurvey, ContentEvents {
  readonly page: number
  readonly images: ShownImage[] = []
  readonly problems: ContentProblem[] = []
  readonly marked: MarkedText[] = []
  readonly repeated: number[] = []
  deepestQ = 0
  mirrored = 0
  invisible = 0
  untagged = 0
  readonly #inks = new Map<string, Ink & { boxes: Box[] }>()
  readonly #problems = new Set<string>()
  readonly #texts = new Map<string, MarkedText>()
  readonly #definitions = new Map<PdfValue, number>()
  readonly #keepsText: boolean

  constructor(page: number, keepsText: boolean) {
    this.page = page
    this.#keepsText = keepsText
  }

  get inks(): readonly Ink[] {
    return [...this.#inks.values()]
  }

  paint({ box, ...paint }: Paint): void {
    const { kind, colour, overprint, mode, place } = paint
    if (!place.artifact && place.mcid === undefined) this.untagged++
    const { family, colourants = '' } = colour.space
    const key = `${kind} ${family} ${colourants} ${this.#definitionOf(colour.space)} ${colour.values} ${overprint} ${mode} ${place.artifact}`
    let ink = this.#inks.get(key)
    if (!ink) {
      ink = { ...paint, boxes: [] }
      this.#inks.set(key, ink)
    }
    if (box && ink.boxes.length < MOST_BOXES) ink.boxes.push(box)
  }

  /** A number for what defines a space: the object's, or one of its own for what stands in place. */
  #definitionOf({ definition }: ColourSpace): string {
    if (definition === undefined) return ''
    if (isRef(definition)) return String(definition.ref)
    const number = this.#definitions.get(definition) ?? this.#definitions.size
    this.#definitions.set(definition, number)
    return `own ${number}`
  }

  text({ use, codes, matrix, state, place }: ShownText): void {
    if (!place.artifact) {
      if (determinant(matrix) * state.size * state.scale < 0) this.mirrored++
      if (!paintsText(state.render)) this.invisible++
    }
    if (!this.#keepsText || place.mcid === undefined || place.artifact) return
    const marked = this.#markedText(place.mcid, place.form)
    const { texts, bytesPerCode } = use.font
    for (const piece of codes) marked.text += decoded(piece, bytesPerCode, texts)
  }

  image(image: ShownImage): void {
    this.images.push(image)
  }

  opened(place: MarkPlace): void {
    if (!this.#keepsText || place.mcid === undefined) return
    if (this.#texts.has(keyOf(place.mcid, place.form))) this.repeated.push(place.mcid)
    this.#markedText(place.mcid, place.form)
  }

  depth(depth: number): void {
    this.deepestQ = Math.max(this.deepestQ, depth)
  }

  problem(problem: ContentProblem): void {
    const key = JSON.stringify(problem)
    if (this.#problems.has(key)) return
    this.#problems.add(key)
    this.problems.push(problem)
  }

  #markedText(mcid: number, form: number | undefined): MarkedText {
    const key = keyOf(mcid, form)
    let text = this.#texts.get(key)
    if (!text) {
      text = { mcid, form, text: '' }
      this.#texts.set(key, text)
      this.marked.push(text)
    }
    return text
  }
}

const keyOf = (mcid: number, form: number | undefined): string => `${form ?? ''}/${mcid}`

function decoded(piece: string, bytesPerCode: 1 | 2, texts: ReadonlyMap<number, string> | undefined): string {
  if (!texts) return ''
  let out = ''
  for (let i = 0; i + bytesPerCode <= piece.length; i += bytesPerCode) {
    const code =
      bytesPerCode === 2 ? piece.charCodeAt(i) * 256 + piece.charCodeAt(i + 1) : piece.charCodeAt(i)
    out += texts.get(code) ?? ''
  }
  return out
}
