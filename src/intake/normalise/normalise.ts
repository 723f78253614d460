// One text → the same with full-width marks and without padding (§10.3). In: a joined text, traced. Out: the text, the
// places that were touched, and doubts. What the rules do not cover is left as it is; doing it again changes nothing.

import { type Doubt, MOST_DOUBTS, unsure } from '../doubt.ts'
import { applyEdits, type Edit, type Touch, type Traced, touchesOf } from '../trace.ts'
import { convertDots } from './dots.ts'
import { fold } from './fold.ts'
import { doubtfulHyphens } from './hyphens.ts'
import { kindsOf } from './kinds.ts'
import { doubtfulLeftovers } from './leftovers.ts'
import { convertExclamations, convertPauses, convertStops } from './marks.ts'
import { convertBrackets, convertQuotes } from './pairs.ts'
import { protect } from './protect.ts'
import { type SpaceUse, settleSpaces } from './spaces.ts'
import { workOn } from './work.ts'

export interface Normalised extends Traced {
  readonly touches: readonly Touch[]
  readonly doubts: readonly Doubt[]
}

/** Whatever any rule could apply to; a text without it is done. */
const CONCERNED = /[\s\u0085!-/:-@[-`{-~…・‧•･．―─〜\uff10-\uff5a]|。。/u

export function normalise(traced: Traced, use: SpaceUse = 'text'): Normalised {
  if (!CONCERNED.test(traced.text)) return { text: traced.text, from: traced.from, touches: [], doubts: [] }
  const { folded, edits: folds } = fold(traced.text)
  const kinds = kindsOf(folded)
  protect(folded, kinds)
  const work = workOn(folded, kinds, [...folds])
  convertBrackets(work)
  convertPauses(work)
  convertExclamations(work)
  convertStops(work)
  convertQuotes(work)
  convertDots(work)
  settleSpaces(work, use)
  const found = [...work.doubts, ...doubtfulHyphens(folded), ...doubtfulLeftovers(work)].slice(
    0,
    MOST_DOUBTS + 1,
  )
  const doubts = found.map(({ start, end, message, hint }) =>
    unsure(traced.from[start] ?? 0, (traced.from[end - 1] ?? 0) + 1, message, hint),
  )
  const edits = work.edits.filter((edit) => changes(traced.text, edit))
  return { ...applyEdits(traced, edits), touches: touchesOf(traced, edits), doubts }
}

const changes = (text: string, { start, end, text: wanted }: Edit): boolean =>
  text.slice(start, end) !== wanted
