// What the layout adds to a page: running head (书眉), folio, thumb tab. Always horizontal and in page coordinates, at
// the outer side, mirrored on left and right pages (CLREQ 2.4.1 for vertical books; QC 55 for what the heads say).

import { type Diagnostic, type Em, em, fits, type Pt, pt, SourceText } from '../core/index.ts'
import { makeTitle, type SetLine, type SetParagraph, streamOf } from '../paragraph/index.ts'
import type { TextStyle, ThumbTab } from '../source/index.ts'
import type { LogicalPage } from './flow.ts'
import { blockMark, type Geometry } from './geometry.ts'
import { type HeadTexts, headsFor } from './heads.ts'
import { type Furniture, leftOut } from './left-out.ts'
import type { GlyphMark, Mark } from './marks.ts'
import type { Styles } from './styles.ts'

/** From the baseline of the running head to the rule below it, in points. */
const HEAD_TO_RULE = 5.5
/** Between folio and running head, in ems of the folio. */
const FOLIO_GAP_EM = 1
/** A line longer than any running head. */
const UNBOUNDED = pt(1e5)
/** 疏排 of a tab's title where the tab is long enough, and the pitch of its lines where it takes two, in its ems. */
const TAB_SPACING = em(0.2)
const TAB_PITCH = 1.2

