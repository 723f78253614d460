// Affine maps as PDF writes them (ISO 32000-1, 8.3.3): [a b c d e f] takes (x, y) to (ax + cy + e, bx + dy + f).

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Edges of an upright rectangle, in points. */
export interface Rect {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** First `inner`, then `outer`. */
export function joined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [p, q, r, s, t, u] = outer
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

/** The way back; maps of pages never flatten anything. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const area = a * d - b * c
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area]
}

/** Where a rectangle comes to lie under a map that turns by right angles. */
export function mapped({ left, bottom, right, top }: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const [x1, y1] = [a * left + c * bottom + e, b * left + d * bottom + f]
  const [x2, y2] = [a * right + c * top + e, b * right + d * top + f]
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  }
}

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]
