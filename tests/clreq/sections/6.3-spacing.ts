// 6.3: space between characters, blanks of marks, the Han–Western space.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, find, gapsWhere, isFirst, isMixed, isSolid, roomsOf } from '../measure.ts'
import { atMeasures, PROSE } from '../measures.ts'
import { type PlainMap, specimen } from '../specimen.ts'

const between = (texts: readonly string[]): readonly string[] => texts.map((text) => `国${text}国`)

const PAIRS = ['，“', '。”', '》、', '（《', '”，', '》（', '“‘', '）。']

const pairRooms = async (direction: Direction, room: string): Promise<readonly number[]> => {
  const body = between(PAIRS)
  return roomsOf(
    await specimen({ direction, body, lines: 20, composition: { 'adjacent-marks': room } }),
    body,
  )
}

const distinct = (values: readonly number[]): string => [...new Set(values.map(ems))].join(' ')

/** Which blank a mark loses when all blanks go (半角式): the one before it, after it, half on both sides, or none. */
async function blanksOf(direction: Direction, region: string, marks: readonly string[]): Promise<string> {
  const body = between(marks)
  const composition = { punctuation: 'banjiao', region }
  const set = await specimen({ direction, body, characters: 8, lines: 40, composition })
  const groups = new Map<string, string>()
  for (const [i, text] of body.entries()) {
    const [first, mark, last] = find(set, text)
    if (!first || !mark || !last) throw new Error(`no ${text}`)
    const [before, after] = [ems(first.to - mark.from), ems(mark.to - last.from)]
    const side = `${before === '0.000' ? '' : `${before} before`}${after === '0.000' ? '' : ` ${after} after`}`
    const name = side === '' ? 'none' : side.trim()
    groups.set(name, (groups.get(name) ?? '') + marks[i])
  }
  return [...groups].map(([side, members]) => `${members} ${side}`).join(', ')
}

const BLANKS = {
  mainland: {
    horizontal: '，。、；：！？）》】” 0.500 after, （《【“ 0.500 before',
    vertical: '，。、）》】” 0.500 after, ；：！？ none, （《【“ 0.500 before',
  },
  taiwan: {
    horizontal: '，。、；： 0.250 before 0.250 after, ！？ none, ）》】” 0.500 after, （《【“ 0.500 before',
    vertical: '，。、 0.250 before 0.250 after, ；：！？ none, ）》】” 0.500 after, （《【“ 0.500 before',
  },
} as const

const BLANK_MARKS = [...'，。、；：！？）》】”（《【“']

const STYLE_TEXTS = ['，', '、', '：', '（', '”', '。', '！', '。”', '，“'] as const

/** Rooms of marks alone and in pairs, in a style of marks (标点风格). */
const STYLES = {
  quanjiao: { horizontal: '1 1 1 1 1 1 1 1.5 1.5', vertical: '1 1 1 1 1 1 1 1.5 1.5' },
  kaiming: { horizontal: '0.5 0.5 0.5 0.5 0.5 1 1 1 1', vertical: '0.5 0.5 1 0.5 0.5 1 1 1 1' },
  banjiao: { horizontal: '0.5 0.5 0.5 0.5 0.5 0.5 0.5 1 1', vertical: '0.5 0.5 1 0.5 0.5 0.5 1 1 1' },
  hangmobanjiao: { horizontal: '1 1 1 1 1 1 1 2 2', vertical: '1 1 1 1 1 1 1 2 2' },
} as const

const style = (name: keyof typeof STYLES, off: keyof typeof STYLES) =>
  probe(`${name}: room of ${STYLE_TEXTS.join(' ')}; off: ${off}`, {
    async measure(direction, isOn) {
      const body = between(STYLE_TEXTS)
      const composition = { punctuation: isOn ? name : off }
      const set = await specimen({ direction, body, characters: 8, lines: 40, composition })
      return roomsOf(set, body)
        .map((room) => Number(ems(room)))
        .join(' ')
    },
    holds: (rooms, direction) => rooms === STYLES[name][direction],
    show: (rooms) => rooms,
  })

const blanks = (region: 'mainland' | 'taiwan') =>
  probe(`blank that may go, ${region}`, {
    measure: (direction, isOn) =>
      blanksOf(direction, isOn ? region : region === 'mainland' ? 'taiwan' : 'mainland', BLANK_MARKS),
    holds: (sides, direction) => sides === BLANKS[region][direction],
    show: (sides) => sides,
  })

