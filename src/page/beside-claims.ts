// What stands beside a line and the room it takes: on which side of the line, from where to where along it, and how deep
// into the line gap. In: dots, lines, frames and readings as set. Out: claims, in points.

import type { Direction } from '../core/index.ts'
import type { Beside, EmphasisDot, SetReading, SideLine } from '../paragraph/index.ts'
import {
  DOT_OFF,
  DOT_OUTSIDE_OFF,
  DOT_RADIUS,
  FRAME_WEIGHT,
  SIDE_LINE_OFF,
  SIDE_LINE_WEIGHT,
  WAVE_HEIGHT,
  WAVE_PEN,
  ZHUYIN_WIDTH,
} from './beside-measures.ts'

export type ClaimName = 'dot' | 'line' | 'wave' | 'frame' | 'reading' | 'comment'

export interface Claim {
  readonly name: ClaimName
  /** Towards the line before, towards the line after, or in the line itself, as 注音 of horizontal lines. */
  readonly side: 'head' | 'foot' | 'within'
  /** Along the line, from its head. */
  readonly from: number
  readonly to: number
  /** Across the lines, from the character frame into the line gap. */
  readonly near: number
  readonly far: number
}

/** @param size of the line's character frame */
export function claimsOf(one: Beside, size: number, direction: Direction): readonly Claim[] {
  const isVertical = direction === 'vertical'
  switch (one.kind) {
    case 'dot':
      return [dotClaim(one, size, isVertical)]
    case 'mourning':
      return frameClaims(one, size)
    case 'reading':
      return [readingClaim(one, size, isVertical)]
    default:
      return [lineClaim(one, size)]
  }
}

/** 着重号 stands at the foot of horizontal lines, at the head of vertical ones (GB/T 15834-2011 5.2.4). */
function dotClaim({ at, size: own, isOutside }: EmphasisDot, size: number, isVertical: boolean): Claim {
  const radius = DOT_RADIUS * own
  const off = isOutside && !isVertical ? DOT_OUTSIDE_OFF : DOT_OFF
  const middle = off * own + (isVertical ? 0 : own - size)
  const along = { name: 'dot', from: at - radius, to: at + radius } as const
  return { ...along, side: isVertical ? 'head' : 'foot', near: middle - radius, far: middle + radius }
}

/** 专名号 and 书名号甲式 stand at the foot in either direction. */
function lineClaim({ kind, from, to, size: own }: SideLine, size: number): Claim {
  const isWave = kind === 'book-title'
  const half = own * (isWave ? WAVE_HEIGHT + WAVE_PEN / 2 : SIDE_LINE_WEIGHT / 2)
  const middle = own * (1 + SIDE_LINE_OFF) - size
  return { name: isWave ? 'wave' : 'line', side: 'foot', from, to, near: middle - half, far: middle + half }
}

function frameClaims({ from, to, size: own }: SideLine, size: number): readonly Claim[] {
  const [weight, less] = [FRAME_WEIGHT * own, own - size]
  const along = { name: 'frame', from, to } as const
  return [
    { ...along, side: 'head', near: 0, far: weight },
    { ...along, side: 'foot', near: less, far: less + weight },
  ]
}

function readingClaim(reading: SetReading, size: number, isVertical: boolean): Claim {
  const { place, at, baseEnd, baseSize, set, spacing, size: own } = reading
  const length = (set.lines[0]?.end ?? 0) + spacing * (set.sorts.length - 1)
  if (place === 'above')
    return { name: 'reading', side: 'head', from: at, to: at + length, near: 0, far: own }
  const less = baseSize - size
  if (place === 'below')
    return { name: 'comment', side: 'foot', from: at, to: at + length, near: less, far: less + own }
  const width = ZHUYIN_WIDTH * baseSize
  if (!isVertical)
    return { name: 'reading', side: 'within', from: baseEnd, to: baseEnd + width, near: 0, far: 0 }
  return { name: 'reading', side: 'head', from: at - length / 2, to: at + length / 2, near: 0, far: width }
}
