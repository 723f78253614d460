// The lines of a YAML scalar as they stand in the file. In: where the scalar stands and its style. Out: its lines as
// stretches, indentation, quotes and escapes undone. YAML's own folding is left aside on purpose: it would put a
// space between two Han characters; how lines join is decided by joinsWithSpace.

import type { SourceFile } from '../core/index.ts'
import type { Line, Stretch } from './stretches.ts'

/** The five scalar styles of YAML; `block` is literal `|` and folded `>`, which differ only in YAML's folding. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block'

/** Where a scalar stands: offsets of its first unit (`|` or the quote included) and past its last. */
export interface ScalarPlace {
  readonly source: SourceFile
  readonly style: ScalarStyle
  readonly start: number
  readonly end: number
}

/** The lines of a scalar; blank lines are empty or blank. */
export function scalarLines({ source: { text }, style, start, end }: ScalarPlace): readonly Line[] {
  switch (style) {
    case 'plain':
      return linesBetween(text, start, end)
    case 'single':
      return linesBetween(text, start + 1, end - 1).map(undoubled)
    case 'double':
      return escapedLines(text, start + 1, end - 1)
    case 'block': {
      const header = text.indexOf('\n', start)
      return header < 0 || header >= end ? [] : linesBetween(text, header + 1, end)
    }
  }
}

/** Lines of `text[start, end)`, each one stretch. */
function linesBetween(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = []
  for (let at = start; at <= end; ) {
    const found = text.indexOf('\n', at)
    const lineEnd = found < 0 || found > end ? end : found
    lines.push(lineEnd > at ? [{ text: text.slice(at, lineEnd), at }] : [])
    at = lineEnd + 1
  }
  return lines
}

/** A line of a single-quoted scalar: `''` stands for `'`, the second of them, so that what follows is next to it. */
function undoubled(line: Line): Line {
  const [only] = line
  if (only === undefined || !only.text.includes("''")) return line
  const parts: Stretch[] = []
  let from = 0
  for (const { index } of only.text.matchAll(/''/g)) {
    if (index > from) parts.push({ text: only.text.slice(from, index), at: only.at + from })
    from = index + 1
  }
  if (from < only.text.length) parts.push({ text: only.text.slice(from), at: only.at + from })
  return parts
}

const ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|(\r?\n[ \t]*)|([\s\S]))|\r?\n/g

/** YAML 1.2.2 chapter 5.7, without those whose letter stands for itself. */
const ESCAPED: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

/** Lines of a double-quoted scalar; `\n` ends a line, a backslash at a line end joins two without anything. */
function escapedLines(text: string, start: number, end: number): readonly Line[] {
  const inner = text.slice(start, end)
  const lines: Stretch[][] = []
  let line: Stretch[] = []
  let from = 0
  const take = (piece: string, at: number): void => {
    if (piece !== '') line.push({ text: piece, at: start + at })
  }
  const takeMeant = (meant: string, at: number, length: number): void => {
    if (meant !== '') line.push({ text: meant, at: start + at, end: start + at + length })
  }
  for (const match of inner.matchAll(ESCAPE)) {
    take(inner.slice(from, match.index), from)
    from = match.index + match[0].length
    const meant = meaningOf(match)
    if (meant !== undefined) takeMeant(meant, match.index, match[0].length)
    else {
      lines.push(line)
      line = []
    }
  }
  take(inner.slice(from), from)
  return [...lines, line]
}

/** What an escape stands for; undefined for the end of a line. */
function meaningOf([whole, x, u, U, joint, letter]: RegExpMatchArray): string | undefined {
  const code = x ?? u ?? U
  if (code !== undefined) {
    const value = Number.parseInt(code, 16)
    return value <= 0x10ffff ? String.fromCodePoint(value) : whole
  }
  if (joint !== undefined) return ''
  if (letter === undefined || letter === 'n') return undefined
  return ESCAPED[letter] ?? letter
}
