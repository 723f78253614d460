// A page as content operators: one text object, a TJ array a run. pdfkit opens each page with a flipped matrix (y down);
// the text matrices here flip glyphs back. Kept to thousandths of an em with the rounding carried along, so that no
// error adds up along a line.

import type { TypeCase } from '../font/index.ts'
import type { BlockMark, CurveMark, GlyphMark, Mark, Page, Point } from '../page/index.ts'
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

export class ContentWriter {
  readonly #typeCase: TypeCase
  readonly #fonts: PdfFonts
  readonly #shift: number
  readonly #codes: string[] = []
  #out: string[] = []
  #used = new Set<string>()
  #font = ''
  #ink = 1
  #spacing = 0
  #inText = false

  /** @param shift from the corner of the media to that of the trimmed page, in points: the bleed */
  constructor(typeCase: TypeCase, fonts: PdfFonts, shift: number) {
    this.#typeCase = typeCase
    this.#fonts = fonts
    this.#shift = shift
  }

  write(page: Page): PageContent {
    this.#out = ['0 g']
    this.#used = new Set()
    this.#font = ''
    this.#ink = 1
    this.#spacing = 0
    for (const mark of page.marks) this.#mark(mark)
    this.#endText()
    if (page.furniture.length > 0) {
      this.#out.push('/Artifact <</Type /Pagination>> BDC')
      for (const mark of page.furniture) this.#mark(mark)
      this.#endText()
      this.#out.push('EMC')
    }
    return { operators: this.#out.join('\n'), fonts: this.#used }
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
    if (pen > 0) this.#out.push(`${num(1 - ink)} G ${num(pen)} w ${path} S`)
    else {
      this.#setInk(ink)
      this.#out.push(`${path} f`)
    }
  }

  #point([x, y]: Point): string {
    return `${num(x + this.#shift)} ${num(y + this.#shift)}`
  }

  #block({ x, y, width, height, ink }: BlockMark): void {
    this.#endText()
    this.#setInk(ink)
    const s = this.#shift
    this.#out.push(`${num(x + s)} ${num(y + s)} ${num(width)} ${num(height)} re f`)
  }

  #setInk(ink: number): void {
    if (ink === this.#ink) return
    this.#ink = ink
    this.#out.push(`${num(1 - ink)} g`)
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
    this.#setInk(mark.ink)
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
