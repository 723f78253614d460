// Lengths of the trade and papers by name.

import { pt } from '../core/index.ts'
import type { Size } from './options.ts'

/** Points in a millimetre. */
export const MM: number = 72 / 25.4

export const sizeOfMm = (width: number, height: number): Size => ({
  width: pt(width * MM),
  height: pt(height * MM),
})

/** `210×285 mm`, to a tenth. */
export const sizeText = ({ width, height }: Size): string => `${mmText(width)}×${mmText(height)} mm`

const mmText = (points: number): string => String(Math.round((points / MM) * 10) / 10)

/**
 * Papers by name, in millimetres: ISO 216 and its raw formats (ISO 217), and sheets of the Chinese trade, whole, halved
 * (对开) and quartered (四开): 正度 787 × 1092, 大度 889 × 1194.
 */
export const PAPERS: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
  SRA0: [900, 1280],
  SRA1: [640, 900],
  SRA2: [450, 640],
  SRA3: [320, 450],
  SRA4: [225, 320],
  正度全张: [787, 1092],
  正度对开: [546, 787],
  正度四开: [393, 546],
  大度全张: [889, 1194],
  大度对开: [597, 889],
  大度四开: [444, 597],
}
