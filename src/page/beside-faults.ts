// What stands beside a text and has no room: readings beyond the line's end, line gaps too narrow for what is to stand in
// them. In: a set paragraph. Out: what the author should hear.

import { type Diagnostic, fits, type Text, warning } from '../core/index.ts'
import { type Beside, type SetLine, type SetParagraph, spanInSource } from '../paragraph/index.ts'
import type { TypeArea } from '../source/index.ts'

/** Dots and lines on one side of a line need half an em (CLREQ 6.4); so do readings. */
const LEAST_GAP = 0.5

export function besideFaults(set: SetParagraph, area: TypeArea): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const measure = area.charSize * area.charsPerLine
  for (const line of set.lines) {
    if (line.beside.length === 0) continue
    const isOver = line.beside.some((one) => endOf(one) > measure && !fits(endOf(one), measure))
    if (isOver) found.push(crowded(set, line, BEYOND))
  }
  const [first] = set.lines.filter((line) => line.beside.length > 0)
  const gap = (area.linePitch - area.charSize) / area.charSize
  if (first && !fits(LEAST_GAP, gap)) found.push(crowded(set, first, NARROW))
  return found
}

const endOf = (one: Beside): number =>
  one.kind === 'reading' && one.place !== 'side' ? one.at + (one.set.lines[0]?.end ?? 0) : 0

interface Complaint {
  readonly message: Text
  readonly hint: Text
}

const BEYOND: Complaint = {
  message: {
    en: 'a reading or comment of this line goes beyond its end',
    zh: '本行的注音或行间注超出行末',
  },
  hint: {
    en: 'shorten it, or put a few characters between it and the one before',
    zh: '请缩短注文，或与前一处注文隔开几个字',
  },
}

const NARROW: Complaint = {
  message: {
    en: 'the line gap is less than half an em: too narrow for dots, lines or readings',
    zh: '行空不足半个字，容不下着重号、专名号或注音',
  },
  hint: { en: 'raise `line-pitch` in the layout', zh: '请加大版式中的 `line-pitch`' },
}

function crowded(
  set: SetParagraph,
  { textStart, textEnd }: SetLine,
  { message, hint }: Complaint,
): Diagnostic {
  const span = spanInSource(set.stream, textStart, textEnd)
  return warning('annotation-crowded', message, { ...(span && { span }), hints: [hint] })
}
