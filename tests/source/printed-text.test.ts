import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHanzi } from '../../src/cjk/index.ts'
import { type MarkedText, type PrintedText, printText, readingsInOrder } from '../../src/source/index.ts'
import { chapterOf, clean } from './support.ts'

const textOf = (written: string): MarkedText => {
  const file = `title: 甲\nsections:\n  - body: |\n      ${written}\n`
  const [paragraph] = clean(chapterOf(file)).entries[0]?.body ?? []
  if (paragraph === undefined) throw new Error('no paragraph')
  return paragraph.text
}

const shown = ({ text, inline }: PrintedText): readonly string[] =>
  inline.map((each) => {
    const covered = `${each.kind}[${text.slice(each.from, each.to)}]`
    return each.kind === 'reading' ? `${covered}=${each.text.text}` : covered
  })

test('as it is where numerals stay', () => {
  const text = textOf('{em|12}月{pinyin|张|1}')
  const printed = printText(text, false)
  expect(printed).toEqual({ text: '12月张', inline: text.inline })
  expect(printText(textOf('甲'), true)).toEqual({ text: '甲', inline: [] })
})

describe('numerals in Hanzi', () => {
  test.each([
    ['{em|2002}年12月', '二〇〇二年十二月', ['emphasis[二〇〇二]']],
    ['甲{b|第12次}13人', '甲第十二次十三人', ['bold[第十二次]']],
    ['{raw|2002}年3月', '2002年三月', ['verbatim[2002]']],
    ['2002年{并排|12}月5日', '二〇〇二年12月五日', ['combined[12]']],
    ['{直立|110}和12人', '110和十二人', ['upright[110]']],
    ['{语言:en|Windows 95}用户12人', 'Windows 95用户十二人', ['language[Windows 95]']],
    ['10{sup|3}千克和12人', '103千克和十二人', ['superscript[3]']],
    ['H{sub|2}O共3升', 'H2O共三升', ['subscript[2]']],
    ['共12{note|〔3〕}人', '共十二〔3〕人', ['note-mark[〔3〕]']],
    ['增长12{note|①}%。', '增长百分之十二①。', ['note-mark[①]']],
    ['12{raw|%}', '12%', ['verbatim[%]']],
    ['{pinyin|3月|a b1}5日', '三月五日', ['reading[三月]=a b1']],
    ['{em|12{raw|34}}56', '123456', ['emphasis[1234]', 'verbatim[34]']],
    ['12{em|%}', '百分之十二', []],
    ['12{gloss|%|percent}', '百分之十二', ['reading[二]=percent']],
    ['{raw|\u{20000}3}有3人', '\u{20000}3有三人', ['verbatim[\u{20000}3]']],
  ])('%s', (written, expected, inline) => {
    const printed = printText(textOf(written), true)
    expect(printed.text).toBe(expected)
    expect(shown(printed)).toEqual(inline)
  })

  test('every unit knows what it was made of', () => {
    const text = textOf('甲{note|①}{em|12}月{raw|3}日')
    const { text: printed, from } = printText(text, true)
    expect(printed).toBe('甲①十二月3日')
    expect([...(from ?? [])].map((i) => text.text[i]).join('')).toBe('甲①12月3日')
  })

  test('a kept stretch comes through whole, and all else as without a note mark', () => {
    const piece = fc.constantFrom(
      '甲',
      '年',
      '月',
      '12',
      '2002',
      '3',
      '%',
      '.',
      '万',
      'kg',
      ' ',
      '—',
      ':',
      '①',
      '\u{20000}',
    )
    const part = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(part, part, part, fc.constantFrom('raw', 'up', 'tcy', 'sup', 'note'), (a, b, c, name) => {
        fc.pre(b.trim() !== '' && a.trim() !== '' && c.trim() !== '')
        const text = textOf(`甲${a}{${name}|${b}}${c}甲`)
        const printed = printText(text, true)
        const kept = printed.inline[0]
        if (printed.from !== undefined) {
          expect(printed.text.slice(kept?.from, kept?.to)).toBe(b)
          expect([...printed.from]).toEqual([...printed.from].sort((x, y) => x - y))
        }
        const [mark] = text.inline ?? []
        if (name === 'note' && mark !== undefined && kept !== undefined) {
          const around = `${text.text.slice(0, mark.from)}${text.text.slice(mark.to)}`
          const printedAround = `${printed.text.slice(0, kept.from)}${printed.text.slice(kept.to)}`
          expect(printedAround).toBe(toHanzi(around).text)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test('readings are read after their bases, inner ones first', () => {
  const { inline } = textOf('{comment|甲{pinyin|乙丙|b c}|x}{gloss|丁|d}')
  expect(readingsInOrder(inline ?? []).map(({ text }) => text.text)).toEqual(['b', 'c', 'x', 'd'])
})
