// Marks of the printer outside the bleed: cut marks at the corners of the trim, register marks at the middles of its
// sides. In the colour All, which prints on every plate. Coordinates run down from the top left of the media.

import type { PrintersMark } from './plan.ts'
import { num } from './text/number.ts'

/** Where the trim stands on the media, and what is around it; points. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly bleed: number
  readonly slug: number
}

/** All of them in points: weight of a line, a mark's length, least distance from the trim, radius of a register mark. */
const WEIGHT = 0.25
const LENGTH = 14
const OFF = 8.5
const RADIUS = 4

/** The name the content calls the colour by. */
export const REGISTRATION = 'Registration'

/** The colour space All (ISO 32000-1, 8.6.6.4): full tint is full ink on every plate. */
export const registrationSpace: readonly unknown[] = [
  'Separation',
  'All',
  'DeviceCMYK',
  { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 },
]

/** Operators of the marks; empty where there are none. */
export function pressMarks(marks: readonly PrintersMark[], sheet: Sheet): string {
  if (marks.length === 0) return ''
  const lines = [
    ...(marks.includes('crop') ? cropMarks(sheet) : []),
    ...(marks.includes('registration') ? registerMarks(sheet) : []),
  ]
  return `q /${REGISTRATION} CS 1 SCN ${num(WEIGHT)} w\n${lines.join('\n')}\nQ`
}

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`

function cropMarks({ width, height, bleed, slug }: Sheet): readonly string[] {
  const inset = bleed + slug
  const off = Math.max(OFF, bleed)
  const [near, far] = [inset - off, Math.max(0, inset - off - LENGTH)]
  const xs = [inset, width - inset]
  const ys = [inset, height - inset]
  return [
    ...xs.flatMap((x) => [line(x, far, x, near), line(x, height - near, x, height - far)]),
    ...ys.flatMap((y) => [line(far, y, near, y), line(width - near, y, width - far, y)]),
  ]
}

function registerMarks({ width, height, slug }: Sheet): readonly string[] {
  const middle = slug / 2
  return [
    [width / 2, middle],
    [width / 2, height - middle],
    [middle, height / 2],
    [width - middle, height / 2],
  ].flatMap(([x = 0, y = 0]) => target(x, y))
}

/** A cross in a circle. */
function target(x: number, y: number): readonly string[] {
  const arm = RADIUS * 1.8
  // A quarter of a circle as a Bézier curve.
  const k = RADIUS * 0.5523
  const point = (dx: number, dy: number): string => `${num(x + dx)} ${num(y + dy)}`
  const circle = [
    `${point(RADIUS, 0)} m`,
    `${point(RADIUS, k)} ${point(k, RADIUS)} ${point(0, RADIUS)} c`,
    `${point(-k, RADIUS)} ${point(-RADIUS, k)} ${point(-RADIUS, 0)} c`,
    `${point(-RADIUS, -k)} ${point(-k, -RADIUS)} ${point(0, -RADIUS)} c`,
    `${point(k, -RADIUS)} ${point(RADIUS, -k)} ${point(RADIUS, 0)} c S`,
  ]
  return [circle.join(' '), line(x - arm, y, x + arm, y), line(x, y - arm, x, y + arm)]
}
