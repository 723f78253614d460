// Small books set whole on a plain page, with their files at hand, and what their marks say.

import type { Mark } from '../../src/page/index.ts'
import type { Layout } from '../../src/source/index.ts'
import { bookOf, layoutOf, type SetBook, setBook } from './books.ts'

/** One column of fourteen characters and twenty lines; no running heads, no folios. */
export const CHAPTER_LAYOUT = `
trim: 400pt × 400pt
type-area:
  { size: 10pt, characters: 14, lines: 20, columns: 1, line-pitch: 15pt, inner-margin: 30pt, head-margin: 30pt }
part: { lines: 4, text: { face: 宋, weight: bold, size: 14pt } }
chapter:
  opening: { lines: 3, text: { face: 宋, weight: bold, size: 14pt } }
  in-column: { lines: 3, text: { face: 黑, weight: bold, size: 12pt } }
running-head: { even: none, odd: none, rule: none, gap: 2pt }
folio: { place: none, opening-place: none }
`

export interface Whole extends SetBook {
  readonly files: Readonly<Record<string, string>>
}

/** Sets a chapter. */
export const setChapter = (yaml: string, layout: Layout = layoutOf(CHAPTER_LAYOUT)): Whole => {
  const files = { 'chapter.yaml': yaml }
  return { ...setBook(bookOf(files), layout), files }
}

/** What marks say, character by character. */
export const textOf = (marks: readonly Mark[]): string =>
  marks.map((mark) => (mark.kind === 'glyphs' ? textOfRun(mark) : '')).join('')

function textOfRun({ paragraph, run }: Extract<Mark, { kind: 'glyphs' }>): string {
  const units = Array.from({ length: run.to - run.from }, (_, i) => paragraph.at[run.from + i] ?? 0)
  return units.map((at) => paragraph.stream.text[at]).join('')
}
