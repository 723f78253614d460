// A page as a form XObject (ISO 32000-1, 8.10). In: a page of the book, how much of it shows. Out: the form, its content
// byte for byte that of the page, clipped by its box. Nothing is added: no group but the page's own, no resource.

import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFObjectCopier,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { inverse, mapped, type Rect } from './matrix.ts'
import type { SourcePage } from './source.ts'

/** A page that cannot be read, by its number. */
export class DamagedPage extends Error {
  readonly page: number

  constructor(page: number, why: string) {
    super(`page ${page}: ${why}`)
    this.page = page
  }
}

/**
 * The form in `context`; undefined for a page without content.
 *
 * @param shown what shows of the page, from the lower left of its trimmed area
 * @throws DamagedPage
 */
export function pageForm(
  page: SourcePage,
  shown: Rect,
  context: PDFContext,
  copier: PDFObjectCopier,
): PDFRef | undefined {
  const content = contentOf(page, context, copier)
  if (content === undefined) return undefined
  const { left, bottom, right, top } = mapped(shown, inverse(page.upright))
  const resources = page.leaf.getInheritableAttribute(PDFName.of('Resources'))
  const group = page.leaf.get(PDFName.of('Group'))
  const entries: Record<string, PDFObject> = {
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Form'),
    BBox: context.obj([left, bottom, right, top].map((n) => Math.round(n * 1e4) / 1e4)),
    Resources: resources === undefined ? context.obj({}) : copier.copy(resources),
    ...(group !== undefined && { Group: copier.copy(group) }),
  }
  for (const [key, value] of Object.entries(entries)) content.dict.set(PDFName.of(key), value)
  return context.register(content)
}

/** One stream is taken as it is; several are joined, since operators may run on from one to the next. */
function contentOf(
  { leaf, number }: SourcePage,
  context: PDFContext,
  copier: PDFObjectCopier,
): PDFRawStream | undefined {
  if (!leaf.has(PDFName.of('Contents'))) return undefined
  const contents = leaf.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => leaf.context.lookup(one)) : [contents]
  const raw = streams.map((stream) => {
    if (stream instanceof PDFRawStream) return stream
    throw new DamagedPage(number, 'its content is missing')
  })
  const [only] = raw
  if (only === undefined) return undefined
  if (raw.length === 1) return PDFRawStream.of(filtersOf(only, context, copier), only.contents)
  return context.flateStream(joinedBytes(raw.map((stream) => decoded(stream, number))))
}

/** Of the stream's own dictionary only how it is packed. */
function filtersOf({ dict }: PDFRawStream, context: PDFContext, copier: PDFObjectCopier): PDFDict {
  const filters = PDFDict.withContext(context)
  for (const key of ['Filter', 'DecodeParms']) {
    const value = dict.get(PDFName.of(key))
    if (value !== undefined) filters.set(PDFName.of(key), copier.copy(value))
  }
  return filters
}

function decoded(stream: PDFRawStream, number: number): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode()
  } catch (fault) {
    throw new DamagedPage(number, fault instanceof Error ? fault.message : String(fault))
  }
}

/** One after the other, a line end between them. */
function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length + 1, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    all[at + part.length] = 0x0a
    at += part.length + 1
  }
  return all
}
