// Bans (禁则) broken by the lines of a text, counted from the text and its line ends alone: what the breaker thought of
// them is not asked. In: a text, where its lines end, the level. Out: how many line ends break one.

import { type BanLevel, CHAR_CLASS, classOf, mayEndLine, mayStartLine } from '../cjk/index.ts'

/** Line ends at which the line above ends, or the line below begins, with what the level bans there. */
export const bansBroken = (text: string, ends: readonly number[], level: BanLevel): number =>
  ends.filter((end) => end < text.length && isBroken(text, end, level)).length

function isBroken(text: string, end: number, level: BanLevel): boolean {
  const first = firstInked(text, end)
  const tail = codePointBefore(text, lastInked(text, end))
  const head = text.codePointAt(first) ?? 0
  // Inside an address or a word its own marks are no marks of the text.
  if (isNarrow(tail) && isNarrow(head) && !/\s/.test(text[end - 1] ?? '')) return false
  return !mayEndLine(classOf(tail), level) || !mayStartLine(classAtHead(text, first, head), level)
}

/** A — that stands alone joins (一字线) and begins no line (GB/T 15834-2011 5.1.6). */
function classAtHead(text: string, at: number, head: number): ReturnType<typeof classOf> {
  const c = classOf(head)
  const isPair = text.startsWith('——', at) || text.startsWith('⸺', at)
  return c === CHAR_CLASS.dash && !isPair ? CHAR_CLASS.wave : c
}

const isBlank = (unit: string | undefined): boolean => unit !== undefined && /[\s\u200b]/.test(unit)

/** Where the last character before `end` that is no blank ends. */
function lastInked(text: string, end: number): number {
  let at = end
  while (at > 0 && isBlank(text[at - 1])) at--
  return at
}

/** Where the first character from `from` on that is no blank begins. */
function firstInked(text: string, from: number): number {
  let at = from
  while (isBlank(text[at])) at++
  return at
}

const codePointBefore = (text: string, at: number): number =>
  [...text.slice(Math.max(0, at - 2), at)].at(-1)?.codePointAt(0) ?? 0

const isNarrow = (codePoint: number): boolean =>
  codePoint > 0 && codePoint < 0x2e80 && !/[“”‘’·—…]/u.test(String.fromCodePoint(codePoint))
