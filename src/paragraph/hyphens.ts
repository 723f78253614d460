// Where a Western word may part with a hyphen (CLREQ 6.1.4), by the patterns of its language. Kept per word: a book says
// the same words again and again.

import { createRequire } from 'node:module'
import { RecentMap } from './recent-map.ts'
import type { WesternBreak } from './western.ts'

/** A hyphen that is added costs more than a stretch anybody sees: the line would be loose without. In demerits. */
const ADDED_HYPHEN_COST = 8
const SOFT_HYPHEN = '\u00ad'
/** Fewest letters before and after a hyphen. */
const LEAST_BEFORE = 2
const LEAST_AFTER = 3

interface Patterns {
  /** The word with soft hyphens where it may part. */
  hyphenateSync(word: string): string
}

let loaded: Patterns | undefined
/** Loaded when the first word asks: few books part words, and none should wait for the patterns. */
const patterns = (): Patterns => {
  loaded ??= createRequire(import.meta.url)('hyphen/en-us') as Patterns
  return loaded
}

/** Words of a book and more; a process that sets many books keeps no more. */
const KNOWN = new RecentMap<string, readonly WesternBreak[]>(5000)
const NOWHERE: readonly WesternBreak[] = []
/** A word of letters, marks around it allowed: no acronym, no name with a capital inside. */
const WORD = /^[^A-Za-z]*[A-Za-z][a-z]{4,}[^A-Za-z]*$/

/** Patterns are those of English; words of other languages than `en` (or none stated) stay whole. */
export function breaksByHyphen(word: string, language = 'en'): readonly WesternBreak[] {
  if (!/^en\b/i.test(language) || !WORD.test(word)) return NOWHERE
  const known = KNOWN.get(word)
  if (known) return known
  const found = placesIn(word)
  KNOWN.set(word, found)
  return found
}

function placesIn(word: string): readonly WesternBreak[] {
  const places: WesternBreak[] = []
  const first = word.search(/[A-Za-z]/)
  const letters = /[A-Za-z]+/.exec(word)?.[0].length ?? 0
  let at = 0
  for (const part of patterns().hyphenateSync(word).split(SOFT_HYPHEN).slice(0, -1)) {
    at += part.length
    const before = at - first
    if (before >= LEAST_BEFORE && letters - before >= LEAST_AFTER)
      places.push({ at, cost: ADDED_HYPHEN_COST, hasHyphen: true })
  }
  return places
}
