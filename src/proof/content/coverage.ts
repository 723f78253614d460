// How much ink a colour lays on paper: a stated colour comes in, parts of 1 for K and for all else go out. Only spaces
// that name inks can be measured; others are changed by a press into what nobody stated.

import type { PdfFile } from '../pdf-file.ts'
import type { ColourSpace } from './colour-space.ts'
import type { ShownImage } from './events.ts'
import type { Colour } from './state.ts'

export interface Coverage {
  readonly black: number
  /** C, M, Y and spot inks together. */
  readonly colour: number
}

const NONE: Coverage = { black: 0, colour: 0 }

/** Undefined where the space names no inks: RGB, Lab, shadings. */
export function coverageOf({ space, values }: Colour): Coverage | undefined {
  switch (space.family) {
    case 'DeviceGray':
      return { black: 1 - (values[0] ?? 0), colour: 0 }
    case 'DeviceCMYK':
      return cmyk(values)
    case 'ICCBased':
      return space.components === 4 ? cmyk(values) : undefined
    case 'Separation':
    case 'DeviceN':
      return spots(space.colourants ?? [], values)
    case 'Indexed':
      return indexed(space)
    default:
      return undefined
  }
}

const cmyk = ([c = 0, m = 0, y = 0, k = 0]: readonly number[]): Coverage => ({ black: k, colour: c + m + y })

/** `All` is each of the four; `None` lays nothing (ISO 32000-1 §8.6.6.4). */
function spots(names: readonly string[], values: readonly number[]): Coverage {
  let [black, colour] = [0, 0]
  for (const [i, name] of names.entries()) {
    const tint = values[i] ?? 0
    if (name === 'Black' || name === 'All') black += tint
    if (name === 'All') colour += 3 * tint
    else if (name !== 'Black' && name !== 'None') colour += tint
  }
  return { black, colour }
}

/** Of a palette the heaviest colour, for it is not known here which are used. */
function indexed({ under, table = '' }: ColourSpace): Coverage | undefined {
  return under && heaviest(under, table, 255)
}

/** The heaviest colour of samples of 8 bits. */
function heaviest(space: ColourSpace, data: string, full: number): Coverage | undefined {
  const { components } = space
  let most: Coverage | undefined
  for (let at = 0; at + components <= data.length; at += components) {
    const values = Array.from({ length: components }, (_, i) => data.charCodeAt(at + i) / full)
    const coverage = coverageOf({ space, values })
    if (!coverage) return undefined
    if (!most || totalOf(coverage) > totalOf(most)) most = coverage
  }
  return most
}

export const totalOf = ({ black, colour }: Coverage): number => black + colour

/** The heaviest sample of an image whose data we can unpack; undefined for others. */
export function coverageOfImage(
  file: PdfFile,
  { dict, stream, space, isMask }: ShownImage,
): Coverage | undefined {
  if (isMask) return NONE
  if (!stream || !space || file.number(dict.get('BitsPerComponent')) !== 8) return undefined
  if (dict.has('Decode') || file.dict(dict.get('DecodeParms')).size > 0) return undefined
  if (space.family === 'Indexed') return coverageOf({ space, values: [] })
  const data = file.decoded(stream)
  return data === undefined ? undefined : heaviest(space, data, 255)
}
