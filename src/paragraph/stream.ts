// The character stream of one paragraph: the texts of its runs end to end. Rules of composition run on the stream,
// never per run, so that the bold 【heading】 and the text after it are one to bans, squeezing and spacing.

import type { SourceText, Span } from '../core/index.ts'
import type { Stack } from '../font/index.ts'
import type { Annotation } from './annotation.ts'

/** What a run is set in. Compared by identity: make each style once. */
export interface RunStyle {
  readonly stack: Stack
  /** Character size in points. */
  readonly size: number
  /** Price on ending a line inside the run, in demerits (headings are better left whole). */
  readonly breakCost: number
  /** Space added between the run's characters, in points: 疏排 above 0, 紧排 below (CLREQ 6.3.1). */
  readonly letterSpacing?: number
  /** How far its characters stand towards the line before, in points: superscripts above 0, subscripts below. */
  readonly rise?: number
  /** Never parted from what stands before it: superscripts, note marks (CLREQ 6.1.2.3). */
  readonly isAttached?: boolean
  /** Set as written: marks keep their cells, typed spaces their width, no space is added. */
  readonly isVerbatim?: boolean
  /** In vertical lines: each character upright in a cell of its own, or all in one (纵中横). */
  readonly stance?: 'upright' | 'combined'
  /** A BCP 47 tag where it is not Chinese: its marks are Western ones, its words are parted by its patterns. */
  readonly language?: string
}

/** `text.slice(start, end)` of the stream; unit `start` stands at unit `sourceStart` of its source. */
export interface StreamRun {
  readonly start: number
  readonly end: number
  readonly style: RunStyle
  readonly source: SourceText
  readonly sourceStart: number
  /** Number of what it is in the book, for those who draw it; composition does not ask. */
  readonly element?: number
}

export interface Stream {
  readonly text: string
  readonly runs: readonly StreamRun[]
  /** What stands beside the text, in order of where it begins. */
  readonly annotations: readonly Annotation[]
}

/** A piece to put into a stream. `printed` is what stands there when it is not the source's own text, such as 【. */
export interface StreamPiece {
  readonly source: SourceText
  readonly style: RunStyle
  readonly printed?: string
  /** The unit of the source that it begins at. */
  readonly sourceStart?: number
  /** Up to which unit of the source it goes, where it has not `printed`. */
  readonly sourceEnd?: number
  /** Number of what it is in the book, for those who draw it. */
  readonly element?: number
  /** Counted from the head of this piece; they may go beyond its end. */
  readonly annotations?: readonly Annotation[]
}

export function streamOf(pieces: readonly StreamPiece[]): Stream {
  const runs: StreamRun[] = []
  const annotations: Annotation[] = []
  let text = ''
  for (const piece of pieces) {
    const part = piece.printed ?? piece.source.text.slice(piece.sourceStart ?? 0, piece.sourceEnd)
    for (const one of piece.annotations ?? [])
      annotations.push({ ...one, from: one.from + text.length, to: one.to + text.length })
    runs.push({
      start: text.length,
      end: text.length + part.length,
      style: piece.style,
      source: piece.source,
      sourceStart: piece.sourceStart ?? 0,
      ...(piece.element !== undefined && { element: piece.element }),
    })
    text += part
  }
  return { text, runs, annotations }
}

/**
 * Where stream units `[from, to)` stand in the author's file. Text the layout added points at what it was added to; of
 * a stretch over several sources the last is named, from where it begins there: the text, not the heading run in before
 * it.
 */
export function spanInSource({ runs }: Stream, from: number, to: number): Span | undefined {
  const last = lastBefore(runs, Math.max(to, from + 1))
  const run = runs[last]
  if (!run) return undefined
  // A text with markup is several runs of one source.
  let first = last
  while (isReachedBack(runs[first - 1], run.source, from)) first--
  const { source } = run
  const start = unitInSource(runs[first] ?? run, from)
  const end = unitInSource(run, Math.min(to, run.end))
  return source.spanOf(start, Math.max(start, end))
}

/** The same for a message. */
export const spanned = (stream: Stream, from: number, to: number): { readonly span?: Span } => {
  const span = spanInSource(stream, from, to)
  return span ? { span } : {}
}

/** The last run that begins before a unit, or the first. */
function lastBefore(runs: readonly StreamRun[], unit: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.start ?? 0) < unit) low = middle
    else high = middle - 1
  }
  return low
}

const isReachedBack = (run: StreamRun | undefined, source: SourceText, from: number): boolean =>
  run !== undefined && run.source === source && run.end > from

const unitInSource = ({ source, sourceStart, start }: StreamRun, unit: number): number =>
  Math.min(sourceStart + Math.max(0, unit - start), source.text.length)
