// Grey to colour operators. In: a grey from white to black and how it is painted. Out: operators, and the graphics states
// they name.

import { num } from '../text/number.ts'

/** How something is painted: a `fine` thing, type or a thin rule, may be printed over what lies below it. */
export interface Paint {
  /** 0 white to 1 black. */
  readonly ink: number
  readonly isFine: boolean
}

export interface Inks {
  /** Operators for filling and for stroking. */
  fill(ink: number): string
  stroke(ink: number): string
  /** The graphics state to be set before, by name; undefined where there are none. */
  state(paint: Paint): string | undefined
  /** Resources of a page: graphics states by name. */
  readonly states: Readonly<Record<string, object>>
}

/** DeviceGray: `0 g` is black on a screen and in an archive, whatever the output intent (ISO 19005-2, 6.2.4.3). */
export const greyInks: Inks = {
  fill: (ink) => `${num(1 - ink)} g`,
  stroke: (ink) => `${num(1 - ink)} G`,
  state: () => undefined,
  states: {},
}

/**
 * The black plate alone. Type and thin rules of full black overprint, so that no white seam shows where plates do not
 * meet; white, tints and areas knock out. Overprint mode 1 works for DeviceCMYK only (ISO 32000-1, 8.6.7), which is why
 * press files never say `g`.
 */
export const keyInks: Inks = {
  fill: (ink) => `0 0 0 ${num(ink)} k`,
  stroke: (ink) => `0 0 0 ${num(ink)} K`,
  state: ({ ink, isFine }) => (ink === 1 && isFine ? 'Overprint' : 'Knockout'),
  states: {
    Overprint: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
    Knockout: { Type: 'ExtGState', OP: false, op: false, OPM: 0 },
  },
}
