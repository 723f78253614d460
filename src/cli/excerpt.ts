// The line of a file that a message is about, with carets below. In: the line and the stretch meant. Out: two texts of
// equal indent, cut around the stretch where the line is long.
//
//    12 |     tilte: 全区概况
//       |     ^^^^^

import { cellsOf, safe } from './cells.ts'

export interface Excerpt {
  readonly text: string
  readonly carets: string
}

/** Cells of the line shown, and of what comes before the stretch when it is cut. */
const WIDTH = 76
const BEFORE = 30
/** UTF-16 units looked at on either side: a file may be one line of megabytes. */
const REACH = 400

/** `[from, to)` in units of `line`; an empty stretch is shown as one caret. */
export function excerptOf(line: string, from: number, to: number): Excerpt {
  const first = Math.max(0, from - REACH)
  const before = safe(wellFormed(line.slice(first, from)))
  const meant = safe(wellFormed(line.slice(from, Math.min(to, from + REACH))))
  const after = safe(wellFormed(line.slice(to, to + REACH)))
  const isShort = first === 0 && line.length <= to + REACH && cellsOf(before + meant + after) <= WIDTH
  if (isShort) return drawn(before, meant, after)
  const head = cellsOf(before) <= BEFORE && first === 0 ? before : `…${lastCells(before, BEFORE - 1)}`
  const room = WIDTH - cellsOf(head)
  const body = cellsOf(meant) <= room ? meant : `${firstCells(meant, room - 1)}…`
  const left = room - cellsOf(body)
  const tail = cellsOf(after) <= left ? after : left > 1 ? `${firstCells(after, left - 1)}…` : ''
  return drawn(head, body, tail)
}

const drawn = (before: string, meant: string, after: string): Excerpt => ({
  text: (before + meant + after).trimEnd(),
  carets: ' '.repeat(cellsOf(before)) + '^'.repeat(Math.max(1, cellsOf(meant))),
})

/** A cut may go through a surrogate pair. */
const wellFormed = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

function firstCells(text: string, cells: number): string {
  let kept = ''
  let used = 0
  for (const character of text) {
    used += cellsOf(character)
    if (used > cells) break
    kept += character
  }
  return kept
}

function lastCells(text: string, cells: number): string {
  const characters = [...text]
  let used = 0
  let at = characters.length
  while (at > 0) {
    used += cellsOf(characters[at - 1] ?? '')
    if (used > cells) break
    at--
  }
  return characters.slice(at).join('')
}
