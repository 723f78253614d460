// Pages → PDF bytes. pdfkit keeps the objects, the page tree and the cross-reference table; what is on the pages, the
// fonts, boxes, labels, outline, tags and metadata are written here. The same setting and plan give the same bytes.

import { createHash, type Hash } from 'node:crypto'
import type { PDFReference } from 'pdfkit'
import PDFDocument from 'pdfkit'
import type { Page, Setting } from '../page/index.ts'
import { writeAttachments } from './attachments/attach.ts'
import { writeIntent } from './colour/intent.ts'
import { putDeflated } from './deflate.ts'
import { authorOf, NO_DATE, type PdfMetadata, uuidOf } from './metadata.ts'
import { PdfName } from './name.ts'
import { type PdfPlan, screenPlan } from './plan.ts'
import { pressMarks, REGISTRATION, registrationSpace, type Sheet } from './press-marks.ts'
import { xmpPacket } from './standards/xmp.ts'
import { writeOutline } from './structure/outline.ts'
import { Tags } from './structure/tags.ts'
import { ContentWriter } from './text/content.ts'
import { PdfFonts } from './text/fonts.ts'
import { num } from './text/number.ts'

/** Called after each page, for progress. */
export type PageDone = (done: number, total: number) => void

export async function drawPdf(
  setting: Setting,
  meta: PdfMetadata,
  plan: PdfPlan = screenPlan,
  onPage?: PageDone,
): Promise<Uint8Array> {
  const doc = openDocument(setting, meta, plan)
  const bytes = collect(doc)
  const fonts = new PdfFonts(doc, setting.typeCase)
  const pages = drawPages(doc, setting, plan, fonts, onPage)
  fonts.finish()
  const inset = setting.bleed + plan.slug
  writeOutline(doc, setting.landmarks, pages, ({ x, y }) => ({
    x: x + inset,
    y: setting.trim.height + inset - y,
  }))
  doc._root.data['PageLabels'] = pageLabels(setting.pages)
  if (plan.intent) writeIntent(doc, plan.intent)
  writeAttachments(doc, plan.attachments, dateOf(meta))
  doc.end()
  return bytes
}

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const IDENTIFIER_LENGTH = 16

/** A hash that follows what a document writes, so that files that differ have identifiers that differ. */
function hashOfWritten(doc: PDFDocument): Hash {
  const hash = createHash('sha256')
  const write = doc._write.bind(doc)
  doc._write = (data) => {
    if (typeof data === 'string') hash.update(data, 'latin1')
    else hash.update(data)
    write(data)
  }
  return hash
}

const dateOf = ({ date = NO_DATE }: PdfMetadata): Date => new Date(`${date}T00:00:00Z`)

function openDocument(setting: Setting, meta: PdfMetadata, { version, claims }: PdfPlan): PDFDocument {
  const author = authorOf(meta)
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: null,
    pdfVersion: version,
    // Streams are deflated by this room.
    compress: false,
    lang: 'zh-CN',
    displayTitle: true,
    margin: 0,
    info: {
      Title: meta.title,
      ...(author !== undefined && { Author: author }),
      Producer: meta.producer,
      Creator: meta.producer,
      // The constructor asks for a date; a file without one gets a fixed one and loses it again.
      CreationDate: dateOf(meta),
      ...(meta.date && { ModDate: dateOf(meta) }),
      ...(claims.pdfx && { Trapped: new PdfName('False') }),
      ...(claims.pdfx === 'x-1a' && { GTS_PDFXVersion: 'PDF/X-1a:2003' }),
    },
  })
  if (!meta.date) delete doc.info['CreationDate']
  if (setting.binding === 'right') {
    const preferences = doc._root.data['ViewerPreferences'] as PDFReference
    preferences.data['Direction'] = 'R2L'
  }
  const said = hashOfWritten(doc)
  said.update(JSON.stringify([meta, claims, setting.binding, setting.pages.map(({ folio }) => folio)]))
  doc.endMetadata = () => {
    // All but metadata, catalog and names has been written; the trailer reads the id when it is its turn.
    doc._id = new Uint8Array(said.copy().digest().subarray(0, IDENTIFIER_LENGTH))
    writeMetadata(doc, meta, claims)
  }
  return doc
}

/** What the book is, is the same in all its editions. */
const documentId = ({ title, identifier, sourceHash }: PdfMetadata): string =>
  uuidOf(
    createHash('sha256')
      .update(JSON.stringify([title, identifier, sourceHash]))
      .digest(),
  )

function writeMetadata(doc: PDFDocument, meta: PdfMetadata, claims: PdfPlan['claims']): void {
  const ids = { document: documentId(meta), instance: uuidOf(doc._id) }
  const ref = doc.ref({ Type: 'Metadata', Subtype: 'XML' })
  ref.end(new TextEncoder().encode(xmpPacket(meta, claims, ids)))
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

function drawPages(
  doc: PDFDocument,
  setting: Setting,
  plan: PdfPlan,
  fonts: PdfFonts,
  onPage: PageDone | undefined,
): readonly PDFReference[] {
  const { typeCase, structure, direction, pages } = setting
  const tags = plan.isTagged ? new Tags(doc, structure, direction) : undefined
  const writer = new ContentWriter(typeCase, fonts, {
    shift: setting.bleed + plan.slug,
    inks: plan.inks,
    ...(tags && { begin: (element) => tags.begin(element) }),
  })
  const sheet = sheetOf(setting, plan)
  const refs = pages.map((page, i) => {
    doc.addPage({ size: [sheet.width, sheet.height], margin: 0 })
    const { dictionary, fonts: fontsOfPage } = doc.page
    tags?.startPage(dictionary)
    const { operators, fonts: used } = writer.write(page)
    const marks = pressMarks(plan.marks, sheet)
    // The top left corner is the origin, and y runs down.
    const flip = `1 0 0 -1 0 ${num(sheet.height)} cm`
    putDeflated(doc.page.content, [flip, operators, marks].filter((part) => part !== '').join('\n'))
    for (const name of used) {
      fontsOfPage[name] = fonts.use(Number(name.slice(1, -1)), name.endsWith('V')).ref
    }
    Object.assign(doc.page.ext_gstates, plan.inks.states)
    if (marks !== '') doc.page.colorSpaces[REGISTRATION] = registrationSpace
    Object.assign(dictionary.data, boxesOf(sheet))
    delete dictionary.data['UserUnit']
    onPage?.(i + 1, pages.length)
    return dictionary
  })
  tags?.finish()
  return refs
}

const rounded = (value: number): number => Number(num(value))

const sheetOf = ({ trim, bleed }: Setting, { slug }: PdfPlan): Sheet => ({
  width: rounded(trim.width + 2 * (bleed + slug)),
  height: rounded(trim.height + 2 * (bleed + slug)),
  bleed,
  slug,
})

/** Each inside the next: trim, bleed, media (ISO 32000-1, 14.11.2). */
function boxesOf({ width, height, bleed, slug }: Sheet): { TrimBox: number[]; BleedBox: number[] } {
  const inset = (by: number): number[] => [by, by, width - by, height - by].map(rounded)
  return { TrimBox: inset(bleed + slug), BleedBox: inset(slug) }
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
