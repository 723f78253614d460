// Where things stand in the author's files. Offsets are UTF-16 units from the start of the decoded file; lines and
// columns are worked out only when something is printed.

/** A piece of a file: `[start, end)` in UTF-16 units. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** A decoded file as the readers got it. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Line and column of an offset, both from 1; columns count characters (code points), as editors do. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Finds lines of one file by binary search over its line starts. Remembers the last position it gave: a file may be one
 * line of megabytes, and many messages about it shall not count its characters from the start each time.
 */
export class LineIndex {
  readonly #text: string
  readonly #starts: number[] = [0]
  #last: Position & { readonly at: number } = { line: 1, column: 1, at: 0 }

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  get lineCount(): number {
    return this.#starts.length
  }

  /** The position of an offset; offsets past the end name the end. */
  positionOf(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#text.length))
    const line = this.lineAt(at)
    const column = this.#columnOf(line, at)
    this.#last = { line, column, at }
    return { line, column }
  }

  /** Counted from the position asked for before when that is nearer than the start of the line. */
  #columnOf(line: number, at: number): number {
    const start = this.startOf(line)
    const known = this.#last
    if (known.line !== line || at - start < Math.abs(at - known.at))
      return 1 + codePointsIn(this.#text, start, at)
    return at >= known.at
      ? known.column + codePointsIn(this.#text, known.at, at)
      : known.column - codePointsIn(this.#text, at, known.at)
  }

  /** The line (from 1) of an offset. */
  lineAt(offset: number): number {
    return lastUpTo(this.#starts, offset) + 1
  }

  /** The offset at which a line (from 1) begins. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? 0
  }

  /** The text of a line (from 1), without its line end. */
  lineText(line: number): string {
    const end = (this.#starts[line] ?? this.#text.length + 1) - 1
    return this.#text.slice(this.startOf(line), this.#text[end - 1] === '\r' ? end - 1 : end)
  }
}

/** Index of the last of the ascending `starts` that is not after `at`. */
function lastUpTo(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** How many characters begin in `[from, to)`: all units but the second halves of surrogate pairs. */
function codePointsIn(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    const isSecondHalf =
      isLowSurrogate(text.charCodeAt(i)) && i > 0 && isHighSurrogate(text.charCodeAt(i - 1))
    if (!isSecondHalf) count++
  }
  return count
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/**
 * Text taken out of a file together with the way back: text unit `i` came from file offset `offsetAt(i)`.
 * Kept as runs, because YAML only ever drops or joins whole stretches: unit `textStarts[k] + d` came from
 * `fileStarts[k] + d`.
 */
export class SourceText {
  readonly text: string
  readonly file: string
  readonly #textStarts: readonly number[]
  readonly #fileStarts: readonly number[]

  constructor(text: string, file: string, textStarts: readonly number[], fileStarts: readonly number[]) {
    this.text = text
    this.file = file
    this.#textStarts = textStarts
    this.#fileStarts = fileStarts
  }

  /** Text that stands in the file letter for letter from `start` on. */
  static verbatim(text: string, file: string, start: number): SourceText {
    return new SourceText(text, file, [0], [start])
  }

  /** The file offset of a text unit; `text.length` names the end. */
  offsetAt(index: number): number {
    const run = lastUpTo(this.#textStarts, index)
    return (this.#fileStarts[run] ?? 0) + (index - (this.#textStarts[run] ?? 0))
  }

  /** The file span of the text units `[from, to)`. */
  spanOf(from = 0, to: number = this.text.length): Span {
    const start = this.offsetAt(from)
    return { file: this.file, start, end: to > from ? this.offsetAt(to - 1) + 1 : start }
  }
}
