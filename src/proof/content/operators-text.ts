// Operators of text (ISO 32000-1 §9.3, §9.4). The pen is carried along, so that every piece has the place where it
// begins and ends.

import type { Showing } from '../fonts/glyph-use.ts'
import type { PdfFont } from '../fonts/pdf-font.ts'
import { isArray, isName, isString, type PdfValue } from '../pdf-syntax.ts'
import { type Box, BoxBuilder, IDENTITY, type Matrix, matrixOf, moved, times } from './matrix.ts'
import type { Operator } from './operators-state.ts'
import type { Run } from './run.ts'
import { type GraphicsState, paintsText } from './state.ts'

type NumberKey = 'charSpace' | 'wordSpace' | 'leading' | 'rise' | 'render'

const set =
  (key: NumberKey): Operator =>
  ({ state }, [value]) => {
    if (typeof value === 'number') state[key] = value
  }

const begin: Operator = (run) => {
  if (run.inText) run.events.problem({ kind: 'unbalanced', what: 'BT' })
  run.inText = true
  run.textMatrix = IDENTITY
  run.lineMatrix = IDENTITY
}

const end: Operator = (run) => {
  if (!run.inText) run.events.problem({ kind: 'unbalanced', what: 'BT' })
  run.inText = false
}

const setFont: Operator = (run, [name, size]) => {
  if (!isName(name)) return
  run.state.use = run.shelf.use(run.resource('Font', name.name))
  if (typeof size === 'number') run.state.size = size
}

const setMatrix: Operator = (run, operands) => {
  const matrix = matrixOf(operands)
  if (!matrix) return
  run.textMatrix = matrix
  run.lineMatrix = matrix
}

function nextLine(run: Run, x: number, y: number): void {
  run.lineMatrix = moved(run.lineMatrix, x, y)
  run.textMatrix = run.lineMatrix
}

const move: Operator = (run, [x, y]) => {
  if (typeof x === 'number' && typeof y === 'number') nextLine(run, x, y)
}

const moveAndLead: Operator = (run, [x, y]) => {
  if (typeof y === 'number') run.state.leading = -y
  if (typeof x === 'number' && typeof y === 'number') nextLine(run, x, y)
}

const feed: Operator = (run) => nextLine(run, 0, -run.state.leading)

/** Shows strings, with numbers between them. */
function show(run: Run, items: readonly PdfValue[]): void {
  const { state, place } = run
  const { use } = state
  if (!use) {
    run.events.problem({ kind: 'resource', category: 'Font', what: '?' })
    return
  }
  const showing: Showing = !paintsText(state.render) ? 'hidden' : place.isReplaced ? 'replaced' : 'plain'
  const start = times(moved(run.textMatrix, 0, state.rise), state.ctm)
  const codes: string[] = []
  let pen = 0
  for (const item of items) {
    if (typeof item === 'number') pen -= (item / 1000) * state.size
    else if (isString(item)) {
      codes.push(item.bytes)
      pen += (use.show(item.bytes, run.page, showing) / 1000) * state.size
      pen += spacing(state, use.font, item.bytes) * (use.font.isVertical ? -1 : 1)
    }
  }
  const { isVertical, type } = use.font
  const box = lineBox(start, isVertical ? 0 : pen * state.scale, isVertical ? pen : 0)
  run.textMatrix = isVertical ? moved(run.textMatrix, 0, pen) : moved(run.textMatrix, pen * state.scale, 0)
  if (codes.every((piece) => piece === '')) return
  run.events.text({ use, codes, matrix: start, state, box, place })
  if (paintsText(state.render)) paintText(run, box)
  if (type === 'Type3') run.inside.glyphs(run, codes)
}

/** Blank added after each glyph; word spacing goes by the byte 32 of simple fonts (§9.3.3). */
function spacing({ charSpace, wordSpace }: GraphicsState, { bytesPerCode }: PdfFont, bytes: string): number {
  const count = bytes.length / bytesPerCode
  const spaces = wordSpace !== 0 && bytesPerCode === 1 ? bytes.split(' ').length - 1 : 0
  return count * charSpace + spaces * wordSpace
}

/** From the first origin to the end of the pen's way. */
function lineBox(start: Matrix, x: number, y: number): Box | undefined {
  const builder = new BoxBuilder()
  builder.add(start, 0, 0)
  builder.add(start, x, y)
  return builder.finish()
}

/** Modes 0, 4 fill, 1, 5 stroke, 2, 6 both (table 106). */
function paintText(run: Run, box: Box | undefined): void {
  const mode = run.state.render % 4
  if (mode === 0 || mode === 2) run.paint('text', run.state.fill, box)
  if (mode === 1 || mode === 2) run.paint('text', run.state.stroke, box)
}

const showString: Operator = (run, operands) => show(run, operands)

const showArray: Operator = (run, [items]) => show(run, isArray(items) ? items : [])

const showOnNextLine: Operator = (run, operands) => {
  feed(run, [])
  show(run, operands.slice(-1))
}

const showSpaced: Operator = (run, operands) => {
  const [word, char] = operands
  if (typeof word === 'number') run.state.wordSpace = word
  if (typeof char === 'number') run.state.charSpace = char
  showOnNextLine(run, operands)
}

export const TEXT_OPERATORS: Readonly<Record<string, Operator>> = {
  BT: begin,
  ET: end,
  Tc: set('charSpace'),
  Tw: set('wordSpace'),
  TL: set('leading'),
  Ts: set('rise'),
  Tr: set('render'),
  Tz: ({ state }, [value]) => {
    if (typeof value === 'number') state.scale = value / 100
  },
  Tf: setFont,
  Tm: setMatrix,
  Td: move,
  TD: moveAndLead,
  'T*': feed,
  Tj: showString,
  TJ: showArray,
  "'": showOnNextLine,
  '"': showSpaced,
}
