// Stream → items: which glyph stands for each character, how wide its body is, what blank lies between two bodies, and
// where a line may end. The only stage that knows the direction: it chooses glyphs and turns or combines digits; the
// rest of composition sees boxes and gaps.

import {
  type BanLevel,
  blankAfter,
  blankBefore,
  blankKept,
  CHAR_CLASS,
  type CharClass,
  classOf,
  isMark,
  isWestern,
  type PunctuationStyle,
} from '../cjk/index.ts'
import type { Direction } from '../core/index.ts'
import { HALF_CELLS, MISSING, type SortId, type TypeCase, type Word } from '../font/index.ts'
import { type GapArrays, setGap } from './gaps.ts'
import { GAP, type Items, NO_SORT, SIDEWAYS, UPRIGHT } from './items.ts'
import type { RunStyle, Stream } from './stream.ts'
import { breaksInWord, classAt, isUnitAfterNumber, westernEnd } from './western.ts'

export interface ItemizeOptions {
  readonly direction: Direction
  readonly punctuation: PunctuationStyle
  readonly banLevel: BanLevel
  /** In em. */
  readonly hanWesternGap: number
  /** What becomes of short numbers in vertical lines; `hanzi` has been done before and leaves only the rest lying. */
  readonly digits: 'rotate' | 'combine' | 'hanzi'
  readonly digitWidth: 'proportional' | 'half'
  /** Length of the shortest line in points: a longer word is made breakable. */
  readonly measure: number
}

const C = CHAR_CLASS
/** Demerits for parting a word no line can hold: only where nothing else helps. */
const EMERGENCY_COST = 1e5

export function itemize(stream: Stream, typeCase: TypeCase, options: ItemizeOptions): Items {
  const builder = new ItemBuilder(stream, typeCase, options)
  for (const run of stream.runs) builder.addRun(run.start, run.end, run.style)
  return builder.finish()
}

/** What a box needs beside its place: defaults in `box()`. */
interface BoxTraits {
  readonly shift?: number
  readonly before?: number
  readonly after?: number
  readonly characters?: number
  readonly orientation?: number
  readonly tail?: CharClass
}

/**
 * Boxes as they come, one per unit of text at the most, in arrays cut to length at the end. Gaps are made as soon as
 * both neighbours are known.
 */
class ItemBuilder {
  readonly #stream: Stream
  readonly #text: string
  readonly #typeCase: TypeCase
  readonly #options: ItemizeOptions
  readonly #vertical: boolean

  #count = 0
  readonly #start: Int32Array
  readonly #advance: Float64Array
  readonly #sort: Int32Array
  readonly #shift: Float64Array
  readonly #characters: Uint16Array
  readonly #style: Uint16Array
  readonly #orientation: Uint8Array
  // What gaps are made from: class at either side and blanks in points.
  readonly #head: Uint8Array
  readonly #tail: Uint8Array
  readonly #before: Float64Array
  readonly #after: Float64Array
  readonly #spaced: Uint8Array
  /** Price of a break after a box that is not the classes' own: inside words. NaN: ask the classes. */
  readonly #inside: Float64Array

  readonly #styles: RunStyle[] = []
  readonly #words: Word[] = []
  readonly #oversize: { first: number; end: number }[] = []
  #run: RunStyle | undefined
  #runIndex = -1
  #size = 0
  #space = false

  constructor(stream: Stream, typeCase: TypeCase, options: ItemizeOptions) {
    const n = stream.text.length + 1
    this.#stream = stream
    this.#text = stream.text
    this.#typeCase = typeCase
    this.#options = options
    this.#vertical = options.direction === 'vertical'
    this.#start = new Int32Array(n)
    this.#advance = new Float64Array(n)
    this.#sort = new Int32Array(n)
    this.#shift = new Float64Array(n)
    this.#characters = new Uint16Array(n)
    this.#style = new Uint16Array(n)
    this.#orientation = new Uint8Array(n)
    this.#head = new Uint8Array(n)
    this.#tail = new Uint8Array(n)
    this.#before = new Float64Array(n)
    this.#after = new Float64Array(n)
    this.#spaced = new Uint8Array(n)
    this.#inside = new Float64Array(n).fill(Number.NaN)
  }

