// 2 to 4: where lines run and stack, what is different in vertical lines, faces and characters.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { inkIn, placeOf } from '../ink.ts'
import { at, find } from '../measure.ts'
import { han } from '../prose.ts'
import { EM, type PlainMap, specimen } from '../specimen.ts'

const turned = (direction: Direction): Direction => (direction === 'horizontal' ? 'vertical' : 'horizontal')
const listed = (values: readonly number[]): string => values.map(ems).join(' ')

const FORMS = [...'（《“，：…']
const VERTICAL_FORMS = '（ lower, 《 lower, “ lower, ， upper right, ： right, … middle'

async function formsOf(direction: Direction): Promise<string> {
  const set = await specimen({
    direction,
    body: FORMS.map((mark) => `国${mark}国`),
    characters: 8,
    lines: 30,
  })
  const places = FORMS.map(async (mark) => {
    const ink = await inkIn(set, at(find(set, `国${mark}国`), 1).glyph)
    return `${mark} ${ink ? placeOf(ink) : 'nowhere'}`
  })
  return (await Promise.all(places)).join(', ')
}

interface Spread {
  readonly order: string
  /** From the spine to the text on pages 2 and 3, in em. */
  readonly inner: readonly number[]
}

/** Pages with the inner margin wider than the outer one, filled with text. */
async function spreadOf(direction: Direction, layout: PlainMap): Promise<Spread> {
  const { pdf } = await specimen({
    direction,
    body: [han(400)],
    characters: 10,
    lines: 6,
    layout: { 'type-area': { 'inner-margin': '50pt' }, trim: '230pt × 230pt', ...layout },
  })
  const [even, odd] = [at(pdf.pages, 1), at(pdf.pages, 2)]
  const left = Math.min(...even.glyphs.map(({ x }) => x)) / EM
  const right = (odd.width - Math.max(...odd.glyphs.map((glyph) => glyph.x + glyph.width))) / EM
  return { order: pdf.pageOrder, inner: [left, right] }
}

/** Columns of 10 characters with a gap of 2, on a page that is full. */
async function columnStep(direction: Direction): Promise<readonly number[]> {
  const { lines } = await specimen({ direction, body: [han(400)], characters: 10, lines: 6, columns: 2 })
  const heads = [0, 1].map((column) => lines.find((line) => line.page === 1 && line.column === column))
  const [first, second] = heads.map((line) => line && at(line.glyphs, 0).glyph)
  return first && second ? [(second.x - first.x) / EM, (second.y - first.y) / EM] : []
}

/** Where the title stands to the text that follows it, and in which direction the folio is set. */
async function headsOf(direction: Direction): Promise<string> {
  const { pdf } = await specimen({
    direction,
    body: [han(40)],
    characters: 10,
    lines: 10,
    layout: { folio: { place: 'foot', 'opening-place': 'foot' } },
  })
  const { glyphs } = at(pdf.pages, 0)
  const title = glyphs.find(({ text }) => text === '题')
  const folio = glyphs.find(({ isArtifact }) => isArtifact)
  const text = glyphs.filter(({ size, isArtifact }) => size === EM && !isArtifact)
  if (!title || !folio) throw new Error('no title or no folio')
  const isRight = text.every(({ x, width }) => x + width <= title.x + 0.01)
  return `title ${isRight ? 'right of' : 'above'} the text, folio ${folio.direction}`
}

/** Glyphs of a text between two Han, with their directions. */
async function shapesOf(direction: Direction, text: string, composition: PlainMap = {}): Promise<string> {
  const { lines } = await specimen({ direction, body: [`国${text}国`], characters: 16, composition })
  return at(lines, 0)
    .glyphs.slice(1, -1)
    .map(({ text, direction, from, to }) => `${text} ${direction} ${ems(to - from)}`)
    .join(', ')
}

const shape = (
  name: string,
  [text, composition]: Set,
  [offText, offComposition]: Set,
  wanted: string | RegExp,
) =>
  probe(name, {
    measure: (direction, isOn) =>
      shapesOf(direction, isOn ? text : offText, isOn ? composition : offComposition),
    holds: (shapes) => (typeof wanted === 'string' ? shapes === wanted : wanted.test(shapes)),
    show: (shapes) => shapes,
  })

type Set = readonly [text: string, composition?: PlainMap]

async function gapsBeside(direction: Direction, gap: string): Promise<readonly number[]> {
  const composition = { 'han-western-gap': gap }
  const { lines } = await specimen({ direction, body: ['国ABC国2002国'], characters: 16, composition })
  const { glyphs } = at(lines, 0)
  const gapAt = (i: number): number => at(glyphs, i + 1).from - at(glyphs, i).to
  return [gapAt(0), gapAt(3), gapAt(4), gapAt(8)]
}

/** Faces by role, as fonts of the file. */
async function facesOf(direction: Direction, isOn: boolean): Promise<string> {
  const face = (name: string): string => (isOn ? name : '宋')
  const set = await specimen({
    direction,
    sections: [
      {
        heading: '黑体',
        body: [isOn ? '宋体{楷|楷体}{仿宋|仿宋}' : '宋体{仿宋|楷体}{楷|仿宋}'],
      },
      { heading: '小题', form: 'line', body: ['国'], credits: [{ role: '供稿', names: ['张三'] }] },
    ],
    layout: {
      styles: {
        heading: { face: face('黑') },
        subheading: { face: face('仿宋') },
        credit: { face: face('楷') },
      },
    },
  })
  const roles = ['宋体', '黑体', '楷体', '仿宋', '小题', '供稿']
  return roles.map((role) => `${role} ${at(find(set, role), 0).font}`).join(', ')
}

