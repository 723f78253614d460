// Whole small books on pages: landmarks, running heads, folios, tabs, and where the marks stand.

import { describe, expect, it } from 'vitest'
import type { Mark, Page, Setting } from '../../src/page/index.ts'
import type { Layout } from '../../src/source/index.ts'
import { bookOf, layoutOf, setBook } from '../support/books.ts'

const LAYOUT = `
trim: 300pt × 400pt
bleed: 9pt
type-area:
  { size: 10pt, characters: 10, lines: 10, columns: 2, line-pitch: 15pt, column-gap: 20pt, inner-margin: 30pt, head-margin: 60pt }
composition: { min-lines-at-column-foot: 1, min-lines-at-column-head: 1 }
part: { span: all, lines: 4, text: { face: 宋, weight: bold, size: 20pt } }
chapter:
  start: run-on
  opening: { span: all, lines: 3, text: { face: 宋, weight: bold, size: 16pt } }
  in-column: { span: column, lines: 3, text: { face: 黑, weight: bold, size: 12pt } }
`
const VERTICAL = `${LAYOUT}direction: vertical\nbinding: right\nbalance-columns: false\n`

const HAN = '甲乙丙丁戊己庚辛壬癸'
const chapter = (title: string, lines: number): string =>
  `title: ${title}\nsections:\n  - heading: 条目${title}\n    body: ${HAN.repeat(lines)}\n`

const BOOK = `
title: 潍坊年鉴
volume: 2003
first-page: 7
parts:
  - title: 甲编
    chapters: [a.yaml, b.yaml, c.yaml]
  - title: 乙编
    chapters: [d.yaml]
`
const FILES = {
  'book.yaml': BOOK,
  'a.yaml': chapter('一章', 10),
  'b.yaml': chapter('二章', 3),
  'c.yaml': chapter('三章', 20),
  'd.yaml': chapter('四章', 3),
}

const set = (layout: string): Setting => setBook(bookOf(FILES, 'book.yaml'), layoutOf(layout)).setting

const textOf = (marks: readonly Mark[]): string =>
  marks.map((mark) => (mark.kind === 'glyphs' ? textOfRun(mark) : '')).join('')

function textOfRun({ paragraph, run }: Extract<Mark, { kind: 'glyphs' }>): string {
  const units = Array.from({ length: run.to - run.from }, (_, i) => paragraph.at[run.from + i] ?? 0)
  return units.map((at) => paragraph.stream.text[at]).join('')
}

/** Texts of the furniture: running head, folio, tab. */
const furnitureOf = (page: Page): readonly string[] =>
  page.furniture.flatMap((mark) => (mark.kind === 'glyphs' ? [textOfRun(mark)] : []))

const pageWithFolio = ({ pages }: Setting, folio: number): Page => {
  const page = pages.find((candidate) => candidate.folio === folio)
  if (!page) throw new Error(`no page ${folio}`)
  return page
}

describe('landmarks', () => {
  const { landmarks, pages } = set(LAYOUT)

  it('are the parts, chapters and entries in order, with page, column and line', () => {
    expect(landmarks.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'part 甲编',
      'chapter 一章',
      'entry 条目一章',
      'chapter 二章',
      'entry 条目二章',
      'chapter 三章',
      'entry 条目三章',
      'part 乙编',
      'chapter 四章',
      'entry 条目四章',
    ])
    expect(landmarks[0]).toMatchObject({ page: 1, column: 1, line: 1, x: 30, y: 60 })
    expect(landmarks[1]).toMatchObject({ page: 1, column: 1, line: 5 })
    expect(landmarks[2]).toMatchObject({ page: 1, column: 1, line: 8, id: '1-1' })
    for (const { page } of landmarks) expect(pages[page - 1]?.folio).toBeDefined()
  })

  it('know their place in the manuscript', () => {
    const entry = landmarks.find(({ title }) => title === '条目三章')
    expect(entry?.source?.text).toBe('条目三章')
    expect(entry?.source?.spanOf()).toMatchObject({ file: 'c.yaml' })
  })
})

