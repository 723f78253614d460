// Fonts a file can use: those of pages, and of the forms and patterns their resources reach.

import type { PdfFile, PdfPage } from '../pdf-file.ts'
import { isRef, type PdfDict } from '../pdf-syntax.ts'

export interface ListedFont {
  readonly dict: PdfDict
  /** Where it is first listed, from 1. */
  readonly page: number
}

export function listedFonts(file: PdfFile, pages: readonly PdfPage[]): ListedFont[] {
  const fonts = new Map<string, ListedFont>()
  const seen = new Set<number>()
  const collect = (resources: PdfDict, page: number): void => {
    for (const [name, value] of file.dict(resources.get('Font'))) {
      const key = isRef(value) ? String(value.ref) : `${page}/${name}`
      if (!fonts.has(key)) fonts.set(key, { dict: file.dict(value), page })
    }
    for (const category of ['XObject', 'Pattern']) {
      for (const value of file.dict(resources.get(category)).values()) {
        if (!isRef(value) || seen.has(value.ref)) continue
        seen.add(value.ref)
        const inner = file.stream(value)?.dict
        if (inner) collect(file.dict(inner.get('Resources')), page)
      }
    }
  }
  for (const [i, { resources }] of pages.entries()) collect(resources, i + 1)
  return [...fonts.values()]
}
