// Our own readers of embedded fonts: against fontkit on whole fonts, and on a CFF made by hand, byte by byte.

import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { readCff } from '../../src/proof/fonts/cff.ts'
import { toUnicodeOf } from '../../src/proof/fonts/to-unicode.ts'
import { readTrueType } from '../../src/proof/fonts/truetype.ts'
import { SERIF } from '../support/sample-pdf.ts'

describe('TrueType', () => {
  const bytes = readFileSync(SERIF)
  const program = readTrueType(bytes)
  const font = create(bytes)
  if ('fonts' in font) throw new Error('a collection')

  it('knows widths and extents as fontkit does', () => {
    const scale = 1000 / font.unitsPerEm
    expect(program.glyphs).toBe(font.numGlyphs)
    for (const character of ['国', '，', 'i', '1', '—']) {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
      expect(program.widthOf(glyph.id)).toBeCloseTo(glyph.advanceWidth * scale, 6)
      expect(program.extentOf?.(glyph.id)?.top).toBeCloseTo(glyph.bbox.maxY * scale, 6)
    }
  })

  it('knows which glyphs draw', () => {
    const has = (character: string): boolean =>
      program.hasOutline(font.glyphForCodePoint(character.codePointAt(0) ?? 0).id)
    expect(['国', 'i', '　', ' '].map(has)).toEqual([true, true, false, false])
    expect(program.hasOutline(program.glyphs + 5)).toBe(false)
  })

  it('knows vertical cells, where the font has them', () => {
    const glyph = font.glyphForCodePoint('国'.codePointAt(0) ?? 0).id
    expect(program.verticalOf?.(glyph)).toEqual({ advance: 1000, top: 880 })
  })

  it('throws where offsets lead out of the data', () => {
    expect(() => readTrueType(bytes.subarray(0, 4000))).toThrow(RangeError)
    expect(() => readTrueType(Buffer.alloc(3))).toThrow(RangeError)
  })
})

/** An INDEX with offsets of one byte (Technical Note 5176, 5). */
function index(...items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0]
  const ends = [1]
  for (const item of items) ends.push((ends.at(-1) ?? 1) + item.length)
  return [0, items.length, 1, ...ends, ...items.flat()]
}

/** A number of a DICT, always in five bytes. */
const long = (n: number): number[] => [29, (n >> 24) & 255, (n >> 16) & 255, (n >> 8) & 255, n & 255]

/** CIDs 0, 7, 8 and 9: 600 wide and drawn; empty, of the default width; begun by a call. */
const STRINGS = index([14], [139 + 100, 139, 139 + 10, 21, 14], [14], [139, 10])
const CHARSET = [0, 0, 7, 0, 8, 0, 9]
const FD_SELECT = [0, 0, 0, 0, 0]
/** Default width 1000, nominal width 500. */
const PRIVATE = [28, 3, 232, 20, 28, 1, 244, 21]

const HEAD = [1, 0, 4, 1, ...index([65])]

/** The operators ROS, CharStrings, CharSet, FDSelect, FDArray; where the strings begin says where all begins. */
const topDict = (at: number): number[] => {
  const charset = at + STRINGS.length
  const select = charset + CHARSET.length
  return [
    ...[...long(0), ...long(0), ...long(0), 12, 30],
    ...[...long(at), 17, ...long(charset), 15],
    ...[...long(select), 12, 37, ...long(select + FD_SELECT.length), 12, 36],
  ]
}

function handmadeCff(): Buffer {
  const at = HEAD.length + index(topDict(0)).length + 2 * index().length
  const fonts = (place: number): number[] => index([...long(PRIVATE.length), ...long(place), 18])
  const tail = at + STRINGS.length + CHARSET.length + FD_SELECT.length
  return Buffer.from([
    ...HEAD,
    ...index(topDict(at)),
    ...index(),
    ...index(),
    ...STRINGS,
    ...CHARSET,
    ...FD_SELECT,
    ...fonts(tail + fonts(0).length),
    ...PRIVATE,
  ])
}

describe('CFF', () => {
  const program = readCff(handmadeCff())

  it('maps CIDs by its charset', () => {
    expect(program.glyphs).toBe(4)
    expect([0, 7, 8, 9, 1].map((cid) => program.glyphOf?.(cid))).toEqual([0, 1, 2, 3, undefined])
  })

  it('knows widths said, implied and unknown', () => {
    expect([1, 2, 3, 9].map((glyph) => program.widthOf(glyph))).toEqual([600, 1000, undefined, undefined])
  })

  it('knows which glyphs draw', () => {
    expect([1, 2, 3, 9].map((glyph) => program.hasOutline(glyph))).toEqual([true, false, true, false])
  })

  it('throws where offsets lead out of the data', () => {
    expect(() => readCff(handmadeCff().subarray(0, 40))).toThrow(RangeError)
  })
})

describe('ToUnicode', () => {
  it('reads characters and ranges, of one text and of several', () => {
    const cmap = `1 beginbfchar <0001> <4E00> endbfchar
      2 beginbfrange <0002> <0004> <0041> <0010> <0011> [<4E8C> <D842DFB7>] endbfrange`
    expect(Object.fromEntries(toUnicodeOf(cmap))).toEqual({
      1: '一',
      2: 'A',
      3: 'B',
      4: 'C',
      16: '二',
      17: '𠮷',
    })
  })
})
