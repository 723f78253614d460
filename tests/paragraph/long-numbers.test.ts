// Long numbers in narrow columns: whole wherever a line can hold them, else reported once, at their place in the
// author's file, and broken as the last resort. Measures of indexes and tables, in both directions.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Direction } from '../../src/core/index.ts'
import { filesOf, LineIndex, pt } from '../../src/core/index.ts'
import { TypeCase } from '../../src/font/index.ts'
import { composeBook, Styles } from '../../src/page/index.ts'
import { giveOf, type ParagraphOptions } from '../../src/paragraph/index.ts'
import { readBook } from '../../src/source/index.ts'
import { layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { chars, itemsOf, type ParagraphView, SIZE, setText } from '../support/paragraphs.ts'

const DIRECTIONS: readonly Direction[] = ['horizontal', 'vertical']
const MEASURES = [5, 6, 7, 8, 9]
const CASES = DIRECTIONS.flatMap((direction) => MEASURES.map((measure) => [direction, measure] as const))

/** How much of a line a text takes on its own, in em. */
function widthOf(text: string, options: Partial<ParagraphOptions>): number {
  const items = itemsOf(text, { ...options, ...chars(1000) })
  return giveOf(items, SIZE).naturalWidth(0, items.count) / SIZE
}

/** Line ends inside `term`, which stands once in the text. */
function partsOf(term: string, { set }: ParagraphView): readonly string[] {
  const { text } = set.stream
  const from = text.indexOf(term)
  const inside = set.lines.map(({ textEnd }) => textEnd - from).filter((at) => at > 0 && at < term.length)
  return inside.map((at) => `${term.slice(0, at)}|${term.slice(at)}`)
}

const codesOf = ({ diagnostics }: ParagraphView): readonly string[] => diagnostics.map(({ code }) => code)

/** What a report points at. */
const toldOf = ({ diagnostics, set }: ParagraphView, code: string): readonly string[] =>
  diagnostics
    .filter((one) => one.code === code)
    .map(({ span }) => (span ? set.stream.text.slice(span.start, span.end) : 'nowhere'))

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[1-9][0-9]{${least - 1},${most - 1}}$`))
const decimals = fc.tuple(digits(1, 7), digits(1, 6)).map(([whole, part]) => `${whole}.${part}`)
const grouped = fc
  .tuple(digits(1, 3), fc.array(fc.stringMatching(/^[0-9]{3}$/), { minLength: 1, maxLength: 3 }))
  .map(([first, groups]) => [first, ...groups].join(','))
const spaced = grouped.map((number) => number.replaceAll(',', ' '))
const number = fc.oneof(digits(1, 18), decimals, grouped)
/** Numbers with what belongs to them (CLREQ 6.1.2, GB/T 15835-2011 5.1.7). */
const term = fc.oneof(
  number,
  spaced,
  number.map((n) => `${n}%`),
  number.map((n) => `${n}‰`),
  number.map((n) => `${n}℃`),
  number.map((n) => `-${n}`),
  number.map((n) => `−${n}`),
  number.map((n) => `±${n}`),
  number.map((n) => `￥${n}`),
  number.map((n) => `${n} km`),
  number.map((n) => `${n}kW·h`),
  number.map((n) => `-${n}℃`),
)
const han = fc.stringMatching(/^[一二三四五六七八九十百千，。]{0,14}$/)
/** At least a first line of Han, so that the number may go to a line of its own. */
const before = fc.stringMatching(/^[一二三四五六七八九十百千]{1,14}$/)

/** Ways of digits that are short enough to stand upright. */
const vertically = fc.constantFrom('rotate' as const, 'combine' as const)

describe.each(CASES)('%s, %i characters', (direction, measure) => {
  const common: Partial<ParagraphOptions> = { direction, ...chars(measure) }

  test('a number that goes into a line of its own is never broken', () => {
    fc.assert(
      fc.property(before, term, han, vertically, (left, it, right, ofDigits) => {
        const options = { ...common, digits: ofDigits }
        // Marks that follow may not begin a line: they go with it.
        const [marks = ''] = /^[，。]*/.exec(right) ?? []
        fc.pre(widthOf(it + marks, options) <= measure)
        const view = setText(`${left}${it}${right}`, options)
        expect(partsOf(it, view)).toEqual([])
        expect(codesOf(view)).not.toContain('unbreakable-run')
      }),
      { numRuns: 150 },
    )
  })

  test('a longer one is broken, and reported once', () => {
    fc.assert(
      fc.property(before, digits(2 * measure + 1, 4 * measure), han, (left, it, right) => {
        const view = setText(`${left}${it}${right}`, common)
        expect(partsOf(it, view).length).toBeGreaterThan(0)
        expect(toldOf(view, 'unbreakable-run')).toEqual([it])
        for (const line of view.lines) expect(line.end).toBeLessThanOrEqual(measure + 1e-6)
      }),
      { numRuns: 60 },
    )
  })

  test('the number of a line’s length fits, one digit more does not', () => {
    const fits = '8'.repeat(2 * measure)
    const view = setText(`产值${fits}元。`, common)
    expect(view.lines.map(({ text }) => text)).toContain(fits)
    expect(toldOf(setText(`产值${fits}8元。`, common), 'unbreakable-run')).toEqual([`${fits}8`])
  })

  test('in a paragraph that begins with it, the first line is what it must fit', () => {
    const indented = { ...common, indent: pt(2 * SIZE) }
    const fits = '8'.repeat(2 * (measure - 2))
    expect(codesOf(setText(`${fits}元一二三四五六七八`, indented))).not.toContain('unbreakable-run')
    expect(toldOf(setText(`${fits}8元一二三四五六七八`, indented), 'unbreakable-run')).toEqual([`${fits}8`])
  })
})

test('a spaced number parts only where its own line cannot hold it: the first, with its indent, holds less', () => {
  // Nine digits and two spaces of a quarter: five ems.
  const number = '123 456 789'
  expect(widthOf(number, chars(5))).toBe(5)
  expect(toldOf(setText(`国${number}国`, chars(5)), 'unbreakable-run')).toEqual([])
  expect(toldOf(setText(`国${number}国`, { ...chars(5), indent: pt(SIZE) }), 'unbreakable-run')).toEqual([])
  expect(toldOf(setText(`${number}国`, { ...chars(5), indent: pt(SIZE) }), 'unbreakable-run')).toEqual([
    number,
  ])
})

describe('what is too long with its unit or sign', () => {
  test.each(DIRECTIONS)('is reported, %s', (direction) => {
    const options = { direction, ...chars(5) }
    for (const it of ['1234567890%', '12345678.9%', '-1234567890', '12345678 km', '123,456,789.5']) {
      const view = setText(`一二三四${it}五六七八`, options)
      expect(widthOf(it, options), it).toBeGreaterThan(5)
      expect(codesOf(view).length, it).toBeGreaterThan(0)
    }
  })
})

/** Diagnostics of a chapter in a column of six characters, by the place the author sees. */
function placesIn(chapter: string, direction: Direction): readonly string[] {
  const design = direction === 'vertical' ? 'yearbook-vertical' : 'yearbook'
  const layout = layoutOf(`extends: ${design}\ntype-area: { characters: 6 }\ncomposition: { indent: 0 }\n`)
  const styles = new Styles(layout, shippedFonts, new TypeCase())
  const book = readBook('chapter.yaml', filesOf({ 'chapter.yaml': chapter })).value
  if (!book) throw new Error('the chapter does not read')
  const lines = new LineIndex(chapter)
  return composeBook(book, styles)
    .diagnostics.filter(({ code }) => code === 'unbreakable-run')
    .map(({ span }) => {
      const { line, column } = lines.positionOf(span?.start ?? 0)
      return `${span?.file}:${line}:${column} ${chapter.slice(span?.start, span?.end)}`
    })
}

describe('a report names file, line and column', () => {
  const CHAPTER = `title: 数
sections:
  - heading: 一
    body: |
      全市总产值达到
      123456789012345元，其中农业8888元。

      编号为98765432109876543号的文件。
`

  test.each(DIRECTIONS)('%s', (direction) => {
    expect(placesIn(CHAPTER, direction)).toEqual([
      'chapter.yaml:6:7 123456789012345',
      'chapter.yaml:8:10 98765432109876543',
    ])
  })
})
