// Editions made and written. In: a read book, read layouts and where their PDFs go. Out: all PDFs or none; with --verify
// only those that are proven, read back from where they were written.

import { type Editions, makeEditions } from '../build.ts'
import { type Diagnostic, hasErrors, type Reported, type Text } from '../core/index.ts'
import { lineReports } from '../page/index.ts'
import type { PdfPlan } from '../pdf/index.ts'
import type { Book } from '../source/index.ts'
import { type Target, wordOf } from '../target.ts'
import { EXIT } from './exit.ts'
import { fontsFor } from './font-supply.ts'
import { durationOf, grouped, sizeOf } from './locale.ts'
import type { Order } from './order.ts'
import { type Output, StagedOutputs } from './output.ts'
import { Places } from './places.ts'
import { noDate, planOf, signatureFault } from './plan-pdf.ts'
import type { NamedLayout } from './read-layouts.ts'
import type { Outcome, Rim } from './rim.ts'
import { hashOf, layoutSources, type SourceFile } from './sources.ts'

/** A book that has been read, with its files. */
export interface ReadManuscript {
  readonly book: Book
  readonly sources: readonly SourceFile[]
}

/** A layout with what is to be made by it, and where each goes. */
export interface PlannedSetting extends NamedLayout {
  readonly editions: readonly { readonly target: Target; readonly path: string }[]
}

/** An edition with its file. */
export interface MadeEdition {
  readonly layout: string
  readonly target: Target
  readonly path: string
  readonly pdf: Uint8Array
  readonly made: Editions
  /** Time of setting, and of drawing all editions of the layout. */
  readonly milliseconds: number
}

/** Sets and draws all. Short of some where the diagnostics hold errors. */
export async function makeAll(
  manuscript: ReadManuscript,
  plans: readonly PlannedSetting[],
  order: Order,
  rim: Rim,
): Promise<Reported<readonly MadeEdition[]>> {
  const all: MadeEdition[] = []
  const diagnostics: Diagnostic[] = [...undated(manuscript.book, order)]
  for (const plan of plans) {
    const { value, diagnostics: found } = await makeOne(manuscript, plan, order, rim)
    for (const one of found) diagnostics.push(plans.length > 1 ? withLayout(one, plan) : one)
    all.push(...value)
  }
  return { value: all, diagnostics }
}

const dateFor = (book: Book, order: Order): string | undefined => order.date ?? book.date ?? order.epoch

/** Press and archive editions bear a date, whether there is one or not. */
function undated(book: Book, order: Order): readonly Diagnostic[] {
  const names = order.targets.map(wordOf).filter((word) => word !== 'screen')
  return dateFor(book, order) === undefined && names.length > 0 ? [noDate(names)] : []
}

/** One layout: set once, drawn for each target. */
async function makeOne(
  { book, sources }: ReadManuscript,
  plan: PlannedSetting,
  order: Order,
  { world, files, progress }: Rim,
): Promise<Reported<readonly MadeEdition[]>> {
  const began = world.now()
  const { name, layout, editions } = plan
  const { value: fonts, diagnostics: ofFonts } = fontsFor(layout, files)
  const all = [...sources, ...layoutSources(plan.read, book)]
  const planned = editions.map(({ target }) => planOf({ target, layout, sources: all }, files))
  const found = [...ofFonts, ...planned.flatMap(({ diagnostics }) => diagnostics)]
  if (fonts === undefined || hasErrors(found)) return { value: [], diagnostics: found }
  const date = dateFor(book, order)
  const { value: made, diagnostics } = await makeEditions(book, layout, fonts, {
    plans: planned.flatMap(({ value }): readonly PdfPlan[] => (value ? [value] : [])),
    sourceHash: hashOf(sources),
    ...(date !== undefined && { date }),
    onProgress: (stage, done, total) => progress.step(labelOf(stage, plan), done, total),
  })
  const reported = [...found, ...diagnostics]
  if (made === undefined) return { value: [], diagnostics: reported }
  const forPress = editions.some(({ target }) => target.kind === 'press')
  const isBook = book.title !== undefined
  const ofPages = forPress ? signatureFault(made.setting.pages.length, layout, isBook) : []
  const milliseconds = world.now() - began
  const value = editions.flatMap(({ target, path }, i): readonly MadeEdition[] => {
    const pdf = made.pdfs[i]
    return pdf ? [{ layout: name, target, path, pdf, made, milliseconds }] : []
  })
  return { value, diagnostics: [...reported, ...ofPages] }
}

