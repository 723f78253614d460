// Messages about what no line can hold.

import { type Diagnostic, type Pt, type Text, warning } from '../core/index.ts'
import type { Annotation, ReadingAnnotation } from './annotation.ts'
import type { Items } from './items.ts'
import type { Oversize } from './overlong.ts'
import { spanned } from './stream.ts'

/** Characters of a text that a message shows. */
const SHOWN = 24

const excerpt = (text: string): string => {
  const characters = [...text]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text
}

/** A word or term that had to be parted. */
export function brokenByForce(items: Items, { first, end }: Oversize): Diagnostic {
  const { from, to, text } = textOf(items, first, end)
  const shown = excerpt(text)
  return warning(
    'unbreakable-run',
    {
      en: `\`${shown}\` (${text.length} characters) is longer than a line and was broken by force`,
      zh: `\`${shown}\`（${text.length} 个字符）比一行还长，只得强行断开`,
    },
    {
      ...spanned(items.stream, from, to),
      hints: [{ en: 'shorten it, or put spaces where it may be broken', zh: '请缩短，或在可断开处加空格' }],
    },
  )
}

/** What would have had to stay on one line: the base of a reading, a frame, a spread stretch. */
export function tooLongToHold(
  items: Items,
  { first, end }: Oversize,
  held: Annotation,
  size: Pt,
): Diagnostic {
  const { from, to, text } = textOf(items, first, end)
  const shown = excerpt(text)
  const { en, zh } = holding(held, size)
  return warning(
    'unbreakable-run',
    { en: `\`${shown}\` ${en} is longer than a line`, zh: `\`${shown}\` ${zh}，比一行还长` },
    { ...spanned(items.stream, from, to), hints: [held.kind === 'spread' ? SPREAD_LESS : SHORTEN] },
  )
}

function holding(held: Annotation, size: Pt): Text {
  if (held.kind === 'reading') return withReading(held)
  if (held.kind !== 'spread') return { en: 'in its frame', zh: '加黑框' }
  const ems = Number((held.over / size).toFixed(2))
  return { en: `spread over ${ems} em`, zh: `均排 ${ems} 字` }
}

function withReading({ place, set }: ReadingAnnotation): Text {
  const reading = excerpt(set.stream.text)
  return place === 'fitted'
    ? { en: `with its gloss \`${reading}\``, zh: `连同对照 \`${reading}\`` }
    : { en: `with its reading \`${reading}\``, zh: `连同注音 \`${reading}\`` }
}

const SHORTEN: Text = {
  en: 'shorten it, or mark its words one by one',
  zh: '请缩短，或逐词标记',
}

const SPREAD_LESS: Text = {
  en: 'spread it over no more than a line has; it was spread over the line as far as it goes',
  zh: '均排的字数不要超过一行；现按行长排列',
}

function textOf({ start, stream }: Items, first: number, end: number) {
  const from = start[first] ?? 0
  const to = start[end] ?? from
  return { from, to, text: stream.text.slice(from, to).trimEnd() }
}
