// 5.1 and 5.2: where marks stand in their cells and how wide they are, by region and direction.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { inkIn, middleOf, offMiddle, placeOf } from '../ink.ts'
import { at, find, roomsOf, timesParted } from '../measure.ts'
import { type Specimen, specimen } from '../specimen.ts'

type Region = 'mainland' | 'taiwan'

const other = (region: Region): Region => (region === 'mainland' ? 'taiwan' : 'mainland')

const aloneIn = (marks: readonly string[]): readonly string[] => marks.map((mark) => `国${mark}国`)

const setAlone = (
  direction: Direction,
  marks: readonly string[],
  region: Region = 'mainland',
): Promise<Specimen> =>
  specimen({ direction, body: aloneIn(marks), characters: 8, lines: 40, composition: { region } })

const glyphOf = (set: Specimen, mark: string) => at(find(set, `国${mark}国`), 1)

async function inkOf(set: Specimen, mark: string) {
  const ink = await inkIn(set, glyphOf(set, mark).glyph)
  if (!ink) throw new Error(`no ink of ${mark}`)
  return ink
}

/** Marks grouped by where their ink stands: `，。、 lower left`. */
async function placesOf(set: Specimen, marks: readonly string[]): Promise<string> {
  const groups = new Map<string, string>()
  for (const mark of marks) {
    const place = placeOf(await inkOf(set, mark))
    groups.set(place, (groups.get(place) ?? '') + mark)
  }
  return [...groups].map(([place, members]) => `${members} ${place}`).join(', ')
}

const MARKS = [...'，。、．；：！？（《【）》】']
const PLACES = {
  horizontal: '，。、． lower left, ；：！？）》】 left, （《【 right',
  vertical: '，。、． upper right, ；：！？ right, （《【 lower, ）》】 upper',
}

const FULL = aloneIn([...'，。、；：！？（）《》“”‘’～—'])
const HALF = aloneIn([...'·–／'])
const DOUBLE = aloneIn(['——', '……'])

/** Which mark “ and ‘ look like: curly where they look like neither corner bracket. */
async function quotesOf(direction: Direction, region: Region): Promise<string> {
  const set = await setAlone(direction, [...'“‘「『'], region)
  const boxes = await Promise.all([...'「『'].map(async (mark) => [mark, await inkOf(set, mark)] as const))
  const shapes: string[] = []
  for (const mark of '“‘') {
    const ink = await inkOf(set, mark)
    const like = boxes.find(([, box]) =>
      (['left', 'top', 'right', 'bottom', 'density'] as const).every(
        (key) => Math.abs(box[key] - ink[key]) < 0.02,
      ),
    )
    shapes.push(`${mark} as ${like?.[0] ?? 'curly'}`)
  }
  return shapes.join(', ')
}

const QUOTES = {
  mainland: { horizontal: '“ as curly, ‘ as curly', vertical: '“ as 『, ‘ as 「' },
  taiwan: { horizontal: '“ as 「, ‘ as 『', vertical: '“ as 「, ‘ as 『' },
}

const quotes = (region: Region) =>
  probe(`quotation marks, ${region}`, {
    measure: (direction, isOn) => quotesOf(direction, isOn ? region : other(region)),
    holds: (shapes, direction) => shapes === QUOTES[region][direction],
    show: (shapes) => shapes,
  })

/** How far the middle of the ink is from the middle of the cell, at most. */
async function offCentre(direction: Direction, marks: string, region: Region): Promise<number> {
  const set = await setAlone(direction, [...marks], region)
  const off = [...marks].map(async (mark) => {
    const [along, across] = middleOf(await inkOf(set, mark), direction)
    return Math.max(Math.abs(along - 0.5), Math.abs(across - 0.5))
  })
  return Math.max(...(await Promise.all(off)))
}

/** How far ink is from the middle of its room, along and across, at most. */
async function offRoom(direction: Direction, marks: readonly string[], region: Region): Promise<number> {
  const set = await setAlone(direction, marks, region)
  const off = await Promise.all(marks.map((mark) => offMiddle(set, `国${mark}国`)))
  return Math.max(...off.flat().map(Math.abs))
}

/** ？ and ！ at the ends of lines of ten: room from the cell before to the line end. */
async function roomsAtEnd(direction: Direction, region: Region): Promise<readonly number[]> {
  const body = ['？', '！'].map((mark) => `市直机关各部门认真${mark}市直机关各部门`)
  const { lines } = await specimen({ direction, body, characters: 10, composition: { region } })
  return lines.filter(({ text }) => /[？！]$/u.test(text)).map(({ glyphs }) => 10 - at(glyphs, -2).to)
}

interface Opening {
  /** Ink of the marks along the line, from its head. */
  readonly inks: readonly (readonly [number, number])[]
  readonly hans: readonly number[]
  readonly warnings: number
}

/** A quotation over paragraphs: the opening mark stands at each, the closing one at the last. */
async function repeatedOpening(direction: Direction, marks: string): Promise<Opening> {
  const body = ['“市直机关各部门认真学习。', '“贯彻会议精神。', '“加强思想政治建设。”']
  const composition = { indent: '2em', 'line-start-marks': marks }
  const page = await specimen({ direction, body, characters: 16, composition })
  const pairs = page.lines.filter(({ text }) => text.startsWith('“')).map(({ glyphs }) => glyphs.slice(0, 2))
  const inks = pairs.map(async ([mark]) => {
    const ink = mark && (await inkIn(page, mark.glyph))
    if (!ink) throw new Error('no ink of “')
    const [from, to] = direction === 'horizontal' ? [ink.left, ink.right] : [ink.top, ink.bottom]
    return [mark.from + from, mark.from + to] as const
  })
  return {
    inks: await Promise.all(inks),
    hans: pairs.map((pair) => at(pair, 1).from),
    warnings: page.diagnostics.length,
  }
}

