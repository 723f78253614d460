// banxin build: a book and layouts → PDFs. Here everything is read and judged; editions.ts does the work, and is loaded
// when there is something to do: the font and PDF libraries take longer to load than to find a book wanting.

import { type Diagnostic, hasErrors } from '../core/index.ts'
import { type Order, orderOf } from './order.ts'
import { inFolder, namesFolder, outputFaults, stemOf } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import { type NamedLayout, readLayouts } from './read-layouts.ts'
import { readManuscript } from './read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

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
  const { value: book, diagnostics: ofBook } = readManuscript(order.manuscript, rim.files)
  const { value: layouts, diagnostics: ofLayouts } = readLayouts(order.layouts, book, rim)
  const read = judged([...ofBook, ...ofLayouts], order)
  if (book === undefined || hasErrors(read)) return onlyDiagnostics(read)
  const planned = layouts.map((layout) => ({ ...layout, path: pathOf(layout, order, rim) }))
  const { makeEditions, writeEditions } = await import('./editions.ts')
  const { value: made, diagnostics: ofPages } = await makeEditions(book, planned, order, rim)
  const diagnostics = judged([...read, ...ofPages], order)
  if (hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  // Fonts are inputs too, and read by now.
  const faults = outputFaults(
    planned.map(({ path }) => path),
    rim.files,
  )
  if (faults.length > 0) return onlyDiagnostics(faults)
  return writeEditions(made, book, order, diagnostics, rim)
}

/** With --strict a warning is an error. */
const judged = (diagnostics: readonly Diagnostic[], { isStrict }: Order): readonly Diagnostic[] =>
  isStrict
    ? diagnostics.map((d) => (d.severity === 'warning' ? { ...d, severity: 'error' } : d))
    : diagnostics

function pathOf({ name }: NamedLayout, { manuscript, output = 'out/' }: Order, { world }: Rim): string {
  const isFolder = output === 'out/' || namesFolder(output, world.cwd)
  return isFolder ? inFolder(output, `${stemOf(manuscript)}-${name}.pdf`) : output
}
