// A figure over many places: its mean, how far it strays, its percentiles, the most. In: values one by one. Out: the
// summary. Percentiles are read off a count by thousandths, so that a book of any length takes the same room.

export interface Spread {
  readonly mean: number
  /** Standard deviation. */
  readonly deviation: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** Values are told apart in thousandths up to here. */
const CEILING = 5

export class SpreadGauge {
  readonly #thousandths = new Float64Array(CEILING * 1000 + 1)
  #count = 0
  #sum = 0
  #squares = 0
  #most = 0

  /** Takes in a value from 0 that stands at so many places. */
  add(value: number, places = 1): void {
    if (places === 0) return
    this.#count += places
    this.#sum += places * value
    this.#squares += places * value * value
    this.#most = Math.max(this.#most, value)
    const at = Math.min(CEILING * 1000, Math.round(value * 1000))
    this.#thousandths[at] = (this.#thousandths[at] ?? 0) + places
  }

  get summary(): Spread {
    const n = Math.max(1, this.#count)
    const mean = this.#sum / n
    return {
      mean,
      deviation: Math.sqrt(Math.max(0, this.#squares / n - mean * mean)),
      p95: this.#percentile(0.95),
      p99: this.#percentile(0.99),
      most: this.#most,
    }
  }

  /** The least value that so large a part of all places does not exceed. */
  #percentile(part: number): number {
    let left = part * this.#count
    for (const [at, places] of this.#thousandths.entries()) {
      left -= places
      if (left <= 1e-9) return at / 1000
    }
    return CEILING
  }
}
