// Book → flow: every text set, in reading order, as blocks of whole grid lines. Reads top to bottom as the book does:
// part title, chapter title, entries with their run-in headings, credits.

import { toHanzi } from '../cjk/index.ts'
import { type Diagnostic, em, error, type Reported, SourceText } from '../core/index.ts'
import {
  makeParagraph,
  makeTitle,
  recastParagraph,
  type SetParagraph,
  type Stream,
  type StreamPiece,
  streamOf,
} from '../paragraph/index.ts'
import {
  type Book,
  type Chapter,
  type Credit,
  type Entry,
  renderCredits,
  type TitleStyle,
} from '../source/index.ts'
import type { Beginning, FlowBlock, Row, RowsBlock, TitleBlock } from './flow.ts'
import type { Styles } from './styles.ts'
import { designTitle } from './title-design.ts'

/** Called after each chapter, for progress. */
export type ChapterDone = (done: number, total: number) => void

/** Least space between a text and a credit on the same line. */
const CREDIT_GAP_EM = 2

export function composeBook(
  book: Book,
  styles: Styles,
  onChapter?: ChapterDone,
): Reported<readonly FlowBlock[]> {
  const composer = new Composer(styles)
  const total = book.parts.reduce((sum, part) => sum + part.chapters.length, 0)
  let done = 0
  for (const part of book.parts) {
    if (part.title) composer.partTitle(part.title)
    for (const [i, chapter] of part.chapters.entries()) {
      composer.chapter(chapter, i === 0 && (part.title !== undefined || done === 0))
      onChapter?.(++done, total)
    }
  }
  return { value: composer.flow, diagnostics: composer.diagnostics }
}

class Composer {
  readonly flow: FlowBlock[] = []
  readonly diagnostics: Diagnostic[] = []
  readonly #styles: Styles

  constructor(styles: Styles) {
    this.#styles = styles
  }

  partTitle(title: SourceText): void {
    const { layout } = this.#styles
    this.#title(title, layout.part, 'new-recto', { level: 'part', title: title.text, source: title })
  }

