// What a command works with and what it answers. Commands read and write through the rim; what they say is printed by
// run.ts alone, so that --json, --quiet and the language are decided in one place.

import type { Diagnostic, Language, Text } from '../core/index.ts'
import type { ExitCode } from './exit.ts'
import type { NodeFiles } from './node-files.ts'
import type { Progress } from './progress.ts'
import type { World } from './world.ts'

export interface Rim {
  readonly world: World
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
  readonly files: NodeFiles
  readonly progress: Progress
}

/** What a command found and made. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[]
  /** Beside `ok` and `diagnostics` in what --json prints. */
  readonly data: Readonly<Record<string, unknown>>
  /** What was asked for, as text: goes to stdout. */
  readonly product?: string
  /** What was made, line by line: goes to stderr. */
  readonly said?: readonly Text[]
  /** Where it is not what the diagnostics say. */
  readonly exit?: ExitCode
}

/** Nothing came of it but what the diagnostics say. */
export const onlyDiagnostics = (diagnostics: readonly Diagnostic[]): Outcome => ({ diagnostics, data: {} })
