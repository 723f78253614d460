// 5.5: small text beside the text: zhuyin, pinyin, glosses and comments.

import type { Direction, PlacedGlyph } from '../axes.ts'
import { listed, marked, middle, set, sideOf } from '../beside.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { inkIn } from '../ink.ts'
import { at, find } from '../measure.ts'
import { atMeasures } from '../measures.ts'
import type { Specimen } from '../specimen.ts'

/** Small text: readings, glosses, comments. */
const smallOf = ({ glyphs }: Specimen): readonly PlacedGlyph[] => glyphs.filter(({ size }) => size < 0.95)

interface Zhuyin {
  readonly sizes: string
  readonly isRight: boolean
  /** Middle of the column against that of the character. */
  readonly off: number
  /** From character to character. */
  readonly step: number
}

async function zhuyinOf(direction: Direction, isOn: boolean): Promise<Zhuyin> {
  const page = await set(direction, `国${marked(isOn ? '注音' : '拼音', '北京', 'ㄅㄟˇ ㄐㄧㄥ')}国`)
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
  const page = await set(direction, `国${marked(isOn ? '注音' : '拼音', '北', 'ㄅㄟˇ')}国`)
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
  const page = await set(direction, `国${marked(isOn ? '拼音' : '行间', '装双', 'zhuāng shuāng')}国`)
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
async function overWord(direction: Direction, command: string, base: string, text: string) {
  const page = await set(direction, `国国${marked(command, base, text)}国国`)
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
  [command, other, base, text]: readonly [command: string, other: string, base: string, text: string],
  holds: (word: NonNullable<Word>) => boolean,
) =>
  probe(name, {
    measure: (direction, isOn) => overWord(direction, isOn ? command : other, base, text),
    holds: (word: Word) => word !== undefined && holds(word),
    show: (word) =>
      word
        ? `at the ${word.side}, ${ems(word.size)} em, from ${ems(word.start)}, off the middle ${ems(word.off)}, steps ${ems(word.baseStep)} ${ems(word.smallStep)}`
        : 'none',
  })

/** From the head of its base, which it neither spaces nor is centred on; a gloss of the same words is and does. */
const comment = (name: string, text: string) =>
  word(
    `${name}: below, or at the left, from its head; off: a gloss`,
    ['行间', '对照', '文字', text],
    ({ side, start, off, baseStep, size }) =>
      side === 'foot' && isNear(start, 0, 0.005) && off > 0.2 && isNear(baseStep, 1, 0.001) && size <= 0.6,
  )

export const READING_PROOFS: readonly Proof[] = [
  clause('5.5.3', [
    probe('size, side, off the middle of the character, step of characters; off: pinyin', {
      measure: zhuyinOf,
      holds: ({ sizes, isRight, off, step }, direction) =>
        sizes === '0.300' &&
        isRight &&
        off < 0.002 &&
        isNear(step, direction === 'horizontal' ? 1.5 : 1, 0.002),
      show: ({ sizes, isRight, off, step }) =>
        sizes === '' ? 'none' : `${sizes}, ${isRight ? 'right' : 'not right'}, ${ems(off)}, ${ems(step)}`,
    }),
    probe(
      'ink of the tone: right of the last symbol by, its middle below that symbol’s top by; off: pinyin',
      {
        measure: toneOf,
        holds: ([right, below]) =>
          right !== undefined && below !== undefined && right < 0.1 && Math.abs(below) <= 0.15,
        show: (found) => (found.length === 0 ? 'none' : listed(found)),
      },
    ),
    probe('symbols at line heads, 12 measures; other text: symbols in the line', {
      control: 'other text',
      isControlledAtThree: true,
      measure: parted,
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
  clause('5.5.4', [
    probe('zhuāng shuāng over 装双: side, size, off the middle, gap in their own em; off: a comment', {
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
      'Běijīng over the word 北京; off: a comment',
      ['拼音', '行间', '北京', 'Běijīng'],
      ({ side, off }) => side === 'head' && off < 0.005,
    ),
  ]),
  clause('5.5.6', [
    word(
      'China beside 中国; off: a comment',
      ['对照', '行间', '中国', 'China'],
      ({ side, off, size }) => side === 'head' && off < 0.005 && size <= 0.6,
    ),
    word(
      'International beside 国际, which is spaced; off: a comment',
      ['对照', '行间', '国际', 'International'],
      ({ side, off, baseStep }) => side === 'head' && off < 0.01 && baseStep > 1.1,
    ),
    word(
      '国际 beside International, spaced; off: a comment',
      ['对照', '行间', 'International', '国际'],
      ({ side, off, size, smallStep }) => side === 'head' && off < 0.01 && smallStep > size * 1.1,
    ),
  ]),
  clause('5.5.7', [
    comment('a comment shorter than its base, 1½ em on 2', '注文短'),
    comment('a comment longer than its base, 3½ em on 2', '注文比原文更长'),
  ]),
]
