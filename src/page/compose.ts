// Book → flow: every text set, in reading order, as blocks of whole grid lines. Reads top to bottom as the book does:
// part title, chapter title, entries with their run-in headings, credits.

import { type Diagnostic, em, type Pt, pt, type Reported, type SourceText } from '../core/index.ts'
import {
  makeParagraph,
  type ParagraphOptions,
  recastParagraph,
  type SetParagraph,
  type Stream,
} from '../paragraph/index.ts'
import type {
  BodyBlock,
  Book,
  Chapter,
  Entry,
  MarkedText,
  ParagraphForm,
  TitleStyle,
} from '../source/index.ts'
import { type CutIn, cutInFaults, cutInOf, fitsBeside } from './cut-in.ts'
import type { Beginning, BlockRows, FlowBlock, Row, RowsBlock, TitleBlock } from './flow.ts'
import { noRoomToCutIn, tooTall } from './heading-faults.ts'
import type { Owner } from './inline.ts'
import { tooFarIndented } from './narrow.ts'
import { printedText } from './printed.ts'
import { spreadFaults } from './spread-faults.ts'
import { strayComments } from './stray-comments.ts'
import { BOOK, type ElementId, type StructureElement } from './structure.ts'
import type { Styles } from './styles.ts'
import { type CreditList, type RunInHeading, Texts } from './texts.ts'
import { designTitle } from './title-design.ts'

/** Called after each chapter, for progress. */
export type ChapterDone = (done: number, total: number) => void

/** Least space between a text and a credit on the same line. */
const CREDIT_GAP_EM = 2
/** Fewest lines of a text that its credit stays with. */
const LINES_WITH_CREDIT = 2

/** Lists of credits that follow a text: the entry's, the chapter's. */
type Credits = readonly CreditList[]

/** A book in reading order, and what its texts are. */
export interface ComposedBook {
  readonly flow: readonly FlowBlock[]
  readonly structure: readonly StructureElement[]
}

export function composeBook(book: Book, styles: Styles, onChapter?: ChapterDone): Reported<ComposedBook> {
  const composer = new Composer(styles)
  const total = book.parts.reduce((sum, part) => sum + part.chapters.length, 0)
  let done = 0
  for (const part of book.parts) {
    const within = part.title ? composer.partTitle(part.title) : BOOK
    for (const [i, chapter] of part.chapters.entries()) {
      const opens = i === 0 && (part.title !== undefined || done === 0)
      composer.chapter(chapter, { title: part.title, element: within }, opens)
      onChapter?.(++done, total)
    }
  }
  const { flow, structure, diagnostics } = composer
  return { value: { flow, structure }, diagnostics }
}

/** The part a chapter stands in. */
interface PartAround {
  readonly title: SourceText | undefined
  readonly element: ElementId
}

/** What becomes one block of rows. */
interface TextParts {
  /** The entry or chapter it stands in. */
  readonly of: ElementId
  readonly text?: MarkedText | undefined
  readonly form?: ParagraphForm | undefined
  /** The entry begins here, and its heading runs in. */
  readonly begins?: Beginning | undefined
  readonly heading?: RunInHeading | undefined
  readonly credits: Credits
}

/** The texts of an entry. */
interface EntryTexts {
  readonly of: ElementId
  readonly texts: readonly (BodyBlock | undefined)[]
  readonly credits: Credits
}

class Composer {
  readonly flow: FlowBlock[] = []
  readonly #texts: Texts
  readonly #styles: Styles
  /** Forms of paragraphs that leave them no room. */
  readonly #reported = new Set<ParagraphForm>()

  constructor(styles: Styles) {
    this.#styles = styles
    this.#texts = new Texts(styles)
  }

  get structure(): readonly StructureElement[] {
    return this.#texts.structure.elements
  }

  get diagnostics(): Diagnostic[] {
    return this.#texts.diagnostics
  }

  /** Answers the part, for its chapters. */
  partTitle(title: MarkedText): ElementId {
    const { layout } = this.#styles
    const part = this.#texts.structure.add('part', BOOK)
    const owner = this.#texts.heading(title, part, 1)
    this.#title(title, layout.part, 'new-recto', { level: 'part', title: title.text, source: title }, owner)
    return part
  }

