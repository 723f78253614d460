// A font dictionary as the proof needs it (ISO 32000-1 §9.6, §9.7): how codes are read, how far each carries the pen,
// and what text it stands for. In: the dictionary. Out: flat tables by code. The embedded program is read elsewhere.

import type { PdfFile } from '../pdf-file.ts'
import { isArray, isDict, isRef, type PdfDict, type PdfValue } from '../pdf-syntax.ts'
import { GlyphUse } from './glyph-use.ts'
import { toUnicodeOf } from './to-unicode.ts'

export interface PdfFont {
  readonly name: string
  readonly type: string
  readonly dict: PdfDict
  /** Where widths and descriptor stand: the descendant of a composite font, else the font itself. */
  readonly holder: PdfDict
  readonly bytesPerCode: 1 | 2
  readonly isVertical: boolean
  /** Whether codes are CIDs: a composite font under Identity-H or Identity-V. */
  readonly isIdentity: boolean
  /** Horizontal widths by code, in thousandths. */
  readonly widths: Float32Array
  /** Steps of the pen by code in the font's own direction, in thousandths; downwards is negative. */
  readonly advances: Float32Array
  /** Of vertical composite fonts: where the vertical origin stands, by code. */
  readonly origins: VerticalOrigins | undefined
  /** Text by code; undefined where there is no ToUnicode. */
  readonly texts: ReadonlyMap<number, string> | undefined
}

export interface VerticalOrigins {
  readonly x: Float32Array
  readonly y: Float32Array
}

const CODES = 0x10000

/** Fonts of a file, each read once, with the use that pages make of it. */
export class FontShelf {
  readonly #file: PdfFile
  readonly #uses = new Map<number | PdfDict, GlyphUse>()
  readonly #texts = new Map<number, ReadonlyMap<number, string>>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** Every font that text was set in. */
  get uses(): readonly GlyphUse[] {
    return [...this.#uses.values()]
  }

  /** The font behind a reference or a dictionary; undefined where there is none. */
  use(value: PdfValue | undefined): GlyphUse | undefined {
    const dict = this.#file.resolve(value)
    if (!isDict(dict)) return undefined
    const key = isRef(value) ? value.ref : dict
    let use = this.#uses.get(key)
    if (!use) {
      use = new GlyphUse(this.#read(dict))
      this.#uses.set(key, use)
    }
    return use
  }

  #read(dict: PdfDict): PdfFont {
    const file = this.#file
    const type = file.name(dict.get('Subtype')) ?? '?'
    const name = file.name(dict.get('BaseFont')) ?? '?'
    const texts = this.#textsOf(dict.get('ToUnicode'))
    if (type !== 'Type0') {
      const widths = simpleWidths(file, dict, type)
      return {
        ...{ name, type, dict, holder: dict, bytesPerCode: 1, isVertical: false, isIdentity: false },
        ...{ widths, advances: widths, origins: undefined, texts },
      }
    }
    const holder = file.dict(file.array(dict.get('DescendantFonts'))[0])
    const encoding = file.name(dict.get('Encoding')) ?? ''
    const isVertical = encoding.endsWith('V')
    const widths = compositeWidths(file, holder)
    const vertical = isVertical ? verticalMetrics(file, holder, widths) : undefined
    return {
      ...{ name, type, dict, holder, bytesPerCode: 2, isVertical, widths, texts },
      isIdentity: encoding === 'Identity-H' || encoding === 'Identity-V',
      advances: vertical?.advances ?? widths,
      origins: vertical?.origins,
    }
  }

  #textsOf(value: PdfValue | undefined): ReadonlyMap<number, string> | undefined {
    const stream = this.#file.stream(value)
    if (!stream) return undefined
    let texts = this.#texts.get(stream.id)
    if (!texts) {
      texts = toUnicodeOf(this.#file.decoded(stream) ?? '')
      this.#texts.set(stream.id, texts)
    }
    return texts
  }
}

function simpleWidths(file: PdfFile, dict: PdfDict, type: string): Float32Array {
  const widths = new Float32Array(0x100)
  widths.fill(file.number(file.dict(dict.get('FontDescriptor')).get('MissingWidth')) ?? 0)
  const first = file.number(dict.get('FirstChar')) ?? 0
  // Widths of Type 3 stand in glyph space (§9.6.5).
  const unit = type === 'Type3' ? (file.number(file.array(dict.get('FontMatrix'))[0]) ?? 0.001) * 1000 : 1
  for (const [i, value] of file.array(dict.get('Widths')).entries())
    widths[first + i] = (file.number(value) ?? 0) * unit
  return widths
}

/** `DW` and `W` (§9.7.4.3). */
function compositeWidths(file: PdfFile, holder: PdfDict): Float32Array {
  const widths = new Float32Array(CODES).fill(file.number(holder.get('DW')) ?? 1000)
  readRuns(file, holder.get('W'), 1, (cid, [width = 0]) => {
    widths[cid] = width
  })
  return widths
}

/** `DW2` and `W2`: by default the origin is half the width and 880 up, the step −1000. */
function verticalMetrics(
  file: PdfFile,
  holder: PdfDict,
  widths: Float32Array,
): { advances: Float32Array; origins: VerticalOrigins } {
  const [top = 880, step = -1000] = file.array(holder.get('DW2')).map((value) => file.number(value))
  const advances = new Float32Array(CODES).fill(step)
  const x = widths.map((width) => width / 2)
  const y = new Float32Array(CODES).fill(top)
  readRuns(file, holder.get('W2'), 3, (cid, [advance = 0, originX = 0, originY = 0]) => {
    advances[cid] = advance
    x[cid] = originX
    y[cid] = originY
  })
  return { advances, origins: { x, y } }
}

/** `c [v …]` and `first last v …`, `size` numbers a CID. */
function readRuns(
  file: PdfFile,
  value: PdfValue | undefined,
  size: number,
  take: (cid: number, values: readonly number[]) => void,
): void {
  const items = file.array(value)
  const numbers = (values: readonly PdfValue[]): number[] => values.map((one) => file.number(one) ?? 0)
  for (let i = 0; i + 1 < items.length; ) {
    const first = file.number(items[i]) ?? 0
    const next = file.resolve(items[i + 1])
    if (isArray(next)) {
      const values = numbers(next)
      for (let k = 0; k * size < values.length; k++) take(first + k, values.slice(k * size, (k + 1) * size))
      i += 2
      continue
    }
    const last = Math.min(typeof next === 'number' ? next : first, CODES - 1)
    const values = numbers(items.slice(i + 2, i + 2 + size))
    for (let cid = first; cid <= last; cid++) take(cid, values)
    i += 2 + size
  }
}
