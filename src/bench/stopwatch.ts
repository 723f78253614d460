// Milliseconds between one call and the next, by name.

export class Stopwatch {
  readonly #laps: Record<string, number>
  #last: number = performance.now()

  constructor(before: Readonly<Record<string, number>> = {}) {
    this.#laps = { ...before }
  }

  /** What has passed since the last lap goes to `name`, beside what is there already. */
  lap(name: string): void {
    const now = performance.now()
    this.#laps[name] = (this.#laps[name] ?? 0) + now - this.#last
    this.#last = now
  }

  get laps(): Readonly<Record<string, number>> {
    return this.#laps
  }
}
