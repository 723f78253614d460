// The one axis turn. Inline and block offsets inside the type area become x and y on the trimmed page: horizontal lines
// run right and stack down, vertical lines run down and stack left. Left and right pages are mirrored about the spine.

import { type Pt, pt } from '../core/index.ts'
import type { GlyphRun, SetParagraph } from '../paragraph/index.ts'
import type { Layout } from '../source/index.ts'
import { DOT_OFF, DOT_OUTSIDE_OFF, SIDE_LINE_OFF, SIDE_LINE_WEIGHT, ZHUYIN_OFF } from './beside-measures.ts'
import type { BlockMark, CurveMark, GlyphMark } from './marks.ts'
import { dotAt, waveFrom } from './strokes.ts'

/** Baseline below the head of the character frame, in em: where Noto and nearly all Han faces have it. */
export const BASELINE = 0.88

export interface Geometry {
  /** Type area on the page. */
  readonly area: { readonly x: Pt; readonly y: Pt; readonly width: Pt; readonly height: Pt }
  /** Side of the spine and of the fore-edge. */
  readonly outer: 'left' | 'right'
  /** Glyphs whose line head is at `inline` and whose character frame begins at `block`, `size` points high. */
  glyphs(paragraph: SetParagraph, run: GlyphRun, inline: number, block: number, size: number): GlyphMark
  /** 着重号 of a character `size` points high whose middle is at `inline`: below it, right of it in vertical lines. */
  dot(inline: number, block: number, size: number, isOutside: boolean): CurveMark
  /** 专名号 and 书名号甲式, straight and waved: below their text, left of it in vertical lines. */
  sideLine(from: number, to: number, block: number, size: number, isWave: boolean): BlockMark | CurveMark
  /** 注音 of a character whose middle is at `inline`: a column at its right in lines of either direction. */
  column(reading: SidedReading, inline: number, block: number): GlyphMark
  /** A rule along the lines from `from` to `to`, `weight` thick from `block` on. */
  ruleAlong(from: number, to: number, block: number, weight: number): BlockMark
  /** A rule across the lines. */
  ruleAcross(from: number, to: number, inline: number, weight: number): BlockMark
  /** The top left corner of what begins at `inline` and is `extent` points across the lines, for landmarks. */
  corner(inline: number, block: number, extent: number): { readonly x: Pt; readonly y: Pt }
}

/** A column of 注音: its extent along it, and the size of its base. */
export interface SidedReading {
  readonly paragraph: SetParagraph
  readonly run: GlyphRun
  readonly extent: number
  readonly baseSize: number
  /** Points from the middle of the base to its end. */
  readonly toEnd: number
}

export function geometryOf(layout: Layout, folio: number): Geometry {
  const { trim, typeArea, binding, direction } = layout
  const measure = typeArea.charSize * typeArea.charsPerLine
  const along = measure * typeArea.columns + typeArea.columnGap * (typeArea.columns - 1)
  const across = (typeArea.linesPerColumn - 1) * typeArea.linePitch + typeArea.charSize
  const isVertical = direction === 'vertical'
  const width = isVertical ? across : along
  const height = isVertical ? along : across
  // Odd pages are right pages of books bound left, and left pages of books bound right.
  const spineIsLeft = (folio % 2 === 1) === (binding === 'left')
  const x = spineIsLeft ? typeArea.innerMargin : trim.width - typeArea.innerMargin - width
  const y = typeArea.headMargin
  const area = { x: pt(x), y, width: pt(width), height: pt(height) }
  return {
    area,
    outer: spineIsLeft ? 'right' : 'left',
    ...(isVertical ? verticalAxes(x, y, width) : horizontalAxes(x, y)),
  }
}

type Axes = Omit<Geometry, 'area' | 'outer'>

/** The middle of a raised character moves by `rise`; on the page that is its baseline. */
const baselineRise = ({ rise, size }: GlyphRun, of: number): number =>
  rise === 0 ? 0 : rise + (BASELINE - 0.5) * (of - size)

const horizontalAxes = (x: number, y: number): Axes => ({
  glyphs: (paragraph, run, inline, block, size) => ({
    kind: 'glyphs',
    paragraph,
    run,
    x: pt(x + inline),
    y: pt(y + block + BASELINE * size - baselineRise(run, size)),
    line: 'across',
    ink: 1,
  }),
  dot: (inline, block, size, isOutside) => {
    const off = size * (1 + (isOutside ? DOT_OUTSIDE_OFF : DOT_OFF))
    return dotAt([x + inline, y + block + off], size)
  },
  sideLine: (from, to, block, size, isWave) => {
    const middle = y + block + size * (1 + SIDE_LINE_OFF)
    if (isWave) return waveFrom([x + from, middle], to - from, size, false)
    const weight = size * SIDE_LINE_WEIGHT
    return blockMark(x + from, middle - weight / 2, to - from, weight)
  },
  column: ({ paragraph, run, extent, baseSize, toEnd }, inline, block) => ({
    kind: 'glyphs',
    paragraph,
    run,
    x: pt(x + inline + toEnd + ZHUYIN_OFF * baseSize + run.rise),
    y: pt(y + block + (baseSize - extent) / 2),
    line: 'down',
    ink: 1,
  }),
  ruleAlong: (from, to, block, weight) => blockMark(x + from, y + block, to - from, weight),
  ruleAcross: (from, to, inline, weight) => blockMark(x + inline - weight / 2, y + from, weight, to - from),
  corner: (inline, block) => ({ x: pt(x + inline), y: pt(y + block) }),
})

const verticalAxes = (x: number, y: number, width: number): Axes => ({
  glyphs: (paragraph, run, inline, block, size) => ({
    kind: 'glyphs',
    paragraph,
    run,
    x: pt(x + width - block - size / 2 + run.rise),
    y: pt(y + inline),
    line: 'down',
    ink: 1,
  }),
  dot: (inline, block, size) => dotAt([x + width - block + size * DOT_OFF, y + inline], size),
  sideLine: (from, to, block, size, isWave) => {
    const middle = x + width - block - size * (1 + SIDE_LINE_OFF)
    if (isWave) return waveFrom([middle, y + from], to - from, size, true)
    const weight = size * SIDE_LINE_WEIGHT
    return blockMark(middle - weight / 2, y + from, weight, to - from)
  },
  column: ({ paragraph, run, extent, baseSize }, inline, block) => ({
    kind: 'glyphs',
    paragraph,
    run,
    x: pt(x + width - block + ZHUYIN_OFF * baseSize + run.rise),
    y: pt(y + inline - extent / 2),
    line: 'down',
    ink: 1,
  }),
  ruleAlong: (from, to, block, weight) => blockMark(x + width - block - weight, y + from, weight, to - from),
  ruleAcross: (from, to, inline, weight) =>
    blockMark(x + width - to, y + inline - weight / 2, to - from, weight),
  corner: (inline, block, extent) => ({ x: pt(x + width - block - extent), y: pt(y + inline) }),
})

export const blockMark = (x: number, y: number, width: number, height: number, ink = 1): BlockMark => ({
  kind: 'block',
  x: pt(x),
  y: pt(y),
  width: pt(width),
  height: pt(height),
  ink,
})
