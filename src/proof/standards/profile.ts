// ICC profiles as output intents embed them (ICC.1:2010 §7.2): the header says what a profile is for. Nothing here
// converts a colour.

import type { PdfFile } from '../pdf-file.ts'
import type { PdfValue } from '../pdf-syntax.ts'

export interface Profile {
  /** `prtr` an output device, `mntr` a display. */
  readonly deviceClass: string
  /** `CMYK`, `RGB`, `GRAY`. */
  readonly space: string
  readonly version: number
  /** `N` of the stream, which must be the number of components. */
  readonly components: number
}

const HEADER = 128
const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, CMYK: 4 }

/** Undefined where there is no stream or no profile in it. */
export function profileOf(file: PdfFile, value: PdfValue | undefined): Profile | undefined {
  const stream = file.stream(value)
  const data = stream && file.decoded(stream)
  if (data === undefined || data.length < HEADER || data.slice(36, 40) !== 'acsp') return undefined
  const size = Buffer.from(data.slice(0, 4), 'latin1').readUInt32BE(0)
  if (size !== data.length) return undefined
  return {
    deviceClass: data.slice(12, 16),
    space: data.slice(16, 20).trim(),
    version: data.charCodeAt(8),
    components: file.number(stream?.dict.get('N')) ?? 0,
  }
}

export const hasRightComponents = ({ space, components }: Profile): boolean =>
  COMPONENTS[space] === components
