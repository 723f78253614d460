// What stands beside lines and has no room is told: on one side of a line, in one line gap, beyond a column; whatever the
// direction, across paragraphs, and where a paragraph stands away from its column's edge. What has room is not.

import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/core/index.ts'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter } from '../support/wholes.ts'

type Direction = 'horizontal' | 'vertical'

const HAN = '国'.repeat(14)

/** @param gap of the lines, in em */
const layoutWith = (direction: Direction, gap: number) =>
  layoutOf(
    CHAPTER_LAYOUT.replace('line-pitch: 15pt', `line-pitch: ${10 + 10 * gap}pt`).replace(/400pt/g, '600pt') +
      `direction: ${direction}\ncomposition: { indent: 0em }\n` +
      (direction === 'vertical' ? 'binding: right\nbalance-columns: false\n' : ''),
  )

/** @param body items, as YAML */
function toldOf(
  body: readonly string[],
  gap = 0.5,
  direction: Direction = 'horizontal',
): readonly Diagnostic[] {
  const items = body.map((item) => `      - ${item}\n`).join('')
  const { diagnostics } = setChapter(`title: 题\nsections:\n  - body:\n${items}`, layoutWith(direction, gap))
  return diagnostics.filter(({ code }) => code === 'annotation-crowded')
}

const saidOf = (...args: Parameters<typeof toldOf>): readonly string[] =>
  toldOf(...args).map(({ message }) => message.en)

const text = (line: string): string => JSON.stringify(line)

const PINYIN = '{拼音|字|zì}'
const DOT = '{着重|字}'
const NAME = '{专名|字}'
const WORK = '{书名|字}'
const COMMENT = '{行间|字|注}'
const FRAME = '{黑框|字}'

/** Two lines with one thing each, in the same place: one paragraph, whose first line is full, or two. */
const inOne = (above: string, below: string): readonly string[] => [text(`${above}${HAN.slice(1)}${below}国`)]
const inTwo = (above: string, below: string): readonly string[] => [text(`${above}国`), text(`${below}国`)]

describe.each([
  ['lines of a paragraph', inOne],
  ['the last line of a paragraph and the first of the next', inTwo],
])('one line gap between %s', (_, pair) => {
  it.each<[above: string, below: string, needed: number, said: RegExp]>([
    [COMMENT, PINYIN, 1, /^a reading of this line stands against a comment of the line before it/],
    [DOT, PINYIN, 0.745, /^a reading of this line stands against a dot/],
    [NAME, PINYIN, 0.655, /^a reading of this line stands against a proper-name line/],
    [WORK, PINYIN, 0.7025, /^a reading of this line stands against a book-title line/],
  ])('%s over %s: told below %s em', (above, below, needed, said) => {
    const told = saidOf(pair(above, below), needed - 0.01)
    expect(told).toEqual([expect.stringMatching(said)])
    expect(told[0]).toContain(`they need ${(Math.ceil(needed * 100 - 1e-6) / 100).toFixed(2)} em`)
    expect(saidOf(pair(above, below), needed + 0.001)).toEqual([])
  })

  it('in vertical lines comments stand against dots and readings, which stand at the right', () => {
    expect(saidOf(pair(COMMENT, PINYIN), 0.9, 'vertical')).toHaveLength(1)
    expect(saidOf(pair(COMMENT, DOT), 0.7, 'vertical')).toHaveLength(1)
    expect(saidOf(pair(COMMENT, DOT), 0.75, 'vertical')).toEqual([])
    expect(saidOf(pair(COMMENT, '{注音|字|ㄗˋ}'), 0.9, 'vertical')).toHaveLength(1)
    // Dots over readings: both at the right of their lines.
    expect(saidOf(pair(DOT, PINYIN), 0.5, 'vertical')).toEqual([])
  })

  it('nothing is told of what stands elsewhere along the lines', () => {
    expect(saidOf(pair(COMMENT, `国国${PINYIN}`))).toEqual([])
  })
})

it('a frame takes little room', () => {
  const body = inTwo(FRAME, PINYIN)
  expect(saidOf(body, 0.55)).toEqual([expect.stringMatching(/against a frame .* need 0\.56 em/)])
  expect(saidOf(body, 0.57)).toEqual([])
})

