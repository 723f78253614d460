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
  /** Its description and its table of measurements, as they can be made out; empty where it has none. */
  readonly description: string
  readonly target: string
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
    description: tagText(data, 'desc'),
    target: tagText(data, 'targ'),
  }
}

const ROW = 12

/** Text of a tag (§7.3), whether in ASCII or UTF-16: zero bytes are left out. */
function tagText(data: string, signature: string): string {
  const number = (at: number): number => Buffer.from(data.slice(at, at + 4), 'latin1').readUInt32BE(0)
  if (data.length < HEADER + 4) return ''
  const rows = Math.min(number(HEADER), Math.floor((data.length - HEADER - 4) / ROW))
  for (let i = 0; i < rows; i++) {
    const at = HEADER + 4 + i * ROW
    if (data.slice(at, at + 4) !== signature) continue
    const start = number(at + 4)
    return data.slice(start, start + number(at + 8)).replaceAll('\0', '')
  }
  return ''
}

export const hasRightComponents = ({ space, components }: Profile): boolean =>
  COMPONENTS[space] === components
