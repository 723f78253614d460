// banxin build: a book and layouts → PDFs. All are made before any is written, and none is left when one of them fails.

import { type Edition, makeEdition } from '../build.ts'
import { type Diagnostic, hasErrors, type Reported, type Text } from '../core/index.ts'
import { type Book, readBook } from '../source/index.ts'
import { askedDate, epochDate } from './date.ts'
import { EXIT } from './exit.ts'
import { durationOf, grouped, sizeOf } from './locale.ts'
import { type Output, StagedOutputs } from './output.ts'
import { inFolder, namesFolder, outputFaults, stemOf } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import { type Design, FontShelf, readDesigns } from './read-inputs.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { usage } from './usage.ts'

/** What the arguments ask for. */
interface Order {
  readonly manuscript: string
  readonly layouts: readonly string[]
  readonly output: string | undefined
  readonly date: string | undefined
  readonly epoch: string | undefined
  readonly verifies: boolean
  readonly isStrict: boolean
}

/** An edition with its file. */
interface Made {
  readonly path: string
  readonly design: Design
  readonly edition: Edition
  readonly milliseconds: number
}

export async function buildCommand(
  [manuscript = '']: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const order = orderOf(manuscript, options, rim)
  if (!('manuscript' in order)) return onlyDiagnostics(order)
  const shelf = new FontShelf()
  if (options['watch'] !== true) return build(order, rim, shelf)
  const { watchBuild } = await import('./watch.ts')
  return watchBuild(rim, (fresh) => build(order, fresh, shelf))
}

async function build(order: Order, rim: Rim, shelf: FontShelf): Promise<Outcome> {
  const { value: book, diagnostics: ofBook } = readBook(order.manuscript, rim.files)
  const { value: designs, diagnostics: ofDesigns } = readDesigns(order.layouts, book, rim, shelf)
  const read = judged([...ofBook, ...ofDesigns], order)
  if (book === undefined || hasErrors(read)) return onlyDiagnostics(read)
  const paths = designs.map((design) => pathOf(design, order, rim))
  const faults = outputFaults(paths, rim.files)
  if (faults.length > 0) return onlyDiagnostics(faults)
  const { value: made, diagnostics: ofPages } = await makeAll(book, designs, paths, order, rim)
  const diagnostics = judged([...read, ...ofPages], order)
  if (made.length < designs.length || hasErrors(diagnostics)) return onlyDiagnostics(diagnostics)
  return write(made, book, diagnostics, order, rim)
}

/** The order, or what is wrong with the arguments. */
function orderOf(manuscript: string, options: OptionValues, rim: Rim): Order | readonly Diagnostic[] {
  const { layout, output, verify, strict } = options
  const layouts = Array.isArray(layout) ? layout : []
  const date = askedDate(options['date'])
  const epoch = epochDate(rim.world.env)
  const faults = [...editionFaults(options['for']), ...[date, epoch].filter((d) => typeof d === 'object')]
  const isFile = typeof output === 'string' && !namesFolder(output, rim.world.cwd)
  if (layouts.length > 1 && isFile) faults.push(SEVERAL)
  if (options['watch'] === true && rim.json) faults.push(WATCHED_JSON)
  if (faults.length > 0 || typeof date === 'object' || typeof epoch === 'object') return faults
  return {
    manuscript,
    layouts,
    output: typeof output === 'string' ? output : undefined,
    date,
    epoch,
    verifies: verify === true,
    isStrict: strict === true,
  }
}

const SEVERAL: Diagnostic = usage(
  { en: 'several layouts do not go into one file', zh: '几种版式不能写进同一个文件' },
  { en: 'give a folder: `-o out/`', zh: '请写文件夹：`-o out/`' },
)
const WATCHED_JSON: Diagnostic = usage({
  en: '`--watch` does not go with `--json`',
  zh: '`--watch` 不能与 `--json` 同用',
})

const TO_COME: readonly string[] = ['press', 'archive', 'proof']

