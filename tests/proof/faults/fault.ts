// A fault to plant: in which edition, how, and which checks must name it. `verapdf`: the rule by which veraPDF sees it,
// too, where it is run; the others nobody sees but this proof.

import type { CheckId } from '../../../src/proof/report.ts'
import type { PdfObjects } from '../../support/pdf-objects.ts'

export type EditionName = 'screen' | 'vertical' | 'x-4' | 'x-1a' | '3a' | '3a-vertical'

export interface Fault {
  /** Number in the list of forty, where it has one. */
  readonly number?: number
  readonly fault: string
  readonly edition: EditionName
  readonly plant?: (pdf: PdfObjects) => void
  /** For faults of the bytes themselves. */
  readonly bend?: (bytes: Uint8Array) => Uint8Array
  /** Checks that must fail, all of them and no other. */
  readonly fails: readonly CheckId[]
  /** Words that a finding or the detail must hold. */
  readonly says: string
  /** `6.2.11.5-1`, `ua1 7.1-3`. */
  readonly verapdf?: string
}

/** The file as text, one unit a byte. */
export const bent =
  (change: (text: string) => string): NonNullable<Fault['bend']> =>
  (bytes) => {
    const before = Buffer.from(bytes).toString('latin1')
    const after = change(before)
    if (before === after) throw new Error('the fault changes nothing')
    return new Uint8Array(Buffer.from(after, 'latin1'))
  }
