// Where dots, lines, frames and readings stand along a set line. In: the boxes of a paragraph as they are placed. Out:
// for each line what stands beside it, in inline offsets; which side it stands on is the page's business.

import { type Annotation, FRAME_ROOM, type ReadingAnnotation } from './annotation.ts'
import { type Extent, extentOf } from './beside.ts'
import type { Items, Line } from './items.ts'
import type { SetParagraph } from './set.ts'

/** 着重号: one a character. */
export interface EmphasisDot {
  readonly kind: 'dot'
  /** Middle of its character, in points from the line head. */
  readonly at: number
  /** Size of the character. */
  readonly size: number
  /** A line runs on the same side, nearer the text. */
  readonly isOutside: boolean
}

/** 专名号, 书名号甲式, a frame. */
export interface SideLine {
  readonly kind: 'proper-name' | 'book-title' | 'mourning'
  /** Points from the line head. */
  readonly from: number
  readonly to: number
  readonly size: number
}

/** A reading in one line, or 注音 in a column at the side of its character. */
export interface SetReading {
  readonly kind: 'reading'
  readonly place: 'above' | 'below' | 'side'
  readonly set: SetParagraph
  /** Character size of the reading and of its base. */
  readonly size: number
  readonly baseSize: number
  /** Head of the reading along the line; of 注音 the middle of its base. */
  readonly at: number
  /** Points added between its characters. */
  readonly spacing: number
  /** End of the base along the line. */
  readonly baseEnd: number
  /** It is read after so many runs of the line; 0: its base, that of a comment, goes on and it is read in a later line. */
  readonly afterRuns: number
  /** A comment whose base began in an earlier line, where it stands unless that is on another page. */
  readonly isContinued: boolean
}

export type Beside = EmphasisDot | SideLine | SetReading

/** Two names side by side are parted by an eighth of an em (CLREQ 5.6.1). */
const LINE_INSET = 1 / 16
/** A frame is drawn in the middle of its white, in em from its text. */
const FRAME_OFF = FRAME_ROOM / 2
/** Between two comments of one line, in their own ems. */
const COMMENT_GAP = 1 / 2

/**
 * Marks, and combining marks, which stand on a character that has its dot. Signs that are read count as characters
 * (CSS Text Decoration 3, 3.1: # % & @ § ¶ and their like).
 */
