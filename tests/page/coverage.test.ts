// Every character that is printed is asked for, also where it is printed besides the text.

import { describe, expect, it } from 'vitest'
import { TypeCase } from '../../src/font/index.ts'
import { checkCoverage, Styles } from '../../src/page/index.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT } from '../support/wholes.ts'

const HEADED = CHAPTER_LAYOUT.replace(
  /running-head:.*\n/,
  'running-head: { even: book, odd: book, gap: 2pt }\n',
)
/** A private-use character, which no font has. */
const NONE = '\ue000'

const missingIn = (book: string, chapter: string, layout = HEADED): readonly (string | undefined)[] => {
  const files = { 'book.yaml': book, 'a.yaml': chapter }
  const styles = new Styles(layoutOf(layout), shippedFonts, new TypeCase())
  return checkCoverage(bookOf(files, 'book.yaml'), styles).map(({ code, span }) => {
    const at = span?.file === 'book.yaml' ? book : chapter
    return `${code} ${span?.file} ${at.slice(span?.start, span?.end)}`
  })
}

const CHAPTER = 'title: 甲\nsections:\n  - body: 乙\n'
const bookOfVolume = (title: string, volume: string): string =>
  `title: ${title}\nvolume: "${volume}"\nparts:\n  - { title: 编, chapters: [a.yaml] }\n`

describe('characters of running heads', () => {
  it('are missed in the title of the book and in its volume, which is reported at the title’s end', () => {
    expect(missingIn(bookOfVolume('年鉴', '2003'), CHAPTER)).toEqual([])
    expect(missingIn(bookOfVolume(`年${NONE}鉴`, '2003'), CHAPTER)).toEqual([
      `glyph-missing book.yaml ${NONE}`,
    ])
    expect(missingIn(bookOfVolume('年鉴', `200${NONE}`), CHAPTER)).toEqual(['glyph-missing book.yaml 鉴'])
  })

  it('are not asked for where no running head is printed', () => {
    expect(missingIn(bookOfVolume('年鉴', `200${NONE}`), CHAPTER, CHAPTER_LAYOUT)).toEqual([])
  })
})

it('a title is printed in several styles and reported once', () => {
  const chapter = CHAPTER.replace('甲', `甲${NONE}`)
  expect(missingIn(bookOfVolume('年鉴', '2003'), chapter)).toEqual([`glyph-missing a.yaml ${NONE}`])
})

it('a character of a credit is reported at its credit', () => {
  const chapter = `${CHAPTER}credits: [{ role: 供稿, names: [刘${NONE}] }]\n`
  expect(missingIn(bookOfVolume('年鉴', '2003'), chapter)).toEqual(['glyph-missing a.yaml {'])
})
