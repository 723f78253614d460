// banxin pack: a book → a bag for the archive, every edition proven; or, with --check, what a bag is worth.

import { makeBag } from '../../archive/index.ts'
import { type Diagnostic, hasErrors, type Text } from '../../core/index.ts'
import { hasFailed, type VerifyReport } from '../../proof/index.ts'
import type { Book } from '../../source/index.ts'
import { wordOf } from '../../target.ts'
import { EXIT } from '../exit.ts'
import { grouped, sizeOf } from '../locale.ts'
import { Places } from '../places.ts'
import { stemOf } from '../plan-outputs.ts'
import type { OptionValues } from '../program.ts'
import { notProven, reportText } from '../prove.ts'
import { type NamedLayout, readLayouts } from '../read-layouts.ts'
import { readManuscript } from '../read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from '../rim.ts'
import { manuscriptSources, ReadFiles } from '../sources.ts'
import { usage } from '../usage.ts'
import { targetFault, writeBag } from './bag-target.ts'
import { checkCommand } from './check-command.ts'
import { makePackEditions, type PackEdition, proveEdition } from './editions.ts'
import { type PackOrder, packOrderOf } from './pack-order.ts'
import { bagInfo, payloadOf } from './payload.ts'

export async function packCommand(
  [path = '']: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const order = packOrderOf(path, options, rim)
  if (!('kind' in order)) return onlyDiagnostics(order)
  return order.kind === 'check' ? checkCommand(order, rim) : pack(order, rim)
}

async function pack(order: PackOrder, rim: Rim): Promise<Outcome> {
  const fault = targetFault(order.output, order.force, rim.world.cwd)
  if (fault) return onlyDiagnostics([fault])
  const readFiles = new ReadFiles(rim.files)
  const { value: book, diagnostics: ofBook } = readManuscript(order.manuscript, readFiles)
  const { value: layouts, diagnostics: ofLayouts } = readLayouts(order.layouts, book, rim)
  const read = [...ofBook, ...ofLayouts, ...sameNames(layouts)]
  if (book === undefined || hasErrors(read)) return onlyDiagnostics(read)
  const date = order.date ?? book.date ?? order.epoch
  const { targets } = order
  const manuscript = { book, sources: manuscriptSources(book, readFiles, rim.files) }
  const request = { manuscript, stem: stemOf(order.manuscript), layouts, targets, date }
  const { value: editions, diagnostics: ofPages } = await makePackEditions(request, rim)
  const diagnostics = [...read, ...ofPages]
  if (hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  const { reports, failures, said } = await proveEditions(editions, book, rim)
  if (failures.length > 0)
    return { diagnostics: [...diagnostics, ...failures], data: {}, said, exit: EXIT.unproven }
  const packing = { book, layouts, targets: targets.map(wordOf), date, editions, reports }
  const { value: payload, diagnostics: ofFiles } = payloadOf(packing, rim.files)
  diagnostics.push(...ofFiles)
  if (hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  const bag = makeBag(payload, bagInfo(book, date))
  // Setting may have taken minutes, in which the folder may have been filled.
  const late = targetFault(order.output, order.force, rim.world.cwd)
  if (late) return onlyDiagnostics([late])
  writeBag(bag, order.output, rim.world.cwd)
  const bytes = [...bag.values()].reduce((sum, { length }) => sum + length, 0)
  return {
    diagnostics,
    data: { bag: order.output, files: bag.size, bytes, editions: editions.map(rowOf) },
    said: [doneLine(order.output, bag.size, bytes)],
  }
}

/** Editions are called after layouts. */
function sameNames(layouts: readonly NamedLayout[]): readonly Diagnostic[] {
  const names = layouts.map(({ name }) => name)
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) =>
    usage(
      { en: `two layouts are called \`${name}\``, zh: `有两种版式都叫 \`${name}\`` },
      { en: 'give one of the files another name', zh: '请给其中一个文件改名' },
    ),
  )
}

async function proveEditions(editions: readonly PackEdition[], book: Book, rim: Rim) {
  const reports: VerifyReport[] = []
  const failures: Diagnostic[] = []
  const said: Text[] = []
  for (const [i, edition] of editions.entries()) {
    rim.progress.step({ en: 'proving', zh: '核验' }, i, editions.length)
    const report = await proveEdition(edition, book)
    reports.push(report)
    if (!hasFailed(report)) continue
    failures.push(notProven(edition.name, report, false))
    said.push(reportText(report, new Places(rim.files)))
  }
  return { reports, failures, said }
}

const rowOf = ({ name, layout, target, bytes, setting }: PackEdition) => ({
  path: `data/editions/${name}`,
  layout,
  target,
  pages: setting.pages.length,
  bytes: bytes.length,
})

const doneLine = (path: string, files: number, bytes: number): Text => ({
  en: `${path}: a bag of ${grouped(files)} files, ${sizeOf(bytes)}, every edition proven`,
  zh: `${path}：存档包，${grouped(files)} 个文件，${sizeOf(bytes)}，各版均已核验`,
})
