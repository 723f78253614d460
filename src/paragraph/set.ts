// Items and lines → set lines: every glyph at its offset from the line head, both edges flush. Squeezing and stretching
// follow CLREQ's steps, each exhausted before the next and shared equally over its places (give.ts).

import type { SortId, Word } from '../font/index.ts'
import { type Beside, BesideFinder } from './beside-line.ts'
import { type BreakOptions, measureOfLine } from './break.ts'
import type { Adjustment, Give } from './give.ts'
import { GAP, type GapKind, grows, type Items, type Line, NO_SORT, SIDEWAYS } from './items.ts'
import type { Stream } from './stream.ts'

/** Glyphs of one face and size that stand the same way, `[from, to)` of the paragraph's glyphs. */
export interface GlyphRun {
  readonly from: number
  readonly to: number
  /** Face number in the type case. */
  readonly face: number
  /** Points. */
  readonly size: number
  /** Turned clockwise in a vertical line: Western words and numbers. */
  readonly sideways: boolean
  /** Points towards the line before: superscripts above 0. */
  readonly rise: number
}

/** What the gaps of one kind gave (below 0) or took in a line: em in all, over so many places. */
export interface GapChange {
  readonly kind: GapKind
  readonly by: number
  readonly places: number
}

export interface SetLine {
  readonly runs: readonly GlyphRun[]
  /** Offset of the first body from the line head, in points: the indent. */
  readonly indent: number
  /** Where the last body ends, in points from the line head. */
  readonly end: number
  /** First and end unit of the stream. */
  readonly textStart: number
  readonly textEnd: number
  /** Em added to every gap; above the layout's limit the line is reported as loose. */
  readonly stretch: number
  /** Points by which the line misses its measure because nothing in it can give; below 0 it sticks out. */
  readonly residue: number
  /** Points by which a line of a grid ends short of its measure, as it may (CLREQ 6.2.4). */
  readonly short: number
  /** Body size of its paragraph in points: what ems are counted in. */
  readonly size: number
  /** How the line reached its measure (CLREQ 6.2.2), by kind of gap. */
  readonly changes: readonly GapChange[]
  /** Dots, lines, frames and readings beside its text, in its order. */
  readonly beside: readonly Beside[]
}

/** A paragraph ready to be put on pages. Glyph `i` of the paragraph: its sort, offset and place in the text. */
export interface SetParagraph {
  readonly stream: Stream
  readonly sorts: Int32Array
  /** Points from the line head to the glyph's origin. */
  readonly offsets: Float64Array
  /** Stream unit the glyph begins at. */
  readonly at: Int32Array
  readonly lines: readonly SetLine[]
}

/** `justify`: all but the last line at the measure; `natural`: none; `spread`: all (均排). */
export type Setting = 'justify' | 'natural' | 'spread'

export function setLines(
  items: Items,
  give: Give,
  lines: readonly Line[],
  options: BreakOptions,
  setting: Setting = 'justify',
): SetParagraph {
  const setter = new Setter(items, give, options)
  const isNatural = (i: number): boolean =>
    setting === 'natural' || (setting === 'justify' && i === lines.length - 1)
  return setter.finish(lines.map((line, i) => setter.set(line, i, isNatural(i))))
}

/** Below this a gap has not changed, in points. */
const UNCHANGED = 1e-6

const NOTHING: readonly Beside[] = []

class Setter {
  readonly #items: Items
  readonly #give: Give
  readonly #options: BreakOptions
  readonly #sorts: Int32Array
  readonly #offsets: Float64Array
  readonly #at: Int32Array
  #count = 0
  #runs: GlyphRun[] = []
  #runFrom = 0
  #face = -1
  #style = -1
  #sideways = false
  /** By kind: points given or taken in the line, and places. */
  readonly #given = new Float64Array(GAP.middot + 1)
  readonly #places = new Int32Array(GAP.middot + 1)
  readonly #beside: BesideFinder | undefined

  constructor(items: Items, give: Give, options: BreakOptions) {
    // A box has at most one glyph a text unit, a word space one more.
    const most = items.stream.text.length + items.count + (items.edges?.hyphen ? items.count : 0)
    this.#items = items
    this.#give = give
    this.#options = options
    this.#sorts = new Int32Array(most)
    this.#offsets = new Float64Array(most)
    this.#at = new Int32Array(most)
    if (items.stream.annotations.length > 0) this.#beside = new BesideFinder(items)
  }

  /** @param index of the line in its paragraph; @param isNatural as wide as it is, squeezed only where it would not fit */
  set(line: Line, index: number, isNatural: boolean): SetLine {
    const items = this.#items
    const options = this.#options
    const measure = measureOfLine(options, index)
    const indent = options.measure - measure
    const adjustment = this.#give.adjust(line.first, line.end, measure, isNatural)
    this.#runs = []
    this.#runFrom = this.#count
    this.#face = -1
    const end = this.#place(line, indent, adjustment)
    this.#putHyphen(line, end)
    this.#closeRun()
    return {
      runs: this.#runs,
      indent,
      end,
      textStart: items.start[line.first] ?? 0,
      textEnd: items.start[line.end] ?? items.stream.text.length,
      stretch: adjustment.stretch / options.size,
      residue: adjustment.residue,
      short: adjustment.short ?? 0,
      size: options.size,
      changes: this.#changes(),
      beside: this.#beside?.inLine(line, this.#offsets) ?? NOTHING,
    }
  }

