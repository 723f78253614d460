// Book → flow: every text set, in reading order, as blocks of whole grid lines. Reads top to bottom as the book does:
// part title, chapter title, entries with their run-in headings, credits.

import { type Diagnostic, em, error, type Reported, type SourceText, warning } from '../core/index.ts'
import {
  makeParagraph,
  makeTitle,
  recastParagraph,
  type SetParagraph,
  type Stream,
  type StreamPiece,
  streamOf,
} from '../paragraph/index.ts'
import type { Book, Chapter, Credit, Entry, MarkedText, ParagraphForm, TitleStyle } from '../source/index.ts'
import { type CutIn, cutIn } from './cut-in.ts'
import { excerpt } from './excerpt.ts'
import type { Beginning, BlockRows, FlowBlock, Row, RowsBlock, TitleBlock } from './flow.ts'
import { type Owner, piecesOf } from './inline.ts'
import { creditText, printedText } from './printed.ts'
import { BOOK, type ElementId, type ElementKind, Structure, type StructureElement } from './structure.ts'
import type { Styles } from './styles.ts'
import { designTitle } from './title-design.ts'

/** Called after each chapter, for progress. */
export type ChapterDone = (done: number, total: number) => void

/** Least space between a text and a credit on the same line. */
const CREDIT_GAP_EM = 2
/** Fewest lines of a text that its credit stays with. */
const LINES_WITH_CREDIT = 2

/** Lists of credits that follow a text: the entry's, the chapter's. */
type Credits = readonly { readonly list: readonly Credit[]; readonly of: ElementId }[]

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
  return { value: { flow, structure: structure.elements }, diagnostics }
}

/** The part a chapter stands in. */
interface PartAround {
  readonly title: SourceText | undefined
  readonly element: ElementId
}

/** What becomes one block of rows. */
interface TextParts {
  /** The entry or chapter it stands in, and that of its run-in heading. */
  readonly of: ElementId
  readonly heading?: ElementId | undefined
  readonly text?: MarkedText | undefined
  readonly form?: ParagraphForm | undefined
  /** The entry begins here: its heading runs in, or is cut in. */
  readonly begins?: Beginning | undefined
  readonly cut?: CutIn | undefined
  readonly credits: Credits
}

class Composer {
  readonly flow: FlowBlock[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly structure: Structure = new Structure()
  readonly #styles: Styles

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** Answers the part, for its chapters. */
  partTitle(title: MarkedText): ElementId {
    const { layout } = this.#styles
    const part = this.structure.add('part', BOOK)
    const owner = this.#heading(title, part, 1)
    this.#title(title, layout.part, 'new-recto', { level: 'part', title: title.text, source: title }, owner)
    return part
  }

  /** A heading in what it heads. */
  #heading({ text }: SourceText, of: ElementId, level: number): Owner {
    return this.#owner('heading', of, { level, title: text })
  }

