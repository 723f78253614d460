// The same text at narrow, usual and wide measures, its lines by the product and by greedy breaking. In: a book and its
// styles. Out: for each measure the figures of both.

import { type Files, pt } from '../core/index.ts'
import type { Styles } from '../page/index.ts'
import {
  type BreakOptions,
  giveOf,
  itemize,
  makeParagraph,
  type ParagraphOptions,
  type Stream,
  setLines,
} from '../paragraph/index.ts'
import { breakGreedily } from './greedy.ts'
import { type Quality, QualityGauge } from './quality.ts'
import { lengthOf, streamsOf } from './streams.ts'

export interface MeasureFigures {
  /** Characters a line. */
  readonly measure: number
  /** The layout's own. */
  readonly isUsual: boolean
  readonly ours: Quality
  readonly greedy: Quality
}

export interface TextFigures {
  readonly characters: number
  readonly measures: readonly MeasureFigures[]
}

/** Columns of indexes and tables; a book of one wide column. */
const NARROW = [9, 10, 11, 12, 13, 14]
const WIDE = 45

/** Judges the lines at the layout's measure, at those of indexes and at a wide one, from the narrowest. */
export function judgeText(book: string, files: Files, styles: Styles): TextFigures {
  const streams = streamsOf(book, files, styles)
  const usual = styles.layout.typeArea.charsPerLine
  const measures = [...new Set([...NARROW, usual, WIDE])].sort((a, b) => a - b)
  return {
    characters: lengthOf(streams),
    measures: measures.map((measure) => ({
      measure,
      isUsual: measure === usual,
      ...judge(streams, styles, measure),
    })),
  }
}

function judge(
  streams: readonly Stream[],
  styles: Styles,
  characters: number,
): Pick<MeasureFigures, 'ours' | 'greedy'> {
  const body = styles.paragraph()
  const options: ParagraphOptions = { ...body, measure: pt(characters * body.size) }
  const breakOptions = { ...breakOptionsOf(options), banLevel: options.banLevel }
  const ours = new QualityGauge()
  const greedy = new QualityGauge()
  for (const stream of streams) {
    const items = itemize(stream, styles.typeCase, { ...options, firstMeasure: breakOptions.firstMeasure })
    const give = giveOf(items, options.size)
    const common = { items, give, options: breakOptions }
    ours.add({ ...common, ...makeParagraph(stream, styles.typeCase, options) })
    const lines = breakGreedily(items, give, breakOptions)
    greedy.add({ ...common, set: setLines(items, give, lines, breakOptions), diagnostics: [] })
  }
  return { ours: ours.summary, greedy: greedy.summary }
}

export const breakOptionsOf = (options: ParagraphOptions): BreakOptions => ({
  firstMeasure: options.measure - options.indent,
  measure: options.measure,
  size: options.size,
  minCharsOnLastLine: options.minCharsOnLastLine,
})
