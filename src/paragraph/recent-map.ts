// A map that keeps the entries added last, so many at most: for answers that are asked again and again.

export class RecentMap<K, V> {
  readonly #most: number
  readonly #entries = new Map<K, V>()

  /** @param most entries, at least 1 */
  constructor(most: number) {
    this.#most = most
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: K): V | undefined {
    return this.#entries.get(key)
  }

  /** The entry added first makes room. */
  set(key: K, value: V): void {
    if (this.#entries.size >= this.#most && !this.#entries.has(key)) {
      const [oldest] = this.#entries.keys()
      if (oldest !== undefined) this.#entries.delete(oldest)
    }
    this.#entries.set(key, value)
  }
}
