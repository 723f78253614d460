// Titles in running heads and tabs that have no room there.

import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../src/core/index.ts'
import type { Page } from '../../src/page/index.ts'
import { bookOf, layoutOf, type SetBook, setBook } from '../support/books.ts'
import { CHAPTER_LAYOUT, textOf } from '../support/wholes.ts'

const HEADED = CHAPTER_LAYOUT.replace(
  /running-head:.*\n/,
  'running-head: { even: chapter, odd: chapter, gap: 2pt }\n',
)
const chapter = (title: string): string =>
  `title: ${title}\nsections:\n  - body: ${'甲乙丙丁戊己庚辛壬癸'.repeat(60)}\n`

const bookWith = (part: string | undefined, title: string, tab = ''): SetBook & { text: string } => {
  const text = chapter(title)
  const parts = `parts:\n  - { ${part ? `title: ${part}, ` : ''}chapters: [a.yaml] }\n`
  const files = { 'book.yaml': `title: 年鉴\nvolume: 2003\n${parts}`, 'a.yaml': text }
  return { ...setBook(bookOf(files, 'book.yaml'), layoutOf(HEADED + tab)), text }
}

const headOf = (pages: readonly Page[]): string => textOf(pages[1]?.furniture ?? [])
const found = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code === 'heading-overfull')

describe('a running head wider than the type area', () => {
  const long = '长'.repeat(40)

  it('gives way to the part’s title, and that to the book’s', () => {
    expect(headOf(bookWith('甲编', '一章').setting.pages)).toBe('一章')
    expect(headOf(bookWith('甲编', long).setting.pages)).toBe('甲编')
    expect(headOf(bookWith(undefined, long).setting.pages)).toBe('年鉴2003')
    expect(headOf(bookWith('编'.repeat(40), long).setting.pages)).toBe('年鉴2003')
  })

  it('is reported once, by its beginning, at its place in the manuscript', () => {
    const { diagnostics, text } = bookWith('甲编', long)
    const [only, ...more] = found(diagnostics)
    expect(more).toEqual([])
    expect(only?.message.en).toContain(`\`${'长'.repeat(24)}…\``)
    expect(only?.message.en).toContain('type area')
    expect(only?.span).toEqual({ file: 'a.yaml', start: text.indexOf('长'), end: text.indexOf('长') + 40 })
  })
})

describe('a thumb tab', () => {
  const tab = (width: number): string =>
    `thumb-tab: { width: ${width}pt, height: 60pt, top: 80pt, steps: 3, text: { face: 黑, weight: regular, size: 8pt } }\n`

  /** Ends of the lines of the tab's title along the block, from its head. */
  const linesIn = ({ setting }: SetBook): readonly (readonly [number, number])[] =>
    (setting.pages[1]?.furniture ?? []).flatMap((mark) => {
      if (mark.kind !== 'glyphs' || mark.line !== 'down') return []
      const { offsets } = mark.paragraph
      const [from, to] = [offsets[mark.run.from] ?? 0, (offsets[mark.run.to - 1] ?? 0) + 8]
      return [[mark.y + from - 80, mark.y + to - 80]]
    })

  it.each([
    ['set apart', 4, 14, 1, 4 * 8 + 3 * 1.6],
    ['without space between its characters where that is too long', 7, 14, 1, 7 * 8],
    ['on two lines where the block is wide enough', 12, 20, 2, 6 * 8],
  ])('has its title inside its block: %s', (_, characters, width, count, length) => {
    const made = bookWith('编'.repeat(characters), '一章', tab(width))
    const lines = linesIn(made)
    expect(lines).toHaveLength(count)
    for (const [from, to] of lines) {
      expect(to - from).toBeCloseTo(length, 3)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(60)
    }
    expect(found(made.diagnostics)).toEqual([])
  })

  it('goes without its title where none of it helps, and that is reported', () => {
    const made = bookWith('编'.repeat(12), '一章', tab(14))
    expect(linesIn(made)).toEqual([])
    expect(found(made.diagnostics).map(({ span }) => span?.file)).toEqual(['book.yaml'])
  })
})

describe('a part without a title after one that has one', () => {
  const files = {
    'book.yaml': 'title: 年鉴\nparts:\n  - { title: 甲编, chapters: [a.yaml] }\n  - { chapters: [b.yaml] }\n',
    'a.yaml': chapter('一章'),
    'b.yaml': chapter('二章'),
  }
  const layout = HEADED.replace('even: chapter, odd: chapter', 'even: part, odd: part')
  const tab = 'thumb-tab: { width: 14pt, height: 60pt, top: 80pt, steps: 3 }\n'
  const { pages, landmarks } = setBook(bookOf(files, 'book.yaml'), layoutOf(layout + tab)).setting

  it('has neither its running head nor its tab', () => {
    expect(headOf(pages)).toBe('甲编甲编')
    expect(textOf(pages.at(-1)?.furniture ?? [])).toBe('年鉴')
  })

  it('says so in its landmarks', () => {
    const chapters = landmarks.filter(({ level }) => level === 'chapter')
    expect(chapters.map(({ title, part }) => [title, part?.text])).toEqual([
      ['一章', '甲编'],
      ['二章', undefined],
    ])
  })
})
