// What stands beside titles and has no room: beyond the type area, between two lines of a title, above a lone one.

import { describe, expect, it } from 'vitest'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter } from '../support/wholes.ts'

const setTitle = (title: string, layout = CHAPTER_LAYOUT) =>
  setChapter(`title: "${title}"\nsections:\n  - body: 甲\n`, layoutOf(layout)).diagnostics

const setSubheading = (heading: string, more = '') =>
  setChapter(
    `title: 题\nsections:\n  - { heading: "${heading}", form: line, body: 甲 }\n`,
    layoutOf(CHAPTER_LAYOUT + more),
  ).diagnostics

const codesOf = (diagnostics: ReturnType<typeof setTitle>): readonly string[] =>
  diagnostics.map(({ code }) => code)

describe('a reading in a title', () => {
  it('is not heard of where it has room', () => {
    expect(codesOf(setTitle('{拼音|题目|tí mù}'))).toEqual([])
    expect(codesOf(setTitle('{行间|题目|今名}'))).toEqual([])
    expect(codesOf(setSubheading('{拼音|题目|tí mù}', 'subheading-lines: 1\n'))).toEqual([])
    expect(codesOf(setTitle('一个很长的题目要分作两行才排得下'))).toEqual([])
  })

  it.each([setTitle, setSubheading])('is reported where it goes beyond the type area', (set) => {
    // From the head of its one word, which stands in the middle, twenty characters of half the size.
    const diagnostics = set('{行间|题|今名今名今名今名今名今名今名今名今名今名}')
    expect(codesOf(diagnostics)).toEqual(['annotation-crowded'])
  })

  it('is reported between the lines of a title of two', () => {
    const title = '一个很长的题目要分作两行才{拼音|排得下|pái de xià}'
    const diagnostics = setTitle(title)
    expect(codesOf(diagnostics)).toEqual(['annotation-crowded'])
    expect(diagnostics[0]?.hints[0]?.en).toContain('shorten the title')
  })

  it('is reported where its lines leave nothing above it', () => {
    const large = 'styles: { subheading: { face: 黑, weight: bold, size: 14pt } }\n'
    const one = setSubheading('{拼音|题目|tí mù}', `${large}subheading-lines: 1\n`)
    expect(codesOf(one)).toEqual(['annotation-crowded'])
    expect(one[0]?.hints[0]?.en).toContain('more lines in the layout')
    expect(codesOf(setSubheading('{拼音|题目|tí mù}', `${large}subheading-lines: 2\n`))).toEqual([])
  })
})
