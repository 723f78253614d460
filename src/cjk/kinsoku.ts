// 禁则: which marks may begin and end a line, by level (CLREQ #prohibition_rules_for_line_start_end, GB/T 15834-2011
// 5.1), and which neighbours never part whatever the level.

import { CHAR_CLASS, type CharClass } from './classes.ts'

export type BanLevel = 'none' | 'basic' | 'gb' | 'strict'

const C = CHAR_CLASS

const classes = (...members: readonly CharClass[]): ReadonlySet<CharClass> => new Set(members)

/** Marks that may not begin a line from level `basic` on (GB/T 15834 5.1.1–5.1.3, 5.1.6, 5.1.7, 5.1.9). */
const NO_LINE_START = classes(
  C.close,
  C.stop,
  C.pause,
  C.colon,
  C.excl,
  C.middot,
  C.wave,
  C.hyphen,
  C.slash,
  C.ratio,
  C.narrowClose,
)
const NO_LINE_START_STRICT = classes(C.dash, C.ellipsis)
/** Marks that may not end a line: from `basic`, and / from `gb` (5.1.3, 5.1.9). */
const NO_LINE_END = classes(C.open, C.narrowOpen)
const NO_LINE_END_GB = classes(C.slash)

export const mayStartLine = (c: CharClass, level: BanLevel): boolean =>
  level === 'none' || !(NO_LINE_START.has(c) || (level === 'strict' && NO_LINE_START_STRICT.has(c)))

export const mayEndLine = (c: CharClass, level: BanLevel): boolean =>
  level === 'none' || !(NO_LINE_END.has(c) || (level !== 'basic' && NO_LINE_END_GB.has(c)))

/**
 * Whether a line may end between two neighbours of a text that is not inside one Western word.
 * The single — that joins numbers or places (一字线) is passed as `wave`: it may end a line but not begin one (5.1.6).
 */
export const mayBreakBetween = (left: CharClass, right: CharClass, level: BanLevel): boolean =>
  right !== C.extend && mayEndLine(left, level) && mayStartLine(right, level)
