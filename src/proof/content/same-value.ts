// Whether two values of a file mean the same, wherever they stand: in place or behind references, as one object or as two
// copies. In: values. Out: yes or no; of streams the unpacked content counts, not how it is packed.

import type { PdfFile, PdfStream } from '../pdf-file.ts'
import { isArray, isDict, isName, isRef, isString, type PdfDict, type PdfValue } from '../pdf-syntax.ts'

/** Functions nest three or four levels deep; what goes on is going in circles. */
const MOST_NESTED = 16

/** How a stream is packed, which is not what it says. */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL'])

export function isSameValue(
  file: PdfFile,
  one: PdfValue | undefined,
  other: PdfValue | undefined,
  depth = 0,
): boolean {
  if (isRef(one) && isRef(other) && one.ref === other.ref) return true
  if (depth > MOST_NESTED) return false
  const [streamA, streamB] = [file.stream(one), file.stream(other)]
  if (streamA && streamB) return isSameStream(file, streamA, streamB, depth)
  if (streamA || streamB) return false
  const [a, b] = [file.resolve(one), file.resolve(other)]
  if (isArray(a) && isArray(b))
    return a.length === b.length && a.every((item, i) => isSameValue(file, item, b[i], depth + 1))
  if (isDict(a) && isDict(b)) return isSameDict(file, a, b, depth)
  if (isName(a) && isName(b)) return a.name === b.name
  if (isString(a) && isString(b)) return a.bytes === b.bytes
  return a === b
}

function isSameStream(file: PdfFile, a: PdfStream, b: PdfStream, depth: number): boolean {
  const said = ({ dict }: PdfStream): PdfDict => new Map([...dict].filter(([key]) => !PACKING.has(key)))
  if (!isSameDict(file, said(a), said(b), depth)) return false
  const [textA, textB] = [file.decoded(a), file.decoded(b)]
  return textA === undefined || textB === undefined ? a.raw === b.raw : textA === textB
}

const isSameDict = (file: PdfFile, a: PdfDict, b: PdfDict, depth: number): boolean =>
  a.size === b.size &&
  [...a].every(([key, value]) => b.has(key) && isSameValue(file, value, b.get(key), depth + 1))
