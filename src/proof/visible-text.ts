// Text as a proof compares it: what can be seen, in one string, and beside it where blank or a line end stood. Blank
// is not compared, for lines end where the page wants; only a space between two Western words is (see check-text).

/** `line`: a line, column or page ended; `space`: blank within a line. */
export type Gap = 'space' | 'line'

export interface VisibleText {
  readonly text: string
  /** What stood before the unit of this index, where anything did. */
  readonly gaps: ReadonlyMap<number, Gap>
}

/** White space and characters without a body, which are never printed: a hyphen at a line end is a soft one. */
const BLANK = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g
const HAS_WIDTH = /[^\u00AD\u200B-\u200F\u2060\uFEFF]/

/** Gathers text piece by piece. */
export class VisibleTextBuilder {
  readonly #parts: string[] = []
  readonly #gaps = new Map<number, Gap>()
  #length = 0

  get length(): number {
    return this.#length
  }

  add(text: string): void {
    let start = 0
    for (const blank of text.matchAll(BLANK)) {
      this.#append(text.slice(start, blank.index))
      if (HAS_WIDTH.test(blank[0])) this.gap('space')
      start = blank.index + blank[0].length
    }
    this.#append(start === 0 ? text : text.slice(start))
  }

  /** A line end outweighs a space. */
  gap(kind: Gap): void {
    if (this.#gaps.get(this.#length) !== 'line') this.#gaps.set(this.#length, kind)
  }

  finish(): VisibleText {
    return { text: this.#parts.join(''), gaps: this.#gaps }
  }

  #append(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
  }
}

/** `text` without its blanks. */
export const withoutBlanks = (text: string): string => text.replace(BLANK, '')

/** Index in `text` of each of its visible units. */
export function visibleIndices(text: string): number[] {
  const indices: number[] = []
  let start = 0
  const upTo = (end: number): void => {
    for (let i = start; i < end; i++) indices.push(i)
  }
  for (const blank of text.matchAll(BLANK)) {
    upTo(blank.index)
    start = blank.index + blank[0].length
  }
  upTo(text.length)
  return indices
}
