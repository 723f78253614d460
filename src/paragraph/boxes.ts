// Boxes of a paragraph as itemize finds them, with what the gaps between them will be made from. The arrays are kept
// from paragraph to paragraph (composition is one call at a time) and copied out at the length used.

import { type BanLevel, CHAR_CLASS, type CharClass, isMark, isWestern } from '../cjk/index.ts'
import { type GapArrays, setGap } from './gaps.ts'
import { GAP, type Items, NO_SORT, UPRIGHT } from './items.ts'
import type { RunStyle, Stream } from './stream.ts'
import { isUnitAfterNumber } from './western.ts'

const C = CHAR_CLASS
const OPENING = '([{'
const CLOSING = ')]}'
const NO_SPACE_BESIDE = `()[]{}<>"',.;:`

/** What gaps depend on beside the boxes. */
export interface GapOptions {
  readonly banLevel: BanLevel
  /** In em. */
  readonly hanWesternGap: number
  readonly isVertical: boolean
}

/** By box; see Items for what is copied there. */
export interface BoxArrays {
  /** First text unit; one more than there are boxes. */
  readonly start: Int32Array
  readonly advance: Float64Array
  readonly sort: Int32Array
  readonly shift: Float64Array
  readonly characters: Uint16Array
  readonly style: Uint16Array
  readonly orientation: Uint8Array
  /** Class at either side. */
  readonly head: Uint8Array
  readonly tail: Uint8Array
  /** Blank before and after the box, in points. */
  readonly before: Float64Array
  readonly after: Float64Array
  /** 1: a space was typed before the box. */
  readonly spaced: Uint8Array
  /** Price of a break after the box that is not its classes': inside a word. NaN: ask the classes. */
  readonly inside: Float64Array
}

const arraysOf = (capacity: number): BoxArrays => ({
  start: new Int32Array(capacity + 1),
  advance: new Float64Array(capacity),
  sort: new Int32Array(capacity),
  shift: new Float64Array(capacity),
  characters: new Uint16Array(capacity),
  style: new Uint16Array(capacity),
  orientation: new Uint8Array(capacity),
  head: new Uint8Array(capacity),
  tail: new Uint8Array(capacity),
  before: new Float64Array(capacity),
  after: new Float64Array(capacity),
  spaced: new Uint8Array(capacity),
  inside: new Float64Array(capacity),
})

export class Boxes {
  count = 0
  #capacity = 0
  #arrays: BoxArrays = arraysOf(0)
  #space = false

