// Operators of the graphics state and of colour (ISO 32000-1 tables 57 and 74).

import { isDict, isName, type PdfDict, type PdfValue } from '../pdf-syntax.ts'
import type { ColourSpace, DeviceSpace } from './colour-space.ts'
import { matrixOf, times } from './matrix.ts'
import type { Run } from './run.ts'
import type { Colour } from './state.ts'

export type Operator = (run: Run, operands: readonly PdfValue[]) => void

const nothing: Operator = () => {}

const numbersOf = (operands: readonly PdfValue[]): number[] =>
  operands.filter((value): value is number => typeof value === 'number')

type Side = 'fill' | 'stroke'

/** `g`, `rg`, `k` and their stroking twins. */
const device =
  (side: Side, name: DeviceSpace): Operator =>
  (run, operands) => {
    run.state[side] = { space: run.space(name), values: numbersOf(operands) }
  }

/** `cs`, `CS`: the space with its first colour (§8.6.5.1). */
const setSpace =
  (side: Side): Operator =>
  (run, [name]) => {
    if (isName(name)) run.state[side] = firstColour(run.space(name.name))
  }

function firstColour(space: ColourSpace): Colour {
  const { family, components } = space
  if (family === 'DeviceCMYK' || (family === 'ICCBased' && components === 4))
    return { space, values: [0, 0, 0, 1] }
  const value = family === 'Separation' || family === 'DeviceN' ? 1 : 0
  return { space, values: new Array<number>(components).fill(value) }
}

/** `sc`, `scn` and their twins. */
const setColour =
  (side: Side): Operator =>
  (run, operands) => {
    const { space } = run.state[side]
    const last = operands.at(-1)
    const pattern = isName(last) ? run.resource('Pattern', last.name) : undefined
    run.state[side] = { space, values: numbersOf(operands), ...(pattern !== undefined && { pattern }) }
  }

const save: Operator = (run) => {
  run.stack.push({ ...run.state })
  run.events.depth(run.stack.length)
}

const restore: Operator = (run) => {
  const state = run.stack.pop()
  if (state) run.state = state
  else run.events.problem({ kind: 'unbalanced', what: 'q' })
}

const concat: Operator = (run, operands) => {
  const matrix = matrixOf(operands)
  if (matrix) run.state.ctm = times(matrix, run.state.ctm)
}

/** `gs`: what of a parameter dictionary bears on ink (§8.4.5). */
const parameters: Operator = (run, [name]) => {
  if (!isName(name)) return
  const dict = run.file.dict(run.resource('ExtGState', name.name))
  overprint(run, dict)
  const font = run.file.array(dict.get('Font'))
  if (font.length > 0) run.state.use = run.shelf.use(font[0])
  const mask = run.file.resolve(dict.get('SMask'))
  const group = isDict(mask) ? run.file.stream(mask.get('G')) : undefined
  if (group) run.inside.softMask(run, group)
}

/** OP alone sets both; op sets the filling one (table 58). */
function overprint({ file, state }: Run, dict: PdfDict): void {
  const [upper, lower] = [file.resolve(dict.get('OP')), file.resolve(dict.get('op'))]
  const mode = file.number(dict.get('OPM'))
  if (typeof upper === 'boolean') state.overprintStroke = upper
  if (typeof (lower ?? upper) === 'boolean') state.overprintFill = (lower ?? upper) === true
  if (mode !== undefined) state.overprintMode = mode
}

export const STATE_OPERATORS: Readonly<Record<string, Operator>> = {
  q: save,
  Q: restore,
  cm: concat,
  gs: parameters,
  w: nothing,
  J: nothing,
  j: nothing,
  M: nothing,
  d: nothing,
  ri: nothing,
  i: nothing,
  g: device('fill', 'DeviceGray'),
  G: device('stroke', 'DeviceGray'),
  rg: device('fill', 'DeviceRGB'),
  RG: device('stroke', 'DeviceRGB'),
  k: device('fill', 'DeviceCMYK'),
  K: device('stroke', 'DeviceCMYK'),
  cs: setSpace('fill'),
  CS: setSpace('stroke'),
  sc: setColour('fill'),
  SC: setColour('stroke'),
  scn: setColour('fill'),
  SCN: setColour('stroke'),
  // Sections that other readers may skip; what stands in them is run all the same (§7.8.2).
  BX: nothing,
  EX: nothing,
  // Metrics of a Type 3 glyph.
  d0: nothing,
  d1: nothing,
}
