// Width on a terminal, and text made safe for one. Full-width characters take two cells, marks that combine none.

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** Marks that combine, and characters of no width. */
const NONE = /\p{Mn}|\p{Me}|\p{Cf}/u

/** Cells of one character. */
export const cellsOfCharacter = (character: string): number => {
  if (character <= '\u007e') return 1
  return WIDE.test(character) ? 2 : NONE.test(character) ? 0 : 1
}

/** Cells of a text without control characters. */
export function cellsOf(text: string): number {
  let cells = 0
  for (const character of text) cells += cellsOfCharacter(character)
  return cells
}

/** `text` filled up with blanks to `cells`. */
export const padded = (text: string, cells: number): string =>
  text + ' '.repeat(Math.max(0, cells - cellsOf(text)))

// Control characters would steer the terminal; marks of direction would turn the line about.
const UNSAFE = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff]|[\ud800-\udfff]/gu

/** Control characters as their pictures (␀ ␛), tabs as two blanks, marks of direction as �, private use as ▯. */
export const safe = (text: string): string =>
  text.replace(UNSAFE, (c) => {
    if (c === '\t') return '  '
    if (c === '\u007f') return '␡'
    if (c >= '\ue000' && c <= '\uf8ff') return '▯'
    return c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '\ufffd'
  })
