// Text on its way from a scalar of the file to a `SourceText`. In: stretches, pieces of text that each stand at a place
// of the file. Out: the same trimmed, joined and turned into runs. Nothing here knows of YAML.

import { joinsWithSpace } from '../cjk/index.ts'
import { SourceText } from '../core/index.ts'

/** Text whose unit `i` came from file offset `at + i`. */
export interface Stretch {
  readonly text: string
  readonly at: number
}

/** What one line of a scalar says, without its line end. */
export type Line = readonly Stretch[]

/** Blank that is layout, not text, at the edges of a line: spaces, tabs, U+3000, no-break spaces, a CRLF's CR. */
const isBlank = (unit: string | undefined): boolean =>
  unit !== undefined && ' \t\r\u00a0\u3000'.includes(unit)

/** A line without the blank at its edges (CLREQ 3.4.1: indent is layout). */
export function trimmed(line: Line): Line {
  const text = textOf(line)
  let start = 0
  let end = text.length
  while (end > 0 && isBlank(text[end - 1])) end--
  while (start < end && isBlank(text[start])) start++
  return start === 0 && end === text.length ? line : sliceLine(line, start, end)
}

/** Units `[from, to)` of a line. */
export function sliceLine(line: Line, from: number, to: number): Line {
  const kept: Stretch[] = []
  let passed = 0
  for (const { text, at } of line) {
    const start = Math.max(0, from - passed)
    const end = Math.min(text.length, to - passed)
    if (start < end) kept.push({ text: text.slice(start, end), at: at + start })
    passed += text.length
  }
  return kept
}

export const textOf = (line: Line): string =>
  line.length === 1 ? (line[0]?.text ?? '') : line.map((s) => s.text).join('')

/** Groups of lines parted by blank ones: the paragraphs. */
export function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = []
  let open: Line[] | undefined
  for (const line of lines.map(trimmed)) {
    if (line.length === 0) open = undefined
    else if (open !== undefined) open.push(line)
    else {
      open = [line]
      groups.push(open)
    }
  }
  return groups
}

/** Trimmed lines as one, with a space only where `joinsWithSpace` asks for one; it stands for the line end. */
export function joined(lines: readonly Line[]): Line {
  const all: Stretch[] = []
  for (const line of lines) {
    const last = all.at(-1)
    const first = line[0]
    if (last !== undefined && first !== undefined && joinsWithSpace(last.text, first.text)) {
      all.push({ text: ' ', at: last.at + last.text.length })
    }
    for (const stretch of line) all.push(stretch)
  }
  return all
}

/** The line as text with the way back. Tabs become spaces; `at` places an empty text. */
export function sourceTextOf(line: Line, file: string, at: number): SourceText {
  const textStarts: number[] = []
  const fileStarts: number[] = []
  let length = 0
  for (const stretch of line) {
    textStarts.push(length)
    fileStarts.push(stretch.at)
    length += stretch.text.length
  }
  if (length === 0) return SourceText.verbatim('', file, at)
  return new SourceText(textOf(line).replaceAll('\t', ' '), file, textStarts, fileStarts)
}
