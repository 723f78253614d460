// The other half of text-spacing-trim-zh-hans.json: marks at the ends of lines, beside Western brackets, and the values of
// the CSS property that set all marks alike. In the fake face, where a cell is one em to the last digit.

import { describe, expect, it } from 'vitest'
import { chars, setText } from '../support/paragraphs.ts'
import { DIRECTIONS, type Options, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface Edge {
  readonly value: string
  readonly text?: string
  readonly test: string
}

const data: { readonly edges: readonly Edge[] } = JSON.parse(readData('text-spacing-trim-zh-hans.json'))

type Lines = ReturnType<typeof setText>['lines']

const linesOf = (text: string, measure: number, options: Options): Lines =>
  setText(text, { ...options, ...chars(measure), minCharsOnLastLine: 0 }).lines

/** Texts of the lines, and of each that begins with （ what is left of its cell. */
const told = (lines: Lines): string =>
  lines
    .map(({ text, origins }) => (text.startsWith('（') ? `${text} （${1 + (origins[0] ?? 0)}` : text))
    .join('│')

/** What 国 and 国 have between them. */
const between = (text: string, options: Options): number => (linesOf(text, 50, options)[0]?.end ?? 0) - 2

/** What the full-width bracket takes beside a Western one of half an em. */
const besideWestern = (text: string, options: Options): string =>
  `${/[（）]/.exec(text)?.[0]}${between(text, options) - 0.5}`

/** A test of the data: what it expects, written as `got` writes what the program does. */
interface Reading {
  readonly expected: string
  readonly got: (text: string, options: Options) => string
}

const inLines = (measure: number, expected: string): Reading => ({
  expected,
  got: (text, options) => told(linesOf(text, measure, options)),
})
const bracket = (expected: string): Reading => ({ expected, got: besideWestern })
/** CSS's `normal` is a layout with line-start-marks: full. */
const fullHead = (measure: number, expected: string): Reading => ({
  expected,
  got: (text, options) => told(linesOf(text, measure, { ...options, lineStartMarks: 'full' })),
})
/** `trim-all` is 半角式. */
const halved: Reading = {
  expected: '0.5',
  got: (text, options) => `${between(text, { ...options, punctuation: 'banjiao' })}`,
}
/** `space-all` is a layout with adjacent-marks: 2em. */
const whole = (marks: number): Reading => ({
  expected: `${marks}`,
  got: (text, options) => `${between(text, { ...options, adjacentMarks: 2 })}`,
})

/** By value of text-spacing-trim and text. */
const READINGS: Readonly<Record<string, Reading>> = {
  'normal 国国国国（': fullHead(4, '国国国国│（ （1'),
  'space-first （国国国（国国国（国': inLines(4, '（国国国 （1│（国国国 （0.5│（国 （0.5'),
  'trim-start （国国国（国国国（国': inLines(4, '（国国国 （0.5│（国国国 （0.5│（国 （0.5'),
  'trim-start （国国国（国国国': inLines(3.6, '（国国国 （0.5│（国国国 （0.5'),
  'trim-start （国国国': inLines(3.6, '（国国国 （0.5'),
  'any but space-all 国国国）国国国）': inLines(3.6, '国国国）│国国国）'),
  'trim-all 国（国': halved,
  'trim-all 国）国': halved,
  'trim-all 国、国': halved,
  'trim-all 国・国': halved,
  'trim-all 国。国': halved,
  'trim-all 国「国': halved,
  'trim-all 国」国': halved,
  'space-all 国）（国国（（国（国': whole(8),
  'normal 国）)国': bracket('）0.5'),
  'normal 国）(国': bracket('）1'),
  'normal 国(（国': bracket('（0.5'),
  'normal 国)（国': bracket('（1'),
}

/** Ids are value, text, direction. */
const DEVIATIONS: readonly Deviation[] = [
  {
    of: /space-first （国国国（国国国（国 \w+/,
    got: '（国国国 （0.5│（国国国 （0.5│（国 （0.5',
    clause: 'CLREQ 6.2.1.1, 6.3.2.3',
    why: 'at the head of the first line too, so that the ink stands at the indent',
  },
]

/** Not run: fonts' own features are never asked to trim here, so that nothing is to be switched off. */
const NOT_RUN = 'text-spacing-trim-feature-001'

function* cases(): Generator<Case> {
  for (const { value, text, test } of data.edges) {
    // Spaces and <br> part what is set for itself.
    for (const part of test === NOT_RUN ? [] : (text ?? '').split(/ |<br>/)) {
      const reading = READINGS[`${value} ${part}`]
      for (const direction of DIRECTIONS) {
        const got = reading?.got(part, { direction }) ?? 'not run'
        yield { id: `${value} ${part} ${direction}`, expected: reading?.expected ?? 'a reading', got }
      }
    }
  }
}

describe('web-platform-tests text-spacing-trim: line ends, Western brackets, other values', () => {
  const settled = settle([...cases()], DEVIATIONS)

  it('runs 18 texts of 11 tests in two directions', () => {
    expect(data.edges).toHaveLength(12)
    expect(settled).toMatchObject({ ran: 18 * 2, deviating: 2 })
  })

  it('does as they say, or as a clause outweighs them', () => expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))
})
