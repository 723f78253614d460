// Editions made and written. In: a read book, read layouts and where their PDFs go. Out: all PDFs or none; with --verify
// only those that are proven, read back from where they were written.

import { type Edition, makeEdition } from '../build.ts'
import { type Diagnostic, hasErrors, type Reported, type Text } from '../core/index.ts'
import { lineReports } from '../page/index.ts'
import type { Book } from '../source/index.ts'
import { EXIT } from './exit.ts'
import { fontsFor } from './font-supply.ts'
import { durationOf, grouped, sizeOf } from './locale.ts'
import type { Order } from './order.ts'
import { type Output, StagedOutputs } from './output.ts'
import { Places } from './places.ts'
import type { NamedLayout } from './read-layouts.ts'
import type { Outcome, Rim } from './rim.ts'

/** A layout with the path of the PDF set by it. */
export interface PlannedEdition extends NamedLayout {
  readonly path: string
}

/** An edition with its file. */
export interface MadeEdition {
  readonly plan: PlannedEdition
  readonly edition: Edition
  readonly milliseconds: number
}

/** Sets and draws all. Short of some where the diagnostics hold errors. */
export async function makeEditions(
  book: Book,
  plans: readonly PlannedEdition[],
  order: Order,
  { world, files, progress }: Rim,
): Promise<Reported<readonly MadeEdition[]>> {
  const made: MadeEdition[] = []
  const diagnostics: Diagnostic[] = []
  const date = order.date ?? book.date ?? order.epoch
  for (const plan of plans) {
    const began = world.now()
    const { value: fonts, diagnostics: ofFonts } = fontsFor(plan.layout, files)
    diagnostics.push(...ofFonts)
    if (fonts === undefined || hasErrors(ofFonts)) continue
    const { value: edition, diagnostics: found } = await makeEdition(book, plan.layout, fonts, {
      ...(date !== undefined && { date }),
      onProgress: (stage, done, total) => progress.step(labelOf(stage, plan), done, total),
    })
    for (const one of found) diagnostics.push(plans.length > 1 ? withLayout(one, plan) : one)
    if (edition !== undefined) made.push({ plan, edition, milliseconds: world.now() - began })
  }
  return { value: made, diagnostics }
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
  const outputs = made.map(
    ({ plan, edition }): Output => ({ path: plan.path, bytes: edition.pdf, makesFolder }),
  )
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
  const files = made.map(({ plan: { path } }, i) => ({ path, lies: staged.paths[i] ?? path }))
  return proveAll(files, book, rim)
}

const rowOf = ({ plan, edition, milliseconds }: MadeEdition) => ({
  path: plan.path,
  layout: plan.name,
  pages: edition.setting.pages.length,
  characters: edition.characters,
  bytes: edition.pdf.length,
  seconds: Math.round(milliseconds) / 1000,
})

/** How each line of an edition reached its measure, in the words of the other reports. */
function linesOf({ edition }: MadeEdition, { files }: Rim): readonly object[] {
  const places = new Places(files)
  return lineReports(edition.setting.lines).map(({ span, page, column, line, ...rest }) => ({
    ...(span && { file: span.file, ...(places.positionOf(span) ?? { line: 1, column: 1 }) }),
    page,
    columnOnPage: column,
    lineOnPage: line,
    ...rest,
  }))
}

function lineOf({ plan: { path }, edition, milliseconds }: MadeEdition): Text {
  const pages = edition.setting.pages.length
  const [characters, size, time] = [
    grouped(edition.characters),
    sizeOf(edition.pdf.length),
    durationOf(milliseconds),
  ]
  return {
    en: `${path}: ${grouped(pages)} ${pages === 1 ? 'page' : 'pages'}, ${characters} characters, ${size}, ${time.en}`,
    zh: `${path}：${grouped(pages)} 页，${characters} 字，${size}，${time.zh}`,
  }
}
