// The ink of marks. In: the book. Out: all plates (Separation /All, ISO 32000-1, 8.6.6.4) where the book is printed in
// process colours, else black: on a book of black alone a mark on all plates would ask for three plates more.

import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { SourceBook } from './source.ts'

export type MarkInk = 'all' | 'black'

/** A press file has a press's intent; other files are searched for what would be printed in colours. */
export const inkFor = (book: SourceBook): MarkInk =>
  claimsPdfX(book) || namesProcess(book) || usesProcess(book) ? 'all' : 'black'

/** PDF/X-1a says so in the Info, X-4 by its intent. */
export function claimsPdfX({ context, catalog }: SourceBook): boolean {
  const info = context.lookup(context.trailerInfo.Info)
  if (info instanceof PDFDict && info.has(PDFName.of('GTS_PDFXVersion'))) return true
  const intents = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)
  return Array.from({ length: intents?.size() ?? 0 }, (_, i) => intents?.lookup(i)).some(
    (intent) => intent instanceof PDFDict && intent.lookup(PDFName.of('S')) === PDFName.of('GTS_PDFX'),
  )
}

/** Colour spaces of process inks, of plates of their own, and profiles of four channels. */
const PROCESS_SPACE = /\/(?:DeviceCMYK|Separation|DeviceN)\b|\/N 4\b/

/** In whatever object: spaces stand in resources, in pictures, in arrays that these refer to. */
const namesProcess = ({ context }: SourceBook): boolean =>
  context.enumerateIndirectObjects().some(([, object]) => PROCESS_SPACE.test(written(object)))

/** An object as it is written, of a stream its dictionary. */
const written = (object: PDFObject): string =>
  object instanceof PDFStream
    ? object.dict.toString()
    : object instanceof PDFDict || object instanceof PDFArray
      ? object.toString()
      : ''

/** `c m y k` as operands of `k` or `K`. */
const PROCESS_OPERATOR = /(?:[\d.]+\s+){4}[kK](?=\s|$)/

function usesProcess({ context, pages }: SourceBook): boolean {
  const isForm = (object: PDFObject): boolean =>
    object instanceof PDFStream && object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form')
  const forms = context.enumerateIndirectObjects().flatMap(([, object]) => (isForm(object) ? [object] : []))
  const contents = pages.map(({ leaf }) => leaf.Contents())
  return [...contents, ...forms].some((object) => PROCESS_OPERATOR.test(contentText(object, context)))
}

/** The operators of a content stream, or of the streams of an array. */
function contentText(contents: PDFObject | undefined, context: PDFContext): string {
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  return streams
    .map((one) => context.lookup(one))
    .map((stream) => (stream instanceof PDFRawStream ? latin1(decodePDFRawStream(stream).decode()) : ''))
    .join('\n')
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
