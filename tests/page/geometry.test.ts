// The one axis turn: a page of 300 × 400 pt, two columns of ten characters of 10 pt and five lines 15 pt apart.

import { describe, expect, it } from 'vitest'
import { geometryOf } from '../../src/page/geometry.ts'
import type { GlyphRun, SetParagraph } from '../../src/paragraph/index.ts'
import type { Layout } from '../../src/source/index.ts'
import { layoutOf } from '../support/books.ts'

const layout = (direction: 'horizontal' | 'vertical', binding: 'left' | 'right'): Layout =>
  layoutOf(`
direction: ${direction}
binding: ${binding}
trim: 300pt × 400pt
type-area:
  { size: 10pt, characters: 10, lines: 5, columns: 2, line-pitch: 15pt, column-gap: 20pt, inner-margin: 30pt, head-margin: 50pt }
part: { lines: 3 }
chapter: { opening: { lines: 3 }, in-column: { lines: 2 } }
`)

const PARAGRAPH: SetParagraph = {
  stream: { text: '', runs: [], annotations: [] },
  sorts: new Int32Array(),
  offsets: new Float64Array(),
  at: new Int32Array(),
  lines: [],
}
const RUN: GlyphRun = { from: 0, to: 0, face: 0, size: 10, sideways: false, rise: 0 }

describe('left and right pages are mirrored about the spine', () => {
  // Horizontal: 220 pt along the lines, 70 across. Inner margin 30, so that the outer one is 50.
  it.each([
    ['left', 1, 30, 'right'],
    ['left', 2, 50, 'left'],
    ['right', 1, 50, 'left'],
    ['right', 2, 30, 'right'],
  ] as const)('bound %s, folio %i: type area from %i, fore-edge %s', (binding, folio, x, outer) => {
    const geometry = geometryOf(layout('horizontal', binding), folio)
    expect(geometry.area).toEqual({ x, y: 50, width: 220, height: 70 })
    expect(geometry.outer).toBe(outer)
  })

  it.each([
    ['right', 1, 200, 'left'],
    ['right', 2, 30, 'right'],
    ['left', 1, 30, 'right'],
  ] as const)('vertical, bound %s, folio %i: type area from %i', (binding, folio, x, outer) => {
    const geometry = geometryOf(layout('vertical', binding), folio)
    expect(geometry.area).toEqual({ x, y: 50, width: 70, height: 220 })
    expect(geometry.outer).toBe(outer)
  })
})

describe('horizontal lines', () => {
  const geometry = geometryOf(layout('horizontal', 'left'), 1)

  it('run right and stack down, baseline 0.88 em below the head of the frame', () => {
    expect(geometry.glyphs(PARAGRAPH, RUN, 0, 0, 10)).toMatchObject({ x: 30, y: 58.8, line: 'across' })
    expect(geometry.glyphs(PARAGRAPH, RUN, 120, 15, 10)).toMatchObject({ x: 150, y: 73.8 })
  })

  it('have rules below and between them', () => {
    expect(geometry.ruleAlong(0, 100, 20, 2)).toMatchObject({ x: 30, y: 70, width: 100, height: 2 })
    expect(geometry.ruleAcross(0, 70, 110, 1)).toMatchObject({ x: 139.5, y: 50, width: 1, height: 70 })
    expect(geometry.corner(120, 30, 10)).toEqual({ x: 150, y: 80 })
  })
})

describe('vertical lines', () => {
  const geometry = geometryOf(layout('vertical', 'right'), 1)

  it('run down and stack left, the first at the right edge; x is the middle of the line', () => {
    expect(geometry.glyphs(PARAGRAPH, RUN, 0, 0, 10)).toMatchObject({ x: 265, y: 50, line: 'down' })
    expect(geometry.glyphs(PARAGRAPH, RUN, 120, 15, 10)).toMatchObject({ x: 250, y: 170 })
    // The last line ends at the left edge of the type area.
    expect(geometry.glyphs(PARAGRAPH, RUN, 0, 60, 10).x - 5).toBe(200)
  })

  it('have rules left of and between them', () => {
    expect(geometry.ruleAlong(0, 100, 20, 2)).toMatchObject({ x: 248, y: 50, width: 2, height: 100 })
    expect(geometry.ruleAcross(0, 70, 110, 1)).toMatchObject({ x: 200, y: 159.5, width: 70, height: 1 })
    // The top left corner of a line: its left edge is where it ends across.
    expect(geometry.corner(120, 30, 10)).toEqual({ x: 230, y: 170 })
  })
})
