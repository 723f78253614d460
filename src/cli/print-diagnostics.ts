// Diagnostics for people. In: diagnostics in order. Out: text for the terminal, `file:line:col: error[code]: message`
// with the line, carets and hints below, and a line that counts them.

import { styleText } from 'node:util'
import type { Diagnostic, Hint, Language, Severity, Text } from '../core/index.ts'
import { safe } from './cells.ts'
import { excerptOf } from './excerpt.ts'
import type { Places } from './places.ts'

/** Of `Places`, what printing asks. */
export type PlaceNames = Pick<Places, 'positionOf' | 'lineOf' | 'nameOf'>

/** More than a screenful or two helps nobody; --json gives all. */
const MOST_PRINTED = 50

export interface Printing {
  readonly language: Language
  readonly places: PlaceNames
  readonly colour: boolean
}

/** Nothing for no diagnostics. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], printing: Printing): string {
  if (diagnostics.length === 0) return ''
  const chosen = mostImportant(diagnostics)
  const lines = chosen.flatMap((diagnostic) => linesOf(diagnostic, printing))
  const left = diagnostics.length - chosen.length
  if (left > 0) lines.push(MORE[printing.language](left))
  return `${[...lines, countOf(diagnostics, printing.language)].join('\n')}\n`
}

const MORE: Readonly<Record<Language, (n: number) => string>> = {
  en: (n) => `… and ${n} more; --json gives them all`,
  zh: (n) => `……另有 ${n} 条未列出，用 --json 可得全部`,
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 }

/** As many as are printed, the gravest first chosen, in the order they came. */
function mostImportant(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_PRINTED) return diagnostics
  const chosen = diagnostics.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).slice(0, MOST_PRINTED)
  return diagnostics.filter((d) => chosen.includes(d))
}

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const

function linesOf(diagnostic: Diagnostic, printing: Printing): string[] {
  const { severity, code, message, span } = diagnostic
  const { language, places, colour } = printing
  const paint = (text: string): string => (colour ? styleText(['bold', COLOURS[severity]], text) : text)
  const name = span === undefined ? '' : `${safe(places.nameOf(span))}: `
  // The head of a message is the same in both languages: editors and scripts look for it.
  const label = paint(`${severity}[${code}]`)
  const where = placeText(diagnostic, language)
  return [
    `${name}${label}: ${safe(message[language])}${where}`,
    ...excerptLines(diagnostic, printing, paint),
    ...diagnostic.hints.map(
      (hint) => `  ${language === 'zh' ? '建议：' : 'hint: '}${hintText(hint, printing)}`,
    ),
  ]
}

/** Where on the page, when a finding stands on one. */
function placeText({ place }: Diagnostic, language: Language): string {
  if (place === undefined) return ''
  const { page, column, line } = place
  return language === 'zh'
    ? `（第 ${page} 页第 ${column} 栏第 ${line} 行）`
    : ` (page ${page}, column ${column}, line ${line})`
}

function excerptLines({ span }: Diagnostic, { places }: Printing, paint: (text: string) => string): string[] {
  const position = span && places.positionOf(span)
  const line = span && places.lineOf(span)
  if (position === undefined || line === undefined) return []
  const { text, carets } = excerptOf(line.text, line.from, line.to)
  const number = String(position.line).padStart(4)
  return [`${number} | ${text}`, `${' '.repeat(number.length)} | ${carets.replace(/\^+/, paint)}`]
}

/** A hint with the place it speaks of. */
export const hintText = (hint: Hint, { language, places }: Pick<Printing, 'language' | 'places'>): string =>
  safe(hint[language] + (hint.span === undefined ? '' : ` (${places.nameOf(hint.span)})`))

const WORDS: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  note: { en: 'note', zh: '提示' },
}

function countOf(diagnostics: readonly Diagnostic[], language: Language): string {
  const parts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const n = diagnostics.filter((d) => d.severity === severity).length
    if (n === 0) return []
    const word = WORDS[severity][language]
    return [language === 'zh' ? `${n} 个${word}` : `${n} ${word}${n === 1 ? '' : 's'}`]
  })
  return parts.join(language === 'zh' ? '，' : ', ')
}

/** One report for one code at one place: two layouts complain alike of the same text. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ severity, code, span, message, place }) => {
    const key = JSON.stringify([severity, code, span, message.en, place])
    return !seen.has(key) && seen.add(key)
  })
}