export class Furnisher {
  readonly #styles: Styles
  readonly #set = new Map<string, SetParagraph>()
  readonly #leftOut = new Map<string, Diagnostic>()

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** What was left out because there is no room for it, each title once. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#leftOut.values()]
  }

  /** @param part number of the part the page belongs to, from 1; 0 before the first */
  furnish(
    page: LogicalPage,
    geometry: Geometry,
    heads: HeadTexts,
    part: number,
  ): { readonly marks: readonly Mark[]; readonly hasPrintedFolio: boolean } {
    const { folio, thumbTab } = this.#styles.layout
    const marks: Mark[] = []
    if (page.isOpening) {
      if (folio.openingPlace === 'foot')
        marks.push(...this.#footFolio(page.folio, geometry, folio.openingText))
    } else {
      marks.push(...this.#runningHead(page.folio, geometry, heads))
      if (folio.place === 'foot') marks.push(...this.#footFolio(page.folio, geometry, folio.text))
    }
    if (thumbTab && heads.part) marks.push(...this.#tab(thumbTab, heads.part, part, geometry))
    return { marks, hasPrintedFolio: page.isOpening ? folio.openingPlace === 'foot' : folio.place !== 'none' }
  }

  #runningHead(folio: number, geometry: Geometry, heads: HeadTexts): Mark[] {
    const { runningHead, folio: folioStyle } = this.#styles.layout
    const { area, outer } = geometry
    const ruleY = area.y - runningHead.gap
    const baseline = ruleY - HEAD_TO_RULE
    const marks: Mark[] = []
    let used = 0
    const put = (paragraph: SetParagraph): void => {
      const width = lengthOf(paragraph)
      const x = outer === 'left' ? area.x + used : area.x + area.width - used - width
      marks.push(...acrossMarks(paragraph, x, baseline))
      used += width
    }
    if (folioStyle.place === 'head') {
      put(this.#line(folioText(folio), folioStyle.text))
      used += FOLIO_GAP_EM * folioStyle.text.size
    }
    const kind = folio % 2 === 0 ? runningHead.even : runningHead.odd
    const head = this.#headWithin(headsFor(kind, heads), area.width - used)
    if (head) put(head)
    if (runningHead.rule > 0) marks.push(blockMark(area.x, ruleY, area.width, runningHead.rule))
    return marks
  }

  /** The first heading that goes into `room`; those before it are reported. */
  #headWithin(candidates: readonly SourceText[], room: number): SetParagraph | undefined {
    for (const head of candidates) {
      const line = this.#line(head, this.#styles.layout.runningHead.text)
      if (fits(lengthOf(line), room)) return line
      this.#leaveOut('head', head)
    }
    return undefined
  }

  #footFolio(folio: number, { area, outer }: Geometry, style: TextStyle): readonly Mark[] {
    const paragraph = this.#line(folioText(folio), style)
    const width = lengthOf(paragraph)
    const x = outer === 'left' ? area.x : area.x + area.width - width
    return acrossMarks(paragraph, x, area.y + area.height + this.#styles.layout.folio.footGap)
  }

  /** A block at the fore-edge that bleeds off the page, its title reversed out and set vertically. */
  #tab(tab: ThumbTab, title: SourceText, part: number, { outer }: Geometry): Mark[] {
    const { trim, bleed } = this.#styles.layout
    const x = outer === 'left' ? -bleed : trim.width - tab.width
    const y = tab.top + (Math.max(0, part - 1) % tab.steps) * tab.height
    const block = blockMark(x, y, tab.width + bleed, tab.height, tab.tint)
    const paragraph = this.#tabTitle(tab, title)
    if (!paragraph) return [block]
    const centre = outer === 'left' ? tab.width / 2 : trim.width - tab.width / 2
    const pitch = TAB_PITCH * tab.text.size
    const first = centre + ((paragraph.lines.length - 1) / 2) * pitch
    const marks = paragraph.lines.flatMap((line, i) =>
      marksOf(paragraph, line, first - i * pitch, y + (tab.height - line.end) / 2, 'down', 0),
    )
    return [block, ...marks]
  }

  /** The title on one line, set apart if it may be; else on two where the block is wide enough; else not at all. */
  #tabTitle(tab: ThumbTab, title: SourceText): SetParagraph | undefined {
    for (const spacing of [TAB_SPACING, em(0)]) {
      const line = this.#line(title, tab.text, 'vertical', spacing)
      if (fits(lengthOf(line), tab.height)) return line
    }
    const two = this.#line(title, tab.text, 'vertical', em(0), tab.height)
    const isWide = fits((1 + TAB_PITCH) * tab.text.size, tab.width)
    if (two.lines.length === 2 && isWide && two.lines.every(({ end }) => fits(end, tab.height))) return two
    this.#leaveOut('tab', title)
    return undefined
  }

  #leaveOut(what: Furniture, title: SourceText): void {
    const key = `${what} ${title.text}`
    if (!this.#leftOut.has(key)) this.#leftOut.set(key, leftOut(what, title))
  }

  #line(
    source: SourceText,
    style: TextStyle,
    direction: 'horizontal' | 'vertical' = 'horizontal',
    spacing: Em = em(0),
    measure: Pt = UNBOUNDED,
  ): SetParagraph {
    const key = `${direction} ${spacing} ${measure} ${style.face} ${style.weight} ${style.size} ${source.text}`
    const known = this.#set.get(key)
    if (known) return known
    const made = makeTitle(
      streamOf([{ source, style: this.#styles.run({ text: style }) }]),
      this.#styles.typeCase,
      {
        ...this.#styles.title(style.size, measure, spacing),
        direction,
      },
    )
    this.#set.set(key, made)
    return made
  }
}

/** No file says it. */
const folioText = (folio: number): SourceText => SourceText.verbatim(String(folio), '', 0)

const lengthOf = (paragraph: SetParagraph): number => paragraph.lines[0]?.end ?? 0

const acrossMarks = (paragraph: SetParagraph, x: number, baseline: number): readonly GlyphMark[] =>
  paragraph.lines.slice(0, 1).flatMap((line) => marksOf(paragraph, line, x, baseline, 'across', 1))

const marksOf = (
  paragraph: SetParagraph,
  { runs }: SetLine,
  x: number,
  y: number,
  line: GlyphMark['line'],
  ink: number,
): readonly GlyphMark[] =>
  runs.map((run) => ({ kind: 'glyphs', paragraph, run, x: pt(x), y: pt(y), line, ink }))
