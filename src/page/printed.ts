// The texts that stand on the page but not letter by letter in the manuscript, each with the way back to it: credits,
// the book's head, numbers in Hanzi.

import { SourceText, type Span } from '../core/index.ts'
import {
  type Book,
  type Credit,
  type MarkedText,
  printText,
  renderCredits,
  withInline,
} from '../source/index.ts'
import type { Styles } from './styles.ts'

/** A text as the layout prints it: digits become Hanzi where it says so. */
export function printedText(text: MarkedText, styles: Styles): MarkedText {
  const { text: printed, from, inline } = printText(text, styles.printsDigitsAsHanzi)
  if (!from) return text
  return withInline(
    textFrom(printed, text.file, (i) => text.offsetAt(from[i] ?? 0)),
    inline,
  )
}

/** A list of credits as printed. A credit knows its span and not those of its names: each character points to its head. */
export function creditText(credits: readonly Credit[]): SourceText {
  const text = renderCredits(credits)
  const heads: { readonly from: number; readonly span: Span }[] = []
  for (const { printed, role, unit, names, span } of credits) {
    // In a list the role comes first; a credit alone has the whole text.
    const lead = printed ?? role ?? unit ?? names[0] ?? ''
    const after = (heads.at(-1)?.from ?? -1) + 1
    heads.push({ from: heads.length === 0 ? 0 : Math.max(after, text.indexOf(lead, after)), span })
  }
  const spanAt = (i: number): Span | undefined => heads.findLast(({ from }) => from <= i)?.span
  return textFrom(text, credits[0]?.span.file ?? '', (i) => spanAt(i)?.start ?? 0)
}

/** What running heads call the book: its title and, behind it, the volume, which points to the title's last character. */
export function bookHead({ title, volume }: Book): SourceText | undefined {
  if (!title || volume === undefined || volume === '') return title
  const last = title.text.length - 1
  return textFrom(`${title.text} ${volume}`, title.file, (i) => title.offsetAt(Math.min(i, last)))
}

/** A text whose unit `i` came from file offset `offsetAt(i)`, in as few runs as can be. */
function textFrom(text: string, file: string, offsetAt: (index: number) => number): SourceText {
  const starts: number[] = []
  const origins: number[] = []
  for (let i = 0; i < text.length; i++) {
    const from = offsetAt(i)
    if (i > 0 && from === (origins.at(-1) ?? 0) + (i - (starts.at(-1) ?? 0))) continue
    starts.push(i)
    origins.push(from)
  }
  return new SourceText(text, file, starts, origins)
}
