// Where credits stand: in parentheses alone in a paragraph, or at the end of one (yearbook.md 4). In: a text in the
// wording of the input. Out: where the credits are. What they say is credit-form's.

import { type CreditReading, LONGEST_CREDIT, readCredit } from './credit-form.ts'
import { looksLikeKnownPerson, looksLikeOffice } from './names.ts'

export interface CreditPlace {
  readonly start: number
  readonly end: number
  readonly doubtful: boolean
}

/** What a paragraph says that is one credit: in parentheses, or without where its wording leaves little doubt. */
export function wholeCredit(text: string): CreditReading | undefined {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST_CREDIT + 2) return undefined
  const start = openingOfLast(trimmed)
  return start === 0 ? readCredit(widen(trimmed.slice(1, -1))) : bareCredit(trimmed)
}

/**
 * A credit without parentheses: `供稿：王五`, `文/张三　图/李四`, `王　明　供稿`. `setRight`: the line stands far to the
 * right, as signatures do.
 */
export function bareCredit(text: string, setRight = false): CreditReading | undefined {
  const first = BEGINS_WITH_ROLE.test(text)
  const last = text.length <= LONGEST_SIGNATURE && (setRight ? ENDS_IN_ANY_ROLE : ENDS_IN_ROLE).test(text)
  if (!first && !last) return undefined
  const bare = readCredit(widen(text))
  if (bare?.sure !== true) return undefined
  return bare.credits.every(first ? isNamed : isSigned) ? { ...bare, sure: false } : undefined
}

const BEGINS_WITH_ROLE =
  /^(?:(?:供稿|撰稿|撰文|执笔|整理|摄影|审稿|审核|供图|制图|采写|校对|作者|责任编辑|责编)(?:人员|人|者|单位)?[\u3000 ]*[:：/／]|(?:文|图|图文|文图|摄)[/／])/u
/** Roles that end no heading; 摄影 might, unless a gap parts it from the name. */
const ENDS_IN_ROLE = /^.{2,}(?:供稿|撰稿|撰文|执笔|供图|审稿|[\u3000 ](?:摄影|摄|整理|编辑|校对))$/u
const ENDS_IN_ANY_ROLE = /^.{2,}(?:供稿|撰稿|撰文|执笔|供图|审稿|摄影|摄|整理|编辑|校对)$/u
const LONGEST_SIGNATURE = 40
type Signers = { readonly names: readonly string[]; readonly unit?: string }
const isNamed = ({ names, unit }: Signers): boolean =>
  names.length > 0 || (unit !== undefined && unit.length <= 20)
/** By persons or offices that look it: without parentheses and a colon nothing else speaks for a credit. */
const isSigned = ({ names, unit }: Signers): boolean =>
  names.every(looksLikeKnownPerson) && (unit === undefined ? names.length > 0 : looksLikeOffice(unit))

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
