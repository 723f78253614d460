// A page as content operators: its text in reading order, a TJ array a run; then rules and strokes, then what the layout
// adds. pdfkit opens each page with a flipped matrix (y down); the text matrices here flip glyphs back. Kept to
// thousandths of an em with the rounding carried along, so that no error adds up along a line.

import type { TypeCase } from '../../font/index.ts'
import type { BlockMark, CurveMark, ElementId, GlyphMark, Mark, Page, Point } from '../../page/index.ts'
import type { Inks } from '../colour/inks.ts'
import { heightOf, type PdfFonts, widthOf } from './fonts.ts'
import { num } from './number.ts'

/** From the centre of a vertical line to the baseline of text lying in it, in em: half an em below the em box's top. */
const SIDEWAYS_BASELINE = 0.38
/** Spacing shared by at least so many glyphs of a run is written once as Tc. */
const WORTH_TC = 6

export interface PageContent {
  readonly operators: string
  /** Names of the fonts used, with face and mode. */
  readonly fonts: ReadonlySet<string>
}

/** What begins marked content of an element; absent where a file is not tagged. */
export type BeginElement = (element: ElementId) => string

export interface ContentOptions {
  /** From the corner of the media to that of the trimmed page, in points: bleed and slug. */
  readonly shift: number
  readonly inks: Inks
  readonly begin?: BeginElement
}

/** Filled areas no thicker than this are rules, in points. */
const MOST_OF_A_RULE = 4

export class ContentWriter {
  readonly #typeCase: TypeCase
  readonly #fonts: PdfFonts
  readonly #shift: number
  readonly #inks: Inks
  readonly #begin: BeginElement | undefined
  readonly #codes: string[] = []
  #out: string[] = []
  #used = new Set<string>()
  #font = ''
  #fill = ''
  #state: string | undefined
  #spacing = 0
  #inText = false
  #element: ElementId | undefined

  constructor(typeCase: TypeCase, fonts: PdfFonts, { shift, inks, begin }: ContentOptions) {
    this.#typeCase = typeCase
    this.#fonts = fonts
    this.#shift = shift
    this.#inks = inks
    this.#begin = begin
  }

  write(page: Page): PageContent {
    this.#out = []
    this.#used = new Set()
    this.#font = ''
    this.#fill = ''
    this.#state = undefined
    this.#spacing = 0
    this.#setInk(1, true)
    const rest: Mark[] = []
    for (const mark of page.marks) {
      if (mark.kind === 'glyphs') this.#text(mark)
      else rest.push(mark)
    }
    this.#setElement(undefined)
    this.#artifact('Layout', rest)
    this.#artifact('Pagination', page.furniture)
    return { operators: this.#out.join('\n'), fonts: this.#used }
  }

  /** Text of the book, inside the marked content of its element where there is one. */
  #text(mark: GlyphMark): void {
    if (this.#begin) {
      if (mark.element === undefined) throw new Error('text of the book that is nothing in its structure')
      this.#setElement(mark.element)
    }
    this.#glyphs(mark)
  }

  #setElement(element: ElementId | undefined): void {
    if (element === this.#element) return
    // Marked content begins and ends on the same side of BT and ET (ISO 32000-1, 14.6.1).
    this.#endText()
    if (this.#element !== undefined) this.#out.push('EMC')
    if (element !== undefined && this.#begin) this.#out.push(this.#begin(element))
    this.#element = element
  }

  /** What readers of the text pass over (ISO 32000-1, 14.8.2.2). */
  #artifact(type: 'Layout' | 'Pagination', marks: readonly Mark[]): void {
    this.#endText()
    if (marks.length === 0) return
    this.#out.push(`/Artifact <</Type /${type}>> BDC`)
    for (const mark of marks) this.#mark(mark)
    this.#endText()
    this.#out.push('EMC')
  }

  #mark(mark: Mark): void {
    if (mark.kind === 'block') this.#block(mark)
    else if (mark.kind === 'curve') this.#curve(mark)
    else this.#glyphs(mark)
  }

  #curve({ x, y, segments, pen, ink }: CurveMark): void {
    this.#endText()
    const path = `${this.#point([x, y])} m ${segments
      .map((points) => `${points.map((point) => this.#point(point)).join(' ')} c`)
      .join(' ')}`
    if (pen > 0) {
      this.#setState(ink, true)
      this.#out.push(`${this.#inks.stroke(ink)} ${num(pen)} w ${path} S`)
    } else {
      this.#setInk(ink, true)
      this.#out.push(`${path} f`)
    }
  }

