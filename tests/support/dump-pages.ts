// A setting as text, one line a mark, for goldens that can be read in review:
//
//   1 glyphs NotoSerifSC-Regular 9 →60,88 +117 理论武装
//   page, kind, face and size, direction of the line (↻ lying in a vertical one), origin of the first glyph, distance of
//   the last glyph's from it along the line, text · blocks: corner, width × height, ink · furniture is indented.

import type { BlockMark, CurveMark, GlyphMark, Mark, Setting } from '../../src/page/index.ts'

export function dumpPages(setting: Setting): string {
  const { trim, bleed, direction, binding, pages, landmarks } = setting
  const head = `trim ${n(trim.width)} × ${n(trim.height)}, bleed ${n(bleed)}, ${direction}, bound ${binding}`
  const marks = pages.flatMap((page, i) => [
    `page ${i + 1}, folio ${page.folio}${page.hasPrintedFolio ? '' : ' (not printed)'}`,
    ...page.marks.map((mark) => `${i + 1} ${markLine(mark, setting)}`),
    ...page.furniture.map((mark) => `  ${i + 1} ${markLine(mark, setting)}`),
  ])
  const begins = landmarks.map(
    ({ level, title, page, column, line, x, y }) =>
      `${level} ${title} p${page} c${column} l${line} ${n(x)},${n(y)}`,
  )
  return `${[head, ...marks, ...begins].join('\n')}\n`
}

const markLine = (mark: Mark, setting: Setting): string =>
  mark.kind === 'block'
    ? blockLine(mark)
    : mark.kind === 'curve'
      ? curveLine(mark)
      : glyphsLine(mark, setting)

const curveLine = ({ x, y, segments, pen }: CurveMark): string =>
  `curve ${n(x)},${n(y)} ${segments.length} segments pen ${n(pen)}`

const blockLine = ({ x, y, width, height, ink }: BlockMark): string =>
  `block ${n(x)},${n(y)} ${n(width)} × ${n(height)}${ink === 1 ? '' : ` ink ${ink}`}`

function glyphsLine({ paragraph, run, x, y, line, ink }: GlyphMark, { typeCase }: Setting): string {
  const { sorts, offsets } = paragraph
  const first = offsets[run.from] ?? 0
  const last = offsets[run.to - 1] ?? 0
  const text = Array.from(sorts.slice(run.from, run.to), (id) => typeCase.sortOf(id).text).join('')
  const face = typeCase.faces[run.face]?.face.postscriptName
  const across = line === 'across'
  const arrow = across ? '→' : run.sideways ? '↻' : '↓'
  const origin = `${n(across ? x + first : x)},${n(across ? y : y + first)}`
  const shade = ink === 1 ? '' : ` ink ${ink}`
  return `glyphs ${face} ${n(run.size)} ${arrow}${origin} +${n(last - first)}${shade} ${text}`
}

/** Hundredths of a point: finer than any press, coarser than the noise of sums. */
const n = (value: number): string => String(Math.round(value * 100) / 100 || 0)
