// Imposition (拼大版): the pages of a PDF on press sheets. In: the bytes of a PDF and wishes. Out: the bytes of another one,
// a page for each side of a sheet, front and back by turns; or what keeps it from being made.

import { type Diagnostic, error, hasErrors, pt, type Reported } from '../core/index.ts'
import { paperFor, trimSize } from './check.ts'
import { DamagedPage } from './form.ts'
import { allowanceFor, layOut, type SheetSpec } from './layout.ts'
import { blankPages, leftOut } from './notices.ts'
import type { Imposed, ImposeOptions, Size } from './options.ts'
import { type Plan, planSheets } from './plan.ts'
import { damaged, readSource, type SourceBook } from './source.ts'
import { writeSheets } from './write.ts'

/**
 * Imposes a PDF. The same bytes and options give the same bytes.
 *
 * @returns undefined as value where the diagnostics hold errors; warnings come with the sheets
 */
export async function imposePdf(
  bytes: Uint8Array,
  options: ImposeOptions,
): Promise<Reported<Imposed | undefined>> {
  const { value: book, diagnostics } = await readSource(bytes)
  if (book === undefined) return { value: undefined, diagnostics }
  const { value: trim, diagnostics: ofSizes } = trimSize(book.pages)
  if (trim === undefined) return { value: undefined, diagnostics: ofSizes }
  const binding = options.binding ?? book.binding
  const plan = planSheets(book.pages.length, { ...options, largest: options.pages ?? 16, binding })
  const { value: spec, diagnostics: ofPaper } = specFor(book, plan, trim, options)
  if (spec === undefined) return { value: undefined, diagnostics: ofPaper }
  const found = [...ofSizes, ...ofPaper, ...blankPages(book.pages.length, plan, options), ...leftOut(book)]
  const written = await write(bytes, book, plan, spec, options)
  if (written instanceof DamagedPage) return { value: undefined, diagnostics: [unreadable(written)] }
  return { value: { bytes: written, binding, ...figures(book, plan, spec) }, diagnostics: found }
}

function specFor(
  { pages }: SourceBook,
  { sheets: [largest] }: Plan,
  trim: Size,
  { gutter = pt(0), thickness = pt(0), sheet }: ImposeOptions,
): Reported<SheetSpec | undefined> {
  const bleeds = pages.flatMap(({ bleed: { left, right, top, bottom } }) => [left, right, top, bottom])
  const allowance = allowanceFor(bleeds.reduce((most, bleed) => Math.max(most, bleed), 0))
  const spec = { trim, gutter, thickness, allowance }
  const { value: paper, diagnostics } = paperFor(largest?.front ?? [], spec, sheet)
  return { value: hasErrors(diagnostics) ? undefined : { ...spec, paper }, diagnostics }
}

async function write(
  source: Uint8Array,
  book: SourceBook,
  plan: Plan,
  spec: SheetSpec,
  { scheme, producer }: ImposeOptions,
): Promise<Uint8Array | DamagedPage> {
  const marks = {
    allowance: spec.allowance,
    signatures: plan.signatures.length,
    isBooklet: scheme === 'saddle',
  }
  try {
    return await writeSheets(book, plan, { ...marks, spec, producer, source })
  } catch (fault) {
    if (fault instanceof DamagedPage) return fault
    throw fault
  }
}

const unreadable = (fault: DamagedPage): Diagnostic => error('impose-source', damaged(fault))

function figures({ pages }: SourceBook, plan: Plan, spec: SheetSpec): Omit<Imposed, 'bytes' | 'binding'> {
  const [first] = plan.sheets
  if (first === undefined) throw new Error('a plan without sheets')
  const { size, hasMarks } = layOut(first, spec)
  return {
    pages: pages.length,
    blanks: plan.pages - pages.length,
    signatures: plan.signatures,
    sheets: plan.sheets.length,
    trim: spec.trim,
    sheet: size,
    hasMarks,
  }
}
