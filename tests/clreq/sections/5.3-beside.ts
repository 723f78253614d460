// 5.1.1.4 and 5.3 to 5.6: what stands beside the text: frames, dots, lines, readings, glosses and comments.

import type { Direction, PlacedGlyph, PlacedPath } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { inkIn } from '../ink.ts'
import { at, find } from '../measure.ts'
import { atMeasures } from '../measures.ts'
import { type Specimen, specimen } from '../specimen.ts'

const listed = (values: readonly number[]): string => values.map(ems).join(' ')

/** The markup, or what it marks alone. */
const marked = (isOn: boolean, command: string, base: string, ...more: readonly string[]): string =>
  isOn ? `{${[command, base, ...more].join('|')}}` : base

const set = (direction: Direction, text: string, pitch = 1.5): Promise<Specimen> =>
  specimen({ direction, body: [text], characters: 24, lines: 6, pitch })

const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2

/** Paths of the one line there is, along it. */
const pathsOf = ({ paths }: Specimen): readonly PlacedPath[] => [...paths].sort((a, b) => a.from - b.from)

/** Small text: readings, glosses, comments. */
const smallOf = ({ glyphs }: Specimen): readonly PlacedGlyph[] => glyphs.filter(({ size }) => size < 0.95)

/** `foot` below or at the left, `head` above or at the right of the text, else `over` it. */
function sideOf(thing: { head: number; foot: number }, text: PlacedGlyph): string {
  if (thing.head >= text.foot - 0.001) return 'foot'
  return thing.foot <= text.head + 0.001 ? 'head' : 'over'
}

async function frameRoom(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const page = await set(direction, `国${marked(isOn, '黑框', '王五')}国`)
  const paths = pathsOf(page)
  if (paths.length === 0) return []
  const name = find(page, '王五')
  return [
    at(name, 0).from - Math.min(...paths.map(({ from }) => from)),
    Math.max(...paths.map(({ to }) => to)) - at(name, -1).to,
    at(name, 0).head - Math.min(...paths.map(({ head }) => head)),
    Math.max(...paths.map(({ foot }) => foot)) - at(name, 0).foot,
  ]
}

interface Dots {
  readonly count: number
  readonly off: number
  readonly sides: string
}

/** 机关，党建 in a line that is stretched: four characters and a mark that takes no dot. */
async function dotsOf(direction: Direction, isOn: boolean): Promise<Dots> {
  const text = `市直部门学习${marked(isOn, '着重', '机关，党建')}文件12份加强思想政治建设`
  const page = await specimen({ direction, body: [text], characters: 13, lines: 8 })
  const bases = find(page, '机关，党建').filter(({ text }) => text !== '，')
  const dots = pathsOf(page)
  return {
    count: dots.length,
    off: Math.max(0, ...dots.map((dot, i) => Math.abs(middle(dot) - middle(bases[i] ?? dot)))),
    sides: [...new Set(dots.map((dot, i) => sideOf(dot, at(bases, i % bases.length))))].join('|'),
  }
}

const DOT_SIDE = { horizontal: 'foot', vertical: 'head' } as const

interface Lines {
  readonly count: number
  readonly sides: string
  /** How much shorter than the name at either end; between neighbours. */
  readonly insets: readonly number[]
  readonly between: number
  readonly isCurved: boolean
  readonly pitch: number
}

/** Two names side by side, in the first of two lines. */
async function namesOf(direction: Direction, isOn: boolean, command: string): Promise<Lines> {
  const [a, b] = ['欧阳明', '李四']
  const text = `市直机关${marked(isOn, command, a)}${marked(isOn, command, b)}12份文件各部门学习贯彻会议精神加强思想政治建设`
  const page = await specimen({ direction, body: [text], characters: 14, lines: 8 })
  const paths = pathsOf(page)
  const names = [find(page, a), find(page, b)]
  const [first, second] = page.lines
  return {
    count: paths.length,
    sides: [...new Set(paths.map((path) => sideOf(path, at(at(names, 0), 0))))].join('|'),
    insets: paths.flatMap((path, i) => {
      const name = at(names, i % 2)
      return [path.from - at(name, 0).from, at(name, -1).to - path.to]
    }),
    between: paths.length === 2 ? at(paths, 1).from - at(paths, 0).to : 0,
    isCurved: paths.length > 0 && paths.every(({ path }) => path.isCurved),
    pitch: first && second ? at(second.glyphs, 0).head - at(first.glyphs, 0).head : 0,
  }
}

const names = (command: string, isCurved: boolean, what: string) =>
  probe(`${what}: lines, their ends within the names, gap between them, line pitch`, {
    measure: (direction, isOn) => namesOf(direction, isOn, command),
    holds: (lines) =>
      lines.count === 2 &&
      lines.sides === 'foot' &&
      lines.isCurved === isCurved &&
      lines.insets.every((inset) => inset >= -0.001 && inset <= 0.064) &&
      // An eighth of an em, and what the line was stretched by.
      lines.between > 0.1 &&
      lines.between <= 0.2 &&
      isNear(lines.pitch, 1.5, 0.001),
    show: ({ count, sides, insets, between, pitch }) =>
      count === 0 ? 'none' : `${count} at the ${sides}; ${listed(insets)}; ${ems(between)}; ${ems(pitch)}`,
  })

