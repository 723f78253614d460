// The change log of an import as a file. In: the log as data. Out: JSON, or YAML with one change a line, which a
// proofreader can read down and a program can load.

import type { ChangeLog } from '../intake/index.ts'

export function logText(log: ChangeLog, raw: string, asJson: boolean): string {
  if (asJson) return `${JSON.stringify({ raw, ...log }, undefined, 2)}\n`
  const rules = Object.entries(log.rules).map(([rule, row]) => `  ${rule}: ${flow(row)}`)
  const changes = log.changes.map((change) => `  - ${flow(change)}`)
  return [
    '# 整理来稿时的全部改动，按原文顺序；line、column 是原文的行列',
    '# every change made while importing, in the order of the text; line and column are those of the text',
    `raw: ${flow(raw)}`,
    `summary: ${flow(log.summary)}`,
    ...block('rules', rules, '{}'),
    ...block('changes', changes, '[]'),
    '',
  ].join('\n')
}

const block = (key: string, lines: readonly string[], none: string): readonly string[] =>
  lines.length === 0 ? [`${key}: ${none}`] : [`${key}:`, ...lines]

/** JSON is YAML but for characters that YAML calls unprintable, which JSON leaves as they are. */
const flow = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
