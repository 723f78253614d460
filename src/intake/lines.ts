// The first stage: raw text → its lines with their width on screen. Which lines belong together is left to
// `paragraphs.ts`, what they say to `classify.ts`.

import { displayWidth, type Width, widthOf } from './width.ts'

/** A line of the input: text `[start, end)` without blank at its edges, line `[first, next)` with it. */
export interface RawLine {
  /** Offset where the line begins, its indent included. */
  readonly first: number
  readonly start: number
  readonly end: number
  /** Offset where the next line begins. */
  readonly next: number
  readonly text: string
  /** Columns of blank before the text. */
  readonly indent: number
  /** Columns of the text. */
  readonly width: Width
}

/** Line ends of Unix, Windows and old Macs, and those of Unicode (UAX #14 BK, NL). */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g

/** Blank at the edges of a line; indent is layout, not text (CLREQ 3.4.1). Form feeds stand at the old page's head. */
const isEdgeBlank = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a)

export function linesOf(input: string): readonly RawLine[] {
  const lines: RawLine[] = []
  let first = 0
  for (const match of input.matchAll(LINE_END)) {
    lines.push(lineAt(input, first, match.index, match.index + match[0].length))
    first = match.index + match[0].length
  }
  if (first < input.length) lines.push(lineAt(input, first, input.length, input.length))
  return lines
}

function lineAt(input: string, first: number, lineEnd: number, next: number): RawLine {
  let start = first
  let end = lineEnd
  while (start < end && isEdgeBlank(input.charCodeAt(start))) start++
  while (end > start && isEdgeBlank(input.charCodeAt(end - 1))) end--
  const indent = start === first ? 0 : displayWidth(input.slice(first, start))
  const text = input.slice(start, end)
  return { first, start, end, next, text, indent, width: widthOf(text) }
}
