// The conformance table: evidence in, Markdown out. A clause without evidence in a direction is not met.

import type { Direction } from './axes.ts'
import { type ControlKind, type Evidence, type Probe, type Proof, probesIn } from './clause.ts'
import type { Clause } from './clause-row.ts'
import { CLAUSES } from './clauses.ts'

export type Verdict = 'met' | 'partly' | 'not' | 'n/a'

/** Evidence by clause, direction and name of the probe. */
export class Evidences {
  readonly #found = new Map<string, Evidence>()

  add(id: string, direction: Direction, probe: string, evidence: Evidence): void {
    this.#found.set(`${id}/${direction}/${probe}`, evidence)
  }

  of(id: string, direction: Direction, probe: string): Evidence | undefined {
    return this.#found.get(`${id}/${direction}/${probe}`)
  }
}

const DIRECTIONS: readonly Direction[] = ['horizontal', 'vertical']

export function documentOf(proofs: readonly Proof[], evidences: Evidences): string {
  const table = CLAUSES.map((clause) => rowOf(clause, proofs, evidences))
  return [HEAD, countsOf(table), howOf(proofs), ...sections(table)].join('\n\n').concat('\n')
}

interface Row {
  readonly clause: Clause
  readonly verdicts: Readonly<Record<Direction, Verdict>>
  readonly cells: Readonly<Record<Direction, string>>
}

function rowOf(clause: Clause, proofs: readonly Proof[], evidences: Evidences): Row {
  const proof = proofs.find((proof) => proof.clause === clause)
  const verdict = (direction: Direction): Verdict => verdictOf(clause, proof, direction, evidences)
  const cell = (direction: Direction): string => cellOf(verdict(direction), proof, direction, evidences)
  return {
    clause,
    verdicts: { horizontal: verdict('horizontal'), vertical: verdict('vertical') },
    cells: { horizontal: cell('horizontal'), vertical: cell('vertical') },
  }
}

function verdictOf(
  clause: Clause,
  proof: Proof | undefined,
  direction: Direction,
  evidences: Evidences,
): Verdict {
  if (!clause.directions.includes(direction)) return 'n/a'
  const proven = proof
    ? probesIn(proof, direction).map(({ name }) => evidences.of(clause.id, direction, name))
    : []
  const good = proven.filter((evidence) => evidence?.holds && evidence.isControlled).length
  if (good === 0) return 'not'
  return good < proven.length || proof?.missing[direction] !== undefined ? 'partly' : 'met'
}

function cellOf(
  verdict: Verdict,
  proof: Proof | undefined,
  direction: Direction,
  evidences: Evidences,
): string {
  if (verdict === 'n/a') return '–'
  if (!proof) return '**NOT** · no test'
  const lines = probesIn(proof, direction).map((probe) =>
    measured(probe, evidences.of(proof.clause.id, direction, probe.name)),
  )
  const missing = proof.missing[direction]
  return [
    `**${verdict.toUpperCase()}**`,
    ...lines,
    ...(missing === undefined ? [] : [`missing: ${missing}`]),
    ...(proof.note === undefined ? [] : [`note: ${proof.note}`]),
  ].join('<br>')
}

function measured({ name, control, isControlledAtThree }: Probe, evidence: Evidence | undefined): string {
  if (!evidence) return `${name}: not measured`
  const failed = evidence.holds ? (evidence.isControlled ? '' : ' (no control)') : ' (**fails**)'
  const where = isControlledAtThree ? ', 3 measures' : ''
  return `${name}: **${evidence.figure}** (${control}${where}: ${evidence.control})${failed}`
}

const HEAD = `# CLREQ, clause by clause

What the pages of this program measure against the W3C *Requirements for Chinese Text Layout* (中文排版需求), in both
directions. **This file is written by the tests** (\`npx vitest run tests/clreq -u\`); a run that would write another one fails.`

