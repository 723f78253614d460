// What the bytes of a file are, judged by marks, by validity and by the commonest characters of Chinese. In: bytes.
// Out: the name of a kind or an encoding. Decoding and wording are decode.ts's.

export type Encoding =
  | 'utf-8'
  | 'utf-8-damaged'
  | 'utf-16le-marked'
  | 'utf-16be-marked'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'unknown'

/** First bytes of the files that get mistaken for manuscripts. */
const MAGIC: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP, DOCX or XLSX'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word or Excel document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x1f, 0x8b], 'a GZIP archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x00, 0x01, 0x00, 0x00], 'a font'],
  [[0x4f, 0x54, 0x54, 0x4f], 'a font'],
]

const beginsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** What kind of binary file this is, or undefined for what may be text. */
export const binaryKind = (bytes: Uint8Array): string | undefined =>
  MAGIC.find(([head]) => beginsWith(bytes, head))?.[1]

/** The encoding the bytes are most likely in. A valid UTF-8 file is UTF-8. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (beginsWith(bytes, [0xff, 0xfe, 0, 0]) || beginsWith(bytes, [0, 0, 0xfe, 0xff])) return 'utf-32'
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le-marked'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be-marked'
  const wide = bytes.includes(0) ? unmarkedUtf16(bytes) : undefined
  if (wide !== undefined) return wide
  if (decode(bytes, 'utf-8') !== undefined) return 'utf-8'
  if (isDamagedUtf8(bytes)) return 'utf-8-damaged'
  return eastAsian(bytes)
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** How much of a file is looked at; even, so that UTF-16 is not cut in half. */
const SAMPLE = 1 << 16

/** UTF-16 shows by the zero halves of its line ends and half-width characters, nearly all on one side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (let i = sample.indexOf(0); i >= 0; i = sample.indexOf(0, i + 1)) {
    if (i % 2 === 0) even++
    else odd++
  }
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < Math.max(1, sample.length / 200)) return undefined
  const label = odd > even ? 'utf-16le' : 'utf-16be'
  const text = decode(sample, label)
  return text !== undefined && plausible(text) > 0.9 ? label : undefined
}

const PLAUSIBLE = /[\t\n\r -~\u00b7\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffee]/g
const plausible = (text: string): number => (text.match(PLAUSIBLE)?.length ?? 0) / Math.max(1, text.length)

/** Mostly good UTF-8 sequences with a few broken ones: a damaged file, not another encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, SAMPLE))
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  return good > 10 * broken
}

/** The line, from 1, of the first byte that is no UTF-8. */
export function firstBrokenLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length
}

/** GB 18030, Big5 and Shift_JIS accept much of each other's bytes; the right one yields the common characters. */
function eastAsian(bytes: Uint8Array): Encoding {
  const scored = (['gb18030', 'big5', 'shift_jis'] as const)
    .map((encoding) => ({ encoding, text: decode(bytes, encoding) }))
    .map(({ encoding, text }) => ({ encoding, score: text === undefined ? -1 : commonShare(text) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  return best !== undefined && best.score > 0 ? best.encoding : 'unknown'
}

/** The commonest characters and marks of Chinese in both forms, and the kana. */
const COMMON =
  /[的一是在不了有和人这中大为上个国年市工作党会出行政业建设发展全部门县地区时来学生对这為個國會業發設門縣區時來學對黨長關單書機從動這與後開們說，。、：；“”（）《》【】「」ぁ-んァ-ヶ]/g

/** Share of common characters among those that are not ASCII; 0 when nothing looks like text. */
function commonShare(text: string): number {
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\p{Cc}]/gu)?.filter((c) => !/[\t\n\r]/.test(c)).length ?? 0
  if (foreign === 0) return 0
  return Math.max(0, (text.match(COMMON)?.length ?? 0) - strange) / foreign
}
