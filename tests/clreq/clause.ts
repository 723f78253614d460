// A clause as it is proven: probes, each of which sets a text by the rule and once more as a control, takes the same figure
// from both PDFs, and holds for the one and not for the other. Declaring comes first; tests and document read it.

import type { Direction } from './axes.ts'
import type { Clause } from './clause-row.ts'
import { CLAUSES } from './clauses.ts'

/**
 * What a control changes. `off`: the same text with another value, region, direction or markup, so that what is measured
 * moves. `other text`: no value turns the rule off, so a text is set to which it does not apply. `unmarked`: the markup is
 * left out, so that there is nothing to measure.
 */
export type ControlKind = 'off' | 'other text' | 'unmarked'

export interface Probe {
  readonly name: string
  readonly control: ControlKind
  /** Whether the control is set at three measures only. */
  readonly isControlledAtThree: boolean
  readonly directions: readonly Direction[]
  prove(direction: Direction): Promise<Evidence>
}

export interface Evidence {
  /** What the PDF says, and what that of the control says. */
  readonly figure: string
  readonly control: string
  readonly holds: boolean
  /** Whether the same assertion fails for the control. */
  readonly isControlled: boolean
}

export interface ProbeParts<T> {
  /** By default both. */
  readonly directions?: readonly Direction[]
  /** By default `off`. */
  readonly control?: ControlKind
  readonly isControlledAtThree?: boolean
  /** Measures one text, set by the rule or as a control. */
  measure(direction: Direction, isOn: boolean): Promise<T>
  holds(figure: T, direction: Direction): boolean
  show(figure: T, direction: Direction): string
}

const BOTH: readonly Direction[] = ['horizontal', 'vertical']

export function probe<T>(name: string, parts: ProbeParts<T>): Probe {
  const { directions = BOTH, control = 'off', isControlledAtThree = false, measure, holds, show } = parts
  const prove = async (direction: Direction): Promise<Evidence> => {
    const [on, off] = [await measure(direction, true), await measure(direction, false)]
    return {
      figure: show(on, direction),
      control: show(off, direction),
      holds: holds(on, direction),
      isControlled: !holds(off, direction),
    }
  }
  return { name, control, isControlledAtThree, directions, prove }
}

export interface Proof {
  readonly clause: Clause
  readonly probes: readonly Probe[]
  /** What the program cannot do of the clause: makes it `partly`. */
  readonly missing: Readonly<Partial<Record<Direction, string>>>
  /** What a reader must know of the figures. */
  readonly note: string | undefined
}

/** Proves a clause of the list. */
export function clause(
  id: string,
  probes: readonly Probe[],
  missing: string | Readonly<Partial<Record<Direction, string>>> = {},
  note?: string,
): Proof {
  const found = CLAUSES.find((clause) => clause.id === id)
  if (!found) throw new Error(`no clause ${id}`)
  const everywhere = typeof missing === 'string' ? { horizontal: missing, vertical: missing } : missing
  return { clause: found, probes, missing: everywhere, note }
}

export const probesIn = ({ clause, probes }: Proof, direction: Direction): readonly Probe[] =>
  clause.directions.includes(direction)
    ? probes.filter(({ directions }) => directions.includes(direction))
    : []

/** Rounded as figures are printed: thousandths of an em. */
export const ems = (value: number): string => (Math.round(value * 1000) / 1000 || 0).toFixed(3)

/** Equal to half a thousandth of an em. */
export const isNear = (value: number | undefined, wanted: number, tolerance = 0.0005): boolean =>
  value !== undefined && Math.abs(value - wanted) <= tolerance + 1e-9
