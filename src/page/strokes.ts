// Dots and waves as curves, for 着重号 and 书名号甲式.

import { pt } from '../core/index.ts'
import { DOT_RADIUS, WAVE_HEIGHT, WAVE_LENGTH, WAVE_PEN } from './beside-measures.ts'
import type { CurveMark, Point } from './marks.ts'

/** Control points of a quarter circle, as a share of its radius. */
const QUARTER = 0.5523

/** A filled dot. */
export function dotAt([x, y]: Point, size: number): CurveMark {
  const r = DOT_RADIUS * size
  const q = QUARTER * r
  return {
    kind: 'curve',
    x: pt(x + r),
    y: pt(y),
    segments: [
      [
        [x + r, y + q],
        [x + q, y + r],
        [x, y + r],
      ],
      [
        [x - q, y + r],
        [x - r, y + q],
        [x - r, y],
      ],
      [
        [x - r, y - q],
        [x - q, y - r],
        [x, y - r],
      ],
      [
        [x + q, y - r],
        [x + r, y - q],
        [x + r, y],
      ],
    ],
    pen: 0,
    ink: 1,
  }
}

/** Whole waves over a length, as near to their natural length as can be. */
export function waveFrom([x, y]: Point, length: number, size: number, isDown: boolean): CurveMark {
  const halves = Math.max(1, Math.round((2 * length) / (WAVE_LENGTH * size)))
  const step = length / halves
  const at = (along: number, across: number): Point =>
    isDown ? [x + across, y + along] : [x + along, y + across]
  const segments = Array.from({ length: halves }, (_, i) => {
    const height = (i % 2 === 0 ? -4 / 3 : 4 / 3) * WAVE_HEIGHT * size
    const from = i * step
    return [at(from + step / 3, height), at(from + (2 * step) / 3, height), at(from + step, 0)] as const
  })
  return { kind: 'curve', x: pt(x), y: pt(y), segments, pen: WAVE_PEN * size, ink: 1 }
}
