// The graphics state that paints are judged by (ISO 32000-1 §8.4). It knows nothing of checks.

import type { GlyphUse } from '../fonts/glyph-use.ts'
import type { PdfValue } from '../pdf-syntax.ts'
import { type ColourSpace, DEVICE } from './colour-space.ts'
import type { Matrix } from './matrix.ts'

export interface Colour {
  readonly space: ColourSpace
  readonly values: readonly number[]
  /** Name of the pattern, where the space is Pattern. */
  readonly pattern?: PdfValue
}

export const BLACK: Colour = { space: DEVICE.DeviceGray, values: [0] }

/** Mode 3 shows nothing, mode 7 only clips (§9.3.6). */
export const paintsText = (render: number): boolean => render !== 3 && render !== 7

export interface GraphicsState {
  ctm: Matrix
  fill: Colour
  stroke: Colour
  overprintFill: boolean
  overprintStroke: boolean
  /** OPM, 0 or 1. */
  overprintMode: number
  /** The font, with the count of what is shown of it. */
  use: GlyphUse | undefined
  size: number
  charSpace: number
  wordSpace: number
  /** Tz as a factor. */
  scale: number
  leading: number
  rise: number
  render: number
}

export const initialState = (ctm: Matrix): GraphicsState => ({
  ctm,
  fill: BLACK,
  stroke: BLACK,
  overprintFill: false,
  overprintStroke: false,
  overprintMode: 0,
  use: undefined,
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  render: 0,
})
