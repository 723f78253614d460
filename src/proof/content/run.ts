// One content stream as it is run (ISO 32000-1 §8.2, §14.6): its resources, its graphics state with the stack, text
// matrices, path and marked content. Operators work on it; the interpreter starts it and decides what is run inside.

import type { FontShelf } from '../fonts/pdf-font.ts'
import type { PdfFile, PdfStream } from '../pdf-file.ts'
import type { PdfDict, PdfSyntax, PdfValue } from '../pdf-syntax.ts'
import { type ColourSpace, colourSpaceOf } from './colour-space.ts'
import type { ContentEvents, MarkPlace, PaintKind } from './events.ts'
import { type Box, BoxBuilder, IDENTITY, type Matrix } from './matrix.ts'
import type { Colour, GraphicsState } from './state.ts'

/** What stands between BDC or BMC and EMC. */
export interface Mark {
  readonly artifact: boolean
  readonly mcid: number | undefined
  readonly replaces: boolean
}

/** What a run may ask of the interpreter: content inside content. */
export interface Inside {
  form(run: Run, stream: PdfStream): void
  pattern(run: Run, stream: PdfStream, colour: Colour): void
  glyphs(run: Run, codes: readonly string[]): void
  softMask(run: Run, group: PdfStream): void
}

export interface RunSetup {
  readonly file: PdfFile
  readonly shelf: FontShelf
  readonly events: ContentEvents
  readonly inside: Inside
  readonly page: number
  readonly resources: PdfDict
  readonly state: GraphicsState
  readonly syntax: PdfSyntax
  /** Marked content around a form. */
  readonly around: MarkPlace
  /** Object of the form whose content this is. */
  readonly form: number | undefined
}

/** Nothing marked. */
export const OUTSIDE: MarkPlace = { artifact: false, mcid: undefined, form: undefined, isReplaced: false }

export class Run {
  readonly file: PdfFile
  readonly shelf: FontShelf
  readonly events: ContentEvents
  readonly inside: Inside
  readonly page: number
  readonly resources: PdfDict
  readonly syntax: PdfSyntax
  readonly form: number | undefined
  state: GraphicsState
  readonly stack: GraphicsState[] = []
  readonly marks: Mark[] = []
  textMatrix: Matrix = IDENTITY
  lineMatrix: Matrix = IDENTITY
  inText = false
  path: BoxBuilder = new BoxBuilder()
  place: MarkPlace
  readonly #around: MarkPlace
  readonly #spaces = new Map<string, ColourSpace>()

  constructor(setup: RunSetup) {
    this.file = setup.file
    this.shelf = setup.shelf
    this.events = setup.events
    this.inside = setup.inside
    this.page = setup.page
    this.resources = setup.resources
    this.syntax = setup.syntax
    this.form = setup.form
    this.state = setup.state
    this.#around = setup.around
    this.place = setup.around
  }

  /** A resource by category and name; a missing one is a problem of the content. */
  resource(category: string, name: string): PdfValue | undefined {
    const value = this.file.dict(this.resources.get(category)).get(name)
    if (value === undefined) this.events.problem({ kind: 'resource', category, what: name })
    return value
  }

  space(name: string): ColourSpace {
    let space = this.#spaces.get(name)
    if (!space) {
      space = colourSpaceOf(this.file, { name }, this.resources)
      if (space.family === 'unknown')
        this.events.problem({ kind: 'resource', category: 'ColorSpace', what: name })
      this.#spaces.set(name, space)
    }
    return space
  }

  open(mark: Mark): void {
    const before = this.place
    this.marks.push(mark)
    if (mark.artifact && before.mcid !== undefined)
      this.events.problem({ kind: 'nesting', what: 'artifact-in-tagged' })
    if (mark.mcid !== undefined && before.artifact)
      this.events.problem({ kind: 'nesting', what: 'tagged-in-artifact' })
    this.#settle()
    if (mark.mcid !== undefined) this.events.opened(this.place)
  }

  close(): void {
    if (this.marks.pop() === undefined) this.events.problem({ kind: 'unbalanced', what: 'BMC' })
    this.#settle()
  }

  #settle(): void {
    let { artifact, mcid, form, isReplaced } = this.#around
    for (const mark of this.marks) {
      artifact ||= mark.artifact
      isReplaced ||= mark.replaces
      if (mark.mcid !== undefined) {
        mcid = mark.mcid
        form = this.form
      }
    }
    this.place = { artifact, mcid, form, isReplaced }
  }

  paint(kind: PaintKind, colour: Colour, box: Box | undefined): void {
    const { state, place } = this
    const overprint = kind === 'stroke' ? state.overprintStroke : state.overprintFill
    this.events.paint({ kind, colour, overprint, mode: state.overprintMode, box, place })
    this.#throughPattern(kind, colour, box)
  }

  /** What a pattern paints with (§8.7): a cell of its own content, or a shading. */
  #throughPattern(kind: PaintKind, colour: Colour, box: Box | undefined): void {
    if (colour.space.family !== 'Pattern' || colour.pattern === undefined) return
    const stream = this.file.stream(colour.pattern)
    if (stream) {
      this.inside.pattern(this, stream, colour)
      return
    }
    const shading = this.file.dict(this.file.dict(colour.pattern).get('Shading'))
    const space = colourSpaceOf(this.file, shading.get('ColorSpace'), this.resources)
    if (kind !== 'shading') this.paint('shading', { space, values: [] }, box)
  }
}