  #changes(): readonly GapChange[] {
    const found: GapChange[] = []
    for (let kind = 0; kind < this.#given.length; kind++) {
      const by = this.#given[kind] ?? 0
      if (Math.abs(by) <= UNCHANGED) continue
      found.push({ kind: kind as GapKind, by: by / this.#options.size, places: this.#places[kind] ?? 0 })
    }
    return found
  }

  /** Puts the line's boxes one after the other; answers where the last one ends. */
  #place(line: Line, indent: number, { share, stretch, extra }: Adjustment): number {
    const { advance, gap, gapKind, gapShrink, gapStretch, edges } = this.#items
    const given = this.#given.fill(0)
    const places = this.#places.fill(0)
    let offset = indent + (edges?.head[line.first] ?? 0)
    for (let k = line.first; k < line.end; k++) {
      this.#putBox(k, offset)
      this.#beside?.met(k, offset, this.#count)
      offset += advance[k] ?? 0
      if (this.#beside?.closesAt(k)) this.#closeAfterReading(k)
      if (k + 1 === line.end) break
      const kind = gapKind[k] ?? 0
      if (kind === GAP.wordSpace || kind === GAP.boundSpace) this.#putSpace(k, offset)
      const part = share[kind] ?? 0
      let change = part === 0 ? 0 : part * ((part < 0 ? gapShrink[k] : gapStretch[k]) ?? 0)
      if (grows(kind)) change += stretch
      if (extra) change += extra.get(k) ?? 0
      given[kind] = (given[kind] ?? 0) + change
      if (change !== 0) places[kind] = (places[kind] ?? 0) + 1
      offset += (gap[k] ?? 0) + change
    }
    return offset
  }

  /** A reading follows its base in reading order: the runs of the line part there. */
  #closeAfterReading(k: number): void {
    this.#closeRun()
    this.#face = -1
    this.#beside?.closed(k, this.#runs.length)
  }

  #putHyphen({ end }: Line, offset: number): void {
    const { edges, style } = this.#items
    const k = end - 1
    if (edges?.hyphen?.[k] !== 1) return
    const hyphen = edges.hyphens?.[style[k] ?? 0]
    if (hyphen) this.#putWord(k, hyphen, offset)
  }

  #putBox(k: number, offset: number): void {
    const items = this.#items
    const sort = items.sort[k] ?? NO_SORT
    if (sort === NO_SORT) return
    if (sort < 0) {
      const word = items.words[-2 - sort]
      if (word) this.#putWord(k, word, offset)
      return
    }
    const sideways = items.orientation[k] === SIDEWAYS
    this.#put(sort, offset + (items.shift[k] ?? 0), items.start[k] ?? 0, items.style[k] ?? 0, sideways)
  }

  #putWord(k: number, word: Word, offset: number): void {
    const items = this.#items
    const style = items.style[k] ?? 0
    const sideways = items.orientation[k] === SIDEWAYS
    const at = items.start[k] ?? 0
    const size = items.styles[style]?.size ?? 0
    for (let i = 0; i < word.sorts.length; i++) {
      const unit = at + (word.at[i] ?? 0)
      this.#put(word.sorts[i] ?? 0, offset + size * (word.offsets[i] ?? 0), unit, style, sideways)
    }
  }

  /** The space between two Western words is a character of the text layer. */
  #putSpace(k: number, offset: number): void {
    const style = this.#items.style[k] ?? 0
    const space = this.#items.spaces[style] ?? NO_SORT
    const at = (this.#items.start[k + 1] ?? 1) - 1
    if (space >= 0) this.#put(space, offset, at, style, this.#items.spacesLie)
  }

  #put(sort: SortId, offset: number, at: number, style: number, sideways: boolean): void {
    const face = sort >>> 16
    if (face !== this.#face || style !== this.#style || sideways !== this.#sideways) {
      this.#closeRun()
      this.#face = face
      this.#style = style
      this.#sideways = sideways
    }
    const i = this.#count++
    this.#sorts[i] = sort
    this.#offsets[i] = offset
    this.#at[i] = at
  }

  #closeRun(): void {
    if (this.#count > this.#runFrom) {
      const style = this.#items.styles[this.#style]
      this.#runs.push({
        from: this.#runFrom,
        to: this.#count,
        face: this.#face,
        size: style?.size ?? 0,
        sideways: this.#sideways,
        rise: style?.rise ?? 0,
      })
    }
    this.#runFrom = this.#count
  }

  finish(lines: readonly SetLine[]): SetParagraph {
    return {
      stream: this.#items.stream,
      sorts: this.#sorts.slice(0, this.#count),
      offsets: this.#offsets.slice(0, this.#count),
      at: this.#at.slice(0, this.#count),
      lines,
    }
  }
}
