// The gap between two neighbouring boxes: how wide by nature, how far it gives, and what it costs to end a line there.
// Steps and limits are those of CLREQ #h-procedures_for_inter-character_spacing_reduction and _expansion.

import {
  type BanLevel,
  blankBetween,
  CHAR_CLASS,
  type CharClass,
  isWestern,
  mayBreakBetween,
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

/** Two neighbours as itemize knows them. Lengths in points. */
export interface Neighbours {
  /** Class of the last character of the left box and of the first of the right one. */
  readonly left: CharClass
  readonly right: CharClass
  /** Blank after the left box and before the right one. */
  readonly after: number
  readonly before: number
  readonly leftIsMark: boolean
  readonly rightIsMark: boolean
  /** A space was typed between them. */
  readonly spaced: boolean
  /** Neither is an upright number of a vertical line, which takes no space beside it. */
  readonly bothSpacing: boolean
  /** Price of a break inside a Western word; NaN where the two are not of one word. */
  readonly insideWord: number
  readonly keepsUnit: boolean
  /** Inside …… . */
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
  if (!Number.isNaN(n.insideWord) || n.pairInside || n.keepsUnit) return GAP.rigid
  // ？！ is one rigid unit (CLREQ 5.1.1.3).
  if (n.left === C.excl && n.right === C.excl) return GAP.rigid
  if (n.after > 0 && n.before > 0) return GAP.pair
  if (n.after > 0 || n.before > 0) return blankKind(n)
  if (isRigid(n)) return GAP.rigid
  if (isWestern(n.left) && isWestern(n.right)) return n.spaced ? GAP.wordSpace : GAP.rigid
  if (takesHanWesternSpace(n)) return GAP.hanWestern
  return n.spaced ? GAP.wordSpace : GAP.han
}

function blankKind(n: Neighbours): GapKind {
  if (blankBetween(n.after, n.before, n.leftIsMark, n.rightIsMark) === 0) return GAP.han
  const owner = n.after > 0 ? n.left : n.right
  if (owner === C.open || owner === C.close) return GAP.bracket
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
    case GAP.stop: {
      const natural = blankBetween(n.after, n.before, n.leftIsMark, n.rightIsMark)
      return { natural, shrink: natural, stretch: 0 }
    }
    case GAP.pair:
      return { natural: Math.max(n.after, n.before), shrink: 0, stretch: 0 }
    case GAP.hanWestern: {
      // A typed space stands for the automatic one, it is not added to it.
      const natural = n.spaced ? Math.max(n.hanWesternGap, UNIT_GAP) : n.hanWesternGap
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
    default:
      return { natural: n.keepsUnit ? UNIT_GAP * em : 0, shrink: 0, stretch: 0 }
  }
}

/** Demerits for ending a line between the two. */
function costOf(n: Neighbours): number {
  if (!Number.isNaN(n.insideWord)) return n.insideWord
  if (n.pairInside || n.keepsUnit) return Number.POSITIVE_INFINITY
  if (isWestern(n.left) && isWestern(n.right)) return n.spaced ? n.runCost : Number.POSITIVE_INFINITY
  if (n.left === C.dash && n.right === C.dash) return Number.POSITIVE_INFINITY
  // “5·31”: digits and dot are one term (GB/T 15835 5.1.6).
  if (n.left === C.middot && n.right === C.digit && n.digitBefore) return Number.POSITIVE_INFINITY
  if (!mayBreakBetween(n.left, n.right, n.banLevel)) return Number.POSITIVE_INFINITY
  return n.left === C.digit && n.right === C.ideo ? n.runCost + NUMBER_HAN_COST : n.runCost
}
