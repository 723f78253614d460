// What stands at the edges of lines: marks that keep their blank, marks that hang (CLREQ 6.1.3, 6.3.2.3).

import { describe, expect, it } from 'vitest'
import { CHAR_CLASS, classOf, sharesBlank } from '../../src/cjk/index.ts'
import { pt } from '../../src/core/index.ts'
import type { ParagraphOptions } from '../../src/paragraph/index.ts'
import { chars, type LineView, SIZE, setText } from '../support/paragraphs.ts'

type Options = Partial<ParagraphOptions>

const DIRECTIONS = ['horizontal', 'vertical'] as const
const HAN = '国'

const han = (count: number): string => HAN.repeat(count)
const firstOf = (text: string, options: Options): LineView | undefined => setText(text, options).lines[0]

/** Marks with their blank after the ink: in vertical lines ：；！？ have none. */
const closing = (direction: 'horizontal' | 'vertical'): readonly string[] => [
  ...'，、。．”’）〕］｝》〉」』】〗',
  ...(direction === 'horizontal' ? '：；！？' : ''),
]

describe.each(DIRECTIONS)('marks at the line end, %s', (direction) => {
  it.each(closing(direction))('%s: half an em there', (mark) => {
    const line = firstOf(`${han(9)}${mark}${han(14)}`, { direction, measure: pt(95) })
    expect(line?.text).toBe(`${han(9)}${mark}`)
    expect([line?.end, line?.stretch]).toEqual([9.5, 0])
  })

  it.each(closing(direction))('%s: a whole em where the layout keeps it full', (mark) => {
    const text = `${han(9)}${mark}${han(14)}`
    const full = { direction, lineEndMarks: 'full' } as const
    expect(firstOf(text, { ...full, measure: pt(95) })?.text).toBe(han(8))
    const line = firstOf(text, { ...full, ...chars(10) })
    expect(line?.text).toBe(`${han(9)}${mark}`)
    // The blank half is beyond the last body, and no gap grows for it.
    expect([line?.end, line?.stretch]).toEqual([9.5, 0])
  })
})

describe.each(DIRECTIONS)('opening marks at the line head, %s', (direction) => {
  it.each([...'“‘（〔［｛《〈「『【〖'])('%s: half an em there', (mark) => {
    const [, line] = setText(`${han(9)}${mark}${han(14)}`, { direction, measure: pt(95) }).lines
    expect(line?.text).toBe(`${mark}${han(9)}`)
    expect(line?.origins.slice(0, 2)).toEqual([-0.5, 0.5])
  })

  it.each([...'“‘（〔［｛《〈「『【〖'])('%s: a whole em where the layout keeps it full', (mark) => {
    const full = { direction, lineStartMarks: 'full' } as const
    const [, line] = setText(`${han(9)}${mark}${han(14)}`, { ...full, ...chars(9) }).lines
    expect(line?.text).toBe(`${mark}${han(8)}`)
    expect(line?.origins.slice(0, 2)).toEqual([0, 1])
    expect(line?.stretch).toBe(0)
  })

  it('so in an indented first line', () => {
    const indented = { direction, indent: pt(20) }
    expect(firstOf('（国', indented)?.origins).toEqual([1.5, 2.5])
    expect(firstOf('（国', { ...indented, lineStartMarks: 'full' })?.origins).toEqual([2, 3])
  })
})

describe('both edges at once', () => {
  it('keep a line of 8 em between full marks in 10, and between halved ones in 9', () => {
    const text = `（${han(8)}）${han(8)}）`
    expect(firstOf(text, chars(9))?.text).toBe(`（${han(8)}）`)
    const full = { lineStartMarks: 'full', lineEndMarks: 'full' } as const
    expect(firstOf(text, { ...full, ...chars(10) })).toMatchObject({ text: `（${han(8)}）`, stretch: 0 })
    expect(firstOf(text, { ...full, measure: pt(98) })?.text).not.toBe(`（${han(8)}）`)
  })
})

