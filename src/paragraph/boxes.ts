// Boxes of a paragraph as itemize finds them, with what the gaps between them will be made from. The arrays are kept
// from paragraph to paragraph (composition is one call at a time) and copied out at the length used.

import { type BanLevel, CHAR_CLASS, type CharClass, isWestern, sharesBlank } from '../cjk/index.ts'
import { extentOf, makeRoom } from './beside.ts'
import { type EdgeOptions, edgesOf, noEdges, withHyphens } from './edges.ts'
import { type GapArrays, setGap, TYPED } from './gaps.ts'
import { onGrid } from './grid.ts'
import { type Edges, GAP, type Items, NO_SORT, UPRIGHT } from './items.ts'
import { type Measures, type Oversize, partOverlong } from './overlong.ts'
import type { RunStyle, Stream } from './stream.ts'
import { isUnitAfterNumber } from './western.ts'

const C = CHAR_CLASS
/** How far from a whole number of cells a box of a grid may be, in em: glyphs are drawn to thousandths. */
const WHOLE = 0.002

/** What gaps and edges depend on beside the boxes. */
export interface GapOptions extends EdgeOptions, Measures {
  readonly banLevel: BanLevel
  /** In em. */
  readonly hanWesternGap: number
  /** Width of two neighbouring marks together, in em: 1, 1.5 or 2. */
  readonly adjacentMarks: number
  readonly adjustment: 'squeeze-first' | 'stretch-only'
  readonly justification: 'spread' | 'grid'
  readonly isVertical: boolean
  /** Of the body's characters, in points. */
  readonly size: number
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
  /** What was typed before the box, as TYPED. */
  readonly typed: Uint8Array
  /** 1: the first of a pair of two ellipses or two ！？. */
  readonly opensPair: Uint8Array
  /** Price of a break after the box that is not its classes': inside a word. NaN: ask the classes. */
  readonly inside: Float64Array
  /** 1: a line that ends after the box has a hyphen there. */
  readonly hyphen: Uint8Array
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
  typed: new Uint8Array(capacity),
  opensPair: new Uint8Array(capacity),
  inside: new Float64Array(capacity),
  hyphen: new Uint8Array(capacity),
})

export class Boxes {
  count = 0
  #capacity = 0
  #arrays: BoxArrays = arraysOf(0)
  #typed: number = TYPED.nothing
  /** The box that continues the decimals of a number grouped by spaces: 592 of 3.141 592. */
  #decimals = -1

  /** Begins a paragraph of at most `capacity` boxes. */
  reset(capacity: number): void {
    this.count = 0
    this.#typed = TYPED.nothing
    if (capacity <= this.#capacity) return
    this.#capacity = Math.max(1024, 2 * capacity)
    this.#arrays = arraysOf(this.#capacity)
  }

  /** Something without a box stands before the next one: see TYPED. Fixed spaces add up, others give way to them. */
  type(what: number): void {
    const isMore = this.#typed > TYPED.fixed && what > TYPED.fixed
    this.#typed = isMore ? Math.min(0xff, this.#typed + what - TYPED.fixed) : Math.max(this.#typed, what)
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
    a.hyphen[k] = 0
    a.typed[k] = this.#typed
    this.#typed = TYPED.nothing
    // Two by two: the state of a run is in its last box, so that long runs stay cheap.
    const isPairing = c === C.ellipsis || c === C.excl
    a.opensPair[k] = isPairing && !(k > 0 && a.head[k - 1] === c && a.opensPair[k - 1] === 1) ? 1 : 0
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
    rest: { readonly words: Items['words']; readonly oversize: Oversize[] },
  ): Items {
    const n = this.count
    const a = this.#arrays
    this.#decimals = -1
    a.start[n] = stream.text.length
    if (options.adjacentMarks === 1) this.#squeezeToInk()
    const gaps: GapArrays = {
      gap: new Float64Array(n),
      gapKind: new Uint8Array(n),
      gapShrink: new Float64Array(n),
      gapStretch: new Float64Array(n),
      breakCost: new Float64Array(n),
    }
    for (let k = 0; k + 1 < n; k++) this.#setGap(gaps, k, stream, styles, options)
    if (options.adjustment === 'stretch-only') gaps.gapShrink.fill(0)
    if (gaps.gapKind.includes(GAP.boundSpace)) partOverlong(gaps, a.advance, n, options, rest.oversize)
    const edges = this.#edges(gaps, stream, styles, options, rest.oversize)
    const items: Items = {
      ...gaps,
      ...rest,
      ...(edges && { edges }),
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
      spacesLie: options.isVertical,
    }
    return options.justification === 'grid' ? this.#onGrid(items, options.size) : items
  }

  /** Two marks in one em: neither keeps its blank. */
  #squeezeToInk(): void {
    const { head, tail, before, after, typed } = this.#arrays
    for (let k = 0; k + 1 < this.count; k++) {
      if (typed[k + 1] !== TYPED.nothing) continue
      if (!sharesBlank(tail[k] as CharClass) || !sharesBlank(head[k + 1] as CharClass)) continue
      before[k] = after[k] = before[k + 1] = after[k + 1] = 0
    }
  }

