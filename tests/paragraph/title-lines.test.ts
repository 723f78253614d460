// Titles of several lines: the fewest that the measure allows, as equal as can be. Fake face, 10 pt an em.

import { describe, expect, it } from 'vitest'
import { em, pt } from '../../src/core/index.ts'
import { makeTitle } from '../../src/paragraph/index.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { OPTIONS, SIZE, streamIn, styleOf } from '../support/paragraphs.ts'

const fonts = fakeFonts()

const linesOf = (text: string, characters: number): readonly string[] => {
  const measure = pt(characters * SIZE)
  const options = { ...OPTIONS, measure, size: pt(SIZE), letterSpacing: em(0) }
  const { lines, stream } = makeTitle(streamIn(styleOf(fonts), text), fonts.typeCase, options)
  return lines.map(({ textStart, textEnd }) => stream.text.slice(textStart, textEnd))
}

describe('lines of a title', () => {
  it('are of equal length', () => {
    const title = '市直机关党的建设和精神文明建设工作会'
    for (const measure of [9, 12, 16, 17]) {
      expect(linesOf(title, measure)).toEqual(['市直机关党的建设和', '精神文明建设工作会'])
    }
    expect(linesOf(title, 18)).toEqual([title])
    expect(linesOf(title, 7)).toEqual(['市直机关党的', '建设和精神文', '明建设工作会'])
  })

  it('rather end where a phrase ends, if that is not far off', () => {
    expect(linesOf('全市经济社会发展、改革开放的意见', 14)).toEqual(['全市经济社会发展、', '改革开放的意见'])
    expect(linesOf('整顿机关风、建设高效廉洁的好队伍', 12)).toEqual(['整顿机关风、', '建设高效廉洁的好队伍'])
    expect(linesOf('学习贯彻、全面建设小康社会的精神', 12)).toEqual(['学习贯彻、全面建', '设小康社会的精神'])
    expect(linesOf('关于《潍坊市志》出版发行的通知', 12)).toEqual(['关于《潍坊市志》', '出版发行的通知'])
    expect(linesOf('鸢都潍坊——国际风筝会开幕', 10)).toEqual(['鸢都潍坊——', '国际风筝会开幕'])
  })

  it('keep the bans: no mark begins one', () => {
    expect(linesOf('甲乙丙丁》戊己庚', 5)).toEqual(['甲乙丙丁》', '戊己庚'])
    expect(linesOf('甲乙丙丁戊，己庚辛壬癸', 6)[1]?.startsWith('，')).toBe(false)
  })

  it('lose nothing however long the title', () => {
    const long = '甲乙丙丁戊己庚辛壬癸'.repeat(100)
    expect(linesOf(long, 9).join('')).toBe(long)
  })
})
