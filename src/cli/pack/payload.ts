// The payload of a bag. In: a book, its layouts and editions, and the door through which all was read. Out: every payload
// file by path, and what the author should hear: fonts whose terms keep them out, names that may get lost.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BagFiles,
  FONT_LIST,
  type FontRow,
  fontListBytes,
  payloadFaults,
  RECIPE,
  recipeBytes,
  type Tag,
} from '../../archive/index.ts'
import { type Diagnostic, type Reported, warning } from '../../core/index.ts'
import type { VerifyReport } from '../../proof/index.ts'
import { type Book, bookTitle } from '../../source/index.ts'
import { PRODUCER, VERSION } from '../../version.ts'
import type { NodeFiles } from '../node-files.ts'
import { PACKAGE_ROOT } from '../package-root.ts'
import { readBytes } from '../read-bytes.ts'
import type { NamedLayout } from '../read-layouts.ts'
import { EDITIONS } from './bag-places.ts'
import { bytesAt, type Collected, collect } from './collect.ts'
import { derivedFiles } from './derived.ts'
import type { PackEdition } from './editions.ts'
import { fontsOf } from './font-rows.ts'
import { proofReport } from './proof-report.ts'
import { libraryVersions, nodeVersion } from './versions.ts'

export interface Packing {
  readonly book: Book
  readonly layouts: readonly NamedLayout[]
  readonly targets: readonly string[]
  readonly date: string | undefined
  /** With what a proof said of each. */
  readonly editions: readonly PackEdition[]
  readonly reports: readonly VerifyReport[]
}

export function payloadOf(packing: Packing, files: NodeFiles): Reported<BagFiles> {
  const { book, layouts, editions, reports, date } = packing
  const collected = collect(book, layouts, files)
  const { places } = collected
  const settings = editions.map(({ setting }) => setting)
  const { rows, licences, keptOut } = fontsOf(settings, layouts, places, files)
  const fileOf = (path: string): string => places.get(files.absolute(path)) ?? path
  const libraries = libraryVersions()
  const payload = new Map<string, Uint8Array>(licences)
  const licence = join(PACKAGE_ROOT, 'LICENSE')
  if (existsSync(licence)) payload.set('data/licences/banxin.txt', readBytes(licence))
  for (const [full, path] of places) {
    const bytes = keptOut.has(full) ? undefined : bytesAt(full, files)
    if (bytes) payload.set(path, bytes)
  }
  for (const [i, edition] of editions.entries()) {
    payload.set(`${EDITIONS}${edition.name}`, edition.bytes)
    const report = reports[i]
    const name = edition.name.replace(/\.pdf$/, '.json')
    if (report) payload.set(`data/reports/${name}`, proofReport(edition, report, libraries))
  }
  for (const [path, bytes] of derivedFiles(book, editions, { date, fileOf })) payload.set(path, bytes)
  payload.set(FONT_LIST, fontListBytes(rows))
  payload.set(RECIPE, recipeOf(packing, collected, { fileOf, libraries }))
  return {
    value: payload,
    diagnostics: [...rows.flatMap(keptOutNotice), ...payloadFaults([...payload.keys()])],
  }
}

interface Known {
  readonly fileOf: (path: string) => string
  readonly libraries: Readonly<Record<string, string>>
}

function recipeOf(
  { book, layouts, targets, date, editions }: Packing,
  { moved }: Collected,
  { fileOf, libraries }: Known,
): Uint8Array {
  return recipeBytes({
    program: { name: 'banxin', version: VERSION },
    node: nodeVersion(),
    libraries,
    manuscript: fileOf(book.file),
    layouts: layouts.map(({ name, layout }) => ({ name, file: fileOf(layout.file) })),
    targets,
    ...(date !== undefined && { date }),
    editions: editions.map(({ name, layout, target }) => ({ file: `${EDITIONS}${name}`, layout, target })),
    moved,
  })
}

function keptOutNotice({ from, file, postscriptName, embedding }: FontRow): readonly Diagnostic[] {
  if (from !== 'elsewhere') return []
  const message = {
    en: `the font \`${postscriptName}\` stays out of the bag: its terms allow no copies of the file (fsType ${embedding})`,
    zh: `字体 \`${postscriptName}\` 不入包：授权标志不许另存文件（fsType ${embedding}）`,
  }
  const hint = {
    en: `keep \`${file}\` beside the bag: a rebuild needs it (\`pack --check --fonts <folder>\`)`,
    zh: `请另行保存 \`${file}\`：重建时要用（\`pack --check --fonts <文件夹>\`）`,
  }
  return [warning('font-restricted', message, { hints: [hint] })]
}

/** What marks a bag as made here; its label is that of other BagIt tools. */
export const AGENT = 'Bag-Software-Agent'

/** bag-info.txt as far as the book says it. */
export function bagInfo(book: Book, date: string | undefined): readonly Tag[] {
  const organization = book.publisher ?? book.creators.join('、')
  const tags: readonly Tag[] = [
    ['Source-Organization', organization],
    ['External-Description', bookTitle(book)],
    ['External-Identifier', book.identifier ?? ''],
    ['Bagging-Date', date ?? ''],
    [AGENT, PRODUCER],
  ]
  return tags.filter(([, value]) => value !== '')
}
