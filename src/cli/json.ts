// What --json prints: one object of diagnostics and of what the command made or measured (DESIGN.md 4).

import type { Diagnostic, Language } from '../core/index.ts'
import { hintText, type PlaceNames } from './print-diagnostics.ts'

export interface JsonDiagnostic {
  readonly code: string
  readonly severity: string
  readonly message: string
  readonly file?: string
  /** From 1, columns in characters; 1 and 1 where the file as a whole is meant. */
  readonly line?: number
  readonly column?: number
  readonly entry?: string
  readonly page?: number
  readonly columnOnPage?: number
  readonly lineOnPage?: number
  readonly hints: readonly string[]
}

export function jsonDiagnostic(
  diagnostic: Diagnostic,
  { language, places }: { readonly language: Language; readonly places: PlaceNames },
): JsonDiagnostic {
  const { code, severity, message, span, entry, place, hints } = diagnostic
  const at = span && (places.positionOf(span) ?? { line: 1, column: 1 })
  return {
    code,
    severity,
    message: message[language],
    ...(span && { file: span.file, ...at }),
    ...(entry !== undefined && { entry }),
    ...(place && { page: place.page, columnOnPage: place.column, lineOnPage: place.line }),
    hints: hints.map((hint) => hintText(hint, { language, places })),
  }
}

/** `{ ok, diagnostics, … }` as one line. */
export const jsonReport = (
  ok: boolean,
  diagnostics: readonly JsonDiagnostic[],
  data: Readonly<Record<string, unknown>>,
): string => `${JSON.stringify({ ok, diagnostics, ...data })}\n`
