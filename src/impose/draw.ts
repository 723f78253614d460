// Marks as operators, and the ink they are drawn in. In: lines, boxes and rings. Out: operators that leave the colour to
// whoever puts them on a page; the colour space of the ink.

import { type PDFContext, PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { MarkInk } from './ink.ts'
import type { Mark } from './mark.ts'
import { MM } from './paper.ts'

/** Widths of lines, in points. */
const [THIN, BOLD] = [0.25, 0.7]

const DASH = 1 * MM

/** At most four decimals, no exponent, the same on every machine. */
export function num(value: number): string {
  const fixed = (Math.round(value * 1e4) / 1e4 + 0).toFixed(4).replace(/\.?0+$/, '')
  return fixed === '-0' ? '0' : fixed
}

export function drawMarks(marks: readonly Mark[]): string {
  if (marks.length === 0) return ''
  return [`${THIN} w`, ...marks.map((mark) => operatorsOf(mark))].join('\n')
}

function operatorsOf(mark: Mark): string {
  switch (mark.kind) {
    case 'line':
      return STYLES[mark.style ?? 'thin'](
        `${mark.from.map(num).join(' ')} m ${mark.to.map(num).join(' ')} l S`,
      )
    case 'box':
      return `${[mark.x, mark.y, mark.width, mark.height].map(num).join(' ')} re f`
    case 'ring':
      return ring(mark.centre, mark.radius)
  }
}

const STYLES: Readonly<Record<'thin' | 'dashed' | 'bold', (line: string) => string>> = {
  thin: (line) => line,
  dashed: (line) => `[${num(DASH)}] 0 d ${line} [] 0 d`,
  bold: (line) => `${BOLD} w ${line} ${THIN} w`,
}

/** Control points of a quarter of a circle of radius 1, off by less than 0.03 %. */
const KAPPA = 0.5523

function ring([x, y]: readonly [number, number], r: number): string {
  const k = r * KAPPA
  const point = (dx: number, dy: number): string => `${num(x + dx)} ${num(y + dy)}`
  const curve = (...points: readonly string[]): string => `${points.join(' ')} c`
  return [
    `${point(r, 0)} m`,
    curve(point(r, k), point(k, r), point(0, r)),
    curve(point(-k, r), point(-r, k), point(-r, 0)),
    curve(point(-r, -k), point(-k, -r), point(0, -r)),
    curve(point(k, -r), point(r, -k), point(r, 0)),
    's',
  ].join(' ')
}

/** The colour space /All; undefined for plain black. On a device without plates it is all four process inks. */
export function markResources(ink: MarkInk, context: PDFContext): PDFDict | undefined {
  if (ink === 'black') return undefined
  const tint = context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 })
  const space = context.register(context.obj(['Separation', 'All', 'DeviceCMYK', tint]))
  const spaces = PDFDict.withContext(context)
  spaces.set(PDFName.of('All'), space)
  return spaces
}
