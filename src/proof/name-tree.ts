// Name trees and number trees (ISO 32000-1 §7.9.6, §7.9.7), flattened.

import type { PdfFile } from './pdf-file.ts'
import { isRef, isString, type PdfValue } from './pdf-syntax.ts'

/** Keys (bytes) and values of a name tree, in its order. */
export const nameTree = (file: PdfFile, root: PdfValue | undefined): [string, PdfValue][] =>
  leaves(file, root, 'Names').flatMap(([key, value]) => {
    const name = file.resolve(key)
    return isString(name) ? [[name.bytes, value] as [string, PdfValue]] : []
  })

/** Keys and values of a number tree, in its order. */
export const numberTree = (file: PdfFile, root: PdfValue | undefined): [number, PdfValue][] =>
  leaves(file, root, 'Nums').flatMap(([key, value]) => {
    const number = file.number(key)
    return number === undefined ? [] : [[number, value] as [number, PdfValue]]
  })

function leaves(file: PdfFile, root: PdfValue | undefined, pairs: string): [PdfValue, PdfValue][] {
  const found: [PdfValue, PdfValue][] = []
  const seen = new Set<number>()
  const visit = (value: PdfValue | undefined, depth: number): void => {
    if (depth > 64 || (isRef(value) && seen.has(value.ref))) return
    if (isRef(value)) seen.add(value.ref)
    const node = file.dict(value)
    const items = file.array(node.get(pairs))
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, item] = [items[i], items[i + 1]]
      if (key !== undefined && item !== undefined) found.push([key, item])
    }
    for (const kid of file.array(node.get('Kids'))) visit(kid, depth + 1)
  }
  visit(root, 0)
  return found
}
