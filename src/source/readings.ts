// Readings and notes beside a text. In: the base and its annotation as written. Out: `Reading`s: one a character where
// the author parted the syllables, else one over the whole base.

import type { SourceText } from '../core/index.ts'
import type { Reading, ReadingForm, Stretched } from './inline.ts'

/** A Han character with the marks that belong to it, variation selectors among them. */
const HAN = /\p{Script=Han}\p{M}*/gu
const SYLLABLE = /[^\s\u3000]+/g

/** The base: units `[from, to)` of `text`. */
interface Base extends Stretched {
  readonly text: string
}

/**
 * A reading is split when it has one syllable, between blanks, for each Han character (CLREQ 3.3.7: pinyin and zhuyin
 * go with their character); a gloss or a comment is never split. `textOf` gives a part of the annotation with the way
 * back to the file.
 */
export function readingsOf(
  form: ReadingForm,
  { text, from, to }: Base,
  annotation: string,
  textOf: (start: number, end: number) => SourceText,
): readonly Reading[] {
  const reading = (stretch: Stretched, start: number, end: number): Reading => ({
    kind: 'reading',
    form,
    ...stretch,
    text: textOf(start, end),
  })
  const syllables = rangesOf(SYLLABLE, annotation)
  const characters = rangesOf(HAN, text.slice(from, to))
  if ((form === 'pinyin' || form === 'zhuyin') && characters.length === syllables.length) {
    return syllables.map((syllable, i) => {
      const character = characters[i] ?? { from: 0, to: 0 }
      return reading({ from: from + character.from, to: from + character.to }, syllable.from, syllable.to)
    })
  }
  return [reading({ from, to }, syllables[0]?.from ?? 0, syllables.at(-1)?.to ?? 0)]
}

const rangesOf = (pattern: RegExp, text: string): readonly Stretched[] =>
  [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
