// What a running head says: which heading, which one instead where there is none, and which above it where it is too wide.

import type { SourceText } from '../core/index.ts'
import type { RunningHeadText } from '../source/index.ts'

/** The headings in force on a page. */
export interface HeadTexts {
  readonly book: SourceText | undefined
  readonly part: SourceText | undefined
  readonly chapter: SourceText | undefined
}

/** From the lowest heading to the highest. */
const LEVELS = ['chapter', 'part', 'book'] as const

/** Which heading stands for one that there is not (QC 55: with no second level both sides carry the first). */
const INSTEAD = {
  none: [],
  chapter: ['chapter', 'part', 'book'],
  part: ['part', 'book', 'chapter'],
  book: ['book', 'part', 'chapter'],
} as const

/** The heading a running head should say, and those above it, for where it is too wide. */
export function headsFor(kind: RunningHeadText, heads: HeadTexts): readonly SourceText[] {
  const wanted = INSTEAD[kind].find((level) => heads[level])
  if (!wanted) return []
  return LEVELS.slice(LEVELS.indexOf(wanted)).flatMap((level) => heads[level] ?? [])
}
