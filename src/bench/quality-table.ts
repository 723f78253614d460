// The quality of lines as rows: one for each measure and breaker. In: the figures of a text. Out: cells.

import type { MeasureFigures, TextFigures } from './measures.ts'
import type { Quality } from './quality.ts'

const whole = (n: number): string => Math.round(n).toLocaleString('en-US')
const em = (n: number): string => n.toFixed(3)

type Column = readonly [head: string, cell: (quality: Quality) => string]

const COLUMNS: readonly Column[] = [
  ['lines', (q) => whole(q.lines)],
  ['bans', (q) => whole(q.bans)],
  ['>0.12', (q) => whole(q.loose)],
  ['>0.05', (q) => whole(q.visible)],
  ['mean', (q) => q.stretch.mean.toFixed(4)],
  ['sd', (q) => em(q.stretch.deviation)],
  ['p95', (q) => em(q.stretch.p95)],
  ['p99', (q) => em(q.stretch.p99)],
  ['most', (q) => em(q.stretch.most)],
  ['marks', (q) => `${em(q.marks.mean)}±${em(q.marks.deviation)}`],
  ['孤字', (q) => whole(q.runts)],
  ['ragged', (q) => whole(q.ragged)],
]

/** What the columns mean, for the foot of the table. */
export const QUALITY_LEGEND = `bans: broken at a line end · >0.12, >0.05: lines stretched by more em a gap · mean … most: stretch a gap in em, last
lines aside · marks: room of a closing mark inside a line, em · 孤字: last lines too short · ragged: lines off their measure
unreported: broken bans, lines over 0.12 em and ragged ones that no message tells of; greedy breaking tells nothing`

export const QUALITY_HEADS: readonly string[] = ['by', ...COLUMNS.map(([head]) => head), 'unreported']

export const qualityRows = ({ measures }: TextFigures): readonly (readonly string[])[] =>
  measures.flatMap((figures) => [row(figures, 'banxin'), row(figures, 'greedy')])

function row({ measure, isUsual, ours, greedy }: MeasureFigures, by: 'banxin' | 'greedy'): readonly string[] {
  const quality = by === 'banxin' ? ours : greedy
  return [
    by === 'greedy' ? '' : `${measure} characters${isUsual ? ' *' : ''}`,
    by,
    ...COLUMNS.map(([, cell]) => cell(quality)),
    by === 'greedy' ? '' : whole(quality.unreported),
  ]
}