describe('running heads (QC 55)', () => {
  const layout = `${LAYOUT}running-head: { even: part, odd: chapter }\nfolio: { place: head, opening-place: foot }\n`
  const setting = set(layout)

  it('are not on opening pages, whose folio stands at the foot', () => {
    const opening = pageWithFolio(setting, 7)
    expect(furnitureOf(opening)).toEqual(['7'])
    expect(opening.hasPrintedFolio).toBe(true)
    const [folio] = opening.furniture
    expect(folio?.y).toBeGreaterThan(60 + 9 * 15 + 10)
  })

  it('name the part on even pages and the chapter on odd ones', () => {
    expect(furnitureOf(pageWithFolio(setting, 8))).toEqual(['8', '甲编'])
    const odd = pageWithFolio(setting, 9)
    expect(odd.marks.length).toBeGreaterThan(0)
    expect(furnitureOf(odd)).toEqual(['9', '三章'])
  })

  it('name the later of two chapters that begin on a page', () => {
    const both = setting.landmarks.filter(({ level }) => level === 'chapter').map(({ page }) => page)
    // 二章 and 三章 begin on the same page, of folio 8.
    expect(both.slice(1, 3)).toEqual([2, 2])
    const heads = set(layout.replace('even: part', 'even: chapter'))
    expect(furnitureOf(pageWithFolio(heads, 8))).toEqual(['8', '三章'])
  })

  it('name the book with its volume, and what is above where there is no such heading', () => {
    const books = set(layout.replace('even: part', 'even: book'))
    expect(furnitureOf(pageWithFolio(books, 8))[1]).toBe('潍坊年鉴2003')
    const alone = setBook(
      bookOf({ 'chapter.yaml': chapter('独章', 60) }),
      layoutOf(layout.replace('even: part', 'even: book')),
    ).setting
    expect(furnitureOf(pageWithFolio(alone, 2))[1]).toBe('独章')
  })

  it('stand at the fore-edge, folio outermost', () => {
    const [even, odd] = [8, 9].map((folio) =>
      pageWithFolio(setting, folio).furniture.filter((m) => m.kind === 'glyphs'),
    )
    // Even pages of a book bound left are left pages: type area from 50 to 270, fore-edge left.
    expect(even?.[0]?.x).toBeCloseTo(50, 6)
    expect(even?.[1]?.x).toBeGreaterThan(even?.[0]?.x ?? 0)
    expect(odd?.[0]?.x).toBeGreaterThan(odd?.[1]?.x ?? 0)
  })

  it('are left out and reported where they are wider than the page', () => {
    const long = bookOf({ ...FILES, 'a.yaml': chapter('长'.repeat(60), 60) }, 'book.yaml')
    const { setting: made, diagnostics } = setBook(long, layoutOf(layout))
    expect(diagnostics.map(({ code }) => code)).toContain('heading-overfull')
    for (const page of made.pages) expect(textOf(page.furniture).length).toBeLessThan(30)
  })
})

describe('pages', () => {
  const setting = set(LAYOUT)

  it('count from the first page of the book; a new part begins on an odd one', () => {
    expect(setting.pages[0]?.folio).toBe(7)
    const second = setting.landmarks.find(({ title }) => title === '乙编')
    expect((setting.pages[(second?.page ?? 0) - 1]?.folio ?? 0) % 2).toBe(1)
  })

  it('left white before a part carry nothing', () => {
    const white = setting.pages.filter(({ marks }) => marks.length === 0)
    expect(white.map(({ folio }) => folio)).toEqual([10])
    for (const page of white) expect([page.furniture.length, page.hasPrintedFolio]).toEqual([0, false])
  })

  it.each([
    ['horizontal', LAYOUT],
    ['vertical', VERTICAL],
  ])('carry every character once, in order: %s', (_, yaml) => {
    const { pages } = set(yaml)
    const all = pages.map(({ marks }) => textOf(marks)).join('')
    const entry = (title: string, lines: number): string => `${title}【条目${title}】${HAN.repeat(lines)}`
    expect(all).toBe(`甲编${entry('一章', 10)}${entry('二章', 3)}${entry('三章', 20)}乙编${entry('四章', 3)}`)
  })

  it.each([
    ['horizontal', LAYOUT],
    ['vertical', VERTICAL],
  ])('keep their marks on the paper, and text inside the type area: %s', (_, yaml) => {
    const { pages, trim, bleed } = set(yaml)
    for (const { marks, furniture, folio } of pages) {
      for (const mark of [...marks, ...furniture]) {
        expect(mark.x).toBeGreaterThanOrEqual(-bleed)
        expect(mark.y).toBeGreaterThanOrEqual(-bleed)
        expect(mark.x).toBeLessThanOrEqual(trim.width + bleed)
        expect(mark.y).toBeLessThanOrEqual(trim.height + bleed)
      }
      for (const mark of marks) if (mark.kind === 'glyphs') expectInside(mark, layoutOf(yaml), folio)
    }
  })
})