it('a paragraph’s own place counts: centred or indented, its lines meet others than at its line head', () => {
  const centred = (line: string): string => `{ text: ${text(line)}, align: center }`
  const indented = (line: string): string => `{ text: ${text(line)}, indent: 4em }`
  const end = (line: string): string => `{ text: ${text(line)}, align: end }`
  // The centred one stands at the seventh and eighth of fourteen characters.
  expect(saidOf([text(`国国国国国国${COMMENT}`), centred(`${PINYIN}国`)])).toHaveLength(1)
  expect(saidOf([text(COMMENT), centred(`${PINYIN}国`)])).toEqual([])
  expect(saidOf([text(`国国国国${COMMENT}`), indented(PINYIN)])).toHaveLength(1)
  expect(saidOf([text(COMMENT), indented(PINYIN)])).toEqual([])
  // Six ems of comment have room in the column, and none where the line begins twelve ems further on.
  const comment = `国{行间|字|${'注'.repeat(12)}}`
  expect(saidOf([text(comment)])).toEqual([])
  expect(saidOf([end(comment)])).toEqual([expect.stringMatching(/goes beyond its end$/)])
})

describe('one side of a line', () => {
  it.each<[line: string, said: string]>([
    ['{专名|国{行间|字|注}国}', 'a proper-name line and a comment'],
    ['{书名|国{行间|字|注}国}', 'a book-title line and a comment'],
    ['{着重|{行间|字|注}}', 'a dot and a comment'],
    ['{行间|国{着重|字}|四个字注}', 'a comment and a dot'],
    ['{对照|{拼音|字|zì}国|word}', 'a reading and a reading'],
    ['{拼音|国{拼音|字|zì}|guózìzì}', 'a reading and a reading'],
    ['{黑框|{拼音|字|zì}}', 'a frame and a reading'],
  ])('horizontal: %s', (line, said) => {
    expect(saidOf([text(line)])).toEqual([`${said} beside this line stand on one another`])
  })

  it.each<[line: string, said: string]>([
    ['{着重|{拼音|字|zì}}', 'a dot and a reading'],
    ['{着重|{注音|字|ㄗˋ}}', 'a dot and a reading'],
    ['{拼音|国{注音|字|ㄗˋ}|guózì}', 'a reading and a reading'],
    ['{专名|国{行间|字|注}国}', 'a proper-name line and a comment'],
  ])('vertical: %s', (line, said) => {
    expect(saidOf([text(line)], 0.5, 'vertical')).toEqual([`${said} beside this line stand on one another`])
  })

  it.each<[direction: Direction, line: string]>([
    ['horizontal', '{着重|{拼音|字|zì}}'],
    ['horizontal', '{专名|{拼音|字|zì}}'],
    ['horizontal', '{着重|{专名|国字}国}'],
    ['horizontal', '{行间|{拼音|国字|guó zì}|注}'],
    ['horizontal', '{拼音|国{注音|字|ㄗˋ}|guózì}'],
    ['horizontal', '{着重|{着重|字}}'],
    ['vertical', '{着重|{行间|字|注}}'],
    ['vertical', '{着重|{专名|国字}国}'],
    ['vertical', '{专名|{拼音|字|zì}}'],
  ])('has room, %s: %s', (direction, line) => {
    expect(saidOf([text(line)], 0.5, direction)).toEqual([])
  })
})

describe('a column', () => {
  it('is told of the comment that goes beyond it, with the line and its place', () => {
    const long = `{行间|字|${'注'.repeat(30)}}`
    const [told, ...more] = toldOf([text(`国国${long}国`)])
    expect(more).toEqual([])
    expect(told?.message.en).toMatch(/goes beyond its end$/)
    expect(told?.place).toEqual({ page: 1, column: 1, line: 4 })
  })

  it('is where a comment ends at most: the indent of its paragraph and its own end do not matter', () => {
    // Ten characters of five points from the fourth character of fourteen on: it ends before the column does.
    expect(saidOf([`{ text: ${text(`{行间|字|${'注'.repeat(20)}}`)}, indent: 4em }`])).toEqual([])
    // With eleven and a half the same comment would end beyond it.
    expect(saidOf([`{ text: ${text(`{行间|字|${'注'.repeat(23)}}`)}, indent: 4em }`])).toHaveLength(1)
  })
})

it('a line gap of less than half an em is told once a paragraph, and nothing that follows from it', () => {
  const narrow = expect.stringMatching(/^the line gap is less than half an em/)
  expect(saidOf(inOne(PINYIN, PINYIN), 0.45)).toEqual([narrow])
  expect(saidOf(inTwo(COMMENT, PINYIN), 0.45)).toEqual([narrow, narrow])
  expect(saidOf([text(`${FRAME}国`)], 0.2)).toEqual([])
})

it('pages have no line gap in common', () => {
  const after = (lines: number): readonly string[] => [
    ...Array<string>(lines).fill(text('国')),
    text(COMMENT),
    text(PINYIN),
  ]
  expect(saidOf(after(15))).toHaveLength(1)
  // The last line of a page, seventeen after its title, and the first of the next.
  expect(saidOf(after(16))).toEqual([])
})
