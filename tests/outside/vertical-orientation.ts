// The property Vertical_Orientation of UAX #50, read from VerticalOrientation-17.0.0-ranges.txt.

import { readData } from './composer.ts'

interface Range {
  readonly first: number
  readonly last: number
  readonly value: string
}

const RANGES: readonly Range[] = readData('VerticalOrientation-17.0.0-ranges.txt')
  .split('\n')
  .flatMap((line) => {
    const [, first = '', last = first, value = ''] =
      /^([0-9A-F]+)(?:\.\.([0-9A-F]+))? ; (U|Tu|Tr)$/.exec(line) ?? []
    return value === '' ? [] : [{ first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), value }]
  })

/** U, R, Tu or Tr. What the file does not list is R. */
export function orientationOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return RANGES.find(({ first, last }) => code >= first && code <= last)?.value ?? 'R'
}

/** How many ranges the file has. */
export const RANGE_COUNT: number = RANGES.length
