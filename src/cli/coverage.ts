// What a manuscript asks of its fonts. In: a book and the styles it is set in. Out: for each style the characters it
// uses and those that its own face lacks. Characters no font has are found by the page room, with their places.

import { CHAR_CLASS, classOf } from '../cjk/index.ts'
import type { Reported, Text } from '../core/index.ts'
import { type Fonts, fontName, type Stack, TypeCase } from '../font/index.ts'
import { checkCoverage, Styles } from '../page/index.ts'
import { type Book, type Layout, renderCredits, type TextStyle } from '../source/index.ts'

export interface StyleCoverage {
  readonly style: string
  readonly name: Text
  readonly face: TextStyle['face']
  readonly weight: TextStyle['weight']
  /** Path of the file the style is set in. */
  readonly file: string
  /** Characters of the manuscript in this style, and how many different ones. */
  readonly characters: number
  readonly distinct: number
  /** Characters that come from another face, most frequent first. */
  readonly borrowed: readonly BorrowedCharacter[]
}

export interface BorrowedCharacter {
  readonly character: string
  readonly code: string
  readonly count: number
  /** Path of the font that has it. */
  readonly file: string
}

/** Coverage style by style; the diagnostics are the characters that no font has. */
export function coverageOf(
  book: Book,
  { layout, fonts }: { readonly layout: Layout; readonly fonts: Fonts },
): Reported<readonly StyleCoverage[]> {
  const typeCase = new TypeCase()
  const styles = new Styles(layout, fonts, typeCase)
  const rows = textsByStyle(book, layout).map(({ style, name, text, strings }) => {
    const counts = countsOf(strings)
    const borrowing = new Borrowing(styles.stackOf(text), typeCase, layout.direction === 'vertical')
    return {
      style,
      name,
      face: text.face,
      weight: text.weight,
      file: fontName(fonts.fileFor(text.face, text.weight)),
      characters: [...counts.values()].reduce((sum, n) => sum + n, 0),
      distinct: counts.size,
      borrowed: borrowing.of(counts),
    }
  })
  return { value: rows.filter(({ characters }) => characters > 0), diagnostics: checkCoverage(book, styles) }
}

interface StyledTexts {
  readonly style: string
  readonly name: Text
  readonly text: TextStyle
  readonly strings: readonly string[]
}

function textsByStyle(book: Book, { part, chapter, styles }: Layout): readonly StyledTexts[] {
  const chapters = book.parts.flatMap((p) => p.chapters)
  const entries = chapters.flatMap((c) => c.entries)
  const headings = (form: 'bracket' | 'line'): readonly string[] =>
    entries.filter((e) => e.headingForm === form).flatMap(({ heading }) => heading?.text ?? [])
  const parts = book.parts.flatMap(({ title }) => title?.text ?? [])
  const bodies = entries.flatMap(({ body }) => body.map(({ text }) => text.text))
  const credits = [...entries, ...chapters].map((of) => renderCredits(of.credits))
  return [
    { style: 'part', name: { en: 'parts', zh: '类目' }, text: part.text, strings: parts },
    {
      style: 'chapter',
      name: { en: 'chapters', zh: '分目' },
      text: chapter.opening.text,
      strings: chapters.map(({ title }) => title.text),
    },
    {
      style: 'heading',
      name: { en: 'headings', zh: '条目题' },
      text: styles.heading,
      strings: headings('bracket').map((text) => `【${text}】`),
    },
    {
      style: 'subheading',
      name: { en: 'subheadings', zh: '子目题' },
      text: styles.subheading,
      strings: headings('line'),
    },
    { style: 'body', name: { en: 'body', zh: '正文' }, text: styles.body, strings: bodies },
    { style: 'credit', name: { en: 'credits', zh: '供稿' }, text: styles.credit, strings: credits },
  ]
}

/** Characters with a glyph of their own, and how often each stands in `strings`. */
function countsOf(strings: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const text of strings) {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      if (!isBlank(codePoint)) counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1)
    }
  }
  return counts
}

const isBlank = (codePoint: number): boolean => {
  const c = classOf(codePoint)
  const isInvisible = c === CHAR_CLASS.ignorable || c === CHAR_CLASS.extend || c === CHAR_CLASS.ideospace
  return isInvisible || /\s/u.test(String.fromCodePoint(codePoint))
}

/** Finds the characters that the first face of a style does not give. */
class Borrowing {
  readonly #stack: Stack
  readonly #typeCase: TypeCase
  readonly #isVertical: boolean

  constructor(stack: Stack, typeCase: TypeCase, isVertical: boolean) {
    this.#stack = stack
    this.#typeCase = typeCase
    this.#isVertical = isVertical
  }

  of(counts: ReadonlyMap<number, number>): readonly BorrowedCharacter[] {
    const [first] = this.#stack.chain
    const borrowed = [...counts].flatMap(([codePoint, count]) => {
      const sort = this.#stack.sortFor(codePoint, this.#isVertical)
      const face = sort < 0 ? undefined : this.#typeCase.faces[this.#typeCase.faceOf(sort)]?.face
      if (face === undefined || face === first) return []
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
      return [{ character: String.fromCodePoint(codePoint), code, count, file: fontName(face.file) }]
    })
    return borrowed.sort((a, b) => b.count - a.count)
  }
}
