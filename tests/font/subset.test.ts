import * as fontkit from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseFace, openSfnt, type Sort, Stack, subsetFace, TypeCase } from '../../src/font/index.ts'
import { shippedFace } from '../support/fonts.ts'

const codeOf = (char: string): number => char.codePointAt(0) ?? 0

/** What fontkit tells of a glyph beside what src declares of it. */
interface Outlined {
  readonly advanceWidth: number
  readonly bbox: {
    readonly minX: number
    readonly minY: number
    readonly maxX: number
    readonly maxY: number
  }
  readonly path: { toSVG(): string; readonly bbox: Outlined['bbox'] }
}
type Opened = { readonly numGlyphs: number; getGlyph(id: number): Outlined }

const open = (bytes: Uint8Array): Opened => fontkit.create(Buffer.from(bytes)) as unknown as Opened

/** What the tables say of a glyph: its box and its left side bearing, in font units. */
function declaredOf(
  font: Uint8Array,
  gid: number,
): { readonly box: readonly number[]; readonly bearing: number } {
  const { tables } = openSfnt(font)
  const view = (tag: string): DataView => {
    const table = tables.get(tag) ?? new Uint8Array()
    return new DataView(table.buffer, table.byteOffset, table.byteLength)
  }
  const at = view('loca').getUint32(4 * gid)
  return {
    box: [2, 4, 6, 8].map((i) => view('glyf').getInt16(at + i)),
    bearing: view('hmtx').getInt16(4 * gid + 2),
  }
}

/** A case of 宋 with characters, marks of both directions, a word, and sorts made of parts. */
function filledCase(): CaseFace {
  const typeCase = new TypeCase()
  const stack = new Stack(typeCase, [shippedFace('song')])
  for (const char of '国，“·é') stack.sortFor(codeOf(char), false)
  for (const char of '，“『·–') stack.sortFor(codeOf(char), true)
  stack.clusterFor('——', false)
  stack.clusterFor('——', true)
  stack.word('Ångström', false)
  stack.combined('31')
  stack.combined('100')
  const [only] = typeCase.faces
  if (!only) throw new Error('no face in the case')
  return only
}

describe('the font program of a PDF', () => {
  let sorts: readonly Sort[]
  let subset: Opened
  let source: Opened
  let bytes: Uint8Array

  beforeAll(() => {
    const filled = filledCase()
    const program = subsetFace(filled)
    expect(program.kind).toBe('truetype')
    bytes = program.bytes
    sorts = filled.sorts
    subset = open(bytes)
    source = open(filled.face.sfnt.file)
  })

  it('has a glyph for every cid, and is small', () => {
    expect(subset.numGlyphs).toBeGreaterThanOrEqual(sorts.length)
    expect(bytes.length).toBeLessThan(60_000)
  })

  it('has the advance and the outline of the sort at its cid', () => {
    for (const [cid, { gid, width, parts, text }] of sorts.entries()) {
      const glyph = subset.getGlyph(cid)
      if (parts) continue
      if (cid > 0) expect(glyph.advanceWidth, text).toBe(Math.round(width * 1000))
      expect(glyph.path.toSVG(), text).toBe(source.getGlyph(gid).path.toSVG())
    }
  })

  it('has sorts of parts as compound glyphs: their width, their parts in place, their box', () => {
    const made = [...sorts.entries()].filter(([, { parts }]) => parts)
    let count = 0
    for (const [cid, { width, parts = [], text }] of made) {
      const glyph = subset.getGlyph(cid)
      expect(glyph.advanceWidth, text).toBe(width * 1000)
      const boxes = parts.map(({ gid, scale, shift }) => {
        const { minX, maxX } = source.getGlyph(gid).path.bbox
        return [shift * 1000 + scale * minX, shift * 1000 + scale * maxX]
      })
      const { minX, maxX } = glyph.path.bbox
      expect(Math.abs(minX - Math.min(...boxes.map(([left = 0]) => left))), text).toBeLessThan(2)
      expect(Math.abs(maxX - Math.max(...boxes.map(([, right = 0]) => right))), text).toBeLessThan(2)
      count++
    }
    expect(count).toBeGreaterThanOrEqual(4)
  })

  it('says of a compound glyph where its ink begins and ends: viewers clip to the one and move by the other', () => {
    for (const [cid, { parts, text }] of sorts.entries()) {
      if (!parts) continue
      const { minX, maxX, minY, maxY } = subset.getGlyph(cid).path.bbox
      const { box, bearing } = declaredOf(bytes, cid)
      expect(bearing, text).toBe(box[0])
      for (const [i, edge] of [minX, minY, maxX, maxY].entries())
        expect(Math.abs((box[i] ?? 0) - edge), text).toBeLessThan(2)
    }
  })

  it('is the same bytes for the same case', () => {
    expect(Buffer.compare(subsetFace(filledCase()).bytes, bytes)).toBe(0)
  })

  it('has no blank .notdef where the source has one', () => {
    expect(subset.getGlyph(0).path.toSVG()).toBe(source.getGlyph(0).path.toSVG())
  })
})
