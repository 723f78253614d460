// What a PDF must say: a book comes in; its visible text in reading order goes out, with the way back to the author's
// files, and the strings that heads, folios and tabs may be made of. A reading (拼音, 行间注 …) is read directly after its
// base; dots, lines and frames say nothing. It says nothing of how the page looks.

import { toHanzi } from '../cjk/index.ts'
import type { SourceText, Span } from '../core/index.ts'
import {
  type Book,
  type Chapter,
  type Credit,
  type Entry,
  type MarkedText,
  type PrintedText,
  printText,
  readingsInOrder,
  renderCredits,
} from '../source/index.ts'
import { type VisibleText, VisibleTextBuilder, visibleIndices, withoutBlanks } from './visible-text.ts'

export interface ExpectedText extends VisibleText {
  /** The manuscript's span of the visible units `[start, end)`; undefined where no file says them. */
  spanOf(start: number, end: number): Span | undefined
  /** Characters of the manuscript (code points, blanks not counted), before numerals become Hanzi. */
  readonly characters: number
}

/** A piece of the manuscript as printed. */
interface Segment {
  /** Visible unit where it begins. */
  readonly start: number
  /** As printed, blanks and all. */
  readonly printed: string
  /** Where the piece begins in the printed text of `source`. */
  readonly at: number
  /** Printed unit of `source` → manuscript unit; absent where they are the same. */
  readonly from?: Int32Array
  readonly source?: SourceText
  /** For what is made from the manuscript but not found there letter by letter. */
  readonly span?: Span
}

/** `digitsAsHanzi`: the layout printed Arabic numerals as Hanzi. */
export function expectedText(book: Book, digitsAsHanzi: boolean): ExpectedText {
  const writer = new Writer(digitsAsHanzi)
  for (const part of book.parts) {
    if (part.title) writer.block(part.title)
    for (const chapter of part.chapters) writeChapter(chapter, writer)
  }
  return writer.finish()
}

function writeChapter(chapter: Chapter, writer: Writer): void {
  writer.block(chapter.title)
  for (const entry of chapter.entries) {
    writeHeading(entry, writer)
    for (const { text } of entry.body) writer.block(text)
    writeCredits(entry.credits, writer)
  }
  writeCredits(chapter.credits, writer)
}

/** 【heading】 runs in before the first paragraph; a `line` or `cut-in` heading stands bare. */
function writeHeading({ heading, headingForm }: Entry, writer: Writer): void {
  if (!heading) return
  if (headingForm !== 'bracket') {
    writer.block(heading)
    return
  }
  writer.newLine()
  writer.literal('【', heading.spanOf())
  writer.inline(heading)
  writer.literal('】', heading.spanOf())
}

function writeCredits(credits: readonly Credit[], writer: Writer): void {
  const [first] = credits
  if (!first) return
  writer.newLine()
  writer.literal(renderCredits(credits), first.span)
}

class Writer {
  readonly #hanzi: boolean
  readonly #builder = new VisibleTextBuilder()
  readonly #segments: Segment[] = []
  #characters = 0

  constructor(hanzi: boolean) {
    this.#hanzi = hanzi
  }

  newLine(): void {
    this.#builder.gap('line')
  }

  block(source: MarkedText): void {
    // A run-in heading stands in the line of its paragraph, so blank before a block is never compared.
    this.newLine()
    this.inline(source)
  }

  /** A text with its readings, each after its base. */
  inline(source: MarkedText): void {
    const printed = printText(source, this.#hanzi)
    this.#characters += countOf(source.text)
    let done = 0
    for (const { to, text } of readingsInOrder(printed.inline)) {
      this.#piece(source, printed, done, to)
      this.newLine()
      this.#characters += countOf(text.text)
      this.#piece(text, text, 0, text.text.length)
      this.newLine()
      done = to
    }
    this.#piece(source, printed, done, printed.text.length)
  }

  /** Units `[at, end)` of what is printed of a text. */
  #piece(
    source: SourceText,
    { text, from }: Pick<PrintedText, 'text' | 'from'>,
    at: number,
    end: number,
  ): void {
    const start = this.#builder.length
    const printed = text.slice(at, end)
    if (printed === '') return
    this.#builder.add(printed)
    this.#segments.push({ start, printed, at, source, ...(from && { from }) })
  }

  literal(text: string, span: Span): void {
    const start = this.#builder.length
    const printed = this.#hanzi ? toHanzi(text).text : text
    this.#builder.add(printed)
    this.#characters += countOf(text)
    this.#segments.push({ start, printed, at: 0, span })
  }

  finish(): ExpectedText {
    const visible = this.#builder.finish()
    const segments = this.#segments
    return { ...visible, characters: this.#characters, spanOf: (start, end) => spanOf(segments, start, end) }
  }
}

const countOf = (text: string): number => [...withoutBlanks(text)].length

/** The span of the first segment touched; a difference that runs over several is shown where it begins. */
function spanOf(segments: readonly Segment[], start: number, end: number): Span | undefined {
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.start ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const segment = segments[low]
  if (!segment) return undefined
  if (!segment.source) return segment.span
  const visible = visibleIndices(segment.printed)
  const unit = (index: number): number => {
    const printed = segment.at + (visible[Math.min(index, visible.length - 1)] ?? 0)
    return segment.from?.[printed] ?? printed
  }
  const from = unit(start - segment.start)
  const to = end > start ? unit(end - 1 - segment.start) + 1 : from
  return segment.source.spanOf(from, Math.max(from, to))
}

/** What running heads and tabs may say besides numbers. */
export function knownTitles(book: Book, digitsAsHanzi: boolean): string[] {
  const texts = book.parts.flatMap((part) => [part.title, ...part.chapters.map((c) => c.title)])
  const titles = [book.title, ...texts].filter((t) => t !== undefined)
  const volumes = book.volume === undefined ? [] : [book.volume]
  const known = [...titles.map((t) => t.text), ...volumes]
  if (!digitsAsHanzi) return known
  return [...known, ...titles.map((t) => printText(t, true).text), ...volumes.map((v) => toHanzi(v).text)]
}
