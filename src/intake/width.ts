// How many columns a text takes in a plain-text listing: the unit in which hard-wrapped lines are measured.

/** ASCII marks that the composing systems behind such texts counted, and often set, as full width. */
const WIDE_ASCII = ',;:()?!'

/** Columns of every BMP unit, ASCII marks counted as one. Surrogate pairs take their two at the first half. */
const COLUMNS = buildColumns()

/** Columns of a text with ASCII marks as one column each, and how many of these marks there are. */
export interface Width {
  readonly columns: number
  readonly asciiMarks: number
}

/** Han, Chinese marks and every other sign of GB 2312 take two columns, ASCII and Latin letters one. */
export function widthOf(text: string): Width {
  let columns = 0
  let asciiMarks = 0
  for (let i = 0; i < text.length; i++) {
    const cell = COLUMNS[text.charCodeAt(i)] ?? 2
    columns += cell & 15
    asciiMarks += cell >> 4
  }
  return { columns, asciiMarks }
}

/**
 * `asciiMarks` is what one of , ; : ( ) ? ! takes: two where the text was composed with full-width marks and only
 * coded with half-width ones.
 */
export const columnsOf = (width: Width, asciiMarks: 1 | 2): number =>
  asciiMarks === 2 ? width.columns + width.asciiMarks : width.columns

/** Columns with ASCII marks counted as full width. */
export const displayWidth = (text: string): number => columnsOf(widthOf(text), 2)

/** Low four bits: columns; the bit above: an ASCII mark. */
function buildColumns(): Uint8Array {
  const columns = new Uint8Array(0x10000).fill(2)
  const fill = (first: number, last: number, value: number) => columns.fill(value, first, last + 1)
  fill(0x00, 0x1f, 0)
  fill(0x20, 0x7e, 1)
  fill(0x7f, 0x9f, 0)
  columns[0x09] = 8
  for (const mark of WIDE_ASCII) columns[mark.charCodeAt(0)] = 1 | 16
  columns[0xa0] = 1
  fill(0xc0, 0x24f, 1) // Latin letters; × and ÷ are signs of GB 2312
  columns[0xd7] = 2
  columns[0xf7] = 2
  fill(0x300, 0x36f, 0)
  fill(0x2000, 0x200a, 1)
  fill(0x200b, 0x200f, 0)
  columns[0x2060] = 0
  fill(0xdc00, 0xdfff, 0)
  fill(0xfe00, 0xfe0f, 0)
  columns[0xfeff] = 0
  fill(0xff61, 0xffdc, 1)
  return columns
}