const UNDOTTED = /^(?![#%&@§¶‰‱＃％＆＠])[\p{P}\p{M}]$/u

type Placed = { readonly annotation: Annotation } & Extent

/** What of a base stands in a line. */
interface BasePart extends Extent {
  readonly isContinued: boolean
  readonly goesOn: boolean
}

export class BesideFinder {
  readonly #items: Items
  readonly #placed: readonly Placed[]
  readonly #heads: Float64Array
  /** First glyph of each box. */
  readonly #glyphs: Int32Array
  readonly #closing = new Map<number, number>()
  /** The next annotation to come, and those that have begun and not ended before the line. */
  #next = 0
  #open: Placed[] = []

  constructor(items: Items) {
    this.#items = items
    const { stream, start, count } = items
    this.#heads = new Float64Array(count)
    this.#glyphs = new Int32Array(count + 1)
    this.#placed = stream.annotations.map((annotation) => ({
      annotation,
      ...extentOf(start, count, annotation.from, annotation.to),
    }))
    for (const { annotation, end } of this.#placed) {
      if (annotation.kind === 'reading') this.#closing.set(end - 1, 0)
    }
  }

  /** Box `k` stands at an offset; with it there are `glyphs` glyphs. */
  met(k: number, offset: number, glyphs: number): void {
    this.#heads[k] = offset
    this.#glyphs[k + 1] = glyphs
  }

  /** Whether a reading is read right after box `k`. */
  closesAt(k: number): boolean {
    return this.#closing.has(k)
  }

  /** So many runs of the line are read before what follows box `k`. */
  closed(k: number, runs: number): void {
    this.#closing.set(k, runs)
  }

  inLine(line: Line, offsets: Float64Array): readonly Beside[] {
    const found: Beside[] = []
    for (const { annotation, first, end } of this.#reaching(line)) {
      const within = { first: Math.max(first, line.first), end: Math.min(end, line.end) }
      if (within.first >= within.end || annotation.kind === 'spread') continue
      if (annotation.kind === 'emphasis') this.#dots(within, offsets, found)
      else if (annotation.kind !== 'reading') found.push(this.#line(annotation.kind, within))
      else if (end <= line.end || annotation.place === 'below') {
        const parts = { isContinued: first < line.first, goesOn: end > line.end }
        found.push(this.#reading(annotation, { ...within, ...parts }, line, found))
      }
    }
    return found
  }

  /** The annotations that reach into a line; lines come in order, so that none is looked at in vain. */
  #reaching(line: Line): readonly Placed[] {
    while (this.#next < this.#placed.length && (this.#placed[this.#next]?.first ?? 0) < line.end) {
      const placed = this.#placed[this.#next++]
      if (placed) this.#open.push(placed)
    }
    this.#open = this.#open.filter(({ end }) => end > line.first)
    return this.#open
  }

  #head(k: number): number {
    return this.#heads[k] ?? 0
  }

  #tail(k: number): number {
    return this.#head(k) + (this.#items.advance[k] ?? 0)
  }

  #size(k: number): number {
    const { styles, style } = this.#items
    return styles[style[k] ?? 0]?.size ?? 0
  }

  #line(kind: SideLine['kind'], { first, end }: Extent): SideLine {
    const size = this.#size(first)
    const inset = (kind === 'mourning' ? -FRAME_OFF : LINE_INSET) * size
    return { kind, from: this.#head(first) + inset, to: this.#tail(end - 1) - inset, size }
  }

  /** Characters have a dot each, marks none, Western ones neither (CLREQ 5.3.1). */
  #dots({ first, end }: Extent, offsets: Float64Array, found: Beside[]): void {
    for (let k = first; k < end; k++) {
      if ((this.#items.characters[k] ?? 0) === 0) continue
      const isOutside = this.#isLined(k)
      const size = this.#size(k)
      for (const at of this.#middles(k, offsets)) found.push({ kind: 'dot', at, size, isOutside })
    }
  }

  /** Middles of the characters of a box: of each glyph of a word that is no mark. */
  #middles(k: number, offsets: Float64Array): readonly number[] {
    const { sort, start, stream } = this.#items
    if ((sort[k] ?? 0) >= -1) return [(this.#head(k) + this.#tail(k)) / 2]
    const end = this.#glyphs[k + 1] ?? 0
    const word = this.#items.words[-2 - (sort[k] ?? 0)]
    const from = end - (word?.sorts.length ?? 0)
    const middles: number[] = []
    for (let i = from; i < end; i++) {
      const unit = (start[k] ?? 0) + (word?.at[i - from] ?? 0)
      if (UNDOTTED.test(String.fromCodePoint(stream.text.codePointAt(unit) ?? 0))) continue
      const next = i + 1 < end ? (offsets[i + 1] ?? 0) : this.#tail(k)
      middles.push(((offsets[i] ?? 0) + next) / 2)
    }
    return middles
  }

  #isLined(k: number): boolean {
    return this.#open.some(
      ({ annotation, first, end }) =>
        first <= k && k < end && (annotation.kind === 'proper-name' || annotation.kind === 'book-title'),
    )
  }

  #reading(
    { place, set, size }: ReadingAnnotation,
    { first, end, isContinued, goesOn }: BasePart,
    line: Line,
    before: readonly Beside[],
  ): SetReading {
    const width = set.lines[0]?.end ?? 0
    const [head, tail] = [this.#head(first), this.#tail(end - 1)]
    const middle = (head + tail) / 2
    const afterRuns = goesOn ? 0 : (this.#closing.get(end - 1) ?? 0)
    const common = {
      kind: 'reading',
      set,
      size,
      baseSize: this.#size(first),
      baseEnd: tail,
      afterRuns,
      isContinued,
    } as const
    if (place === 'side') return { ...common, place, spacing: 0, at: middle }
    if (place === 'below') {
      const behind = isContinued ? 0 : endOfComments(before, size)
      return { ...common, place, spacing: 0, at: this.#commentHead(head, width, behind, line) }
    }
    const spacing = place === 'fitted' ? fittedSpacing(set, tail - head - width) : 0
    const shown = width + spacing * (set.sorts.length - 1)
    return { ...common, place: 'above', spacing, at: middle - shown / 2 }
  }

  /** From the head of its base on, behind the comment before it, and not beyond the line's end if that can be. */
  #commentHead(head: number, width: number, behind: number, line: Line): number {
    return Math.max(behind, Math.min(head, this.#tail(line.end - 1) - width))
  }
}

/** Where the next comment of a line may begin; those of an earlier line take no room in this one. */
function endOfComments(found: readonly Beside[], size: number): number {
  const last = found.findLast((one) => one.kind === 'reading' && one.place === 'below' && !one.isContinued)
  return last?.kind === 'reading' ? last.at + (last.set.lines[0]?.end ?? 0) + COMMENT_GAP * size : 0
}

/** A gloss in Han that is shorter than its base is spaced out, evenly and half at either end (CLREQ 5.5.6). */
function fittedSpacing(set: SetParagraph, lack: number): number {
  const isHan = /^[\p{Script=Han}]+$/u.test(set.stream.text)
  return isHan && lack > 0 ? lack / set.sorts.length : 0
}
