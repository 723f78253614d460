// banxin build: a book and layouts → PDFs. Here everything is read and judged; editions.ts does the work, and is loaded
// when there is something to do: the font and PDF libraries take longer to load than to find a book wanting.

import { type Diagnostic, hasErrors } from '../core/index.ts'
import { editionName, type Target } from '../target.ts'
import { type Order, orderOf } from './order.ts'
import { inFolder, namesFolder, outputFaults, stemOf } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import { type NamedLayout, readLayouts } from './read-layouts.ts'
import { readManuscript } from './read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { manuscriptSources, ReadFiles } from './sources.ts'

export async function buildCommand(
  [manuscript = '']: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const order = orderOf(manuscript, options, rim)
  if (!('manuscript' in order)) return onlyDiagnostics(order)
  if (options['watch'] !== true) return build(order, rim)
  const { watchBuild } = await import('./watch.ts')
  return watchBuild(rim, (fresh) => build(order, fresh))
}

async function build(order: Order, rim: Rim): Promise<Outcome> {
  const readFiles = new ReadFiles(rim.files)
  const { value: book, diagnostics: ofBook } = readManuscript(order.manuscript, readFiles)
  const { value: layouts, diagnostics: ofLayouts } = readLayouts(order.layouts, book, rim)
  const read = judged([...ofBook, ...ofLayouts], order)
  if (book === undefined || hasErrors(read)) return onlyDiagnostics(read)
  const planned = layouts.map((layout) => ({
    ...layout,
    editions: order.targets.map((target) => ({ target, path: pathOf(layout, target, order, rim) })),
  }))
  const sources = manuscriptSources(book, readFiles, rim.files)
  const { makeAll, writeEditions } = await import('./editions.ts')
  const { value: made, diagnostics: ofPages } = await makeAll({ book, sources }, planned, order, rim)
  const diagnostics = judged([...read, ...ofPages], order)
  if (hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  // Fonts are inputs too, and read by now.
  const faults = outputFaults(
    planned.flatMap(({ editions }) => editions.map(({ path }) => path)),
    rim.files,
  )
  if (faults.length > 0) return onlyDiagnostics(faults)
  return writeEditions(made, book, order, diagnostics, rim)
}

/** With --strict a warning is an error; and so is a private-use character in what is to be kept for ever. */
function judged(diagnostics: readonly Diagnostic[], { isStrict, targets }: Order): readonly Diagnostic[] {
  const isKept = targets.some(({ kind }) => kind === 'archive')
  const isError = ({ severity, code }: Diagnostic): boolean =>
    severity === 'warning' && (isStrict || (isKept && code === 'private-use'))
  return diagnostics.map((one) => (isError(one) ? { ...one, severity: 'error' } : one))
}

function pathOf(
  { name }: NamedLayout,
  target: Target,
  { manuscript, output = 'out/' }: Order,
  { world }: Rim,
): string {
  const isFolder = output === 'out/' || namesFolder(output, world.cwd)
  return isFolder ? inFolder(output, editionName(stemOf(manuscript), name, target)) : output
}
