// The content of pages, run (ISO 32000-1 §7.8, §8.10): a page comes in, and what it paints is told to a listener, form by
// form, pattern by pattern, annotation by annotation, each with the state it inherits. Checks judge; this only reads.

import type { FontShelf } from '../fonts/pdf-font.ts'
import type { PdfFile, PdfPage, PdfStream } from '../pdf-file.ts'
import { isArray, isDict, isOperator, type PdfDict, PdfSyntax, type PdfValue } from '../pdf-syntax.ts'
import type { ContentEvents, MarkPlace } from './events.ts'
import { boxUnder, IDENTITY, matrixOf, times } from './matrix.ts'
import { MARK_OPERATORS } from './operators-marks.ts'
import { PATH_OPERATORS } from './operators-path.ts'
import { type Operator, STATE_OPERATORS } from './operators-state.ts'
import { TEXT_OPERATORS } from './operators-text.ts'
import { type Inside, OUTSIDE, Run } from './run.ts'
import { type Colour, type GraphicsState, initialState } from './state.ts'

/** Every operator of ISO 32000-1 table A.1, but for ID and EI, which end with their image. */
const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [STATE_OPERATORS, PATH_OPERATORS, TEXT_OPERATORS, MARK_OPERATORS].flatMap((table) => Object.entries(table)),
)

/** Forms within forms; deeper is a circle or an attack. */
const MOST_NESTED = 24

const NO_RESOURCES: PdfDict = new Map()

export class Interpreter implements Inside {
  readonly #file: PdfFile
  readonly #shelf: FontShelf
  #events: ContentEvents = NOBODY
  #page = 0
  #depth = 0
  /** Content that need not be run again: what it paints would be the same. */
  #ran = new Set<string>()
  readonly #drawn = new Set<number>()

  constructor(file: PdfFile, shelf: FontShelf) {
    this.#file = file
    this.#shelf = shelf
  }