  /** @param opens the chapter is the first of its part or book, and so begins a page whatever the layout says */
  chapter(chapter: Chapter, { title: part, element: within }: PartAround, opens: boolean): void {
    const { start, opening, inColumn } = this.#styles.layout.chapter
    const { title } = chapter
    const begins: Beginning = { level: 'chapter', title: title.text, source: title, ...(part && { part }) }
    const beginsPage = opens || start !== 'run-on'
    const of = this.#texts.structure.add('chapter', within)
    // Without a part above it a chapter's title is the highest heading.
    const level = within === BOOK ? 1 : 2
    this.#title(
      title,
      beginsPage ? opening : inColumn,
      beginsPage ? (start === 'new-recto' ? 'new-recto' : 'new-page') : 'run-on',
      begins,
      this.#texts.heading(title, of, level),
    )
    const credits = [{ list: chapter.credits, of }]
    const last = chapter.entries.at(-1)
    for (const entry of chapter.entries) {
      const within = this.#texts.structure.add('entry', of, { id: entry.id })
      this.#entry(entry, { of: within, level: level + 1 }, entry === last ? credits : [])
    }
    if (!last) this.#text({ of, credits })
  }

  #title(
    title: MarkedText,
    style: TitleStyle,
    start: TitleBlock['start'],
    begins: Beginning,
    owner: Owner,
  ): void {
    const printed = printedText(title, this.#styles)
    const { lines, design } = designTitle(printed, style, this.#styles, owner)
    this.diagnostics.push(...spreadFaults(printed, { text: style.text }, this.#styles))
    if (lines > this.#styles.layout.typeArea.linesPerColumn) this.diagnostics.push(tooTall(title, lines))
    this.flow.push({ kind: 'title', span: style.span, start, lines, design, begins })
  }

  /** An entry without text still prints its heading and the credits, which no text carries then. */
  #entry(
    entry: Entry,
    { of, level }: { readonly of: ElementId; readonly level: number },
    chapterCredits: Credits,
  ): void {
    const { heading, headingForm, id } = entry
    const credits = [{ list: entry.credits, of }, ...chapterCredits]
    const begins = heading && beginningOf(heading, id)
    const owner = heading && this.#texts.heading(heading, of, level)
    const body = entry.body.map((block) => this.#settable(block, heading))
    // A heading that cannot be cut in has a line of its own.
    const cut = cutInOf({ ...entry, body }, this.#styles, owner)
    const hasOwnLine = headingForm !== 'bracket' && !cut
    if (heading && headingForm === 'cut-in' && !cut) this.diagnostics.push(noRoomToCutIn(heading))
    if (owner && begins && hasOwnLine) this.#subheading(heading, begins, owner)
    const texts = body.length > 0 ? body : [undefined]
    if (cut) this.diagnostics.push(...cutInFaults(cut, this.#styles))
    const taken = begins && cut ? this.#besideCutIn(cut, begins, { of, texts, credits }) : 0
    for (const [i, block] of texts.entries()) {
      if (i < taken) continue
      const runsIn = i === 0 && !hasOwnLine
      this.#text({
        of,
        text: block?.text,
        form: block?.form,
        begins: runsIn ? begins : undefined,
        heading: runsIn && owner ? { source: heading, owner } : undefined,
        credits: i === texts.length - 1 ? credits : [],
      })
    }
  }

  /** The paragraph, without its form where that leaves no room for it. */
  #settable(block: BodyBlock, heading: SourceText | undefined): BodyBlock {
    const { form, ...plain } = block
    const fault = form && tooFarIndented(form, this.#styles)
    if (!fault) return block
    // Paragraphs of one text share their form: it is reported once.
    if (!this.#reported.has(form))
      this.diagnostics.push({ ...fault, ...(heading && { entry: heading.text }) })
    this.#reported.add(form)
    return plain
  }

  #subheading(heading: MarkedText, begins: Beginning, owner: Owner): void {
    const { styles, subheadingLines } = this.#styles.layout
    const style: TitleStyle = {
      span: 'column',
      lines: subheadingLines,
      text: styles.subheading,
      letterSpacing: em(0),
      align: 'center',
      startShare: 0,
      ruleBefore: 'none',
      ruleAfter: 'none',
    }
    this.#title(heading, style, 'run-on', begins, owner)
  }

  /**
   * A text with the heading that begins it and the credits that end it, any of them absent. What leaves no row, such as a
   * text of U+200B alone, is no block.
   */
  #text({ of, text, form, begins, heading, credits }: TextParts): void {
    const { typeCase, layout } = this.#styles
    const options = this.#styles.paragraph(form)
    const stream = this.#texts.paragraph(text, of, heading)
    const made = this.#make(stream, options)
    const creditSets = this.#texts.credits(credits)
    const set = this.#rowsWith(made, creditSets, form)
    if (set.rows.length === 0) return
    const recast: RowsBlock['recast'] = (by, mostStretch) => {
      const count = made.lines.length + by
      const other = count > 0 ? recastParagraph(stream, typeCase, options, count, mostStretch) : undefined
      return other && this.#rowsWith(other, creditSets, form)
    }
    const minAtFoot = layout.composition.minLinesAtColumnFoot
    this.flow.push({ kind: 'rows', ...set, minAtFoot, ...(begins && { begins }), recast })
  }

  /**
   * As many texts as it takes to fill the lines beside a cut-in heading, in one block with it; answers how many. The first
   * has no indent but the heading's, a second one, beside its last line, also its own.
   */
  #besideCutIn(cut: CutIn, begins: Beginning, { of, texts, credits }: EntryTexts): number {
    const rows: Row[] = []
    let [taken, above, minAtHead] = [0, 0, 0]
    do {
      const { text, form } = texts[taken++] ?? {}
      const options = this.#styles.paragraph(form)
      const beside = { lines: cut.lines - rows.length, indent: cut.indent }
      const indent = rows.length === 0 ? cut.indent : pt(cut.indent + options.indent)
      const made = this.#make(this.#texts.paragraph(text, of), { ...options, cutIn: { ...beside, indent } })
      this.diagnostics.push(...strayComments(made, beside.lines))
      const set = this.#rowsWith(
        made,
        this.#texts.credits(taken === texts.length ? credits : []),
        form,
        beside,
      )
      above = rows.length
      minAtHead = set.minAtHead
      rows.push(...set.rows)
    } while (rows.length < cut.lines && taken < texts.length && this.#goesOn(cut, texts[taken]?.form))
    while (rows.length < cut.lines) rows.push([])
    const [first = [], ...others] = rows
    const minAtFoot = Math.max(cut.lines, above + this.#styles.layout.composition.minLinesAtColumnFoot)
    this.flow.push({
      kind: 'rows',
      rows: [[...cut.pieces, ...first], ...others],
      minAtHead,
      minAtFoot,
      begins,
    })
    return taken
  }

  /** Whether another paragraph has room beside a cut-in heading. */
  #goesOn(cut: CutIn, form: ParagraphForm | undefined): boolean {
    return fitsBeside(cut, this.#styles.paragraph(form).indent, form, this.#styles)
  }

  #make(stream: Stream, options: ParagraphOptions): SetParagraph {
    const { set, diagnostics } = makeParagraph(stream, this.#styles.typeCase, options)
    this.diagnostics.push(...diagnostics)
    return set
  }

  /**
   * Rows of a text and its credits: on the last line where there is room for both, else on lines of their own.
   *
   * @param beside the first lines stand beside a cut-in heading, which credits keep clear of, too
   */
  #rowsWith(
    text: SetParagraph,
    credits: readonly SetParagraph[],
    form?: ParagraphForm,
    beside?: { readonly lines: number; readonly indent: Pt },
  ): BlockRows {
    const { measure, layout } = this.#styles
    const rows: Row[] = text.lines.map((line) => [
      { paragraph: text, line, shift: this.#shiftOf(line.end, form) },
    ])
    for (const [i, credit] of credits.entries()) {
      const [only, more] = credit.lines
      const last = text.lines.at(-1)
      const room = measure - (last?.end ?? 0) - this.#shiftOf(last?.end ?? 0, form) - (only?.end ?? 0)
      if (i === 0 && only && !more && last && room >= CREDIT_GAP_EM * layout.typeArea.charSize) {
        const row = rows.pop() ?? []
        rows.push([...row, { paragraph: credit, line: only, shift: measure - only.end }])
        continue
      }
      const isWide = credit.lines.some(({ end }) => end > measure - (beside?.indent ?? 0))
      while (beside && isWide && rows.length < beside.lines) rows.push([])
      for (const line of credit.lines) rows.push([{ paragraph: credit, line, shift: measure - line.end }])
    }
    const tail = rows.length - text.lines.length
    const minAtHead = tail > 0 ? tail + LINES_WITH_CREDIT : layout.composition.minLinesAtColumnHead
    return { rows, minAtHead }
  }

  /** From the line head of the column to that of a line, which ends at `end` by itself. */
  #shiftOf(end: number, form: ParagraphForm | undefined): number {
    if (!form) return 0
    const size = this.#styles.layout.typeArea.charSize
    const head = form.startIndent * size
    const room = this.#styles.measure - head - form.endIndent * size - end
    if (form.align === 'center') return head + room / 2
    return form.align === 'end' ? head + room : head
  }
}

const beginningOf = (heading: SourceText, id: string): Beginning => ({
  level: 'entry',
  title: heading.text,
  id,
  source: heading,
})