  /** Begins a paragraph of at most `capacity` boxes. */
  reset(capacity: number): void {
    this.count = 0
    this.#space = false
    if (capacity <= this.#capacity) return
    this.#capacity = Math.max(1024, 2 * capacity)
    this.#arrays = arraysOf(this.#capacity)
  }

  /** A space stands before the next box. */
  space(): void {
    this.#space = true
  }

  /** Adds a box without blanks and answers its number, by which the caller may set more in `arrays`. */
  add(at: number, c: CharClass, sort: number, advance: number, style: number): number {
    const k = this.count++
    const a = this.#arrays
    a.start[k] = at
    a.head[k] = c
    a.tail[k] = c
    a.sort[k] = sort
    a.advance[k] = advance
    a.style[k] = style
    a.shift[k] = 0
    a.before[k] = 0
    a.after[k] = 0
    a.characters[k] = 0
    a.orientation[k] = UPRIGHT
    a.inside[k] = Number.NaN
    a.spaced[k] = this.#space ? 1 : 0
    this.#space = false
    return k
  }

  get arrays(): BoxArrays {
    return this.#arrays
  }

  /** The paragraph's items: boxes cut to length, gaps made between neighbours. */
  finish(
    stream: Stream,
    styles: readonly RunStyle[],
    options: GapOptions,
    rest: Pick<Items, 'words' | 'oversize'>,
  ): Items {
    const n = this.count
    const a = this.#arrays
    a.start[n] = stream.text.length
    const gaps: GapArrays = {
      gap: new Float64Array(n),
      gapKind: new Uint8Array(n),
      gapShrink: new Float64Array(n),
      gapStretch: new Float64Array(n),
      breakCost: new Float64Array(n),
    }
    for (let k = 0; k + 1 < n; k++) this.#setGap(gaps, k, stream, styles, options)
    return {
      ...gaps,
      ...rest,
      stream,
      styles,
      count: n,
      start: a.start.slice(0, n + 1),
      advance: a.advance.slice(0, n),
      characters: a.characters.slice(0, n),
      sort: a.sort.slice(0, n),
      shift: a.shift.slice(0, n),
      style: a.style.slice(0, n),
      orientation: a.orientation.slice(0, n),
      spaces: styles.map((style) => style.stack.word(' ', false).sorts[0] ?? NO_SORT),
    }
  }

  #setGap(
    gaps: GapArrays,
    k: number,
    stream: Stream,
    styles: readonly RunStyle[],
    options: GapOptions,
  ): void {
    const a = this.#arrays
    const left = a.tail[k] as CharClass
    const right = a.head[k + 1] as CharClass
    const style = styles[a.style[k] ?? 0]
    const runCost = a.style[k] === a.style[k + 1] ? (style?.breakCost ?? 0) : 0
    const spaced = a.spaced[k + 1] === 1
    if (left === C.ideo && right === C.ideo && !spaced) {
      // Four gaps in five are of this kind.
      gaps.gapKind[k] = GAP.han
      gaps.breakCost[k] = runCost
      return
    }
    setGap(gaps, k, {
      left,
      right,
      after: a.after[k] ?? 0,
      before: a.before[k + 1] ?? 0,
      leftIsMark: isMark(left) || this.#isBracket(k, OPENING, stream.text),
      rightIsMark: isMark(right) || this.#isBracket(k + 1, CLOSING, stream.text),
      spaced,
      bothSpacing:
        isWestern(left) !== isWestern(right) &&
        this.#takesSpace(k, k + 1, stream.text, options) &&
        this.#takesSpace(k + 1, k + 1, stream.text, options),
      insideWord: a.inside[k] ?? Number.NaN,
      keepsUnit: spaced && this.#keepsUnit(k, stream.text),
      pairInside: this.#isPairInside(k),
      digitBefore: k > 0 && a.tail[k - 1] === C.digit,
      size: style?.size ?? 0,
      runCost,
      banLevel: options.banLevel,
      hanWesternGap: options.hanWesternGap,
    })
  }

  /** A proportional bracket takes the blank of the full-width one beside it (typography: narrow marks). */
  #isBracket(k: number, brackets: string, text: string): boolean {
    return this.#arrays.head[k] === C.latin && brackets.includes(text[this.#arrays.start[k] ?? 0] ?? ' ')
  }

  /**
   * Whether the side of box `k` at box `at` takes the Han–Western space: upright numbers of a vertical line count as
   * Han (CLREQ 6.3.3), and a Western bracket, quote or point brings its own white.
   */
  #takesSpace(k: number, at: number, text: string, options: GapOptions): boolean {
    const a = this.#arrays
    if (options.isVertical && a.orientation[k] === UPRIGHT && a.head[k] === C.digit) return false
    const end = a.start[at] ?? 0
    const unit = k === at ? text[end] : text.slice(a.start[k], end).trimEnd().at(-1)
    return !NO_SPACE_BESIDE.includes(unit ?? ' ')
  }

  /** 12 km: the unit stays with its number. */
  #keepsUnit(k: number, text: string): boolean {
    const a = this.#arrays
    if (a.tail[k] !== C.digit || a.head[k + 1] !== C.latin) return false
    const end = k + 2 < this.count ? a.start[k + 2] : text.length
    return isUnitAfterNumber('0', text.slice(a.start[k + 1], end).trimEnd())
  }

  /** Between the two halves of ……: odd one out to even one. */
  #isPairInside(k: number): boolean {
    const { head } = this.#arrays
    if (head[k] !== C.ellipsis || head[k + 1] !== C.ellipsis) return false
    let run = 1
    while (k - run >= 0 && head[k - run] === C.ellipsis) run++
    return run % 2 === 1
  }
}
