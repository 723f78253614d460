// All proofs, by section.

import type { Proof } from './clause.ts'
import { DIRECTIONS_PROOFS } from './sections/2-directions.ts'
import { MARKS_PROOFS } from './sections/5.1-marks.ts'
import { BESIDE_PROOFS } from './sections/5.3-beside.ts'
import { READING_PROOFS } from './sections/5.5-readings.ts'
import { EDGE_PROOFS } from './sections/6.1.3-edges.ts'
import { BAN_PROOFS } from './sections/6.1-bans.ts'
import { ORDER_PROOFS } from './sections/6.2.2-order.ts'
import { ADJUSTMENT_PROOFS } from './sections/6.2-adjustment.ts'
import { SPACING_PROOFS } from './sections/6.3-spacing.ts'
import { HEADING_PROOFS } from './sections/7.1.3-headings.ts'
import { PAGE_PROOFS } from './sections/7.1-page.ts'
import { TABLE_PROOFS } from './sections/A-tables.ts'

export const PROOFS: readonly Proof[] = [
  ...DIRECTIONS_PROOFS,
  ...MARKS_PROOFS,
  ...BESIDE_PROOFS,
  ...READING_PROOFS,
  ...BAN_PROOFS,
  ...EDGE_PROOFS,
  ...ADJUSTMENT_PROOFS,
  ...ORDER_PROOFS,
  ...SPACING_PROOFS,
  ...PAGE_PROOFS,
  ...HEADING_PROOFS,
  ...TABLE_PROOFS,
]
