// Digits and letters as strokes, like those of a pocket calculator: a label that needs no font. In: digits, A, b and blanks. Out:
// lines in points.

import type { Mark, Point } from './mark.ts'
import { MM } from './paper.ts'

/** Size of one sign, and the way to the next. */
const [WIDTH, HEIGHT, ADVANCE] = [2 * MM, 4 * MM, 3.2 * MM]

/**
 * The seven strokes by their usual letters, in halves of the height and wholes of the width from the lower left.
 *
 *    ─a─
 *   f   b
 *    ─g─
 *   e   c
 *    ─d─
 */
const STROKES: Readonly<Record<string, readonly [from: Point, to: Point]>> = {
  a: [
    [0, 2],
    [1, 2],
  ],
  b: [
    [1, 1],
    [1, 2],
  ],
  c: [
    [1, 0],
    [1, 1],
  ],
  d: [
    [0, 0],
    [1, 0],
  ],
  e: [
    [0, 0],
    [0, 1],
  ],
  f: [
    [0, 1],
    [0, 2],
  ],
  g: [
    [0, 1],
    [1, 1],
  ],
}

const SIGNS: Readonly<Record<string, string>> = {
  0: 'abcdef',
  1: 'bc',
  2: 'abdeg',
  3: 'abcdg',
  4: 'bcfg',
  5: 'acdfg',
  6: 'acdefg',
  7: 'abc',
  8: 'abcdefg',
  9: 'abcdfg',
  A: 'abcefg',
  b: 'cdefg',
}

/** `text` with its lower left corner at a point. */
export function labelStrokes(text: string, [x, y]: Point): readonly Mark[] {
  return [...text].flatMap((sign, i) => {
    const at = ([column, half]: Point): Point => [x + i * ADVANCE + column * WIDTH, y + (half * HEIGHT) / 2]
    return [...(SIGNS[sign] ?? '')].flatMap((name): Mark[] => {
      const stroke = STROKES[name]
      return stroke === undefined
        ? []
        : [{ kind: 'line', from: at(stroke[0]), to: at(stroke[1]), style: 'bold' }]
    })
  })
}
