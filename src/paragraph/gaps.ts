// The gap between two neighbouring boxes: how wide by nature, how far it gives, and what it costs to end a line there.
// Steps and limits are those of CLREQ #h-procedures_for_inter-character_spacing_reduction and _expansion.

import {
  type BanLevel,
  blankBetween,
  CHAR_CLASS,
  type CharClass,
  isWestern,
  mayBreakBetween,
  sharesBlankAfter,
  sharesBlankBefore,
} from '../cjk/index.ts'
import { GAP, type GapKind } from './items.ts'

const C = CHAR_CLASS

/** The gap arrays of Items, being filled. */
export interface GapArrays {
  readonly gap: Float64Array
  readonly gapKind: Uint8Array
  readonly gapShrink: Float64Array
  readonly gapStretch: Float64Array
  readonly breakCost: Float64Array
}

/** What was typed between two boxes. */
export const TYPED = {
  nothing: 0,
  space: 1,
  noBreakSpace: 2,
  joiner: 3,
  /** 4 + n: n half ems (U+3000, U+2002). */ fixed: 4,
} as const

/** A typed space as TYPED: fixed ones in half ems. */
export function typedAs(unit: number): number {
  if (unit === 0xa0 || unit === 0x202f) return TYPED.noBreakSpace
  if (unit === 0x3000 || unit === 0x2003) return TYPED.fixed + 2
  return unit === 0x2002 ? TYPED.fixed + 1 : TYPED.space
}

/** Two neighbours as itemize knows them. Lengths in points. */
export interface Neighbours {
  /** Class of the last character of the left box and of the first of the right one. */
  readonly left: CharClass
  readonly right: CharClass
  /** Blank after the left box and before the right one. */
  readonly after: number
  readonly before: number
  /** See TYPED. */
  readonly typed: number
  /** Neither is verbatim, nor an upright number of a vertical line, which takes no space beside it. */
  readonly bothSpacing: boolean
  /** Both are upright numbers or signs of a vertical line. */
  readonly bothUpright: boolean
  /** The right one never parts from the left one: a note mark, a superscript. */
  readonly isAttached: boolean
  /** Two marks side by side take less than 2 em. */
  readonly areSqueezed: boolean
  /** Price of a break inside a Western word; NaN where the two are not of one word. */
  readonly insideWord: number
  /** Number and unit, or groups of one number, across a typed space. */
  readonly keepsTogether: boolean
  /** Inside …… and ？！. */
  readonly pairInside: boolean
  /** A digit stands before the left box: 5·31. */
  readonly digitBefore: boolean
  readonly size: number
  /** Price of a break inside the run both belong to. */
  readonly runCost: number
  readonly banLevel: BanLevel
  /** In em. */
  readonly hanWesternGap: number
}

/** Word spaces: 1/3 em, down to 1/4, up to 1/2 (CLREQ 3.5.3, 3.5.4; JLREQ for the natural width). */
const WORD_SPACE = { natural: 1 / 3, least: 1 / 4, most: 1 / 2 }
/** Han–Western space: down to 1/8, up to 1/3 before everything grows (CLREQ 3.5.3, 3.5.4). */
const HAN_WESTERN = { least: 1 / 8, most: 1 / 3 }
/** Number and unit: 1/4 em (GB 3101 asks for a gap). */
const UNIT_GAP = 1 / 4

/** 万 and 亿 belong to the number before them (GB/T 15835 5.3); a measure word is better kept. In demerits. */
const NUMBER_HAN_COST = 0.5

export function setGap(arrays: GapArrays, k: number, n: Neighbours): void {
  const kind = kindOf(n)
  arrays.gapKind[k] = kind
  const { natural, shrink, stretch } = lengthsOf(kind, n)
  arrays.gap[k] = natural
  arrays.gapShrink[k] = shrink
  arrays.gapStretch[k] = stretch
  arrays.breakCost[k] = costOf(n)
}

function kindOf(n: Neighbours): GapKind {
  if (!Number.isNaN(n.insideWord) || n.pairInside) return GAP.rigid
  // Never parted from what it is attached to, but a space that was typed between is there.
  if (n.isAttached) return isSpaced(n) || n.typed > TYPED.fixed ? GAP.boundSpace : GAP.rigid
  // Upright in a vertical line, number and sign fill their cells: no space shows between them.
  if (n.keepsTogether) return n.bothUpright ? GAP.rigid : GAP.boundSpace
  // ？！ is one rigid unit (CLREQ 5.1.1.3).
  if (n.left === C.excl && n.right === C.excl) return GAP.rigid
  if (n.typed > TYPED.fixed) return GAP.fixedSpace
  if (n.after > 0 && n.before > 0) return GAP.pair
  if (n.after > 0 || n.before > 0) return blankKind(n)
  if (isRigid(n)) return GAP.rigid
  if (isWestern(n.left) && isWestern(n.right)) return isSpaced(n) ? GAP.wordSpace : GAP.rigid
  if (takesHanWesternSpace(n)) return GAP.hanWestern
  return isSpaced(n) ? GAP.wordSpace : GAP.han
}

