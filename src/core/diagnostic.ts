// What the program has to say about the author's files: data, collected and returned. The rim prints it. A fault of
// our own throws instead.

import type { Span } from './source.ts'

/** A sentence in both languages of the program: lower case, no final stop, the offending text in backticks. */
export interface Text {
  readonly en: string
  readonly zh: string
}

export type Language = keyof Text

/** What to do about a problem. */
export interface Hint extends Text {
  readonly span?: Span
}

export type Severity = 'error' | 'warning' | 'note'

/** Where on the page a finding stands, all from 1. */
export interface PagePlace {
  readonly page: number
  readonly column: number
  readonly line: number
}

export interface Diagnostic {
  readonly severity: Severity
  readonly code: DiagnosticCode
  readonly message: Text
  /** Absent only where no file is concerned (a wrong option, a missing program). */
  readonly span?: Span
  readonly hints: readonly Hint[]
  /** Heading of the entry (条目) concerned. */
  readonly entry?: string
  readonly place?: PagePlace
}

/** What a stage made, and what the author should hear about it. */
export interface Reported<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** Every code the program can report; each is explained in docs/errors.md (a test holds the two together). */
export const DIAGNOSTIC_CODES = [
  // files and encodings
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'encoding-unsupported',
  'encoding-decoded',
  'control-character',
  'path-outside',
  // YAML and its shape
  'yaml-syntax',
  'yaml-alias',
  'duplicate-key',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'bad-value',
  'bad-unit',
  'extends-cycle',
  'layout-missing',
  'layout-impossible',
  // manuscripts
  'entry-empty',
  'heading-brackets',
  'heading-repeated',
  'credit-empty',
  'private-use',
  'right-to-left',
  'markup-unknown',
  'markup-unclosed',
  'markup-argument',
  'markup-empty',
  'markup-annotation',
  // import
  'import-unsure',
  'import-unbalanced',
  'import-private-use',
  'import-private-use-dropped',
  // fonts
  'font-missing',
  'font-unreadable',
  'font-restricted',
  'glyph-missing',
  // lines and pages
  'loose-line',
  'unbreakable-run',
  'runt-line',
  'kinsoku-broken',
  'heading-overfull',
  'annotation-crowded',
  // editions
  'edition-date',
  'edition-bleed',
  'edition-signature',
  'profile-unusable',
  // imposition
  'impose-source',
  'impose-sizes',
  'impose-sheet',
  'impose-boxes',
  'impose-blank',
  'impose-left-out',
  // proof
  'verify-failed',
  'verify-not-run',
  // the rim
  'usage',
  'output-unwritable',
] as const

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number]

/** Parts of a diagnostic that most reports leave out. */
type Extras = Partial<Pick<Diagnostic, 'span' | 'hints' | 'entry' | 'place'>>

const make = (severity: Severity, code: DiagnosticCode, message: Text, extras: Extras): Diagnostic => ({
  severity,
  code,
  message,
  hints: [],
  ...extras,
})

export const error = (code: DiagnosticCode, message: Text, extras: Extras = {}): Diagnostic =>
  make('error', code, message, extras)
export const warning = (code: DiagnosticCode, message: Text, extras: Extras = {}): Diagnostic =>
  make('warning', code, message, extras)
export const note = (code: DiagnosticCode, message: Text, extras: Extras = {}): Diagnostic =>
  make('note', code, message, extras)

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error')
