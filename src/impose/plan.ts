// A book in sheets. In: how many pages, the scheme. Out: the sheets in the order they are printed, with page numbers of
// the book. Numbers above the page count are blanks. Leaves lengths to layout.ts.

import type { Binding } from '../core/index.ts'
import { foldedSides, nestedSides, type Side, type Sides, type SignatureSize } from './order.ts'

export type Scheme = 'saddle' | 'signature'

export interface SheetPlan extends Sides {
  /** Number of the signature, from 1; a booklet is one. */
  readonly signature: number
  /** Sheets around this one in its signature. */
  readonly depth: number
  /** First page of the signature and last, the pages its outside shows. */
  readonly outside: readonly [first: number, last: number]
}

export interface Plan {
  /** Pages of each signature, blanks among them. */
  readonly signatures: readonly number[]
  /** Pages of all. */
  readonly pages: number
  readonly sheets: readonly SheetPlan[]
}

export interface PlanOptions {
  readonly scheme: Scheme
  /** The largest signature. */
  readonly largest: SignatureSize
  readonly binding: Binding
}

export const planSheets = (pages: number, { scheme, largest, binding }: PlanOptions): Plan =>
  scheme === 'saddle' ? planBooklet(pages, binding) : planSignatures(pages, largest, binding)

/** Every sheet has four pages; blanks stand at the end, where the cover is. */
function planBooklet(pages: number, binding: Binding): Plan {
  const all = fours(pages)
  const sheets = Array.from({ length: all / 4 }, (_, depth) => ({
    signature: 1,
    depth,
    outside: [1, all] as const,
    ...nestedSides(all, depth, binding),
  }))
  return { signatures: [all], pages: all, sheets }
}

function planSignatures(pages: number, largest: SignatureSize, binding: Binding): Plan {
  const signatures = signatureSizes(pages, largest)
  const sheets: SheetPlan[] = []
  let before = 0
  for (const [i, size] of signatures.entries()) {
    const { front, back } = foldedSides(size, binding)
    sheets.push({
      signature: i + 1,
      depth: 0,
      outside: [before + 1, before + size],
      front: shifted(front, before),
      back: shifted(back, before),
    })
    before += size
  }
  return { signatures, pages: before, sheets }
}

/**
 * Full signatures first; what is left is folded in the largest sheets that it fills, so that at most three pages are
 * blank: 644 pages are 40 signatures of 16 and one of 4.
 */
export function signatureSizes(pages: number, largest: SignatureSize): readonly SignatureSize[] {
  const sizes: SignatureSize[] = []
  let rest = fours(pages)
  for (const size of [16, 8, 4] as const) {
    for (; size <= largest && rest >= size; rest -= size) sizes.push(size)
  }
  return sizes
}

/** The least multiple of four that holds them. */
const fours = (pages: number): number => 4 * Math.ceil(pages / 4)

const shifted = (side: Side, by: number): Side => side.map((row) => row.map((page) => page + by))
