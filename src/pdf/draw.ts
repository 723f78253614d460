// Pages → PDF bytes. pdfkit keeps the objects, the page tree and the cross-reference table; what is on the pages, the
// fonts, boxes, labels, outline and metadata are written here. The same setting gives the same bytes.

import { createHash, type Hash } from 'node:crypto'
import type { PDFReference } from 'pdfkit'
import PDFDocument from 'pdfkit'
import type { Page, Setting } from '../page/index.ts'
import { ContentWriter } from './content.ts'
import { PdfFonts } from './fonts.ts'
import { num } from './number.ts'
import { writeOutline } from './outline.ts'
import { xmpPacket } from './xmp.ts'

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string
  readonly creators: readonly string[]
  readonly publisher?: string
  readonly identifier?: string
  /** `YYYY-MM-DD`, the only date written; a file without one bears none. */
  readonly date?: string
  /** The program and its version. */
  readonly producer: string
  /** How digits of vertical lines were set, for the check of the text. */
  readonly digits: 'rotate' | 'combine' | 'hanzi'
}

/** Called after each page, for progress. */
export type PageDone = (done: number, total: number) => void

export async function drawPdf(setting: Setting, meta: PdfMetadata, onPage?: PageDone): Promise<Uint8Array> {
  const doc = openDocument(setting, meta)
  const bytes = collect(doc)
  const fonts = new PdfFonts(doc, setting.typeCase)
  const writer = new ContentWriter(setting.typeCase, fonts, setting.bleed)
  const said = createHash('sha256').update(xmpPacket(meta))
  const pages = setting.pages.map((page, i) => {
    const ref = drawPage(doc, page, setting, writer, fonts, said)
    onPage?.(i + 1, setting.pages.length)
    return ref
  })
  for (const program of fonts.finish()) said.update(program)
  writeOutline(doc, setting.landmarks, pages, ({ x, y }) => ({
    x: x + setting.bleed,
    y: setting.trim.height + setting.bleed - y,
  }))
  doc._root.data['PageLabels'] = pageLabels(setting.pages)
  // The trailer is written last and reads it then.
  doc._id = fileIdentifier(said)
  doc.end()
  return bytes
}

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const IDENTIFIER_LENGTH = 16

/** Made of what the file says: metadata, page content, font programs. pdfkit's own is made of the metadata alone. */
const fileIdentifier = (said: Hash): Uint8Array =>
  new Uint8Array(said.digest().subarray(0, IDENTIFIER_LENGTH))

function openDocument(setting: Setting, meta: PdfMetadata): PDFDocument {
  // The constructor asks for a date; a file without one gets a fixed one and loses it again.
  const date = new Date(`${meta.date ?? '2000-01-01'}T00:00:00Z`)
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    margin: 0,
    info: {
      Title: meta.title,
      ...(meta.creators.length > 0 ? { Author: meta.creators.join('、') } : {}),
      Producer: meta.producer,
      Creator: meta.producer,
      CreationDate: date,
    },
  })
  if (!meta.date) delete doc.info['CreationDate']
  if (setting.binding === 'right') {
    const preferences = doc._root.data['ViewerPreferences'] as PDFReference
    preferences.data['Direction'] = 'R2L'
  }
  doc.endMetadata = () => writeMetadata(doc, meta)
  return doc
}

function writeMetadata(doc: PDFDocument, meta: PdfMetadata): void {
  const ref = doc.ref({ Type: 'Metadata', Subtype: 'XML' })
  ref.compress = false
  ref.end(new TextEncoder().encode(xmpPacket(meta)))
  doc._root.data['Metadata'] = ref
}

function collect(doc: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

function drawPage(
  doc: PDFDocument,
  page: Page,
  { trim, bleed }: Setting,
  writer: ContentWriter,
  fonts: PdfFonts,
  said: Hash,
): PDFReference {
  const width = trim.width + 2 * bleed
  const height = trim.height + 2 * bleed
  const size = [Number(num(width)), Number(num(height))]
  doc.addPage({ size, margin: 0 })
  const { operators, fonts: used } = writer.write(page)
  doc.page.content.write(operators)
  said.update(operators)
  for (const name of used) {
    doc.page.fonts[name] = fonts.use(Number(name.slice(1, -1)), name.endsWith('V')).ref
  }
  const { data } = doc.page.dictionary
  data['TrimBox'] = [bleed, bleed, width - bleed, height - bleed].map((n) => Number(num(n)))
  data['BleedBox'] = [0, 0, ...size]
  delete data['UserUnit']
  return doc.page.dictionary
}

/** Page labels are the folios: one range for each stretch that counts on (ISO 32000-1, 12.4.2). */
function pageLabels(pages: readonly Page[]): { Nums: unknown[] } {
  const nums: unknown[] = []
  let expected = Number.NaN
  for (const [i, { folio }] of pages.entries()) {
    if (folio !== expected) nums.push(i, { S: 'D', St: folio })
    expected = folio + 1
  }
  return { Nums: nums }
}
