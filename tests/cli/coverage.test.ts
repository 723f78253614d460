// What each style is asked to print: headings in the style they are really set in.

import { expect, it } from 'vitest'
import { coverageOf } from '../../src/cli/coverage.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import { CHAPTER_LAYOUT } from '../support/wholes.ts'

const charactersOf = (heading: string, form: string): Readonly<Record<string, number>> => {
  const book = bookOf({
    'chapter.yaml': `title: 甲\nsections:\n  - { heading: ${heading}, form: ${form}, body: 丙 }\n`,
  })
  const { value } = coverageOf(book, { layout: layoutOf(CHAPTER_LAYOUT), fonts: shippedFonts })
  return Object.fromEntries(value.map(({ style, characters }) => [style, characters]))
}

it.each([
  ['bracket', '小题', { heading: 4 }],
  ['line', '小题', { subheading: 2 }],
  ['cut-in', '小题', { heading: 2 }],
  // Too long to be cut in, it has a line of its own.
  ['cut-in', '题'.repeat(15), { subheading: 15 }],
])('a heading of form %s: %s', (form, heading, expected) => {
  expect(charactersOf(heading, form)).toEqual({ chapter: 1, body: 1, ...expected })
})
