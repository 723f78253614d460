// What the rules of PDF/X look at, and how they cite their clauses.

import type { Evidence } from '../evidence.ts'
import type { Reach } from './reach.ts'

/** The two editions we write and judge. */
export type PdfxPart = 'X-1a' | 'X-4'

/** What the rules look at. */
export interface PdfxCase extends Evidence {
  readonly part: PdfxPart
  readonly reach: Reach
}

/** `ISO 15930-4 6.7` or `ISO 15930-7 6.10`, by the part. */
export const clauseOf = (part: PdfxPart, x1a: string, x4: string): string =>
  part === 'X-1a' ? `ISO 15930-4 ${x1a}` : `ISO 15930-7 ${x4}`
