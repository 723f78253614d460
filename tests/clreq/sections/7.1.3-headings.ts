// 7.1.3: headings, displayed, run-in and cut-in, and where chapters begin.

import type { Direction, PlacedGlyph } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, find } from '../measure.ts'
import { han } from '../prose.ts'
import { bookWith, EM, MARGIN, type PlainMap, type Specimen, specimen } from '../specimen.ts'

const listed = (values: readonly number[]): string => values.map(ems).join(' ')

/** From the line before a heading to the heading's middle, and to the line after it, in lines. */
async function displayed(direction: Direction, form: string, lines: number): Promise<readonly number[]> {
  const set = await specimen({
    direction,
    sections: [{ body: ['市直机关'] }, { heading: '小题', form, body: ['各部门认真'] }],
    characters: 12,
    layout: { 'subheading-lines': lines },
  })
  const middle = (glyph: PlacedGlyph): number => (glyph.head + glyph.foot) / 2
  const glyphs = (text: string): PlacedGlyph => glyphOf(set, text)
  const [before, title, after] = [glyphs('市'), glyphs('小'), glyphs('各')].map(middle)
  const pitch = set.area.pitch
  return [((title ?? 0) - (before ?? 0)) / pitch, ((after ?? 0) - (before ?? 0)) / pitch]
}

function glyphOf({ glyphs }: Specimen, text: string): PlacedGlyph {
  const found = glyphs.find((glyph) => glyph.text === text)
  if (!found) throw new Error(`no ${text}`)
  return found
}

/** Lines that stand beside a cut-in heading and begin after it, and the first that begins at the line head again. */
async function cutIn(direction: Direction, isOn: boolean): Promise<string> {
  const set = await specimen({
    direction,
    sections: [{ heading: '小题', form: isOn ? 'cut-in' : 'bracket', body: [han(60)] }],
    characters: 14,
  })
  const heading = set.glyphs
    .filter(({ text }) => '小题'.includes(text) && set.lines.length > 0)
    .filter(({ font }) => /Sans/.test(font))
  const body = set.glyphs.filter(({ font, size }) => /Serif/.test(font) && Math.abs(size - 1) < 0.001)
  const end = Math.max(...heading.map(({ to }) => to))
  const heads = [...new Set(body.map(({ head }) => head))].map((line) =>
    Math.min(...body.filter(({ head }) => head === line).map(({ from }) => from)),
  )
  const beside = heads.filter((from) => from >= end - 0.001).length
  return `${beside} beside, then ${ems(heads[beside] ?? 0)}`
}

/** Middle of a title over two columns, in em from the head of the first. */
async function acrossColumns(direction: Direction, span: string): Promise<number> {
  const files = bookWith([{ title: '机关党建', sections: [{ body: [han(100)] }] }])
  const set = await specimen({
    direction,
    files,
    characters: 10,
    columns: 2,
    layout: { chapter: { opening: { span } } },
  })
  const { x, y } = set.area
  const [first, last] = [glyphOf(set, '机').glyph, glyphOf(set, '建').glyph]
  return direction === 'horizontal'
    ? ((first.x + last.x + last.width) / 2 - x) / EM
    : ((first.y + last.y + last.height) / 2 - y) / EM
}

/** Headings on the last line of a page, over twelve depths. */
async function headingsAtFoot(direction: Direction, form: string): Promise<number> {
  let count = 0
  for (const lines of [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]) {
    const sections = Array.from({ length: 9 }, (_, i) => ({
      heading: '小题',
      form,
      body: [`${han(20 + 7 * i)}。`],
    }))
    const set = await specimen({
      direction,
      sections,
      characters: 12,
      lines,
      layout: { 'subheading-lines': 1 },
    })
    const pages = set.pdf.pages.map((_, page) => set.lines.filter((line) => line.page === page))
    count += pages.slice(0, -1).filter((lines) => lines.at(-1)?.text.includes('小题')).length
  }
  return count
}

const TITLE = {
  text: { size: '16pt', face: '黑', weight: 'bold' },
  'letter-spacing': '1/2em',
  align: 'start',
  'start-share': '1/4',
}

