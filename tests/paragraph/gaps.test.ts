import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GAP, type Items, type ParagraphOptions } from '../../src/paragraph/index.ts'
import { chars, itemsOf, SIZE, setText } from '../support/paragraphs.ts'

/** Gap after the box that ends before a unit of the text, in em. */
const gapBefore = (items: Items, at: number): number =>
  (items.gap[items.start.indexOf(at) - 1] ?? Number.NaN) / SIZE

/** Natural length of a text in em, blanks at its two ends left out: 国 at either end keeps them in. */
const between = (marks: string, options: Partial<ParagraphOptions> = {}): number => {
  const [line] = setText(`国${marks}国`, { ...chars(50), ...options }).lines
  return (line?.end ?? Number.NaN) - 2
}

describe('neighbouring marks take 1.5 em (CLREQ #h-adjustment_of_adjacent_punctuation_marks)', () => {
  it.each(['”，', '》、', '】，', '。”', '！”', '：“', '，“', '、《', '）（', '】【', '（《', '“‘'])(
    '%s',
    (pair) => {
      expect(between(pair)).toBe(1.5)
      if (!/[！：]/.test(pair)) expect(between(pair, { direction: 'vertical' })).toBe(1.5)
    },
  )

  it('（） keeps 2 em, ）“（ and ）”（ and 。』」 take 2 em', () => {
    for (const marks of ['（）', '）“（', '）”（', '。』」']) expect(between(marks)).toBe(2)
  })

  it('closes up on the content: the blank left is outside the brackets', () => {
    const [line] = setText('国（《国》）国', chars(50)).lines
    // 国, then （ with its ink in the second half of its cell, 《 half an em after it.
    expect(line?.origins).toEqual([0, 1, 1.5, 2.5 + 0, 3.5, 4, 5])
  })

  it('is not stretched or squeezed where it is the one blank between ）（', () => {
    const items = itemsOf('）（')
    expect([items.gapKind[0], items.gap[0], items.gapShrink[0]]).toEqual([GAP.pair, 5, 0])
  })
})

describe('marks of unusual width', () => {
  it.each(['？！', '！！', '？？'])('%s take one em together, three of them two (15834 5.1.2)', (pair) => {
    expect(between(pair)).toBe(1)
    expect(between(`${pair}！`)).toBe(2)
  })

  it.each(['？！', '！！', '？？'])('%s take one em together in vertical lines too', (pair) => {
    expect(between(pair, { direction: 'vertical' })).toBe(1)
    expect(between(`${pair}！`, { direction: 'vertical' })).toBe(2)
  })

  it('a dash and an ellipsis take 2 em, · and – and ／ half an em, in both directions', () => {
    for (const direction of ['horizontal', 'vertical'] as const) {
      for (const marks of ['——', '……', '⸺']) expect(between(marks, { direction }), marks).toBe(2)
      for (const mark of '·–／') expect(between(mark, { direction }), mark).toBe(0.5)
      for (const mark of '～—') expect(between(mark, { direction }), mark).toBe(1)
    }
  })

  it('nothing grows beside connectors and dots, nor inside …… (CLREQ 3.5.4)', () => {
    const items = itemsOf('国·国～国……国')
    expect([...items.gapKind.slice(0, 7)]).toEqual([
      GAP.rigid,
      GAP.rigid,
      GAP.rigid,
      GAP.rigid,
      GAP.han,
      GAP.rigid,
      GAP.han,
    ])
  })

  // The gap inside a pair is of kind `han` and so grows with the others; CLREQ 5.1.1.3 has the two as one rigid unit.
  it('nothing grows between the two of ？！', () => expect(itemsOf('国？！国').gapKind[1]).toBe(GAP.rigid))

  it('a mark between ideographs takes one em, and less by its style', () => {
    for (const mark of '，。：！（”') expect(between(mark)).toBe(1)
    expect(['，', '。', '（'].map((mark) => between(mark, { punctuation: 'kaiming' }))).toEqual([0.5, 1, 0.5])
    expect(['，', '。', '（'].map((mark) => between(mark, { punctuation: 'banjiao' }))).toEqual([
      0.5, 0.5, 0.5,
    ])
  })

  it('：；！？ fill their cell in vertical lines (CLREQ 3.1.6.1)', () => {
    for (const mark of '：；！？') expect(between(mark, { direction: 'vertical' })).toBe(1)
    const items = itemsOf('国：国', { direction: 'vertical' })
    expect([...items.advance]).toEqual([10, 10, 10])
  })

  // A proportional bracket beside a full-width one takes its blank away in CSS (text-spacing-trim-narrow-001) and in
  // typography.md 3.2; here the full-width one stays whole, and ）) takes 1.5 em instead of 1.
  it('a half-width ) trims the full-width ） before it, a ( the （ after it', () => {
    expect(between('）)')).toBe(0.5 + 0.5)
    expect(between('(（')).toBe(0.5 + 0.5)
  })
})

