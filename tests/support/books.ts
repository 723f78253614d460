// Layouts and books read from YAML held in memory, and set; any error in them throws.

import { readFileSync } from 'node:fs'
import { type Diagnostic, filesOf, hasErrors, type Reported } from '../../src/core/index.ts'
import type { Setting } from '../../src/page/index.ts'
import { type Book, type Layout, readBook, readLayout } from '../../src/source/index.ts'
import { typeset } from '../../src/typeset.ts'
import { shippedFonts } from './fonts.ts'

function cleanValue<T>({ value, diagnostics }: Reported<T | undefined>): T {
  if (value === undefined || hasErrors(diagnostics)) {
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message.en}`).join('\n'))
  }
  return value
}

const shipped = (name: string): string =>
  readFileSync(new URL(`../../layouts/${name}.yaml`, import.meta.url), 'utf8')

/** A layout from YAML; `extends: yearbook` and `yearbook-vertical` are at hand. */
export const layoutOf = (yaml: string): Layout =>
  cleanValue(
    readLayout(
      'layout.yaml',
      filesOf({
        'layout.yaml': yaml,
        'yearbook.yaml': shipped('yearbook'),
        'yearbook-vertical.yaml': shipped('yearbook-vertical'),
      }),
    ),
  )

/** A book from YAML by file name; a chapter alone is a book of one untitled part. */
export const bookOf = (files: Readonly<Record<string, string>>, path = 'chapter.yaml'): Book =>
  cleanValue(readBook(path, filesOf(files)))

export interface SetBook {
  readonly setting: Setting
  readonly diagnostics: readonly Diagnostic[]
}

/** Sets a book with the shipped fonts. */
export function setBook(book: Book, layout: Layout): SetBook {
  const { value, diagnostics } = typeset(book, layout, shippedFonts)
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { setting: value, diagnostics }
}
