// Glyphs of a page as a reader goes along them: every position in em of the body, from the head of the line and from
// the head edge of the type area, in columns and lines. The one place where horizontal and vertical lines differ.

import type { Box, Glyph, Path, ReadPage } from './read-pdf.ts'

export type Direction = 'horizontal' | 'vertical'

/** Where the lines of a page stand, in points. */
export interface Area extends Box {
  readonly direction: Direction
  readonly em: number
  /** Line to line, characters a line, and the gap between columns, in em. */
  readonly pitch: number
  readonly characters: number
  readonly columnGap: number
}

/** Along and across the line: `from` and `to` along, `head` and `foot` across, in em. */
export interface Extent {
  readonly from: number
  readonly to: number
  readonly head: number
  readonly foot: number
  readonly page: number
  readonly column: number
}

export type PlacedGlyph = Extent &
  Pick<Glyph, 'text' | 'direction' | 'font' | 'isBold' | 'ink'> & {
    /** In em of the body. */
    readonly size: number
    readonly glyph: Glyph
  }

export type PlacedPath = Extent & { readonly path: Path }

export interface TextLine {
  readonly page: number
  readonly column: number
  /** Of the column, from 0. */
  readonly index: number
  readonly glyphs: readonly PlacedGlyph[]
  readonly text: string
}

export function extentOf(box: Box, area: Area, page: number): Extent {
  const { em, direction } = area
  const [along, across, length, depth] =
    direction === 'horizontal'
      ? [box.x - area.x, box.y - area.y, box.width, box.height]
      : [box.y - area.y, area.x + area.width - box.x - box.width, box.height, box.width]
  const step = area.characters + area.columnGap
  const column = Math.max(0, Math.floor(((along + length / 2) / em + area.columnGap / 2) / step))
  const from = along / em - column * step
  return {
    from: near(from),
    to: near(from + length / em),
    head: near(across / em),
    foot: near((across + depth) / em),
    page,
    column,
  }
}

export const placedGlyphs = (page: ReadPage, area: Area, number: number): readonly PlacedGlyph[] =>
  page.glyphs
    .filter(({ isArtifact }) => !isArtifact)
    .map((glyph) => ({
      ...extentOf(glyph, area, number),
      text: glyph.text,
      direction: glyph.direction,
      font: glyph.font,
      isBold: glyph.isBold,
      ink: glyph.ink,
      size: near(glyph.size / area.em),
      glyph,
    }))

export const placedPaths = (page: ReadPage, area: Area, number: number): readonly PlacedPath[] =>
  page.paths.map((path) => ({ ...extentOf(path, area, number), path }))

/** Glyphs of the body's size in lines, in the order of the page. */
export function linesOf(glyphs: readonly PlacedGlyph[], { pitch }: Area): readonly TextLine[] {
  const lines = new Map<string, PlacedGlyph[]>()
  for (const glyph of glyphs) {
    if (Math.abs(glyph.size - 1) > 0.001) continue
    const index = Math.round(((glyph.head + glyph.foot) / 2 - 0.5) / pitch)
    const key = `${glyph.page}/${glyph.column}/${index}`
    const line = lines.get(key)
    if (line) line.push(glyph)
    else lines.set(key, [glyph])
  }
  return [...lines]
    .map(([key, members]) => {
      const [page = 0, column = 0, index = 0] = key.split('/').map(Number)
      const glyphs = members.filter(({ text }) => text.trim() !== '').sort((a, b) => a.from - b.from)
      return { page, column, index, glyphs, text: glyphs.map(({ text }) => text).join('') }
    })
    .filter(({ glyphs }) => glyphs.length > 0)
    .sort((a, b) => a.page - b.page || a.column - b.column || a.index - b.index)
}

/** Millionths of an em: below what a file can say. */
const near = (value: number): number => Math.round(value * 1e6) / 1e6 || 0
