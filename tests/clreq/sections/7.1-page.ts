// 6.4, 7.1.1 and 7.1.2: lines of the type area, the page, runts and widows.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at } from '../measure.ts'
import { han } from '../prose.ts'
import { bookWith, EM, MARGIN, type PlainMap, setIn, specimen } from '../specimen.ts'

const listed = (values: readonly number[]): string => values.map(ems).join(' ')
const distinct = (values: readonly number[]): readonly number[] => [
  ...new Set(values.map((value) => Number(ems(value)))),
]

/** A line of each kind of content: Han, bold, Kai, Western, raised and lowered, dotted, with a reading. */
const MIXED = [
  '市直机关各部门认真学习',
  '{粗|市直机关}各部门{楷|认真}',
  'Windows与Office软件',
  '面积2{上标|2}公里{注号|①}',
  '{着重|市直机关}{专名|张三}',
  '{拼音|北京|běi jīng}市直机关',
]

async function pitchesOf(direction: Direction, pitch: number): Promise<readonly number[]> {
  const { lines } = await specimen({ direction, body: MIXED, characters: 14, lines: 10, pitch })
  const tops = lines.map(({ glyphs }) => at(glyphs, 0).head)
  return distinct(tops.slice(1).map((top, i) => top - at(tops, i)))
}

/** How far the middles of Han, bold, Kai and Western em boxes are from the middles of the lines, at most. */
async function offMiddle(direction: Direction): Promise<number> {
  const { lines, area } = await specimen({ direction, body: MIXED, characters: 14, lines: 10 })
  const off = lines.flatMap(({ glyphs, index }) =>
    glyphs.map(({ head, foot }) => Math.abs((head + foot) / 2 - index * area.pitch - 0.5)),
  )
  return Math.max(...off)
}

interface Body {
  readonly characters: number
  readonly lines: number
  readonly columns: number
  readonly gap: number
  readonly margins: readonly number[]
}

/** The text of a full page as the paper has it, with no thought of the layout. */
async function bodyOf(direction: Direction, isOn: boolean): Promise<Body> {
  const size = isOn ? { characters: 12, lines: 8, columns: 2 } : { characters: 10, lines: 7, columns: 1 }
  const { pdf } = await specimen({ direction, body: [han(700)], ...size })
  const page = at(pdf.pages, 1)
  const isFlat = direction === 'horizontal'
  const along = distinct(page.glyphs.map(({ x, y }) => (isFlat ? x : y) / EM)).toSorted((a, b) => a - b)
  const across = distinct(page.glyphs.map(({ x, y }) => (isFlat ? y : x) / EM))
  const steps = along.slice(1).map((value, i) => value - at(along, i))
  const wide = steps.filter((step) => step > 1.5)
  const edges = page.glyphs.map(({ x, y, width, height }) => [
    x,
    y,
    page.width - x - width,
    page.height - y - height,
  ])
  return {
    characters: along.length / (wide.length + 1),
    lines: across.length,
    columns: wide.length + 1,
    gap: wide.length > 0 ? at(wide, 0) - 1 : 0,
    margins: [0, 1, 2, 3].map((side) => Math.min(...edges.map((edge) => edge[side] ?? 0)) / EM),
  }
}

const DESIGN = {
  horizontal: {
    name: 'yearbook',
    is: '25 × 50 × 2 of 9 pt, pitch 1.500, gap 2.000; inner margin 60.0, head 80.0 pt',
  },
  vertical: {
    name: 'yearbook-vertical',
    is: '32 × 31 × 2 of 10 pt, pitch 1.500, gap 2.400; inner margin 58.0, head 76.0 pt',
  },
} as const

/** Around the trimmed page, in points: 3 mm (GB/T 788 leaves it to the printer, the designs say it). */
const BLEED = (3 / 25.4) * 72

/** Positions that differ by more than what a file rounds. */
const steps = (values: readonly number[]): readonly number[] =>
  values.toSorted((a, b) => a - b).filter((value, i, all) => i === 0 || value - at(all, i - 1) > 0.05)

/** The text of page 2, full, of a shipped design, as the paper has it. */
async function designOf(direction: Direction, isOn: boolean): Promise<string> {
  const off = { 'type-area': { characters: 24, lines: 30, 'column-gap': '30pt', 'head-margin': '90pt' } }
  const design = { extends: DESIGN[direction].name, ...(isOn ? {} : off) }
  const page = at((await setIn(design, [han(7000)])).pages, 1)
  const glyphs = page.glyphs.filter(({ isArtifact }) => !isArtifact)
  const em = at(glyphs, 0).size
  const isFlat = direction === 'horizontal'
  const along = steps(glyphs.map(({ x, y }) => (isFlat ? x : y)))
  const across = steps(glyphs.map(({ x, y }) => (isFlat ? y : x)))
  const wide = along
    .slice(1)
    .map((value, i) => value - at(along, i))
    .filter((step) => step > 1.5 * em)
  const [columns, gap] = [wide.length + 1, (wide[0] ?? em) / em - 1]
  const pitch = (at(across, 1) - at(across, 0)) / em
  // Page 2 has its spine at the right of a book bound at the left, and the other way about.
  const inner = isFlat
    ? page.width - BLEED - Math.max(...glyphs.map(({ x, width }) => x + width))
    : Math.min(...glyphs.map(({ x }) => x)) - BLEED
  const head = Math.min(...glyphs.map(({ y }) => y)) - BLEED
  return `${DESIGN[direction].name}: ${along.length / columns} × ${across.length} × ${columns} of ${Number(em.toFixed(2))} pt, pitch ${ems(pitch)}, gap ${ems(gap)}; inner margin ${inner.toFixed(1)}, head ${head.toFixed(1)} pt`
}

