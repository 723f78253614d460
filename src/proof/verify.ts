// The proof of a PDF: bytes come in, with the book they were set from where there is one; a report of checks goes out.
// The program that wrote the file is not asked: the file is read back, by pdf.js and by a reader of our own.

import type { Text } from '../core/index.ts'
import type { Book } from '../source/index.ts'
import { checkAttachments, type SourceFile } from './check-attachments.ts'
import { checkBoxes } from './check-boxes.ts'
import { checkColour } from './check-colour.ts'
import { checkMetadata, checkOutline, checkPageLabels } from './check-document.ts'
import { checkCharacters, checkFonts } from './check-fonts.ts'
import { checkHash } from './check-hash.ts'
import { checkInk } from './check-ink.ts'
import { checkLinks } from './check-links.ts'
import { faultOfBytes, faultOfObjects, faultOfReader } from './check-opens.ts'
import { checkOutlines } from './check-outlines.ts'
import { checkPageCount } from './check-page-count.ts'
import { checkSyntax } from './check-syntax.ts'
import { checkTags } from './check-tags.ts'
import { checkArtifacts, checkReader, checkText, type ExternalReader } from './check-text.ts'
import { checkValidator, type ExternalValidator } from './check-validator.ts'
import type { Claim, Claims } from './claims.ts'
import { dueFaults } from './due-claims.ts'
import { evidenceOf } from './evidence.ts'
import { expectedText } from './expected-text.ts'
import { PdfFile } from './pdf-file.ts'
import { type ReadPdf, readPdf } from './pdf-reader.ts'
import {
  CHECK_IDS,
  type Check,
  CLAIM_CHECK_IDS,
  counted,
  failed,
  NO_MANUSCRIPT,
  notRun,
  passed,
  type VerifyReport,
} from './report.ts'
import { checkPdfa } from './standards/pdfa.ts'
import { checkPdfx } from './standards/pdfx.ts'

export interface VerifyOptions {
  /** Where the file stands, for the programs from outside; this room opens no file. */
  readonly path?: string
  readonly externalReaders?: readonly ExternalReader[]
  /** Judges files that claim PDF/A or PDF/UA; without one that check has not run. */
  readonly validator?: ExternalValidator
  /** What the file must claim to be: a press file that lost its mark must not pass as one for the screen. */
  readonly claims?: readonly Claim[]
  /** Files that must be attached, byte for byte, to a file that has attachments. */
  readonly sources?: readonly SourceFile[]
  /** Hash of the manuscript, as the file bears it in `banxin:sourceSHA256`. */
  readonly sourceHash?: string
  /** Whether we have just written the file: it must bear that hash. A file from elsewhere need not. */
  readonly isOurs?: boolean
  /** Largest total area coverage in percent, 300 by default. */
  readonly inkLimit?: number
  /** Pages of a signature (4, 8, 16 …) that the pages must fill. */
  readonly signature?: number
}

/**
 * Proves a PDF. Without `against` only what the file says of itself is checked, and the checks against the manuscript
 * are `not-run`; `pdf` is left as it was. Checks of a claim the file does not make are left out. Never throws for a
 * fault of the file.
 */
export async function verifyPdf(
  pdf: Uint8Array,
  against?: Book,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const opened = await open(pdf)
  if ('fault' in opened) return { checks: unopened(opened.fault, options) }
  const evidence = evidenceOf(opened.file, opened.read)
  const { file, read, pages } = evidence
  const hanzi = hasHanziDigits(evidence.claims)
  const ofText = await textChecks(read, against, hanzi, options)
  const textAgrees = ofText.some(({ id, status }) => id === 'text' && status === 'passed')
  // A standard the file was to claim and does not, or not of its level, fails by name.
  const due = dueFaults(evidence.claims, options.claims ?? [])
  const checks: (Check | undefined)[] = [
    passed('opens', { en: counted(pages.length, 'page'), zh: `共${pages.length}页` }),
    checkSyntax(evidence),
    ...ofText,
    checkCharacters(evidence),
    checkFonts(file, pages),
    checkOutlines(evidence),
    checkBoxes(evidence),
    checkColour(evidence),
    checkInk(evidence, options.inkLimit),
    checkMetadata(evidence, against),
    checkOutline(read, against, hanzi),
    checkPageLabels(read, against),
    checkPageCount(evidence, options.signature),
    checkLinks(evidence),
    checkTags(evidence, against, { digitsAsHanzi: hanzi, textAgrees, due: due.tags }),
    checkAttachments(evidence, options.sources),
    checkHash(evidence, options.sourceHash, options.isOurs),
    checkPdfx(evidence, due.pdfx),
    checkPdfa(evidence, due.pdfa),
    await checkValidator(evidence, options.path, options.validator),
  ]
  return { checks: inOrder(checks.filter((check) => check !== undefined)) }
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

/** Nothing but `opens` has run; what the file would have claimed is not known. */
function unopened(fault: Text, { externalReaders = [] }: VerifyOptions): Check[] {
  const fixed = CHECK_IDS.filter((id) => !CLAIM_CHECK_IDS.includes(id))
  return [...fixed, ...externalReaders.map(({ name }) => `reader-${name}` as const)].map((id) =>
    id === 'opens' ? failed(id, fault) : notRun(id, { en: 'the file does not open', zh: '文件打不开' }),
  )
}

async function textChecks(
  read: ReadPdf,
  book: Book | undefined,
  hanzi: boolean,
  options: VerifyOptions,
): Promise<Check[]> {
  const readers = options.externalReaders ?? []
  if (!book) {
    const ids = ['text', 'artifacts', ...readers.map(({ name }) => `reader-${name}` as const)] as const
    return ids.map((id) => notRun(id, NO_MANUSCRIPT))
  }
  const expected = expectedText(book, hanzi)
  const checks = [checkText(expected, read), checkArtifacts(read, book, hanzi)]
  for (const reader of readers) checks.push(await checkReader(reader, options.path, expected, read))
  return checks
}

/** Our writer notes in the XMP when the layout printed digits as Hanzi. */
const hasHanziDigits = ({ xmp }: Claims): boolean =>
  /<banxin:digits>\s*hanzi\s*<\/banxin:digits>|banxin:digits\s*=\s*["']hanzi["']/.test(xmp?.raw ?? '')

/** The fixed checks in the order of the report, then the readers. */
function inOrder(checks: readonly Check[]): Check[] {
  const place = ({ id }: Check): number => {
    const index = (CHECK_IDS as readonly string[]).indexOf(id)
    return index < 0 ? CHECK_IDS.length : index
  }
  return [...checks].sort((a, b) => place(a) - place(b))
}
