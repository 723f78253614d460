// Whether every character of the book has a glyph in the style it is to be set in, asked before anything is composed.

import { CHAR_CLASS, classOf, isVariationSelector } from '../cjk/index.ts'
import { type Diagnostic, error, SourceText, type Span, type Text } from '../core/index.ts'
import type { Stack } from '../font/index.ts'
import type { Book, Chapter, MarkedText, TextStyle } from '../source/index.ts'
import { hasOwnLine } from './cut-in.ts'
import { looksOf, readingStyle } from './inline.ts'
import { bookHead, creditText } from './printed.ts'
import type { Styles } from './styles.ts'

/** Each missing character is reported at its first few places. */
const PLACES = 3

export function checkCoverage(book: Book, styles: Styles): readonly Diagnostic[] {
  const checker = new CoverageChecker()
  const { styles: texts, folio, part: partStyle } = styles.layout
  checker.check(added('【】', book), styles.stackOf(texts.heading))
  for (const style of [folio.text, folio.openingText])
    checker.check(added(DIGITS, book), styles.stackOf(style))
  for (const part of book.parts) {
    if (part.title) checkMarked(checker, part.title, partStyle.text, styles)
    for (const chapter of part.chapters) checkChapter(checker, chapter, styles)
  }
  checkFurniture(checker, book, styles)
  return checker.found
}

const DIGITS = '0123456789'

/** What the layout prints of its own. */
const added = (text: string, book: Book): SourceText => SourceText.verbatim(text, book.file, 0)

function checkChapter(checker: CoverageChecker, chapter: Chapter, styles: Styles): void {
  const { layout } = styles
  const { body } = layout.styles
  for (const { text } of [layout.chapter.opening, layout.chapter.inColumn])
    checkMarked(checker, chapter.title, text, styles)
  for (const entry of chapter.entries) {
    const style = hasOwnLine(entry, styles) ? layout.styles.subheading : layout.styles.heading
    const heading = entry.heading?.text
    if (entry.heading) checkMarked(checker, entry.heading, style, styles, heading)
    for (const block of entry.body) checkMarked(checker, block.text, body, styles, heading)
  }
  const credit = styles.stackOf(layout.styles.credit)
  for (const list of [...chapter.entries.map((entry) => entry.credits), chapter.credits]) {
    if (list.length > 0) checker.check(creditText(list), credit)
  }
}

/** Each stretch in the face that its markup asks for, and what is read beside it. */
function checkMarked(
  checker: CoverageChecker,
  text: MarkedText,
  style: TextStyle,
  styles: Styles,
  entry?: string,
): void {
  for (const { from, to, look } of looksOf(text, { text: style }))
    checker.check(text, styles.stackOf(look.text), entry, from, to)
  for (const one of text.inline ?? []) {
    if (one.kind === 'reading') checker.check(one.text, styles.stackOf(readingStyle(one, style)), entry)
  }
}

/** Titles stand again in running heads and tabs, in other faces. */
function checkFurniture(checker: CoverageChecker, book: Book, styles: Styles): void {
  const { runningHead, thumbTab } = styles.layout
  const head = styles.stackOf(runningHead.text)
  const tab = thumbTab && styles.stackOf(thumbTab.text)
  const isHeaded = runningHead.even !== 'none' || runningHead.odd !== 'none'
  const whole = bookHead(book)
  if (isHeaded && whole) checker.check(whole, head)
  for (const { title, chapters } of book.parts) {
    if (title && tab) checker.check(title, tab)
    const titles = [title, ...chapters.map((chapter) => chapter.title)]
    if (isHeaded) for (const text of titles) if (text) checker.check(text, head)
  }
}

class CoverageChecker {
  readonly found: Diagnostic[] = []
  readonly #known = new Map<Stack, Uint8Array>()
  readonly #places = new Map<number, Set<string>>()

  check(source: SourceText, stack: Stack, entry?: string, from = 0, to: number = source.text.length): void {
    const known = this.#knownOf(stack)
    const { text } = source
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (known[unit] === 1) continue
      const codePoint = text.codePointAt(at) ?? 0
      if (this.#has(stack, codePoint)) known[unit] = codePoint > 0xffff ? 0 : 1
      else this.#report(source, at, codePoint, entry)
      if (codePoint > 0xffff) at++
    }
  }

  #has(stack: Stack, codePoint: number): boolean {
    const c = classOf(codePoint)
    const needsNone =
      c === CHAR_CLASS.ignorable ||
      c === CHAR_CLASS.space ||
      c === CHAR_CLASS.ideospace ||
      isVariationSelector(codePoint)
    return needsNone || stack.covers(codePoint)
  }

  #knownOf(stack: Stack): Uint8Array {
    const known = this.#known.get(stack) ?? new Uint8Array(0x10000)
    this.#known.set(stack, known)
    return known
  }

  /** A title is checked in each style it is printed in, and reported once. */
  #isNew(codePoint: number, span: Span): boolean {
    const places = this.#places.get(codePoint) ?? new Set()
    this.#places.set(codePoint, places)
    const place = `${span.file} ${span.start}`
    if (places.size >= PLACES || places.has(place)) return false
    places.add(place)
    return true
  }

  #report(source: SourceText, at: number, codePoint: number, entry: string | undefined): void {
    const character = String.fromCodePoint(codePoint)
    const span = source.spanOf(at, at + character.length)
    if (!this.#isNew(codePoint, span)) return
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    this.found.push(
      error(
        'glyph-missing',
        {
          en: `no font has the character \`${character}\` (${code})`,
          zh: `所有字体都没有字符 \`${character}\`（${code}）`,
        },
        {
          span,
          hints: [adviceFor(codePoint)],
          ...(entry ? { entry } : {}),
        },
      ),
    )
  }
}

function adviceFor(codePoint: number): Text {
  if (codePoint >= 0xe000 && codePoint <= 0xf8ff) {
    return {
      en: 'it is a private-use character, left over from another system: replace it by the real one or delete it',
      zh: '这是其他排版系统遗留的专用区字符：请换成正式字符，或删除',
    }
  }
  if (codePoint >= 0x1f000 && codePoint <= 0x1faff) {
    return {
      en: 'emoji have no place in print: delete it or use a word',
      zh: '书刊不排表情符号：请删除或改用文字',
    }
  }
  return {
    en: 'add a font that has it under `faces` in the layout, or write the character another way',
    zh: '请在版式文件的 `faces` 中加入含有该字的字体，或改换写法',
  }
}
