// What marks need of a font and of their cell: facts that the choice of glyphs and the making of boxes share.

import { CHAR_CLASS, type CharClass } from './classes.ts'

const C = CHAR_CLASS

const classes = (...members: readonly CharClass[]): ReadonlySet<CharClass> => new Set(members)

/**
 * Marks half an em wide, centred in their cell (GB/T 15834-2011 5.1.6, 5.1.7, 5.1.9); the ratio sign ∶ like them.
 */
export const HALF_CELLS: ReadonlySet<CharClass> = classes(C.middot, C.hyphen, C.slash, C.ratio)

/**
 * Marks that lie on their side in vertical lines by being turned, not by a glyph of their own (GB/T 15834 5.2.2; / after
 * CLREQ A.5: upright it is an em high and touches its neighbours).
 */
export const TURNED: ReadonlySet<CharClass> = classes(C.hyphen, C.ratio, C.slash)

/** Marks that turn or move in vertical lines and so need a glyph of their own there (UAX #50 Tr and Tu). */
export const NEEDS_VERTICAL_FORM: ReadonlySet<CharClass> = classes(
  C.open,
  C.close,
  C.stop,
  C.pause,
  C.colon,
  C.dash,
  C.ellipsis,
  C.wave,
)

/** Marks whose body is one em: a proportional quotation mark of a Western-minded font will not do. */
export const NEEDS_FULL_WIDTH: ReadonlySet<CharClass> = classes(
  C.open,
  C.close,
  C.stop,
  C.pause,
  C.colon,
  C.excl,
  C.dash,
  C.ellipsis,
  C.wave,
)