/** Of several layouts one may be at fault. */
const withLayout = (diagnostic: Diagnostic, { name }: NamedLayout): Diagnostic => ({
  ...diagnostic,
  hints: [...diagnostic.hints, { en: `seen in the layout \`${name}\``, zh: `出现在版式 \`${name}\` 中` }],
})

const labelOf = (stage: 'compose' | 'draw', { name }: NamedLayout): Text =>
  stage === 'compose'
    ? { en: `${name}: setting chapters`, zh: `${name}：排版，章` }
    : { en: `${name}: drawing pages`, zh: `${name}：写出，页` }

/** Writes all; with --verify only when each of them is proven. */
export async function writeEditions(
  made: readonly MadeEdition[],
  book: Book,
  order: Order,
  diagnostics: readonly Diagnostic[],
  rim: Rim,
): Promise<Outcome> {
  const makesFolder = order.output === undefined || /[\\/]$/.test(order.output)
  const outputs = made.map(({ path, pdf }): Output => ({ path, bytes: pdf, makesFolder }))
  const staged = StagedOutputs.write(outputs, rim.world.cwd)
  try {
    const proof = order.verifies ? await proven(made, staged, book, rim) : undefined
    if (proof && proof.failures.length > 0) {
      const unproven = made.map((m, i) => ({ ...rowOf(m), ...proof.rows[i] }))
      return {
        diagnostics: [...diagnostics, ...proof.failures],
        data: { outputs: [], unproven },
        said: proof.said,
        exit: EXIT.unproven,
      }
    }
    staged.commit()
    const rows = made.map((m, i) => ({
      ...rowOf(m),
      ...proof?.rows[i],
      ...(order.listsLines && { lines: linesOf(m, rim) }),
    }))
    const said = made.flatMap((m, i) => [lineOf(m), proof?.said[i] ?? []].flat())
    return { diagnostics, data: { outputs: rows }, said }
  } finally {
    staged.discard()
  }
}

async function proven(made: readonly MadeEdition[], staged: StagedOutputs, book: Book, rim: Rim) {
  const { proveAll } = await import('./prove.ts')
  const files = made.map(({ path }, i) => ({ path, lies: staged.paths[i] ?? path }))
  return proveAll(files, book, rim)
}

const rowOf = ({ layout, target, path, pdf, made, milliseconds }: MadeEdition) => ({
  path,
  layout,
  edition: wordOf(target),
  pages: made.setting.pages.length,
  characters: made.characters,
  bytes: pdf.length,
  seconds: Math.round(milliseconds) / 1000,
})

/** How each line of an edition reached its measure, in the words of the other reports. */
function linesOf({ made }: MadeEdition, { files }: Rim): readonly object[] {
  const places = new Places(files)
  return lineReports(made.setting.lines).map(({ span, page, column, line, ...rest }) => ({
    ...(span && { file: span.file, ...(places.positionOf(span) ?? { line: 1, column: 1 }) }),
    page,
    columnOnPage: column,
    lineOnPage: line,
    ...rest,
  }))
}

function lineOf({ path, pdf, made, milliseconds }: MadeEdition): Text {
  const pages = made.setting.pages.length
  const [characters, size, time] = [grouped(made.characters), sizeOf(pdf.length), durationOf(milliseconds)]
  return {
    en: `${path}: ${grouped(pages)} ${pages === 1 ? 'page' : 'pages'}, ${characters} characters, ${size}, ${time.en}`,
    zh: `${path}：${grouped(pages)} 页，${characters} 字，${size}，${time.zh}`,
  }
}
