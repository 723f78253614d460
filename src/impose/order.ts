// Which page stands where on a sheet so that the folded sheets read in order. In: a scheme, the side of the spine. Out:
// page numbers in rows, as one looks at each side of the flat sheet. Knows nothing of lengths or of PDF.

import type { Binding } from '../core/index.ts'

/** Pages of one folded sheet. */
export type SignatureSize = 4 | 8 | 16

/**
 * One side of a flat sheet: rows from the top, page numbers from the left. Of two rows the upper one stands on its head:
 * heads meet at the fold between them.
 */
export type Side = readonly (readonly number[])[]

/** Both sides; the sheet is turned over left to right (sheet-work, 正反版), the same edge stays on top. */
export interface Sides {
  readonly front: Side
  readonly back: Side
}

/**
 * The usual folds at right angles, for books bound on the left, page 1 at the foot of the front:
 * 16 pages fold across the long side, then head to head, then at the spine; 8 pages head to head, then at the spine.
 * docs/press.md draws them.
 */
const FOLDED: Readonly<Record<SignatureSize, Sides>> = {
  4: { front: [[4, 1]], back: [[2, 3]] },
  8: {
    front: [
      [5, 4],
      [8, 1],
    ],
    back: [
      [3, 6],
      [2, 7],
    ],
  },
  16: {
    front: [
      [5, 12, 9, 8],
      [4, 13, 16, 1],
    ],
    back: [
      [7, 10, 11, 6],
      [2, 15, 14, 3],
    ],
  },
}

/** The pages of one folded sheet, from 1. */
export const foldedSides = (pages: SignatureSize, binding: Binding): Sides => bound(FOLDED[pages], binding)

/**
 * One sheet of a saddle-stitched booklet: `depth` sheets lie around it. The outermost sheet (0) has the first and the last
 * page. `pages` is a multiple of 4.
 */
export function nestedSides(pages: number, depth: number, binding: Binding): Sides {
  const first = 2 * depth + 1
  const last = pages - 2 * depth
  return bound({ front: [[last, first]], back: [[first + 1, last - 1]] }, binding)
}

/** A book bound on the right is the mirror image: columns change sides, pages do not. */
const bound = (sides: Sides, binding: Binding): Sides =>
  binding === 'left' ? sides : { front: mirrored(sides.front), back: mirrored(sides.back) }

const mirrored = (side: Side): Side => side.map((row) => row.toReversed())
