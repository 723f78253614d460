// What stands beside a set line put on the page: readings in reading order, dots, lines and frames after the text.

import type { Beside, SetReading, SideLine } from '../paragraph/index.ts'
import { elementMarks } from './element-marks.ts'
import type { Geometry } from './geometry.ts'
import type { Mark } from './marks.ts'

/** Weight of a frame, in em. */
const FRAME_WEIGHT = 0.06

/** The readings that are read after so many runs of the line, inner ones first. */
export function readingAfter(
  beside: readonly Beside[],
  runs: number,
  geometry: Geometry,
  inline: number,
  block: number,
): readonly Mark[] {
  return beside
    .filter((one) => one.kind === 'reading')
    .filter((one) => one.afterRuns === runs)
    .reverse()
    .flatMap((one) => placeReading(one, geometry, inline, block))
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
