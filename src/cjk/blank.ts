// 标点挤压: where the blank half of a full-width mark lies, and what is left of it beside another mark (CLREQ
// #h-punctuation_adjustment_space, #h-adjustment_of_adjacent_punctuation_marks; GB/T 15834-2011 5.1.10).
//
// A mark is half an em of ink and half an em of blank:  【▐█】: an opening mark has its blank before the ink, the others
// after it. Composition keeps the two apart: the ink is a box, the blank belongs to the gap between two boxes. A gap at
// a line's edge is no gap, so that the half-width marks at line end and line start need no rule of their own.

import type { Direction } from '../core/index.ts'
import { CHAR_CLASS, type CharClass } from './classes.ts'

const C = CHAR_CLASS

/**
 * 标点风格: `quanjiao` 全角式, `kaiming` 开明式 (only 。．！？ keep their blank), `banjiao` 半角式 (none does),
 * `hangmobanjiao` 行末半角式 (all keep it, but at the line end).
 */
export type PunctuationStyle = 'quanjiao' | 'kaiming' | 'banjiao' | 'hangmobanjiao'

/** `taiwan` stands for Hong Kong too: pause and stop marks in the middle of their cell (CLREQ 5.1.1.2). */
export type Region = 'mainland' | 'taiwan'

/**
 * The removable blank before the ink of a mark, in em. Marks in the middle of their cell, as Taiwan has them, have a quarter
 * on each side, the middle dot of one em among them (CLREQ 6.2.2.3 step 3, 6.3.2.1).
 */
export const blankBefore = (
  c: CharClass,
  direction: Direction = 'horizontal',
  region: Region = 'mainland',
): number => {
  if (c === C.open) return 0.5
  return region === 'taiwan' && isCentredInTaiwan(c, direction) ? 0.25 : 0
}

/** ：；！？ fill their cell in vertical lines, ！？ in all. */
const isCentredInTaiwan = (c: CharClass, direction: Direction): boolean =>
  c === C.middot || c === C.stop || c === C.pause || (c === C.colon && direction === 'horizontal')

/**
 * The removable blank after the ink of a mark, in em. In vertical text ：；！？ stand in the middle of their cell
 * and have none (CLREQ 3.1.6.1; the fonts' `vhal` agrees).
 */
export const blankAfter = (c: CharClass, direction: Direction, region: Region = 'mainland'): number => {
  if (c === C.close) return 0.5
  if (region === 'taiwan') return isCentredInTaiwan(c, direction) ? 0.25 : 0
  if (c === C.stop || c === C.pause) return 0.5
  return (c === C.colon || c === C.excl) && direction === 'horizontal' ? 0.5 : 0
}

/** How much of a mark's blank a style keeps when no other mark is next to it, as a factor. */
export const blankKept = (c: CharClass, style: PunctuationStyle): number => {
  if (style === 'quanjiao' || style === 'hangmobanjiao') return 1
  if (style === 'banjiao') return 0
  return c === C.stop || c === C.excl ? 1 : 0
}

/**
 * Whether a mark takes away the blank of the mark beside it: it has a blank half of its own, or is the middle dot, whose
 * cell has white on both sides. —— …… ～ and / take none away (CLREQ 3.1.6.2 speaks of marks that can be adjusted).
 */
export const sharesBlank = (c: CharClass): boolean => c >= C.open && c <= C.middot

/** The same of the mark before a blank; ( is one with the opening mark after it. */
export const sharesBlankAfter = (c: CharClass): boolean => sharesBlank(c) || c === C.narrowOpen

/** The same of the mark after a blank; ) and , are one with the closing mark before them, but ( is not. */
export const sharesBlankBefore = (c: CharClass): boolean => sharesBlank(c) || c === C.narrowClose

/**
 * The blank between two neighbours, in em or any unit, from the blank after the left and before the right one. Two marks
 * share one blank half (2 em become 1.5): the one between them goes when both are closing or both opening, and is kept
 * once between a closing and an opening one, so that brackets stay tight to their content.
 *
 * @param leftShares `sharesBlankAfter` of the left neighbour; @param rightShares `sharesBlankBefore` of the right one
 * @param areSqueezed whether two neighbouring marks take less than 2 em
 */
export const blankBetween = (
  after: number,
  before: number,
  leftShares: boolean,
  rightShares: boolean,
  areSqueezed = true,
): number => {
  if (!areSqueezed) return after + before
  if (after > 0 && before > 0) return Math.max(after, before)
  if (after > 0) return rightShares ? 0 : after
  if (before > 0) return leftShares ? 0 : before
  return 0
}
