// The reader of pdf.js's operators against another program: PDFium paints each character where the reader puts its cell,
// in lines that are stretched and squeezed, too. So figures of clauses hold for what is seen.

import { describe, expect, it } from 'vitest'
import { inkIn } from './ink.ts'
import { specimen } from './specimen.ts'

const TEXT =
  '国国国国，国国1国国国国国国“国国”国国Web国国国国国国国，国国国国国国国2002国国国国国国国国国国国'

describe.each(['horizontal', 'vertical'] as const)('%s', (direction) => {
  it('has the ink of 国 at one place of its cell, wherever it stands', async () => {
    const page = await specimen({ direction, body: [TEXT], characters: 13, lines: 10 })
    const cells = page.glyphs.filter(({ text }) => text === '国')
    const inks = await Promise.all(cells.map(({ glyph }) => inkIn(page, glyph)))
    const places = inks.map((ink) => (ink ? [ink.left, ink.top, ink.right, ink.bottom] : []))
    expect(cells.length).toBe([...TEXT].filter((c) => c === '国').length)
    // Painted to the pixel: a hundredth of an em.
    for (const place of places) {
      expect(place.length).toBe(4)
      for (const [side, share] of place.entries())
        expect(Math.abs(share - (places[0]?.[side] ?? 1))).toBeLessThan(0.021)
    }
  })

  it('sees a character that is moved', async () => {
    const page = await specimen({ direction, body: [TEXT], characters: 13, lines: 10 })
    const [cell] = page.glyphs.filter(({ text }) => text === '国')
    if (!cell) throw new Error('no 国')
    const there = await inkIn(page, cell.glyph)
    const beside = await inkIn(page, { ...cell.glyph, x: cell.glyph.x + 1, y: cell.glyph.y + 1 })
    expect(Math.abs((beside?.left ?? 0) - (there?.left ?? 0))).toBeGreaterThan(0.03)
  })
})
