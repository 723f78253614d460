// Logical pages → pages of marks at x and y, with the landmarks met on the way. The marks of a page stand in reading
// order: extractors that follow the file read the book.

import { type Diagnostic, pt, type SourceText } from '../core/index.ts'
import type { GlyphRun } from '../paragraph/index.ts'
import type { Layout } from '../source/index.ts'
import { placeBeside, ReadingPlacer } from './beside.ts'
import { besideFaults, type StandingLine } from './beside-faults.ts'
import { RAISE_PITCH } from './beside-messages.ts'
import { linesOf } from './column.ts'
import { elementMarks } from './element-marks.ts'
import type { Band, Beginning, LogicalPage, Placed, Row, TitleBlock } from './flow.ts'
import { Furnisher } from './furniture.ts'
import { type Geometry, geometryOf } from './geometry.ts'
import type { HeadTexts } from './heads.ts'
import type { GlyphMark, Landmark, LinePlace, Mark, Page } from './marks.ts'
import type { Styles } from './styles.ts'
import { titleGap, widerTitle } from './title-design.ts'

/** Rules of a design (page-design.md): two weights. */
const HAIRLINE = 0.35
const STRONG = 1.5
/** From the strong rule to the hairline inside it, in points. */
const DOUBLE_GAP = 3

export interface PlacedBook {
  readonly pages: readonly Page[]
  readonly landmarks: readonly Landmark[]
  readonly lines: readonly LinePlace[]
  readonly diagnostics: readonly Diagnostic[]
}

/** @param book what running heads call it */
export function placePages(
  logical: readonly LogicalPage[],
  styles: Styles,
  book: SourceText | undefined,
): PlacedBook {
  const furnisher = new Furnisher(styles)
  const landmarks: Landmark[] = []
  const lines: LinePlace[] = []
  const crowded: Diagnostic[] = []
  const { layout } = styles
  let heads: HeadTexts = { book, part: undefined, chapter: undefined }
  let part = 0
  const pages = logical.map((page, index): Page => {
    const placer = new PagePlacer(layout, page, index + 1)
    placer.placeBands()
    landmarks.push(...placer.landmarks)
    lines.push(...placer.lines)
    crowded.push(...besideFaults(placer.standing, layout.typeArea, layout.direction))
    for (const landmark of placer.landmarks) {
      if (landmark.level === 'part') part++
      heads = headsAfter(landmark, heads)
    }
    if (page.isBlank) return { folio: page.folio, hasPrintedFolio: false, marks: [], furniture: [] }
    const { marks, hasPrintedFolio } = furnisher.furnish(page, placer.geometry, heads, part)
    return { folio: page.folio, hasPrintedFolio, marks: placer.marks, furniture: [...placer.rules, ...marks] }
  })
  return { pages, landmarks, lines, diagnostics: [...crowded, ...furnisher.diagnostics] }
}

/** A chapter says its part itself: a part without a title has no landmark, and must not go by the title before it. */
function headsAfter({ level, source, part }: Landmark, heads: HeadTexts): HeadTexts {
  if (level === 'part') return { ...heads, part: source, chapter: undefined }
  return level === 'chapter' ? { ...heads, part, chapter: source } : heads
}

class PagePlacer {
  readonly marks: Mark[] = []
  /** Rules between columns: no part of the text. */
  readonly rules: Mark[] = []
  readonly landmarks: Landmark[] = []
  readonly lines: LinePlace[] = []
  /** Lines of titles too. */
  readonly standing: StandingLine[] = []
  readonly geometry: Geometry
  readonly #readings: ReadingPlacer
  readonly #layout: Layout
  readonly #page: LogicalPage
  readonly #number: number

  constructor(layout: Layout, page: LogicalPage, number: number) {
    this.#layout = layout
    this.#page = page
    this.#number = number
    this.geometry = geometryOf(layout, page.folio)
    this.#readings = new ReadingPlacer(this.geometry)
  }

  placeBands(): void {
    for (const band of this.#page.bands) this.#placeBand(band)
  }

  #placeBand(band: Band): void {
    const { typeArea } = this.#layout
    const measure = typeArea.charSize * typeArea.charsPerLine
    if (band.content.kind === 'title') {
      const along = measure * typeArea.columns + typeArea.columnGap * (typeArea.columns - 1)
      this.#placeTitle(band.content.title, 0, along, band.at, 1, band.at === 0)
      return
    }
    for (const [i, column] of band.content.columns.entries()) {
      const inline = i * (measure + typeArea.columnGap)
      for (const placed of column) this.#placeBlock(placed, inline, measure, band.at, i + 1)
      if (i > 0 && column.length > 0 && typeArea.columnRule > 0) {
        const lines = Math.max(...band.content.columns.slice(i - 1, i + 1).map(linesOf))
        this.#columnRule(band.at, lines, inline - typeArea.columnGap / 2)
      }
    }
  }

