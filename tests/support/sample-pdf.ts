// PDFs for the tests of the proof, made with pdfkit alone: lines of text on pages, right in every point that the proof
// looks at unless a test asks for a fault.

import { SourceText } from '../../src/core/index.ts'
import type { Book, Entry } from '../../src/source/index.ts'

export const SERIF = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

export interface SamplePage {
  /** The running head, an artifact. */
  readonly head: string
  readonly lines: readonly string[]
}

export interface SampleOptions {
  readonly info?: Record<string, unknown>
  readonly pdf?: Record<string, unknown>
  readonly font?: string
  /** An RGB or other colour for pdfkit's fillColor. */
  readonly colour?: string
  readonly boxes?: boolean
  readonly outline?: readonly string[]
  readonly labels?: boolean
  readonly xmp?: string
  /** Called with every page, to break it. */
  readonly onPage?: (page: { dictionary: { data: Record<string, unknown> } }, number: number) => void
}

const [WIDTH, HEIGHT, MARGIN, BLEED] = [420, 595, 50, 10]

// biome-ignore lint/suspicious/noExplicitAny: pdfkit ships no types
type PdfKit = any

export async function samplePdf(
  pages: readonly SamplePage[],
  options: SampleOptions = {},
): Promise<Uint8Array> {
  const { default: PDFDocument } = (await import('pdfkit' as string)) as {
    default: new (o: object) => PdfKit
  }
  const doc = new PDFDocument({
    font: null,
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    info: { Title: '市直机关党的工作', CreationDate: new Date(0), ...options.info },
    ...options.pdf,
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => doc.on('end', resolve))
  for (const [i, page] of pages.entries()) drawPage(doc, page, i + 1, options)
  if (options.labels !== false) doc._root.data.PageLabels = { Nums: [0, { S: 'D', St: 1 }] }
  if (options.xmp !== undefined) doc.appendXML(options.xmp)
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function drawPage(doc: PdfKit, page: SamplePage, number: number, options: SampleOptions): void {
  doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 })
  if (options.boxes !== false) {
    doc.page.dictionary.data.BleedBox = [0, 0, WIDTH, HEIGHT]
    doc.page.dictionary.data.TrimBox = [BLEED, BLEED, WIDTH - BLEED, HEIGHT - BLEED]
  }
  if (number === 1) for (const title of options.outline ?? []) doc.outline.addItem(title)
  doc.font(options.font ?? SERIF).fontSize(10)
  if (options.colour !== undefined) doc.fillColor(options.colour)
  doc.markContent('Artifact', { type: 'Pagination' })
  doc.text(`${page.head} ${number}`, MARGIN, 30, { lineBreak: false })
  doc.endMarkedContent()
  for (const [i, line] of page.lines.entries()) doc.text(line, MARGIN, 60 + 16 * i, { lineBreak: false })
  options.onPage?.(doc.page, number)
}

/** A book of one chapter; its text stands in one imaginary file, one piece a line. */
export function sampleBook(
  title: string,
  entries: readonly { heading?: string; paragraphs: readonly string[] }[],
): Book {
  let at = 0
  const source = (text: string): SourceText => {
    const made = SourceText.verbatim(text, 'chapter.yaml', at)
    at += text.length + 1
    return made
  }
  const chapterTitle = source(title)
  const made: Entry[] = entries.map(({ heading, paragraphs }, i) => ({
    id: `1-${i + 1}`,
    ...(heading !== undefined && { heading: source(heading) }),
    headingForm: 'bracket',
    body: paragraphs.map((text) => ({ kind: 'paragraph', text: source(text) })),
    credits: [],
    span: { file: 'chapter.yaml', start: 0, end: 0 },
  }))
  const credit = { role: '供稿', names: ['刘英杰'], span: { file: 'chapter.yaml', start: at, end: at + 5 } }
  const chapter = { file: 'chapter.yaml', title: chapterTitle, entries: made, credits: [credit] }
  return { file: 'chapter.yaml', creators: [], firstPage: 1, parts: [{ chapters: [chapter] }] }
}

/** What a sample PDF of such a book says, in lines of at most `length` characters; `edit` falsifies a paragraph. */
export function sampleLines(book: Book, length: number, edit = (text: string): string => text): string[] {
  const chapter = book.parts[0]?.chapters[0]
  if (!chapter) return []
  const paragraphs = chapter.entries.flatMap(({ heading, body }) =>
    body.map(({ text }, i) => (i === 0 && heading ? `【${heading.text}】` : '') + text.text),
  )
  return [chapter.title.text, ...paragraphs.flatMap((text) => inLines(edit(text), length)), '（刘英杰供稿）']
}

const inLines = (text: string, length: number): string[] =>
  text.length <= length ? [text] : [text.slice(0, length), ...inLines(text.slice(length), length)]

export const inPages = (head: string, lines: readonly string[], perPage: number): SamplePage[] =>
  lines.length === 0
    ? []
    : [{ head, lines: lines.slice(0, perPage) }, ...inPages(head, lines.slice(perPage), perPage)]
