// JSON as it stands in a bag, and what is needed to trust JSON out of one. In: values, or bytes from anywhere. Out: text
// with a fixed form, or values whose shape has been looked at.

import { bytesOf, textOf } from './tag-text.ts'

/** Indented, keys in the order of the value. */
export const jsonBytes = (value: unknown): Uint8Array => bytesOf(`${JSON.stringify(value, undefined, 2)}\n`)

export type Shape = Readonly<Record<string, unknown>>

/** Undefined where the bytes are no JSON. */
export function jsonIn(bytes: Uint8Array): unknown {
  const text = textOf(bytes)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string'

export const isTextTable = (value: unknown): value is Readonly<Record<string, string>> =>
  isShape(value) && Object.values(value).every(isText)

/** A list all of whose items pass. */
export const isListOf = <T>(value: unknown, passes: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(passes)
