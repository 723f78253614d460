// Lines of a scalar → one `MarkedText`. In: trimmed lines with their places in the file. Out: the text without markup,
// joined, every unit with its way back, the stretches of the commands, and what is wrong at its place.

import { joinsWithSpace } from '../cjk/index.ts'
import { type Diagnostic, SourceText } from '../core/index.ts'
import type { Inline, MarkedText } from './inline.ts'
import { type Fault, type Marked, readMarkup, type Units } from './markup.ts'
import { readingsOf } from './readings.ts'
import { type Line, textOf } from './stretches.ts'

/** Reads text that may have markup in it; `inline` is absent where it has none. */
export function markedText(
  lines: readonly Line[],
  file: string,
): { readonly text: MarkedText; readonly diagnostics: readonly Diagnostic[] } {
  const written = writtenIn(lines, file)
  const { text: units, marked, faults } = readMarkup(written.text)
  const { text, places } = joinedUnits(units, written)
  const inline = marked.flatMap((each) => inlineOf(each, text, places, written))
  return {
    text: withInline(text, inline.sort(byBeginning)),
    diagnostics: faults.map((fault) => diagnosticOf(fault, written)),
  }
}

/** A text with what markup says of it; absent where that is nothing. */
export const withInline = (text: SourceText, inline: readonly Inline[]): MarkedText =>
  inline.length === 0 ? text : new InlineText(text, inline)

/** A bare text, which stays as it was, and what markup says of it. */
class InlineText extends SourceText {
  readonly inline: readonly Inline[]
  readonly #bare: SourceText

  constructor(bare: SourceText, inline: readonly Inline[]) {
    super(bare.text, bare.file, [], [])
    this.#bare = bare
    this.inline = inline
  }

  override offsetAt(index: number): number {
    return this.#bare.offsetAt(index)
  }
}

/** Units `[from, to)` of a text with the markup that lies on them. */
export function sliceMarked(whole: MarkedText, from: number, to: number): MarkedText {
  const text = textFrom(whole.text.slice(from, to), whole.file, (i) => whole.offsetAt(from + i))
  const inside = (at: number): number => Math.max(0, Math.min(at, to) - from)
  const kept = (whole.inline ?? []).map((each) => ({ ...each, from: inside(each.from), to: inside(each.to) }))
  return withInline(
    text,
    kept.filter((each) => each.from < each.to),
  )
}

/** The text as it stands in the file, its lines parted by `\n`. */
interface Written {
  readonly text: string
  readonly file: string
  /** File offset of each unit. */
  readonly offsets: readonly number[]
}

function writtenIn(lines: readonly Line[], file: string): Written {
  const offsets: number[] = []
  let lineEnd = 0
  for (const [i, line] of lines.entries()) {
    if (i > 0) offsets.push(lineEnd)
    for (const { text, at, end } of line) {
      for (let unit = 0; unit < text.length; unit++) offsets.push(at + unit)
      lineEnd = end ?? at + text.length
    }
  }
  return { text: lines.map(textOf).join('\n'), file, offsets }
}

/** A text whose unit `i` came from file offset `offsetAt(i)`, in as few runs as can be. Tabs become spaces. */
function textFrom(text: string, file: string, offsetAt: (index: number) => number): SourceText {
  const textStarts: number[] = []
  const fileStarts: number[] = []
  let next = -1
  for (let i = 0; i < text.length; i++) {
    const offset = offsetAt(i)
    if (offset !== next) {
      textStarts.push(i)
      fileStarts.push(offset)
    }
    next = offset + 1
  }
  if (text === '') return SourceText.verbatim('', file, offsetAt(0))
  return new SourceText(text.replaceAll('\t', ' '), file, textStarts, fileStarts)
}

interface Joined {
  readonly text: SourceText
  /** The unit's place in the text, for each unit and the end. */
  readonly places: Int32Array
}

/** The units in one line, with a space only where the words that meet, free of markup, ask for one. */
function joinedUnits({ text: whole, at }: Pick<Units, 'text' | 'at'>, { offsets, file }: Written): Joined {
  const places = new Int32Array(whole.length + 1)
  const kept: number[] = []
  const parts: string[] = []
  const take = (from: number, to: number): void => {
    parts.push(whole.slice(from, to))
    for (let unit = from; unit < to; unit++) places[unit] = kept.push(unit) - 1
  }
  let from = 0
  for (const { index, 0: ends } of whole.matchAll(/\n+/g)) {
    const next = index + ends.length
    take(from, index)
    places.fill(kept.length, index, next)
    if (joinsWithSpace(whole.slice(from, index), lineFrom(whole, next))) {
      parts.push(' ')
      kept.push(index)
    }
    from = next
  }
  take(from, whole.length)
  places[whole.length] = kept.length
  return { text: textFrom(parts.join(''), file, (i) => offsets[at[kept[i] ?? 0] ?? 0] ?? 0), places }
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end)
}

function inlineOf(marked: Marked, text: SourceText, places: Int32Array, written: Written): readonly Inline[] {
  const { mark, annotation } = marked
  const [from, to] = [places[marked.from] ?? 0, places[marked.to] ?? 0]
  if (mark.kind !== 'reading') return [{ ...mark, from, to }]
  if (annotation === undefined) return []
  const textOfUnits = (start: number, end: number): SourceText => {
    const units = { text: annotation.text.slice(start, end), at: annotation.at.slice(start, end) }
    return joinedUnits(units, written).text
  }
  return readingsOf(mark.form, { text: text.text, from, to }, annotation.text, textOfUnits)
}

function diagnosticOf({ from, to, saying }: Fault, { file, offsets }: Written): Diagnostic {
  const start = offsets[from] ?? 0
  return { ...saying, span: { file, start, end: (offsets[to - 1] ?? start) + 1 } }
}

/** Outer ones first; those of one stretch stay as they were, which is the order of opening. */
const byBeginning = (a: Inline, b: Inline): number => a.from - b.from || b.to - a.to
