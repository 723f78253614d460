// What an import is not sure of. Stages collect doubts as plain data about places of the input; `report.ts` turns them
// into diagnostics with a few characters of context.

import type { DiagnosticCode, Hint, Text } from '../core/index.ts'

/** Doubts of one code that are listed; one more is kept, to know that there are more. */
export const MOST_DOUBTS = 200

/** A doubt about input units `[start, end)`. */
export interface Doubt {
  readonly code: Extract<DiagnosticCode, `import-${string}`> | 'control-character'
  readonly start: number
  readonly end: number
  readonly message: Text
  readonly hint?: Hint
}

export const unsure = (start: number, end: number, message: Text, hint?: Hint): Doubt => ({
  code: 'import-unsure',
  start,
  end,
  message,
  ...(hint === undefined ? {} : { hint }),
})
