// Paragraphs with a form of their own on lines of fourteen characters: where their lines begin, and what becomes of
// indents that leave no line.

import { describe, expect, it } from 'vitest'
import { hasErrors } from '../../src/core/index.ts'
import { TypeCase } from '../../src/font/index.ts'
import { composeBook, Styles } from '../../src/page/index.ts'
import { typeset } from '../../src/typeset.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT, setChapter } from '../support/wholes.ts'

const SIZE = 10
const chapter = (body: string, heading = ''): string =>
  `title: 题\nsections:\n  - ${heading}body: [${body}]\n`

/** Where each line begins and ends, in ems from the line head of the column. */
function linesOf(body: string): readonly (readonly [number, number])[] {
  const { setting } = setChapter(chapter(body))
  const marks = setting.pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'glyphs'))
  return marks.slice(1).map(({ paragraph, run, x }) => {
    const [first = 0, last = 0] = [paragraph.offsets[run.from], paragraph.offsets[run.to - 1]]
    const em = (points: number): number => Math.round(((x - 30 + points) / SIZE) * 100) / 100
    return [em(first), em(last + SIZE)]
  })
}

describe("the layout's indent", () => {
  it('is that of text at the line head', () => {
    expect(linesOf('{ text: 甲乙丙, align: start }')).toEqual([[2, 5]])
    expect(linesOf('{ text: 甲乙丙, end-indent: 1em }')).toEqual([[2, 5]])
  })

  it('is not that of centred, end-aligned and spread text', () => {
    expect(linesOf('{ text: 甲乙丙丁, align: center }')).toEqual([[5, 9]])
    expect(linesOf('{ text: 甲乙丙丁, align: end, end-indent: 2em }')).toEqual([[8, 12]])
    expect(linesOf('{ text: 甲乙丙丁, align: spread }')).toEqual([[0, 14]])
  })

  it('gives way to one of their own', () => {
    expect(linesOf('{ text: 甲乙丙丁, align: center, first-line: 2em }')).toEqual([[6, 10]])
    expect(linesOf('{ text: 甲乙丙丁, align: spread, first-line: 2em }')).toEqual([[2, 14]])
    expect(linesOf('{ text: 甲乙丙丁, align: center, first-line: 0 }')).toEqual([[5, 9]])
  })
})

describe('indents that leave less than four characters of a line', () => {
  const faultsOf = (yaml: string, layout = CHAPTER_LAYOUT) => {
    const book = bookOf({ 'chapter.yaml': yaml })
    const { value, diagnostics } = typeset(book, layoutOf(layout), shippedFonts)
    expect(value === undefined).toBe(hasErrors(diagnostics))
    return diagnostics.filter(({ severity }) => severity === 'error')
  }
  const placesOf = (keys: string): readonly string[] => {
    const yaml = chapter(`{ text: 甲乙丙, ${keys} }`)
    return faultsOf(yaml).map(({ code, span }) => `${code} ${yaml.slice(span?.start, span?.end)}`)
  }

  it.each([
    ['indent: 13em', 'bad-value 13em'],
    ['indent: 20em, end-indent: 3em', 'bad-value 20em'],
    ['indent: 5em, end-indent: 6em', 'bad-value 6em'],
    ['indent: 5em, end-indent: 3em, first-line: 3em', 'bad-value 5em'],
    ['first-line: 12em', 'bad-value 12em'],
    // With the indent of the layout.
    ['indent: 9em', 'bad-value 9em'],
    ['indent: 11em, first-line: -11em', 'bad-value 11em'],
    ['indent: 11em, align: center', 'bad-value 11em'],
  ])('are an error where the widest is written: %s', (keys, expected) => {
    expect(placesOf(keys)).toEqual([expected])
  })

  it.each(['indent: 8em', 'indent: 10em, align: center', 'indent: 5em, end-indent: 5em, first-line: -5em'])(
    'are not these: %s',
    (keys) => {
      expect(placesOf(keys)).toEqual([])
    },
  )

  it('are told once of the paragraphs of one text, with the entry and a hint', () => {
    const yaml = chapter('{ text: "甲\\n\\n乙", indent: 24em }', 'heading: 丙\n    ')
    const faults = faultsOf(yaml)
    expect(faults.map(({ entry }) => entry)).toEqual(['丙'])
    expect(faults[0]?.message.en).toContain('26 of the 14 characters')
    expect(faults[0]?.hints[0]?.en).toContain('end-indent')
  })

  it('are an error beside a cut-in heading too', () => {
    const yaml = chapter('{ text: 甲乙丙, indent: 13em }', 'heading: 丙\n    form: cut-in\n    ')
    expect(faultsOf(yaml).map(({ code }) => code)).toEqual(['bad-value'])
  })

  it('are no affair of paragraphs without any, however narrow the column', () => {
    const narrow = CHAPTER_LAYOUT.replace('characters: 14', 'characters: 3')
    const styles = new Styles(layoutOf(narrow), shippedFonts, new TypeCase())
    const book = bookOf({ 'chapter.yaml': chapter('{ text: 甲乙丙, align: center }, 丁戊己') })
    expect(hasErrors(composeBook(book, styles).diagnostics)).toBe(false)
  })
})