const isSpaced = ({ typed }: Neighbours): boolean => typed === TYPED.space || typed === TYPED.noBreakSpace

const blankOf = (n: Neighbours): number =>
  blankBetween(n.after, n.before, sharesBlankAfter(n.left), sharesBlankBefore(n.right), n.areSqueezed)

function blankKind(n: Neighbours): GapKind {
  if (blankOf(n) === 0) return GAP.han
  const owner = n.after > 0 ? n.left : n.right
  if (owner === C.open || owner === C.close) return GAP.bracket
  if (owner === C.middot) return GAP.middot
  return owner === C.pause || owner === C.colon ? GAP.pause : GAP.stop
}

/** Beside a connector, inside 5·31 and between dashes nothing grows (CLREQ 3.5.4). */
const isRigid = (n: Neighbours): boolean =>
  CONNECTORS.has(n.left) || CONNECTORS.has(n.right) || (n.left === C.dash && n.right === C.dash)

const CONNECTORS: ReadonlySet<CharClass> = new Set([C.middot, C.wave, C.hyphen, C.slash, C.ratio])

const isWordLike = (c: CharClass): boolean => c === C.digit || c === C.latin || c === C.prefix

function takesHanWesternSpace(n: Neighbours): boolean {
  if (!n.bothSpacing) return false
  return (n.left === C.ideo && isWordLike(n.right)) || (isWordLike(n.left) && n.right === C.ideo)
}

function lengthsOf(kind: GapKind, n: Neighbours): { natural: number; shrink: number; stretch: number } {
  const em = n.size
  switch (kind) {
    case GAP.bracket:
    case GAP.pause:
    case GAP.stop:
    case GAP.middot: {
      const natural = blankOf(n)
      return { natural, shrink: natural, stretch: 0 }
    }
    case GAP.pair:
      return { natural: blankOf(n), shrink: 0, stretch: 0 }
    case GAP.hanWestern: {
      // A typed space stands for the automatic one, it is not added to it.
      const natural = n.typed === TYPED.nothing ? n.hanWesternGap : Math.max(n.hanWesternGap, UNIT_GAP)
      return {
        natural: natural * em,
        shrink: Math.max(0, natural - HAN_WESTERN.least) * em,
        stretch: natural > 0 ? Math.max(0, HAN_WESTERN.most - natural) * em : 0,
      }
    }
    case GAP.wordSpace:
      return {
        natural: WORD_SPACE.natural * em,
        shrink: (WORD_SPACE.natural - WORD_SPACE.least) * em,
        stretch: (WORD_SPACE.most - WORD_SPACE.natural) * em,
      }
    case GAP.fixedSpace:
      // The white of a mark beside it is part of it (WPT text-spacing-trim: ）and U+3000 take 1½ em together).
      return { natural: ((n.typed - TYPED.fixed) / 2) * em, shrink: 0, stretch: 0 }
    case GAP.boundSpace: {
      const natural = n.typed > TYPED.fixed ? (n.typed - TYPED.fixed) / 2 : UNIT_GAP
      return { natural: natural * em, shrink: 0, stretch: 0 }
    }
    default:
      return { natural: 0, shrink: 0, stretch: 0 }
  }
}

/** Demerits for ending a line between the two. */
function costOf(n: Neighbours): number {
  if (!Number.isNaN(n.insideWord)) return n.insideWord
  if (isInseparable(n)) return Number.POSITIVE_INFINITY
  if (isWestern(n.left) && isWestern(n.right)) {
    return n.typed === TYPED.nothing ? Number.POSITIVE_INFINITY : n.runCost
  }
  if (!mayBreakBetween(n.left, n.right, n.banLevel)) return Number.POSITIVE_INFINITY
  return n.left === C.digit && n.right === C.ideo ? n.runCost + NUMBER_HAN_COST : n.runCost
}

const isInseparable = (n: Neighbours): boolean =>
  n.pairInside ||
  n.isAttached ||
  // 二十五℃, ￥五十: a sign beside a number in Hanzi stays with it too (UAX #14 LB23a).
  (n.left === C.ideo && n.right === C.postfix) ||
  (n.left === C.prefix && n.right === C.ideo) ||
  n.keepsTogether ||
  n.typed === TYPED.noBreakSpace ||
  n.typed === TYPED.joiner ||
  (n.left === C.dash && n.right === C.dash) ||
  // “5·31”: digits and dot are one term (GB/T 15835 5.1.6).
  (n.left === C.middot && n.right === C.digit && n.digitBefore)
