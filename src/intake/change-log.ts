// The change log as plain data, ready for YAML or JSON. In: an import. Out: its summary and every change, in order.

import type { Text } from '../core/index.ts'
import type { Change, DraftPlace, Imported } from './imported.ts'
import { RULES, type Rule } from './rules.ts'

export interface ChangeLog {
  readonly summary: Text
  /** What each rule that was used does, and how often it was. */
  readonly rules: Readonly<Partial<Record<Rule, Text & { readonly count: number }>>>
  readonly changes: readonly LoggedChange[]
}

export interface LoggedChange {
  readonly rule: Rule
  /** Line and column from 1, offset in UTF-16 units from 0: where `before` stood in the input. */
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly before: string
  readonly after: string
  /** Path in the draft and offset in the text there, such as `sections[0].paragraphs[0]:12`. */
  readonly at?: string
}

export function changeLog({ changes, summary }: Pick<Imported, 'changes' | 'summary'>): ChangeLog {
  const used = Object.entries(summary.counts) as [Rule, number][]
  const rules = Object.fromEntries(used.map(([rule, count]) => [rule, { ...RULES[rule], count }]))
  return { summary: summary.text, rules, changes: changes.map(loggedChange) }
}

const loggedChange = ({ rule, before, after }: Change): LoggedChange => ({
  rule,
  line: before.line,
  column: before.column,
  offset: before.offset,
  before: before.text,
  after: after.text,
  ...(after.where === undefined ? {} : { at: pathOf(after.where) }),
})

function pathOf({ part, section, paragraph, offset }: DraftPlace): string {
  const inSection = section === undefined ? '' : `sections[${section}].`
  const name = part === 'paragraph' ? `paragraphs[${paragraph ?? 0}]` : part
  return `${inSection}${name}:${offset}`
}
