// The same text at many measures, so that its lines end at many places.

import type { Direction } from './axes.ts'
import { prose } from './prose.ts'
import { type Plain, type PlainMap, type Specimen, specimen } from './specimen.ts'

/** Narrow ones as in indexes, and usual ones. */
const MEASURES: readonly number[] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]

/** Some six hundred and fifty lines at twelve measures. */
export const PROSE: readonly string[] = prose(6)

/** A control is set at three of the measures: it needs to fail, not to fail often. */
const few = (measures: readonly number[]): ReadonlySet<number | undefined> =>
  new Set([measures[1], measures[(measures.length - 1) >> 1], measures.at(-3)])

export const atMeasures = (
  direction: Direction,
  isOn: boolean,
  body: readonly Plain[],
  composition: PlainMap = {},
  measures: readonly number[] = MEASURES,
): Promise<readonly Specimen[]> =>
  Promise.all(
    measures
      .filter((characters) => isOn || few(measures).has(characters))
      .map((characters) => specimen({ direction, body, characters, lines: 60, composition })),
  )
