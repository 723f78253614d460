// A book set by one layout and drawn for each of its targets. In: a book with its files, a layout, targets, a day. Out:
// one setting and its PDFs. What build writes and pack puts into a bag is made here.

import { type EditionStage, type Editions, makeEditions } from '../build.ts'
import { type Diagnostic, hasErrors, type Reported, type Text } from '../core/index.ts'
import type { PdfPlan } from '../pdf/index.ts'
import type { Book } from '../source/index.ts'
import { type Target, wordOf } from '../target.ts'
import { fontsFor } from './font-supply.ts'
import { noDate, planOf, signatureFault } from './plan-pdf.ts'
import type { NamedLayout } from './read-layouts.ts'
import type { Rim } from './rim.ts'
import { hashOf, layoutSources, type SourceFile } from './sources.ts'

/** A book that has been read, with its files. */
export interface ReadManuscript {
  readonly book: Book
  readonly sources: readonly SourceFile[]
}

export interface LayoutOrder {
  readonly named: NamedLayout
  readonly targets: readonly Target[]
  /** The day the files bear. */
  readonly date: string | undefined
}

/** The PDFs stand in the order of the targets. Undefined where the diagnostics hold errors. */
export async function drawLayout(
  { book, sources }: ReadManuscript,
  { named, targets, date }: LayoutOrder,
  { files, progress }: Rim,
): Promise<Reported<Editions | undefined>> {
  const { layout, read } = named
  const { value: fonts, diagnostics: ofFonts } = fontsFor(layout, files)
  const all = [...sources, ...layoutSources(read, book)]
  const plans = targets.map((target) => planOf({ target, layout, sources: all }, files))
  const found = [...ofFonts, ...plans.flatMap(({ diagnostics }) => diagnostics)]
  if (fonts === undefined || hasErrors(found)) return { value: undefined, diagnostics: found }
  const { value, diagnostics } = await makeEditions(book, layout, fonts, {
    plans: plans.flatMap(({ value: plan }): readonly PdfPlan[] => (plan ? [plan] : [])),
    sourceHash: hashOf(sources),
    ...(date !== undefined && { date }),
    onProgress: (stage, done, total) => progress.step(labelOf(stage, named), done, total),
  })
  const pages = value?.setting.pages.length
  const forPress = pages !== undefined && targets.some(({ kind }) => kind === 'press')
  const ofPages = forPress ? signatureFault(pages, layout, book.title !== undefined) : []
  return { value, diagnostics: [...found, ...diagnostics, ...ofPages] }
}

const labelOf = (stage: EditionStage, { name }: NamedLayout): Text =>
  stage === 'compose'
    ? { en: `${name}: setting chapters`, zh: `${name}：排版，章` }
    : { en: `${name}: drawing pages`, zh: `${name}：写出，页` }

/** Press and archive editions bear a date, whether there is one or not. */
export function undated(targets: readonly Target[], date: string | undefined): readonly Diagnostic[] {
  const names = targets.filter(({ kind }) => kind !== 'screen').map(wordOf)
  return date === undefined && names.length > 0 ? [noDate(names)] : []
}
