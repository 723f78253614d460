// What the layout adds to a page: running head (书眉), folio, thumb tab. Always horizontal and in page coordinates, at
// the outer side, mirrored on left and right pages (CLREQ 2.4.1 for vertical books; QC 55 for what the heads say).

import { type Diagnostic, em, fits, type Pt, pt, SourceText, warning } from '../core/index.ts'
import { makeTitle, type SetParagraph, streamOf } from '../paragraph/index.ts'
import type { RunningHeadText, TextStyle, ThumbTab } from '../source/index.ts'
import type { LogicalPage } from './flow.ts'
import { blockMark, type Geometry } from './geometry.ts'
import type { GlyphMark, Mark } from './marks.ts'
import type { Styles } from './styles.ts'

/** The headings in force on a page. */
export interface HeadTexts {
  readonly book: string | undefined
  readonly part: string | undefined
  readonly chapter: string | undefined
}

/** From the baseline of the running head to the rule below it, in points. */
const HEAD_TO_RULE = 5.5
/** Between folio and running head, in ems of the folio. */
const FOLIO_GAP_EM = 1
/** A line longer than any running head. */
const UNBOUNDED = pt(1e5)

export class Furnisher {
  readonly #styles: Styles
  readonly #set = new Map<string, SetParagraph>()
  readonly #tooLong = new Set<string>()

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** Running heads that were left out because no page is wide enough for them. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#tooLong].map((text) =>
      warning(
        'heading-overfull',
        {
          en: `the running head \`${text}\` is wider than the page and was left out`,
          zh: `书眉 \`${text}\` 比版心还宽，未印`,
        },
        {
          hints: [
            {
              en: 'shorten the title, or choose another head in the layout',
              zh: '请缩短标题，或在版式中改用别的书眉',
            },
          ],
        },
      ),
    )
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
      const width = paragraph.lines[0]?.end ?? 0
      const x = outer === 'left' ? area.x + used : area.x + area.width - used - width
      marks.push(...acrossMarks(paragraph, x, baseline))
      used += width
    }
    if (folioStyle.place === 'head') {
      put(this.#line(String(folio), folioStyle.text))
      used += FOLIO_GAP_EM * folioStyle.text.size
    }
    const text = headText(folio % 2 === 0 ? runningHead.even : runningHead.odd, heads)
    const line = text && this.#line(text, runningHead.text)
    if (line && fits((line.lines[0]?.end ?? 0) + used, area.width)) put(line)
    else if (line) this.#tooLong.add(line.stream.text)
    if (runningHead.rule > 0) marks.push(blockMark(area.x, ruleY, area.width, runningHead.rule))
    return marks
  }

  #footFolio(folio: number, { area, outer }: Geometry, style: TextStyle): Mark[] {
    const paragraph = this.#line(String(folio), style)
    const width = paragraph.lines[0]?.end ?? 0
    const x = outer === 'left' ? area.x : area.x + area.width - width
    return acrossMarks(paragraph, x, area.y + area.height + this.#styles.layout.folio.footGap)
  }

  /** A block at the fore-edge that bleeds off the page, its title reversed out and set vertically. */
  #tab(tab: ThumbTab, title: string, part: number, { outer }: Geometry): Mark[] {
    const { trim, bleed } = this.#styles.layout
    const x = outer === 'left' ? -bleed : trim.width - tab.width
    const y = tab.top + (Math.max(0, part - 1) % tab.steps) * tab.height
    const block = blockMark(x, y, tab.width + bleed, tab.height, tab.tint)
    const paragraph = this.#line(title, tab.text, 'vertical')
    const length = paragraph.lines[0]?.end ?? 0
    const centre = outer === 'left' ? tab.width / 2 : trim.width - tab.width / 2
    const head = y + (tab.height - length) / 2
    return [block, ...downMarks(paragraph, centre, head, 0)]
  }

  #line(text: string, style: TextStyle, direction: 'horizontal' | 'vertical' = 'horizontal'): SetParagraph {
    const key = `${direction} ${style.face} ${style.weight} ${style.size} ${text}`
    const known = this.#set.get(key)
    if (known) return known
    const source = SourceText.verbatim(text, '', 0)
    const spacing = em(direction === 'vertical' ? 0.2 : 0)
    const made = makeTitle(streamOf([{ source, style: this.#styles.run(style) }]), this.#styles.typeCase, {
      ...this.#styles.title(style.size, UNBOUNDED, spacing),
      direction,
    })
    this.#set.set(key, made)
    return made
  }
}

/** The wanted heading, or the one above it where there is none (QC 55: with no second level both sides carry the first). */
function headText(kind: RunningHeadText, heads: HeadTexts): string | undefined {
  switch (kind) {
    case 'none':
      return undefined
    case 'chapter':
      return heads.chapter ?? heads.part ?? heads.book
    case 'part':
      return heads.part ?? heads.book ?? heads.chapter
    case 'book':
      return heads.book ?? heads.part ?? heads.chapter
  }
}

const acrossMarks = (paragraph: SetParagraph, x: number, baseline: number): GlyphMark[] =>
  marksOf(paragraph, pt(x), pt(baseline), 'across', 1)

const downMarks = (paragraph: SetParagraph, x: number, head: number, ink: number): GlyphMark[] =>
  marksOf(paragraph, pt(x), pt(head), 'down', ink)

const marksOf = (paragraph: SetParagraph, x: Pt, y: Pt, line: GlyphMark['line'], ink: number): GlyphMark[] =>
  (paragraph.lines[0]?.runs ?? []).map((run) => ({ kind: 'glyphs', paragraph, run, x, y, line, ink }))
