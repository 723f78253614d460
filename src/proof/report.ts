// What a proof says: checks, each passed, failed or not run, with its findings, and the same as text for people. A
// check that did not run never reads as passed.

import type { Language, Span, Text } from '../core/index.ts'

export type CheckStatus = 'passed' | 'failed' | 'not-run'

/** How the page differs from the manuscript. */
export type DifferenceKind = 'missing' | 'added' | 'changed' | 'moved'

export interface Finding {
  readonly message: Text
  /** Page of the PDF, from 1 (not the folio). */
  readonly page?: number
  /** The place in the manuscript, where it is known. */
  readonly span?: Span
  /** Of the text checks only. */
  readonly difference?: DifferenceKind
}

/** A check, whichever its outcome; ids are stable and meant for machines. */
export interface Check {
  readonly id: CheckId
  readonly title: Text
  readonly status: CheckStatus
  readonly detail: Text
  readonly findings: readonly Finding[]
  /** What was measured, for machines: the ink of each page. */
  readonly data?: Readonly<Record<string, unknown>>
}

export interface VerifyReport {
  readonly checks: readonly Check[]
}

/** The checks of a PDF by itself; docs/verify.md tells what each looks at. */
export type FixedCheckId =
  | 'opens'
  | 'syntax'
  | 'text'
  | 'artifacts'
  | 'characters'
  | 'fonts'
  | 'outlines'
  | 'boxes'
  | 'colour'
  | 'ink'
  | 'metadata'
  | 'outline'
  | 'page-labels'
  | 'page-count'
  | 'links'
  | 'pdfx'
  | 'pdfa'
  | 'tags'
  | 'attachments'
  | 'hash'
  | 'verapdf'

/** Independent readers have a check each, `reader-` and their name. */
export type CheckId = FixedCheckId | `reader-${string}`

/** In the order of the report. */
const TITLES: Readonly<Record<FixedCheckId, Text>> = {
  opens: { en: 'the file opens', zh: '文件可读' },
  syntax: { en: 'structure of the file', zh: '文件结构' },
  text: { en: 'text against the manuscript', zh: '正文与原稿' },
  artifacts: { en: 'heads, folios and other repeated text', zh: '书眉、页码等版面文字' },
  characters: { en: 'characters', zh: '字符' },
  fonts: { en: 'fonts', zh: '字体' },
  outlines: { en: 'glyph outlines and widths', zh: '字形与字宽' },
  boxes: { en: 'page boxes', zh: '页面框' },
  colour: { en: 'colour of the text', zh: '文字颜色' },
  ink: { en: 'ink', zh: '油墨' },
  metadata: { en: 'version, language, title', zh: '版本、语言、题名' },
  outline: { en: 'outline', zh: '书签' },
  'page-labels': { en: 'page labels', zh: '页码标签' },
  'page-count': { en: 'number of pages', zh: '页数' },
  links: { en: 'links and destinations', zh: '链接与跳转目标' },
  pdfx: { en: 'PDF/X', zh: 'PDF/X（印刷标准）' },
  pdfa: { en: 'PDF/A', zh: 'PDF/A（存档标准）' },
  tags: { en: 'tags', zh: '结构标签' },
  attachments: { en: 'attachments', zh: '附件' },
  hash: { en: 'hash of the manuscript', zh: '原稿哈希' },
  verapdf: { en: 'veraPDF', zh: 'veraPDF' },
}

/** Every check but those of independent readers, which follow. */
export const CHECK_IDS: readonly FixedCheckId[] = Object.keys(TITLES) as FixedCheckId[]

const titleOf = (id: CheckId): Text =>
  id in TITLES
    ? TITLES[id as FixedCheckId]
    : { en: `text by ${id.slice(7)}`, zh: `${id.slice(7)} 读出的正文` }

/** Checks that mean something only for a file that claims what they look at; of others they are left out. */
export const CLAIM_CHECK_IDS: readonly FixedCheckId[] = [
  'pdfx',
  'pdfa',
  'tags',
  'attachments',
  'hash',
  'verapdf',
]

/** Findings a check reports at most; the detail gives the whole count. */
export const MOST_FINDINGS = 10

