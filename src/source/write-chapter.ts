// A chapter as plain values → YAML that an editor likes to work in. In: a draft, as the importer makes it. Out: the
// text of a file that readChapter reads back to the same characters: bodies are block scalars whose lines break only
// where joining brings the text back.

import { Document, isMap, isScalar, isSeq, type Node, Scalar } from 'yaml'
import { foldParagraph } from './fold.ts'
import { escapeMarkup } from './markup-signs.ts'

/** A chapter to be written. Titles, headings and paragraphs are bare text without markup, line ends, indents or 【】. */
export interface ChapterDraft {
  readonly title: string
  /** Where the text came from. */
  readonly source?: { readonly url?: string; readonly title?: string; readonly note?: string }
  readonly sections: readonly SectionDraft[]
  readonly credits?: readonly CreditDraft[]
  /** Lines of comment at the head of the file. */
  readonly comment?: string
}

export interface SectionDraft {
  readonly heading?: string
  readonly form?: 'bracket' | 'line'
  readonly paragraphs: readonly string[]
  readonly credits?: readonly CreditDraft[]
  /** Lines of comment above the entry. */
  readonly comment?: string
}

export interface CreditDraft {
  readonly role?: string
  readonly names?: readonly string[]
  readonly unit?: string
  readonly printed?: string
}

/**
 * The YAML of a chapter. `schema` is the path or address of chapter.schema.json as seen from the file, for the
 * completion of editors. Blank at the edges of texts is dropped, as reading would drop it.
 */
export function writeChapter(draft: ChapterDraft, schema: string): string {
  const document = new Document(plainOf(draft))
  const comments = draft.comment === undefined ? '' : `\n${commented(draft.comment)}`
  document.commentBefore = ` yaml-language-server: $schema=${schema}${comments}`
  const sections = document.get('sections')
  if (isSeq(sections)) {
    for (const [i, item] of sections.items.entries()) dressSection(item, draft.sections[i]?.comment, i === 0)
  }
  inRows(document.get('credits'))
  // Folding is ours: the library would break between any two words.
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

function plainOf({ title, source, sections, credits }: ChapterDraft): Record<string, unknown> {
  return {
    title: escapeMarkup(title.trim()),
    ...(source === undefined || Object.keys(source).length === 0 ? {} : { source }),
    sections: sections.map(({ heading, form, paragraphs, credits: own }) => ({
      ...(heading === undefined ? {} : { heading: escapeMarkup(heading.trim()) }),
      ...(form === undefined || form === 'bracket' ? {} : { form }),
      ...(paragraphs.length === 0
        ? {}
        : {
            body: `${paragraphs
              .map((paragraph) => escapeMarkup(foldParagraph(paragraph)))
              .filter((lines) => lines !== '')
              .join('\n\n')}\n`,
          }),
      ...(own === undefined || own.length === 0 ? {} : { credits: own }),
    })),
    ...(credits === undefined || credits.length === 0 ? {} : { credits }),
  }
}

const commented = (comment: string): string =>
  comment
    .split('\n')
    .map((line) => ` ${line}`.trimEnd())
    .join('\n')

/** An entry: a blank line and its comment above, its body as a block, its credits one a row. */
function dressSection(item: unknown, comment: string | undefined, first: boolean): void {
  if (!isMap(item)) return
  item.spaceBefore = !first
  if (comment !== undefined) item.commentBefore = commented(comment)
  const body = item.get('body', true)
  if (isScalar(body) && typeof body.value === 'string')
    body.type = blockable(body.value) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE
  inRows(item.get('credits'))
}

/** Characters that YAML allows only as escapes in quotes. */
const UNPRINTABLE = /[^\t\n\x20-\x7e\u0085\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u
const blockable = (text: string): boolean => !UNPRINTABLE.test(text)

/** `- { role: 供稿, names: [ 刘英杰 ] }` */
function inRows(credits: unknown): void {
  if (!isSeq(credits)) return
  for (const credit of credits.items as readonly Node[]) if (isMap(credit)) credit.flow = true
}
