// The figures as a plain table: one column a size, one row a figure.

import type { SizeFigures } from './figures.ts'
import type { TextFigures } from './measures.ts'
import { QUALITY_HEADS, QUALITY_LEGEND, qualityRows } from './quality-table.ts'

/** A figure: what it is called, and what stands in the column of a size. */
type Row = readonly [name: string, cell: (size: SizeFigures) => string]

const ms = (n: number): string => n.toFixed(n < 10 ? 1 : 0)
const whole = (n: number): string => Math.round(n).toLocaleString('en-US')
const megabytes = (n: number): string => (n / 2 ** 20).toFixed(1)

const STAGES = ['start-up', 'fonts', 'read', 'coverage', 'compose', 'fill', 'place', 'draw'] as const

const SPEED: readonly Row[] = [
  ['characters', (s) => whole(s.characters)],
  ['pages', (s) => whole(s.pages)],
  ...STAGES.map((name): Row => [`${name}, ms`, (s) => ms(s.stages[name] ?? 0)]),
  ['total, ms', (s) => ms(s.total)],
  ['total of a press edition, ms', (s) => ms(s.editions.press)],
  ['total of an archive edition, ms', (s) => ms(s.editions.archive)],
  ['archive by screen', (s) => (s.editions.archive / s.total).toFixed(2)],
  ['characters a second', (s) => whole(s.charactersPerSecond)],
  ['pages a second', (s) => s.pagesPerSecond.toFixed(1)],
  ['peak memory, MiB', (s) => megabytes(s.peakMemory)],
  ['PDF, MiB', (s) => megabytes(s.pdfBytes)],
]

const LINES: readonly Row[] = [
  ['paragraphs', (s) => whole(s.lines.paragraphs)],
  ['itemize, ms', (s) => ms(s.lines.itemize)],
  ['break, ms', (s) => ms(s.lines.break)],
  ['set, ms', (s) => ms(s.lines.set)],
  ['together, µs a character', (s) => s.lineCost.toFixed(3)],
]

/** A text whose lines were judged, by name. */
export interface NamedText extends TextFigures {
  readonly name: string
}

export function tableOf(sizes: readonly SizeFigures[], texts: readonly NamedText[], layout: string): string {
  const names = sizes.map(({ size }) => size)
  const runs = sizes.map(({ size, runs: n }) => `${size} ${n}`).join(', ')
  return [
    `layout ${layout}; medians (runs: ${runs}), each in a process of its own`,
    '',
    block('whole build', names, bodyOf(SPEED, sizes)),
    block('lines alone, warm', names, [...bodyOf(LINES, sizes), ...linearity(sizes)]),
    ...texts.map((text) =>
      block(`lines of ${text.name}, ${whole(text.characters)}`, QUALITY_HEADS, qualityRows(text)),
    ),
    `* the layout's own measure · ${QUALITY_LEGEND}\n`,
  ].join('\n')
}

const bodyOf = (rows: readonly Row[], sizes: readonly SizeFigures[]): readonly (readonly string[])[] =>
  rows.map(([name, cell]) => [name, ...sizes.map(cell)])

/** The cost of a character by the cost of one of the smallest size: 1 is linear. */
function linearity(sizes: readonly SizeFigures[]): readonly (readonly string[])[] {
  const [first] = sizes
  if (!first || sizes.length < 2) return []
  return [[`a character, by ${first.size}`, ...sizes.map((s) => (s.lineCost / first.lineCost).toFixed(2))]]
}

function block(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [[title, ...heads], ...rows]
  const widths = all.reduce<number[]>(
    (most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cellsOf(cell))),
    [],
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat(Math.max(0, (widths[i] ?? 0) - cellsOf(cell)))
        return i === 0 ? cell + blank : blank + cell
      })
      .join('  ')
  const [head = [], ...body] = all
  return [line(head), widths.map((w) => '-'.repeat(w)).join('  '), ...body.map(line), ''].join('\n')
}

/** Han takes two cells of a terminal. */
const cellsOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