export const passed = (id: CheckId, detail: Text): Check => ({
  id,
  title: titleOf(id),
  status: 'passed',
  detail,
  findings: [],
})

export const notRun = (id: CheckId, detail: Text): Check => ({
  id,
  title: titleOf(id),
  status: 'not-run',
  detail,
  findings: [],
})

export const failed = (id: CheckId, detail: Text, findings: readonly Finding[] = []): Check => ({
  id,
  title: titleOf(id),
  status: 'failed',
  detail,
  findings: findings.slice(0, MOST_FINDINGS),
})

/** `1 page`, `2 pages`. */
export const counted = (n: number, noun: string, several: string = `${noun}s`): string =>
  `${n} ${n === 1 ? noun : several}`

/** Failed when there is something to say, else passed. */
export const judged = (id: CheckId, findings: readonly Finding[], good: Text): Check =>
  findings.length === 0
    ? passed(id, good)
    : failed(id, { en: `${findings.length} found`, zh: `发现${findings.length}处` }, findings)

/** Failed when there is something to say; else the check is left out. */
export const judgedIfAny = (id: CheckId, findings: readonly Finding[]): Check | undefined =>
  findings.length === 0 ? undefined : judged(id, findings, { en: '', zh: '' })

/** A check of which a part could not run: findings fail it, without any it has not run. */
export const partly = (id: CheckId, findings: readonly Finding[], undone: Text): Check =>
  findings.length === 0 ? notRun(id, undone) : judged(id, findings, undone)

export const NO_MANUSCRIPT: Text = { en: 'no manuscript to compare with', zh: '没有可对照的原稿' }

/** A finding in both languages. */
export const found = (en: string, zh: string, page?: number): Finding => ({
  message: { en, zh },
  ...(page !== undefined && page > 0 && { page }),
})

/** Whether every check that ran passed and nothing was left undone. */
export const isProven = (report: VerifyReport): boolean => report.checks.every((c) => c.status === 'passed')

export const hasFailed = (report: VerifyReport): boolean => report.checks.some((c) => c.status === 'failed')

const STATUS: Readonly<Record<CheckStatus, Text>> = {
  passed: { en: 'passed', zh: '通过' },
  failed: { en: 'FAILED', zh: '不通过' },
  'not-run': { en: 'not run', zh: '未执行' },
}

/** How a span is printed; the rim gives file:line:column, for it holds the files. */
export type SpanText = (span: Span) => string

/** The report for people: one line a check, its findings indented below. */
export function formatReport(report: VerifyReport, language: Language, spanText?: SpanText): string {
  const width = Math.max(...Object.values(STATUS).map((s) => cells(s[language])))
  const lines = report.checks.flatMap((check) => {
    const status = STATUS[check.status][language]
    const label = status + ' '.repeat(width - cells(status))
    const colon = language === 'zh' ? '：' : ': '
    return [
      `${label}  ${check.title[language]}${colon}${check.detail[language]}`,
      ...check.findings.map(
        (finding) => `${' '.repeat(width + 2)}${findingText(finding, language, spanText)}`,
      ),
    ]
  })
  return [...lines, summary(report, language)].join('\n')
}

function findingText(finding: Finding, language: Language, spanText?: SpanText): string {
  const page =
    finding.page === undefined ? '' : language === 'zh' ? `第${finding.page}页 ` : `page ${finding.page}: `
  const span = finding.span && spanText ? `  (${spanText(finding.span)})` : ''
  return `${page}${finding.message[language]}${span}`
}

function summary({ checks }: VerifyReport, language: Language): string {
  const count = (status: CheckStatus): number => checks.filter((c) => c.status === status).length
  const [good, bad, open] = [count('passed'), count('failed'), count('not-run')]
  return language === 'zh'
    ? `共${checks.length}项：通过${good}，不通过${bad}，未执行${open}`
    : `${counted(checks.length, 'check')}: ${good} passed, ${bad} failed, ${open} not run`
}

/** Width on a terminal: full-width characters take two cells. */
const cells = (text: string): number => text.length + (text.match(/[^\0-\u2e7f]/g)?.length ?? 0)
