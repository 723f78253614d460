// Paragraphs of round numbers for tests: body size 10 pt, so that 10 pt are an em; texts in the fake face.

import { em, pt, SourceText } from '../../src/core/index.ts'
import type { TypeCase } from '../../src/font/index.ts'
import {
  type Items,
  itemize,
  type MadeParagraph,
  makeParagraph,
  type ParagraphOptions,
  type RunStyle,
  type SetParagraph,
  type Stream,
  streamOf,
} from '../../src/paragraph/index.ts'
import { type FakeFonts, fakeFonts } from './fake-face.ts'

export const SIZE = 10

/** House style on a measure of ten characters, without indent. */
export const OPTIONS: ParagraphOptions = {
  direction: 'horizontal',
  region: 'mainland',
  punctuation: 'quanjiao',
  adjacentMarks: em(1.5),
  lineEndMarks: 'half',
  lineStartMarks: 'half',
  hanging: false,
  justification: 'spread',
  adjustment: 'squeeze-first',
  hyphenation: 'none',
  banLevel: 'gb',
  hanWesternGap: em(0.25),
  digits: 'rotate',
  digitWidth: 'proportional',
  measure: pt(100),
  indent: pt(0),
  size: pt(SIZE),
  minCharsOnLastLine: 2,
  looseLimit: em(0.12),
}

export const styleOf = ({ stack }: FakeFonts, size = SIZE): RunStyle => ({ stack, size, breakCost: 0 })

export const streamIn = (style: RunStyle, text: string): Stream =>
  streamOf([{ source: SourceText.verbatim(text, 'test.yaml', 0), style }])

export function itemsOf(text: string, options: Partial<ParagraphOptions> = {}): Items {
  const fonts = fakeFonts()
  return itemize(streamIn(styleOf(fonts), text), fonts.typeCase, { ...OPTIONS, ...options })
}

/** What stands on a line: texts of its sorts with their origins, in em from the line head. */
export interface LineView {
  readonly text: string
  readonly sorts: readonly string[]
  readonly origins: readonly number[]
  readonly end: number
  readonly stretch: number
  readonly residue: number
}

export interface ParagraphView extends MadeParagraph {
  readonly lines: readonly LineView[]
}

/** Sets a text in the fake face; lengths of the answer in em. */
export function setText(text: string, options: Partial<ParagraphOptions> = {}): ParagraphView {
  const fonts = fakeFonts()
  return setStream(streamIn(styleOf(fonts), text), fonts.typeCase, options)
}

export function setStream(
  stream: Stream,
  typeCase: TypeCase,
  options: Partial<ParagraphOptions> = {},
): ParagraphView {
  const made = makeParagraph(stream, typeCase, { ...OPTIONS, ...options })
  return { ...made, lines: viewOf(made.set, typeCase) }
}

const round = (n: number): number => Math.round(n * 1e6) / 1e6

export function viewOf(set: SetParagraph, typeCase: TypeCase): readonly LineView[] {
  return set.lines.map((line) => {
    const glyphs = line.runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
    return {
      text: set.stream.text.slice(line.textStart, line.textEnd),
      sorts: glyphs.map((i) => typeCase.sortOf(set.sorts[i] ?? 0).text),
      origins: glyphs.map((i) => round((set.offsets[i] ?? 0) / SIZE)),
      end: round(line.end / SIZE),
      stretch: line.stretch,
      residue: line.residue / SIZE,
    }
  })
}

/** A measure of so many characters. */
export const chars = (count: number): Pick<ParagraphOptions, 'measure'> => ({ measure: pt(count * SIZE) })