  /** Runs a page and the appearances of its annotations, for a listener of its own. */
  page(page: PdfPage, number: number, events: ContentEvents): void {
    this.#events = events
    this.#page = number
    this.#ran = new Set()
    const text = this.#contents(page.dict.get('Contents'))
    if (text === undefined) events.problem({ kind: 'undecodable' })
    else this.#run(text, page.resources, initialState(IDENTITY), OUTSIDE, undefined)
    for (const value of this.#file.array(page.dict.get('Annots'))) this.#annotation(this.#file.dict(value))
  }

  /** Streams of an array are one, parted by blanks (§7.8.2). */
  #contents(value: PdfValue | undefined): string | undefined {
    const parts = isArray(this.#file.resolve(value))
      ? this.#file.array(value)
      : value === undefined
        ? []
        : [value]
    const texts = parts.map((part) => {
      const stream = this.#file.stream(part)
      return stream && this.#file.decoded(stream)
    })
    return texts.includes(undefined) ? undefined : texts.join('\n')
  }

  /** An appearance, or one for each state (§12.5.5). */
  #annotation(annotation: PdfDict): void {
    const normal = this.#file.dict(annotation.get('AP')).get('N')
    const streams = this.#file.stream(normal)
      ? [normal]
      : isDict(this.#file.resolve(normal))
        ? [...this.#file.dict(normal).values()]
        : []
    for (const value of streams) {
      const stream = this.#file.stream(value)
      if (stream) this.#content(stream, initialState(IDENTITY), ANNOTATION, NO_RESOURCES)
    }
  }

  form(run: Run, stream: PdfStream): void {
    const { dict } = stream
    const inherited = { ...run.state }
    const matrix = matrixOf(this.#file.array(dict.get('Matrix')).map((value) => this.#file.number(value)))
    if (matrix) inherited.ctm = times(matrix, inherited.ctm)
    this.#content(stream, inherited, run.place, run.resources)
  }

  /** A cell is painted with colours of its own, or (PaintType 2) with the colour it was chosen with (§8.7.3). */
  pattern(run: Run, stream: PdfStream, { space, values }: Colour): void {
    const state = initialState(IDENTITY)
    const isUncoloured = this.#file.number(stream.dict.get('PaintType')) === 2
    if (isUncoloured && space.under) {
      state.fill = { space: space.under, values }
      state.stroke = state.fill
    }
    this.#content(stream, state, run.place, run.resources)
  }

  /** Glyphs of Type 3 are content streams (§9.6.5). */
  glyphs(run: Run, codes: readonly string[]): void {
    const font = run.state.use?.font.dict ?? NO_RESOURCES
    const differences = this.#file.array(this.#file.dict(font.get('Encoding')).get('Differences'))
    const procs = this.#file.dict(font.get('CharProcs'))
    const names = namesByCode(differences.map((value) => this.#file.name(value) ?? this.#file.number(value)))
    for (const code of new Set(codes.join(''))) {
      const stream = this.#file.stream(procs.get(names.get(code.charCodeAt(0)) ?? ''))
      if (stream) this.#content(stream, { ...run.state }, run.place, this.#file.dict(font.get('Resources')))
    }
  }

  softMask(run: Run, group: PdfStream): void {
    this.#content(group, initialState(run.state.ctm), run.place, run.resources)
  }

  /** Runs a stream with resources of its own, once for every state that could make a difference. */
  #content(stream: PdfStream, state: GraphicsState, around: MarkPlace, outer: PdfDict): void {
    // MCIDs of a form drawn twice mean two things (ISO 14289-1 §7.20).
    if (this.#drawn.has(stream.id) && stream.dict.has('StructParents'))
      this.#events.problem({ kind: 'repeated-form', what: String(stream.id) })
    this.#drawn.add(stream.id)
    const key = `${stream.id} ${stateKey(state)} ${around.artifact} ${around.mcid}`
    if (this.#ran.has(key) || this.#depth >= MOST_NESTED) return
    this.#ran.add(key)
    const text = this.#file.decoded(stream)
    if (text === undefined) {
      this.#events.problem({ kind: 'undecodable' })
      return
    }
    const own = this.#file.resolve(stream.dict.get('Resources'))
    this.#depth++
    this.#run(text, isDict(own) ? own : outer, state, around, stream.id)
    this.#depth--
  }

  #run(
    text: string,
    resources: PdfDict,
    state: GraphicsState,
    around: MarkPlace,
    form: number | undefined,
  ): void {
    const syntax = new PdfSyntax(text, 0, true)
    const run = new Run({
      ...{ file: this.#file, shelf: this.#shelf, events: this.#events, inside: this },
      ...{ page: this.#page, resources, state, syntax, around, form },
    })
    this.#operators(run)
    if (syntax.badHex !== undefined) this.#events.problem({ kind: 'bad-hex' })
    if (run.stack.length > 0) this.#events.problem({ kind: 'unbalanced', what: 'q' })
    if (run.inText) this.#events.problem({ kind: 'unbalanced', what: 'BT' })
    if (run.marks.length > 0) this.#events.problem({ kind: 'unbalanced', what: 'BMC' })
  }

  #operators(run: Run): void {
    const { syntax } = run
    let operands: PdfValue[] = []
    for (;;) {
      const token = syntax.next()
      if (token === undefined) {
        // A stray closing sign is stepped over; the end of the text ends the content.
        if (syntax.at >= syntax.text.length) return
        syntax.at++
        this.#events.problem({ kind: 'operator', what: syntax.text[syntax.at - 1] ?? '' })
        continue
      }
      if (!isOperator(token)) {
        operands.push(token)
        continue
      }
      const operator = OPERATORS.get(token.operator)
      if (operator) operator(run, operands)
      else this.#events.problem({ kind: 'operator', what: token.operator })
      operands = []
    }
  }
}

const NOBODY: ContentEvents = {
  paint: () => {},
  text: () => {},
  image: () => {},
  opened: () => {},
  depth: () => {},
  problem: () => {},
}

/** Appearances are drawn apart from the page's marked content. */
const ANNOTATION: MarkPlace = { ...OUTSIDE, artifact: true }

/** What of an inherited state changes what a stream paints; where it stands does not, but for mirroring. */
const stateKey = ({
  fill,
  stroke,
  overprintFill,
  overprintStroke,
  overprintMode,
  ctm,
}: GraphicsState): string =>
  [
    fill.space.family,
    fill.values,
    stroke.space.family,
    stroke.values,
    overprintFill,
    overprintStroke,
    overprintMode,
    boxUnder(ctm, [0, 0, 1, 1]).map((n) => Math.round(n)),
  ].join(' ')

function namesByCode(differences: readonly (string | number | undefined)[]): Map<number, string> {
  const names = new Map<number, string>()
  let code = 0
  for (const item of differences) {
    if (typeof item === 'number') code = item
    else if (item !== undefined) names.set(code++, item)
  }
  return names
}
