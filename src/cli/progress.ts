// How far long work has come. On a terminal one line that is written anew; elsewhere a plain line now and then; with
// --json and --quiet nothing at all.

import type { Language, Text } from '../core/index.ts'
import { grouped } from './locale.ts'
import type { World } from './world.ts'

/** Milliseconds of work before anything is shown, and between two showings. */
const PATIENCE = { terminal: 300, plain: 3000 }
const PAUSE = { terminal: 80, plain: 5000 }

export class Progress {
  readonly #world: World
  readonly #language: Language
  readonly #silent: boolean
  readonly #kind: 'terminal' | 'plain'
  readonly #began: number
  #shown = Number.NEGATIVE_INFINITY
  #isOpen = false

  constructor(world: World, language: Language, silent: boolean) {
    this.#world = world
    this.#language = language
    this.#silent = silent
    this.#kind = world.stderr.isTTY ? 'terminal' : 'plain'
    this.#began = silent ? 0 : world.now()
  }

  /** `done` of `total` of what `label` names; cheap enough to be called for every page. */
  step(label: Text, done: number, total: number): void {
    if (this.#silent) return
    const now = this.#world.now()
    if (now - this.#began < PATIENCE[this.#kind] || now - this.#shown < PAUSE[this.#kind]) return
    this.#shown = now
    const line = `${label[this.#language]} ${grouped(done)}/${grouped(total)}`
    if (this.#kind === 'plain') {
      this.#world.stderr.write(`${line}\n`)
      return
    }
    this.#world.stderr.write(`\r\u001b[K${line}`)
    this.#isOpen = true
  }

  /** Takes the line away before something else is printed. */
  clear(): void {
    if (this.#isOpen) this.#world.stderr.write('\r\u001b[K')
    this.#isOpen = false
  }
}
