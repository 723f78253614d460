// Page boxes (ISO 32000-1 §14.11.2) as numbers, and how they lie to each other. Points from the page's origin.

import type { Box } from './content/matrix.ts'
import type { PdfFile } from './pdf-file.ts'
import type { PdfValue } from './pdf-syntax.ts'

/** Four numbers, sorted; undefined where there are others. */
export function boxOf(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const numbers = file.array(value).map((item) => file.resolve(item))
  const [x1, y1, x2, y2] = numbers
  if (numbers.length !== 4) return undefined
  if (typeof x1 !== 'number' || typeof y1 !== 'number' || typeof x2 !== 'number' || typeof y2 !== 'number')
    return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** Writers round to two decimals or more. */
export const SLACK = 0.011

/** Whether `inner` lies in `outer`, but for `slack`. */
export const inside = (inner: Box, outer: Box, slack: number = SLACK): boolean =>
  inner[0] >= outer[0] - slack &&
  inner[1] >= outer[1] - slack &&
  inner[2] <= outer[2] + slack &&
  inner[3] <= outer[3] + slack

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a[0] < b[2] - SLACK && b[0] < a[2] - SLACK && a[1] < b[3] - SLACK && b[1] < a[3] - SLACK

export const sizeOf = ([left, bottom, right, top]: Box): string =>
  `${(right - left).toFixed(1)} × ${(top - bottom).toFixed(1)}`

export const POINTS_PER_MM: number = 72 / 25.4
