// Spans → lines and columns, by the texts of this run. In: spans of files that were read. Out: positions and the lines
// they stand in. Loaded only when a message needs it: it brings the readers with it.

import { type Files, LineIndex, type Position, type Span } from '../core/index.ts'
import { decodeText } from '../source/index.ts'

export class Places {
  readonly #files: Files
  readonly #indexes = new Map<string, LineIndex | undefined>()

  constructor(files: Files) {
    this.#files = files
  }

  /** Undefined where a file as a whole is meant, or has no text. */
  positionOf(span: Span): Position | undefined {
    return isWholeFile(span) ? undefined : this.#indexOf(span.file)?.positionOf(span.start)
  }

  /** The line in which a span begins, with the stretch of it that the span covers, in UTF-16 units. */
  lineOf(span: Span): { text: string; from: number; to: number } | undefined {
    const index = this.#indexOf(span.file)
    const position = this.positionOf(span)
    if (index === undefined || position === undefined) return undefined
    const text = index.lineText(position.line)
    const from = Math.min(text.length, span.start - index.startOf(position.line))
    return { text, from, to: Math.max(from, Math.min(text.length, from + span.end - span.start)) }
  }

  /** `file:line:column`, or the file alone. */
  nameOf(span: Span): string {
    const position = this.positionOf(span)
    return position === undefined ? span.file : `${span.file}:${position.line}:${position.column}`
  }

  #indexOf(file: string): LineIndex | undefined {
    if (!this.#indexes.has(file)) {
      const text = this.#textOf(file)
      this.#indexes.set(file, text === undefined ? undefined : new LineIndex(text))
    }
    return this.#indexes.get(file)
  }

  #textOf(file: string): string | undefined {
    try {
      const bytes = this.#files.read(file)
      return bytes && decodeText(file, bytes).value
    } catch {
      return undefined
    }
  }
}

/** What is said of a file and not of a place in it has an empty span at its start. */
export const isWholeFile = ({ start, end }: Span): boolean => start === 0 && end === 0
