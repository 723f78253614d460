// What a size of manuscript came to: the medians of several runs, and the figures made of them.

import type { LineFigures } from './lines.ts'
import type { SizeName } from './manuscript.ts'
import type { BuildFigures } from './stages.ts'

export interface BuildRun extends BuildFigures {
  readonly peakMemory: number
}

export type EditionName = 'press' | 'archive'

export interface SizeFigures {
  readonly size: SizeName
  readonly runs: number
  readonly characters: number
  readonly pages: number
  readonly pdfBytes: number
  /** Bytes. */
  readonly peakMemory: number
  /** Milliseconds by stage, and their sum. */
  readonly stages: Readonly<Record<string, number>>
  readonly total: number
  readonly charactersPerSecond: number
  readonly pagesPerSecond: number
  /** Whole builds of the other editions, in milliseconds. */
  readonly editions: Readonly<Record<EditionName, number>>
  /** Lines alone, warm. */
  readonly lines: LineFigures
  /** Microseconds a character for itemize, break and set together. */
  readonly lineCost: number
}

export function figuresOf(
  size: SizeName,
  builds: readonly BuildRun[],
  editions: Readonly<Record<EditionName, readonly BuildRun[]>>,
  lines: readonly LineFigures[],
): SizeFigures {
  const [first] = builds
  const [line] = lines
  if (!first || !line) throw new Error('nothing was measured')
  const names = Object.keys(first.stages)
  const stages = Object.fromEntries(
    names.map((name) => [name, median(builds.map((build) => build.stages[name] ?? 0))]),
  )
  const total = totalOf(builds)
  const timed = {
    itemize: median(lines.map((l) => l.itemize)),
    break: median(lines.map((l) => l.break)),
    set: median(lines.map((l) => l.set)),
  }
  const { characters, pages, pdfBytes } = first
  return {
    size,
    runs: builds.length,
    characters,
    pages,
    pdfBytes,
    peakMemory: median(builds.map((build) => build.peakMemory)),
    stages,
    total,
    editions: { press: totalOf(editions.press), archive: totalOf(editions.archive) },
    charactersPerSecond: (characters / total) * 1000,
    pagesPerSecond: (pages / total) * 1000,
    lines: { ...line, ...timed },
    lineCost: ((timed.itemize + timed.break + timed.set) * 1000) / line.characters,
  }
}

const totalOf = (builds: readonly BuildRun[]): number =>
  median(builds.map(({ stages }) => Object.values(stages).reduce((sum, ms) => sum + ms, 0)))

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2
}
