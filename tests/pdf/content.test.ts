// Every glyph of a setting stands in the PDF where the setting has it, as a reader that knows only the standard finds
// it; with the text it was set for.

import { beforeAll, describe, expect, it } from 'vitest'
import type { GlyphMark, Setting } from '../../src/page/index.ts'
import {
  contentOf,
  type Direction,
  type Drawn,
  draw,
  type GoldenName,
  goldenSetting,
} from '../support/drawn.ts'
import { type ShownGlyph, shownGlyphs } from '../support/shown-glyphs.ts'

/** ISO 32000-1 leaves a thousandth of an em; lines must not add them up (typography.md 13.3). */
const TOLERANCE = 0.01

/** From the middle of a vertical line to the baseline of what lies in it, in em. */
const LYING = 0.38

interface Wanted {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly angle: number
  readonly size: number
}

function wantedOf(mark: GlyphMark, { typeCase, bleed }: Setting): readonly Wanted[] {
  const { paragraph, run, line } = mark
  return Array.from({ length: run.to - run.from }, (_, i) => {
    const k = run.from + i
    const offset = paragraph.offsets[k] ?? 0
    const text = typeCase.sortOf(paragraph.sorts[k] ?? 0).text
    const across = line === 'across'
    const x = across ? mark.x + offset : mark.x - (run.sideways ? LYING * run.size : 0)
    const y = across ? mark.y : mark.y + offset
    return { text, x: x + bleed, y: y + bleed, angle: run.sideways ? 90 : 0, size: run.size }
  })
}

const CASES: readonly (readonly [GoldenName, Direction])[] = [
  ['run-in', 'horizontal'],
  ['run-in', 'vertical'],
  ['credits', 'horizontal'],
  ['credits', 'vertical'],
  ['subheads', 'horizontal'],
  ['subheads', 'vertical'],
]

describe.each(CASES)('%s, %s', (name, direction) => {
  let drawn: Drawn
  let shown: readonly (readonly ShownGlyph[])[]

  beforeAll(async () => {
    drawn = await draw(goldenSetting(name, direction))
    const height = drawn.setting.trim.height + 2 * drawn.setting.bleed
    shown = drawn.pages.map((page) => shownGlyphs(drawn.file, page, height))
  })

  it('shows every glyph where the setting has it, in its order', () => {
    for (const [i, page] of drawn.setting.pages.entries()) {
      const marks = [...page.marks, ...page.furniture].filter((mark) => mark.kind === 'glyphs')
      const wanted = marks.flatMap((mark) => wantedOf(mark, drawn.setting))
      const found = shown[i] ?? []
      expect(found.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text))
      for (const [k, glyph] of wanted.entries()) {
        const { x = 0, y = 0, angle, size } = found[k] ?? {}
        expect([angle, size], glyph.text).toEqual([glyph.angle, glyph.size])
        expect(Math.abs(x - glyph.x), `${glyph.text} across`).toBeLessThan(TOLERANCE)
        expect(Math.abs(y - glyph.y), `${glyph.text} down`).toBeLessThan(TOLERANCE)
      }
    }
  })

  it('paints in DeviceGray alone, and closes what it opens', () => {
    for (const page of drawn.pages) {
      const content = contentOf(drawn, page).replace(/<[0-9a-f]*>/g, '')
      const operators = new Set(content.match(/(?<![/\w])[A-Za-z'"*]+(?=\s|$)/g))
      const known = ['BDC', 'BT', 'EMC', 'ET', 'TJ', 'Tc', 'Tf', 'Tm', 'cm', 'f', 'g', 're']
      for (const operator of operators) expect(known, operator).toContain(operator)
      const count = (operator: string): number =>
        content.match(new RegExp(`\\b${operator}\\b`, 'g'))?.length ?? 0
      expect(count('BT')).toBe(count('ET'))
      expect(count('BDC')).toBe(count('EMC'))
      expect(content).not.toMatch(/\d[eE][+-]?\d|NaN|Infinity/)
    }
  })

  it('marks furniture as artifacts, after the text', () => {
    for (const [i, page] of drawn.setting.pages.entries()) {
      const content = contentOf(
        drawn,
        drawn.pages[i] ?? { id: 0, dict: new Map(), mediaBox: undefined, resources: new Map() },
      )
      const marked = content.includes('/Artifact <</Type /Pagination>> BDC')
      expect(marked).toBe(page.furniture.length > 0)
      if (marked) expect(content.trimEnd().endsWith('EMC')).toBe(true)
    }
  })
})

describe('a tab', () => {
  it('reverses its text out of the block', async () => {
    const setting = goldenSetting('run-in', 'horizontal')
    const [page] = setting.pages
    const mark = page?.marks.find((candidate) => candidate.kind === 'glyphs')
    if (!page || !mark) throw new Error('no text on the page')
    const white = { ...mark, ink: 0 }
    const { file, pages } = await draw({
      ...setting,
      pages: [{ ...page, marks: [white, mark], furniture: [] }],
    })
    const [first] = pages
    const inks = first ? shownGlyphs(file, first, 300).map(({ ink }) => ink) : []
    expect(new Set(inks)).toEqual(new Set([0, 1]))
    expect(inks[0]).toBe(0)
    expect(inks.at(-1)).toBe(1)
  })
})
