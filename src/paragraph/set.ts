// Items and lines → set lines: every glyph at its offset from the line head, both edges flush. Squeezing and stretching
// follow CLREQ's steps, each exhausted before the next and shared equally over its places (give.ts).

import type { SortId } from '../font/index.ts'
import type { BreakOptions } from './break.ts'
import type { Adjustment, Give } from './give.ts'
import { GAP, grows, type Items, type Line, NO_SORT, SIDEWAYS } from './items.ts'
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
  /** Points by which the line misses its measure because nothing in it can give. */
  readonly residue: number
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

export function setLines(
  items: Items,
  give: Give,
  lines: readonly Line[],
  options: BreakOptions,
): SetParagraph {
  const setter = new Setter(items, give, options)
  const set = lines.map((line, i) => setter.set(line, i === lines.length - 1))
  return setter.finish(set)
}

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

  constructor(items: Items, give: Give, options: BreakOptions) {
    // A box has at most one glyph a text unit, a word space one more.
    const most = items.stream.text.length + items.count
    this.#items = items
    this.#give = give
    this.#options = options
    this.#sorts = new Int32Array(most)
    this.#offsets = new Float64Array(most)
    this.#at = new Int32Array(most)
  }

  set(line: Line, isLast: boolean): SetLine {
    const items = this.#items
    const options = this.#options
    const measure = line.first === 0 ? options.firstMeasure : options.measure
    const indent = line.first === 0 ? options.measure - options.firstMeasure : 0
    const adjustment = this.#give.adjust(line.first, line.end, measure, isLast)
    this.#runs = []
    this.#runFrom = this.#count
    this.#face = -1
    const end = this.#place(line, indent, adjustment)
    this.#closeRun()
    return {
      runs: this.#runs,
      indent,
      end,
      textStart: items.start[line.first] ?? 0,
      textEnd: items.start[line.end] ?? items.stream.text.length,
      stretch: adjustment.stretch / options.size,
      residue: adjustment.residue,
    }
  }

  /** Puts the line's boxes one after the other; answers where the last one ends. */
  #place(line: Line, indent: number, { share, stretch }: Adjustment): number {
    const { advance, gap, gapKind, gapShrink, gapStretch } = this.#items
    let offset = indent
    for (let k = line.first; k < line.end; k++) {
      this.#putBox(k, offset)
      offset += advance[k] ?? 0
      if (k + 1 === line.end) break
      const kind = gapKind[k] ?? 0
      if (kind === GAP.wordSpace || kind === GAP.boundSpace) this.#putSpace(k, offset)
      const part = share[kind] ?? 0
      offset += gap[k] ?? 0
      if (part !== 0) offset += part * ((part < 0 ? gapShrink[k] : gapStretch[k]) ?? 0)
      if (grows(kind)) offset += stretch
    }
    return offset
  }

  #putBox(k: number, offset: number): void {
    const items = this.#items
    const sort = items.sort[k] ?? NO_SORT
    if (sort === NO_SORT) return
    const style = items.style[k] ?? 0
    const sideways = items.orientation[k] === SIDEWAYS
    const at = items.start[k] ?? 0
    if (sort >= 0) {
      this.#put(sort, offset + (items.shift[k] ?? 0), at, style, sideways)
      return
    }
    const word = items.words[-2 - sort]
    const size = items.styles[style]?.size ?? 0
    if (!word) return
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
    if (space >= 0) this.#put(space, offset, at, style, this.#items.orientation[k] === SIDEWAYS)
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
      this.#runs.push({
        from: this.#runFrom,
        to: this.#count,
        face: this.#face,
        size: this.#items.styles[this.#style]?.size ?? 0,
        sideways: this.#sideways,
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
