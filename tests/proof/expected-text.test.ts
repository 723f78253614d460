import { describe, expect, test } from 'vitest'
import { filesOf } from '../../src/core/index.ts'
import { compareText } from '../../src/proof/compare-text.ts'
import { type ExpectedText, expectedText, knownTitles } from '../../src/proof/expected-text.ts'
import { type Gap, VisibleTextBuilder } from '../../src/proof/visible-text.ts'
import { type Book, readBook } from '../../src/source/index.ts'

const fileWith = (body: string, title = '题'): string =>
  `title: '${title}'\nsections:\n  - heading: 标{em|题}\n    body: |\n      ${body}\n`

const bookIn = (file: string): Book => {
  const { value } = readBook('a.yaml', filesOf({ 'a.yaml': file }))
  if (value === undefined) throw new Error('the book has errors')
  return value
}

/** Visible text with its line ends (/) and blanks (_). */
const shown = ({ text, gaps }: ExpectedText): string => {
  const signs: Readonly<Record<Gap, string>> = { line: '/', space: '_' }
  return [...text].map((c, i) => `${signs[gaps.get(i) ?? 'line'].repeat(gaps.has(i) ? 1 : 0)}${c}`).join('')
}

describe('marked text', () => {
  test.each([
    ['甲{em|乙}{mourn|丙}丁', '甲乙丙丁'],
    ['{均排:5em|张三}{字距:1em|李四}', '张三李四'],
    ['甲{pinyin|张三|zhāng sān}丁', '甲张/zhāng/三/sān/丁'],
    ['甲{pinyin|张三|zhāngsān}丁', '甲张三/zhāngsān/丁'],
    ['{gloss|世贸|World Trade}Open Source', '世贸/World_Trade/Open_Source'],
    ['{comment|甲{pinyin|乙|yǐ}|注}丙', '甲乙/yǐ/注/丙'],
    ['a{note|①}b', 'a①b'],
  ])('%s', (written, expected) => {
    expect(shown(expectedText(bookIn(fileWith(written)), false))).toBe(`/题/【标题】/${expected}`)
  })

  test('annotations keep their digits and are counted', () => {
    const book = bookIn(fileWith('{raw|12}和{gloss|34|5 6}。'))
    const expected = expectedText(book, true)
    expect(expected.text).toBe('题【标题】12和三十四56。')
    expect(expected.characters).toBe('题【标题】12和3456。'.length)
    expect(expectedText(book, false).characters).toBe(expected.characters)
  })

  test('a heading cut into its text stands bare', () => {
    const book = bookIn('title: 题\nsections:\n  - { heading: 甲, form: cut-in, body: 乙 }\n')
    expect(shown(expectedText(book, false))).toBe('/题/甲/乙')
  })
})

describe('places', () => {
  const written = '甲12{em|乙}{gloss|丙34丁|note 5}戊{pinyin|李白|lǐ bái}己'
  const file = fileWith(written)

  test.each([false, true])('lead to the very characters, numerals in Hanzi: %s', (hanzi) => {
    const expected = expectedText(bookIn(file), hanzi)
    const at = (piece: string): string => {
      const start = expected.text.indexOf(piece)
      const span = expected.spanOf(start, start + piece.length)
      return file.slice(span?.start, span?.end)
    }
    for (const piece of [
      '甲',
      '乙',
      '丙',
      '丁',
      'ote5',
      '5',
      '戊',
      '李',
      'lǐ',
      'ǐ',
      '白',
      'bái',
      'ái',
      '己',
    ]) {
      expect(at(piece).replace(' ', '')).toBe(piece)
    }
    expect(at(hanzi ? '三十四' : '34')).toBe('34')
    expect(at(hanzi ? '十二乙' : '12乙')).toBe('12{em|乙')
  })

  test('a fault in an annotation is told at the annotation', () => {
    const expected = expectedText(bookIn(file), false)
    const page = new VisibleTextBuilder()
    page.add(expected.text.replace('lǐ', 'lì'))
    const [finding, ...others] = compareText(expected, { ...page.finish(), pageStarts: [0] })
    expect(others).toEqual([])
    expect(file.slice(finding?.span?.start, finding?.span?.end)).toBe('ǐ')
  })
})

describe('the page', () => {
  const expected = expectedText(bookIn(fileWith('甲{gloss|世贸|World Trade}Open Source')), false)
  const findings = (text: string) => {
    const page = new VisibleTextBuilder()
    page.add(text)
    return compareText(expected, { ...page.finish(), pageStarts: [0] }).map((f) => f.difference)
  }

  test.each([
    ['题【标题】甲世贸World TradeOpen Source', []],
    ['题 【标题】 甲世贸 World Trade Open Source', []],
    ['题【标题】甲世贸World Trade Open Sou\u00adrce', []],
    ['题【标题】甲世贸WorldTradeOpen Source', ['missing']],
    ['题【标题】甲世贸Open SourceWorld Trade', ['moved']],
    ['题【标题】甲世贸Open Source', ['missing']],
  ])('%s', (text, expectedFindings) => {
    expect(findings(text)).toEqual(expectedFindings)
  })
})

test('titles are known as they are printed', () => {
  const book = bookIn(fileWith('甲', '{em|12}年{raw|3}'))
  expect(knownTitles(book, true)).toEqual(['12年3', printedTitle(book)])
  expect(printedTitle(book)).toBe('十二年3')
})

const printedTitle = (book: Book): string => expectedText(book, true).text.slice(0, 4)
