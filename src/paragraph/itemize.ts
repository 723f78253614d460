// Stream → items: which glyph stands for each character, how wide its body is, what blank lies between two bodies, and
// where a line may end. The only stage that knows the direction: it chooses glyphs and turns or combines digits; the
// rest of composition sees boxes and gaps.

import {
  blankAfter,
  blankBefore,
  blankKept,
  CHAR_CLASS,
  type CharClass,
  classOf,
  HALF_CELLS,
  isWestern,
  TURNED,
} from '../cjk/index.ts'
import { fits } from '../core/index.ts'
import { MISSING, type SortId, type TypeCase, type Word } from '../font/index.ts'
import { Boxes, type GapOptions } from './boxes.ts'
import { TYPED, typedAs } from './gaps.ts'
import { breaksByHyphen } from './hyphens.ts'
import type { ItemizeOptions } from './itemize-options.ts'
import { type Items, SIDEWAYS, UPRIGHT } from './items.ts'
import { emergencyCost, type Oversize, roomAt } from './overlong.ts'
import { isOfLyingTerm, isUprightSign, uprightPieces } from './standing.ts'
import type { RunStyle, Stream } from './stream.ts'
import { breaksInWord, classAt, foreignEnd, lastBase, type WesternBreak, westernEnd } from './western.ts'

const C = CHAR_CLASS
const WORD_JOINER = 0x2060
/** A space of a verbatim text: half an em. */
const VERBATIM_SPACE = TYPED.fixed + 1
/** More combining marks than these on one base are no writing. */
const MOST_EXTENDING = 32
/** Kept between paragraphs; see boxes.ts. */
const BOXES = new Boxes()

export function itemize(stream: Stream, typeCase: TypeCase, options: ItemizeOptions): Items {
  BOXES.reset(stream.text.length + 1)
  const itemizer = new Itemizer(stream.text, typeCase, options, BOXES)
  for (const run of stream.runs) itemizer.addRun(run.start, run.end, run.style)
  const { styles, words, oversize } = itemizer
  return BOXES.finish(stream, styles, gapOptionsOf(options), { words, oversize })
}

/** On a grid every mark fills its cell, at the edges of lines too (CLREQ 6.2.4). */
function gapOptionsOf(options: ItemizeOptions): GapOptions {
  const isGrid = options.justification === 'grid'
  const isVertical = options.direction === 'vertical'
  return {
    ...options,
    isVertical,
    // Marks in the middle of their cell hang below a line, not behind one (CLREQ 6.1.3).
    hanging: options.hanging && (isVertical || options.region === 'mainland'),
    ...(isGrid && { lineStartMarks: 'full', lineEndMarks: 'full', adjacentMarks: 2 }),
  }
}

class Itemizer {
  readonly styles: RunStyle[] = []
  readonly words: Word[] = []
  readonly oversize: Oversize[] = []
  readonly #text: string
  readonly #typeCase: TypeCase
  readonly #options: ItemizeOptions
  readonly #vertical: boolean
  readonly #boxes: Boxes
  #run: RunStyle | undefined
  #style = -1
  #size = 0

  constructor(text: string, typeCase: TypeCase, options: ItemizeOptions, boxes: Boxes) {
    this.#text = text
    this.#typeCase = typeCase
    this.#options = options
    this.#vertical = options.direction === 'vertical'
    this.#boxes = boxes
  }

