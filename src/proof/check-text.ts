// The main proof: the page says what the manuscript says. What pdf.js read, and what readers from outside read, comes
// in with the book; checks go out.

import type { Book } from '../source/index.ts'
import { compareText } from './compare-text.ts'
import { type ExpectedText, knownTitles } from './expected-text.ts'
import type { ReadPdf } from './pdf-reader.ts'
import { bodyOfReader } from './reader-text.ts'
import { type Check, type CheckId, counted, type Finding, judged, notRun } from './report.ts'
import { withoutBlanks } from './visible-text.ts'

/** Another program's reading of the same file, such as pdftotext or mutool; the rim runs it. */
export interface ExternalReader {
  /** As the report names it. */
  readonly name: string
  /** All text, pages ended by form feeds; undefined when the program is not there. */
  readonly read: (pdfPath: string) => Promise<string | undefined>
}

export function checkText(expected: ExpectedText, { body, pageStarts, pages }: ReadPdf): Check {
  const findings = compareText(expected, { ...body, pageStarts })
  return judgedText('text', findings, expected, pages.length)
}

const judgedText = (
  id: CheckId,
  findings: readonly Finding[],
  { characters }: ExpectedText,
  pages: number,
): Check => {
  const agree = characters === 1 ? 'agrees' : 'agree'
  return judged(id, findings, {
    en: `${counted(characters, 'character')} of the manuscript ${agree} with ${counted(pages, 'page')}`,
    zh: `${pages}页${characters}字与原稿逐字相符`,
  })
}

/** Artifacts hold nothing but titles of the book and numbers: nothing of the text may hide there. */
export function checkArtifacts({ pages }: ReadPdf, book: Book, digitsAsHanzi: boolean): Check {
  const titles = knownTitles(book, digitsAsHanzi).map(withoutBlanks)
  const known = titles.filter((t) => t !== '').sort((a, b) => b.length - a.length)
  const findings: Finding[] = []
  let count = 0
  for (const [i, { artifacts }] of pages.entries()) {
    for (const artifact of artifacts) {
      count++
      const rest = unknownPart(artifact, known)
      if (rest !== '')
        findings.push({
          page: i + 1,
          message: { en: `unknown: “${artifact}”`, zh: `来历不明：“${artifact}”` },
        })
    }
  }
  return judged('artifacts', findings, {
    en: count === 0 ? 'none' : `${count}, nothing but titles and numbers`,
    zh: count === 0 ? '没有' : `${count}处，均为题名与页码`,
  })
}

function unknownPart(artifact: string, known: readonly string[]): string {
  let rest = artifact
  for (const title of known) rest = rest.replaceAll(title, '\n')
  return rest.replace(/[\d〇零一二三四五六七八九十百千卷年第页\n·•—–\-|｜/()（）《》]/g, '')
}

/** The text as another program read it, compared by the same rule. */
export async function checkReader(
  reader: ExternalReader,
  path: string | undefined,
  expected: ExpectedText,
  { pages }: ReadPdf,
): Promise<Check> {
  const id: CheckId = `reader-${reader.name}`
  const raw = path === undefined ? undefined : await reader.read(path)
  if (raw === undefined)
    return notRun(id, { en: `${reader.name} is not at hand`, zh: `本机没有 ${reader.name}` })
  const actual = bodyOfReader(raw, pages)
  return judgedText(id, compareText(expected, actual), expected, pages.length)
}