  #point([x, y]: Point): string {
    return `${num(x + this.#shift)} ${num(y + this.#shift)}`
  }

  #block({ x, y, width, height, ink }: BlockMark): void {
    this.#endText()
    this.#setInk(ink, Math.min(width, height) <= MOST_OF_A_RULE)
    const s = this.#shift
    this.#out.push(`${num(x + s)} ${num(y + s)} ${num(width)} ${num(height)} re f`)
  }

  #setInk(ink: number, isFine: boolean): void {
    this.#setState(ink, isFine)
    const fill = this.#inks.fill(ink)
    if (fill !== this.#fill) this.#out.push(fill)
    this.#fill = fill
  }

  #setState(ink: number, isFine: boolean): void {
    const state = this.#inks.state({ ink, isFine })
    if (state !== this.#state) this.#out.push(`/${state} gs`)
    this.#state = state
  }

  #startText(): void {
    if (!this.#inText) this.#out.push('BT')
    this.#inText = true
  }

  #endText(): void {
    if (this.#inText) this.#out.push('ET')
    this.#inText = false
  }

  #glyphs(mark: GlyphMark): void {
    const { run, line } = mark
    const isVertical = line === 'down' && !run.sideways
    this.#startText()
    this.#setInk(mark.ink, true)
    this.#setFont(run.face, isVertical, run.size)
    this.#matrix(mark, mark.paragraph.offsets[run.from] ?? 0)
    this.#show(mark, isVertical)
  }

  #setFont(face: number, isVertical: boolean, size: number): void {
    const { name } = this.#fonts.use(face, isVertical)
    this.#used.add(name)
    const key = `/${name} ${num(size)} Tf`
    if (key !== this.#font) this.#out.push(key)
    this.#font = key
  }

  #matrix({ x, y, run, line }: GlyphMark, offset: number): void {
    const s = this.#shift
    if (line === 'across') this.#out.push(`1 0 0 -1 ${num(x + offset + s)} ${num(y + s)} Tm`)
    else if (!run.sideways) this.#out.push(`1 0 0 -1 ${num(x + s)} ${num(y + offset + s)} Tm`)
    else {
      const baseline = x - SIDEWAYS_BASELINE * run.size
      this.#out.push(`0 1 1 0 ${num(baseline + s)} ${num(y + offset + s)} Tm`)
    }
  }

  /** Shows a run: what each glyph lacks or has too much to the next one is a number between them. */
  #show({ paragraph, run }: GlyphMark, isVertical: boolean): void {
    const { sorts, offsets } = paragraph
    const gaps = this.#gapsOf(sorts, offsets, run.from, run.to, run.size, isVertical)
    // Readers disagree on the sign of Tc in vertical lines, so those say every gap in numbers.
    const spacing = isVertical ? 0 : commonGap(gaps)
    this.#setSpacing(spacing * (run.size / 1000))
    let text = '[<'
    for (let i = run.from; i < run.to; i++) {
      text += this.#code((sorts[i] ?? 0) & 0xffff)
      const rest = (gaps[i - run.from] ?? 0) - spacing
      // PDFium sorts columns that begin at one height as one line unless the first glyph stands alone, and drops a
      // number that ends an array.
      if (isVertical && i === run.from && i + 1 < run.to)
        text += rest === 0 ? '>] TJ\n[<' : `>] TJ\n[${rest}<`
      // A positive number moves back across the line and forward down it (ISO 32000-1, 9.4.3).
      else if (i + 1 < run.to && rest !== 0) text += `>${isVertical ? rest : -rest}<`
    }
    this.#out.push(`${text}>] TJ`)
  }

  #gapsOf(
    sorts: Int32Array,
    offsets: Float64Array,
    from: number,
    to: number,
    size: number,
    isVertical: boolean,
  ): number[] {
    const gaps: number[] = []
    const start = offsets[from] ?? 0
    let pen = 0
    for (let i = from; i + 1 < to; i++) {
      const sort = this.#typeCase.sortOf(sorts[i] ?? 0)
      const advance = isVertical ? heightOf(sort) : widthOf(sort)
      const wanted = (((offsets[i + 1] ?? 0) - start) / size) * 1000
      const gap = Math.round(wanted - pen - advance)
      pen += advance + gap
      gaps.push(gap)
    }
    return gaps
  }

  #setSpacing(points: number): void {
    const rounded = Math.round(points * 1e4) / 1e4
    if (rounded === this.#spacing) return
    this.#spacing = rounded
    this.#out.push(`${num(rounded)} Tc`)
  }

  #code(cid: number): string {
    const known = this.#codes[cid]
    if (known !== undefined) return known
    const code = cid.toString(16).padStart(4, '0')
    this.#codes[cid] = code
    return code
  }
}

/** The gap that most neighbours of a justified line share, if it is worth naming; else 0. */
function commonGap(gaps: readonly number[]): number {
  if (gaps.length < WORTH_TC) return 0
  const candidate = gaps[gaps.length >> 1] ?? 0
  if (candidate === 0) return 0
  let same = 0
  for (const gap of gaps) if (gap === candidate) same++
  return same >= WORTH_TC && same * 2 > gaps.length ? candidate : 0
}
