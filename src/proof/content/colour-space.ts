// Colour spaces (ISO 32000-1 §8.6): a name or an array of the file comes in, with the resources that may say what a
// name stands for; out goes the space as data. Which spaces a page may use is for the checks to say.

import type { PdfFile } from '../pdf-file.ts'
import { isArray, isName, isString, type PdfDict, type PdfValue } from '../pdf-syntax.ts'

export type DeviceSpace = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK'

export interface ColourSpace {
  readonly family:
    | DeviceSpace
    | 'CalGray'
    | 'CalRGB'
    | 'Lab'
    | 'ICCBased'
    | 'Indexed'
    | 'Separation'
    | 'DeviceN'
    | 'Pattern'
    | 'unknown'
  readonly components: number
  /** Of Separation and DeviceN. */
  readonly colourants?: readonly string[]
  /** Alternate of Separation and DeviceN, base of Indexed, what lies under an uncoloured Pattern. */
  readonly under?: ColourSpace
  /** Profile of ICCBased, parameters of CalGray, CalRGB and Lab, tint transformation of Separation and DeviceN. */
  readonly definition?: PdfValue
  /** Colours of Indexed, one byte a component. */
  readonly table?: string
}

export const DEVICE: Readonly<Record<DeviceSpace, ColourSpace>> = {
  DeviceGray: { family: 'DeviceGray', components: 1 },
  DeviceRGB: { family: 'DeviceRGB', components: 3 },
  DeviceCMYK: { family: 'DeviceCMYK', components: 4 },
}

const UNKNOWN: ColourSpace = { family: 'unknown', components: 1 }
const MOST_NESTED = 8

/** Default spaces replace device spaces (§8.6.5.6). */
const DEFAULTS: Readonly<Record<DeviceSpace, string>> = {
  DeviceGray: 'DefaultGray',
  DeviceRGB: 'DefaultRGB',
  DeviceCMYK: 'DefaultCMYK',
}

/** Short names of inline images (§8.9.7). */
const SHORT: Readonly<Record<string, string>> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
  I: 'Indexed',
}

export const isDevice = (name: string): name is DeviceSpace => name in DEVICE

/** What a colour space operand or entry means. */
export function colourSpaceOf(
  file: PdfFile,
  value: PdfValue | undefined,
  resources: PdfDict,
  depth = 0,
): ColourSpace {
  if (depth > MOST_NESTED) return UNKNOWN
  const found = file.resolve(value)
  if (isName(found)) return namedSpace(file, SHORT[found.name] ?? found.name, resources, depth)
  if (isArray(found)) return arraySpace(file, found, resources, depth)
  return UNKNOWN
}

function namedSpace(file: PdfFile, name: string, resources: PdfDict, depth: number): ColourSpace {
  const spaces = file.dict(resources.get('ColorSpace'))
  if (isDevice(name)) {
    const instead = spaces.get(DEFAULTS[name])
    // A default space cannot itself be given in terms of the space it replaces.
    return instead === undefined ? DEVICE[name] : colourSpaceOf(file, instead, new Map(), depth + 1)
  }
  if (name === 'Pattern') return { family: 'Pattern', components: 0 }
  const listed = spaces.get(name)
  return listed === undefined ? UNKNOWN : colourSpaceOf(file, listed, resources, depth + 1)
}

function arraySpace(
  file: PdfFile,
  items: readonly PdfValue[],
  resources: PdfDict,
  depth: number,
): ColourSpace {
  const name = file.name(items[0]) ?? ''
  const family = SHORT[name] ?? name
  const below = (value: PdfValue | undefined): ColourSpace => colourSpaceOf(file, value, resources, depth + 1)
  switch (family) {
    case 'ICCBased':
      return iccSpace(file, items[1])
    case 'Indexed':
      return { family, components: 1, under: below(items[1]), table: tableOf(file, items[3]) }
    case 'Separation':
      return {
        family,
        components: 1,
        colourants: [file.name(items[1]) ?? '?'],
        under: below(items[2]),
        ...definedBy(items[3]),
      }
    case 'DeviceN': {
      const colourants = file.array(items[1]).map((one) => file.name(one) ?? '?')
      return {
        family,
        components: colourants.length,
        colourants,
        under: below(items[2]),
        ...definedBy(items[3]),
      }
    }
    case 'Pattern':
      return { family, components: 0, ...(items.length > 1 && { under: below(items[1]) }) }
    case 'CalGray':
      return { family, components: 1, ...definedBy(items[1]) }
    case 'CalRGB':
    case 'Lab':
      return { family, components: 3, ...definedBy(items[1]) }
    default:
      return isDevice(family) ? namedSpace(file, family, resources, depth) : UNKNOWN
  }
}

const definedBy = (value: PdfValue | undefined): { definition?: PdfValue } =>
  value === undefined ? {} : { definition: value }

function iccSpace(file: PdfFile, value: PdfValue | undefined): ColourSpace {
  const components = file.number(file.stream(value)?.dict.get('N')) ?? 0
  return { family: 'ICCBased', components, ...definedBy(value) }
}

function tableOf(file: PdfFile, value: PdfValue | undefined): string {
  const found = file.resolve(value)
  if (isString(found)) return found.bytes
  const stream = file.stream(value)
  return (stream && file.decoded(stream)) ?? ''
}

/** Spaces a space is made of, itself first. */
export function* layersOf(space: ColourSpace): Generator<ColourSpace> {
  for (let at: ColourSpace | undefined = space; at; at = at.under) yield at
}
