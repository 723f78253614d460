// The clauses of CLREQ that a typesetter can meet or miss, in the order of the text.

import type { Clause } from './clause-row.ts'
import { LINE_CLAUSES } from './clauses-lines.ts'
import { MARK_CLAUSES } from './clauses-marks.ts'

export const CLAUSES: readonly Clause[] = [...MARK_CLAUSES, ...LINE_CLAUSES]