  addRun(from: number, end: number, style: RunStyle): void {
    this.#run = style
    this.#size = style.size
    this.#runIndex = this.#styles.indexOf(style)
    if (this.#runIndex < 0) this.#runIndex = this.#styles.push(style) - 1
    let at = from
    while (at < end) at = this.#addAt(at, end)
  }

  /** Adds what begins at a unit and answers where it ends. */
  #addAt(at: number, end: number): number {
    const c = classAt(this.#text, at)
    if (c === C.ideo) return this.#addCharacter(at, end, c)
    if (isWestern(c)) return this.#addWestern(at, westernEnd(this.#text, at, end))
    switch (c) {
      case C.space:
        this.#space = true
        return at + 1
      case C.ignorable:
        return at + 1
      case C.ideospace:
        this.#box(at, c, NO_SORT, this.#size, {})
        return at + 1
      case C.dash:
        return this.#addDash(at, end)
      default:
        return this.#addCharacter(at, end, c)
    }
  }

  #addCharacter(at: number, end: number, c: CharClass): number {
    const text = this.#text
    const codePoint = text.codePointAt(at) ?? 0
    let next = at + (codePoint > 0xffff ? 2 : 1)
    while (next < end && classOf(text.codePointAt(next) ?? 0) === C.extend) {
      next += (text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1
    }
    const stack = this.#stack()
    const isCluster = next - at > (codePoint > 0xffff ? 2 : 1)
    const sort = isCluster
      ? stack.clusterFor(text.slice(at, next), this.#vertical)
      : stack.sortFor(codePoint, this.#vertical)
    if (c === C.ideo && codePoint >= 0x3400) this.#box(at, c, sort, this.#size, { characters: 1 })
    else this.#addMark(at, c, sort)
    return next
  }

  /** A mark or sign: its body is its ink half where it has a blank half, half a cell for dots, else its own width. */
  #addMark(at: number, c: CharClass, sort: SortId): void {
    const size = this.#size
    const width = this.#widthOf(sort)
    const isFull = Math.abs(width - 1) < 0.02
    const options = this.#options
    const before = isFull ? blankBefore(c) : 0
    const after = isFull ? blankAfter(c, options.direction) : 0
    if (HALF_CELLS.has(c)) {
      const turned = this.#vertical && c === C.hyphen
      const shift = this.#vertical && !turned ? 0 : (0.5 - width) / 2
      this.#box(at, c, sort, size / 2, { shift: shift * size, orientation: turned ? SIDEWAYS : UPRIGHT })
      return
    }
    if (before === 0 && after === 0) {
      const cell = this.#vertical || isFull ? 1 : width
      this.#box(at, c, sort, cell * size, { characters: c === C.ideo ? 1 : 0 })
      return
    }
    const kept = blankKept(c, options.punctuation)
    this.#box(at, c, sort, size / 2, {
      shift: -before * size,
      before: before * kept * size,
      after: this.#closesPair(at, c) ? 0 : after * kept * size,
    })
  }

