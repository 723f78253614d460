// What an import did, in numbers and in one line. In: the log and the draft. Out: counts and a sentence.

import type { Text } from '../core/index.ts'
import type { Change, ChapterDraft } from './imported.ts'
import type { Measure } from './measure.ts'
import { MARK_RULES, type Rule } from './rules.ts'

export interface ImportSummary {
  /** Changes of each rule that was used. */
  readonly counts: Readonly<Partial<Record<Rule, number>>>
  readonly joinedLines: number
  /** Half-width marks that became full-width ones. */
  readonly fullWidthMarks: number
  readonly paddingSpaces: number
  /** Private-use characters, in code points. */
  readonly privateUseKept: number
  readonly privateUseDropped: number
  readonly controlCharacters: number
  readonly headings: number
  readonly paragraphs: number
  /** Columns of a full line, where the text was hard-wrapped. */
  readonly measure?: number
  /** One line for people. */
  readonly text: Text
}

export function summaryOf(
  input: string,
  draft: ChapterDraft,
  changes: readonly Change[],
  measure: Measure | undefined,
): ImportSummary {
  const counts: Partial<Record<Rule, number>> = {}
  for (const { rule } of changes) counts[rule] = (counts[rule] ?? 0) + 1
  const characters = (rule: Rule) =>
    changes.reduce((sum, c) => (c.rule === rule ? sum + [...c.before.text].length : sum), 0)
  const privateUseDropped = characters('private-use-dropped')
  const numbers = {
    counts,
    joinedLines: counts['line-join'] ?? 0,
    fullWidthMarks: MARK_RULES.reduce((sum, rule) => sum + (counts[rule] ?? 0), 0),
    paddingSpaces: characters('padding-space'),
    privateUseKept: (input.match(/\p{Co}/gu)?.length ?? 0) - privateUseDropped,
    privateUseDropped,
    controlCharacters: characters('control-character'),
    headings: draft.sections.filter(({ heading }) => heading !== undefined).length,
    paragraphs: draft.sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    ...(measure === undefined ? {} : { measure: measure.columns }),
  }
  return { ...numbers, text: sentence(numbers) }
}

type Numbers = Omit<ImportSummary, 'text'>

/** What is said of each number that is not nothing. */
const PHRASES: readonly (readonly [keyof Numbers, en: (n: number) => string, zh: (n: number) => string])[] = [
  ['headings', (n) => plural(n, 'heading'), (n) => `标题 ${n} 个`],
  ['paragraphs', (n) => plural(n, 'paragraph'), (n) => `段落 ${n} 个`],
  ['joinedLines', (n) => `joined ${plural(n, 'line')}`, (n) => `接排 ${n} 行`],
  ['fullWidthMarks', (n) => `${plural(n, 'mark')} to full width`, (n) => `标点改全角 ${n} 处`],
  ['paddingSpaces', (n) => `${plural(n, 'padding space')} removed`, (n) => `删去填充空格 ${n} 个`],
  ['privateUseKept', (n) => `${plural(n, 'private-use character')} kept`, (n) => `保留自造字 ${n} 个`],
  ['privateUseDropped', (n) => `${plural(n, 'private-use character')} removed`, (n) => `删去自造字 ${n} 个`],
  ['controlCharacters', (n) => `${plural(n, 'control character')} removed`, (n) => `删去控制字符 ${n} 个`],
]

const plural = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

function sentence(numbers: Numbers): Text {
  const said = PHRASES.flatMap(([key, en, zh]) => {
    const n = numbers[key]
    return typeof n === 'number' && n > 0 ? [{ en: en(n), zh: zh(n) }] : []
  })
  if (said.length === 0) return { en: 'nothing to change', zh: '没有改动' }
  return { en: said.map(({ en }) => en).join(', '), zh: said.map(({ zh }) => zh).join('，') }
}