  /** Between two columns, as far as the longer one goes. */
  #columnRule(at: number, lines: number, inline: number): void {
    const { linePitch, charSize, columnRule } = this.#layout.typeArea
    const from = at * linePitch
    const to = from + (lines - 1) * linePitch + charSize
    this.rules.push(this.geometry.ruleAcross(from, to, inline, columnRule))
  }

  #placeBlock(placed: Placed, inline: number, measure: number, bandAt: number, column: number): void {
    const { block, isFirst } = placed
    if (block.kind === 'title') {
      this.#placeTitle(block, inline, measure, bandAt + placed.at, column, placed.at === 0)
      return
    }
    if (isFirst && block.begins) this.#mark(block.begins, inline, bandAt + placed.at, column, 1)
    for (const [i, row] of placed.rows.entries()) {
      this.#placeRow(row, { from: inline, to: inline + measure }, bandAt + placed.at + i, column)
    }
  }

  #placeRow(row: Row, across: StandingLine['column'], line: number, column: number): void {
    const { linePitch, charSize } = this.#layout.typeArea
    const place = { page: this.#number, column, line: line + 1 }
    for (const { paragraph, line: set, shift, drop = 0 } of row) {
      this.lines.push({ paragraph, set, ...place })
      const [inline, block] = [across.from + shift, line * linePitch + drop]
      const rest = {
        size: charSize,
        column: across,
        gap: pt(linePitch - charSize),
        wider: RAISE_PITCH,
        place,
      }
      this.#placeLine({ paragraph, line: set, inline, block, ...rest })
    }
  }

  /** The runs of a line in reading order, each reading right after its base, then what has no text. */
  #placeLine(standing: StandingLine): void {
    const { geometry, marks } = this
    const { paragraph, line, inline, block, size } = standing
    const { runs, beside } = line
    this.standing.push(standing)
    if (beside.length > 0) this.#readings.meet(beside, inline, block)
    for (const [i, run] of runs.entries()) {
      const draw = (part: GlyphRun): GlyphMark => geometry.glyphs(paragraph, part, inline, block, size)
      marks.push(...elementMarks(paragraph, run, draw))
      if (beside.length > 0) marks.push(...this.#readings.after(i + 1, beside, inline, block))
    }
    if (beside.length > 0) marks.push(...placeBeside(beside, geometry, inline, block))
  }

  /** @param isHead nothing stands before it in its column: no hairline to part it from text */
  #placeTitle(
    title: TitleBlock,
    inline: number,
    measure: number,
    line: number,
    column: number,
    isHead: boolean,
  ): void {
    const { linePitch } = this.#layout.typeArea
    const { design } = title
    const block = line * linePitch
    this.#mark(title.begins, inline, line, column, title.lines)
    const isNeeded = design.ruleBefore !== 'hairline' || !isHead
    if (isNeeded) this.#rulesBefore(design.ruleBefore, inline, inline + measure, block)
    const { paragraph, size } = design
    const rest = {
      size,
      column: { from: inline, to: inline + measure },
      gap: titleGap(design, this.#layout.typeArea),
      wider: widerTitle(design),
      place: { page: this.#number, column, line: line + 1 },
    }
    for (const [i, set] of paragraph.lines.entries()) {
      const at = design.lines[i] ?? { inline: 0, block: 0 }
      const head = { inline: inline + at.inline, block: block + at.block }
      this.#placeLine({ paragraph, line: set, ...head, ...rest })
    }
    if (design.ruleAfter !== 'none') {
      const at = block + design.ruleAfterAt
      this.marks.push(this.geometry.ruleAlong(inline, inline + measure, at, weightOf(design.ruleAfter)))
    }
  }

  #rulesBefore(rule: TitleBlock['design']['ruleBefore'], from: number, to: number, block: number): void {
    if (rule === 'none') return
    const at = rule === 'hairline' ? block + 0.45 * this.#layout.typeArea.linePitch : block
    this.marks.push(this.geometry.ruleAlong(from, to, at, weightOf(rule)))
    if (rule === 'strong-hairline') {
      this.marks.push(this.geometry.ruleAlong(from, to, at + STRONG + DOUBLE_GAP - HAIRLINE, HAIRLINE))
    }
  }

  /** @param lines how many it takes */
  #mark(begins: Beginning, inline: number, line: number, column: number, lines: number): void {
    const { linePitch, charSize } = this.#layout.typeArea
    const extent = (lines - 1) * linePitch + charSize
    const corner = this.geometry.corner(inline, line * linePitch, extent)
    this.landmarks.push({ ...begins, ...corner, page: this.#number, column, line: line + 1 })
  }
}

const weightOf = (rule: 'hairline' | 'strong' | 'strong-hairline'): number =>
  rule === 'hairline' ? HAIRLINE : STRONG