  #owner(kind: ElementKind, of: ElementId, more: Parameters<Structure['add']>[2] = {}): Owner {
    return { structure: this.structure, element: this.structure.add(kind, of, more) }
  }

  /** @param opens the chapter is the first of its part or book, and so begins a page whatever the layout says */
  chapter(chapter: Chapter, { title: part, element: within }: PartAround, opens: boolean): void {
    const { start, opening, inColumn } = this.#styles.layout.chapter
    const { title } = chapter
    const begins: Beginning = { level: 'chapter', title: title.text, source: title, ...(part && { part }) }
    const beginsPage = opens || start !== 'run-on'
    const of = this.structure.add('chapter', within)
    // Without a part above it a chapter's title is the highest heading.
    const level = within === BOOK ? 1 : 2
    this.#title(
      title,
      beginsPage ? opening : inColumn,
      beginsPage ? (start === 'new-recto' ? 'new-recto' : 'new-page') : 'run-on',
      begins,
      this.#heading(title, of, level),
    )
    const credits = [{ list: chapter.credits, of }]
    const last = chapter.entries.at(-1)
    for (const entry of chapter.entries) {
      const within = this.structure.add('entry', of, { id: entry.id })
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
    const { lines, design } = designTitle(printedText(title, this.#styles), style, this.#styles, owner)
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
    const owner = heading && this.#heading(heading, of, level)
    // A heading too long to be cut in has a line of its own.
    const cut = owner && headingForm === 'cut-in' ? cutIn(heading, this.#styles, owner) : undefined
    const hasOwnLine = headingForm !== 'bracket' && !cut
    if (heading && headingForm === 'cut-in' && !cut) this.diagnostics.push(tooWideToCutIn(heading))
    if (owner && begins && hasOwnLine) this.#subheading(heading, begins, owner)
    const blocks = entry.body.length > 0 ? entry.body : [undefined]
    for (const [i, block] of blocks.entries()) {
      const isFirst = i === 0 && !hasOwnLine
      this.#text({
        of,
        heading: owner?.element,
        text: block?.text,
        form: block?.form,
        begins: isFirst ? begins : undefined,
        cut: isFirst ? cut : undefined,
        credits: i === blocks.length - 1 ? credits : [],
      })
    }
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
  #text(parts: TextParts): void {
    const { form, begins, cut, credits } = parts
    const { typeCase, layout } = this.#styles
    const options = { ...this.#styles.paragraph(form), ...(cut && { cutIn: cut }) }
    const stream = this.#stream(parts)
    const made = makeParagraph(stream, typeCase, options)
    this.diagnostics.push(...made.diagnostics)
    const creditSets = credits.filter(({ list }) => list.length > 0).map((one) => this.#credit(one))
    const set = withCutIn(this.#rowsWith(made.set, creditSets, form), cut)
    if (set.rows.length === 0) return
    const { minLinesAtColumnFoot } = layout.composition
    const recast: RowsBlock['recast'] = (by, mostStretch) => {
      const count = made.set.lines.length + by
      const other = count > 0 ? recastParagraph(stream, typeCase, options, count, mostStretch) : undefined
      return other && this.#rowsWith(other, creditSets, form)
    }
    this.flow.push({
      kind: 'rows',
      ...set,
      minAtFoot: Math.max(minLinesAtColumnFoot, cut?.lines ?? 0),
      ...(begins && { begins }),
      ...(!cut && { recast }),
    })
  }

  #stream({ of, text, cut, begins, heading: element }: TextParts): Stream {
    const heading = cut ? undefined : begins?.source
    const { styles, composition } = this.#styles.layout
    const body = { text: styles.body }
    const pieces: StreamPiece[] = []
    if (heading) {
      const source = printedText(heading, this.#styles)
      const look = { text: styles.heading, isHeading: true }
      const style = this.#styles.run(look)
      const end = source.text.length
      const owner = { structure: this.structure, element: element ?? of }
      const shared = { source, style, element: owner.element }
      pieces.push({ ...shared, printed: '【' }, ...piecesOf(source, look, this.#styles, owner))
      pieces.push({ ...shared, printed: '】', sourceStart: end })
      if (text && composition.headingGap > 0) {
        const style = this.#styles.run(body)
        pieces.push({ ...shared, style, printed: '\u3000', sourceStart: end })
      }
    }
    if (text) {
      const owner = this.#owner('paragraph', of)
      pieces.push(...piecesOf(printedText(text, this.#styles), body, this.#styles, owner))
    }
    return streamOf(pieces)
  }

  /** Rows of a text and its credits: on the last line where there is room for both, else on lines of their own. */
  #rowsWith(text: SetParagraph, credits: readonly SetParagraph[], form?: ParagraphForm): BlockRows {
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

  #credit({ list, of }: Credits[number]): SetParagraph {
    const { typeCase, measure, layout } = this.#styles
    const style = layout.styles.credit
    const source = printedText(creditText(list), this.#styles)
    const stream = streamOf([
      { source, style: this.#styles.run({ text: style }), element: this.structure.add('credit', of) },
    ])
    return makeTitle(stream, typeCase, this.#styles.title(style.size, measure))
  }
}

/** The heading stands in the first row, whose text may be shorter than it. */
function withCutIn(set: BlockRows, cut: CutIn | undefined): BlockRows {
  if (!cut) return set
  const [first = [], ...rest] = set.rows
  const rows: Row[] = [[...cut.pieces, ...first], ...rest]
  while (rows.length < cut.lines) rows.push([])
  return { ...set, rows }
}

const beginningOf = (heading: SourceText, id: string): Beginning => ({
  level: 'entry',
  title: heading.text,
  id,
  source: heading,
})

const tooWideToCutIn = (heading: SourceText): Diagnostic => {
  const shown = excerpt(heading.text)
  return warning(
    'heading-overfull',
    {
      en: `the heading \`${shown}\` takes more than half a line in two lines: it was set on a line of its own`,
      zh: `标题 \`${shown}\` 排成两行仍超过半行，不能嵌入正文，改为独占一行`,
    },
    {
      span: heading.spanOf(),
      hints: [{ en: 'shorten it, or write `form: line`', zh: '请缩短标题，或改写 `form: line`' }],
    },
  )
}

const tooTall = (title: SourceText, lines: number): Diagnostic => {
  const shown = excerpt(title.text)
  return error(
    'heading-overfull',
    {
      en: `the title \`${shown}\` takes ${lines} lines, more than a page has`,
      zh: `标题 \`${shown}\` 要占 ${lines} 行，一页排不下`,
    },
    {
      span: title.spanOf(),
      hints: [{ en: 'shorten it; long text belongs in the body', zh: '请缩短标题，长文字应放在正文里' }],
    },
  )
}
