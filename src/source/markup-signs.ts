// The signs of inline markup: `{name|`, `{name:argument|`, `\{`. In: a text and a place. Out: what begins there; and a
// text written so that nothing begins anywhere. What stands between the signs is for markup.ts.

/** Signs that a backslash turns into characters of the text. */
export const ESCAPABLE = '{}|\\'

/** A `{name:argument|` as written, by units. */
export interface Opener {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly nameTo: number
  readonly argument?: string
}

/** Whether a text could hold markup, escapes, or what was meant for markup: nearly none does. */
export const mayHoldMarkup = (text: string): boolean =>
  text.includes('{') || text.includes('\\') || text.includes('｛')

/** Up to 12 letters, then an argument without signs of markup; a line may end within either. */
const OPENER = /\{(\n*\p{L}(?:\n*\p{L}){0,11})\n*(?::([^{}|\\]*))?\|/uy

/** The opener that begins at `from`. */
export function openerAt(written: string, from: number): Opener | undefined {
  OPENER.lastIndex = from
  const match = OPENER.exec(written)
  if (match === null) return undefined
  const [whole, inside = '', argument] = match
  const name = inside.replaceAll('\n', '')
  const place = { from, to: from + whole.length, name, nameTo: from + 1 + inside.length }
  return argument === undefined ? place : { ...place, argument: argument.replaceAll('\n', '').trim() }
}

/** Bars as Chinese input methods type them, and what looks like a bar: 丨 is a Han character. */
const BARS = '|｜丨│┃︱∣¦ǀ'

/** An opener with another sign or more than it should have, its argument no longer than arguments are. */
const NEAR = new RegExp(String.raw`[{｛](\p{L}{1,12}?)(?:[:：]([^{}｛｝${BARS}\\\n]{0,24}))?[${BARS}]`, 'uy')
/** A name and a colon: of a Latin name and a half-width colon, notations of other kinds are made, too. */
const LABEL = /[{｛](\p{L}{1,12}?)(?:：|(?<=\p{Script=Han}):)/uy

/** What seems to be meant for an opener. */
export interface NearOpener {
  readonly whole: string
  readonly name: string
  /** Absent where the signs show none. */
  readonly argument?: string
}

/** What seems to be meant for the opener of a command of the name given; `openerAt` has said that it is none. */
export function nearOpenerAt(written: string, from: number): NearOpener | undefined {
  NEAR.lastIndex = from
  LABEL.lastIndex = from
  const match = NEAR.exec(written) ?? LABEL.exec(written)
  if (match === null) return undefined
  const [whole, name = '', argument] = match
  return { whole, name, ...(argument === undefined ? {} : { argument }) }
}

/** What a text must not be read with: escapes, and openers wherever `openerAt` would find one. */
const MEANT = new RegExp(String.raw`\\(?=[{}|\\])|(?=${OPENER.source})\{`, 'gu')

/**
 * A text that reads back as itself: what would be an opener or an escape gets a backslash. The text is to stand in the
 * lines it is written in, for an opener may have line ends in it where a text in one line would have spaces.
 */
export const escapeMarkup = (text: string): string => text.replace(MEANT, '\\$&')