  addRun(from: number, end: number, style: RunStyle): void {
    this.#run = style
    this.#size = style.size
    this.#style = this.styles.indexOf(style)
    if (this.#style < 0) this.#style = this.styles.push(style) - 1
    if (this.#vertical && style.stance === 'combined' && this.#addCombined(from, end)) return
    let at = from
    while (at < end) at = this.#addAt(at, end)
  }

  /** All of a run side by side in one upright cell (纵中横), where a face can show it. */
  #addCombined(from: number, end: number): boolean {
    const text = this.#text.slice(from, end)
    const sort = this.#stack().combined(text)
    if (sort === MISSING) return false
    const k = this.#box(from, classAt(this.#text, from), sort, this.#size)
    this.#boxes.arrays.characters[k] = [...text].length
    return true
  }

  /** Adds what begins at a unit and answers where it ends. */
  #addAt(at: number, end: number): number {
    const c = classAt(this.#text, at)
    if (c === C.ideo) return this.#addCharacter(at, end, c)
    if (this.#vertical && this.#run?.stance === 'upright' && isWestern(c)) return this.#addStanding(at, c)
    if (this.#run?.language !== undefined) {
      const to = foreignEnd(this.#text, at, end)
      if (to > at) return this.#addWestern(at, to)
    }
    if (isWestern(c)) return this.#addWestern(at, westernEnd(this.#text, at, end))
    switch (c) {
      case C.space:
      case C.ideospace:
        this.#boxes.type(this.#run?.isVerbatim ? VERBATIM_SPACE : typedAs(this.#text.charCodeAt(at)))
        return at + 1
      case C.ignorable:
        if (this.#text.charCodeAt(at) === WORD_JOINER) this.#boxes.type(TYPED.joiner)
        return at + 1
      case C.dash:
        return this.#addDash(at, end)
      case C.excl:
        return this.#addExclamation(at, end)
      default:
        return this.#addCharacter(at, end, c)
    }
  }

  /** One Western character upright in a cell of its own. */
  #addStanding(at: number, c: CharClass): number {
    const codePoint = this.#text.codePointAt(at) ?? 0
    const k = this.#box(at, c, this.#stack().sortFor(codePoint, true), this.#size)
    this.#boxes.arrays.characters[k] = 1
    return at + (codePoint > 0xffff ? 2 : 1)
  }

  #addCharacter(at: number, end: number, c: CharClass): number {
    const text = this.#text
    const codePoint = text.codePointAt(at) ?? 0
    const single = at + (codePoint > 0xffff ? 2 : 1)
    const next = this.#extendsTo(single, end)
    const stack = this.#stack()
    const upright = this.#vertical && !TURNED.has(c)
    const sort =
      next > single ? stack.clusterFor(text.slice(at, next), upright) : stack.sortFor(codePoint, upright)
    if (c === C.ideo && codePoint >= 0x3400) {
      const k = this.#box(at, c, sort, this.#size)
      this.#boxes.arrays.characters[k] = 1
    } else this.#addMark(at, c, sort)
    return next
  }

  /** Combining marks and variation selectors stay with their base. */
  #extendsTo(from: number, end: number): number {
    let next = from
    const most = Math.min(end, from + MOST_EXTENDING)
    while (next < most && classOf(this.#text.codePointAt(next) ?? 0) === C.extend) {
      next += (this.#text.codePointAt(next) ?? 0) > 0xffff ? 2 : 1
    }
    return next
  }

  /** A mark or sign: its body is its ink half where it has a blank half, half a cell for dots, else its own width. */
  #addMark(at: number, c: CharClass, sort: SortId): void {
    const size = this.#size
    const width = sort < 0 ? 1 : this.#typeCase.sortOf(sort).width
    const isFull = Math.abs(width - 1) < 0.02
    const { direction, region } = this.#options
    const isWhole = !isFull || this.#run?.isVerbatim === true
    const before = isWhole ? 0 : blankBefore(c, direction, region)
    const after = isWhole ? 0 : blankAfter(c, direction, region)
    if (HALF_CELLS.has(c)) {
      this.#addHalfCell(at, c, sort, width)
    } else if (before === 0 && after === 0) {
      const cell = this.#vertical || isFull ? 1 : width
      const k = this.#box(at, c, sort, cell * size)
      this.#boxes.arrays.characters[k] = c === C.ideo ? 1 : 0
    } else {
      const kept = blankKept(c, this.#options.punctuation)
      const k = this.#box(at, c, sort, size / 2)
      const { arrays } = this.#boxes
      arrays.shift[k] = -before * size
      arrays.before[k] = before * kept * size
      // The second of ？！ has no blank: the two take one em together (GB/T 15834-2011 5.1.2).
      const closesPair = c === C.excl && arrays.opensPair[k] === 0
      arrays.after[k] = closesPair ? 0 : after * kept * size
    }
  }

  /** Half an em with the mark in its middle. */
  #addHalfCell(at: number, c: CharClass, sort: SortId, width: number): void {
    const k = this.#box(at, c, sort, this.#size / 2)
    const turned = this.#vertical && TURNED.has(c)
    const { arrays } = this.#boxes
    arrays.shift[k] = this.#vertical && !turned ? 0 : ((0.5 - width) / 2) * this.#size
    arrays.orientation[k] = turned ? SIDEWAYS : UPRIGHT
    const { direction, region } = this.#options
    arrays.before[k] = blankBefore(c, direction, region) * this.#size
    arrays.after[k] = blankAfter(c, direction, region) * this.#size
  }

  /** ？！ and its like take one em together: in vertical lines side by side in one cell (GB/T 15834-2011 5.1.2). */
  #addExclamation(at: number, end: number): number {
    const isPair = at + 1 < end && classOf(this.#text.charCodeAt(at + 1)) === C.excl
    const sort = this.#vertical && isPair ? this.#stack().combined(this.#text.slice(at, at + 2)) : MISSING
    if (sort === MISSING) return this.#addCharacter(at, end, C.excl)
    this.#box(at, C.excl, sort, this.#size)
    return at + 2
  }

  #addDash(at: number, end: number): number {
    const text = this.#text
    const size = this.#size
    const stack = this.#stack()
    if (text[at] === '\u2e3a') {
      this.#box(at, C.dash, stack.clusterFor('\u2e3a', this.#vertical), 2 * size)
      return at + 1
    }
    if (at + 1 < end && text[at] === text[at + 1]) {
      this.#box(at, C.dash, stack.clusterFor(text.slice(at, at + 2), this.#vertical), 2 * size)
      return at + 2
    }
    // A single — joins (一字线): it may end a line but not begin one.
    this.#box(at, C.wave, stack.sortFor(text.charCodeAt(at), this.#vertical), size)
    return at + 1
  }

  /** A run of Western words and numbers, parted at its spaces. */
  #addWestern(from: number, end: number): number {
    const mayStand = this.#vertical && !this.#lies() && !isOfLyingTerm(this.#text, from, end)
    let at = from
    for (let i = from; i <= end; i++) {
      if (i < end && classOf(this.#text.charCodeAt(i)) !== C.space) continue
      if (i > at) this.#addWord(at, i, mayStand)
      if (i < end) this.#boxes.type(typedAs(this.#text.charCodeAt(i)))
      at = i + 1
    }
    return end
  }

  /** Foreign text lies, and so does a superscript behind a lying word. */
  #lies(): boolean {
    if (this.#run?.language !== undefined) return true
    const { count, arrays } = this.#boxes
    return this.#run?.isAttached === true && count > 0 && arrays.orientation[count - 1] === SIDEWAYS
  }

  /** @param mayStand short numbers may stand upright in the vertical line: not the groups of a longer one */
  #addWord(from: number, end: number, mayStand: boolean): void {
    const text = this.#text.slice(from, end)
    if (mayStand && this.#addUpright(from, text)) return
    let at = 0
    for (const { at: to, cost, hasHyphen } of this.#breaksIn(text)) {
      this.#addPiece(from + at, text.slice(at, to))
      this.#setInside(cost)
      if (hasHyphen) this.#boxes.arrays.hyphen[this.#boxes.count - 1] = 1
      at = to
    }
    this.#addPiece(from + at, text.slice(at))
  }

  /** With hyphenation, words that have no break of their own part at their syllables. */
  #breaksIn(text: string): readonly WesternBreak[] {
    const own = breaksInWord(text)
    if (own.length > 0 || this.#options.hyphenation === 'none') return own
    return breaksByHyphen(text, this.#run?.language)
  }

  /**
   * What stands upright in a vertical line: signs of full width, alone (UAX #50 U) or with a number of few digits, which
   * stand one alone or two or three in one cell. With a longer number they lie on their side as it does.
   */
  #addUpright(from: number, text: string): boolean {
    if (isUprightSign(text)) return this.#addStanding(from, classAt(this.#text, from)) > from
    const term = uprightPieces(text)
    if (!term || (term.digits !== '' && this.#options.digits !== 'combine')) return false
    const { pieces, digits } = term
    const stack = this.#stack()
    const sorts = pieces.map((piece) =>
      piece.length === 1 ? stack.sortFor(piece.charCodeAt(0), true) : stack.combined(piece),
    )
    if (sorts.includes(MISSING)) return false
    let at = from
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) this.#setInside(Number.POSITIVE_INFINITY)
      const k = this.#box(at, classOf(piece.charCodeAt(0)), sorts[i] ?? MISSING, this.#size)
      this.#boxes.arrays.characters[k] = piece === digits ? digits.length : 0
      at += piece.length
    }
    return true
  }

  /** A word, or a part of one between two places where it may be parted. */
  #addPiece(from: number, text: string): void {
    const word = this.#stack().word(text, this.#options.digitWidth === 'half')
    const room = roomAt(this.#boxes.count, this.#options)
    if (!fits(word.width * this.#size, room) && text.length > 1) {
      this.#addOversize(from, text)
      return
    }
    this.words.push(word)
    const k = this.#box(from, classAt(this.#text, from), -1 - this.words.length, word.width * this.#size)
    const { arrays } = this.#boxes
    arrays.tail[k] = classAt(this.#text, lastBase(this.#text, from, from + text.length))
    arrays.characters[k] = Math.min(text.length, 0xffff)
    arrays.orientation[k] = this.#vertical ? SIDEWAYS : UPRIGHT
  }

  /** A word no line can hold is made breakable anywhere, at a price paid only where nothing else helps. */
  #addOversize(from: number, text: string): void {
    const first = this.#boxes.count
    let at = from
    for (const character of text) {
      if (at > from) this.#setInside(emergencyCost(this.#text[at - 1] ?? '', character, at - from))
      this.#addPiece(at, character)
      at += character.length
    }
    this.oversize.push({ first, end: this.#boxes.count })
  }

  /** Prices a break after the box added last. */
  #setInside(cost: number): void {
    this.#boxes.arrays.inside[this.#boxes.count - 1] = cost
  }

  #box(at: number, c: CharClass, sort: number, advance: number): number {
    return this.#boxes.add(at, c, sort, advance, this.#style)
  }

  #stack(): RunStyle['stack'] {
    if (!this.#run) throw new Error('unreachable: a run is being added')
    return this.#run.stack
  }
}
