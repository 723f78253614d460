// Bans (禁则) broken by the lines of a text, counted from the text and its line ends alone: what the breaker thought of
// them is not asked. In: a text, where its lines end, the level. Out: how many line ends break one.

import { type BanLevel, CHAR_CLASS, classOf, mayEndLine, mayStartLine } from '../cjk/index.ts'

/** Line ends at which the line above ends, or the line below begins, with what the level bans there. */
export const bansBroken = (text: string, ends: readonly number[], level: BanLevel): number =>
  ends.filter((end) => end < text.length && isBroken(text.slice(0, end), text.slice(end), level)).length

function isBroken(above: string, below: string, level: BanLevel): boolean {
  const tail = lastOf(above)
  const head = firstOf(below)
  // Inside an address or a word its own marks are no marks of the text.
  if (isNarrow(tail) && isNarrow(head) && !/\s$/.test(above)) return false
  return !mayEndLine(classOf(tail), level) || !mayStartLine(classAtHead(below, head), level)
}

/** A — that stands alone joins (一字线) and begins no line (GB/T 15834-2011 5.1.6). */
function classAtHead(below: string, head: number): ReturnType<typeof classOf> {
  const c = classOf(head)
  return c === CHAR_CLASS.dash && !/^\s*(?:——|⸺)/.test(below) ? CHAR_CLASS.wave : c
}

const BLANKS = /[\s\u200b]+/u

const firstOf = (text: string): number =>
  text.replace(new RegExp(`^${BLANKS.source}`, 'u'), '').codePointAt(0) ?? 0

function lastOf(text: string): number {
  const inked = text.replace(new RegExp(`${BLANKS.source}$`, 'u'), '')
  return [...inked.slice(-2)].at(-1)?.codePointAt(0) ?? 0
}

const isNarrow = (codePoint: number): boolean =>
  codePoint > 0 && codePoint < 0x2e80 && !/[“”‘’·—…]/u.test(String.fromCodePoint(codePoint))
