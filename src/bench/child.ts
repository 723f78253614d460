// One measurement in a process of its own, so that memory is that of one build and nothing is warm that would not be.
// In: what to measure, on the command line, and the manuscript as JSON on stdin. Out: figures as JSON on stdout.

import { readFileSync } from 'node:fs'
import { fontsFor } from '../cli/font-supply.ts'
import { NodeFiles } from '../cli/node-files.ts'
import { PACKAGE_ROOT } from '../cli/package-root.ts'
import { type Files, filesOf } from '../core/index.ts'
import { readLayout } from '../source/index.ts'
import { timeLines } from './lines.ts'
import type { Manuscript } from './manuscript.ts'
import { timeBuild } from './stages.ts'

export type Measurement = 'build' | 'lines'

/** @param layoutPath from the root of the package */
export async function measure(what: Measurement, layoutPath: string): Promise<unknown> {
  const loaded = performance.now()
  const { book, files } = JSON.parse(readFileSync(0, 'utf8')) as Manuscript
  const received = performance.now()
  const manuscript: Files = filesOf(files)
  const disk = new NodeFiles(PACKAGE_ROOT, 'en')
  const layout = readLayout(layoutPath, disk).value
  const fonts = fontsFor(layout, disk).value
  if (!layout || !fonts) throw new Error(`the layout ${layoutPath} does not read`)
  if (what === 'lines') return timeLines(book, manuscript, layout, fonts)
  const startUp = loaded + performance.now() - received
  const figures = await timeBuild(book, manuscript, layout, fonts, startUp)
  // Kilobytes on every system Node runs on.
  return { ...figures, peakMemory: process.resourceUsage().maxRSS * 1024 }
}
