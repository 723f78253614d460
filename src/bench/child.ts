// One measurement in a process of its own, so that memory is that of one build and nothing is warm that would not be.
// In: what to measure, on the command line, and the manuscript as JSON on stdin. Out: figures as JSON on stdout.

import { readFileSync } from 'node:fs'
import { fontsFor } from '../cli/font-supply.ts'
import { NodeFiles } from '../cli/node-files.ts'
import { PACKAGE_ROOT } from '../cli/package-root.ts'
import { type Files, filesOf } from '../core/index.ts'
import { type Fonts, TypeCase } from '../font/index.ts'
import { type Layout, readLayout } from '../source/index.ts'
import type { Target } from '../target.ts'
import type { Manuscript } from './manuscript.ts'

/** The first three are whole builds, one for each kind of edition. */
export type Measurement = 'screen' | 'press' | 'archive' | 'lines' | 'quality'

/** What a measurement is made on. */
interface Bench {
  readonly book: string
  readonly files: Files
  readonly layout: Layout
  readonly fonts: Fonts
  /** Milliseconds from the start of the process until all was loaded. */
  readonly startUp: number
}

type Measure = (bench: Bench) => unknown

/** Each loads what it needs alone, as the commands of the program do. */
const MEASURES: Readonly<Record<Measurement, () => Promise<Measure>>> = {
  screen: () => buildFor({ kind: 'screen' }),
  press: () => buildFor({ kind: 'press' }),
  archive: () => buildFor({ kind: 'archive', standard: '3a' }),
  lines: async () => {
    const { timeLines } = await import('./lines.ts')
    return ({ book, files, layout, fonts }) => timeLines(book, files, layout, fonts)
  },
  quality: async () => {
    const [{ judgeText }, { Styles }] = await Promise.all([
      import('./measures.ts'),
      import('../page/index.ts'),
    ])
    return ({ book, files, layout, fonts }) =>
      judgeText(book, files, new Styles(layout, fonts, new TypeCase()))
  },
}

async function buildFor(target: Target): Promise<Measure> {
  const { timeBuild } = await import('./stages.ts')
  return async ({ book: path, files, layout, fonts, startUp }) => {
    const figures = await timeBuild({ path, files, layout, fonts, target }, startUp)
    // Kilobytes on every system Node runs on.
    return { ...figures, peakMemory: process.resourceUsage().maxRSS * 1024 }
  }
}

/** @param layoutPath from the root of the package */
export async function measure(what: Measurement, layoutPath: string): Promise<unknown> {
  const disk = new NodeFiles(PACKAGE_ROOT, 'en')
  const layout = readLayout(layoutPath, disk).value
  if (!layout) throw new Error(`the layout ${layoutPath} does not read`)
  const run = await MEASURES[what]()
  const fonts = fontsFor(layout, disk).value
  if (!fonts) throw new Error(`the layout ${layoutPath} has no fonts`)
  const startUp = performance.now()
  const { book, files } = JSON.parse(readFileSync(0, 'utf8')) as Manuscript
  return run({ book, files: filesOf(files), layout, fonts, startUp })
}
