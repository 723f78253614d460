// The stages of one build, timed from outside: the same calls in the same order as typeset.ts and build.ts make them.
// In: files and a layout. Out: milliseconds a stage, pages, bytes, memory.

import { countCharacters } from '../build.ts'
import { planOf } from '../cli/plan-pdf.ts'
import { hashOf, manuscriptSources, ReadFiles } from '../cli/sources.ts'
import type { Files } from '../core/index.ts'
import { type Fonts, TypeCase } from '../font/index.ts'
import { bookHead, checkCoverage, composeBook, fillPages, placePages, Styles } from '../page/index.ts'
import { drawPdf } from '../pdf/index.ts'
import { type Layout, readBook } from '../source/index.ts'
import type { Target } from '../target.ts'
import { PRODUCER } from '../version.ts'
import { Stopwatch } from './stopwatch.ts'

export interface BuildFigures {
  /** Milliseconds by stage, in their order. */
  readonly stages: Readonly<Record<string, number>>
  readonly characters: number
  readonly pages: number
  readonly pdfBytes: number
  readonly warnings: number
}

/** A book is drawn for one target, with all that goes with it: hashes, attachments, tags. */
export interface Timed {
  readonly path: string
  readonly files: Files
  readonly layout: Layout
  readonly fonts: Fonts
  readonly target: Target
}

/** Builds a book. `startUp` is what had been spent before: loading the program, in milliseconds. */
export async function timeBuild(
  { path, files, layout, fonts, target }: Timed,
  startUp: number,
): Promise<BuildFigures> {
  const watch = new Stopwatch({ 'start-up': startUp })
  const read = new ReadFiles(files)
  const book = readBook(path, read).value
  if (!book) throw new Error('the manuscript of the bench does not read')
  watch.lap('read')
  const styles = new Styles(layout, fonts, new TypeCase())
  openFonts(styles)
  watch.lap('fonts')
  const missing = checkCoverage(book, styles)
  if (missing.length > 0) throw new Error(`no glyph: ${missing[0]?.message.en}`)
  watch.lap('coverage')
  const flow = composeBook(book, styles)
  watch.lap('compose')
  const { linesPerColumn, columns } = layout.typeArea
  const logical = fillPages(flow.value.flow, {
    linesPerColumn,
    columns,
    balance: layout.balanceColumns,
    firstFolio: book.firstPage,
  })
  watch.lap('fill')
  const placed = placePages(logical, styles, bookHead(book))
  watch.lap('place')
  const { trim, bleed, direction, binding } = layout
  const { structure } = flow.value
  const sources = manuscriptSources(book, read, files)
  const plan = planOf({ target, layout, sources }, files).value
  const pdf = await drawPdf(
    { trim, bleed, direction, binding, typeCase: styles.typeCase, structure, ...placed },
    {
      title: book.title?.text ?? '',
      creators: [],
      date: '2003-12-01',
      producer: PRODUCER,
      digits: layout.composition.digits,
      sourceHash: hashOf(sources),
    },
    plan,
  )
  watch.lap('draw')
  return {
    stages: watch.laps,
    characters: countCharacters(book),
    pages: placed.pages.length,
    pdfBytes: pdf.length,
    warnings: flow.diagnostics.length,
  }
}

/** Opens the first face of every style by asking each for a character they all have. */
function openFonts(styles: Styles): void {
  const { layout } = styles
  const { body, heading, credit } = layout.styles
  for (const style of [body, heading, credit, layout.chapter.opening.text, layout.chapter.inColumn.text]) {
    styles.stackOf(style).covers('一'.charCodeAt(0))
  }
}
