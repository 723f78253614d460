// The page and its type area from a layout sheet. In: a sheet. Out: the trim and the grid in points; the sheet learns
// on the way what an em and a line are worth, which every other length may be given in.

import { type Pt, pt, type Text } from '../core/index.ts'
import type { Layout, TypeArea } from './layout.ts'
import type { Bounds, Sheet } from './layout-sheet.ts'
import { isEndless, type Node } from './tree.ts'
import { NAMED_TRIMS } from './units.ts'

const at = (key: string): readonly string[] => ['type-area', key]

/** Reads the type area; to be called before any other length. */
export function readTypeArea(sheet: Sheet): TypeArea {
  const charSize = sheet.size(at('size'))
  sheet.measures.em = charSize
  const linePitch = readPitch(sheet, charSize)
  sheet.measures.line = linePitch
  return {
    charSize,
    charsPerLine: sheet.count(at('characters')),
    linesPerColumn: sheet.count(at('lines')),
    columns: sheet.count(at('columns')),
    linePitch,
    columnGap: sheet.length(at('column-gap')),
    columnRule: sheet.rule(at('column-rule')),
    innerMargin: sheet.length(at('inner-margin')),
    headMargin: sheet.length(at('head-margin')),
  }
}

/** The trade gives either the pitch (行距) or the gap between the lines (行空). */
function readPitch(sheet: Sheet, charSize: Pt): Pt {
  const [pitch, gap] = [sheet.node(at('line-pitch')), sheet.node(at('line-gap'))]
  if (pitch !== undefined && gap !== undefined) sheet.faults.bad('bad-value', at('line-gap'), ONE_OF_TWO)
  if (pitch !== undefined) return sheet.length(at('line-pitch'))
  return pt(charSize + sheet.length(at('line-gap')))
}

const ONE_OF_TWO: Text = {
  en: '`line-pitch` says it already; give one of the two',
  zh: '已经写了 `line-pitch`，两者只写一个',
}

const TRIM: Text = {
  en: 'a page size is `210mm × 285mm`, `[210mm, 285mm]` or a name: 大16开, 正16开, 大32开, A4, A5, B5',
  zh: '成品尺寸写成 `210mm × 285mm`、`[210mm, 285mm]`，或 大16开、正16开、大32开、A4、A5、B5',
}

const SIXTEENMO: Text = {
  en: 'say which one: 大16开 is 210 × 285 mm, 正16开 is 185 × 260 mm',
  zh: '请写明是哪一种：大16开 为 210 × 285 mm，正16开 为 185 × 260 mm',
}

/** Above 14400 units a page is beyond what PDF readers must hold (ISO 32000-1, Annex C.2). */
const SIDES: Bounds = {
  least: 10 * (72 / 25.4),
  most: 14_400,
  words: {
    en: '10 mm to 14400 pt (5080 mm) on each side',
    zh: '每边在 10 mm 到 14400 pt（5080 mm）之间',
  },
}

/** The trimmed page: a name, `width × height`, or a list of both. */
export function readTrim(sheet: Sheet): Layout['trim'] {
  const sides = sidesOf(sheet)
  const [width, height] = sides.map((side) => sheet.lengthFrom(side, ['trim'], SIDES))
  return { width: width ?? pt(Number.NaN), height: height ?? pt(Number.NaN) }
}

const BLEED: Bounds = {
  least: 0,
  most: 50 * (72 / 25.4),
  words: { en: '0 to 50 mm', zh: '在 0 到 50 mm 之间' },
}

/** 出血 around the trimmed page. */
export const readBleed = (sheet: Sheet): Pt => sheet.length(['bleed'], BLEED)

function sidesOf(sheet: Sheet): readonly string[] {
  const node = sheet.node(['trim'])
  if (node === undefined || node.kind === 'map' || hasEndless(node)) return []
  const text = node.kind === 'scalar' ? String(node.value).trim() : ''
  const named = NAMED_TRIMS[text] ?? NAMED_TRIMS[text.toUpperCase()]
  if (named !== undefined) return named.map((side) => `${side}mm`)
  const sides =
    node.kind === 'list'
      ? node.items.map((item) => (item.kind === 'scalar' ? String(item.value) : ''))
      : text.split(/[×xX*]/).map((side) => side.trim())
  if (sides.length === 2) return withUnit(sides)
  sheet.faults.bad('bad-value', ['trim'], /^(?:16|十六)\s*开本?$/.test(text) ? SIXTEENMO : TRIM)
  return []
}

/** `.inf` or `.nan`, alone or as a side: the schema has reported it. */
const hasEndless = (node: Node): boolean =>
  node.kind === 'list' ? node.items.some(hasEndless) : node.kind === 'scalar' && isEndless(node.value)

/** In `210 × 285mm` the unit stands for both. */
function withUnit(sides: readonly string[]): readonly string[] {
  const unit = /[a-zA-Z]+$/.exec(sides[1] ?? '')?.[0] ?? ''
  return sides.map((side) => (/\d$/.test(side) ? side + unit : side))
}
