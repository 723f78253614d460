import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankAfter, blankBefore, CHAR_CLASS, classOf } from '../../src/cjk/index.ts'
import type { Face } from '../../src/font/index.ts'
import { shippedFace } from '../support/fonts.ts'

interface Measured {
  readonly cp: string
  readonly adv: number
  readonly halt?: { readonly adv: number; readonly dx: number }
  readonly vhal?: number
  readonly vertGlyph: string
}
interface FontData {
  readonly sequences: Readonly<Record<string, { readonly zhHans: readonly number[] }>>
  readonly chars: Readonly<Record<string, Measured>>
}

const { fonts }: { readonly fonts: Readonly<Record<string, FontData>> } = JSON.parse(
  readFileSync(new URL('../data/noto-sc-metrics.json', import.meta.url), 'utf8'),
)
const dataOf = (family: string): FontData => {
  const name = Object.keys(fonts).find((key) => key.startsWith(family))
  const found = name && fonts[name]
  if (!found) throw new Error(`no data of ${family}`)
  return found
}
const codeOf = (char: string): number => char.codePointAt(0) ?? 0
const presentationForm = /the glyph of U\+([0-9A-F]+)/

const FACES: readonly (readonly [string, Face, FontData])[] = [
  ['宋', shippedFace('song'), dataOf('Noto Serif')],
  ['黑', shippedFace('hei'), dataOf('Noto Sans')],
]

describe.each(FACES)(
  'marks of %s as measured with HarfBuzz (tests/data/noto-sc-metrics.json)',
  (_, face, data) => {
    const rows = Object.entries(data.chars)

    it('have the widths of their Simplified Chinese forms', () => {
      for (const [char, { adv }] of rows) {
        const [glyph, ...more] = face.shapeMark(char, false)
        expect(more, char).toEqual([])
        expect(glyph?.width, char).toBeCloseTo(adv / 1000, 6)
      }
      for (const [text, { zhHans }] of Object.entries(data.sequences)) {
        const widths = face.shapeMark(text, false).map(({ advance }) => Math.round(advance * 1000))
        expect(widths, text).toEqual(zhHans)
      }
    })

    it('have their blank half where the font can take it: halt horizontally, vhal vertically', () => {
      const trimmed = rows.filter(([char, { halt }]) => halt && classOf(codeOf(char)) !== CHAR_CLASS.middot)
      expect(trimmed.length).toBeGreaterThan(25)
      for (const [char, { halt, vhal }] of trimmed) {
        const c = classOf(codeOf(char))
        expect(blankBefore(c), char).toBe(halt?.dx === -500 ? 0.5 : 0)
        expect(blankAfter(c, 'horizontal'), char).toBe(halt?.dx === 0 ? 0.5 : 0)
        expect(blankBefore(c) + blankAfter(c, 'vertical'), char).toBe(vhal === 500 ? 0.5 : 0)
      }
    })

    it('have their ink in the half that is left', () => {
      for (const [char, { halt }] of rows) {
        if (!halt || classOf(codeOf(char)) === CHAR_CLASS.middot) continue
        const ink = face.inkOf(face.shapeMark(char, false)[0]?.gid ?? 0)
        expect(ink.left, char).toBeGreaterThan(halt.dx === -500 ? 0.45 : 0)
        expect(ink.right, char).toBeLessThan(halt.dx === -500 ? 1 : 0.55)
      }
    })

    it('take their vertical forms: “ becomes ﹃, （ ︵, and marks without one keep their glyph', () => {
      for (const [char, { vertGlyph }] of rows) {
        const upright = face.shapeMark(char, false)[0]?.gid
        const vertical = face.shapeMark(char, true)[0]?.gid
        const form = presentationForm.exec(vertGlyph)?.[1]
        if (form) expect(vertical, char).toBe(face.glyphOf(Number.parseInt(form, 16)))
        else if (vertGlyph === 'unchanged') expect(vertical, char).toBe(upright)
        else expect(vertical, char).not.toBe(upright)
      }
      expect(face.shapeMark('“', true)[0]?.gid).toBe(face.glyphOf(0xfe43))
      expect(face.shapeMark('”', true)[0]?.gid).toBe(face.glyphOf(0xfe44))
    })
  },
)

describe('what is known of a face as a whole', () => {
  it('is its em box, weight, and that it may be embedded', () => {
    for (const role of ['song', 'hei', 'kai'] as const) {
      const face = shippedFace(role)
      expect(face.emTop, role).toBeCloseTo(0.88, 6)
      expect(face.isBold, role).toBe(false)
      expect(face.mayEmbed, role).toBe(true)
      expect(face.metrics.ascent, role).toBeGreaterThan(0.7)
      expect(face.metrics.descent, role).toBeLessThan(0)
      expect(face.postscriptName, role).toMatch(/^[!-~]+$/)
    }
    expect(shippedFace('song', 'bold').isBold).toBe(true)
  })

  it('is its coverage: the whole of 4E00 to 9FFF, 〇, characters of Extension E, no emoji', () => {
    const song = shippedFace('song')
    let missing = 0
    for (let cp = 0x4e00; cp <= 0x9fff; cp++) if (!song.has(cp)) missing++
    expect(missing).toBe(0)
    expect([...'〇㐂𬭊'].every((c) => song.has(codeOf(c)))).toBe(true)
    expect(song.has(codeOf('😀'))).toBe(false)
    expect(song.has(0xe008)).toBe(false)
  })

  it('is Han characters of one em', () => {
    for (const char of '国一〇龍㐂') {
      expect(shippedFace('song').widthOf(shippedFace('song').glyphOf(codeOf(char)))).toBe(1)
      expect(shippedFace('kai').widthOf(shippedFace('kai').glyphOf(codeOf('国')))).toBe(1)
    }
  })
})
