// What the measuring of dots, lines, frames and small text has in common: a line with markup in it, and its sides.

import type { Direction, PlacedGlyph } from './axes.ts'
import { ems } from './clause.ts'
import { type Specimen, specimen } from './specimen.ts'

export const listed = (values: readonly number[]): string => values.map(ems).join(' ')

export const marked = (command: string, base: string, ...more: readonly string[]): string =>
  `{${[command, base, ...more].join('|')}}`

export const set = (direction: Direction, text: string, pitch = 1.5): Promise<Specimen> =>
  specimen({ direction, body: [text], characters: 24, lines: 6, pitch })

export const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2

/** `foot` below or at the left, `head` above or at the right of the text, else `over` it. */
export function sideOf(thing: { head: number; foot: number }, text: PlacedGlyph): string {
  if (thing.head >= text.foot - 0.001) return 'foot'
  return thing.foot <= text.head + 0.001 ? 'head' : 'over'
}