  /** @param opens the chapter is the first of its part or book, and so begins a page whatever the layout says */
  chapter(chapter: Chapter, opens: boolean): void {
    const { start, opening, inColumn } = this.#styles.layout.chapter
    const begins = { level: 'chapter', title: chapter.title.text, source: chapter.title } as const
    const beginsPage = opens || start !== 'run-on'
    this.#title(
      chapter.title,
      beginsPage ? opening : inColumn,
      beginsPage ? (start === 'new-recto' ? 'new-recto' : 'new-page') : 'run-on',
      begins,
    )
    for (const [i, entry] of chapter.entries.entries()) {
      this.#entry(entry, i === chapter.entries.length - 1 ? chapter.credits : [])
    }
  }

  #title(title: SourceText, style: TitleStyle, start: TitleBlock['start'], begins: Beginning): void {
    const { lines, design } = designTitle(this.#printed(title), style, this.#styles)
    if (lines > this.#styles.layout.typeArea.linesPerColumn) this.diagnostics.push(tooTall(title, lines))
    this.flow.push({ kind: 'title', span: style.span, start, lines, design, begins })
  }

  #entry(entry: Entry, chapterCredits: readonly Credit[]): void {
    const begins: Beginning | undefined = entry.heading && {
      level: 'entry',
      title: entry.heading.text,
      id: entry.id,
      source: entry.heading,
    }
    const isRunIn = entry.headingForm === 'bracket'
    if (entry.heading && begins && !isRunIn) this.#subheading(entry.heading, begins)
    const texts = entry.body.map((block) => block.text)
    const credits = [entry.credits, chapterCredits].filter((list) => list.length > 0)
    for (const [i, text] of texts.entries()) {
      const heading = i === 0 && isRunIn ? entry.heading : undefined
      const block = this.#paragraph(text, heading, i === texts.length - 1 ? credits : [])
      this.flow.push(heading && begins ? { ...block, begins } : block)
    }
  }

  #subheading(heading: SourceText, begins: Beginning): void {
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
    this.#title(heading, style, 'run-on', begins)
  }

  #paragraph(
    text: SourceText,
    heading: SourceText | undefined,
    credits: readonly (readonly Credit[])[],
  ): RowsBlock {
    const { typeCase } = this.#styles
    const { composition } = this.#styles.layout
    const stream = this.#stream(this.#printed(text), heading && this.#printed(heading))
    const options = this.#styles.paragraph(true)
    const made = makeParagraph(stream, typeCase, options)
    this.diagnostics.push(...made.diagnostics)
    const creditSets = credits.map((list) => this.#credit(list))
    const rows = this.#rowsWith(made.set, creditSets)
    const tail = rows.length - made.set.lines.length
    return {
      kind: 'rows',
      rows,
      minAtFoot: composition.minLinesAtColumnFoot,
      // A credit stays with at least two lines of its text.
      minAtHead: tail > 0 ? tail + 2 : composition.minLinesAtColumnHead,
      keepsNext: false,
      recast: (by, mostStretch) => {
        const count = made.set.lines.length + by
        const set = count > 0 ? recastParagraph(stream, typeCase, options, count, mostStretch) : undefined
        return set && this.#rowsWith(set, creditSets)
      },
    }
  }

  #stream(text: SourceText, heading: SourceText | undefined): Stream {
    const { styles, composition } = this.#styles.layout
    const body = this.#styles.run(styles.body)
    const pieces: StreamPiece[] = []
    if (heading) {
      const style = this.#styles.run(styles.heading, true)
      const end = heading.text.length
      pieces.push({ source: heading, style, printed: '【' }, { source: heading, style })
      pieces.push({ source: heading, style, printed: '】', sourceStart: end })
      if (composition.headingGap > 0) {
        pieces.push({ source: heading, style: body, printed: '\u3000', sourceStart: end })
      }
    }
    pieces.push({ source: text, style: body })
    return streamOf(pieces)
  }

  /** Rows of a text and its credits: on the last line where there is room for both, else on lines of their own. */
  #rowsWith(text: SetParagraph, credits: readonly SetParagraph[]): readonly Row[] {
    const { measure, layout } = this.#styles
    const rows: Row[] = text.lines.map((line) => [{ paragraph: text, line, shift: 0 }])
    for (const [i, credit] of credits.entries()) {
      const [only, more] = credit.lines
      const last = text.lines.at(-1)
      const room = measure - (last?.end ?? 0) - (only?.end ?? 0)
      if (i === 0 && only && !more && last && room >= CREDIT_GAP_EM * layout.typeArea.charSize) {
        const row = rows.pop() ?? []
        rows.push([...row, { paragraph: credit, line: only, shift: measure - only.end }])
        continue
      }
      for (const line of credit.lines) rows.push([{ paragraph: credit, line, shift: measure - line.end }])
    }
    return rows
  }

  #credit(credits: readonly Credit[]): SetParagraph {
    const { typeCase, measure, layout } = this.#styles
    const style = layout.styles.credit
    const span = credits[0]?.span
    const source = SourceText.verbatim(renderCredits(credits), span?.file ?? '', span?.start ?? 0)
    const stream = streamOf([{ source, style: this.#styles.run(style) }])
    return makeTitle(stream, typeCase, this.#styles.title(style.size, measure))
  }

  /** The text as the layout prints it: digits become Hanzi where it says so. */
  #printed(text: SourceText): SourceText {
    const { direction, composition } = this.#styles.layout
    if (direction !== 'vertical' || composition.digits !== 'hanzi' || !/\d/.test(text.text)) return text
    const converted = toHanzi(text.text)
    const starts: number[] = []
    const origins: number[] = []
    for (let i = 0; i < converted.text.length; i++) {
      const from = text.offsetAt(converted.from[i] ?? 0)
      if (i > 0 && from === (origins.at(-1) ?? 0) + (i - (starts.at(-1) ?? 0))) continue
      starts.push(i)
      origins.push(from)
    }
    return new SourceText(converted.text, text.file, starts, origins)
  }
}

const tooTall = (title: SourceText, lines: number): Diagnostic => {
  const shown = title.text.length > 24 ? `${title.text.slice(0, 24)}…` : title.text
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
