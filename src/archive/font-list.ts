// The fonts of a bag: data/fonts.json. In: a row for every face the editions use. Out: the file; and back, checked.

import { isListOf, isShape, isText, jsonBytes, jsonIn } from './json-text.ts'

export const FONT_LIST = 'data/fonts.json'

export interface FontRow {
  readonly family: string
  readonly postscriptName: string
  readonly version: string
  /** `program`: comes with the program · `bag`: lies in the bag · `elsewhere`: its terms keep it out of the bag. */
  readonly from: 'program' | 'bag' | 'elsewhere'
  /** Of the program: package and path in it; else the path in the bag, there or not. */
  readonly file: string
  /** Which font of a collection. */
  readonly member?: string
  /** Of the whole file. */
  readonly sha256: string
  /** SPDX name; of a font of the customer's own what its name table says, or `unknown`. */
  readonly licence: string
  /** Where its text lies in the bag. */
  readonly licenceText?: string
  /** OS/2 fsType. */
  readonly embedding: number
  /** Characters set in it, each once, by code point; none where a layout names the font and nothing is set in it. */
  readonly characters: string
}

export const fontListBytes = (rows: readonly FontRow[]): Uint8Array => jsonBytes({ fonts: rows })

/** What a check needs of a row. */
export type FontRecord = Pick<FontRow, 'from' | 'file' | 'sha256' | 'postscriptName'>

/** Undefined where the bytes are no such list. */
export function readFontList(bytes: Uint8Array): readonly FontRecord[] | undefined {
  const value = jsonIn(bytes)
  return isShape(value) && isListOf(value['fonts'], isRecord) ? value['fonts'] : undefined
}

const isRecord = (value: unknown): value is FontRecord =>
  isShape(value) &&
  ['program', 'bag', 'elsewhere'].includes(String(value['from'])) &&
  [value['file'], value['sha256'], value['postscriptName']].every(isText)
