// Brackets and quotes that have no partner. In: the texts of the draft, traced. Out: doubts; nothing is mended, because
// only the author knows where the partner belongs (§10.3).

import type { Text } from '../core/index.ts'
import { type Doubt, MOST_DOUBTS } from './doubt.ts'
import type { Traced } from './trace.ts'

/** Half-width and full-width brackets are partners of each other: a text may mix them. */
const PARTNERS = [
  '（）',
  '()',
  '【】',
  '〖〗',
  '〔〕',
  '［］',
  '[]',
  '《》',
  '〈〉',
  '“”',
  '‘’',
  '「」',
  '『』',
]
const sameShape: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '［', ']': '］' }
const shapeOf = (c: string): string => sameShape[c] ?? c

const OPENING = new Set(PARTNERS.map((pair) => pair[0] ?? ''))
const CLOSING_OF = new Map(PARTNERS.map((pair) => [pair[1] ?? '', shapeOf(pair[0] ?? '')]))
const ANY = /[()（）【】〖〗〔〕［］[\]《》〈〉“”‘’「」『』]/g

const PAIRED = /[()（）【】〖〗〔〕［］[\]《》〈〉“”‘’「」『』"']/

/** `1)`, `a）`, `（一)`: the number of a list item has a closing bracket alone. */
const LIST_NUMBER = /^\s*[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}$/u

/** Marks without a partner in one text, in order. */
export function unbalancedIn({ text, from }: Traced): readonly Doubt[] {
  if (!PAIRED.test(text)) return []
  const lonely: number[] = []
  const stack: number[] = []
  const open = new Map<string, number>()
  const count = (shape: string, by: number) => open.set(shape, (open.get(shape) ?? 0) + by)
  for (const { index, 0: mark } of text.matchAll(ANY)) {
    if (OPENING.has(mark)) {
      stack.push(index)
      count(shapeOf(mark), 1)
      continue
    }
    const wanted = CLOSING_OF.get(mark) ?? ''
    if ((open.get(wanted) ?? 0) === 0) {
      if (!isInnocent(text, index)) lonely.push(index)
      continue
    }
    // What was opened since and not closed has no partner.
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const shape = shapeOf(text[top] ?? '')
      count(shape, -1)
      if (shape === wanted) break
      lonely.push(top)
    }
  }
  const straight = ['"', "'"].flatMap((quote) => lonelyStraight(text, quote))
  const places = [...lonely, ...stack, ...straight].sort((a, b) => a - b).slice(0, MOST_DOUBTS + 1)
  return places.map((at) => unbalanced(text[at] ?? '', from[at] ?? 0))
}

/** An apostrophe, or the bracket of a list number. */
const isInnocent = (text: string, at: number): boolean =>
  text[at] === '’'
    ? /[A-Za-z0-9]/.test(text[at - 1] ?? '')
    : LIST_NUMBER.test(text.slice(Math.max(0, at - 6), at))

/** The last of an odd number of straight quotes that are no apostrophes and no inches. */
function lonelyStraight(text: string, quote: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const after = text[at - 1] ?? ''
    if (
      quote === "'"
        ? !/[A-Za-z0-9]/.test(after) || found.length % 2 === 1
        : !/[0-9]/.test(after) || found.length % 2 === 1
    )
      found.push(at)
  }
  const last = found.at(-1)
  return found.length % 2 === 1 && last !== undefined ? [last] : []
}

const unbalanced = (mark: string, at: number): Doubt => {
  const message: Text = {
    en: `\`${mark}\` has no partner in its paragraph`,
    zh: `\`${mark}\` 在本段内不成对`,
  }
  const hint = { en: 'supply or remove one; nothing was changed', zh: '请补上或删去，导入时未作改动' }
  return { code: 'import-unbalanced', start: at, end: at + 1, message, hint }
}
