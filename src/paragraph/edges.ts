// What stands at the edges of a line besides its boxes and the gaps between them. A gap at a line's edge is no gap: that
// makes marks half an em wide there (GB/T 15834-2011 5.1.10). Here is what differs: marks that keep their blank,
// marks that hang, words that part with a hyphen.

import { CHAR_CLASS, sharesBlank } from '../cjk/index.ts'
import type { BoxArrays } from './boxes.ts'
import type { Edges } from './items.ts'
import type { RunStyle } from './stream.ts'

export interface EdgeOptions {
  readonly lineEndMarks: 'half' | 'full'
  readonly lineStartMarks: 'half' | 'full'
  readonly hanging: boolean
}

const C = CHAR_CLASS

export const noEdges = (count: number): Edges => ({
  head: new Float64Array(count),
  tail: new Float64Array(count),
})

/** Undefined where no line has anything at its edges, which is the usual. */
export function edgesOf(boxes: BoxArrays, count: number, options: EdgeOptions): Edges | undefined {
  const { lineEndMarks, lineStartMarks, hanging } = options
  if (lineEndMarks === 'half' && lineStartMarks === 'half' && !hanging) return undefined
  const edges = noEdges(count)
  for (let k = 0; k < count; k++) {
    if (lineStartMarks === 'full') edges.head[k] = boxes.before[k] ?? 0
    if (hanging && mayHang(boxes, k)) edges.tail[k] = -((boxes.advance[k] ?? 0) + (boxes.before[k] ?? 0))
    else if (lineEndMarks === 'full') edges.tail[k] = boxes.after[k] ?? 0
  }
  return edges
}

/** Adds the hyphens at which words may part: a line that ends there is longer by one. */
export function withHyphens(
  boxes: BoxArrays,
  count: number,
  styles: readonly RunStyle[],
  edges: Edges | undefined,
): Edges | undefined {
  const at = boxes.hyphen.subarray(0, count)
  if (!at.includes(1)) return edges
  const hyphens = styles.map((style) => style.stack.hyphen())
  const { head, tail } = edges ?? noEdges(count)
  for (let k = 0; k < count; k++) {
    const style = boxes.style[k] ?? 0
    if (at[k] === 1) tail[k] = (hyphens[style]?.width ?? 0) * (styles[style]?.size ?? 0)
  }
  return { head, tail, hyphen: at.slice(), hyphens }
}

/** 、，。．, and no run of marks (CLREQ 6.1.3). */
function mayHang(boxes: BoxArrays, k: number): boolean {
  const c = boxes.tail[k]
  if (c !== C.stop && c !== C.pause) return false
  const before = k > 0 ? boxes.tail[k - 1] : C.ideo
  return before !== undefined && !sharesBlank(before as typeof c)
}
