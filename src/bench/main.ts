// npm run bench [S|M|L …] [--json] [--runs N] [--vertical]: how fast the program is, and how good its lines are, on
// made-up yearbooks of 10 thousand, 150 thousand and 1.5 million characters. Starts a process a measurement.

import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Measurement } from './child.ts'
import { type BuildRun, figuresOf, type SizeFigures } from './figures.ts'
import type { LineFigures } from './lines.ts'
import { makeManuscript, SIZES, type SizeName } from './manuscript.ts'
import type { TextFigures } from './measures.ts'
import { readProse } from './prose.ts'
import { type NamedText, tableOf } from './table.ts'

/** Page geometry that other typesetters are measured with, too. */
const LAYOUTS = { horizontal: 'tests/layouts/peers.yaml', vertical: 'tests/layouts/peers-vertical.yaml' }
/** Runs of a size, where nobody asks for another number. */
const RUNS: Readonly<Record<SizeName, number>> = { S: 3, M: 3, L: 1 }
const USAGE = 'usage: npm run bench [-- S M L] [-- --json] [--runs N] [--vertical]\n'

interface Wishes {
  readonly sizes: readonly SizeName[]
  readonly json: boolean
  readonly runs: number | undefined
  readonly layout: string
}

function wishesOf(argv: readonly string[]): Wishes | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, runs: { type: 'string' }, vertical: { type: 'boolean' } },
    })
    const runs = values.runs === undefined ? undefined : Number(values.runs)
    const isCount = runs === undefined || (Number.isInteger(runs) && runs > 0)
    const sizes = positionals.map((word) => word.toUpperCase()).filter((word) => word in SIZES)
    if (!isCount || sizes.length < positionals.length) return undefined
    const layout = values.vertical ? LAYOUTS.vertical : LAYOUTS.horizontal
    const asked = (Object.keys(SIZES) as SizeName[]).filter((size) => sizes.includes(size))
    return { sizes: asked.length > 0 ? asked : ['S', 'M'], json: values.json ?? false, runs, layout }
  } catch {
    return undefined
  }
}

function bench({ sizes, json, runs, layout }: Wishes): void {
  const figures = sizes.map((size) => measured(size, runs ?? RUNS[size], layout))
  const { version, platform, arch } = process
  const machine = { node: version, platform, arch, cpu: cpus()[0]?.model ?? '', cpus: cpus().length }
  const texts = judgedTexts(sizes.at(-1) ?? 'S', layout)
  if (json) process.stdout.write(`${JSON.stringify({ ok: true, layout, machine, sizes: figures, texts })}\n`)
  else
    process.stdout.write(
      `Node ${version}, ${machine.cpu} × ${machine.cpus}; ${tableOf(figures, texts, layout)}`,
    )
}

function measured(size: SizeName, runs: number, layout: string): SizeFigures {
  process.stderr.write(`${size}: ${SIZES[size].toLocaleString('en-US')} characters, ${runs} × …\n`)
  const manuscript = JSON.stringify(makeManuscript(SIZES[size]))
  const repeat = <T>(what: Measurement): readonly T[] =>
    Array.from({ length: runs }, () => inChild<T>(what, layout, manuscript))
  const editions = { press: repeat<BuildRun>('press'), archive: repeat<BuildRun>('archive') }
  return figuresOf(size, repeat<BuildRun>('screen'), editions, repeat<LineFigures>('lines'))
}

/** The lines of the largest book asked for, and of real prose. */
function judgedTexts(size: SizeName, layout: string): readonly NamedText[] {
  const prose = readProse(fileURLToPath(new URL('../../', import.meta.url)))
  const texts = [
    { name: `${size}, made up`, manuscript: makeManuscript(SIZES[size]) },
    ...(prose === undefined ? [] : [{ name: 'real prose', manuscript: prose }]),
  ]
  return texts.map(({ name, manuscript }) => {
    process.stderr.write(`lines of ${name} …\n`)
    return { name, ...inChild<TextFigures>('quality', layout, JSON.stringify(manuscript)) }
  })
}

function inChild<T>(what: Measurement, layout: string, manuscript: string): T {
  const args = [fileURLToPath(import.meta.url), '--measure', what, layout]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input: manuscript,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`measuring ${what} failed: ${stderr}`)
  return JSON.parse(stdout) as T
}

const [first, what, layout] = process.argv.slice(2)
if (
  first === '--measure' &&
  (what === 'screen' || what === 'press' || what === 'archive' || what === 'lines' || what === 'quality') &&
  layout !== undefined
) {
  const { measure } = await import('./child.ts')
  process.stdout.write(JSON.stringify(await measure(what, layout)))
} else {
  const wishes = wishesOf(process.argv.slice(2))
  if (wishes) bench(wishes)
  else {
    process.stderr.write(USAGE)
    process.exitCode = 2
  }
}
