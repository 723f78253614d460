// The proof of a PDF: bytes come in, with the book they were set from where there is one; a report of checks goes out.
// The program that wrote the file is not asked: the file is read back, by pdf.js and by a reader of our own.

import type { Text } from '../core/index.ts'
import type { Book } from '../source/index.ts'
import { checkMetadata, checkOutline, checkPageLabels } from './check-document.ts'
import { checkCharacters, checkFonts } from './check-fonts.ts'
import { faultOfBytes, faultOfObjects, faultOfReader } from './check-opens.ts'
import { checkBoxes, checkColour, paintedPages } from './check-page.ts'
import { checkArtifacts, checkReader, checkText, type ExternalReader } from './check-text.ts'
import { expectedText } from './expected-text.ts'
import { PdfFile } from './pdf-file.ts'
import { type ReadPdf, readPdf } from './pdf-reader.ts'
import { CHECK_IDS, type Check, counted, failed, notRun, passed, type VerifyReport } from './report.ts'

export interface VerifyOptions {
  /** Where the file stands, for the readers from outside; this room opens no file. */
  readonly path?: string
  readonly externalReaders?: readonly ExternalReader[]
}

/**
 * Proves a PDF. Without `against` only what the file says of itself is checked, and the checks against the manuscript
 * are `not-run`; `pdf` is left as it was. Never throws for a fault of the file.
 */
export async function verifyPdf(
  pdf: Uint8Array,
  against?: Book,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const opened = await open(pdf)
  if ('fault' in opened) return { checks: unopened(opened.fault, options.externalReaders ?? []) }
  const { file, read } = opened
  const pages = file.pages()
  const painted = paintedPages(file, pages)
  const hanzi = hasHanziDigits(file)
  const artifacts = read.pages.map((page) => page.artifacts)
  const checks: Check[] = [
    passed('opens', { en: counted(pages.length, 'page'), zh: `共${pages.length}页` }),
    ...(await textChecks(read, against, hanzi, options)),
    checkCharacters(read.body, read.pageStarts, artifacts, painted),
    checkFonts(file, pages),
    checkBoxes(file, pages),
    checkColour(painted),
    checkMetadata(file, read, against),
    checkOutline(read, against, hanzi),
    checkPageLabels(read, against),
  ]
  return { checks: inOrder(checks) }
}

interface Opened {
  readonly file: PdfFile
  readonly read: ReadPdf
}

async function open(pdf: Uint8Array): Promise<Opened | { fault: Text }> {
  const torn = faultOfBytes(pdf)
  if (torn) return { fault: torn }
  try {
    const file = new PdfFile(pdf)
    const fault = faultOfObjects(file)
    return fault ? { fault } : { file, read: await readPdf(pdf) }
  } catch (thrown) {
    return { fault: faultOfReader(thrown) }
  }
}

const unopened = (fault: Text, readers: readonly ExternalReader[]): Check[] =>
  [...CHECK_IDS, ...readers.map(({ name }) => `reader-${name}` as const)].map((id) =>
    id === 'opens' ? failed(id, fault) : notRun(id, { en: 'the file does not open', zh: '文件打不开' }),
  )

async function textChecks(
  read: ReadPdf,
  book: Book | undefined,
  hanzi: boolean,
  options: VerifyOptions,
): Promise<Check[]> {
  const readers = options.externalReaders ?? []
  if (!book) {
    const ids = ['text', 'artifacts', ...readers.map(({ name }) => `reader-${name}` as const)] as const
    return ids.map((id) => notRun(id, { en: 'no manuscript to compare with', zh: '没有可对照的原稿' }))
  }
  const expected = expectedText(book, hanzi)
  const checks = [checkText(expected, read), checkArtifacts(read, book, hanzi)]
  for (const reader of readers) checks.push(await checkReader(reader, options.path, expected, read))
  return checks
}

/** Our writer notes in the XMP when the layout printed digits as Hanzi. */
function hasHanziDigits(file: PdfFile): boolean {
  const xmp = file.stream(file.catalog.get('Metadata'))
  const packet = xmp && file.decoded(xmp)
  return /<banxin:digits>\s*hanzi\s*<\/banxin:digits>|banxin:digits\s*=\s*["']hanzi["']/.test(packet ?? '')
}

/** The fixed checks in the order of the report, then the readers. */
function inOrder(checks: readonly Check[]): Check[] {
  const place = ({ id }: Check): number => {
    const index = (CHECK_IDS as readonly string[]).indexOf(id)
    return index < 0 ? CHECK_IDS.length : index
  }
  return [...checks].sort((a, b) => place(a) - place(b))
}
