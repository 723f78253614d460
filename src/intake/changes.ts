// The log. In: the input, the pieces of the draft with the place each unit came from, and the places the stages
// touched. Out: every difference between the two. It is read off the alignment itself and the stages only give the
// names of the rules, so a unit that is neither in the draft nor accounted for is a bug and throws.

import type { Piece } from './draft.ts'
import type { Change, DraftPlace } from './imported.ts'
import type { Rule } from './rules.ts'
import type { Touch } from './trace.ts'

export function changesOf(
  input: string,
  pieces: readonly Piece[],
  touches: readonly Touch[],
): readonly Change[] {
  const log = new Log(input, touches)
  let next = 0
  for (const piece of pieces) {
    const { text, from } = piece.traced
    for (let i = 0; i < text.length; ) {
      const at = from[i] ?? 0
      let end = i + 1
      while (end < text.length && from[end] === at) end++
      if (at > next) log.remove(next, at, piece, i)
      if (end > i + 1 || text.charCodeAt(i) !== input.charCodeAt(at))
        log.put(at, text.slice(i, end), piece, i)
      next = at + 1
      i = end
    }
  }
  const last = pieces.at(-1)
  if (next < input.length) log.remove(next, input.length, last, last?.traced.text.length ?? 0)
  return log.finished()
}

/** Writes changes in the order of the input; what follows a change directly and is of its touch joins it. */
class Log {
  readonly #input: string
  readonly #touches: readonly Touch[]
  /** For each input unit the touch that had the last word on it, from 1; 0 for none. */
  readonly #touchAt: Int32Array
  readonly #positions: Positions
  readonly #changes: Change[] = []
  // The change being written: input units [start, end) became `text`.
  #start = 0
  #end = -1
  #text = ''
  #touch = 0
  #piece: Piece | undefined
  #offset = 0

  constructor(input: string, touches: readonly Touch[]) {
    this.#input = input
    this.#touches = touches
    this.#positions = new Positions(input)
    this.#touchAt = new Int32Array(input.length)
    let k = 0
    for (const { start, end } of touches) this.#touchAt.fill(++k, start, end)
  }

  /** Input units `[start, end)` are not in the draft. */
  remove(start: number, end: number, piece: Piece | undefined, offset: number): void {
    for (let at = start; at < end; ) {
      const touch = this.#touchAt[at] ?? 0
      const first = at
      while (at < end && this.#touchAt[at] === touch) at++
      this.#add(first, at, '', touch, piece, offset)
    }
  }

  /** One input unit became `text`. */
  put(at: number, text: string, piece: Piece, offset: number): void {
    this.#add(at, at + 1, text, this.#touchAt[at] ?? 0, piece, offset)
  }

  /** All changes; nothing can be added after. */
  finished(): readonly Change[] {
    this.#write()
    return this.#changes
  }

  #add(
    start: number,
    end: number,
    text: string,
    touch: number,
    piece: Piece | undefined,
    offset: number,
  ): void {
    if (this.#end === start && this.#touch === touch) {
      this.#end = end
      this.#text += text
      return
    }
    this.#write()
    this.#start = start
    this.#end = end
    this.#text = text
    this.#touch = touch
    this.#piece = piece
    this.#offset = offset
  }

  #write(): void {
    if (this.#end < 0) return
    const offset = this.#start
    const text = this.#input.slice(offset, this.#end)
    const { line, column } = this.#positions.moveTo(offset)
    const rule = this.#touches[this.#touch - 1]?.rule ?? ruleOfBlank(text, offset)
    const before = { line, column, offset, text }
    const after =
      this.#piece === undefined
        ? { text: this.#text }
        : { text: this.#text, where: placeAt(this.#piece.place, this.#offset) }
    this.#changes.push({ rule, before, after })
  }
}

/** Written out, because a spread costs more than all the rest of a change. */
function placeAt({ part, section, paragraph }: Piece['place'], offset: number): DraftPlace {
  if (section === undefined) return { part, offset }
  return paragraph === undefined ? { part, section, offset } : { part, section, paragraph, offset }
}

/** Blank at the edges of what was recognised goes without a rule of its own; anything else must have one. */
function ruleOfBlank(text: string, start: number): Rule {
  if (text.trim() === '') return 'padding-space'
  throw new Error(`input lost without a rule at ${start}: ${JSON.stringify(text.slice(0, 40))}`)
}

/** Line and column of rising offsets, in one walk: asking for each by itself would cost a long line each time. */
class Positions {
  readonly #text: string
  #offset = 0
  line = 1
  column = 1

  constructor(text: string) {
    this.#text = text
  }

  /** Itself, at `offset`. */
  moveTo(offset: number): this {
    for (; this.#offset < offset; this.#offset++) {
      const code = this.#text.charCodeAt(this.#offset)
      if (code === 0x0a) {
        this.line++
        this.column = 1
      } else if (code < 0xdc00 || code > 0xdfff) this.column++
    }
    return this
  }
}
