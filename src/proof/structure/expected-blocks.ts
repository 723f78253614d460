// What the tags must say: a book comes in; its headings and paragraphs go out in reading order, each with its level and
// its text as printed, readings after their bases.

import { toHanzi } from '../../cjk/index.ts'
import type { Span } from '../../core/index.ts'
import {
  type Book,
  type Chapter,
  type Credit,
  type Entry,
  type MarkedText,
  printText,
  readingsInOrder,
  renderCredits,
} from '../../source/index.ts'
import { withoutBlanks } from '../visible-text.ts'

export interface ExpectedBlock {
  /** A credit may be a paragraph of its own or the end of the one before. */
  readonly kind: 'heading' | 'paragraph' | 'credit'
  /** Of headings, from 1: part, chapter, entry; a part without a title has no level. */
  readonly level: number
  /** Without blanks; a run-in heading with its brackets. */
  readonly text: string
  readonly span: Span
}

export function expectedBlocks(book: Book, hanzi: boolean): ExpectedBlock[] {
  return book.parts.flatMap(({ title, chapters }) => {
    const level = title ? 2 : 1
    const own = title ? [headingOf(title, 1, hanzi)] : []
    return [...own, ...chapters.flatMap((chapter) => blocksOf(chapter, level, hanzi))].filter(isPrinted)
  })
}

/** Nothing is set, and so nothing tagged, for a text without a body, such as U+200B alone. */
const isPrinted = ({ text }: ExpectedBlock): boolean => text !== ''

const blocksOf = ({ title, entries, credits }: Chapter, level: number, hanzi: boolean): ExpectedBlock[] => [
  headingOf(title, level, hanzi),
  ...entries.flatMap((entry) => entryBlocks(entry, level + 1, hanzi)),
  ...creditOf(credits, hanzi),
]

function entryBlocks(
  { heading, headingForm, body, credits }: Entry,
  level: number,
  hanzi: boolean,
): ExpectedBlock[] {
  const isBracketed = headingForm === 'bracket'
  return [
    ...(heading ? [headingOf(heading, level, hanzi, isBracketed)] : []),
    ...body.map(
      ({ text }): ExpectedBlock => ({
        kind: 'paragraph',
        level: 0,
        text: saidBy(text, hanzi),
        span: text.spanOf(),
      }),
    ),
    ...creditOf(credits, hanzi),
  ]
}

function headingOf(title: MarkedText, level: number, hanzi: boolean, isBracketed = false): ExpectedBlock {
  const text = saidBy(title, hanzi)
  return { kind: 'heading', level, text: isBracketed ? `【${text}】` : text, span: title.spanOf() }
}

function creditOf(credits: readonly Credit[], hanzi: boolean): ExpectedBlock[] {
  const [first] = credits
  if (!first) return []
  const text = renderCredits(credits)
  return [
    {
      kind: 'credit',
      level: 0,
      text: withoutBlanks(hanzi ? toHanzi(text).text : text),
      span: first.span,
    },
  ]
}

function saidBy(source: MarkedText, hanzi: boolean): string {
  const printed = printText(source, hanzi)
  let said = ''
  let done = 0
  for (const { to, text } of readingsInOrder(printed.inline)) {
    said += printed.text.slice(done, to) + text.text
    done = to
  }
  return withoutBlanks(said + printed.text.slice(done))
}
