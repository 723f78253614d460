// What a check of a bag says: passed, failed or not run, with findings that name files, and the same as text for people. A
// check that did not run never reads as passed.

import type { Language, Text } from '../core/index.ts'
import { shownPath } from './bag-path.ts'

export type BagCheckStatus = 'passed' | 'failed' | 'not-run'

/** In what way a file is not as it should be. */
export type BagFault =
  | 'missing'
  | 'extra'
  | 'changed'
  | 'unlisted'
  | 'renamed'
  | 'bad-path'
  | 'unreadable'
  | 'malformed'
  | 'differs'

export interface BagFinding {
  readonly message: Text
  readonly fault?: BagFault
  /** From the top of the bag. */
  readonly path?: string
}

/** Ids are stable and meant for machines; `edition:` is followed by the path of a PDF. */
export type BagCheckId =
  | 'declaration'
  | 'oxum'
  | 'complete'
  | 'checksums'
  | 'recipe'
  | 'fonts'
  | 'records'
  | 'metadata'
  | `edition:${string}`

export interface BagCheck {
  readonly id: BagCheckId
  readonly title: Text
  readonly status: BagCheckStatus
  readonly detail: Text
  readonly findings: readonly BagFinding[]
}

const TITLES: Readonly<Record<Exclude<BagCheckId, `edition:${string}`>, Text>> = {
  declaration: { en: 'declaration of the bag', zh: '包的声明' },
  oxum: { en: 'size and number of files', zh: '字节数与文件数' },
  complete: { en: 'complete', zh: '完整' },
  checksums: { en: 'checksums', zh: '校验值' },
  recipe: { en: 'recipe of the rebuild', zh: '重建说明' },
  fonts: { en: 'fonts as recorded', zh: '字体与记录' },
  records: { en: 'records rebuilt', zh: '重建条目记录' },
  metadata: { en: 'metadata rebuilt', zh: '重建元数据' },
}

const EDITION = 'edition:'

function titleOf(id: BagCheckId): Text {
  if (id in TITLES) return TITLES[id as keyof typeof TITLES]
  const path = shownPath(id.slice(EDITION.length))
  return { en: `${path} rebuilt`, zh: `重建 ${path}` }
}

export const bagPassed = (id: BagCheckId, detail: Text): BagCheck => make(id, 'passed', detail, [])
export const bagNotRun = (id: BagCheckId, detail: Text): BagCheck => make(id, 'not-run', detail, [])
export const bagFailed = (id: BagCheckId, findings: readonly BagFinding[]): BagCheck =>
  make(id, 'failed', { en: `${findings.length} found`, zh: `发现${findings.length}处` }, findings)

/** Failed when there is something to say, else passed. */
export const bagJudged = (id: BagCheckId, findings: readonly BagFinding[], good: Text): BagCheck =>
  findings.length > 0 ? bagFailed(id, findings) : bagPassed(id, good)

const make = (
  id: BagCheckId,
  status: BagCheckStatus,
  detail: Text,
  findings: readonly BagFinding[],
): BagCheck => ({ id, title: titleOf(id), status, detail, findings })

export const bagHasFailed = (checks: readonly BagCheck[]): boolean =>
  checks.some(({ status }) => status === 'failed')

const STATUS: Readonly<Record<BagCheckStatus, Text>> = {
  passed: { en: 'passed ', zh: '通过  ' },
  failed: { en: 'FAILED ', zh: '不通过' },
  'not-run': { en: 'not run', zh: '未执行' },
}

/** Findings shown of one check; the report as data has all. */
const MOST_SHOWN = 20

/** The report for people: a line each check, its findings indented below. */
export function bagReportText(checks: readonly BagCheck[], language: Language): string {
  const colon = language === 'zh' ? '：' : ': '
  const lines = checks.flatMap(({ status, title, detail, findings }) => [
    `${STATUS[status][language]}  ${title[language]}${colon}${detail[language]}`,
    ...findings.slice(0, MOST_SHOWN).map(({ message }) => `         ${message[language]}`),
    ...more(findings.length - MOST_SHOWN, language),
  ])
  // What a bag says of itself comes from anywhere.
  return [...lines.map(shownLine), summary(checks, language)].join('\n')
}

/** Control characters as escapes, so that none reaches a terminal. */
const shownLine = (line: string): string => line.replace(/\p{Cc}/gu, (sign) => shownPath(sign))

const more = (count: number, language: Language): readonly string[] =>
  count <= 0 ? [] : [language === 'zh' ? `         ……另有${count}处` : `         … and ${count} more`]

function summary(checks: readonly BagCheck[], language: Language): string {
  const count = (status: BagCheckStatus): number => checks.filter((c) => c.status === status).length
  const [good, bad, open] = [count('passed'), count('failed'), count('not-run')]
  return language === 'zh'
    ? `共${checks.length}项：通过${good}，不通过${bad}，未执行${open}`
    : `${checks.length} checks: ${good} passed, ${bad} failed, ${open} not run`
}