/** A dot and a line on one stretch: how far each begins beyond the text, and on which side. */
async function lineAndDot(direction: Direction, isOn: boolean): Promise<string> {
  const text = isOn ? '{着重|{专名|张}}' : '{专名|张}'
  const page = await set(direction, `国${text}国`)
  const base = at(find(page, '国张国'), 1)
  const [line, dot] = [
    page.paths.find(({ path }) => !path.isCurved),
    page.paths.find(({ path }) => path.isCurved),
  ]
  if (!line || !dot) return 'no dot'
  const [lineSide, dotSide] = [sideOf(line, base), sideOf(dot, base)]
  const isOutside = lineSide !== dotSide || dot.head >= line.foot
  return `line ${lineSide}, dot ${dotSide}${isOutside ? '' : ' over it'}`
}

interface Zhuyin {
  readonly sizes: string
  readonly isRight: boolean
  /** Middle of the column against that of the character. */
  readonly off: number
  /** From character to character. */
  readonly step: number
}

async function zhuyinOf(direction: Direction, isOn: boolean): Promise<Zhuyin> {
  const page = await set(direction, `国${marked(isOn, '注音', '北京', 'ㄅㄟˇ ㄐㄧㄥ')}国`)
  const symbols = smallOf(page)
  const [north, capital] = find(page, '北京')
  const bases = [north, capital].flatMap((base) => (base ? [base.glyph] : []))
  const columns = [
    symbols.filter(({ text }) => 'ㄅㄟ'.includes(text)),
    symbols.filter(({ text }) => 'ㄐㄧㄥ'.includes(text)),
  ]
  const off = columns.map((column, i) => {
    const base = bases[i]
    if (!base || column.length === 0) return 1
    const [top, bottom] = [
      Math.min(...column.map(({ glyph }) => glyph.y)),
      Math.max(...column.map(({ glyph }) => glyph.y + glyph.height)),
    ]
    return Math.abs((top + bottom) / 2 - (base.y + base.height / 2)) / 10
  })
  return {
    sizes: [...new Set(symbols.map(({ size }) => ems(size)))].join('|'),
    isRight: columns.every((column, i) =>
      column.every(({ glyph }) => glyph.x >= (bases[i]?.x ?? 0) + 10 - 0.01),
    ),
    off: Math.max(...off),
    step: (capital?.from ?? 0) - (north?.from ?? 0),
  }
}

/** Where the third tone's ink stands: right of the last symbol, its middle over or under that symbol's top, in em. */
async function toneOf(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const page = await set(direction, `国${marked(isOn, '注音', '北', 'ㄅㄟˇ')}国`)
  const last = smallOf(page).find(({ text }) => text === 'ㄟ')?.glyph
  if (!last) return []
  const part = { x: last.x + last.width, y: last.y - 2, width: 2, height: 5 }
  const ink = await inkIn(page, part)
  return ink ? [ink.left * 0.2, ((ink.top + ink.bottom) / 2) * 0.5 - 0.2] : []
}

/** Symbols of zhuyin that begin a line. */
async function parted(direction: Direction, isOn: boolean): Promise<number> {
  const word = isOn ? '{注音|北京|ㄅㄟˇ ㄐㄧㄥ}' : '北ㄅㄟˇ京ㄐㄧㄥ'
  const sets = await atMeasures(direction, isOn, [`从${word}到${word}去${word}的路`.repeat(4)])
  return sets.reduce(
    (sum, { glyphs }) =>
      sum + glyphs.filter(({ text, from }) => /[\u3105-\u312f]/u.test(text) && from < 0.05).length,
    0,
  )
}

interface Reading {
  readonly side: string
  readonly size: number
  readonly off: number
  /** Between two readings, in ems of the readings. */
  readonly gap: number
}

/** Readings of two characters, each reading over its own. */
async function pinyinOf(direction: Direction, isOn: boolean): Promise<Reading | undefined> {
  const page = await set(direction, `国${marked(isOn, '拼音', '装双', 'zhuāng shuāng')}国`)
  const letters = smallOf(page).filter(({ text }) => text.trim() !== '')
  const [first, second] = [letters.slice(0, 6), letters.slice(6)]
  const bases = find(page, '装双')
  if (first.length === 0 || second.length === 0) return undefined
  const spans = [first, second].map((word) => ({ from: at(word, 0).from, to: at(word, -1).to }))
  return {
    side: sideOf(at(first, 0), at(bases, 0)),
    size: at(first, 0).size,
    off: Math.max(...spans.map((span, i) => Math.abs(middle(span) - middle(at(bases, i))))),
    gap: (at(spans, 1).from - at(spans, 0).to) / at(first, 0).size,
  }
}

