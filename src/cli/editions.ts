// Editions made and written. In: a read book, read layouts and where their PDFs go. Out: all PDFs or none; with --verify
// only those that are proven, read back from where they were written.

import type { Editions } from '../build.ts'
import type { Diagnostic, Reported, Text } from '../core/index.ts'
import { lineReports } from '../page/index.ts'
import type { VerifyOptions } from '../proof/index.ts'
import type { Book } from '../source/index.ts'
import { type Target, wordOf } from '../target.ts'
import { drawLayout, type ReadManuscript, undated } from './draw-layout.ts'
import { EXIT } from './exit.ts'
import { expectedOf } from './expected.ts'
import { durationOf, grouped, sizeOf } from './locale.ts'
import type { Order } from './order.ts'
import { type Output, StagedOutputs } from './output.ts'
import { Places } from './places.ts'
import type { NamedLayout } from './read-layouts.ts'
import type { Outcome, Rim } from './rim.ts'

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
  /** What its proof must find. */
  readonly expected: VerifyOptions
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
  const { targets } = order
  const date = order.date ?? manuscript.book.date ?? order.epoch
  const all: MadeEdition[] = []
  const diagnostics: Diagnostic[] = [...undated(targets, date)]
  for (const plan of plans) {
    const began = rim.world.now()
    const { value: made, diagnostics: found } = await drawLayout(
      manuscript,
      { named: plan, targets, date },
      rim,
    )
    for (const one of found) diagnostics.push(plans.length > 1 ? withLayout(one, plan) : one)
    const milliseconds = rim.world.now() - began
    for (const [i, { target, path }] of plan.editions.entries()) {
      const pdf = made?.pdfs[i]
      const expected = expectedOf(target, manuscript, plan)
      if (made && pdf) all.push({ layout: plan.name, target, path, pdf, made, expected, milliseconds })
    }
  }
  return { value: all, diagnostics }
}

/** Of several layouts one may be at fault. */
const withLayout = (diagnostic: Diagnostic, { name }: NamedLayout): Diagnostic => ({
  ...diagnostic,
  hints: [...diagnostic.hints, { en: `seen in the layout \`${name}\``, zh: `出现在版式 \`${name}\` 中` }],
})

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
  const files = made.map(({ path, expected }, i) => ({ path, lies: staged.paths[i] ?? path, expected }))
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
