// What a manuscript asks of its fonts. In: a book and the styles it is set in. Out: for each style the characters it
// uses and those that its own face lacks. Characters no font has are found by the page room, with their places.

import { CHAR_CLASS, classOf } from '../cjk/index.ts'
import type { Reported, Text } from '../core/index.ts'
import { type Fonts, fontName, type Stack, TypeCase } from '../font/index.ts'
import { checkCoverage, hasOwnLine, looksOf, readingStyle, Styles } from '../page/index.ts'
import { type Book, type Layout, type MarkedText, renderCredits, type TextStyle } from '../source/index.ts'

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
  const rows = textsByStyle(book, styles).map(({ style, name, text, strings }) => {
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

function textsByStyle(book: Book, set: Styles): readonly StyledTexts[] {
  const { part, chapter, styles } = set.layout
  const chapters = book.parts.flatMap((p) => p.chapters)
  const entries = chapters.flatMap((c) => c.entries)
  const marked = new MarkedStrings()
  const headings = (ofLines: boolean): readonly MarkedText[] =>
    entries.filter((e) => hasOwnLine(e, set) === ofLines).flatMap(({ heading }) => heading ?? [])
  const brackets = entries.filter((e) => e.heading && e.headingForm === 'bracket').map(() => '【】')
  const parts = book.parts.flatMap(({ title }) => title ?? [])
  const bodies = entries.flatMap(({ body }) => body.map(({ text }) => text))
  const credits = [...entries, ...chapters].map((of) => renderCredits(of.credits))
  const rows = [
    { style: 'part', name: { en: 'parts', zh: '类目' }, text: part.text, texts: parts },
    {
      style: 'chapter',
      name: { en: 'chapters', zh: '分目' },
      text: chapter.opening.text,
      texts: chapters.map(({ title }) => title),
    },
    {
      style: 'heading',
      name: { en: 'headings', zh: '条目题' },
      text: styles.heading,
      texts: headings(false),
    },
    {
      style: 'subheading',
      name: { en: 'subheadings', zh: '子目题' },
      text: styles.subheading,
      texts: headings(true),
    },
    { style: 'body', name: { en: 'body', zh: '正文' }, text: styles.body, texts: bodies },
  ].map(({ texts, ...row }) => ({ ...row, strings: marked.plainOf(texts, row.text) }))
  return [
    ...rows.map((row) =>
      row.style === 'heading' ? { ...row, strings: [...row.strings, ...brackets] } : row,
    ),
    { style: 'credit', name: { en: 'credits', zh: '供稿' }, text: styles.credit, strings: credits },
    ...marked.rows,
  ]
}

/** Sorts out what inline markup sets in another face than the text around it, and what is read beside it. */
class MarkedStrings {
  readonly #byFace = new Map<string, { readonly text: TextStyle; readonly strings: string[] }>()

  /** The stretches that are set in the style itself; the others are kept for `rows`. */
  plainOf(texts: readonly MarkedText[], style: TextStyle): readonly string[] {
    return texts.flatMap((text) => {
      for (const one of text.inline ?? [])
        if (one.kind === 'reading') this.#add(readingStyle(one, style), one.text.text)
      return looksOf(text, { text: style }).flatMap(({ from, to, look }) => {
        const string = text.text.slice(from, to)
        if (look.text.face === style.face && look.text.weight === style.weight) return [string]
        this.#add(look.text, string)
        return []
      })
    })
  }

  get rows(): readonly StyledTexts[] {
    return [...this.#byFace.values()].map(({ text, strings }) => ({
      style: `inline-${text.face}-${text.weight}`,
      name: { en: 'marked text', zh: '标记文字' },
      text,
      strings,
    }))
  }

  #add(text: TextStyle, string: string): void {
    const key = `${text.face} ${text.weight}`
    const known = this.#byFace.get(key)
    if (known) known.strings.push(string)
    else this.#byFace.set(key, { text, strings: [string] })
  }
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
