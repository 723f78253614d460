// A clause as the tables write it: number of the Technical Report of August 2026, anchor of the editor's draft of March 2024,
// which is stable; titles and requirement in our own words.

import type { Direction } from './axes.ts'

export interface Clause {
  readonly id: string
  readonly anchor: string
  readonly english: string
  readonly chinese: string
  /** What is asked for, in a sentence. */
  readonly asks: string
  readonly directions: readonly Direction[]
}

const BOTH: readonly Direction[] = ['horizontal', 'vertical']

export const row = (
  id: string,
  anchor: string,
  english: string,
  chinese: string,
  asks: string,
  directions: readonly Direction[] = BOTH,
): Clause => ({ id, anchor, english, chinese, asks, directions })
