// Reading order: the tree read from top to bottom says what the content streams say from first to last. Our pages are
// written in reading order, so that readers without tags (copying, searching) get the same text as those with them.

import type { PageSurvey } from '../content/survey.ts'
import { type Finding, found } from '../report.ts'
import { withoutBlanks } from '../visible-text.ts'

interface Piece {
  readonly text: string
  readonly page: number
}

/** The first place where the two part. */
export function orderFaults(tree: readonly Piece[], pages: readonly PageSurvey[]): Finding[] {
  const painted = pages.flatMap(({ page, marked }) =>
    marked.map(({ text }) => ({ text: withoutBlanks(text), page })),
  )
  const [read, shown] = [tree.map(textOf).join(''), painted.map(textOf).join('')]
  if (read === shown) return []
  let at = 0
  while (at < read.length && read[at] === shown[at]) at++
  const [inTree, onPage] = [read.slice(at, at + AROUND), shown.slice(at, at + AROUND)]
  return [
    found(
      `the tree reads “${inTree}” where the page goes on “${onPage}”`,
      `结构树读作“${inTree}”，页面上接着是“${onPage}”`,
      pageAt(painted, at),
    ),
  ]
}

const AROUND = 12

const textOf = ({ text }: Piece): string => text

function pageAt(pieces: readonly Piece[], at: number): number {
  let end = 0
  for (const { text, page } of pieces) {
    end += text.length
    if (at < end) return page
  }
  return pieces.at(-1)?.page ?? 0
}