/** In vertical lines ：；！？ have no blank and are not asked. */
const ENDING = /[，。、）》”’】]$/u
const HEADING = /^[（《“‘【]/u

/** Room that marks take at the ends of lines, or opening ones at their heads, over twelve measures: least and most. */
async function edgeRooms(
  direction: Direction,
  isOn: boolean,
  edge: 'head' | 'end',
  composition: PlainMap,
): Promise<readonly number[]> {
  const sets = await atMeasures(direction, isOn, PROSE, { indent: '2em', ...composition })
  const rooms = sets.flatMap(({ lines, wanted }) =>
    lines.flatMap(({ glyphs, text }, i) => {
      if (edge === 'head') return HEADING.test(text) && !isFirst(lines[i]) ? [at(glyphs, 0).to] : []
      const isLast = isFirst(lines[i + 1])
      return ENDING.test(text) && !isLast ? [(wanted.characters ?? 0) - at(glyphs, -1).from] : []
    }),
  )
  return [rooms.length, Math.min(...rooms), Math.max(...rooms)]
}

const GAP_TEXTS = ['国ABC国', '国12国', '国（ABC）国', '国，ABC，国', '国6%国']

/** Gaps beside Western text: Han A, C Han, Han 1, 2 Han, （A, C）, ，A, C，, 6%. */
async function gapsOf(direction: Direction, gap: string): Promise<readonly number[]> {
  const composition = { 'han-western-gap': gap }
  const set = await specimen({ direction, body: GAP_TEXTS, characters: 12, composition })
  return GAP_TEXTS.flatMap((text) => {
    const glyphs = find(set, text)
    const gaps = glyphs.slice(1).map(({ from }, i) => from - at(glyphs, i).to)
    if (text === '国6%国') return [at(gaps, 1)]
    const [first, last] = [
      glyphs.findIndex(({ text }) => /[A1]/.test(text)),
      glyphs.findLastIndex(({ text }) => /[C2]/.test(text)),
    ]
    return [at(gaps, first - 1), at(gaps, last)]
  })
}

const WANTED_GAPS = [0.25, 0.25, 0.25, 0.25, 0, 0, 0, 0, 0]

/** The gap between Han and letters over justified lines whose Han stand solid: least and most. */
async function gapRange(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const text = '用Office软件学Internet知识上Windows平台建Web网站，发Email信件，办OA系统，'.repeat(6)
  const body = isOn ? [text] : [{ text, align: 'start' }]
  const sets = await atMeasures(direction, isOn, body, {}, [14, 15, 16, 17, 18, 19, 20, 21, 22])
  const gaps = sets.flatMap(({ lines }) => lines.filter(isSolid).flatMap((line) => gapsWhere(line, isMixed)))
  return [Math.min(...gaps), Math.max(...gaps)]
}

const pitches = async (direction: Direction, text: string, find: string): Promise<readonly number[]> => {
  const { lines } = await specimen({ direction, body: [text], characters: 20 })
  const { glyphs, text: said } = at(lines, 0)
  const [first, count] = [said.indexOf(find), find.length]
  return glyphs.slice(first, first + count - 1).map(({ from }, i) => at(glyphs, first + i + 1).from - from)
}

const spaced = (name: string, by: string, off: string, wanted: number) =>
  probe(name, {
    measure: (direction, isOn) => pitches(direction, `国{字距:${isOn ? by : off}|市直机关}国`, '市直机关'),
    holds: (steps) => steps.length === 3 && steps.every((step) => isNear(step, wanted, 0.001)),
    show: distinct,
  })

const NAMES = ['张三', '欧阳明', '李四五']

