// The program's own way from text to set lines, in the shipped Song face: what the tests on outside data ask of it.
// Lengths in em of a body of ten points.

import { readFileSync } from 'node:fs'
import { type Direction, pt } from '../../src/core/index.ts'
import { Stack, TypeCase } from '../../src/font/index.ts'
import { makeParagraph, type ParagraphOptions, type SetParagraph } from '../../src/paragraph/index.ts'
import { shippedFonts } from '../support/fonts.ts'
import { OPTIONS, SIZE, streamIn, styleOf } from '../support/paragraphs.ts'

export type Options = Partial<ParagraphOptions>
export const DIRECTIONS: readonly Direction[] = ['horizontal', 'vertical']
export const BAN_LEVELS = ['none', 'basic', 'gb', 'strict'] as const

const typeCase = new TypeCase()
const style = styleOf({ typeCase, stack: new Stack(typeCase, shippedFonts.chain('song', 'regular')) })

/** Longer than any text of the tests. */
const WIDE = 10_000

/** A file of tests/data. */
export const readData = (name: string): string =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')

/** Whether a shipped face has the character. */
export const isCovered = (character: string): boolean => style.stack.covers(character.codePointAt(0) ?? 0)

const ems = (n: number): Pick<ParagraphOptions, 'measure'> => ({ measure: pt(n * SIZE) })

const made = (text: string, options: Options): SetParagraph =>
  makeParagraph(streamIn(style, text), typeCase, { ...OPTIONS, ...options }).set

/** What stands on each line at a measure. */
export const linesAt = (text: string, measure: number, options: Options = {}): readonly string[] =>
  made(text, { ...options, ...ems(measure) }).lines.map(({ textStart, textEnd }) =>
    text.slice(textStart, textEnd),
  )

/** Where each line ends, in em from the line head. */
export const endsAt = (text: string, measure: number, options: Options = {}): readonly number[] =>
  made(text, { ...options, ...ems(measure) }).lines.map(({ end }) => round(end / SIZE))

/**
 * Whether a line ends before a unit of the text when nothing else speaks against it: the first line has room for just
 * what stands before, so that the break costs nothing unless it is forbidden.
 */
export function endsLineAt(text: string, at: number, options: Options = {}): boolean {
  const [head] = made(text.slice(0, at), { ...options, ...ems(WIDE) }).lines
  const indent = pt(WIDE * SIZE - (head?.end ?? 0))
  const [first] = made(text, { ...options, ...ems(WIDE), indent, minCharsOnLastLine: 0 }).lines
  return first?.textEnd === at
}

/** A glyph on its line: what it stands for, how it stands, and where its ink lies along the line, in em. */
export interface Standing {
  readonly text: string
  /** First unit of the text it stands for. */
  readonly at: number
  readonly gid: number
  readonly sideways: boolean
  readonly origin: number
  /** Ink along the line and across it; along the line from the line head on. */
  readonly along: Stretch
  readonly across: Stretch
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The glyphs of a text that stands on one line at its natural width. */
export function glyphsOf(text: string, options: Options = {}): readonly Standing[] {
  const set = made(text, { ...options, ...ems(WIDE) })
  const isVertical = options.direction === 'vertical'
  return (set.lines[0]?.runs ?? []).flatMap(({ from, to, sideways }) =>
    Array.from({ length: to - from }, (_, i) => standingOf(set, from + i, sideways, isVertical)),
  )
}

/** Where a text on one line ends at its natural width. */
export const lengthOf = (text: string, options: Options = {}): number => endsAt(text, WIDE, options)[0] ?? 0

function standingOf(set: SetParagraph, i: number, sideways: boolean, isVertical: boolean): Standing {
  const id = set.sorts[i] ?? 0
  const sort = typeCase.sortOf(id)
  const face = typeCase.faces[typeCase.faceOf(id)]?.face
  const part = sort.parts?.[0] ?? { gid: sort.gid, scale: 1, shift: 0 }
  const ink = face?.inkOf(part.gid) ?? { left: 0, right: 0, bottom: 0, top: 0 }
  const origin = round((set.offsets[i] ?? 0) / SIZE)
  const top = sort.vertical?.top ?? face?.emTop ?? 0
  const width = { from: part.shift + part.scale * ink.left, to: part.shift + part.scale * ink.right }
  const upright = isVertical && !sideways
  const along = upright ? { from: top - ink.top, to: top - ink.bottom } : width
  const across = upright ? width : { from: ink.bottom, to: ink.top }
  return {
    text: sort.text,
    at: set.at[i] ?? 0,
    gid: part.gid,
    sideways,
    origin,
    along: { from: round(origin + along.from), to: round(origin + along.to) },
    across,
  }
}

const round = (n: number): number => Math.round(n * 1e6) / 1e6