/** One reading over a word. */
async function overWord(direction: Direction, isOn: boolean, command: string, base: string, text: string) {
  const page = await set(direction, `国国${marked(isOn, command, base, text)}国国`)
  const small = smallOf(page).filter(({ text }) => text.trim() !== '')
  const bases = find(page, base)
  if (small.length === 0) return undefined
  const steps = (glyphs: readonly PlacedGlyph[]) =>
    glyphs.slice(1).map(({ from }, i) => from - at(glyphs, i).from)
  const span = { from: at(small, 0).from, to: at(small, -1).to }
  return {
    side: sideOf(at(small, 0), at(bases, 0)),
    off: Math.abs(middle(span) - middle({ from: at(bases, 0).from, to: at(bases, -1).to })),
    start: span.from - at(bases, 0).from,
    size: at(small, 0).size,
    baseStep: steps(bases)[0] ?? 0,
    smallStep: steps(small)[0] ?? 0,
  }
}

type Word = Awaited<ReturnType<typeof overWord>>

const word = (
  name: string,
  [command, base, text]: readonly [string, string, string],
  holds: (word: NonNullable<Word>) => boolean,
) =>
  probe(name, {
    measure: (direction, isOn) => overWord(direction, isOn, command, base, text),
    holds: (word: Word) => word !== undefined && holds(word),
    show: (word) =>
      word
        ? `at the ${word.side}, ${ems(word.size)} em, off the middle ${ems(word.off)}, steps ${ems(word.baseStep)} ${ems(word.smallStep)}`
        : 'none',
  })

export const BESIDE_PROOFS: readonly Proof[] = [
  clause('5.1.1.4', [
    probe('frame beyond the name: before, after, over, under', {
      measure: frameRoom,
      holds: (rooms) => rooms.length === 4 && rooms.every((room) => room > 0 && room < 0.25),
      show: (rooms) => (rooms.length === 0 ? 'none' : listed(rooms)),
    }),
  ]),
  clause('5.3.1', [
    probe('dots of 机关，党建, off the middles of their characters, side', {
      measure: dotsOf,
      holds: ({ count, off, sides }, direction) =>
        count === 4 && isNear(off, 0, 0.002) && sides === DOT_SIDE[direction],
      show: ({ count, off, sides }) => (count === 0 ? 'none' : `${count}, ${ems(off)}, at the ${sides}`),
    }),
    probe('a dot and a line on one name', {
      measure: lineAndDot,
      holds: (found, direction) =>
        found === (direction === 'horizontal' ? 'line foot, dot foot' : 'line foot, dot head'),
      show: (found) => found,
    }),
  ]),
  clause('5.5.3', [
    probe('size, off the middle of the character, step of characters', {
      measure: zhuyinOf,
      holds: ({ sizes, isRight, off, step }, direction) =>
        sizes === '0.300' &&
        isRight &&
        off < 0.002 &&
        isNear(step, direction === 'horizontal' ? 1.5 : 1, 0.002),
      show: ({ sizes, isRight, off, step }) =>
        sizes === '' ? 'none' : `${sizes}, ${isRight ? 'right' : 'not right'}, ${ems(off)}, ${ems(step)}`,
    }),
    probe('ink of the tone: right of the last symbol by, its middle below that symbol’s top by', {
      measure: toneOf,
      holds: ([right, below]) =>
        right !== undefined && below !== undefined && right < 0.1 && Math.abs(below) <= 0.15,
      show: (found) => (found.length === 0 ? 'none' : listed(found)),
    }),
    probe('symbols at line heads, 12 measures', {
      measure: parted,
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
  clause('5.5.4', [
    probe('zhuāng shuāng over 装双: side, size, off the middle, gap in their own em', {
      measure: pinyinOf,
      holds: (reading) =>
        reading !== undefined &&
        reading.side === 'head' &&
        isNear(reading.size, 0.5) &&
        isNear(reading.off, 0, 0.005) &&
        reading.gap >= 0.249,
      show: (reading) =>
        reading
          ? `at the ${reading.side}, ${ems(reading.size)}, ${ems(reading.off)}, ${ems(reading.gap)}`
          : 'none',
    }),
    word(
      'Běijīng over the word 北京',
      ['拼音', '北京', 'Běijīng'],
      ({ side, off }) => side === 'head' && off < 0.005,
    ),
  ]),
  clause('5.5.6', [
    word(
      'China beside 中国',
      ['对照', '中国', 'China'],
      ({ side, off, size }) => side === 'head' && off < 0.005 && size <= 0.6,
    ),
    word(
      'International beside 国际, which is spaced',
      ['对照', '国际', 'International'],
      ({ side, off, baseStep }) => side === 'head' && off < 0.01 && baseStep > 1.1,
    ),
    word(
      '国际 beside International, spaced',
      ['对照', 'International', '国际'],
      ({ side, off, size, smallStep }) => side === 'head' && off < 0.01 && smallStep > size * 1.1,
    ),
  ]),
  clause('5.5.7', [
    word(
      'a comment on 文字: below, or at the left, from its head',
      ['行间', '文字', '注文在此'],
      ({ side, start, size }) => side === 'foot' && isNear(start, 0, 0.005) && size <= 0.6,
    ),
  ]),
  clause('5.6.1', [names('专名', false, '专名号'), names('书名', true, '书名号甲式')]),
]
