// Book and layout → PDFs with what it is worth knowing about them. In: a read book, a read layout, fonts, a date, and the
// kinds of PDF wanted. Out: one setting, drawn once for each. Files and places to write to are the caller's business.

import type { Reported } from './core/index.ts'
import type { Fonts } from './font/index.ts'
import type { Setting } from './page/index.ts'
import { drawPdf, NO_DATE, type PdfMetadata, type PdfPlan, screenPlan } from './pdf/index.ts'
import {
  type Book,
  bookTitle,
  type Chapter,
  type Layout,
  type MarkedText,
  renderCredits,
} from './source/index.ts'
import { typeset } from './typeset.ts'
import { PRODUCER } from './version.ts'

/** A book that has been set, and its PDFs in the order of the plans: the same lines in each. */
export interface Editions {
  readonly pdfs: readonly Uint8Array[]
  readonly setting: Setting
  /** Characters of the manuscript as printed, blanks not counted. */
  readonly characters: number
}

/** The two long stages of making an edition. */
export type EditionStage = 'compose' | 'draw'

export interface EditionOptions {
  /** `YYYY-MM-DD`; by default the date of the book. */
  readonly date?: string
  /** What kinds of PDF; by default one for the screen. */
  readonly plans?: readonly PdfPlan[]
  /** SHA-256 of the manuscript's files, which the PDFs name. */
  readonly sourceHash?: string
  /** Called after each chapter composed and each page drawn. */
  readonly onProgress?: (stage: EditionStage, done: number, total: number) => void
}

/** Sets a book and draws it. Undefined when an error keeps the pages from being made. */
export async function makeEditions(
  book: Book,
  layout: Layout,
  fonts: Fonts,
  options: EditionOptions = {},
): Promise<Reported<Editions | undefined>> {
  const { onProgress, plans = [screenPlan] } = options
  const { value: setting, diagnostics } = typeset(book, layout, fonts, (done, total) =>
    onProgress?.('compose', done, total),
  )
  if (setting === undefined) return { value: undefined, diagnostics }
  const meta = metadataOf(book, layout, options)
  const pages = setting.pages.length
  const pdfs: Uint8Array[] = []
  for (const [i, plan] of plans.entries()) {
    const onPage = (done: number): void => onProgress?.('draw', i * pages + done, plans.length * pages)
    pdfs.push(await drawPdf(setting, datedFor(plan, meta), plan, onPage))
  }
  return { value: { pdfs, setting, characters: countCharacters(book) }, diagnostics }
}

const datedFor = ({ claims }: PdfPlan, meta: PdfMetadata): PdfMetadata =>
  meta.date === undefined && (claims.pdfx || claims.pdfa) ? { ...meta, date: NO_DATE } : meta

function metadataOf(
  book: Book,
  layout: Layout,
  { date = book.date, sourceHash }: EditionOptions,
): PdfMetadata {
  const { publisher, identifier, year } = book
  return {
    title: bookTitle(book),
    creators: book.creators,
    ...(publisher !== undefined && { publisher }),
    ...(identifier !== undefined && { identifier }),
    ...(year !== undefined && { coverage: String(year) }),
    ...(date !== undefined && { date }),
    ...(sourceHash !== undefined && { sourceHash }),
    producer: PRODUCER,
    // Horizontal lines print digits as they are, whatever the layout says of vertical ones.
    digits: layout.direction === 'vertical' ? layout.composition.digits : 'rotate',
  }
}

/** What a proof does not compare, either; so both count alike. */
const BLANKS = /[\s\u200b\ufeff]/gu

/** Characters (code points) that the manuscript puts on the page, blanks not counted. */
export function countCharacters(book: Book): number {
  const texts = book.parts.flatMap(({ title, chapters }) => [
    ...withReadings(title),
    ...chapters.flatMap(textsOfChapter),
  ])
  return texts.reduce((sum, text) => sum + [...text.replace(BLANKS, '')].length, 0)
}

/** A text with what is read beside it. */
const withReadings = (text: MarkedText | undefined): readonly string[] =>
  text === undefined
    ? []
    : [text.text, ...(text.inline ?? []).flatMap((one) => (one.kind === 'reading' ? one.text.text : []))]

const textsOfChapter = ({ title, entries, credits }: Chapter): readonly string[] => [
  ...withReadings(title),
  ...entries.flatMap(({ heading, headingForm, body, credits: own }) => [
    ...withReadings(heading),
    heading !== undefined && headingForm === 'bracket' ? '【】' : '',
    ...body.flatMap(({ text }) => withReadings(text)),
    renderCredits(own),
  ]),
  renderCredits(credits),
]
