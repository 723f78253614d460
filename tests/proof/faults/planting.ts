// Ways to plant faults that several tables share: fonts, structure elements, images, metadata.

import { isName, isString, type PdfRef, type PdfValue } from '../../../src/proof/pdf-syntax.ts'
import { type Dict, dict, name, type PdfObjects } from '../../support/pdf-objects.ts'

/** The composite font of a page under a name such as F2H, and its parts. */
export function fontOf(pdf: PdfObjects, resource: string, page = 1) {
  const font = pdf.dict(pdf.dict(pdf.dict(pdf.page(page).get('Resources')).get('Font')).get(resource))
  const descendant = pdf.dict(pdf.array(font.get('DescendantFonts'))[0])
  const descriptor = pdf.dict(descendant.get('FontDescriptor'))
  return { font, descendant, descriptor }
}

/** The font of the text: the one most shown on a page. */
export function bodyFont(pdf: PdfObjects, page = 1) {
  const content = pdf.text(pdf.page(page).get('Contents'))
  const sizes = new Map<string, number>()
  let current = ''
  for (const found of content.matchAll(/\/(F\d+[HV]) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
    if (found[1]) current = found[1]
    else sizes.set(current, (sizes.get(current) ?? 0) + (found[2]?.length ?? 0))
  }
  const [most = ''] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? []
  return { resource: most, ...fontOf(pdf, most, page) }
}

/** Puts content before or after that of a page, in the page's own coordinates. */
export const before = (pdf: PdfObjects, page: number, operators: string): void =>
  pdf.content(page, (content) => `${operators}\n${content}`)

export const after = (pdf: PdfObjects, page: number, operators: string): void =>
  pdf.content(page, (content) => `${content}\n${operators}`)

/** The first line of text on a page in another colour; `usual` is set again after it. */
export const coloured = (pdf: PdfObjects, page: number, colour: string, usual: string): void =>
  pdf.content(page, (content) => content.replace(/\[<.*\] TJ/, (line) => `${colour} ${line} ${usual}`))

/** A resource of a page, under a name of its own. */
export function resource(
  pdf: PdfObjects,
  page: number,
  category: string,
  key: string,
  value: PdfValue,
): void {
  const resources = pdf.dict(pdf.page(page).get('Resources'))
  if (!resources.has(category)) resources.set(category, new Map())
  pdf.dict(resources.get(category)).set(key, value)
}

/** A picture of one pixel, drawn as an artifact at the foot of a page. */
export function picture(
  pdf: PdfObjects,
  space: PdfValue,
  pixel: string,
  more: Readonly<Record<string, PdfValue>> = {},
): void {
  const image = pdf.add(
    dict({
      Type: name('XObject'),
      Subtype: name('Image'),
      Width: 1,
      Height: 1,
      BitsPerComponent: 8,
      ColorSpace: space,
      ...more,
    }),
    pixel,
  )
  resource(pdf, 1, 'XObject', 'ImTest', image)
  before(pdf, 1, '/Artifact BMC q 20 0 0 20 200 200 cm /ImTest Do Q EMC')
}

export const xmp = (pdf: PdfObjects, change: (packet: string) => string): void =>
  pdf.edit(pdf.catalog.get('Metadata'), change)

/** Structure elements of a type, in the order of their objects. */
export const elements = (pdf: PdfObjects, type: string): [number, Dict][] =>
  [...pdf.objects].flatMap(([id, value]) => {
    const own = value instanceof Map ? value.get('S') : undefined
    return isName(own) && own.name === type && value instanceof Map && value.has('P')
      ? [[id, value as Dict] as [number, Dict]]
      : []
  })

const document = (pdf: PdfObjects): number => elements(pdf, 'Document')[0]?.[0] ?? 0

/** Kids of an element as an array that can be changed. */
export function kids(_pdf: PdfObjects, element: Dict): PdfValue[] {
  const value = element.get('K')
  if (value !== undefined && Array.isArray(value)) return value
  const made: PdfValue[] = value === undefined ? [] : [value]
  element.set('K', made)
  return made
}

export const appendTo = (pdf: PdfObjects, parent: Dict, kid: PdfRef): void => {
  kids(pdf, parent).push(kid)
}

/** An element at the end of the tree. */
export function element(
  pdf: PdfObjects,
  type: string,
  more: Readonly<Record<string, PdfValue>> = {},
  parent: number = document(pdf),
): PdfRef {
  const made = pdf.add(dict({ Type: name('StructElem'), S: name(type), P: { ref: parent }, ...more }))
  appendTo(pdf, pdf.dict({ ref: parent }), made)
  return made
}

/** An element that holds a small square painted on page 1, with its row of the parent tree. */
export function painted(
  pdf: PdfObjects,
  type: string,
  more: Readonly<Record<string, PdfValue>> = {},
  parent?: number,
): PdfRef {
  const rows = pdf.array(pdf.dict(pdf.dict(pdf.catalog.get('StructTreeRoot')).get('ParentTree')).get('Nums'))
  const row = pdf.array(rows[1])
  const mcid = row.length
  const made = element(pdf, type, { Pg: pdf.pageRef(1), K: mcid, ...more }, parent)
  row.push(made)
  after(pdf, 1, `/${type} <</MCID ${mcid}>> BDC 200 200 5 5 re f EMC`)
  return made
}

/** A link annotation on page 1, tabbed by structure. */
export function link(pdf: PdfObjects, more: Readonly<Record<string, PdfValue>> = {}, page = 1): PdfRef {
  const annotation = pdf.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Link'),
      Rect: [100, 100, 150, 120],
      F: 4,
      Dest: [pdf.pageRef(1), name('Fit')],
      ...more,
    }),
  )
  pdf.page(page).set('Annots', [annotation])
  return annotation
}

/** The text of a ToUnicode CMap changed, once for all fonts that share it. */
export const toUnicode = (pdf: PdfObjects, font: Dict, change: (cmap: string) => string): void =>
  pdf.edit(font.get('ToUnicode'), change)

export const numberAt = (value: PdfValue | undefined): number => (typeof value === 'number' ? value : 0)
export const bytesOf = (value: PdfValue | undefined): string => (isString(value) ? value.bytes : '')
