// Operators that make and paint paths, shadings and external objects (ISO 32000-1 tables 59, 60, 77 and 87). Paths are
// kept as boxes: where they paint is all that is asked.

import { isName, type PdfDict } from '../pdf-syntax.ts'
import { colourSpaceOf } from './colour-space.ts'
import { type Box, BoxBuilder, boxUnder } from './matrix.ts'
import type { Operator } from './operators-state.ts'
import type { Run } from './run.ts'

/** Every pair of operands is a point. */
const points: Operator = (run, operands) => {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const [x, y] = [operands[i], operands[i + 1]]
    if (typeof x === 'number' && typeof y === 'number') run.path.add(run.state.ctm, x, y)
  }
}

const rectangle: Operator = (run, [x, y, width, height]) => {
  if (typeof x !== 'number' || typeof y !== 'number') return
  if (typeof width !== 'number' || typeof height !== 'number') return
  const { ctm } = run.state
  run.path.add(ctm, x, y)
  run.path.add(ctm, x + width, y)
  run.path.add(ctm, x, y + height)
  run.path.add(ctm, x + width, y + height)
}

const paintPath =
  (fills: boolean, strokes: boolean): Operator =>
  (run) => {
    const box = run.path.finish()
    run.path = new BoxBuilder()
    if (!box) return
    if (fills) run.paint('fill', run.state.fill, box)
    if (strokes) run.paint('stroke', run.state.stroke, box)
  }

const UNIT: Box = [0, 0, 1, 1]

const shading: Operator = (run, [name]) => {
  if (!isName(name)) return
  const dict = run.file.dict(run.resource('Shading', name.name))
  const space = colourSpaceOf(run.file, dict.get('ColorSpace'), run.resources)
  run.paint('shading', { space, values: [] }, undefined)
}

/** Draws a form or an image; what else there is (PostScript) draws nothing and is a problem. */
const draw: Operator = (run, [name]) => {
  if (!isName(name)) return
  const value = run.resource('XObject', name.name)
  const stream = run.file.stream(value)
  if (!stream) return
  const subtype = run.file.name(stream.dict.get('Subtype'))
  if (subtype === 'Form') run.inside.form(run, stream)
  else if (subtype === 'Image') paintImage(run, stream.dict, stream)
  else run.events.problem({ kind: 'postscript' })
}

/** An image paints its own colours, a mask the fill colour (§8.9.6.2). */
export function paintImage(
  run: Run,
  dict: PdfDict,
  stream: Parameters<Run['inside']['form']>[1] | undefined,
): void {
  const isMask = run.file.resolve(dict.get('ImageMask') ?? dict.get('IM')) === true
  const value = dict.get('ColorSpace') ?? dict.get('CS')
  const space = value === undefined ? undefined : colourSpaceOf(run.file, value, run.resources)
  run.events.image({ dict, stream, space, isMask })
  const box = boxUnder(run.state.ctm, UNIT)
  if (isMask) run.paint('fill', run.state.fill, box)
  else run.paint('image', { space: space ?? { family: 'unknown', components: 1 }, values: [] }, box)
}

export const PATH_OPERATORS: Readonly<Record<string, Operator>> = {
  m: points,
  l: points,
  c: points,
  v: points,
  y: points,
  re: rectangle,
  h: () => {},
  W: () => {},
  'W*': () => {},
  n: paintPath(false, false),
  f: paintPath(true, false),
  F: paintPath(true, false),
  'f*': paintPath(true, false),
  S: paintPath(false, true),
  s: paintPath(false, true),
  B: paintPath(true, true),
  'B*': paintPath(true, true),
  b: paintPath(true, true),
  'b*': paintPath(true, true),
  sh: shading,
  Do: draw,
}
