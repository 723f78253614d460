// What of a text is printed. In: a marked text and whether the layout prints numerals as Hanzi. Out: the printed text,
// the way back to the manuscript's units, and the markup on the printed units.

import { type HanziText, toHanzi } from '../cjk/index.ts'
import type { Inline, MarkedText, Reading, Stretched } from './inline.ts'

export interface PrintedText {
  readonly text: string
  /** For each printed unit the unit of the text it was made of; never falls. Absent where the two are the same. */
  readonly from?: Int32Array
  /** On the printed units, outer ones first. */
  readonly inline: readonly Inline[]
}

/** `digitsAsHanzi`: numbers become Hanzi, but not where the author wants them as they are, nor in annotations. */
export function printText(text: MarkedText, digitsAsHanzi: boolean): PrintedText {
  const inline = text.inline ?? NO_INLINE
  if (!digitsAsHanzi || !/\d/.test(text.text)) return { text: text.text, inline }
  const kept = inline.filter(({ kind }) => KEPT.has(kind))
  const printed = kept.length === 0 ? toHanzi(text.text) : convertAround(text.text, kept)
  return { ...printed, inline: moved(inline, printed.from) }
}

/** The readings of a text as they are read: each after the last unit of its base, inner ones first. */
export const readingsInOrder = (inline: readonly Inline[]): readonly Reading[] =>
  inline
    .filter((each) => each.kind === 'reading')
    .reverse()
    .sort((a, b) => a.to - b.to)

const NO_INLINE: readonly Inline[] = []

/** Stretches whose numbers stay as they are. */
const KEPT: ReadonlySet<Inline['kind']> = new Set([
  'verbatim',
  'upright',
  'combined',
  'language',
  'superscript',
  'subscript',
  'note-mark',
])

/**
 * Converts what stands around `kept` without cutting the text up, for a number is read by its neighbours: a letter
 * stands for each sign and digit that is kept, so that 10 before a raised 3 is part of a formula; note marks are taken
 * out, so that 12 before one is the number it is without.
 */
function convertAround(text: string, kept: readonly Inline[]): HanziText {
  const marks = unitsIn(kept.filter(({ kind }) => kind === 'note-mark'))
  const fixed = unitsIn(kept)
  const letters = text.replace(/\P{L}/gu, (sign) => 'x'.repeat(sign.length))
  const origins: number[] = []
  let masked = ''
  for (let i = 0; i < text.length; i++) {
    if (marks.has(i)) continue
    origins.push(i)
    masked += (fixed.has(i) ? letters : text)[i] ?? ''
  }
  const converted = toHanzi(masked)
  const made: Made[] = [...converted.from].map((unit, i) => ({
    from: origins[unit] ?? 0,
    unit: converted.text[i] ?? '',
  }))
  return assembled(text, made, [...marks], fixed)
}

/** A printed unit and the unit it was made of. */
interface Made {
  readonly from: number
  readonly unit: string
}

/** The converted units with the kept ones as they were and the note marks back in their places. */
function assembled(
  text: string,
  made: readonly Made[],
  marks: readonly number[],
  fixed: ReadonlySet<number>,
): HanziText {
  const from: number[] = []
  let printed = ''
  let next = 0
  const put = (origin: number, unit: string): void => {
    from.push(origin)
    printed += unit
  }
  const putMarksBefore = (unit: number): void => {
    for (let mark = marks[next]; mark !== undefined && mark < unit; mark = marks[++next]) {
      put(mark, text[mark] ?? '')
    }
  }
  for (const { from: origin, unit } of made) {
    putMarksBefore(origin)
    put(origin, fixed.has(origin) ? (text[origin] ?? '') : unit)
  }
  putMarksBefore(text.length)
  return { text: printed, from: Int32Array.from(from) }
}

/** The units of stretches, in order. */
function unitsIn(stretches: readonly Stretched[]): ReadonlySet<number> {
  const units = new Set<number>()
  for (const { from, to } of stretches) for (let i = from; i < to; i++) units.add(i)
  return units
}

/** Markup moved to the printed units. A sign that became none, such as the % of 12%, leaves its reading to what stands before it. */
function moved(inline: readonly Inline[], from: Int32Array): readonly Inline[] {
  const placed = inline.map((each): Inline => {
    const [start, end] = [firstFrom(from, each.from), firstFrom(from, each.to)]
    const kept = start === end && each.kind === 'reading' ? Math.max(0, start - 1) : start
    return { ...each, from: kept, to: end }
  })
  return placed.filter((each) => each.from < each.to).sort((a, b) => a.from - b.from || b.to - a.to)
}

/** The first printed unit made of `unit` or one after it. */
function firstFrom(from: Int32Array, unit: number): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}
