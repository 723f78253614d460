// What itemize makes and breakLines reads: boxes with gaps between them, in flat arrays. No Chinese beyond this point:
// bans are prices, squeezing is what a gap may give.

import type { SortId, Word } from '../font/index.ts'
import type { Oversize } from './overlong.ts'
import type { RunStyle, Stream } from './stream.ts'

/**
 * What a gap is, which says in which step it gives way (CLREQ #h-procedures_for_inter-character_spacing_reduction and
 * _expansion). `rigid` gaps and bound spaces take no part in stretching.
 */
export const GAP = {
  rigid: 0,
  /** Between ideographs, or where a blank has been squeezed away: natural 0. */
  han: 1,
  /** The blank of a bracket or quotation mark. */
  bracket: 2,
  /** The blank of ，、；：. */
  pause: 3,
  /** The blank of 。？！. */
  stop: 4,
  hanWestern: 5,
  wordSpace: 6,
  /** The one blank left between a closing and an opening mark: it keeps its half em. */
  pair: 7,
  /** U+3000 and other typed spaces of a fixed width between Han. */
  fixedSpace: 8,
  /** A typed space inside one term, 12 km or 1 234: a quarter em that takes no part either. */
  boundSpace: 9,
  /** The blank beside a middle dot one em wide. */
  middot: 10,
} as const

export type GapKind = (typeof GAP)[keyof typeof GAP]

/** How a box stands in a vertical line; in a horizontal one all are `upright`. */
export const UPRIGHT = 0
export const SIDEWAYS = 1

/** A box whose glyph no face has: coverage is checked before, so that it stands for nothing printed. */
export const NO_SORT: SortId = -1

/** Box `k` is followed by gap `k`; the last gap is never used. Lengths in points. */
export interface Items {
  readonly stream: Stream
  readonly count: number
  /** First stream unit of each box; `[count]` is the end of the text. */
  readonly start: Int32Array
  readonly advance: Float64Array
  readonly gap: Float64Array
  readonly gapKind: Uint8Array
  /** How much gap `k` may shrink by. */
  readonly gapShrink: Float64Array
  /** How far gap `k` may grow before all gaps grow together (steps 1 and 2 of stretching). */
  readonly gapStretch: Float64Array
  /** Demerits for ending a line after box `k`; Infinity forbids it. */
  readonly breakCost: Float64Array
  /** Characters of the box that count against a lone last line; marks count 0. */
  readonly characters: Uint16Array
  /** The sort of a box of one glyph, NO_SORT, or `-2 - index` into `words`. */
  readonly sort: Int32Array
  /** From the head of the box to the origin of its glyph: negative where the glyph's blank half comes first. */
  readonly shift: Float64Array
  readonly style: Uint16Array
  readonly orientation: Uint8Array
  readonly styles: readonly RunStyle[]
  readonly words: readonly Word[]
  /** The sort of U+0020 by style, written into word spaces so that the text layer has them. */
  readonly spaces: readonly SortId[]
  /** Spaces lie, in a line whose letters stand too: upright they would take a whole cell. */
  readonly spacesLie: boolean
  /** What a line that begins with box `k`, or ends with it, has besides its boxes and gaps; absent where nothing. */
  readonly edges?: Edges
  /** Western runs of a grid; see grid.ts. */
  readonly cells?: Cells
  /** What had to be made breakable because no line is long enough for it. */
  readonly oversize: readonly Oversize[]
}

/** In points. */
export interface Edges {
  /** Before the first box: the blank of a mark that keeps it, half of a reading wider than its base. */
  readonly head: Float64Array
  /** After the last box; negative where it hangs beyond the line's end (CLREQ 6.1.3). */
  readonly tail: Float64Array
  /** 1: a hyphen stands there when a line ends after box `k`. */
  readonly hyphen?: Uint8Array
  /** The hyphen by style. */
  readonly hyphens?: readonly Word[]
}

/** Western runs among the cells of a grid (CLREQ 6.2.4), padded to whole cells. */
export interface Cells {
  readonly size: number
  readonly runs: readonly CellRun[]
}

/** Boxes `[first, end)`. */
export interface CellRun {
  readonly first: number
  readonly end: number
  /** How much of the white it is given stands before it: half, none or all. */
  readonly ahead: number
}

/** `items[first, end)` set as one line. */
export interface Line {
  readonly first: number
  readonly end: number
}

/** Whether a gap grows when all gaps do. */
export const grows = (kind: number): boolean => kind !== GAP.rigid && kind !== GAP.boundSpace
