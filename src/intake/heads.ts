// Headings among the paragraphs. In: joined paragraphs without title and provenance. Out: for each paragraph where its
// heading stands, if it has one. Brackets and month names are sure; a short line alone before text is a guess.

import { type Doubt, unsure } from './doubt.ts'
import type { JoinedParagraph } from './paragraphs.ts'
import { displayWidth } from './width.ts'

export interface Head {
  /** Units of the bare heading. */
  readonly heading: readonly [start: number, end: number]
  /** Where the text of the entry begins. */
  readonly end: number
  readonly form: 'bracket' | 'line'
  readonly doubt?: Doubt
}

export function headsOf(paragraphs: readonly JoinedParagraph[]): readonly (Head | undefined)[] {
  const heads = paragraphs.map((paragraph) => bracketed(paragraph) ?? month(paragraph) ?? bulleted(paragraph))
  // Three short lines in a row or more are a list; one or two before a text are headings.
  for (let i = 0; i < paragraphs.length; i++) {
    const first = i
    while (heads[i] === undefined && isShortLine(paragraphs[i])) i++
    const next = paragraphs[i]
    const leads =
      next !== undefined && heads[i] === undefined && next.kind !== 'credit' && next.kind !== 'table'
    const leadsToHead = heads[i] !== undefined && i === first + 1
    if (i - first > 2 || !(leads || leadsToHead)) continue
    for (let k = first; k < i; k++) heads[k] = guessed(paragraphs[k])
  }
  return heads
}

/** Longer ones are text that happens to begin with a bracket. */
const LONGEST_HEADING = 60
const BRACKETED = /^([【〖])([^【】〖〗]+)[】〗]/u

/** 【理论武装工作】 and 〖…〗 at the head of a paragraph. */
function bracketed({ kind, text }: JoinedParagraph): Head | undefined {
  if (kind !== 'heading') return undefined
  const [whole, , heading] = BRACKETED.exec(text.slice(0, LONGEST_HEADING + 2)) ?? []
  if (whole === undefined || heading === undefined || heading.trim() === '') return undefined
  return { heading: [1, 1 + heading.length], end: whole.length, form: 'bracket' }
}

/** 1月 in a chronicle. */
const month = ({ kind, text }: JoinedParagraph): Head | undefined =>
  kind === 'month' ? { heading: [0, text.length], end: text.length, form: 'line' } : undefined

const BULLETED = /^([■●◆][ \u3000]*)([^。；，！？\s]{2,18})(?:[ \u3000]+(?=\S)|$)/u

/** ■工会工作, alone or with a gap before its text. */
function bulleted(paragraph: JoinedParagraph): Head | undefined {
  if (paragraph.kind !== 'bullet') return undefined
  const [whole, mark, heading] = BULLETED.exec(paragraph.text.slice(0, LONGEST_HEADING)) ?? []
  if (whole === undefined || mark === undefined || heading === undefined) return undefined
  const form = whole.length === paragraph.text.length ? 'line' : 'bracket'
  const place = [mark.length, mark.length + heading.length] as const
  return { heading: place, end: whole.length, form, doubt: doubtful(paragraph, ...place) }
}

/** Eighteen characters: the most a heading of an entry may have (yearbook.md 3). */
const WIDEST_SHORT_LINE = 36
const NO_HEADING = /[。，；：！？…,;:!?、—]|^[(（\-—·*]|[.]$/u

const isShortLine = (paragraph: JoinedParagraph | undefined): boolean =>
  paragraph !== undefined &&
  paragraph.kind === 'text' &&
  !paragraph.brokenOff &&
  paragraph.text.length <= WIDEST_SHORT_LINE &&
  displayWidth(paragraph.text) <= WIDEST_SHORT_LINE &&
  /\p{Script=Han}/u.test(paragraph.text) &&
  !NO_HEADING.test(
    paragraph.text.replace(/^[一二三四五六七八九十]{1,3}、|^[(（][一二三四五六七八九十]{1,3}[)）]/u, ''),
  )

function guessed(paragraph: JoinedParagraph | undefined): Head | undefined {
  if (paragraph === undefined) return undefined
  const { length } = paragraph.text
  return { heading: [0, length], end: length, form: 'line', doubt: doubtful(paragraph, 0, length) }
}

const doubtful = ({ text, from }: JoinedParagraph, start: number, end: number): Doubt =>
  unsure(
    from[start] ?? 0,
    (from[end - 1] ?? 0) + 1,
    { en: `\`${text.slice(start, end)}\` taken for a heading`, zh: `\`${text.slice(start, end)}\` 当作标题` },
    { en: 'move it to the text if it is none', zh: '若不是标题，请移回正文' },
  )
