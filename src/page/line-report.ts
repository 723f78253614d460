// What was done to each line to make it flush: for reports and for checks of the page. In: where lines stand. Out: plain
// data in ems, by the steps of CLREQ 6.2.2.3 and 6.2.2.4.

import type { PagePlace, Span } from '../core/index.ts'
import { GAP, type GapKind, type SetLine, type Stream, spanInSource } from '../paragraph/index.ts'
import type { LinePlace } from './marks.ts'

/** Kinds of gaps by the name that reports use. */
export type GapName = 'word-space' | 'middle-dot' | 'bracket' | 'pause' | 'han-western' | 'stop' | 'character'

const NAMES: ReadonlyMap<GapKind, GapName> = new Map([
  [GAP.wordSpace, 'word-space'],
  [GAP.middot, 'middle-dot'],
  [GAP.bracket, 'bracket'],
  [GAP.pause, 'pause'],
  [GAP.hanWestern, 'han-western'],
  [GAP.stop, 'stop'],
])

/** Em in all that the gaps of a kind gave (below 0) or took, over so many places. */
export interface GapReport {
  readonly gap: GapName
  readonly by: number
  readonly places: number
}

export interface LineReport extends PagePlace {
  /** The line as printed, 【】 and numbers in Hanzi included; what stands beside it is not in it. */
  readonly text: string
  /** From where the manuscript has its first character to its last; in the text alone where they are of two files. */
  readonly span?: Span
  /** Em added between characters; above the layout's limit the line is reported as loose. */
  readonly stretch: number
  /** Em by which the line misses its measure, because nothing in it gives: below 0 it sticks out. */
  readonly residue: number
  /** Em, that is cells, by which a line of a grid ends short, as it may where it has no Western run. */
  readonly short: number
  readonly changes: readonly GapReport[]
}

/** One report a line, in their order. */
export function lineReports(lines: readonly LinePlace[]): readonly LineReport[] {
  return lines.map(({ paragraph, set, page, column, line }) => {
    const { stream } = paragraph
    const span = spanOfLine(stream, set)
    return {
      page,
      column,
      line,
      text: stream.text.slice(set.textStart, set.textEnd),
      ...(span && { span }),
      stretch: rounded(set.stretch),
      residue: rounded(set.residue / set.size),
      short: rounded(set.short / set.size),
      changes: set.changes.map(({ kind, by, places }) => ({ gap: nameOf(kind), by: rounded(by), places })),
    }
  })
}

/** A line may begin in a heading and end in the text after it: two sources of one file. */
function spanOfLine(stream: Stream, { textStart, textEnd }: SetLine): Span | undefined {
  const head = spanInSource(stream, textStart, textStart + 1)
  const all = spanInSource(stream, textStart, textEnd)
  if (!head || !all || head.file !== all.file || head.start > all.end) return all
  return { ...all, start: Math.min(head.start, all.start) }
}

const nameOf = (kind: GapKind): GapName => NAMES.get(kind) ?? 'character'

const rounded = (em: number): number => Math.round(em * 1e4) / 1e4
