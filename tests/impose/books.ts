// Books for the tests of imposition, made by the program itself: small pages, many of them, no digit in the text, so that
// the folio is the only number of a page. Trim 300 × 400 pt, bleed 9 pt, thumb tabs that bleed.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib'
import { buildPdf, filesOf } from '../../src/index.ts'
import { shippedFonts } from '../support/fonts.ts'

export const TRIM = { width: 300, height: 400 }
export const BLEED = 9

const TEXT =
  '市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，把理论武装工作作为党建工作的首要任务。'

const CHAPTER = `title: 机关工作
sections:
  - heading: 概况
    body: ${TEXT.repeat(100)}
`
const BOOK = `title: 年鉴
first-page: 1
date: 2003-12-01
parts:
  - { title: 机关, chapters: [a.yaml] }
`
const layoutFor = (base: string): string => `extends: ${base}
trim: [300pt, 400pt]
bleed: 9pt
type-area: { size: 10pt, characters: 18, lines: 14, columns: 1, line-pitch: 18pt, inner-margin: 50pt, head-margin: 60pt }
part: { lines: 4 }
chapter: { opening: { lines: 4 } }
thumb-tab: { height: 40pt, top: 30pt, steps: 3 }
`

const made = new Map<string, Promise<Uint8Array>>()

/** More than 20 pages, bound on the left when horizontal and on the right when vertical. */
export function wholeBook(direction: 'horizontal' | 'vertical'): Promise<Uint8Array> {
  const known = made.get(direction)
  if (known) return known
  const fresh = build(direction === 'horizontal' ? 'yearbook' : 'yearbook-vertical')
  made.set(direction, fresh)
  return fresh
}

async function build(base: string): Promise<Uint8Array> {
  const files = filesOf({ 'a.yaml': CHAPTER, 'book.yaml': BOOK, 'l.yaml': layoutFor(base) })
  const request = { book: 'book.yaml', layout: 'l.yaml', files, fonts: shippedFonts }
  const { value, diagnostics } = await buildPdf(request)
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return value
}

const open = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false })

/** The first `n` pages of a book. */
export async function firstPages(direction: 'horizontal' | 'vertical', n: number): Promise<Uint8Array> {
  const document = await open(await wholeBook(direction))
  if (document.getPageCount() < n) throw new Error(`only ${document.getPageCount()} pages`)
  while (document.getPageCount() > n) document.removePage(n)
  return document.save({ useObjectStreams: false })
}

/** A PDF with something changed. */
export async function changed(
  bytes: Uint8Array,
  change: (document: PDFDocument) => void,
): Promise<Uint8Array> {
  const document = await open(bytes)
  change(document)
  return document.save({ useObjectStreams: false })
}

/** As far as imposing looks: an intent of a press, the claims of PDF/X-4, trapping. */
export const asPressFile = (bytes: Uint8Array): Promise<Uint8Array> =>
  changed(bytes, (document) => {
    const { context, catalog } = document
    const intent: Record<string, PDFObject> = {
      Type: PDFName.of('OutputIntent'),
      S: PDFName.of('GTS_PDFX'),
      OutputConditionIdentifier: PDFString.of('FOGRA39'),
      RegistryName: PDFString.of('http://www.color.org'),
    }
    catalog.set(PDFName.of('OutputIntents'), context.obj([context.obj(intent)]))
    const info = context.lookup(context.trailerInfo.Info, PDFDict)
    info.set(PDFName.of('GTS_PDFXVersion'), PDFHexString.fromText('PDF/X-4'))
    info.set(PDFName.of('Trapped'), PDFName.of('False'))
  })

/** Every page with other boxes; `undefined` takes one away. */
export const withBoxes = (
  bytes: Uint8Array,
  boxes: Readonly<Record<string, readonly number[] | undefined>>,
  ofPages: (number: number) => boolean = () => true,
): Promise<Uint8Array> =>
  changed(bytes, (document) => {
    for (const [i, { node }] of document.getPages().entries()) {
      if (!ofPages(i + 1)) continue
      for (const [name, box] of Object.entries(boxes)) {
        if (box === undefined) node.delete(PDFName.of(name))
        else node.set(PDFName.of(name), arrayOf(document, box))
      }
    }
  })

function arrayOf({ context }: PDFDocument, numbers: readonly number[]): PDFArray {
  const array = PDFArray.withContext(context)
  for (const number of numbers) array.push(context.obj(number))
  return array
}
