// Arabic numerals → Hanzi for vertical text (GB/T 15835-2011 §5.1.7.3 and its examples, QC 40). A paragraph's text
// comes in, the same text with its numbers in Hanzi goes out, with the way back. How a number is read is for
// number-rules.ts.

import { type HanziText, HanziWriter } from './hanzi-writer.ts'
import { RULES } from './number-rules.ts'

/** `text` with its numbers in Hanzi. */
export function toHanzi(text: string): HanziText {
  const out = new HanziWriter(text)
  const digit = /\d/g
  const addresses = addressesIn(text)
  let next = 0
  let done = 0
  for (let found = digit.exec(text); found; found = digit.exec(text)) {
    while ((addresses[next]?.end ?? Number.POSITIVE_INFINITY) <= found.index) next++
    const address = addresses[next]
    const inside = address !== undefined && address.start <= found.index
    out.copy(done, inside ? address.end : found.index)
    done = inside ? address.end : convertAt(text, found.index, out)
    digit.lastIndex = done
  }
  out.copy(done, text.length)
  return out.finish()
}

/** Writes the number that begins at `at` and gives the place after it. */
function convertAt(text: string, at: number, out: HanziWriter): number {
  for (const { pattern, write } of RULES) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    write(match, out)
    return pattern.lastIndex
  }
  throw new Error(`no rule reads the digit at ${at}`)
}

const ADDRESS = new RegExp(
  [
    String.raw`(?:[a-z][a-z0-9+.\-]{1,9}:\/\/|www\.)[!-~]+`,
    String.raw`(?<![\w.%+\-])[\w.%+\-]{1,64}@[a-z0-9.\-]+`,
    String.raw`(?<![\w.\-])(?:[a-z0-9\-]{1,63}\.){1,4}(?:com|cn|net|org|gov|edu|info)(?![\w\-])(?:[/?#][!-~]*)?`,
  ].join('|'),
  'gi',
)

/** Web and mail addresses, in order: no digit of theirs is a number. */
function addressesIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!/[a-z][.:@]|[.@][a-z]/i.test(text)) return []
  return [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
  }))
}
