// The reader of pdf.js's operators against another program: PDFium paints each character where the reader puts its cell,
// in lines that are stretched and squeezed, too. So figures of clauses hold for what is seen.

import { describe, expect, it } from 'vitest'
import { inkIn } from './ink.ts'
import { readPdf } from './read-pdf.ts'
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

/** A page with a line and a box, written by hand: colours for strokes and fills, and how opaque they are. */
function painted(stroke: string, fill: string, opacity: number): Uint8Array {
  const content = `/A gs 2 w ${stroke} 10 10 m 90 10 l S ${fill} 10 20 30 30 re f`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R
      /Resources << /ExtGState << /A << /CA ${opacity} /ca ${opacity} >> >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  const numbered = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  // Without a table of objects: readers make one.
  return new TextEncoder().encode(`%PDF-1.7\n${numbered}trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n`)
}

describe('the ink of lines and boxes', () => {
  it.each([
    ['0 G', '0 g', 1, 1],
    ['1 G', '1 g', 1, 0],
    ['0 1 1 RG', '0 1 1 rg', 1, 0],
    ['0.5 G', '0.5 g', 1, 0.5],
    ['0 G', '0 g', 0.25, 0.25],
  ])('%s and %s at opacity %s are %s', async (stroke, fill, opacity, ink) => {
    const { pages } = await readPdf(painted(stroke, fill, opacity))
    const paths = pages[0]?.paths ?? []
    expect(paths.map(({ kind }) => kind)).toEqual(['stroke', 'fill'])
    for (const path of paths) expect(Math.abs(path.ink - ink)).toBeLessThan(0.01)
  })
})
