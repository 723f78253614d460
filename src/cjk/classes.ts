// What each character is to Chinese composition: one small number per character, found by table. Sources: GB/T
// 15834-2011 section 5, CLREQ (2024-03) 3.1.4 to 3.1.6 and appendix A; tests hold the table against both.
// Classes that depend on neighbours (’ inside a Latin word, a single —) are settled by paragraph/itemize.

/**
 * Character classes. Numbers, because every character of a book passes through them; use the names.
 * `ideo` ideographs, kana and other full-width signs · `open` 前引号 前括号 · `close` 后引号 后括号 · `stop` 。． ·
 * `pause` ，、 · `colon` ：； (no blank half in vertical) · `excl` ！？ · `middot` 间隔号 · `dash` — · `ellipsis` … ·
 * `wave` 浪纹线 ～ · `hyphen` 短横线 – · `slash` 分隔号 · `ratio` ∶ · `space` U+0020 · `ideospace` U+3000 ·
 * `postfix` % ℃ ㎡ · `prefix` ¥ № − · `digit` · `latin` letters and Western marks · `narrowOpen` ( · `narrowClose` ) , . and
 * their like · `extend` combining marks and selectors · `ignorable` characters without a body, such as U+200B.
 */
export const CHAR_CLASS = {
  ideo: 0,
  open: 1,
  close: 2,
  stop: 3,
  pause: 4,
  colon: 5,
  excl: 6,
  middot: 7,
  dash: 8,
  ellipsis: 9,
  wave: 10,
  hyphen: 11,
  slash: 12,
  ratio: 13,
  space: 14,
  ideospace: 15,
  postfix: 16,
  prefix: 17,
  digit: 18,
  latin: 19,
  narrowOpen: 20,
  narrowClose: 21,
  extend: 22,
  ignorable: 23,
} as const

export type CharClassName = keyof typeof CHAR_CLASS
export type CharClass = (typeof CHAR_CLASS)[CharClassName]

/** Members of the classes that are lists of characters. */
export const CLASS_MEMBERS: Readonly<Partial<Record<CharClassName, string>>> = {
  open: '“‘（〔［｛《〈「『【〖〘〚〝｟︵︷︹︻︽︿﹁﹃﹇︗',
  close: '”’）〕］｝》〉」』】〗〙〛〞〟｠︶︸︺︼︾﹀﹂﹄﹈︘',
  stop: '。．｡',
  pause: '，、､',
  colon: '：；',
  excl: '！？‼⁇⁈⁉',
  middot: '·・‧•･',
  dash: '—―⸺',
  ellipsis: '…⋯',
  wave: '～〜',
  hyphen: '–‐',
  slash: '/／',
  ratio: '∶',
  space: ' \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f',
  ideospace: '\u3000',
  postfix: '%％‰‱°℃℉′″￠',
  prefix: '¥￥$＄£￡€№±＋－−',
  digit: '0123456789',
  narrowOpen: '([{',
  narrowClose: ')]},.;:!?',
  ignorable: '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff',
}

/** Western letters and marks: scripts that are set as words. First and last code point of each range. */
const LATIN_RANGES: readonly (readonly [number, number])[] = [
  [0x21, 0x2f], // ASCII marks; those with a class of their own are written over below
  [0x3a, 0x7e],
  [0xa1, 0x2ff],
  [0x370, 0x52f], // Greek, Cyrillic
  [0x531, 0x58f], // Armenian
  [0x5be, 0x8ff], // Hebrew, Arabic …: not set (right to left), but never mistaken for Han
  [0x900, 0x10ff], // scripts of India and South-East Asia, Tibetan, Georgian
  [0x1200, 0x1fff],
  [0x2011, 0x2011], // non-breaking hyphen
  [0x2070, 0x209f], // super- and subscripts
  [0x2200, 0x221d], // operators: ≤ and its like are of the number beside them; ∞ stands (UAX #50)
  [0x221f, 0x2233],
  [0x2237, 0x22ff],
  [0x2c60, 0x2dff],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
  [0xfb00, 0xfb4f],
]

/** Squared units: ㎀ to ㏟. */
const UNIT_RANGES: readonly (readonly [number, number])[] = [[0x3380, 0x33df]]

const EXTEND_RANGES: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
]

const buildTable = (): Uint8Array => {
  const table = new Uint8Array(0x10000).fill(CHAR_CLASS.ideo)
  const fill = (ranges: readonly (readonly [number, number])[], value: CharClass) => {
    for (const [first, last] of ranges) table.fill(value, first, last + 1)
  }
  table.fill(CHAR_CLASS.ignorable, 0, 0x20)
  table.fill(CHAR_CLASS.ignorable, 0x7f, 0xa0)
  fill(LATIN_RANGES, CHAR_CLASS.latin)
  fill(UNIT_RANGES, CHAR_CLASS.postfix)
  fill(EXTEND_RANGES, CHAR_CLASS.extend)
  for (const [name, members] of Object.entries(CLASS_MEMBERS)) {
    for (const member of members ?? '') table[member.charCodeAt(0)] = CHAR_CLASS[name as CharClassName]
  }
  return table
}

const TABLE = buildTable()

/** The class of a code point, neighbours not considered. */
export const classOf = (codePoint: number): CharClass => {
  if (codePoint < 0x10000) return TABLE[codePoint] as CharClass
  if (isVariationSelector(codePoint)) return CHAR_CLASS.extend
  return CHAR_CLASS.ideo
}

/** Whether a class is set as part of a Western word or number. */
export const isWestern = (c: CharClass): boolean => c >= CHAR_CLASS.postfix && c <= CHAR_CLASS.narrowClose

/** Selectors of a character's variants: they stay with their base and have no glyph. */
export const isVariationSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
