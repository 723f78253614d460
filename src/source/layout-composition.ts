// How lines are made, from a layout sheet (`composition`). In: a sheet and the body size. Out: the composition. Values
// whose default hangs on another value get it here, and values that contradict each other are told here.

import { type Em, em, type Pt, type Text } from '../core/index.ts'
import type { Composition } from './layout.ts'
import type { Path } from './layout-faults.ts'
import type { Sheet } from './layout-sheet.ts'

const at = (key: string): Path => ['composition', key]

/** Reads the composition; ems are ems of `size`. */
export function readComposition(sheet: Sheet, size: Pt): Composition {
  const composition: Composition = {
    ...marksOf(sheet, size),
    fullStop: sheet.word(at('full-stop')),
    adjustment: sheet.word(at('adjustment')),
    hyphenation: sheet.word(at('hyphenation')),
    banLevel: sheet.word(at('ban-level')),
    // CLREQ 6.3.3
    hanWesternGap: sheet.ems(at('han-western-gap'), size, 0.5),
    digits: sheet.word(at('digits')),
    digitWidth: sheet.word(at('digit-width')),
    indent: sheet.ems(at('indent'), size, Number.POSITIVE_INFINITY),
    headingGap: sheet.ems(at('heading-gap'), size, 1),
    minCharsOnLastLine: sheet.count(at('min-chars-on-last-line')),
    minLinesAtColumnFoot: sheet.count(at('min-lines-at-column-foot')),
    minLinesAtColumnHead: sheet.count(at('min-lines-at-column-head')),
    looseLimit: sheet.ems(at('loose-limit'), size, 1),
  }
  checkTogether(composition, sheet)
  return composition
}

type MarkValues = 'region' | 'punctuation' | 'justification' | 'hanging' | 'adjacentMarks' | MarkEnds
type MarkEnds = 'lineEndMarks' | 'lineStartMarks'

/** What shapes the room of marks. 行末半角式 squeezes at line ends alone; on a grid every mark keeps its cell. */
function marksOf(sheet: Sheet, size: Pt): Pick<Composition, MarkValues> {
  const punctuation: Composition['punctuation'] = sheet.word(at('punctuation'))
  const justification: Composition['justification'] = sheet.word(at('justification'))
  const isGrid = justification === 'grid'
  const isFull = isGrid || punctuation === 'hangmobanjiao'
  const ends = (key: string, usual: 'half' | 'full') =>
    isGiven(sheet, key) ? sheet.word<'half' | 'full'>(at(key)) : usual
  return {
    region: sheet.word(at('region')),
    punctuation,
    justification,
    hanging: sheet.value(at('hanging')) === true,
    adjacentMarks: isGiven(sheet, 'adjacent-marks') ? adjacentOf(sheet, size) : em(isFull ? 2 : 1.5),
    lineEndMarks: ends('line-end-marks', isGrid && punctuation !== 'hangmobanjiao' ? 'full' : 'half'),
    lineStartMarks: ends('line-start-marks', isGrid ? 'full' : 'half'),
  }
}

const isGiven = (sheet: Sheet, key: string): boolean => sheet.node(at(key)) !== undefined

/** CLREQ 6.3.2.2: two marks together take 1½ em, or 1; two whole cells where nothing is taken. */
const ADJACENT: readonly number[] = [1, 1.5, 2]

function adjacentOf(sheet: Sheet, size: Pt): Em {
  const path = at('adjacent-marks')
  const room = sheet.ems(path, size, Number.POSITIVE_INFINITY)
  const known = ADJACENT.find((n) => Math.abs(n - room) < 1e-6)
  // A negative room, or one that is no length, has been told.
  if (known === undefined && room >= 0) sheet.faults.bad('bad-value', path, ADJACENT_HINT)
  return em(known ?? Number.NaN)
}

const ADJACENT_HINT: Text = {
  en: 'two neighbouring marks together take 3/2em, 1em, or 2em, which squeezes nothing',
  zh: '相邻两个标点合占 3/2em、1em，或 2em（不压缩）',
}

/** Values each of which undoes the other. */
function checkTogether(composition: Composition, { faults }: Sheet): void {
  const { punctuation, justification, adjacentMarks, lineStartMarks, lineEndMarks, region, fullStop } =
    composition
  const clash = (keys: readonly string[], message: Text, hint: Text): void =>
    faults.impossible(keys.map(at), message, hint)
  if (punctuation === 'hangmobanjiao' && lineEndMarks === 'full') {
    clash(['line-end-marks', 'punctuation'], LINE_END, {
      en: 'take out one of the two',
      zh: '两者请去掉一个',
    })
  }
  if (fullStop === 'point' && region === 'taiwan') {
    clash(['full-stop', 'region'], POINT_IN_TAIWAN, {
      en: 'with `region: taiwan` the full stop is 。: full-stop: ring',
      zh: '`region: taiwan` 的句号是 。：full-stop: ring',
    })
  }
  if (justification !== 'grid') return
  if (punctuation === 'kaiming' || punctuation === 'banjiao') {
    clash(['punctuation', 'justification'], offGrid(`punctuation: ${punctuation}`), {
      en: 'with `justification: grid` use quanjiao or hangmobanjiao',
      zh: '`justification: grid` 请用 quanjiao 或 hangmobanjiao',
    })
  }
  if (adjacentMarks === 1.5) {
    clash(['adjacent-marks', 'justification'], offGrid('adjacent-marks: 3/2em'), {
      en: 'with `justification: grid` two marks take 2em, or 1em: one cell',
      zh: '`justification: grid` 时相邻标点合占 2em，或 1em（一格）',
    })
  }
  if (lineStartMarks === 'half') {
    clash(['line-start-marks', 'justification'], offGrid('line-start-marks: half'), {
      en: 'with `justification: grid` a mark at the line head keeps its cell: full',
      zh: '`justification: grid` 时行首标点占满一格：full',
    })
  }
}

const LINE_END: Text = {
  en: '`punctuation: hangmobanjiao` takes half of a mark at the line end; `line-end-marks: full` keeps it',
  zh: '`punctuation: hangmobanjiao` 行末标点占半格，`line-end-marks: full` 却要占满',
}

/** ． for 。 is of scientific matter of the mainland (CLREQ 5.1.1.1); Taiwan's stops stand in the middle (5.1.1.2). */
const POINT_IN_TAIWAN: Text = {
  en: '`full-stop: point` is a usage of the mainland; in the middle of its cell, as in Taiwan, ．would read as ·',
  zh: '`full-stop: point` 是大陆科技文献的用法；`region: taiwan` 点号居中，．会被看成间隔号',
}

const offGrid = (value: string): Text => ({
  en: `\`${value}\` moves characters by half a cell; \`justification: grid\` keeps each on its cell`,
  zh: `\`${value}\` 会使文字错开半格，而 \`justification: grid\` 要字字在格`,
})
