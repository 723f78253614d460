// Normalising by itself, for a text that is one paragraph already: the joining and the rules of an import, without its
// log and its recognition.

import { classifyLines } from './classify.ts'
import { linesOf } from './lines.ts'
import { normalise } from './normalise/normalise.ts'
import { joinLines } from './paragraphs.ts'

/** One paragraph, its lines joined, with full-width marks and without padding. Doing it again changes nothing. */
export function normaliseText(text: string): string {
  const lines = classifyLines(linesOf(text)).filter(({ kind }) => kind !== 'blank')
  const room = new Int32Array(text.length + lines.length)
  return normalise(joinLines(text, lines, undefined, room)).text
}
