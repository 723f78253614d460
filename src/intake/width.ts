// How many columns a text takes in a plain-text listing: the unit in which hard-wrapped lines are measured.

/** ASCII marks that the composing systems behind such texts counted, and often set, as full width. */
const WIDE_ASCII = new Set([...',;:()?!'].map((c) => c.charCodeAt(0)))

/**
 * Columns of a text: Han, Chinese marks and every other sign of GB 2312 take two, ASCII one. `asciiMarks` is what one
 * of , ; : ( ) ? ! takes: two where the text was composed with full-width marks and only coded with half-width ones.
 */
export function displayWidth(text: string, asciiMarks: 1 | 2 = 2): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    width += code < 0x80 ? asciiWidth(code, asciiMarks) : wideWidth(code)
  }
  return width
}

const asciiWidth = (code: number, marks: 1 | 2): number => {
  if (code < 0x20 || code === 0x7f) return code === 0x09 ? 8 : 0
  return WIDE_ASCII.has(code) ? marks : 1
}

/** Latin letters with marks are narrow; combining and invisible signs take nothing; a surrogate pair is one sign. */
function wideWidth(code: number): number {
  if (code < 0xa0 || (code >= 0x300 && code <= 0x36f)) return 0
  if (code === 0xa0 || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)) return 1
  if ((code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return 0
  if (code >= 0xfe00 && code <= 0xfe0f) return 0
  if (code >= 0x2000 && code <= 0x200a) return 1
  if (code >= 0xff61 && code <= 0xffdc) return 1
  return code >= 0xdc00 && code <= 0xdfff ? 0 : 2
}
