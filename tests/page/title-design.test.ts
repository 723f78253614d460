// How many lines of the grid a title takes (占行).

import { describe, expect, it } from 'vitest'
import { em, pt, SourceText } from '../../src/core/index.ts'
import { TypeCase } from '../../src/font/index.ts'
import { Styles } from '../../src/page/index.ts'
import { BOOK, Structure } from '../../src/page/structure.ts'
import { designTitle } from '../../src/page/title-design.ts'
import type { TitleStyle } from '../../src/source/index.ts'
import { layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT } from '../support/wholes.ts'

// Fourteen characters of 10 pt, line pitch 15 pt.
const styles = new Styles(layoutOf(CHAPTER_LAYOUT), shippedFonts, new TypeCase())

const design = (length: number, lines: number, over: Partial<TitleStyle> = {}) => {
  const style: TitleStyle = {
    span: 'column',
    lines,
    text: { face: 'hei', weight: 'bold', size: pt(10) },
    letterSpacing: em(0),
    align: 'center',
    startShare: 0,
    ruleBefore: 'none',
    ruleAfter: 'none',
    ...over,
  }
  return designTitle(SourceText.verbatim('题'.repeat(length), 'a.yaml', 0), style, styles, {
    structure: new Structure(),
    element: BOOK,
  })
}

describe('a title', () => {
  it('of one line takes what the layout says', () => {
    expect([1, 2, 4].map((lines) => design(5, lines).lines)).toEqual([1, 2, 4])
    const large = { text: { face: 'hei', weight: 'bold', size: pt(14) } } as const
    expect(design(5, 1, large).lines).toBe(1)
    expect(design(5, 1).design.lines[0]?.block).toBeCloseTo(0, 9)
  })

  it('of several lines takes it where they go in', () => {
    // Two lines of 10 pt are 24 pt high.
    expect(design(20, 2).lines).toBe(2)
    expect(design(20, 4).lines).toBe(4)
  })

  it('of several lines takes as many more as it needs, and one for clearance', () => {
    expect(design(20, 1).lines).toBe(3)
    expect(design(20, 2, { ruleAfter: 'hairline' }).lines).toBe(3)
    expect(design(40, 2).lines).toBe(4)
  })
})
