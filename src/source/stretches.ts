// Text on its way from a scalar of the file to a `SourceText`. In: stretches, pieces of text that each stand at a place
// of the file. Out: the same trimmed, joined and turned into runs. Nothing here knows of YAML.

import { joinsWithSpace } from '../cjk/index.ts'
import { SourceText } from '../core/index.ts'

/** Text whose unit `i` came from file offset `at + i`. */
export interface Stretch {
  readonly text: string
  readonly at: number
  /** Past it in the file, where that is not `at + text.length`: after an escape. */
  readonly end?: number
}

/** What one line of a scalar says, without its line end. */
export type Line = readonly Stretch[]

/** Blank that is layout, not text, at the edges of a line: spaces, tabs, U+3000, no-break spaces, a CRLF's CR. */
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0xa0, 0x3000])

/** A line without the blank at its edges (CLREQ 3.4.1: indent is layout). */
export function trimmed(line: Line): Line {
  const text = textOf(line)
  const [start, end] = inkOf(text)
  return start === 0 && end === text.length ? line : sliceLine(line, start, end)
}

/** Where a text begins and ends but for the blank at its edges. */
export function inkOf(text: string): readonly [start: number, end: number] {
  let start = 0
  let end = text.length
  while (end > 0 && BLANKS.has(text.charCodeAt(end - 1))) end--
  while (start < end && BLANKS.has(text.charCodeAt(start))) start++
  return [start, end]
}

/** Units `[from, to)` of a line. */
export function sliceLine(line: Line, from: number, to: number): Line {
  const kept: Stretch[] = []
  let passed = 0
  for (const stretch of line) {
    const { text, at } = stretch
    const start = Math.max(0, from - passed)
    const end = Math.min(text.length, to - passed)
    if (start === 0 && end === text.length) kept.push(stretch)
    else if (start < end) kept.push({ text: text.slice(start, end), at: at + start })
    passed += text.length
  }
  return kept
}

export const textOf = (line: Line): string =>
  line.length === 1 ? (line[0]?.text ?? '') : line.map((s) => s.text).join('')

/** The indent of a paragraph as Chinese editors type it (段首空格): U+3000, after the file's own indentation if any. */
const TYPED_INDENT = /^[ \t]*\u3000/

/** Groups of lines: the paragraphs, parted by blank lines or begun by a line with a typed indent. */
export function paragraphsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = []
  let open: Line[] | undefined
  for (const written of lines) {
    const line = trimmed(written)
    if (line.length === 0) open = undefined
    else if (open !== undefined && !TYPED_INDENT.test(textOf(written))) open.push(line)
    else {
      open = [line]
      groups.push(open)
    }
  }
  return groups
}

/** Trimmed lines as one, with a space only where `joinsWithSpace` asks for one; it stands for the line end. */
export function joined(lines: readonly Line[]): Line {
  const [only, second] = lines
  if (only !== undefined && second === undefined) return only
  const all: Stretch[] = []
  let before = ''
  for (const line of lines) {
    const text = textOf(line)
    const last = all.at(-1)
    if (last !== undefined && joinsWithSpace(before, text)) {
      all.push({ text: ' ', at: last.end ?? last.at + last.text.length })
    }
    for (const stretch of line) all.push(stretch)
    before = text
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
