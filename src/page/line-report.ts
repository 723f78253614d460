// What was done to each line to make it flush: for reports and for checks of the page. In: where lines stand. Out: plain
// data in ems, by the steps of CLREQ 6.2.2.3 and 6.2.2.4.

import type { PagePlace, Span } from '../core/index.ts'
import { GAP, type GapKind, spanInSource } from '../paragraph/index.ts'
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
  /** The line as the manuscript has it. */
  readonly text: string
  readonly span?: Span
  /** Em added between characters; above the layout's limit the line is reported as loose. */
  readonly stretch: number
  readonly changes: readonly GapReport[]
}

/** One report a line, in their order. */
export function lineReports(lines: readonly LinePlace[]): readonly LineReport[] {
  return lines.map(({ paragraph, set, page, column, line }) => {
    const { stream } = paragraph
    const span = spanInSource(stream, set.textStart, set.textEnd)
    return {
      page,
      column,
      line,
      text: stream.text.slice(set.textStart, set.textEnd),
      ...(span && { span }),
      stretch: rounded(set.stretch),
      changes: set.changes.map(({ kind, by, places }) => ({ gap: nameOf(kind), by: rounded(by), places })),
    }
  })
}

const nameOf = (kind: GapKind): GapName => NAMES.get(kind) ?? 'character'

const rounded = (em: number): number => Math.round(em * 1e4) / 1e4