describe.each(DIRECTIONS)('hanging marks (CLREQ 6.1.3), %s', (direction) => {
  const hanging = { direction, hanging: true } as const

  it.each([...'，、。．'])('%s hangs, and the text before it fills the line', (mark) => {
    const line = firstOf(`${han(9)}${mark}${han(14)}`, { ...hanging, ...chars(9) })
    expect(line?.text).toBe(`${han(9)}${mark}`)
    expect(line?.origins.at(-1)).toBe(9)
    expect(line?.stretch).toBe(0)
  })

  it.each(['：', '；', '！', '？', '）', '”', '》', '】', '·', '～', '–', '／', '——', '……', '％'])(
    '%s does not',
    (mark) => {
      for (const { end } of setText(`${han(9)}${mark}${han(14)}`, { ...hanging, ...chars(9) }).lines)
        expect(end).toBeLessThanOrEqual(9)
    },
  )

  it('none hangs where the layout does not ask for it', () => {
    for (const mark of '，、。．')
      for (const { end } of setText(`${han(9)}${mark}${han(14)}`, { direction, ...chars(9) }).lines)
        expect(end).toBeLessThanOrEqual(9)
  })

  it('in Taiwan they hang with the white before them, in vertical lines alone', () => {
    for (const mark of '，、。') {
      const text = `${han(9)}${mark}${han(14)}`
      const line = firstOf(text, { ...hanging, region: 'taiwan', ...chars(9) })
      expect(line?.text).toBe(direction === 'vertical' ? `${han(9)}${mark}` : han(8))
      // Ink of half an em with a quarter before it; the text before ends where the line does.
      if (direction === 'vertical')
        expect([line?.origins.at(-2), line?.end, line?.stretch]).toEqual([8, 9.75, 0])
      else expect(line?.end).toBeLessThanOrEqual(9)
    }
  })

  it('one behind a word and one that ends the paragraph hang too', () => {
    expect(firstOf(`${han(7)}GDP，${han(14)}`, { ...hanging, measure: pt(87.5) })).toMatchObject({
      text: `${han(7)}GDP，`,
      stretch: 0,
      end: 9.25,
    })
    expect(setText(`${han(18)}。`, { ...hanging, ...chars(9) }).lines.map(({ text }) => text)).toEqual([
      han(9),
      `${han(9)}。`,
    ])
  })

  it('a hanging mark hangs where the others stay full', () => {
    const full = { ...hanging, lineEndMarks: 'full', ...chars(9) } as const
    expect(firstOf(`${han(9)}，${han(14)}`, full)?.text).toBe(`${han(9)}，`)
    expect(firstOf(`${han(8)}）${han(14)}`, full)).toMatchObject({ text: `${han(8)}）`, end: 8.5 })
    expect(firstOf(`${han(8)}）${han(14)}`, { ...full, measure: pt(88) })?.text).toBe(han(7))
  })
})

describe.each(DIRECTIONS)('hanging marks at many measures, %s', (direction) => {
  const TEXT =
    '市直机关，各部门、各单位。“学习，工作。”（国家，机关），《党》、《国》。共6.5%，GDP，国家？！，市直。'.repeat(
      4,
    )
  const isStop = (text: string): boolean => {
    const c = classOf(text.codePointAt(0) ?? 0)
    return c === CHAR_CLASS.stop || c === CHAR_CLASS.pause
  }
  const measures = Array.from({ length: 60 }, (_, i) => 6 + i / 5)
  const lines = measures.flatMap((measure) =>
    setText(TEXT, { direction, hanging: true, measure: pt(measure * SIZE) }).lines.map((line) => ({
      ...line,
      measure,
    })),
  )
  const beyond = lines.filter(({ end, measure }) => end > measure + 1e-6)

  it('only pause and stop marks hang, and none of a run', () => {
    expect(beyond.length).toBeGreaterThan(100)
    expect(new Set(beyond.map(({ text }) => text.at(-1)))).toEqual(new Set([...'，、。']))
    for (const { text } of beyond) {
      const before = classOf(text.codePointAt(text.length - 2) ?? 0)
      expect(sharesBlank(before), text).toBe(false)
    }
  })

  it('the text before one ends at the measure, where the mark begins, in all lines but the last', () => {
    const last = beyond.filter(({ text }) => TEXT.endsWith(text) && text.endsWith('市直。'))
    for (const { text, origins, sorts, measure, residue } of beyond) {
      if (residue !== 0 || last.some((one) => one.text === text)) continue
      const width = /[!-~]/.test(sorts.at(-2) ?? '') ? 0.5 : 1
      expect(origins.at(-1), text).toBeCloseTo(measure, 5)
      expect((origins.at(-2) ?? 0) + width, text).toBeCloseTo(measure, 5)
    }
  })

  it('a pause or stop mark that is alone at the line end never stands inside the line', () => {
    for (const { text, end, measure } of lines) {
      const alone = isStop(text.at(-1) ?? '') && !sharesBlank(classOf(text.codePointAt(text.length - 2) ?? 0))
      if (alone && !TEXT.endsWith(text)) expect(end, text).toBeCloseTo(measure + 0.5, 5)
    }
  })
})