function editionFaults(asked: OptionValues[string]): Diagnostic[] {
  if (typeof asked !== 'string') return []
  const unknown = asked.split(',').filter((edition) => edition !== 'screen')
  return unknown.map((edition) =>
    TO_COME.includes(edition)
      ? usage(
          { en: `the edition \`${edition}\` cannot be made yet`, zh: `\`${edition}\` 这种用途尚未实现` },
          { en: '`--for screen` can', zh: '目前可用 `--for screen`' },
        )
      : usage(
          { en: `there is no edition \`${edition}\``, zh: `没有 \`${edition}\` 这种用途` },
          { en: 'there is `--for screen`', zh: '目前可用 `--for screen`' },
        ),
  )
}

/** With --strict a warning is an error. */
const judged = (diagnostics: readonly Diagnostic[], { isStrict }: Order): readonly Diagnostic[] =>
  isStrict
    ? diagnostics.map((d) => (d.severity === 'warning' ? { ...d, severity: 'error' } : d))
    : diagnostics

function pathOf(design: Design, { manuscript, output = 'out/' }: Order, { world }: Rim): string {
  const isFolder = output === 'out/' || namesFolder(output, world.cwd)
  return isFolder ? inFolder(output, `${stemOf(manuscript)}-${design.name}.pdf`) : output
}

async function makeAll(
  book: Book,
  designs: readonly Design[],
  paths: readonly string[],
  order: Order,
  { world, progress }: Rim,
): Promise<Reported<readonly Made[]>> {
  const made: Made[] = []
  const diagnostics: Diagnostic[] = []
  const date = order.date ?? book.date ?? order.epoch
  for (const [i, design] of designs.entries()) {
    const began = world.now()
    const { value: edition, diagnostics: found } = await makeEdition(book, design.layout, design.fonts, {
      ...(date !== undefined && { date }),
      onProgress: (stage, done, total) => progress.step(labelOf(stage, design), done, total),
    })
    diagnostics.push(...found)
    if (edition === undefined) continue
    made.push({ path: paths[i] ?? '', design, edition, milliseconds: world.now() - began })
  }
  return { value: made, diagnostics }
}

const labelOf = (stage: 'compose' | 'draw', { name }: Design): Text =>
  stage === 'compose'
    ? { en: `${name}: setting chapters`, zh: `${name}：排版，章` }
    : { en: `${name}: drawing pages`, zh: `${name}：写出，页` }

/** Writes all editions; with --verify only when each of them is proven. */
async function write(
  made: readonly Made[],
  book: Book,
  diagnostics: readonly Diagnostic[],
  order: Order,
  rim: Rim,
): Promise<Outcome> {
  const makesFolder = order.output === undefined || /[\\/]$/.test(order.output)
  const outputs = made.map(({ path, edition }): Output => ({ path, bytes: edition.pdf, makesFolder }))
  const staged = StagedOutputs.write(outputs, rim.world.cwd)
  if (!order.verifies) {
    staged.commit()
    return { diagnostics, data: { outputs: made.map(rowOf) }, said: made.map(lineOf) }
  }
  const { proveAll } = await import('./prove.ts')
  try {
    const proof = await proveAll(outputs, staged.paths, book, rim)
    const rows = made.map((m, i) => ({ ...rowOf(m), ...proof.rows[i] }))
    const said = made.flatMap((m, i) => [lineOf(m), ...(proof.said[i] ?? [])])
    if (proof.failures.length > 0) {
      const all = [...diagnostics, ...proof.failures]
      return {
        diagnostics: all,
        data: { outputs: [], unproven: rows },
        said: proof.said.flat(),
        exit: EXIT.unproven,
      }
    }
    staged.commit()
    return { diagnostics, data: { outputs: rows }, said }
  } finally {
    staged.discard()
  }
}

const rowOf = ({ path, design, edition, milliseconds }: Made) => ({
  path,
  layout: design.name,
  pages: edition.setting.pages.length,
  characters: edition.characters,
  bytes: edition.pdf.length,
  seconds: Math.round(milliseconds) / 1000,
})

function lineOf({ path, edition, milliseconds }: Made): Text {
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