function expectInside(mark: Extract<Mark, { kind: 'glyphs' }>, layout: Layout, folio: number): void {
  const { typeArea, trim, direction, binding } = layout
  const [along, across] = [220, 145]
  const width = direction === 'vertical' ? across : along
  const spineIsLeft = (folio % 2 === 1) === (binding === 'left')
  const left = spineIsLeft ? typeArea.innerMargin : trim.width - typeArea.innerMargin - width
  const { paragraph, run } = mark
  for (let i = run.from; i < run.to; i++) {
    const offset = paragraph.offsets[i] ?? 0
    const x = direction === 'vertical' ? mark.x : mark.x + offset
    const y = direction === 'vertical' ? mark.y + offset : mark.y
    // Half an em more for the blank half of an opening mark at a line's head.
    expect(x).toBeGreaterThanOrEqual(left - 5 - 1e-6)
    expect(x).toBeLessThanOrEqual(left + width + 1e-6)
    expect(y).toBeGreaterThanOrEqual(60 - 5 - 1e-6)
    expect(y).toBeLessThanOrEqual(60 + (direction === 'vertical' ? along : across) + 1e-6)
  }
}

describe('rules and tabs', () => {
  it('a column rule stands in the middle of the gap, as long as the longer column', () => {
    const { pages } = set(LAYOUT.replace('column-gap: 20pt', 'column-gap: 20pt, column-rule: 0.5pt'))
    const [rule] = pages[1]?.furniture.filter((mark) => mark.kind === 'block' && mark.height > 50) ?? []
    expect(rule).toMatchObject({ kind: 'block', width: 0.5, y: 60, height: 145 })
    expect((rule?.x ?? 0) + 0.25).toBeCloseTo(50 + 110, 6)
  })

  it('a tab bleeds off the fore-edge and steps down part by part', () => {
    const tab = 'thumb-tab: { width: 14pt, height: 60pt, top: 80pt, steps: 3 }\n'
    const setting = set(LAYOUT + tab)
    const tabs = setting.pages.flatMap((page) =>
      page.furniture.flatMap((mark) => (mark.kind === 'block' && mark.height === 60 ? [{ mark, page }] : [])),
    )
    const [first] = tabs
    const last = tabs.at(-1)
    expect(first?.mark).toMatchObject({ x: 286, y: 80, width: 23 })
    expect(last?.mark.y).toBe(140)
    for (const { mark, page } of tabs) expect(mark.x).toBe(page.folio % 2 === 1 ? 286 : -9)
    expect(furnitureOf(first?.page ?? pageWithFolio(setting, 7)).at(-1)).toBe('甲编')
  })

  it('a hairline parts a title in the column from the text before it, and none stands at a column’s head', () => {
    const ruled = LAYOUT.replace(
      'in-column: { span: column,',
      'in-column: { span: column, rule-before: hairline,',
    )
    const hairlines = (yaml: string): number =>
      set(yaml).pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'block')).length
    expect(hairlines(LAYOUT)).toBe(0)
    expect(hairlines(ruled)).toBeGreaterThan(0)
    expect(hairlines(ruled)).toBeLessThanOrEqual(2)
  })
})
