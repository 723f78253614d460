// What stands beside a text and has no room: readings beyond the line's end, line gaps too narrow for what is to stand in
// them. In: a set paragraph. Out: what the author should hear.

import { type Diagnostic, fits, type Text, warning } from '../core/index.ts'
import { type Beside, type SetLine, type SetParagraph, spanInSource } from '../paragraph/index.ts'
import type { TypeArea } from '../source/index.ts'

/** Dots and lines on one side of a line need half an em, on both sides of a gap five eighths (CLREQ 6.4); so do readings. */
const LEAST_GAP = 0.5
const LEAST_SHARED_GAP = 5 / 8

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
  else if (!fits(LEAST_SHARED_GAP, gap)) {
    for (const [i, line] of set.lines.entries())
      if (meets(set.lines[i - 1], line)) found.push(crowded(set, line, SHARED))
  }
  return found
}

/** Whether a reading of a line stands against something at the foot of the line before it. */
function meets(before: SetLine | undefined, line: SetLine): boolean {
  const readings = line.beside.filter((one) => one.kind === 'reading' && one.place === 'above')
  if (!before || readings.length === 0) return false
  const atFoot = before.beside.filter((one) => one.kind !== 'reading' || one.place === 'below')
  return readings.some((reading) =>
    atFoot.some((one) => startOf(one) < endOf(reading) && startOf(reading) < endOf(one)),
  )
}

/** Along the line, in points. */
const startOf = (one: Beside): number => {
  if (one.kind === 'dot') return one.at - one.size / 4
  return one.kind === 'reading' ? one.at : one.from
}

const endOf = (one: Beside): number => {
  if (one.kind === 'dot') return one.at + one.size / 4
  if (one.kind !== 'reading') return one.to
  return one.place === 'side' ? one.baseEnd : one.at + (one.set.lines[0]?.end ?? 0)
}

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

const SHARED: Complaint = {
  message: {
    en: 'a reading of this line stands against a dot, line or comment of the line before it',
    zh: '本行的注音与上一行的着重号、专名号或行间注挤在一起',
  },
  hint: {
    en: 'give the layout a line gap of 5/8 em, or move one of the two',
    zh: '请把版式的行空加到八分之五字，或移开其中一处',
  },
}

function crowded(
  set: SetParagraph,
  { textStart, textEnd }: SetLine,
  { message, hint }: Complaint,
): Diagnostic {
  const span = spanInSource(set.stream, textStart, textEnd)
  return warning('annotation-crowded', message, { ...(span && { span }), hints: [hint] })
}
