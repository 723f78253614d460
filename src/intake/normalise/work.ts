// The state of one text while it is normalised: what each unit is, which edits are wanted, what is doubtful. Lives
// inside `normalise` only. Every unit is edited once at most; a converted mark has its new kind from then on, so that
// the rules after it see the text as it will be. That, and contexts that look past all marks at the words around
// them, is why normalising twice changes nothing.

import type { Hint, Text } from '../../core/index.ts'
import type { Rule } from '../rules.ts'
import type { Edit } from '../trace.ts'
import { KIND, type Kind } from './kinds.ts'
import { findRuns, type Runs } from './runs.ts'

/** A doubt about units `[start, end)` of the text being normalised. */
export interface LocalDoubt {
  readonly start: number
  readonly end: number
  readonly message: Text
  readonly hint?: Hint
}

export interface Work {
  /** The text with full-width letters and digits folded; as long as the text itself. */
  readonly text: string
  readonly kinds: Uint8Array
  readonly runs: Runs
  readonly edits: Edit[]
  readonly doubts: LocalDoubt[]
}

export const workOn = (text: string, kinds: Uint8Array, edits: Edit[]): Work => ({
  text,
  kinds,
  runs: findRuns(kinds),
  edits,
  doubts: [],
})

/** Replaces `[start, end)`; the units get the kind of what now stands there. */
export function replace(work: Work, start: number, end: number, text: string, rule: Rule, kind: Kind): void {
  work.edits.push({ start, end, text, rule })
  work.kinds.fill(kind, start, end)
}

/** The nearest unit before `i` that is no blank; -1 at the beginning. */
export function before({ kinds }: Work, i: number): number {
  let at = i - 1
  while (at >= 0 && kinds[at] === KIND.space) at--
  return at
}

/** The nearest unit from `i` on that is no blank; the length at the end. */
export function after({ kinds }: Work, i: number): number {
  let at = i
  while (at < kinds.length && kinds[at] === KIND.space) at++
  return at
}

/** Whether unit `i` follows a number of a heading and nothing else: the point in 一.总则. */
export const afterNumeral = ({ text }: Work, i: number): boolean =>
  i <= 4 && /^[一二三四五六七八九十]+$/.test(text.slice(0, i))
