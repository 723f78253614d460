// 行间批语 whose base goes over the end of a line: where they stand, and that they are read after the whole base.

import { describe, expect, it } from 'vitest'
import type { GlyphMark, Page } from '../../src/page/index.ts'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter, textOf } from '../support/wholes.ts'

const SINGLE = 'composition: { indent: 0em, min-lines-at-column-head: 1, min-lines-at-column-foot: 1 }\n'
const VERTICAL = 'direction: vertical\nbinding: right\nbalance-columns: false\n'
const HORIZONTAL_LAYOUT = layoutOf(CHAPTER_LAYOUT + SINGLE)
const VERTICAL_LAYOUT = layoutOf(CHAPTER_LAYOUT + SINGLE + VERTICAL)

/** Twelve Han of fourteen, then the base. */
const PARTED = `${'国'.repeat(12)}{行间|甲乙丙丁|今注}国`

const pagesOf = (paragraphs: readonly string[], layout = HORIZONTAL_LAYOUT): readonly Page[] => {
  const body = paragraphs.map((text) => `      - "${text}"\n`).join('')
  return setChapter(`title: 题\nsections:\n  - body:\n${body}`, layout).setting.pages
}

const glyphsOf = ({ marks }: Page): readonly GlyphMark[] => marks.filter((mark) => mark.kind === 'glyphs')

/** Where the run of a text begins on a page. */
const placeOf = (page: Page | undefined, text: string): { readonly x: number; readonly y: number } => {
  const mark = page && glyphsOf(page).find((one) => textOf([one]).includes(text))
  if (!mark) throw new Error(`no ${text}`)
  const along = mark.paragraph.offsets[mark.run.from + textOf([mark]).indexOf(text)] ?? 0
  return mark.line === 'across' ? { x: mark.x + along, y: mark.y } : { x: mark.x, y: mark.y + along }
}

const flat = (pages: readonly Page[]): string => pages.map(({ marks }) => textOf(marks)).join('')

describe('a comment whose base is parted', () => {
  it('stands at the head of its base, at the foot of the first line', () => {
    const pages = pagesOf([PARTED])
    const [base, comment] = [placeOf(pages[0], '甲'), placeOf(pages[0], '今注')]
    // Not beyond the line: its two characters of five points have room.
    expect(comment.x).toBeCloseTo(base.x, 6)
    // Half an em below the baseline of ten points at 0.88: 1.2 points to the foot, 4.4 to the baseline of the comment.
    expect(comment.y - base.y).toBeCloseTo(5.6, 6)
    const rest = placeOf(pages[0], '丙')
    expect(rest.y - base.y).toBeCloseTo(15, 6)
  })

  it('stands left of it in vertical lines', () => {
    const pages = pagesOf([PARTED], VERTICAL_LAYOUT)
    const [base, comment] = [placeOf(pages[0], '甲'), placeOf(pages[0], '今注')]
    expect(comment.y).toBeCloseTo(base.y, 6)
    expect(base.x - comment.x).toBeCloseTo(7.5, 6)
  })

  it('is read after its base', () => {
    expect(flat(pagesOf([PARTED]))).toBe(`题${'国'.repeat(12)}甲乙丙丁今注国`)
  })

  it('stands at the head of the rest where that is on the next page, and is read after its base still', () => {
    // Seventeen lines follow the title: the first line of the last paragraph is the last of the page.
    const before = Array<string>(16).fill('国')
    const pages = pagesOf([...before, PARTED])
    expect(pages).toHaveLength(2)
    expect(flat(pages)).toBe(`题${'国'.repeat(16 + 12)}甲乙丙丁今注国`)
    const [rest, comment] = [placeOf(pages[1], '丙'), placeOf(pages[1], '今注')]
    expect([comment.x - rest.x, comment.y - rest.y]).toEqual([expect.closeTo(0, 6), expect.closeTo(5.6, 6)])
  })

  it('has others inside and beside it, each read after its own base', () => {
    const inner = `${'国'.repeat(12)}{行间|甲{拼音|乙|yǐ}丙{行间|丁|内}|外}国{行间|戊|后}`
    expect(flat(pagesOf([inner]))).toBe(`题${'国'.repeat(12)}甲乙yǐ丙丁内外国戊后`)
  })
})
