// What a PDF says about itself. The book's own words come from build.ts; ids are made of what the file holds.

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string
  readonly creators: readonly string[]
  readonly publisher?: string
  readonly identifier?: string
  /** What the book is about: its year, for a yearbook. */
  readonly coverage?: string
  /** `YYYY-MM-DD`, the only date written; a file without one bears none. */
  readonly date?: string
  /** The program and its version. */
  readonly producer: string
  /** How digits of vertical lines were set, for the check of the text. */
  readonly digits: 'rotate' | 'combine' | 'hanzi'
  /** SHA-256 of the manuscript and its logs of import, in lower-case hexadecimal (docs/editions.md). */
  readonly sourceHash?: string
}

/** Day of a file whose standard asks for one, where nobody has given any: the zero of SOURCE_DATE_EPOCH. */
export const NO_DATE = '1970-01-01'

/** Several creators are one entry of Info, and so one of XMP (ISO 19005-2, 6.6.3). */
export const authorOf = ({ creators }: PdfMetadata): string | undefined =>
  creators.length > 0 ? creators.join('、') : undefined

/** Ids of what is the same in all editions, and of this file (XMP part 2, 2.8): UUIDs of version 8, made of hashes. */
export interface FileIds {
  readonly document: string
  readonly instance: string
}

/** @param hash at least 16 bytes (RFC 9562, 5.8) */
export function uuidOf(hash: Uint8Array): string {
  const bytes = [...hash.subarray(0, 16)]
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
