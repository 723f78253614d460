// Full-width letters and digits → half width, before anything else looks at the text: a number or an address must be
// seen as one. Single full-width characters of vertical text are the typesetter's business, not the manuscript's.

import type { Edit } from '../trace.ts'

const ALNUM = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g
/** The full-width point inside a number or a Latin word. */
const POINT = /(?<=[0-9A-Za-z])．(?=[0-9A-Za-z])/g

const toAscii = (text: string): string =>
  String.fromCharCode(...Array.from(text, (c) => c.charCodeAt(0) - 0xfee0))

/** The text as long as before, and the edits that make it so. */
export function fold(text: string): { readonly folded: string; readonly edits: readonly Edit[] } {
  const edits: Edit[] = []
  const narrow = text.replace(ALNUM, (match, start: number) => {
    const ascii = match.length < 1000 ? toAscii(match) : Array.from(match, toAscii).join('')
    edits.push({ start, end: start + match.length, text: ascii, rule: 'full-width-alnum' })
    return ascii
  })
  const folded = narrow.replace(POINT, (match, start: number) => {
    edits.push({ start, end: start + match.length, text: '.', rule: 'decimal-point' })
    return '.'
  })
  return { folded, edits }
}