async function titleOf(direction: Direction, opening: PlainMap): Promise<string> {
  const files = bookWith([{ title: '机关党建', sections: [{ body: ['国'] }] }])
  const layout = { chapter: { opening: { lines: 3, ...opening } } }
  const set = await specimen({ direction, files, layout, characters: 16 })
  const glyphs = [...'机关党建'].map((text) => glyphOf(set, text))
  const [first, second] = [at(glyphs, 0), at(glyphs, 1)]
  const start = first.from
  const rest = 16 - at(glyphs, -1).to
  const place = isNear(start, rest, 0.02) ? 'centred' : `from ${ems(start)}`
  return `${first.font} ${ems(first.size)}, step ${ems((second.from - first.from) / first.size)}, ${place}`
}

const CHAPTERS = ['甲题', '乙题', '丙题'].map((title) => ({ title, sections: [{ body: [han(30)] }] }))

interface Starts {
  readonly pages: readonly number[]
  readonly isInnerRight: boolean
}

/** Pages on which three short chapters begin, and whether the last of them has its inner margin towards the spine. */
async function startsOf(direction: Direction, start: string): Promise<Starts> {
  const set = await specimen({
    direction,
    files: bookWith(CHAPTERS),
    characters: 12,
    lines: 20,
    layout: {
      chapter: { start },
      'type-area': { 'inner-margin': `${MARGIN + 20}pt` },
      trim: '400pt × 400pt',
    },
  })
  const pages = ['甲', '乙', '丙'].map(
    (title) => set.pdf.pages.findIndex(({ glyphs }) => glyphs.some(({ text }) => text === title)) + 1,
  )
  const last = set.pdf.pages[at(pages, 2) - 1]
  const spine = direction === 'horizontal' ? Math.min(...(last?.glyphs ?? []).map(({ x }) => x)) : 0
  const spineRight =
    direction === 'vertical'
      ? (last?.width ?? 0) - Math.max(...(last?.glyphs ?? []).map(({ x, width }) => x + width))
      : 0
  return { pages, isInnerRight: spine + spineRight >= MARGIN + 20 - 0.01 }
}

/** Lines in the columns of the page before a new one. */
async function columnsBefore(direction: Direction, isBalanced: boolean): Promise<readonly number[]> {
  const set = await specimen({
    direction,
    files: bookWith([
      { title: '甲题', sections: [{ body: [`${han(98)}。`] }] },
      { title: '乙题', sections: [{ body: [han(30)] }] },
    ]),
    characters: 10,
    lines: 12,
    columns: 2,
    layout: { chapter: { start: 'new-page' }, 'balance-columns': isBalanced },
  })
  const onFirst = set.lines.filter(({ page, text }) => page === 0 && !text.includes('题'))
  return [0, 1].map((column) => onFirst.filter((line) => line.column === column).length)
}

/** What stands on a page left out before a new odd page. */
async function emptyPage(direction: Direction, start: string): Promise<number> {
  const { pdf } = await specimen({
    direction,
    files: bookWith(CHAPTERS),
    characters: 12,
    lines: 20,
    layout: { chapter: { start } },
  })
  const second = at(pdf.pages, 1)
  return second.glyphs.length + second.paths.length
}

async function runIn(direction: Direction, gap: string, heading: string): Promise<string> {
  const set = await specimen({
    direction,
    sections: [{ heading: '小题', body: [han(30)] }],
    characters: 16,
    composition: { 'heading-gap': gap },
    layout: { styles: { heading: { face: heading, weight: heading === '宋' ? 'regular' : 'bold' } } },
  })
  const first = at(set.lines, 0)
  const [title, mark, text] = [at(first.glyphs, 2), at(first.glyphs, 3), at(first.glyphs, 4)]
  return `${first.text.slice(0, 6)}, ${title.font} and ${text.font}, from the ink of 】 ${ems(text.from - mark.from - 0.5)}`
}

/** Line of its column, of six, on which a heading stands that fits there alone. */
async function lastLine(direction: Direction, form: string): Promise<string> {
  const set = await specimen({
    direction,
    sections: [{ body: [`${han(35)}。`] }, { heading: '小题', form, body: [`${han(25)}。`] }],
    characters: 12,
    lines: 6,
    layout: { 'subheading-lines': 1, chapter: { opening: { lines: 2 } }, 'balance-columns': false },
    composition: { 'min-lines-at-column-foot': 1, 'min-lines-at-column-head': 1 },
  })
  const heading = at(find(set, '小题'), 0)
  return `page ${heading.page + 1}, line ${Math.round(heading.head / set.area.pitch) + 1}`
}

