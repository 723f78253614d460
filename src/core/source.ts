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

/** Finds lines of one file by binary search over its line starts. */
export class LineIndex {
  readonly #text: string
  readonly #starts: number[] = [0]

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
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    const start = this.#starts[low] ?? 0
    return { line: low + 1, column: [...this.#text.slice(start, at)].length + 1 }
  }

  /** The text of a line (from 1), without its line end. */
  lineText(line: number): string {
    const start = this.#starts[line - 1] ?? 0
    const end = this.#starts[line] ?? this.#text.length + 1
    return this.#text.slice(start, end - 1).replace(/\r$/, '')
  }
}

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
    let low = 0
    let high = this.#textStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#textStarts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return (this.#fileStarts[low] ?? 0) + (index - (this.#textStarts[low] ?? 0))
  }

  /** The file span of the text units `[from, to)`. */
  spanOf(from = 0, to: number = this.text.length): Span {
    const start = this.offsetAt(from)
    return { file: this.file, start, end: to > from ? this.offsetAt(to - 1) + 1 : start }
  }
}
