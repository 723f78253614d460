// Boxes of a paragraph as itemize finds them, with what the gaps between them will be made from. The arrays are kept
// from paragraph to paragraph (composition is one call at a time) and copied out at the length used.

import { type BanLevel, CHAR_CLASS, type CharClass, isWestern, sharesBlank } from '../cjk/index.ts'
import { makeRoom } from './beside.ts'
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
    }
    return options.justification === 'grid' ? this.#onGrid(items) : items
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

  #onGrid(items: Items): Items {
    const { before, after, advance, sort, head } = this.#arrays
    const size = items.styles[0]?.size ?? 0
    const isCell = (k: number): boolean => {
      const cells = ((advance[k] ?? 0) + (before[k] ?? 0) + (after[k] ?? 0)) / size
      // ？ and ！ share a cell two by two.
      const isWhole = head[k] === C.excl || Math.abs(cells - Math.round(cells)) < WHOLE
      return (sort[k] ?? 0) >= NO_SORT && isWhole
    }
    return onGrid(
      items,
      size,
      isCell,
      (k) => after[k] ?? 0,
      (k) => before[k] ?? 0,
    )
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
    setGap(gaps, k, {
      left,
      right,
      after: a.after[k] ?? 0,
      before: a.before[k + 1] ?? 0,
      typed,
      bothSpacing:
        !isVerbatim && !(options.isVertical && (this.#isUprightWestern(k) || this.#isUprightWestern(k + 1))),
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

  /** 12 km, 25 ℃ and 1 234 567: unit and groups stay with their number across a typed space. */
  #keepsTogether(k: number, text: string): boolean {
    const a = this.#arrays
    if (a.tail[k] !== C.digit) return false
    if (a.head[k + 1] === C.postfix) return true
    const next = this.#textOf(k + 1, text)
    if (a.head[k + 1] === C.latin) return isUnitAfterNumber('0', next)
    return /^\d{3}(?!\d)/.test(next) && /(?:^|[^\d.])\d{1,3}$/.test(this.#textOf(k, text))
  }

  #textOf(k: number, text: string): string {
    const { start } = this.#arrays
    return text.slice(start[k], k + 1 < this.count ? start[k + 1] : text.length).trimEnd()
  }
}