export const HEADING_PROOFS: readonly Proof[] = [
  clause('7.1.3.1', [
    probe('displayed, of 2 lines: lines from the text before to the heading, to the text after', {
      measure: (direction, isOn) => displayed(direction, isOn ? 'line' : 'bracket', 2),
      holds: ([title, text]) => isNear(title, 1.5, 0.001) && isNear(text, 3, 0.001),
      show: listed,
    }),
    probe('displayed, of 3 lines', {
      measure: (direction, isOn) => displayed(direction, 'line', isOn ? 3 : 2),
      holds: ([title, text]) => isNear(title, 2, 0.001) && isNear(text, 4, 0.001),
      show: listed,
    }),
    probe('run-in: lines from the text before to the heading, to the text after', {
      measure: (direction, isOn) => displayed(direction, isOn ? 'bracket' : 'line', 2),
      holds: ([title, text]) => isNear(title, 1, 0.001) && isNear(text, 1, 0.001),
      show: listed,
    }),
    probe('across two columns of 10 and the gap of 2: middle of the title', {
      measure: (direction, isOn) => acrossColumns(direction, isOn ? 'all' : 'column'),
      holds: (middle) => isNear(middle, 11, 0.01),
      show: ems,
    }),
    probe('cut-in: lines beside the heading, head of the next', {
      measure: cutIn,
      holds: (found) => /^[2-4] beside, then 0\.000$/.test(found),
      show: (found) => found,
    }),
  ]),
  clause('7.1.3.2', [
    probe('face, size, step, place of a title', {
      measure: (direction, isOn) => titleOf(direction, isOn ? TITLE : {}),
      holds: (found) => found === 'NotoSansSC-Bold 1.600, step 1.500, from 4.000',
      show: (found) => found,
    }),
    probe('a title in the middle; off: align start', {
      measure: (direction, isOn) =>
        titleOf(direction, { text: { size: '12pt' }, align: isOn ? 'center' : 'start' }),
      holds: (found) => found.endsWith('centred'),
      show: (found) => found,
    }),
  ]),
  clause('7.1.3.3', [
    probe('new-recto: pages of three chapters, inner margin at the spine', {
      measure: (direction, isOn) => startsOf(direction, isOn ? 'new-recto' : 'new-page'),
      holds: ({ pages, isInnerRight }) => pages.join() === '1,3,5' && isInnerRight,
      show: ({ pages, isInnerRight }) => `${pages.join(' ')}, ${isInnerRight ? 'yes' : 'no'}`,
    }),
    probe('new-page', {
      measure: (direction, isOn) => startsOf(direction, isOn ? 'new-page' : 'run-on'),
      holds: ({ pages }) => pages.join() === '1,2,3',
      show: ({ pages }) => pages.join(' '),
    }),
    probe('run-on', {
      measure: (direction, isOn) => startsOf(direction, isOn ? 'run-on' : 'new-page'),
      holds: ({ pages }) => pages.join() === '1,1,1',
      show: ({ pages }) => pages.join(' '),
    }),
    probe('displayed headings on the last line of a page, 12 depths; off: run-in', {
      measure: (direction, isOn) => headingsAtFoot(direction, isOn ? 'line' : 'bracket'),
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
  clause('7.1.3.4', [
    probe('lines in the two columns before a new page', {
      measure: (direction, isOn) => columnsBefore(direction, isOn === (direction === 'horizontal')),
      holds: ([first = 0, second = 0], direction) =>
        direction === 'horizontal' ? first >= second && first - second <= 1 : first === 10 && second < first,
      show: (counts) => counts.join(' '),
    }),
    probe('marks on the page left out before a new odd page', {
      measure: (direction, isOn) => emptyPage(direction, isOn ? 'new-recto' : 'new-page'),
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
  clause('7.1.3.5', [
    probe('beginning of the line, its fonts, the gap', {
      measure: (direction, isOn) => runIn(direction, isOn ? '1em' : 'none', isOn ? '黑' : '宋'),
      holds: (found) =>
        /^【小题】.., NotoSansSC-Bold and NotoSerifSC-Regular, from the ink of 】 1\.000$/u.test(found),
      show: (found) => found,
    }),
    probe('a run-in heading on the last of six lines; off: displayed', {
      measure: (direction, isOn) => lastLine(direction, isOn ? 'bracket' : 'line'),
      holds: (found) => found === 'page 1, line 6',
      show: (found) => found,
    }),
  ]),
]