  /** ？！ and its like take one em together: the second of a pair has no blank (GB/T 15834-2011 5.1.2). */
  #closesPair(at: number, c: CharClass): boolean {
    let run = 1
    while (c === C.excl && at - run >= 0 && classOf(this.#text.charCodeAt(at - run)) === C.excl) run++
    return run % 2 === 0
  }

  #addDash(at: number, end: number): number {
    const text = this.#text
    const isPair = at + 1 < end && text[at] === text[at + 1] && text[at] !== '\u2e3a'
    if (isPair) {
      this.#box(
        at,
        C.dash,
        this.#stack().clusterFor(text.slice(at, at + 2), this.#vertical),
        2 * this.#size,
        {},
      )
      return at + 2
    }
    const isLong = text[at] === '\u2e3a'
    const sort = isLong
      ? this.#stack().clusterFor('\u2e3a', this.#vertical)
      : this.#stack().sortFor(text.charCodeAt(at), this.#vertical)
    // A single — joins (一字线): it may end a line but not begin one.
    this.#box(at, isLong ? C.dash : C.wave, sort, (isLong ? 2 : 1) * this.#size, {})
    return at + 1
  }

  /** A run of Western words and numbers, parted at its spaces. */
  #addWestern(from: number, end: number): number {
    let at = from
    while (at < end) {
      const space = this.#text.slice(at, end).search(/[ \u00a0]/)
      const wordEnd = space < 0 ? end : at + space
      if (wordEnd > at) this.#addWord(at, wordEnd)
      if (space >= 0) this.#space = true
      at = wordEnd + 1
    }
    return end
  }

  #addWord(from: number, end: number): void {
    const text = this.#text.slice(from, end)
    if (this.#vertical && this.#addUpright(from, text)) return
    let at = 0
    for (const { at: to, cost } of breaksInWord(text)) {
      this.#addPiece(from + at, text.slice(at, to))
      this.#inside[this.#count - 1] = cost
      at = to
    }
    this.#addPiece(from + at, text.slice(at))
  }

  /** Numbers of a few digits that stand upright in a vertical line: one alone, two or three in one cell. */
  #addUpright(from: number, text: string): boolean {
    if (this.#options.digits !== 'combine') return false
    const match = /^(\d{1,3})([℃％‰㎡]?)$/.exec(text)
    const [, digits = '', sign = ''] = match ?? []
    if (!match) return false
    const stack = this.#stack()
    const sort = digits.length === 1 ? stack.sortFor(digits.charCodeAt(0), true) : stack.combined(digits)
    if (sort === MISSING) return false
    // An upright number counts as a full-width character: no space to the Han beside it (CLREQ 6.3.3).
    this.#box(from, C.digit, sort, this.#size, { characters: digits.length, tail: C.digit })
    if (sign) {
      this.#inside[this.#count - 1] = Number.POSITIVE_INFINITY
      this.#box(from + digits.length, C.postfix, stack.sortFor(sign.charCodeAt(0), true), this.#size, {})
    }
    return true
  }

  /** A word, or a part of one between two places where it may be parted. */
  #addPiece(from: number, text: string): void {
    const half = this.#options.digitWidth === 'half'
    const word = this.#stack().word(text, half)
    if (word.width * this.#size > this.#options.measure && text.length > 1) {
      this.#addOversize(from, text)
      return
    }
    this.#words.push(word)
    this.#box(from, classAt(this.#text, from), -1 - this.#words.length, word.width * this.#size, {
      tail: classAt(this.#text, from + text.length - 1),
      characters: Math.min(text.length, 0xffff),
      orientation: this.#vertical ? SIDEWAYS : UPRIGHT,
    })
  }

  #addOversize(from: number, text: string): void {
    const first = this.#count
    let at = from
    for (const character of text) {
      this.#addPiece(at, character)
      this.#inside[this.#count - 1] = EMERGENCY_COST
      at += character.length
    }
    this.#inside[this.#count - 1] = Number.NaN
    this.#oversize.push({ first, end: this.#count })
  }

  #box(at: number, c: CharClass, sort: number, advance: number, traits: BoxTraits): void {
    const k = this.#count++
    this.#start[k] = at
    this.#head[k] = c
    this.#tail[k] = traits.tail ?? c
    this.#sort[k] = sort
    this.#advance[k] = advance
    this.#shift[k] = traits.shift ?? 0
    this.#before[k] = traits.before ?? 0
    this.#after[k] = traits.after ?? 0
    this.#characters[k] = traits.characters ?? 0
    this.#style[k] = this.#runIndex
    this.#orientation[k] = traits.orientation ?? UPRIGHT
    this.#spaced[k] = this.#space ? 1 : 0
    this.#space = false
  }

  #stack(): RunStyle['stack'] {
    if (!this.#run) throw new Error('unreachable: a run is being added')
    return this.#run.stack
  }

  #widthOf(sort: SortId): number {
    return sort < 0 ? 1 : this.#typeCase.sortOf(sort).width
  }

  finish(): Items {
    const n = this.#count
    const gaps = {
      gap: new Float64Array(n),
      gapKind: new Uint8Array(n),
      gapShrink: new Float64Array(n),
      gapStretch: new Float64Array(n),
      breakCost: new Float64Array(n),
    }
    for (let k = 0; k + 1 < n; k++) this.#setGap(gaps, k)
    this.#start[n] = this.#text.length
    return {
      ...gaps,
      stream: this.#stream,
      count: n,
      start: this.#start.slice(0, n + 1),
      advance: this.#advance.subarray(0, n),
      characters: this.#characters.subarray(0, n),
      sort: this.#sort.subarray(0, n),
      shift: this.#shift.subarray(0, n),
      style: this.#style.subarray(0, n),
      orientation: this.#orientation.subarray(0, n),
      styles: this.#styles,
      words: this.#words,
      spaces: this.#styles.map((style) => style.stack.word(' ', false).sorts[0] ?? NO_SORT),
      oversize: this.#oversize,
    }
  }

  #setGap(gaps: GapArrays, k: number): void {
    const left = (this.#tail[k] ?? 0) as CharClass
    const right = (this.#head[k + 1] ?? 0) as CharClass
    const styleIndex = this.#style[k] ?? 0
    const style = this.#styles[styleIndex]
    const runCost = this.#style[k + 1] === styleIndex ? (style?.breakCost ?? 0) : 0
    if (left === C.ideo && right === C.ideo && this.#spaced[k + 1] === 0) {
      // Four gaps in five are of this kind.
      gaps.gapKind[k] = GAP.han
      gaps.breakCost[k] = runCost
      return
    }
    const size = style?.size ?? 0
    setGap(gaps, k, {
      left,
      right,
      after: this.#after[k] ?? 0,
      before: this.#before[k + 1] ?? 0,
      leftIsMark: isMark(left),
      rightIsMark: isMark(right),
      spaced: this.#spaced[k + 1] === 1,
      bothSpacing: this.#takesWesternSpace(k) && this.#takesWesternSpace(k + 1),
      insideWord: this.#inside[k] ?? Number.NaN,
      keepsUnit: this.#keepsUnit(k),
      size,
      runCost,
      banLevel: this.#options.banLevel,
      hanWesternGap: this.#options.hanWesternGap,
      pairInside: this.#isPairInside(k),
      digitBefore: k > 0 && this.#tail[k - 1] === C.digit,
    })
  }

  /** Upright numbers of a vertical line count as Han: no space beside them. */
  #takesWesternSpace(k: number): boolean {
    return !(this.#vertical && this.#orientation[k] === UPRIGHT && this.#head[k] === C.digit)
  }

  /** 12 km: the unit stays with its number. */
  #keepsUnit(k: number): boolean {
    if (this.#spaced[k + 1] !== 1 || this.#tail[k] !== C.digit || this.#head[k + 1] !== C.latin) return false
    const from = this.#start[k + 1] ?? 0
    const end = k + 2 < this.#count ? (this.#start[k + 2] ?? 0) : this.#text.length
    return isUnitAfterNumber('0', this.#text.slice(from, end).trimEnd())
  }

  /** Between the two halves of ……: odd one out to even one. */
  #isPairInside(k: number): boolean {
    if (this.#head[k] !== C.ellipsis || this.#head[k + 1] !== C.ellipsis) return false
    let run = 1
    while (k - run >= 0 && this.#head[k - run] === C.ellipsis) run++
    return run % 2 === 1
  }
}
