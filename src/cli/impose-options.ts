// The options of `impose`. In: words of the command line. Out: what imposing is asked for, or what is wrong with the words.

import { type Binding, type Diagnostic, type Pt, pt, type Text } from '../core/index.ts'
import {
  type ImposeOptions,
  MM,
  PAPERS,
  type Scheme,
  type SignatureSize,
  type Size,
  sizeOfMm,
} from '../impose/index.ts'
import type { OptionValues } from './program.ts'
import { usage } from './usage.ts'

/** What was asked for; `faults` where it cannot be. */
export interface ImposeWords {
  readonly options: Omit<ImposeOptions, 'producer'> | undefined
  readonly faults: readonly Diagnostic[]
}

export function imposeWords(values: OptionValues): ImposeWords {
  const faults: Diagnostic[] = []
  const read = <T>(name: string, parse: (word: string) => T | undefined, wanted: Text): T | undefined => {
    const word = values[name]
    if (typeof word !== 'string') return undefined
    const value = parse(word.trim())
    if (value === undefined) faults.push(wrong(name, word, wanted))
    return value
  }
  const scheme = read('scheme', schemeOf, SCHEMES)
  const pages = read('pages', pagesOf, PAGES)
  const binding = read('binding', bindingOf, BINDINGS)
  const sheet = read('sheet', paperOf, SHEETS)
  const gutter = read('gutter', (word) => lengthOf(word, MOST_GUTTER), GUTTERS)
  const thickness = read('thickness', (word) => lengthOf(word, MOST_THICKNESS), THICKNESSES)
  if (values['scheme'] === undefined) faults.push(noScheme())
  if (scheme === 'saddle' && pages !== undefined) faults.push(onlyFor('pages', 'signature'))
  if (scheme === 'signature' && thickness !== undefined) faults.push(onlyFor('thickness', 'saddle'))
  if (scheme === undefined || faults.length > 0) return { options: undefined, faults }
  return {
    options: {
      scheme,
      ...(pages && { pages }),
      ...(binding && { binding }),
      ...(sheet && { sheet }),
      ...(gutter !== undefined && { gutter }),
      ...(thickness !== undefined && { thickness }),
    },
    faults,
  }
}

const schemeOf = (word: string): Scheme | undefined =>
  word === 'saddle' || word === 'signature' ? word : undefined

const SIGNATURES: readonly SignatureSize[] = [16, 8, 4]
const pagesOf = (word: string): SignatureSize | undefined =>
  SIGNATURES.find((pages) => String(pages) === word)

const bindingOf = (word: string): Binding | undefined =>
  word === 'left' || word === 'right' ? word : undefined

/** Points in one of each unit; a sheet without a unit is in millimetres, as the trade writes it. */
const UNITS: Readonly<Record<string, number>> = { mm: MM, cm: 10 * MM, in: 72, pt: 1 }

/** The largest side that a PDF page may have (ISO 32000-1, annex C), in points. */
const MOST_SIDE = 14400

function paperOf(word: string): Size | undefined {
  const named = Object.entries(PAPERS).find(([name]) => name.toUpperCase() === word.toUpperCase())?.[1]
  if (named !== undefined) return sizeOfMm(...named)
  const match = /^(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in|pt)?$/i.exec(word)
  if (match === null) return undefined
  const unit = UNITS[match[3]?.toLowerCase() ?? 'mm'] ?? MM
  const [width, height] = [Number(match[1]) * unit, Number(match[2]) * unit]
  const isPossible = [width, height].every((side) => side > 0 && side <= MOST_SIDE)
  return isPossible ? { width: pt(width), height: pt(height) } : undefined
}

/** More than this is a slip of the unit. */
const MOST_GUTTER = 50 * MM
const MOST_THICKNESS = 1 * MM

function lengthOf(word: string, most: number): Pt | undefined {
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*(mm|cm|in|pt)$/i.exec(word)
  const length = Number(match?.[1]) * (UNITS[match?.[2]?.toLowerCase() ?? ''] ?? Number.NaN)
  return length >= 0 && length <= most ? pt(length) : undefined
}

const SCHEMES: Text = { en: 'saddle or signature', zh: 'saddle（骑马订）或 signature（书帖）' }
const PAGES: Text = { en: '16, 8 or 4', zh: '16、8 或 4' }
const BINDINGS: Text = { en: 'left or right', zh: 'left（左）或 right（右）' }
const SHEETS: Text = {
  en: `two sides such as 889x597mm, at most 5080 mm, or one of ${Object.keys(PAPERS).join(', ')}`,
  zh: `两边长度，如 889x597mm，至多 5080 mm；或 ${Object.keys(PAPERS).join('、')}`,
}
const GUTTERS: Text = { en: 'a length such as 6mm, at most 50mm', zh: '长度，如 6mm，至多 50mm' }
const THICKNESSES: Text = { en: 'a length such as 0.1mm, at most 1mm', zh: '长度，如 0.1mm，至多 1mm' }

const wrong = (name: string, word: string, wanted: Text): Diagnostic =>
  usage(
    { en: `\`--${name}\` cannot be \`${word}\``, zh: `\`--${name}\` 不能是 \`${word}\`` },
    { en: `give ${wanted.en}`, zh: `请写${wanted.zh}` },
  )

const noScheme = (): Diagnostic =>
  usage(
    { en: '`--scheme` is missing', zh: '缺少 `--scheme`' },
    {
      en: '`--scheme saddle` for a stitched booklet, `--scheme signature` for a sewn or glued book',
      zh: '骑马订写 `--scheme saddle`，锁线订、胶订写 `--scheme signature`',
    },
  )

const onlyFor = (name: string, scheme: Scheme): Diagnostic =>
  usage({
    en: `\`--${name}\` goes with \`--scheme ${scheme}\` only`,
    zh: `\`--${name}\` 只能与 \`--scheme ${scheme}\` 同用`,
  })
