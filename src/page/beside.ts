// What stands beside a set line put on the page: readings in reading order, dots, lines and frames after the text.

import type { Beside, SetParagraph, SetReading, SideLine } from '../paragraph/index.ts'
import { FRAME_WEIGHT } from './beside-measures.ts'
import { elementMarks } from './element-marks.ts'
import type { Geometry } from './geometry.ts'
import type { Mark } from './marks.ts'

/** A line's readings, put on a page line by line. */
export class ReadingPlacer {
  readonly #geometry: Geometry
  /** Comments whose base goes on: they stand where it begins, or where it begins again on this page. */
  readonly #begun = new Map<SetParagraph, () => readonly Mark[]>()

  constructor(geometry: Geometry) {
    this.#geometry = geometry
  }

  /** Meets a line before its readings are read. */
  meet(beside: readonly Beside[], inline: number, block: number): void {
    for (const one of beside) {
      if (one.kind !== 'reading' || one.afterRuns > 0 || this.#begun.has(one.set)) continue
      this.#begun.set(one.set, () => placeReading(one, this.#geometry, inline, block))
    }
  }

  /** The readings that are read after so many runs of the line, inner ones first. */
  after(runs: number, beside: readonly Beside[], inline: number, block: number): readonly Mark[] {
    return beside
      .filter((one) => one.kind === 'reading')
      .filter((one) => one.afterRuns === runs)
      .reverse()
      .flatMap((one) => this.#begun.get(one.set)?.() ?? placeReading(one, this.#geometry, inline, block))
  }
}

function placeReading(
  reading: SetReading,
  geometry: Geometry,
  inline: number,
  block: number,
): readonly Mark[] {
  const { size, baseSize, at, baseEnd } = reading
  const set = spacedOut(reading)
  const [line] = set.lines
  if (!line) return []
  if (reading.place !== 'side') {
    const beside = reading.place === 'above' ? block - size : block + baseSize
    return line.runs.flatMap((run) =>
      elementMarks(set, run, (part) => geometry.glyphs(set, part, inline + at, beside, size)),
    )
  }
  const sided = { paragraph: set, extent: line.end, baseSize, toEnd: baseEnd - at }
  return line.runs.flatMap((run) =>
    elementMarks(set, run, (part) => geometry.column({ ...sided, run: part }, inline + at, block)),
  )
}

function spacedOut({ set, spacing }: SetReading): SetReading['set'] {
  return spacing === 0 ? set : { ...set, offsets: set.offsets.map((offset, i) => offset + i * spacing) }
}

/** Dots, lines and frames. */
export function placeBeside(
  beside: readonly Beside[],
  geometry: Geometry,
  inline: number,
  block: number,
): readonly Mark[] {
  return beside.flatMap((one): readonly Mark[] => {
    if (one.kind === 'reading') return []
    if (one.kind === 'dot') return [geometry.dot(inline + one.at, block, one.size, one.isOutside)]
    if (one.kind === 'mourning') return frameOf(one, geometry, inline, block)
    const isWave = one.kind === 'book-title'
    return [geometry.sideLine(inline + one.from, inline + one.to, block, one.size, isWave)]
  })
}

function frameOf(
  { from, to, size }: SideLine,
  geometry: Geometry,
  inline: number,
  block: number,
): readonly Mark[] {
  const weight = FRAME_WEIGHT * size
  const [head, foot] = [block - weight, block + size + weight]
  const [start, end] = [inline + from, inline + to]
  return [
    geometry.ruleAlong(start, end, head, weight),
    geometry.ruleAlong(start, end, foot - weight, weight),
    geometry.ruleAcross(head, foot, start, weight),
    geometry.ruleAcross(head, foot, end, weight),
  ]
}
