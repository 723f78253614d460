import { describe, expect, it } from 'vitest'
import { pt, SourceText } from '../../src/core/index.ts'
import { GAP, type Items, itemize, streamOf } from '../../src/paragraph/index.ts'
import { SIDEWAYS } from '../../src/paragraph/items.ts'
import { fakeFonts } from '../support/fake-face.ts'
import { itemsOf, OPTIONS, setText, styleOf } from '../support/paragraphs.ts'

/** Texts of the lines at a measure in characters of 10 pt. */
const linesAt = (text: string, characters: number, indent = 0): string[] =>
  setText(text, { measure: pt(characters * 10), indent: pt(indent * 10) }).lines.map((line) => line.text)

function itemsWithSup(text: string, sup: string): Items {
  const fonts = fakeFonts()
  const style = styleOf(fonts)
  const small = { ...styleOf(fonts, 6), isAttached: true }
  const pieces = [
    { source: SourceText.verbatim(text, 'test.yaml', 0), style },
    { source: SourceText.verbatim(sup, 'test.yaml', 0), style: small },
  ]
  return itemize(streamOf(pieces), fonts.typeCase, OPTIONS)
}

describe('terms that stay whole (GB/T 15835 5.1.7.2, CLREQ 6.1.2.2)', () => {
  it.each([
    '1 234 567',
    '3.141 592 653',
    '3.141 592 65',
    '12 345.678 9',
    '￥0.123 456%',
    '25 ℃',
    '5 %',
    '1234㎡',
    '−5℃',
    '12 km',
  ])('%s', (term) => {
    for (let before = 1; before < 12; before++) {
      const lines = linesAt(`${'国'.repeat(before)}${term}${'家'.repeat(12)}`, 10)
      expect(
        lines.some((line) => line.replaceAll('\u200b', '').includes(term)),
        lines.join('|'),
      ).toBe(true)
    }
  })

  it.each([
    ['3.14 159', 'two decimals make no group'],
    ['3.141 5.2', 'two numbers'],
    ['3.141 59 26', 'nothing comes after a short group'],
    ['0.123 4567', 'four make none either'],
  ])('%s parts: %s', (term) => {
    const items = itemsOf(`国${term}国`)
    expect([...items.breakCost].slice(1, -2).some(Number.isFinite)).toBe(true)
  })

  it('of the decimals the first group ends where the number does', () => {
    const items = itemsOf('3.141 592 65 7')
    expect([...items.breakCost].slice(0, 3)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0])
  })

  it('a typed space before a superscript stays, with its glyph, and ends no line', () => {
    for (const space of [' ', '\u00a0']) {
      const items = itemsWithSup(`Open${space}`, 'TM')
      expect([items.gap[0], items.gapKind[0], items.breakCost[0]]).toEqual([
        2.5,
        GAP.boundSpace,
        Number.POSITIVE_INFINITY,
      ])
    }
    expect(itemsWithSup('国　', '1').gap[0]).toBe(10)
    expect(itemsWithSup('国', '1').gap[0]).toBe(0)
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

describe('a ratio in vertical lines stands or lies as a whole (GB/T 15835 5.1.7.3)', () => {
  const lying = (text: string): string => {
    const { count, orientation, sort, stream, start } = itemsOf(text, {
      direction: 'vertical',
      digits: 'combine',
    })
    return Array.from({ length: count }, (_, k) => k)
      .filter((k) => sort[k] !== undefined && orientation[k] === SIDEWAYS)
      .map((k) => stream.text.slice(start[k], start[k + 1]).trim())
      .join('')
  }

  it.each([
    ['国1∶8.277国', '1∶8.277'],
    ['国101.3∶100国', '101.3∶100'],
    ['国1 ∶ 8.277国', '1∶8.277'],
    ['国1∶2∶1000国', '1∶2∶1000'],
    ['国1000∶2∶1国', '1000∶2∶1'],
    // Digits stand, the sign between them is turned.
    ['国3∶2国', '∶'],
    ['国12∶100国', '∶'],
    ['国三∶12国', '∶'],
    ['国3国1∶8.277国5国', '1∶8.277'],
  ])('%s', (text, wanted) => {
    expect(lying(text)).toBe(wanted)
  })
})

describe('a word no line can hold', () => {
  it.each(['abcdefghij', '0123456789'])(
    'begins a line of its own rather than leave a scrap of %s… on the one before',
    (letters) => {
      for (const length of [41, 42, 46, 55, 81]) {
        const word = letters.repeat(9).slice(0, length)
        for (let before = 1; before <= 22; before++) {
          const lines = linesAt(`${'国'.repeat(before)}${word}家家家`, 20)
          const scraps = lines.flatMap((line) => /国([a-z0-9]+)$/.exec(line)?.[1] ?? [])
          for (const scrap of scraps) expect(scrap.length, lines.join('|')).toBeGreaterThanOrEqual(6)
        }
      }
    },
  )

  it('leaves a scrap where the line before would be torn apart without', () => {
    expect(linesAt('国国国abcdefghijklmnopqrst', 5)[0]).toBe('国国国abc')
  })
})
