// text-autospace.json: where web-platform-tests want a space between Han and Western text. The amount is the layout's: the
// space is found as what a layout with ¼ em moves against one with none. In the fake face, which has every script.

import { describe, expect, it } from 'vitest'
import { type Direction, em, SourceText } from '../../src/core/index.ts'
import { type RunStyle, streamOf } from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { chars, setStream, setText, styleOf } from '../support/paragraphs.ts'
import { DIRECTIONS, type Options, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface Row {
  readonly text: string
  readonly expectSpaceAt?: readonly number[]
  readonly lineWidth_em?: number
  readonly mode?: string
}

const data: { readonly cases: readonly Row[] } = JSON.parse(readData('text-autospace.json'))

/** Ids are text and direction, for upright text what the data says of it. */
const DEVIATIONS: readonly Deviation[] = [
  {
    of: ['国!国#国 horizontal', '国!国#国 vertical'],
    got: 'before 3, 4',
    clause: 'CLREQ 6.3.3; GB/T 15834 5.1.2',
    why: 'a Western ! is a mark, and marks take no Han–Western space; # is a sign and takes it',
  },
]

interface Stance {
  readonly isUpright: boolean
}

/** Where the text is moved by the Han–Western space, as indexes of the characters after it. */
function spaces(text: string, options: Options & Stance): string {
  const [solid, spaced] = [0, 0.25].map((gap) => onOneLine(text, { ...options, hanWesternGap: em(gap) }))
  let moved = 0
  const found: number[] = []
  for (const [at, origin] of (spaced ?? []).entries()) {
    const by = origin - (solid?.[at] ?? Number.NaN)
    if (Math.abs(by - moved - 0.25) < 1e-3) found.push(at)
    else if (!(Math.abs(by - moved) < 1e-3)) return `moved by ${by - moved} before ${at}`
    moved = by
  }
  return `before ${found.join(', ')}`
}

const fonts = fakeFonts()
const LYING = styleOf(fonts)
const STANDING: RunStyle = { ...LYING, stance: 'upright' }

/** Origins of the characters, each of which has one glyph in the fake face. Letters stand where they are marked to. */
function onOneLine(text: string, { isUpright, ...options }: Options & Stance): readonly number[] {
  const pieces = [...text].map((character, i) => ({
    source: SourceText.verbatim(character, 'test.yaml', i),
    style: isUpright && /[A-Z]/.test(character) ? STANDING : LYING,
  }))
  const { lines } = setStream(streamOf(pieces), fonts.typeCase, { ...options, ...chars(50) })
  return lines[0]?.origins ?? []
}

function atBreak(text: string, measure: number, options: Options): string {
  const { lines } = setText(text, { ...options, ...chars(measure) })
  const texts = lines.map((line) => line.text).join('│')
  return `${texts}, flush at ${lines[0]?.end}, begins at ${lines[1]?.origins[0]}`
}

function caseOf({ text, expectSpaceAt, lineWidth_em, mode }: Row, direction: Direction): Case {
  if (lineWidth_em !== undefined) {
    const expected = `${text.slice(0, lineWidth_em)}│${text.slice(lineWidth_em)}, flush at ${lineWidth_em}, begins at 0`
    return { id: `${text} ${direction}`, expected, got: atBreak(text, lineWidth_em, { direction }) }
  }
  const isUpright = mode?.includes('upright') === true
  const digits = isUpright ? 'combine' : 'rotate'
  return {
    id: `${text} ${mode ?? direction}`,
    expected: `before ${(expectSpaceAt ?? []).join(', ')}`,
    got: spaces(text, { direction, digits, isUpright }),
  }
}

const CASES: readonly Case[] = data.cases.flatMap((row) =>
  (row.mode === undefined ? DIRECTIONS : (['vertical'] as const)).map((direction) => caseOf(row, direction)),
)

describe('web-platform-tests text-autospace', () => {
  const settled = settle(CASES, DEVIATIONS)

  it('runs six cases in both directions and two of vertical text', () => expect(settled.ran).toBe(6 * 2 + 2))

  it('has the space where they have it, or as a clause outweighs them', () =>
    expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))

  it('does as CSS says in the other cases', () => expect(settled.deviating).toBe(2))
})
