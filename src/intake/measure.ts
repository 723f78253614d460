// The measure of a hard-wrapped text, found from its lines alone. In: classified lines. Out: the columns of a full
// line, or undefined where every line is a paragraph of its own.

import type { ClassifiedLine } from './classify.ts'
import { columnsOf } from './width.ts'

/** How full the lines of a text are. */
export interface Measure {
  /** Columns of a full line. */
  readonly columns: number
  /** Columns of an ASCII mark: two where it stands for a full-width one. */
  readonly asciiMarks: 1 | 2
}

/** A line this many columns short is still full: the next character, or one pushed down by 避头点, had no room. */
export const FULL_WITHIN = 2

/** Narrower columns are lists, not wrapped text. */
const NARROWEST = 20
/** Shares of lines that decide; a list fails one of them, wrapped text passes all with room to spare. */
const LEAST_FULL = 0.25
/** Of a few lines half must be full: one long line among short ones proves nothing. */
const FEW_LINES = 8
const LEAST_FULL_OF_FEW = 0.5
const MOST_WIDER = 0.1
const MOST_FINAL = 0.4
const LEAST_WITH_MARKS = 0.3

const ENDS_FINAL = /[。！？.!?]["”’』」）)]*$/u
const HAS_MARK = /[，。、；：,;:.!?！？]/u

/** Ends with a mark that ends a sentence, closing marks aside. */
export const endsSentence = (text: string): boolean => ENDS_FINAL.test(text.slice(-8))

/** The measure that most lines fill; full-width counting of ASCII marks is tried first, as old systems did. */
export function measureOf(lines: readonly ClassifiedLine[]): Measure | undefined {
  const body = lines.filter(isBody)
  const full = measureWith(lines, body, 2)
  const half = measureWith(lines, body, 1)
  if (full === undefined || half === undefined) return (full ?? half)?.measure
  return half.lines > full.lines ? half.measure : full.measure
}

const isBody = ({ kind }: ClassifiedLine): boolean =>
  kind === 'text' || kind === 'heading' || kind === 'event'

interface Candidate {
  readonly measure: Measure
  /** How many lines fill it. */
  readonly lines: number
}

function measureWith(
  lines: readonly ClassifiedLine[],
  body: readonly ClassifiedLine[],
  asciiMarks: 1 | 2,
): Candidate | undefined {
  const widthOf = (line: ClassifiedLine) => line.indent + columnsOf(line.width, asciiMarks)
  // Only lines with more text right below can have been cut by a machine.
  const inner = lines.filter((line, i) => isBody(line) && lines[i + 1]?.kind === 'text')
  const widths = inner.map(widthOf)
  const columns = mostCommonFull(widths, body.map(widthOf))
  if (columns === undefined) return undefined
  const filled = inner.filter((_, k) => Math.abs((widths[k] ?? 0) - columns) <= FULL_WITHIN)
  const share = (test: (line: ClassifiedLine) => boolean) => filled.filter(test).length / filled.length
  const wrapped =
    filled.length >= (inner.length <= FEW_LINES ? LEAST_FULL_OF_FEW : LEAST_FULL) * inner.length &&
    share(({ text }) => endsSentence(text)) < MOST_FINAL &&
    share(({ text }) => HAS_MARK.test(text)) >= LEAST_WITH_MARKS
  return wrapped ? { measure: { columns, asciiMarks }, lines: filled.length } : undefined
}

/** The width near which most inner lines end, among those that next to no line exceeds. */
function mostCommonFull(inner: readonly number[], all: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const width of inner) counts.set(width, (counts.get(width) ?? 0) + 1)
  const near = (width: number) => {
    let sum = 0
    for (let w = width - FULL_WITHIN; w <= width + FULL_WITHIN; w++) sum += counts.get(w) ?? 0
    return sum
  }
  const sorted = Int32Array.from(all).sort()
  const mayExceed = Math.floor(all.length * MOST_WIDER)
  const limit = (sorted[sorted.length - 1 - mayExceed] ?? 0) - FULL_WITHIN
  let best: number | undefined
  for (const width of counts.keys()) {
    if (width < NARROWEST || width < limit) continue
    const gain =
      best === undefined ? 1 : near(width) - near(best) || (counts.get(width) ?? 0) - (counts.get(best) ?? 0)
    if (gain > 0) best = width
  }
  return best
}
