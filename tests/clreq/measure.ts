// Figures that many clauses ask for, taken from lines in em.

import type { PlacedGlyph, TextLine } from './axes.ts'
import type { Specimen } from './specimen.ts'

/** The glyph at which a text is first found in the lines of a specimen, on one line. */
export function find({ lines }: Pick<Specimen, 'lines'>, text: string): readonly PlacedGlyph[] {
  for (const line of lines) {
    const found = findIn(line, text)
    if (found) return found
  }
  throw new Error(`no ${text} in ${lines.map((line) => line.text).join(' / ')}`)
}

export function findIn({ glyphs, text }: TextLine, wanted: string): readonly PlacedGlyph[] | undefined {
  const at = text.indexOf(wanted)
  if (at < 0) return undefined
  let unit = 0
  const starts = glyphs.map((glyph) => {
    const start = unit
    unit += glyph.text.length
    return start
  })
  return glyphs.filter((glyph, i) => {
    const start = starts[i] ?? 0
    return start < at + wanted.length && start + glyph.text.length > at
  })
}

export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index)
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`)
  return item
}

/**
 * Room of what stands between two Han characters of a line: from the end of the first one's cell to the head of the
 * second one's. `text` begins and ends with them.
 */
export function roomBetween(specimen: Pick<Specimen, 'lines'>, text: string): number {
  const found = find(specimen, text)
  return at(found, -1).from - (at(found, 0).from + 1)
}

/** Rooms of texts that each begin and end with a Han character, in thousandths, each kind once, in order. */
export const roomsOf = (specimen: Pick<Specimen, 'lines'>, texts: readonly string[]): readonly number[] =>
  texts.map((text) => roomBetween(specimen, text))

/** The blank between two neighbours of a line: from cell to cell. */
export const blankAfter = (line: TextLine, index: number): number =>
  at(line.glyphs, index + 1).from - at(line.glyphs, index).to

/** Whether a text stands whole on one line wherever it occurs; how often it is parted over measures. */
export function timesParted(specimens: readonly Pick<Specimen, 'lines'>[], units: readonly string[]): number {
  let parted = 0
  for (const { lines } of specimens) {
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1]?.text ?? ''
      for (const unit of units) {
        for (let cut = 1; cut < unit.length; cut++) {
          if (line.text.endsWith(unit.slice(0, cut)) && next.startsWith(unit.slice(cut))) parted++
        }
      }
    }
  }
  return parted
}

/** Whether a line begins a paragraph, where paragraphs are indented by two em; so does the end of the text. */
export const isFirst = (line: TextLine | undefined): boolean =>
  line === undefined || at(line.glyphs, 0).from > 1.4

const isHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text)
const isWestern = (text: string): boolean => /^[A-Za-z0-9]$/.test(text)

export const isHanPair = (a: string, b: string): boolean => isHan(a) && isHan(b)
export const isMixed = (a: string, b: string): boolean =>
  (isHan(a) && isWestern(b)) || (isWestern(a) && isHan(b))

/** Blanks between neighbours of a kind, from cell to cell. */
export const gapsWhere = (line: TextLine, isKind: (a: string, b: string) => boolean): readonly number[] =>
  line.glyphs
    .slice(1)
    .flatMap(({ text }, i) => (isKind(at(line.glyphs, i).text, text) ? [blankAfter(line, i)] : []))

/** Whether Han stand edge to edge. */
export const isSolid = (line: TextLine): boolean => gapsWhere(line, isHanPair).every((gap) => gap < 0.002)

/** Over all lines: how long a pair of characters is, from the head of its first cell to the end of its last. */
export function lengthsOf(
  sets: readonly Pick<Specimen, 'lines'>[],
  pairs: readonly string[],
): readonly number[] {
  const lengths = sets.flatMap(({ lines }) =>
    lines.flatMap((line) =>
      pairs.flatMap((pair) => {
        const found = findIn(line, pair)
        return found ? [at(found, -1).to - at(found, 0).from] : []
      }),
    ),
  )
  return [Math.min(...lengths), Math.max(...lengths)]
}
