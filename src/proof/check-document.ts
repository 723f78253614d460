// Checks of the document as a whole: version, language and title; outline; page labels. What was read comes in, with
// the book where there is one; checks go out.

import { toHanzi } from '../cjk/index.ts'
import type { SourceText } from '../core/index.ts'
import type { Book } from '../source/index.ts'
import type { Claims } from './claims.ts'
import type { Evidence } from './evidence.ts'
import type { OutlineItem, ReadPdf } from './pdf-reader.ts'
import { type Check, counted, type Finding, found, judged, NO_MANUSCRIPT, notRun } from './report.ts'
import { withoutBlanks } from './visible-text.ts'

/** Version, language and title; a press file has the version of its standard and needs no language. */
export function checkMetadata({ file, read, claims, isPress }: Evidence, book: Book | undefined): Check {
  const { title } = read
  const findings: Finding[] = []
  const header = /%PDF-(\d\.\d)/.exec(file.text)?.[1]
  const version = file.name(file.catalog.get('Version')) ?? header ?? '?'
  const due = versionOf(claims)
  if (version !== due)
    findings.push(found(`PDF ${version}, not ${due}`, `PDF 版本为 ${version}，不是 ${due}`))
  const spoken = file.string(file.catalog.get('Lang')) ?? ''
  if (spoken === '' && !isPress) findings.push(found('no language', '没有语言标记'))
  if (spoken !== '' && !/^zh\b/i.test(spoken))
    findings.push(found(`the language is \`${spoken}\`, not Chinese`, `语言标记为 \`${spoken}\`，不是中文`))
  if (!title) findings.push(found('no title', '没有题名'))
  // Where a standard is claimed its own check says so.
  if (claims.xmp?.fault !== undefined && !isPress && !claims.pdfa)
    findings.push(found(`the XMP is no XML: ${claims.xmp.fault}`, `XMP 不是合格的 XML：${claims.xmp.fault}`))
  const wanted = book && nameOf(book)
  if (title && wanted && !withoutBlanks(title).includes(withoutBlanks(wanted.text)))
    findings.push({
      span: wanted.spanOf(),
      message: {
        en: `title \`${title}\` does not name \`${wanted.text}\``,
        zh: `题名“${title}”与书名“${wanted.text}”不符`,
      },
    })
  const detail = [`PDF ${version}`, spoken, title ?? ''].filter((part) => part !== '').join(', ')
  return judged('metadata', findings, { en: detail, zh: detail })
}

/** PDF/X-1a is PDF 1.4, PDF/X-4 PDF 1.6 (ISO 15930-4 §6.1, ISO 15930-7 §6.1); all else is 1.7. */
const versionOf = ({ pdfx }: Claims): string =>
  pdfx === undefined ? '1.7' : pdfx.startsWith('PDF/X-1') ? '1.4' : '1.6'

/** What a book is called; a chapter set alone by its own title. */
const nameOf = (book: Book): SourceText | undefined => book.title ?? book.parts[0]?.chapters[0]?.title

/** Parts, chapters and entries, each once and in order, each leading to a page not before the last one's. */
export function checkOutline({ outline }: ReadPdf, book: Book | undefined, digitsAsHanzi: boolean): Check {
  if (!book) return notRun('outline', NO_MANUSCRIPT)
  const wanted = titlesOf(book)
  // The book's own title may stand above all.
  const items = isBookTitle(outline[0], book) ? outline.slice(1) : outline
  const findings = [...titleFaults(items, wanted, digitsAsHanzi), ...pageFaults(items)]
  return judged('outline', findings, {
    en: `${counted(items.length, 'entry', 'entries')} in order`,
    zh: `${items.length}条，次序与原稿一致`,
  })
}

function titlesOf(book: Book): SourceText[] {
  return book.parts.flatMap((part) => [
    ...(part.title ? [part.title] : []),
    ...part.chapters.flatMap(({ title, entries }) => [
      title,
      ...entries.flatMap((e) => (e.heading ? [e.heading] : [])),
    ]),
  ])
}

const isBookTitle = (item: OutlineItem | undefined, { title, parts }: Book): boolean =>
  item !== undefined &&
  title !== undefined &&
  bare(item.title).startsWith(bare(title.text)) &&
  bare(parts[0]?.title?.text ?? '') !== bare(item.title)

/** Entry headings may keep their brackets. */
const bare = (title: string): string => withoutBlanks(title).replace(/^【(.*)】$/s, '$1')

/** The first title that is not the one the manuscript has there; what follows would only repeat it. */
function titleFaults(
  items: readonly OutlineItem[],
  wanted: readonly SourceText[],
  hanzi: boolean,
): Finding[] {
  const length = Math.max(items.length, wanted.length)
  for (let i = 0; i < length; i++) {
    const [item, source] = [items[i], wanted[i]]
    const accepted = source ? [source.text, ...(hanzi ? [toHanzi(source.text).text] : [])].map(bare) : []
    if (item && accepted.includes(bare(item.title))) continue
    const [got, want] = [item?.title ?? '—', source?.text ?? '—']
    const message = {
      en: `entry ${i + 1}: manuscript \`${want}\`, outline \`${got}\``,
      zh: `第${i + 1}条：原稿“${want}”，书签“${got}”`,
    }
    return [
      {
        message,
        ...(source && { span: source.spanOf() }),
        ...(item?.page !== undefined && { page: item.page }),
      },
    ]
  }
  return []
}

function pageFaults(items: readonly OutlineItem[]): Finding[] {
  const findings: Finding[] = []
  let last = 1
  for (const { title, page } of items) {
    if (page === undefined)
      findings.push({ message: { en: `\`${title}\` leads nowhere`, zh: `“${title}”没有目标页` } })
    else if (page < last)
      findings.push({ page, message: { en: `\`${title}\` leads back`, zh: `“${title}”指向前面的页` } })
    last = Math.max(last, page ?? 0)
  }
  return findings
}

/** Labels count the folios from the book's first page (暗码 pages count too). */
export function checkPageLabels({ labels, pages }: ReadPdf, book: Book | undefined): Check {
  if (!book) return notRun('page-labels', NO_MANUSCRIPT)
  const findings: Finding[] = []
  for (let i = 0; i < pages.length; i++) {
    const [wanted, got] = [String(book.firstPage + i), labels?.[i]]
    if (got !== wanted)
      findings.push({
        page: i + 1,
        message: {
          en: `label \`${got ?? ''}\`, folio ${wanted}`,
          zh: `标签“${got ?? ''}”，页码应为${wanted}`,
        },
      })
  }
  const [first, last] = [book.firstPage, book.firstPage + pages.length - 1]
  return judged('page-labels', findings, {
    en: first === last ? `page ${first}` : `pages ${first} to ${last}`,
    zh: first === last ? `第${first}页` : `第${first}—${last}页`,
  })
}
