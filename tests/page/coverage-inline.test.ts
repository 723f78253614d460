// Characters asked for where markup sets them: in readings, in another face, in headings of every form.

import { describe, expect, it } from 'vitest'
import { type Fonts, TypeCase } from '../../src/font/index.ts'
import { checkCoverage, Styles } from '../../src/page/index.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { fakeFace } from '../support/fake-face.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT } from '../support/wholes.ts'

/** A private-use character, which no font has. */
const NONE = '\ue000'

/** Each missing character with what stands before it in the file, and the entry it is told of. */
function missingIn(chapter: string, fonts: Fonts = shippedFonts, layout = CHAPTER_LAYOUT): readonly string[] {
  const styles = new Styles(layoutOf(layout), fonts, new TypeCase())
  return checkCoverage(bookOf({ 'chapter.yaml': chapter }), styles).map(({ code, span, entry }) => {
    const { start = 0, end = 0 } = span ?? {}
    return `${code} ${chapter.slice(start - 1, start)}>${chapter.slice(start, end)} ${entry}`
  })
}

const withBody = (body: string): string => `title: 甲\nsections:\n  - { heading: 乙, body: "${body}" }\n`

describe('a character no font has', () => {
  it.each([
    ['{拼音|张|', 'zh', 'āng}'],
    ['{对照|张三|', 'Zhang', ' San}'],
    ['{行间|张三|', '市', '委书记}'],
    ['{注音|张|', 'ㄓ', 'ㄤ}'],
  ])('is reported at its place in a reading: %s', (opener, before, after) => {
    expect(missingIn(withBody(`丙${opener}${before}${after}丁`))).toEqual([])
    expect(missingIn(withBody(`丙${opener}${before}${NONE}${after}丁`))).toEqual([
      `glyph-missing ${before.at(-1)}>${NONE} 乙`,
    ])
  })

  it.each(['bracket', 'line', 'cut-in'])('is reported in the reading of a heading of form %s', (form) => {
    const chapter = (reading: string): string =>
      `title: 甲\nsections:\n  - { heading: "{拼音|乙|${reading}}", form: ${form}, body: 丙 }\n`
    expect(missingIn(chapter('yǐ'))).toEqual([])
    expect(missingIn(chapter(`yǐ${NONE}`))).toEqual([`glyph-missing ǐ>${NONE} 乙`])
  })

  it('is reported in the reading of a title', () => {
    const chapter = `title: "{拼音|甲|jiǎ${NONE}}"\nsections:\n  - body: 丙\n`
    expect(missingIn(chapter)).toEqual([`glyph-missing ǎ>${NONE} undefined`])
  })
})

describe('a character some faces have', () => {
  /** Faces by role, each alone; one lacks 缺. */
  const without = (role: string): Fonts => {
    const chain = (asked: string) => [asked === role ? fakeFace('缺') : fakeFace()]
    return { chain } as unknown as Fonts
  }
  const styles = `
styles:
  body: { face: 宋 }
  heading: { face: 黑 }
  subheading: { face: 仿宋 }
  credit: { face: 宋 }
`
  const layout = CHAPTER_LAYOUT + styles
  const missing = (chapter: string, role: string): number => missingIn(chapter, without(role), layout).length

  it.each([
    ['bracket', 'hei'],
    ['cut-in', 'hei'],
    ['line', 'fangsong'],
  ])('is asked for in the face of a heading of form %s', (form, face) => {
    const chapter = `title: 甲\nsections:\n  - { heading: 缺, form: ${form}, body: 丙 }\n`
    expect(missing(chapter, face)).toBe(1)
    expect(missing(chapter, 'song')).toBe(0)
  })

  it('is asked for in the face of subheadings, where a heading cannot be cut in', () => {
    const chapter = `title: 甲\nsections:\n  - { heading: ${'题'.repeat(15)}缺, form: cut-in, body: 丙 }\n`
    expect(missing(chapter, 'fangsong')).toBe(1)
    expect(missing(chapter, 'hei')).toBe(0)
  })

  it('is asked for in the face its markup asks for, and in no other', () => {
    const chapter = withBody('丙{楷|缺}丁')
    expect(missing(chapter, 'kai')).toBe(1)
    expect(missing(chapter, 'song')).toBe(0)
  })

  it('is asked for in the face of comments, which is not that of the text', () => {
    const chapter = withBody('{行间|丙|缺}丁')
    expect(missing(chapter, 'kai')).toBe(1)
    expect(missing(chapter, 'song')).toBe(0)
  })
})