  #edges(
    gaps: GapArrays,
    { annotations }: Stream,
    styles: readonly RunStyle[],
    options: GapOptions,
    oversize: Oversize[],
  ): Edges | undefined {
    const { count } = this
    const a = this.#arrays
    const found = withHyphens(a, count, styles, edgesOf(a, count, options))
    if (annotations.length === 0) return found
    const edges = found ?? noEdges(count)
    const sizeOf = (k: number): number => styles[a.style[k] ?? 0]?.size ?? 0
    const { isVertical } = options
    const ground = { gaps, edges, advance: a.advance, count, sizeOf, isVertical, measures: options }
    oversize.push(...makeRoom(annotations, a.start, ground))
    return edges
  }

  #onGrid(items: Items, size: number): Items {
    const { before, after } = this.#arrays
    const isCell = this.#cells(items, size)
    return onGrid(items, {
      size,
      isCell: (k) => isCell[k] === 1,
      blankAfter: (k) => after[k] ?? 0,
      blankBefore: (k) => before[k] ?? 0,
    })
  }

  /** 1 for each box that takes whole cells of its own; the others are set in runs. */
  #cells({ stream, start }: Items, size: number): Uint8Array {
    const { before, after, advance, sort, head } = this.#arrays
    const isCell = new Uint8Array(this.count)
    for (let k = 0; k < this.count; k++) {
      const cells = ((advance[k] ?? 0) + (before[k] ?? 0) + (after[k] ?? 0)) / size
      // ？ and ！ share a cell two by two.
      const isWhole = head[k] === C.excl || Math.abs(cells - Math.round(cells)) < WHOLE
      if ((sort[k] ?? 0) >= NO_SORT && isWhole) isCell[k] = 1
    }
    // 均排 is as wide as it was asked to be; what it holds stands where that puts it.
    for (const { kind, from, to } of stream.annotations) {
      if (kind !== 'spread') continue
      const { first, end } = extentOf(start, this.count, from, to)
      isCell.fill(0, first, end)
    }
    // 9～11 is one number: nothing comes between its parts.
    for (let k = 1; k + 1 < this.count; k++)
      if (head[k] === C.wave && isCell[k - 1] === 0 && isCell[k + 1] === 0) isCell[k] = 0
    return isCell
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
    const next = styles[a.style[k + 1] ?? 0]
    const isOneRun = style === next
    const runCost = isOneRun ? (style?.breakCost ?? 0) : 0
    const isAttached = !isOneRun && next?.isAttached === true
    const typed = a.typed[k + 1] ?? TYPED.nothing
    const spacing = isOneRun ? (style?.letterSpacing ?? 0) : 0
    if (left === C.ideo && right === C.ideo && typed === TYPED.nothing && !isAttached) {
      // Four gaps in five are of this kind.
      gaps.gap[k] = spacing
      gaps.gapKind[k] = GAP.han
      gaps.breakCost[k] = runCost
      return
    }
    const pairInside = a.head[k] === right && a.opensPair[k] === 1 && typed === TYPED.nothing
    if (pairInside) a.after[k] = 0
    const isVerbatim = style?.isVerbatim === true || next?.isVerbatim === true
    const leftStands = options.isVertical && this.#isUprightWestern(k)
    const rightStands = options.isVertical && this.#isUprightWestern(k + 1)
    setGap(gaps, k, {
      left,
      right,
      after: a.after[k] ?? 0,
      before: a.before[k + 1] ?? 0,
      typed,
      bothSpacing: !isVerbatim && !leftStands && !rightStands,
      bothUpright: leftStands && rightStands,
      isAttached,
      areSqueezed: options.adjacentMarks < 2 && !isVerbatim,
      insideWord: a.inside[k] ?? Number.NaN,
      keepsTogether: typed !== TYPED.nothing && this.#keepsTogether(k, stream.text),
      pairInside,
      digitBefore: k > 0 && a.tail[k - 1] === C.digit,
      size: style?.size ?? 0,
      runCost,
      banLevel: options.banLevel,
      hanWesternGap: options.hanWesternGap,
    })
    if (spacing !== 0 && gaps.gapKind[k] !== GAP.rigid) gaps.gap[k] = (gaps.gap[k] ?? 0) + spacing
  }

  /** Upright letters and numbers of a vertical line count as Han: no space beside them (CLREQ 6.3.3). */
  #isUprightWestern(k: number): boolean {
    return this.#arrays.orientation[k] === UPRIGHT && isWestern(this.#arrays.head[k] as CharClass)
  }

  /** 12 km, 25 ℃, 1 234 567 and 3.141 592 65: unit and groups stay with their number across a typed space. */
  #keepsTogether(k: number, text: string): boolean {
    const a = this.#arrays
    if (a.tail[k] !== C.digit) return false
    if (a.head[k + 1] === C.postfix) return true
    const next = this.#textOf(k + 1, text)
    if (a.head[k + 1] === C.latin) return isUnitAfterNumber('0', next)
    const left = this.#textOf(k, text)
    if (this.#continuesDecimals(k, left, next)) return true
    return /^\d{3}(?!\d)/.test(next) && /(?:^|[^\d.])\d{1,3}$/.test(left)
  }

  /** Decimals are grouped by three from the point on; their last group may be shorter (GB/T 15835-2011 5.1.2). */
  #continuesDecimals(k: number, left: string, next: string): boolean {
    const isGroup = this.#decimals === k ? /^\d{3}$/.test(left) : /\d\.\d{3}$/.test(left)
    if (!isGroup || !/^\d{1,3}(?!\d|\.\d)/.test(next)) return false
    this.#decimals = k + 1
    return true
  }

  #textOf(k: number, text: string): string {
    const { start } = this.#arrays
    return text.slice(start[k], k + 1 < this.count ? start[k + 1] : text.length).trimEnd()
  }
}