const REPEATED = ['？！', '！！', '？？', '？？？', '！！！']
const MEASURES = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]

export const MARKS_PROOFS: readonly Proof[] = [
  clause('5.1', [
    probe('place of the ink in the cell', {
      measure: async (direction, isOn) =>
        placesOf(await setAlone(direction, MARKS, isOn ? 'mainland' : 'taiwan'), MARKS),
      holds: (places, direction) => places === PLACES[direction],
      show: (places) => places,
    }),
    probe('room of marks, of ·–／, of —— ……', {
      async measure(direction, isOn) {
        const body = [...FULL, ...HALF, ...DOUBLE]
        const punctuation = isOn ? 'quanjiao' : 'banjiao'
        const set = await specimen({
          direction,
          body,
          characters: 8,
          lines: 40,
          composition: { punctuation },
        })
        return [FULL, HALF, DOUBLE].map((texts) => [...new Set(roomsOf(set, texts).map(ems))].join('|'))
      },
      holds: (rooms) => rooms.join(' ') === '1.000 0.500 2.000',
      show: (rooms) => rooms.join(' '),
    }),
    probe('ink of ～ — – - · …… —— off the middle of its room, at most; other text: ，', {
      control: 'other text',
      measure: (direction, isOn) =>
        offRoom(direction, isOn ? ['～', '—', '–', '-', '·', '……', '——'] : ['，'], 'mainland'),
      holds: (off) => off <= 0.05,
      show: ems,
    }),
  ]),
  clause('5.1.1.1', [
    probe('the full stop’s middle', {
      async measure(direction, isOn) {
        const composition = { 'full-stop': isOn ? 'point' : 'ring' }
        const set = await specimen({ direction, body: ['国。国'], characters: 8, composition })
        const glyph = glyphOf(set, '。')
        const ink = await inkIn(set, glyph.glyph)
        return {
          isSolid: ink?.isSolid === true,
          place: ink ? placeOf(ink) : 'no ink',
          room: roomsOf(set, ['国。国'])[0],
        }
      },
      holds: ({ isSolid, room }) => isSolid && isNear(room, 1),
      show: ({ isSolid, place }) => `${isSolid ? 'black' : 'white'}, ${place}`,
    }),
  ]),
  clause('5.1.1.2', [
    probe('ink of ，。、；： off the middle of its cell, at most', {
      measure: (direction, isOn) => offCentre(direction, '，。、；：', isOn ? 'taiwan' : 'mainland'),
      holds: (off) => off <= 0.06,
      show: ems,
    }),
    probe('room of ·, its ink off the middle of it', {
      async measure(direction, isOn) {
        const region = isOn ? 'taiwan' : 'mainland'
        const set = await setAlone(direction, ['·'], region)
        return [roomsOf(set, ['国·国'])[0] ?? 0, await offRoom(direction, ['·'], region)]
      },
      holds: ([room, off = 1]) => isNear(room, 1, 0.001) && off <= 0.06,
      show: (found) => found.map(ems).join(' '),
    }),
    probe('？ and ！ at the line end', {
      directions: ['horizontal'],
      measure: (direction, isOn) => roomsAtEnd(direction, isOn ? 'taiwan' : 'mainland'),
      holds: (rooms) => rooms.length === 2 && rooms.every((room) => isNear(room, 1)),
      show: (rooms) => rooms.map(ems).join(' '),
    }),
  ]),
  clause('5.1.1.3', [
    probe(`room of ${REPEATED.join(' ')}; off: Taiwan, horizontal`, {
      async measure(direction, isOn) {
        const body = aloneIn(REPEATED)
        const set = isOn
          ? await specimen({ direction, body, characters: 10, lines: 30 })
          : await specimen({
              direction: 'horizontal',
              body,
              characters: 10,
              lines: 30,
              composition: { region: 'taiwan' },
            })
        return roomsOf(set, body)
      },
      holds: (rooms) => rooms.map(ems).join(' ') === '1.000 1.000 1.000 2.000 2.000',
      show: (rooms) => rooms.map(ems).join(' '),
    }),
    probe('parted by line ends, 12 measures; other text: 问叹', {
      control: 'other text',
      async measure(direction, isOn) {
        const marks = isOn ? '？！' : '问叹'
        const body = [
          `真的吗${marks}大家都说好${marks}是这样吗${marks}可以吗${marks}不行吗${marks}好吗${marks}`.repeat(
            3,
          ),
        ]
        const sets = MEASURES.map((characters) => specimen({ direction, body, characters, lines: 20 }))
        return timesParted(await Promise.all(sets), [marks])
      },
      holds: (parted) => parted === 0,
      show: String,
    }),
  ]),
  clause('5.2', [
    quotes('mainland'),
    quotes('taiwan'),
    probe(
      'a quotation of three paragraphs, indent 2em: ink of each “ within, the Han after it; off: marks at line heads full',
      {
        measure: (direction, isOn) => repeatedOpening(direction, isOn ? 'half' : 'full'),
        holds: ({ inks, hans, warnings }) =>
          hans.length === 3 &&
          hans.every((from) => isNear(from, 2.5, 0.001)) &&
          inks.every(([from, to]) => from >= 2 && to <= 2.5) &&
          warnings === 0,
        show: ({ inks, hans, warnings }) =>
          `${inks.map(([from, to]) => `${ems(from)}–${ems(to)}`).join(' ')}; ${hans.map(ems).join(' ')}; ${warnings} warnings`,
      },
    ),
  ]),
]
