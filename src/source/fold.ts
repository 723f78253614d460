// A paragraph → lines of a comfortable width for the file it is written into. In: one paragraph. Out: the same with
// line breaks where reading joins the lines to exactly the same text. How a page breaks its lines is no matter here.

import { joinsWithSpace } from '../cjk/index.ts'

/** Columns of a line: 38 Han characters, two columns each. */
const WIDTH = 76
/** How many columns a line may fall short to end at a mark. */
const RAGGED = 24

const isWide = (character: string): boolean =>
  (character.codePointAt(0) ?? 0) >= 0x2e80 || /[“”‘’…—·]/.test(character)
const widthOf = (character: string): number => (isWide(character) ? 2 : 1)

const ENDS_CLAUSE = /[。！？；，、：”）》]/
const NEVER_FIRST = /[。！？；，、：”’）》〉】」』…—·%％]/
const BLANK = /[ \t\u00a0\u3000]/

/** The paragraph in lines; texts without a place to break stay on one. */
export function foldParagraph(paragraph: string): string {
  const characters = [...paragraph.replace(/^[ \t\u00a0\u3000]+|[ \t\u00a0\u3000]+$/g, '')]
  const lines: string[] = []
  let from = 0
  while (from < characters.length) {
    const to = lineEnd(characters, from)
    lines.push(characters.slice(from, to).join(''))
    // The space between two Western words becomes the line end.
    from = characters[to] === ' ' ? to + 1 : to
  }
  return lines.join('\n')
}

/** Where the line that begins at `from` ends: at a mark if one is near, else at the last place that fits. */
function lineEnd(characters: readonly string[], from: number): number {
  let width = 0
  let fit: number | undefined
  let clause: number | undefined
  for (let i = from; i < characters.length; i++) {
    width += widthOf(characters[i] ?? '')
    if (width > WIDTH && (clause ?? fit) !== undefined) return clause ?? fit ?? i
    if (width < WIDTH / 2 || !mayBreak(characters, from, i + 1)) continue
    fit = i + 1
    if (width > WIDTH - RAGGED && ENDS_CLAUSE.test(characters[i] ?? '')) clause = i + 1
  }
  return characters.length
}

/** Whether lines cut before `at` (or at the space that stands there) join to the same text. */
function mayBreak(characters: readonly string[], from: number, at: number): boolean {
  const [before, here, after] = [characters[at - 1] ?? '', characters[at] ?? '', characters[at + 1] ?? '']
  if (at >= characters.length || BLANK.test(before) || NEVER_FIRST.test(here)) return false
  const left = characters.slice(Math.max(from, at - 64), at).join('')
  const right = (start: number): string => characters.slice(start, start + 64).join('')
  if (here === ' ') return !BLANK.test(after) && after !== '' && joinsWithSpace(left, right(at + 1))
  return !BLANK.test(here) && (isWide(before) || isWide(here)) && !joinsWithSpace(left, right(at))
}
