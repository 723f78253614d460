// How a run ends. In: what a command found. Out: the exit status, which scripts rely on (DESIGN.md 4).

import { type Diagnostic, hasErrors } from '../core/index.ts'

export const EXIT = {
  clean: 0,
  /** Problems in the input, or findings. */
  problems: 1,
  usage: 2,
  /** Verification failed. */
  unproven: 3,
  /** A stage could not run: nowhere to write, a broken installation, a fault of ours. */
  failed: 4,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The gravest of what the errors mean. */
export function exitOf(diagnostics: readonly Diagnostic[]): ExitCode {
  if (!hasErrors(diagnostics)) return EXIT.clean
  const has = (code: Diagnostic['code']): boolean =>
    diagnostics.some((d) => d.severity === 'error' && d.code === code)
  if (has('usage')) return EXIT.usage
  if (has('output-unwritable')) return EXIT.failed
  return has('verify-failed') ? EXIT.unproven : EXIT.problems
}

/** Thrown where a stage cannot run for a reason outside the author's files and outside our code. */
export class CannotRun extends Error {
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message.en).join('; '))
    this.diagnostics = diagnostics
  }
}
