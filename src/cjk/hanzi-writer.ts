// A text in the making whose every unit knows what it was made of. In: stretches of the input to copy, and Hanzi with
// their places in it. Out: the text and the way back.

import type { Piece } from './hanzi-numbers.ts'

export interface HanziText {
  readonly text: string
  /** For each unit of `text`, the unit of the input it was made of; never falls. */
  readonly from: Int32Array
}

/** Collects output with its origins. */
export class HanziWriter {
  readonly #input: string
  #text = ''
  readonly #from: number[] = []

  constructor(input: string) {
    this.#input = input
  }

  copy(start: number, end: number): void {
    for (let i = start; i < end; i++) this.#from.push(i)
    this.#text += this.#input.slice(start, end)
  }

  /** Text made of the input unit `at`. */
  put(text: string, at: number): void {
    for (let i = 0; i < text.length; i++) this.#from.push(at)
    this.#text += text
  }

  pieces(pieces: readonly Piece[], start: number): void {
    for (const { text, digit } of pieces) this.put(text, start + digit)
  }

  finish(): HanziText {
    return { text: this.#text, from: Int32Array.from(this.#from) }
  }
}
