// Proofs, run and told. In: PDFs and the book they must agree with. Out: the checks as text and as data, and a diagnostic
// for every file that is not proven.

import { type Diagnostic, error, type Language, note, type Text } from '../core/index.ts'
import {
  type Check,
  formatReport,
  hasFailed,
  type VerifyOptions,
  type VerifyReport,
  verifyPdf,
} from '../proof/index.ts'
import type { Book } from '../source/index.ts'
import { Places } from './places.ts'
import { readBytes } from './read-bytes.ts'
import type { Rim } from './rim.ts'
import { validatorOf } from './validator.ts'

/** A PDF that was written but not yet given its name. */
export interface WrittenPdf {
  /** The name it is to have. */
  readonly path: string
  /** Where it lies until then. */
  readonly lies: string
  /** What it must be. */
  readonly expected: VerifyOptions
}

/** What proofs say of several PDFs, in their order. */
export interface Proofs {
  readonly rows: readonly { readonly checks: readonly object[] }[]
  readonly said: readonly Text[]
  /** One for each PDF that is not proven. */
  readonly failures: readonly Diagnostic[]
}

/** Reads back what was just written. */
export async function proveAll(written: readonly WrittenPdf[], book: Book, rim: Rim): Promise<Proofs> {
  const rows: { checks: readonly object[] }[] = []
  const said: Text[] = []
  const failures: Diagnostic[] = []
  const validator = validatorOf(rim.world)
  const telling = { places: new Places(rim.files), language: rim.language }
  for (const [i, { path, lies, expected }] of written.entries()) {
    rim.progress.step({ en: 'proving', zh: '核验' }, i, written.length)
    const options = { ...expected, path: lies, ...(validator && { validator }) }
    const report = await verifyPdf(readBytes(lies), book, options)
    rows.push({ checks: report.checks.map((check) => jsonCheck(check, telling)) })
    said.push(reportText(report, telling.places))
    if (hasFailed(report)) failures.push(notProven(path, report, true))
  }
  return { rows, said, failures }
}

/** The report in both languages, every span by its place. */
export function reportText(report: VerifyReport, places: Places): Text {
  const text = (language: keyof Text): string =>
    formatReport(report, language, (span) => places.nameOf(span)).replace(/^/gm, '  ')
  return { en: text('en'), zh: text('zh') }
}

/** A check for machines. */
export function jsonCheck(
  { id, title, status, detail, findings, data }: Check,
  { places, language }: { readonly places: Places; readonly language: Language },
): object {
  return {
    id,
    title: title[language],
    status,
    detail: detail[language],
    findings: findings.map(({ message, page, span, difference }) => ({
      message: message[language],
      ...(page !== undefined && { page }),
      ...(span && { file: span.file, ...(places.positionOf(span) ?? { line: 1, column: 1 }) }),
      ...(difference !== undefined && { difference }),
    })),
    ...(data && { data }),
  }
}

const titlesOf = ({ checks }: VerifyReport, status: Check['status'], language: keyof Text): string =>
  checks
    .filter((check) => check.status === status)
    .map((check) => check.title[language])
    .join(language === 'zh' ? '；' : '; ')

/** What failed, by name. `isOurs`: the file was to be written and is not. */
export function notProven(path: string, report: VerifyReport, isOurs: boolean): Diagnostic {
  const message = {
    en: `\`${path}\` is not proven: ${titlesOf(report, 'failed', 'en')}`,
    zh: `\`${path}\` 核验不通过：${titlesOf(report, 'failed', 'zh')}`,
  }
  const hint = {
    en: 'no file was written; without `--verify` it is, for a look at it',
    zh: '没有写出文件；不加 `--verify` 可写出文件查看',
  }
  return error('verify-failed', message, { hints: isOurs ? [hint] : [] })
}

/** What was left undone: never to be taken for passed. Of a file that does not open there is nothing to add. */
export function leftUndone(
  path: string,
  report: VerifyReport,
  hint: Text | undefined,
): Diagnostic | undefined {
  const isClosed = report.checks.some(({ id, status }) => id === 'opens' && status === 'failed')
  if (isClosed || report.checks.every(({ status }) => status !== 'not-run')) return undefined
  const message = {
    en: `not run on \`${path}\`: ${titlesOf(report, 'not-run', 'en')}`,
    zh: `\`${path}\` 未执行：${titlesOf(report, 'not-run', 'zh')}`,
  }
  return note('verify-not-run', message, { hints: hint === undefined ? [] : [hint] })
}
