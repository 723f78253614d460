// What the sheets say of themselves. In: the book. Out: Info, XMP, output intents and layers in the new file. What is true
// of the book stays (title, authors, dates, trapping, the printing condition); what is true of single pages alone goes: the
// claims of PDF/X, PDF/A and PDF/UA, the identity of the file, its tags, outline and page labels.

import {
  decodePDFRawStream,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObjectCopier,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { SourceBook } from './source.ts'
import { claimsIn, sheetPacket } from './xmp.ts'

export interface NewFile {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly copier: PDFObjectCopier
}

/** Rows of the Info that stay true; the program that made the sheets is named as Producer. */
const KEPT = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'CreationDate', 'ModDate', 'Trapped']

export function writeMetadata(
  book: SourceBook,
  { context, catalog, copier }: NewFile,
  producer: string,
): void {
  context.trailerInfo.Info = context.register(infoOf(book, { context, catalog, copier }, producer))
  // Intents say for which press the colours are meant; layers say which of them print.
  for (const key of ['OutputIntents', 'OCProperties']) {
    const value = book.catalog.get(PDFName.of(key))
    if (value !== undefined) catalog.set(PDFName.of(key), copier.copy(value))
  }
  catalog.set(PDFName.of('Metadata'), xmpOf(book, context, producer))
}

function infoOf(book: SourceBook, { context, copier }: NewFile, producer: string): PDFDict {
  const info = PDFDict.withContext(context)
  const source = book.context.lookup(book.context.trailerInfo.Info)
  for (const key of KEPT) {
    const value = source instanceof PDFDict ? source.lookup(PDFName.of(key)) : undefined
    if (value !== undefined) info.set(PDFName.of(key), copier.copy(value))
  }
  info.set(PDFName.of('Producer'), PDFHexString.fromText(producer))
  return info
}

function xmpOf(book: SourceBook, context: PDFContext, producer: string): PDFRef {
  const bytes = new TextEncoder().encode(sheetPacket(sourceXmp(book), producer))
  return context.register(context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' }))
}

/** The packet of the book; empty where there is none that can be read. */
function sourceXmp({ catalog }: SourceBook): string {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  if (!(stream instanceof PDFRawStream)) return ''
  try {
    return new TextDecoder().decode(decodePDFRawStream(stream).decode())
  } catch {
    return ''
  }
}

/** Standards that the book claims and the sheets do not: `PDF/X-4`. */
export function claimsOf(book: SourceBook): readonly string[] {
  const info = book.context.lookup(book.context.trailerInfo.Info)
  const named = info instanceof PDFDict ? info.lookup(PDFName.of('GTS_PDFXVersion')) : undefined
  const inInfo =
    named !== undefined && 'decodeText' in named ? [String((named as PDFHexString).decodeText())] : []
  return [...new Set([...inInfo, ...claimsIn(sourceXmp(book))])]
}
