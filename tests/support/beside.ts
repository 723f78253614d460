// Texts with annotations in the fake face, and what stands beside their lines. Readings are set at half the size of their
// base, so that a letter of theirs is a quarter of an em. Lengths of the answers in em.

import fc from 'fast-check'
import { pt, SourceText } from '../../src/core/index.ts'
import {
  type Annotation,
  type Beside,
  type ParagraphOptions,
  type ReadingAnnotation,
  type Stream,
  streamOf,
} from '../../src/paragraph/index.ts'
import { fakeFonts } from './fake-face.ts'
import { chars, type LineView, SIZE, setStream, streamIn, styleOf } from './paragraphs.ts'

export type Options = Partial<ParagraphOptions>
type Kind<K extends Beside['kind']> = Beside & { readonly kind: K }

export const fonts = fakeFonts()
export const STYLE = styleOf(fonts)
export const READING_SIZE = pt(SIZE / 2)
const SMALL = styleOf(fonts, READING_SIZE)

export const reading = (
  from: number,
  to: number,
  text: string,
  place: ReadingAnnotation['place'] = 'above',
): Annotation => {
  const options = { measure: pt(1e4), size: pt(READING_SIZE) }
  const { set } = setStream(streamIn(SMALL, text), fonts.typeCase, options)
  return { kind: 'reading', place, from, to, set, size: READING_SIZE }
}

export const streamWith = (text: string, annotations: readonly Annotation[]): Stream =>
  streamOf([{ source: SourceText.verbatim(text, 'test.yaml', 0), style: STYLE, annotations }])

/** A line with what stands beside it; lengths in em. */
export interface Line extends LineView {
  readonly from: number
  readonly to: number
  readonly beside: readonly Beside[]
}

export function linesOf(
  text: string,
  annotations: readonly Annotation[],
  options: Options = {},
): readonly Line[] {
  const { set, lines } = setStream(streamWith(text, annotations), fonts.typeCase, options)
  return lines.map((line, i) => {
    const { textStart: from = 0, textEnd: to = 0, beside = [] } = set.lines[i] ?? {}
    return { ...line, from, to, beside }
  })
}

export const lineOf = (text: string, annotations: readonly Annotation[], options: Options = {}): Line => {
  const [line] = linesOf(text, annotations, { ...chars(100), ...options })
  if (!line) throw new Error('no line')
  return line
}

export const ofKind = <K extends Beside['kind']>(line: Line, kind: K): readonly Kind<K>[] =>
  line.beside.filter((one): one is Kind<K> => one.kind === kind)

export interface Stretch {
  readonly from: number
  readonly to: number
}

export const readingsOf = (line: Line): readonly Stretch[] =>
  ofKind(line, 'reading').map(({ at, set, spacing }) => {
    const width = (set.lines[0]?.end ?? 0) + spacing * (set.sorts.length - 1)
    return { from: at / SIZE, to: (at + width) / SIZE }
  })

/** Where units `[from, to)` of a text of Han stand in the line that holds them. */
export const bodyOf = (line: Line, { from, to }: Annotation): Stretch => ({
  from: line.origins[from - line.from] ?? Number.NaN,
  to: (line.origins[to - 1 - line.from] ?? Number.NaN) + 1,
})

/** Lines of many lengths, justified or not, in both directions. */
export const options: fc.Arbitrary<Options> = fc.record({
  direction: fc.constantFrom('horizontal', 'vertical'),
  measure: fc.integer({ min: 32, max: 80 }).map((n) => pt((n * SIZE) / 4)),
  align: fc.constantFrom('justify', 'start'),
})