/** Head and folio of the second page: what they say, and how far from the text. */
async function furnitureOf(direction: Direction, isOn: boolean): Promise<string> {
  const layout: PlainMap = {
    'running-head': { even: isOn ? 'book' : 'none', odd: 'none', gap: '6pt', rule: '0.4pt' },
    folio: { place: isOn ? 'foot' : 'none', 'foot-gap': '15pt' },
  }
  const files = bookWith([{ title: '题', sections: [{ body: [han(300)] }] }])
  const { pdf } = await specimen({ direction, files, characters: 12, lines: 6, layout })
  const page = at(pdf.pages, 1)
  const artifacts = page.glyphs.filter(({ isArtifact }) => isArtifact)
  const text = page.glyphs.filter(({ isArtifact }) => !isArtifact)
  const [top, bottom] = [
    Math.min(...text.map(({ y }) => y)),
    Math.max(...text.map(({ y, height }) => y + height)),
  ]
  const above = artifacts.filter(({ y }) => y < top).map(({ text }) => text)
  const below = artifacts.filter(({ y }) => y > bottom).map(({ text }) => text)
  return `head ${above.join('') || 'none'}, folio ${below.join('') || 'none'}`
}

/** Paragraphs of 17 to 60 characters, each ending in the only 。 it has. */
const PARAGRAPHS = Array.from({ length: 44 }, (_, i) => `${han(16 + i)}。`)

/** Last lines of one character and a mark. */
async function runtsOf(direction: Direction, least: number): Promise<number> {
  const set = await specimen({
    direction,
    body: PARAGRAPHS,
    characters: 12,
    lines: 40,
    composition: { 'min-chars-on-last-line': least },
  })
  return set.lines.filter(({ text }) => [...text].length <= 2 && text.endsWith('。')).length
}

/** Columns and pages that begin with the last line of a paragraph begun before them. */
async function widowsOf(direction: Direction, least: number): Promise<number> {
  let widows = 0
  for (const lines of [7, 8, 9, 10, 11, 12]) {
    const set = await specimen({
      direction,
      body: PARAGRAPHS,
      characters: 12,
      lines,
      layout: { 'balance-columns': false },
      composition: { 'min-lines-at-column-head': least, indent: '2em' },
    })
    const first = set.lines.filter(({ page, column }, i) => {
      const before = set.lines[i - 1]
      return before !== undefined && (before.page !== page || before.column !== column)
    })
    widows += first.filter(({ text, glyphs }) => text.endsWith('。') && at(glyphs, 0).from < 1).length
  }
  return widows
}

export const PAGE_PROOFS: readonly Proof[] = [
  clause('6.4', [
    probe('line to line, whatever the lines hold; off: another pitch', {
      measure: (direction, isOn) => pitchesOf(direction, isOn ? 1.5 : 1.75),
      holds: (pitches) => pitches.length === 1 && isNear(pitches[0], 1.5),
      show: listed,
    }),
    probe('em boxes of all faces off the middle of the line, at most; other text: a raised character', {
      control: 'other text',
      async measure(direction, isOn) {
        if (isOn) return offMiddle(direction)
        const { glyphs, area } = await specimen({
          direction,
          body: ['国{上标|国}'],
          characters: 14,
          lines: 10,
        })
        const [, raised] = glyphs.filter(({ text }) => text === '国')
        return raised ? Math.abs((raised.head + raised.foot) / 2 - 2 * area.pitch - 0.5) : 0
      },
      holds: (off) => isNear(off, 0, 0.002),
      show: ems,
    }),
  ]),
  clause('7.1.1', [
    probe('characters × lines × columns, gap; margins at the left, top, right, bottom', {
      measure: bodyOf,
      holds: ({ characters, lines, columns, gap, margins }) =>
        `${characters} ${lines} ${columns}` === '12 8 2' &&
        isNear(gap, 2, 0.001) &&
        margins.every((margin) => isNear(margin, MARGIN / EM, 0.001)),
      show: ({ characters, lines, columns, gap, margins }) =>
        `${characters} × ${lines} × ${columns}, ${ems(gap)}; ${listed(margins)}`,
    }),
    probe(
      'a full page of the shipped design: characters × lines × columns; off: made from it with other numbers',
      {
        measure: designOf,
        holds: (found, direction) => found === `${DESIGN[direction].name}: ${DESIGN[direction].is}`,
        show: (found) => found,
      },
    ),
    probe('head above and folio below the text', {
      measure: furnitureOf,
      holds: (found) => found === 'head 年鉴, folio 2',
      show: (found) => found,
    }),
  ]),
  clause('7.1.2', [
    probe('last lines of one character in 44 paragraphs', {
      measure: (direction, isOn) => runtsOf(direction, isOn ? 2 : 1),
      holds: (count) => count === 0,
      show: String,
    }),
    probe('columns that begin with a last line, 6 depths', {
      measure: (direction, isOn) => widowsOf(direction, isOn ? 2 : 1),
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
]