const FACES =
  '宋体 NotoSerifSC-Regular, 黑体 NotoSansSC-Bold, 楷体 LXGWWenKai-Regular, 仿宋 LXGWWenKai-Light, 小题 LXGWWenKai-Regular, 供稿 LXGWWenKai-Regular'

async function cellsOf(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const text = '市直机关学习'
  const { lines } = await specimen({
    direction,
    body: [isOn ? text : `{字距:1/8em|${text}}`],
    characters: 12,
  })
  const { glyphs } = at(lines, 0)
  const steps = glyphs.slice(1).map(({ from }, i) => from - at(glyphs, i).from)
  return [Math.min(...steps), Math.max(...steps), ...new Set(glyphs.map(({ head, foot }) => foot - head))]
}

export const DIRECTIONS_PROOFS: readonly Proof[] = [
  clause('2.1.1', [
    probe('step from character to character, and from line to line, x y in em', {
      async measure(direction, isOn) {
        const body = [han(40)]
        const { lines } = await specimen({
          direction: isOn ? direction : turned(direction),
          body,
          characters: 10,
        })
        const [a, b] = [at(at(lines, 0).glyphs, 0).glyph, at(at(lines, 0).glyphs, 1).glyph]
        const c = at(at(lines, 1).glyphs, 0).glyph
        return [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y].map((step) => step / EM)
      },
      holds: (steps, direction) =>
        steps.map(ems).join(' ') ===
        (direction === 'horizontal' ? '1.000 0.000 0.000 1.500' : '0.000 1.000 -1.500 0.000'),
      show: listed,
    }),
  ]),
  clause(
    '2.1.2',
    [
      probe('ink in the cells', {
        measure: (direction, isOn) => formsOf(isOn ? direction : 'horizontal'),
        holds: (places) => places === VERTICAL_FORMS,
        show: (places) => places,
      }),
      probe('order of pages; inner margin of pages 2 and 3, at the left and at the right', {
        measure: (direction, isOn) => spreadOf(direction, isOn ? {} : { binding: 'left' }),
        holds: ({ order, inner }) => order === 'R2L' && inner.every((margin) => isNear(margin, 5, 0.002)),
        show: ({ order, inner }) => `${order}; ${listed(inner)}`,
      }),
      probe('from the first column to the second, x y in em', {
        measure: (direction, isOn) => columnStep(isOn ? direction : 'horizontal'),
        holds: (step) => listed(step) === '0.000 12.000',
        show: listed,
      }),
      probe('places of title and folio', {
        measure: (direction, isOn) => headsOf(isOn ? direction : 'horizontal'),
        holds: (places) => places === 'title right of the text, folio horizontal',
        show: (places) => places,
      }),
    ],
    'captions and table heads: the program sets neither figures nor tables',
  ),
  clause('2.1.3', [
    shape('words lie', ['Web'], ['{直立|Web}'], /^W sideways \S+, e sideways \S+, b sideways \S+$/),
    shape(
      'letters upright one by one',
      ['{直立|GDP}'],
      ['{并排|GDP}'],
      'G upright 1.000, D upright 1.000, P upright 1.000',
    ),
    shape('digits: combine', ['24', { digits: 'combine' }], ['24', { digits: 'rotate' }], '24 upright 1.000'),
    shape('marked for one cell', ['{并排|24}'], ['{直立|24}'], '24 upright 1.000'),
    probe('gaps 国A C国 国2 2国', {
      measure: (direction, isOn) => gapsBeside(direction, isOn ? '1/4em' : 'none'),
      holds: (gaps) => gaps.length === 4 && gaps.every((gap) => isNear(gap, 0.25, 0.002)),
      show: listed,
    }),
  ]),
  clause(
    '3.1.1',
    [
      probe('fonts of text, heading, marked Kai and Fangsong, subheading, credit', {
        measure: facesOf,
        holds: (fonts) => fonts === FACES,
        show: (fonts) => fonts,
      }),
    ],
    'a shipped Fangsong: a light Kai stands in for it until the layout names a file',
  ),
  clause('4.1', [
    probe('step of Han along the line, least and most, and their depth across it', {
      measure: cellsOf,
      holds: (found) => found.length === 3 && found.every((value) => isNear(value, 1, 0.001)),
      show: listed,
    }),
    probe('widths of 1 and 8, off: digit-width half', {
      async measure(direction, isOn) {
        const composition = { 'digit-width': isOn ? 'proportional' : 'half' }
        const { lines } = await specimen({ direction, body: ['国1818国'], characters: 12, composition })
        const { glyphs } = at(lines, 0)
        return [at(glyphs, 1), at(glyphs, 2)].map(({ from, to }) => to - from)
      },
      holds: ([one = 0, eight = 0]) => Math.abs(one - eight) > 0.01,
      show: listed,
    }),
  ]),
]
