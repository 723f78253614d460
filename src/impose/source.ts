// The book that is to be imposed. In: the bytes of a PDF. Out: its pages with their boxes, its catalog, its binding; or
// what keeps it from being read. A damaged file is refused whole: a press must not print what could be mended of it.

import {
  ParseSpeeds,
  type PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPageLeaf,
} from '@cantoo/pdf-lib'
import { type Binding, error, type Reported, type Text } from '../core/index.ts'
import { type PageBoxes, pageBoxes } from './page-boxes.ts'

export interface SourcePage extends PageBoxes {
  readonly leaf: PDFPageLeaf
  /** From 1. */
  readonly number: number
}

export interface SourceBook {
  readonly context: PDFContext
  readonly catalog: PDFCatalog
  readonly pages: readonly SourcePage[]
  readonly binding: Binding
  /** `1.4`, the later of header and catalog. */
  readonly version: string
}

export async function readSource(bytes: Uint8Array): Promise<Reported<SourceBook | undefined>> {
  const refusal = refusalOf(bytes)
  if (refusal !== undefined) return refused(refusal)
  try {
    const options = { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: true }
    const document = await PDFDocument.load(bytes, { ...options, parseSpeed: ParseSpeeds.Fastest })
    if (document.isEncrypted) return refused(ENCRYPTED)
    const pages = document.getPages().map((page, i) => ({
      leaf: page.node,
      number: i + 1,
      ...pageBoxes(page.node),
    }))
    if (pages.length === 0) return refused(EMPTY)
    const { context, catalog } = document
    const value = { context, catalog, pages, binding: bindingOf(catalog), version: versionOf(document) }
    return { value, diagnostics: [] }
  } catch (fault) {
    return refused(damaged(fault))
  }
}

const refused = (message: Text): Reported<undefined> => ({
  value: undefined,
  diagnostics: [error('impose-source', message)],
})

/** Where readers look for the header and for the end. */
const ENDS = 1024

/** What can be told without reading the objects; the library mends a file that is cut short in silence. */
function refusalOf(bytes: Uint8Array): Text | undefined {
  const text = (part: Uint8Array): string => new TextDecoder('latin1').decode(part)
  if (!/%PDF-\d\.\d/.test(text(bytes.subarray(0, ENDS)))) return NO_PDF
  return text(bytes.subarray(-ENDS)).includes('%%EOF') ? undefined : CUT_SHORT
}

const NO_PDF: Text = { en: 'this is not a PDF', zh: '这不是 PDF 文件' }
const CUT_SHORT: Text = { en: 'the PDF is cut short: it has no end', zh: 'PDF 不完整：缺少文件尾' }
const ENCRYPTED: Text = {
  en: 'the PDF is encrypted; a press needs it open',
  zh: 'PDF 已加密，不能拼版',
}
const EMPTY: Text = { en: 'the PDF has no pages', zh: 'PDF 没有页面' }

export function damaged(fault: unknown): Text {
  const why = fault instanceof Error ? fault.message : String(fault)
  return { en: `the PDF is damaged: ${why}`, zh: `PDF 已损坏：${why}` }
}

/** Books that open from right to left are bound on the right (ISO 32000-1, 12.2). */
function bindingOf(catalog: PDFCatalog): Binding {
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  return preferences?.lookup(PDFName.of('Direction')) === PDFName.of('R2L') ? 'right' : 'left'
}

function versionOf({ context, catalog }: PDFDocument): string {
  const header = context.header.getVersionString()
  const own = catalog.lookup(PDFName.of('Version'))
  const later = own instanceof PDFName ? own.decodeText() : ''
  return /^\d\.\d$/.test(later) && later > header ? later : header
}
