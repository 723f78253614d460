// What a character is to the rules of normalising: one small number a unit. Narrower than the classes of composition
// (cjk/): here it matters whether a mark is still half width, and that a private-use character fills a Han's cell.

/**
 * `han` ideographs, kana and other full-width signs · `cjk` a mark that only Chinese text has · `ascii` a half-width
 * mark that may become one · `quote` “”‘’ and `ellipsis` …, which other scripts have too · `dash` — ― ─ · `wave` ～ ·
 * `space` any blank · `latin` letters, and all of a protected piece · `other` everything else.
 */
export const KIND = {
  other: 0,
  han: 1,
  cjk: 2,
  ascii: 3,
  quote: 4,
  ellipsis: 5,
  dash: 6,
  wave: 7,
  latin: 8,
  digit: 9,
  space: 10,
} as const

export type Kind = (typeof KIND)[keyof typeof KIND]
type KindName = keyof typeof KIND

const MEMBERS: Partial<Record<KindName, string>> = {
  cjk: '、。〈〉《》「」『』【】〔〕〖〗〘〙〚〛〝〞〟，：；？！（）［］｛｝｟｠',
  ascii: ',;:?!()[]"\'.',
  quote: '“”‘’',
  ellipsis: '…⋯',
  dash: '—―─⸺',
  wave: '～〜',
  space: ' \t\n\r\u0085\u00a0\u2028\u2029\u202f\u205f\u3000',
  digit: '0123456789',
  // Dots that may become ·, the full-width point and hyphen: neither Han nor marks of pause.
  other: '・･．－',
}

/** First and last unit of each range; surrogates stand for their planes. */
const RANGES: readonly (readonly [number, number, KindName])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x300, 0x52f, 'latin'],
  [0x1e00, 0x1fff, 'latin'],
  [0x2000, 0x200a, 'space'],
  [0x2100, 0x218f, 'han'], // ℃ № Ⅳ
  [0x2460, 0x24ff, 'han'], // ①
  [0x2e80, 0x2fdf, 'han'],
  [0x3003, 0x3007, 'han'],
  [0x3012, 0x3013, 'han'],
  [0x3020, 0x3029, 'han'],
  [0x3030, 0x303f, 'han'],
  [0x3040, 0x33ff, 'han'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7a3, 'latin'], // Hangul parts its words with spaces
  [0xd840, 0xd8bf, 'han'], // planes 2 and 3
  [0xdb80, 0xdbff, 'han'], // private use, planes 15 and 16
  [0xe000, 0xfaff, 'han'], // private use and compatibility ideographs
  [0xff02, 0xffe6, 'han'],
]

const buildTable = (): Uint8Array => {
  const table = new Uint8Array(0x10000)
  for (const [first, last, name] of RANGES) table.fill(KIND[name], first, last + 1)
  for (const [name, members] of Object.entries(MEMBERS)) {
    for (const member of members) table[member.charCodeAt(0)] = KIND[name as KindName]
  }
  return table
}

const TABLE = buildTable()

/** The kind of every unit; both halves of a pair have the kind of their character, an apostrophe that of its word. */
export function kindsOf(text: string): Uint8Array {
  const kinds = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xdc00 && code <= 0xdfff) kinds[i] = i > 0 ? (kinds[i - 1] ?? 0) : KIND.other
    else if (code === 0x2019 && isLetterAt(text, i - 1) && isLetterAt(text, i + 1)) kinds[i] = KIND.latin
    else kinds[i] = TABLE[code] ?? 0
  }
  return kinds
}

const isLetterAt = (text: string, i: number): boolean =>
  i >= 0 && i < text.length && TABLE[text.charCodeAt(i)] === KIND.latin

/** Marks and blanks: what stands between two words. */
export const isWeak = (kind: number | undefined): boolean =>
  kind === KIND.ascii ||
  kind === KIND.cjk ||
  kind === KIND.quote ||
  kind === KIND.ellipsis ||
  kind === KIND.space

/** A character that makes the text around it Chinese. */
export const isChinese = (kind: number | undefined): boolean =>
  kind === KIND.han || kind === KIND.cjk || kind === KIND.wave