export const SPACING_PROOFS: readonly Proof[] = [
  clause('6.3.1.1', [
    spaced('pitch of characters with a quarter em added', '1/4em', '1/8em', 1.25),
    probe('pitch in a title with half an em added', {
      async measure(direction, isOn) {
        const layout = {
          chapter: { opening: { 'letter-spacing': isOn ? '1/2em' : 'none', text: { size: '10pt' } } },
        }
        const sections = [{ body: ['国'] }]
        const files = {
          'book.yaml': { title: '书', parts: [{ chapters: ['c.yaml'] }] },
          'c.yaml': { title: '机关党建', sections },
        }
        const { lines } = await specimen({ direction, files, layout, characters: 12 })
        const { glyphs } = at(lines, 0)
        return glyphs.slice(1).map(({ from }, i) => from - at(glyphs, i).from)
      },
      holds: (steps) => steps.length === 3 && steps.every((step) => isNear(step, 1.5, 0.001)),
      show: distinct,
    }),
  ]),
  clause('6.3.1.2', [
    probe(`length of ${NAMES.join(' ')} spread over 5 em`, {
      async measure(direction, isOn) {
        const body = NAMES.map((name) => `国{均排:${isOn ? 5 : 4}em|${name}}国`)
        return roomsOf(await specimen({ direction, body, characters: 12 }), between(NAMES))
      },
      holds: (lengths) => lengths.every((length) => isNear(length, 5, 0.001)),
      show: distinct,
    }),
  ]),
  clause('6.3.1.3', [
    spaced('pitch of characters with an eighth of an em taken', '-1/8em', '-1/16em', 0.875),
  ]),
  clause('6.3.2.1', [
    blanks('mainland'),
    blanks('taiwan'),
    style('quanjiao', 'banjiao'),
    style('kaiming', 'quanjiao'),
    style('banjiao', 'kaiming'),
    style('hangmobanjiao', 'quanjiao'),
  ]),
  clause('6.3.2.2', [
    probe(`room of ${PAIRS.join(' ')}`, {
      measure: (direction, isOn) => pairRooms(direction, isOn ? '3/2em' : '2em'),
      holds: (rooms) => rooms.every((room) => isNear(room, 1.5)),
      show: distinct,
    }),
    probe('the same with adjacent-marks: 1em', {
      measure: (direction, isOn) => pairRooms(direction, isOn ? '1em' : '3/2em'),
      holds: (rooms) => rooms.every((room) => isNear(room, 1)),
      show: distinct,
    }),
    probe('blank inside nested brackets: （《国》）', {
      async measure(direction, isOn) {
        const body = ['国（《国》）国']
        const composition = { 'adjacent-marks': isOn ? '3/2em' : '2em' }
        const [, open, inner, , innerEnd, end] = find(
          await specimen({ direction, body, composition }),
          '国（《国》）国',
        )
        // Ink of opening marks stands in the second half of the cell, that of closing ones in the first.
        return [inner, end].map((glyph, i) => (glyph?.from ?? 0) - ([open, innerEnd][i]?.from ?? 0) - 0.5)
      },
      holds: (gaps) => gaps.every((gap) => isNear(gap, 0)),
      show: (gaps) => gaps.map(ems).join(' '),
    }),
  ]),
  clause('6.3.2.3', [
    probe('marks at line ends, 12 measures: how many, least and most room', {
      isControlledAtThree: true,
      measure: (direction, isOn) =>
        edgeRooms(direction, isOn, 'end', isOn ? {} : { 'line-end-marks': 'full' }),
      holds: ([count = 0, least, most]) =>
        count > 10 && isNear(least, 0.5, 0.002) && isNear(most, 0.5, 0.002),
      show: ([count, least = 0, most = 0]) => `${count}: ${ems(least)} ${ems(most)}`,
    }),
    probe('opening marks at line heads, 12 measures', {
      isControlledAtThree: true,
      measure: (direction, isOn) =>
        edgeRooms(direction, isOn, 'head', isOn ? {} : { 'line-start-marks': 'full' }),
      holds: ([count = 0, least, most]) => count > 5 && isNear(least, 0.5, 0.002) && isNear(most, 0.5, 0.002),
      show: ([count, least = 0, most = 0]) => `${count}: ${ems(least)} ${ems(most)}`,
    }),
  ]),
  clause('6.3.3', [
    probe('国A C国 国1 2国 （A C） ，A C， 6%', {
      measure: (direction, isOn) => gapsOf(direction, isOn ? '1/4em' : 'none'),
      holds: (gaps) => gaps.length === 9 && gaps.every((gap, i) => isNear(gap, WANTED_GAPS[i] ?? 0, 0.002)),
      show: (gaps) => gaps.map(ems).join(' '),
    }),
    probe('between Han and letters where Han stand solid, 9 measures, least and most', {
      isControlledAtThree: true,
      measure: (direction, isOn) => gapRange(direction, isOn),
      holds: ([least = 0, most = 0]) => least >= 0.124 && least < 0.24 && most > 0.26 && most <= 0.502,
      show: (range) => range.map(ems).join(' '),
    }),
  ]),
]
