// Transformation matrices of PDF (ISO 32000-1 §8.3.3), six numbers each, and the boxes of what they carry. Row vectors:
// `times(a, b)` is first a, then b.

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

/** `m` with its origin moved by (x, y) of its own units. */
export const moved = (m: Matrix, x: number, y: number): Matrix => [
  m[0],
  m[1],
  m[2],
  m[3],
  x * m[0] + y * m[2] + m[4],
  x * m[1] + y * m[3] + m[5],
]

/** Negative where it mirrors. */
export const determinant = (m: Matrix): number => m[0] * m[3] - m[1] * m[2]

/** Six numbers as a matrix; undefined where there are others. */
export function matrixOf(values: readonly unknown[]): Matrix | undefined {
  const [a, b, c, d, e, f] = values
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return undefined
  if (typeof d !== 'number' || typeof e !== 'number' || typeof f !== 'number') return undefined
  return [a, b, c, d, e, f]
}

/** Gathers points of user space into a box of the page. */
export class BoxBuilder {
  #left = Number.POSITIVE_INFINITY
  #bottom = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.NEGATIVE_INFINITY

  add([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    const px = a * x + c * y + e
    const py = b * x + d * y + f
    this.#left = Math.min(this.#left, px)
    this.#right = Math.max(this.#right, px)
    this.#bottom = Math.min(this.#bottom, py)
    this.#top = Math.max(this.#top, py)
  }

  /** Undefined while there is no point. */
  finish(): Box | undefined {
    if (this.#left > this.#right) return undefined
    return [this.#left, this.#bottom, this.#right, this.#top]
  }
}

/** The box of a rectangle carried by a matrix. */
export function boxUnder(matrix: Matrix, [left, bottom, right, top]: Box): Box {
  const builder = new BoxBuilder()
  for (const x of [left, right]) for (const y of [bottom, top]) builder.add(matrix, x, y)
  return builder.finish() ?? [0, 0, 0, 0]
}
