import * as fontkit from 'fontkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CaseFace, type Sort, Stack, subsetFace, TypeCase } from '../../src/font/index.ts'
import { shippedFace } from '../support/fonts.ts'

const codeOf = (char: string): number => char.codePointAt(0) ?? 0

/** What fontkit tells of a glyph beside what src declares of it. */
interface Outlined {
  readonly advanceWidth: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly path: { toSVG(): string; readonly bbox: Outlined['bbox'] }
}
type Opened = { readonly numGlyphs: number; getGlyph(id: number): Outlined }

const open = (bytes: Uint8Array): Opened => fontkit.create(Buffer.from(bytes)) as unknown as Opened

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
      const { minX, maxX, minY, maxY } = glyph.path.bbox
      expect(Math.abs(minX - Math.min(...boxes.map(([left = 0]) => left))), text).toBeLessThan(2)
      expect(Math.abs(maxX - Math.max(...boxes.map(([, right = 0]) => right))), text).toBeLessThan(2)
      // What the glyph says of its box holds its ink, closely: viewers clip to it.
      const declared = glyph.bbox
      expect(declared.minX, text).toBeLessThanOrEqual(minX + 1)
      expect(declared.maxX, text).toBeGreaterThanOrEqual(maxX - 1)
      expect(declared.minX, text).toBeGreaterThan(minX - 3)
      expect(declared.maxX, text).toBeLessThan(maxX + 3)
      expect([declared.minY, declared.maxY], text).toEqual([minY, maxY])
      count++
    }
    expect(count).toBeGreaterThanOrEqual(4)
  })

  it('is the same bytes for the same case', () => {
    expect(Buffer.compare(subsetFace(filledCase()).bytes, bytes)).toBe(0)
  })

  it('has no blank .notdef where the source has one', () => {
    expect(subset.getGlyph(0).path.toSVG()).toBe(source.getGlyph(0).path.toSVG())
  })
})
