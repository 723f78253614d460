// Where credits stand: in parentheses alone in a paragraph, or at the end of one (yearbook.md 4). In: a text in the
// wording of the input. Out: where the credits are. What they say is credit-form's.

import { type CreditReading, LONGEST_CREDIT, readCredit } from './credit-form.ts'

export interface CreditPlace {
  readonly start: number
  readonly end: number
  readonly doubtful: boolean
}

/** What a paragraph says that is one credit: in parentheses, or without where it begins with its role. */
export function wholeCredit(text: string): CreditReading | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_CREDIT + 2) return undefined
  const start = openingOfLast(trimmed)
  if (start === 0) return readCredit(widen(trimmed.slice(1, -1)))
  if (!BEGINS_WITH_ROLE.test(trimmed)) return undefined
  const bare = readCredit(widen(trimmed))
  return bare?.sure === true && bare.credits.every(isNamed) ? { ...bare, sure: false } : undefined
}

const BEGINS_WITH_ROLE = /^(?:供稿|撰稿|执笔|整理|摄影|审稿|作者|责任编辑|责编)(?:人员|人|者|单位)?\s*[:：]/u
const isNamed = ({ names, unit }: { names: readonly string[]; unit?: string }): boolean =>
  names.length > 0 || (unit !== undefined && unit.length <= 20)

/** The credits at the end of a paragraph, in order; only such as name a role. */
export function creditAtEnd(text: string): readonly CreditPlace[] | undefined {
  const places: CreditPlace[] = []
  let rest = text.trimEnd()
  for (;;) {
    const tail = rest.slice(-(LONGEST_CREDIT + 2))
    const at = openingOfLast(tail)
    if (at === undefined || readCredit(widen(tail.slice(at + 1, -1)))?.sure !== true) break
    const start = rest.length - tail.length + at
    const before = rest.slice(0, start).trimEnd()
    // After a sentence, or with a gap, it cannot be part of one.
    const doubtful = before !== '' && !/[。！？”…)）.]$/u.test(before) && before.length === start
    places.unshift({ start, end: rest.length, doubtful })
    rest = before
  }
  return places.length === 0 ? undefined : places
}

/** Where the parenthesis opens that closes at the very end. */
function openingOfLast(text: string): number | undefined {
  if (!/[)）]$/u.test(text)) return undefined
  let depth = 0
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text[i] ?? ''
    if (c === ')' || c === '）') depth++
    else if ((c === '(' || c === '（') && --depth === 0) return i
  }
  return undefined
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** The wording with full-width marks, as it is going to be read. */
const widen = (text: string): string => text.replace(/[,;:()]/g, (c) => WIDE[c] ?? c)
