// What the rules of PDF/A look at.

import type { Evidence } from '../evidence.ts'
import type { Reach } from './reach.ts'

export interface PdfaCase extends Evidence {
  readonly part: string
  readonly reach: Reach
}
