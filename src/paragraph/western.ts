// Western text inside a Chinese paragraph: which stretch of the stream is one Western run, and where a line may end
// inside it. UAX #14 proposes, GB/T 15834 and CLREQ dispose: numbers, units, model names and words stay whole, a
// solidus ends no line, only addresses and hyphenated words part.

import { CHAR_CLASS, type CharClass, classOf, isWestern, lineBreakOpportunities } from '../cjk/index.ts'

const C = CHAR_CLASS

const APOSTROPHE = 0x2019
const HYPHEN_MINUS = 0x2d

const isLetter = (unit: number): boolean => classOf(unit) === C.latin && unit !== HYPHEN_MINUS

/**
 * The class of the character at a unit with its neighbours considered: ’ in a word, / inside CAD/CAM, · in kW·h and -
 * between Han are not what they are elsewhere.
 */
export function classAt(text: string, at: number): CharClass {
  const code = text.charCodeAt(at)
  const c = code >= 0xd800 && code < 0xdc00 ? classOf(text.codePointAt(at) ?? 0) : classOf(code)
  if (code === HYPHEN_MINUS) return standsBetweenHan(text, at) ? C.hyphen : C.latin
  if (c === C.slash) return joins(text, at, isWesternAt) ? C.latin : C.slash
  if (c === C.middot || code === APOSTROPHE) return joins(text, at, isLetterAt) ? C.latin : c
  return c
}

const joins = (text: string, at: number, holds: (text: string, at: number) => boolean): boolean =>
  at > 0 && at + 1 < text.length && holds(text, at - 1) && holds(text, at + 1)

const isLetterAt = (text: string, at: number): boolean => isLetter(text.charCodeAt(at))

const isWesternAt = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit === 0x2f || isWestern(classOf(unit))
}

const standsBetweenHan = (text: string, at: number): boolean =>
  joins(text, at, (t, i) => classOf(t.charCodeAt(i)) === C.ideo)

/** The end of the Western run that begins at `from`; spaces belong to it only between Western characters. */
export function westernEnd(text: string, from: number, limit: number): number {
  let end = from
  let at = from
  while (at < limit) {
    const c = classAt(text, at)
    if (isWestern(c) || c === C.extend) end = ++at
    else if (c === C.space) at++
    else break
  }
  return end
}

/** Quotation marks, dashes, dots and full points of a text in a Western language: they belong to its words. */
const FOREIGN_MARKS = /[‘’“”–—…·]/

/** The end of the stretch at `from` of a text in another language that is no Han; `from` where it is Han. */
export function foreignEnd(text: string, from: number, limit: number): number {
  let end = from
  for (let at = from; at < limit; at++) {
    const c = classAt(text, at)
    if (isWestern(c) || c === C.extend || FOREIGN_MARKS.test(text[at] ?? '')) end = at + 1
    else if (c !== C.space || end === from) break
  }
  return end
}

/** A place inside a Western run where a line may end, and its price in demerits. */
export interface WesternBreak {
  /** Unit of the run before which the line may end. */
  readonly at: number
  readonly cost: number
  /** The line that ends there shows a hyphen. */
  readonly hasHyphen?: boolean
}

const PLAIN_WORD = /^[A-Za-z0-9.,%]+$/
const ADDRESS = /:\/\/|^www\.|@/
const ADDRESS_COST = 6
/** After a hyphen that is written. */
const OWN_HYPHEN_COST = 4

/** Places where the word (no spaces) may part. */
export function breaksInWord(word: string): readonly WesternBreak[] {
  if (PLAIN_WORD.test(word)) return []
  const isAddress = ADDRESS.test(word)
  if (!isAddress && !word.includes('-') && !word.includes('\u2010')) return []
  const found: WesternBreak[] = []
  const allowed = lineBreakOpportunities(word)
  for (let at = 1; at < word.length; at++) {
    if (isAddress ? mayPartAddress(word, at) : allowed[at] && isHyphenated(word, at)) {
      found.push({ at, cost: isAddress ? ADDRESS_COST : OWN_HYPHEN_COST })
    }
  }
  return found
}

/** An address parts after a solidus and before its other marks, so that no line seems to end it. */
const mayPartAddress = (word: string, at: number): boolean =>
  (word[at - 1] === '/' && word[at] !== '/') || /[?&=#.@_~-]/.test(word[at] ?? '')

/** state-of-the-art parts after its hyphens; BCD-188, 2008-08-08 and e-mail's single letters do not. */
const isHyphenated = (word: string, at: number): boolean =>
  /[A-Za-z]{2}[-\u2010]$/.test(word.slice(0, at)) && /^[A-Za-z]{2}/.test(word.slice(at))

/** Latin unit symbols that stay with the number before them across a space (GB/T 15835, CLREQ 3.1.5.2). */
const UNIT_SYMBOL =
  /^(?:[kKMGTmcdnµμ]?(?:m|g|s|A|V|W|J|N|Pa|Hz|L|l|t|K|mol|Ω|F|H|C|T|lm|lx|Bq|Sv|eV|B|bit|dB|rad)|ha|hm|h|min|d|r|rpm|°C|km\/h|kWh?)[²³23]?(?:[/·].*)?$/

export const isUnitAfterNumber = (left: string, right: string): boolean =>
  /\d$/.test(left) && UNIT_SYMBOL.test(right)

/** The last unit of `[from, end)` that is no combining mark. */
export const lastBase = (text: string, from: number, end: number): number => {
  let at = end - 1
  while (at > from && classOf(text.charCodeAt(at)) === C.extend) at--
  return at
}