interface Autospace {
  readonly text: string
  readonly expectSpaceAt?: readonly number[]
  readonly mode?: string
}

const { cases }: { readonly cases: readonly Autospace[] } = JSON.parse(
  readFileSync(new URL('../data/text-autospace.json', import.meta.url), 'utf8'),
)

describe('space between Han and Western text (tests/data/text-autospace.json)', () => {
  /** The case of an upright X is left out: letters lie on their side here and take the space (typography.md 8.3). */
  const placed = cases.filter(({ expectSpaceAt, mode }) => expectSpaceAt && mode === undefined)
  const upright = cases.filter(({ mode }) => mode?.includes('1 upright'))

  it('has its cases', () => expect([placed.length, upright.length]).toEqual([4, 1]))

  /** Deviation: a Western ! is a mark that may begin no line (GB/T 15834 5.1.2), and like all marks takes no space. */
  const deviations: Readonly<Record<string, readonly number[]>> = { '国!国#国': [3, 4] }

  it.each(placed)('$text', ({ text, expectSpaceAt = [] }) => {
    const items = itemsOf(text)
    const starts = [...items.start.slice(1, items.count)]
    expect(starts.filter((at) => gapBefore(items, at) === 0.25)).toEqual(deviations[text] ?? expectSpaceAt)
  })

  it.each(upright)('$text, upright in a vertical line', ({ text }) => {
    const items = itemsOf(text, { direction: 'vertical', digits: 'combine' })
    expect([...items.gap]).toEqual([0, 0, 0])
  })

  it('a lying number takes it in vertical lines too', () => {
    const items = itemsOf('国1234国', { direction: 'vertical', digits: 'combine' })
    expect([...items.gap]).toEqual([2.5, 2.5, 0])
  })

  it.each(['国国国国X国国国', '国国国国1国国国'])('%s: none at the line break', (text) => {
    const { lines } = setText(text, chars(4))
    expect(lines.map((line) => line.text)).toEqual([text.slice(0, 4), text.slice(4)])
    expect(lines[0]?.end).toBe(4)
    expect(lines[1]?.origins[0]).toBe(0)
  })

  it('is as wide as the layout says', () => {
    expect([0, 0.125, 0.5].map((n) => itemsOf('国a', { hanWesternGap: n }).gap[0])).toEqual([0, 1.25, 5])
  })

  it('is none beside marks, between number and %, around · and —, before a unit sign', () => {
    for (const text of ['，12', '12，', '“12', '12）', '5·31', '12—13', '12～13'])
      for (const gap of itemsOf(text).gap) expect([0, 5], text).toContain(gap)
    expect(itemsOf('占63%').count).toBe(2)
  })

  it('is not added to a space that was typed', () => {
    const [typed, automatic] = ['国 abc国', '国abc国'].map((text) => setText(text, chars(20)).lines[0]?.end)
    expect(typed).toBe(automatic)
  })

  it('is a quarter em between a number and its unit, and fixed', () => {
    const items = itemsOf('长12 km')
    expect(setText('长12 km').lines[0]?.sorts.join('')).toBe('长12 km')
    expect([items.gap[1], items.gapKind[1], items.breakCost[1]]).toEqual([2.5, GAP.boundSpace, Infinity])
  })

  it('between Western words is 1/3 em, and a space of the text layer', () => {
    const [line] = setText('Open Source', chars(20)).lines
    expect(line?.sorts.join('')).toBe('Open Source')
    expect(itemsOf('Open Source').gap[0]).toBeCloseTo(10 / 3, 9)
  })
})

describe('vertical lines: digits and words', () => {
  it('combines two or three digits in one em, lets a single one stand and four lie', () => {
    const items = itemsOf('第5页第31页第100页第1000页', { direction: 'vertical', digits: 'combine' })
    const widths = [...items.advance].map((n) => n / SIZE)
    expect(widths).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1])
    expect([...items.orientation].indexOf(1)).toBe(10)
  })

  it('lays all of them where the layout says rotate', () => {
    const items = itemsOf('第31页', { direction: 'vertical', digits: 'rotate' })
    expect([items.advance[1], items.orientation[1]]).toEqual([10, 1])
  })

  it('stands 25℃ upright, sign below number, and never parts them', () => {
    const items = itemsOf('约25℃时', { direction: 'vertical', digits: 'combine' })
    expect([...items.orientation]).toEqual([0, 0, 0, 0])
    expect(items.breakCost[1]).toBe(Infinity)
  })
})