function countsOf(rows: readonly Row[]): string {
  const count = (direction: Direction, verdict: Verdict): number =>
    rows.filter(({ verdicts }) => verdicts[direction] === verdict).length
  const of = (direction: Direction): number =>
    rows.filter(({ verdicts }) => verdicts[direction] !== 'n/a').length
  const ours = DIRECTIONS.map(
    (d) => `| banxin, ${d} | ${count(d, 'met')} | ${count(d, 'partly')} | ${count(d, 'not')} | ${of(d)} |`,
  )
  return [
    '| | met | partly | not | clauses |',
    '| --- | --- | --- | --- | --- |',
    ...ours,
    '| best public table, horizontal | 29 | 5 | 9 | 43 |',
    '| best public table, vertical | 22 | 10 | 11 | 43 |',
    '',
    'The best public table is that of a TeX package (August 2026). It divides the text into 43 clauses; here is a row for each',
    'clause that asks something of a typesetter, so the totals differ.',
  ].join('\n')
}

/** Assertions of both directions by the kind of their control. */
function controlsIn(proofs: readonly Proof[], kind: ControlKind): number {
  const all = proofs.flatMap((proof) => DIRECTIONS.flatMap((direction) => probesIn(proof, direction)))
  return all.filter(({ control }) => control === kind).length
}

const howOf = (proofs: readonly Proof[]): string => `## How it is measured

- Each figure is read out of a finished PDF: glyphs with their widths, matrices and fonts, and painted paths, by pdf.js and
  the arithmetic of ISO 32000-1; where ink matters, out of the page as PDFium paints it. No figure comes from the composer.
- The specimens are set by the whole program, from YAML to PDF, with the shipped fonts, in 10 pt. Figures are in em of the
  body, along the line unless something else is said, rounded to 0.001.
- Each assertion has a **negative control**, measured in the same way, which must fail it. In the cells: what is measured:
  **figure** (control: its figure). There are three kinds, and they are not worth the same:
  - *off* (${controlsIn(proofs, 'off')} assertions): the same text with another value of the layout, in the other region or direction, or with other
    markup (a line for a dot, pinyin for zhuyin, letters set apart), so that what is measured moves;
  - *other text* (${controlsIn(proofs, 'other text')}): no value of the layout turns the rule off, as with numbers that are never parted; a text to which
    the rule does not apply shows only that the measuring would have seen a fault;
  - *unmarked* (${controlsIn(proofs, 'unmarked')}): the markup is left out, so that there is nothing of the kind on the page. The weakest.

  Where a cell says *3 measures* of a control, its figure is taken at three of the measures: its counts are smaller for that.
- **MET**: all assertions of the row hold and all controls fail. **PARTLY**: some, or the cell says what is missing.
  **NOT**: none, or no test. –: the clause does not apply.
- The tests stand in \`tests/clreq\`, each named after its clause, its direction and what it measures:
  \`npx vitest run tests/clreq -t '6.3.2.2 Adjacent marks'\`.`

function sections(rows: readonly Row[]): string[] {
  return TITLES.map(([start, title]) =>
    [
      `## ${title}`,
      '',
      '| clause | asks | horizontal | vertical | test |',
      '| --- | --- | --- | --- | --- |',
      ...rows.filter(({ clause }) => clause.id.startsWith(start)).map(lineOf),
    ].join('\n'),
  )
}

const TITLES = [
  ['2', 'Directions 书写方向'],
  ['3', 'Faces 字体'],
  ['4', 'Characters 文字'],
  ['5', 'Marks and annotations 标点与行间注'],
  ['6', 'Lines 行的组版'],
  ['7', 'Pages and headings 版面与标题'],
  ['A', 'Tables 附表'],
] as const

const lineOf = ({ clause, cells }: Row): string => {
  const { id, anchor, english, chinese, asks } = clause
  const link = `[${id}](https://www.w3.org/TR/clreq/#${anchor})`
  return `| ${link} ${english} ${chinese} | ${asks} | ${cells.horizontal} | ${cells.vertical} | \`${id} ${english}\` |`
}
