import { describe, expect, it } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { GAP } from '../../src/paragraph/index.ts'
import { itemsOf, setText } from '../support/paragraphs.ts'

/** Texts of the lines at a measure in characters of 10 pt. */
const linesAt = (text: string, characters: number, indent = 0): string[] =>
  setText(text, { measure: pt(characters * 10), indent: pt(indent * 10) }).lines.map((line) => line.text)

describe('terms that stay whole (GB/T 15835 5.1.7.2, CLREQ 6.1.2.2)', () => {
  it.each(['1 234 567', '25 ℃', '5 %', '1234㎡', '−5℃', '12 km'])('%s', (term) => {
    for (let before = 1; before < 12; before++) {
      const lines = linesAt(`${'国'.repeat(before)}${term}${'家'.repeat(12)}`, 10)
      expect(
        lines.some((line) => line.replaceAll('\u200b', '').includes(term)),
        lines.join('|'),
      ).toBe(true)
    }
  })

  it('words tied by U+00A0 and U+2060', () => {
    for (let before = 1; before < 10; before++) {
      expect(
        linesAt(`${'国'.repeat(before)}甲\u2060乙${'家'.repeat(9)}`, 9).some((line) => /甲.?乙/.test(line)),
      ).toBe(true)
      const tied = linesAt(`${'国'.repeat(before)}ab\u00a0cd${'家'.repeat(9)}`, 9)
      expect(
        tied.some((line) => /ab.cd/.test(line)),
        tied.join('|'),
      ).toBe(true)
    }
  })

  it('a word that fits a line is not broken because it does not fit the first', () => {
    const lines = linesAt('一二三四五六七八 Communications公司。', 9, 2)
    expect(
      lines.some((line) => line.includes('Communications')),
      lines.join('|'),
    ).toBe(true)
  })
})

describe('Western brackets and points beside Han', () => {
  it('keep the bans of their kind', () => {
    for (let before = 1; before < 12; before++) {
      const lines = linesAt(`${'国'.repeat(before)}(会议)强调,要坚持${'家'.repeat(12)}`, 8)
      for (const line of lines) {
        expect(line).not.toMatch(/\($/)
        expect(line).not.toMatch(/^[),]/)
      }
    }
  })
})

describe('U+3000', () => {
  it('vanishes at a line end, so that the line is flush', () => {
    const { lines } = setText('甲　乙　丙　丁　戊　己　庚　辛　壬　癸　子　丑', { measure: pt(70) })
    for (const line of lines.slice(0, -1)) expect(line.end).toBeCloseTo(7, 6)
  })

  it('is one em between ideographs', () => {
    const items = itemsOf('甲　乙')
    expect([items.gap[0], items.gapKind[0]]).toEqual([10, GAP.fixedSpace])
  })
})

describe('long runs cost no more than their length', () => {
  it.each(['！', '…', '\u0301', '。', '　'])('%s', (mark) => {
    const started = performance.now()
    itemsOf(`甲${mark.repeat(40_000)}乙`)
    expect(performance.now() - started).toBeLessThan(8_000)
  })
})
