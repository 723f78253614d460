// Comments that left their words beside a cut-in heading, whose short lines have little room for them. In: a paragraph and
// how many of its lines are short. Out: what the author should hear.

import { type Diagnostic, fits, warning } from '../core/index.ts'
import { type SetLine, type SetParagraph, type SetReading, spanInSource } from '../paragraph/index.ts'

/** A comment behind another one may begin so many ems of its base late, and still belongs to its word. */
const LATE = 0.5

/** One report a comment that does not begin where its words do (CLREQ 5.5.7). */
export function strayComments(set: SetParagraph, shortLines: number): readonly Diagnostic[] {
  return set.lines.slice(0, shortLines).flatMap((line) =>
    line.beside
      .filter((one) => one.kind === 'reading')
      .filter((one) => one.place === 'below' && !one.isContinued && isStray(set, line, one))
      .map((one) => stray(set, one)),
  )
}

function isStray(
  set: SetParagraph,
  { indent }: SetLine,
  { set: comment, at, baseSize }: SetReading,
): boolean {
  const head = headOf(set, comment)
  return !fits(Math.max(indent, head), at) || !fits(at, head + LATE * baseSize)
}

/** Where the words of a comment begin along their line, in points. */
function headOf({ stream, at, offsets }: SetParagraph, comment: SetParagraph): number {
  const from = baseOf(stream, comment).from
  return offsets[at.findIndex((unit) => unit >= from)] ?? 0
}

const baseOf = ({ annotations }: SetParagraph['stream'], comment: SetParagraph) =>
  annotations.find((one) => one.kind === 'reading' && one.set === comment) ?? { from: 0, to: 0 }

function stray(set: SetParagraph, { set: comment }: SetReading): Diagnostic {
  const { from, to } = baseOf(set.stream, comment)
  const span = spanInSource(set.stream, from, to)
  return warning(
    'annotation-crowded',
    {
      en: 'a comment beside a cut-in heading has no room where its words begin',
      zh: '窗式标题旁边的行间注排不下，没有与所注的词对齐',
    },
    {
      ...(span && { span }),
      hints: [
        {
          en: 'shorten it, move its words away from the heading, or write `form: bracket` or `form: line`',
          zh: '请缩短注文，把所注的词移离标题，或改写 `form: bracket`、`form: line`',
        },
      ],
    },
  )
}
