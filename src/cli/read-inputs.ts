// What build and fonts read: a book and the layouts it is to be set with. In: names as the user gave them. Out: read
// values, or diagnostics.

import { dirname, resolve } from 'node:path'
import { type Diagnostic, hasErrors, type Reported } from '../core/index.ts'
import { Fonts } from '../font/index.ts'
import { type Book, type Layout, readLayout } from '../source/index.ts'
import { fontSupply } from './font-supply.ts'
import { findLayout, type LayoutName, SHIPPED_LAYOUTS } from './layouts.ts'
import { stemOf } from './plan-outputs.ts'
import type { Rim } from './rim.ts'

/** A layout with its fonts. */
export interface Design {
  /** The name of its file, without ending. */
  readonly name: string
  readonly layout: Layout
  readonly fonts: Fonts
}

/** The layouts `asked` for, else the book's own, else the yearbook. */
export function readDesigns(
  asked: readonly string[],
  book: Book | undefined,
  rim: Rim,
  shelf: FontShelf,
): Reported<readonly Design[]> {
  const designs: Design[] = []
  const diagnostics: Diagnostic[] = []
  for (const named of namesOf(asked, book)) {
    const { value, diagnostics: found } = readDesign(named, book, rim, shelf)
    diagnostics.push(...found)
    if (value !== undefined) designs.push(value)
  }
  return { value: designs, diagnostics }
}

function namesOf(asked: readonly string[], book: Book | undefined): readonly LayoutName[] {
  if (asked.length > 0) return asked.map((name) => ({ name }))
  if (book?.layout === undefined) return [{ name: 'yearbook' }]
  return [{ name: book.layout.name, span: book.layout.span, from: book.file }]
}

function readDesign(
  named: LayoutName,
  book: Book | undefined,
  { world, files }: Rim,
  shelf: FontShelf,
): Reported<Design | undefined> {
  const bookFolder = book === undefined ? world.cwd : dirname(resolve(world.cwd, book.file))
  const path = findLayout(named, { cwd: world.cwd, bookFolder })
  if (typeof path !== 'string') return { value: undefined, diagnostics: [path] }
  const { value: layout, diagnostics } = readLayout(path, files, SHIPPED_LAYOUTS)
  if (layout === undefined) return { value: undefined, diagnostics }
  const { value: fonts, diagnostics: ofFonts } = shelf.fontsFor(layout, files)
  const all = [...diagnostics, ...ofFonts]
  if (fonts === undefined || hasErrors(all)) return { value: undefined, diagnostics: all }
  return { value: { name: stemOf(path), layout, fonts }, diagnostics: all }
}

/** Opened fonts, kept for layouts with the same faces: opening them takes longer than reading the book. */
export class FontShelf {
  readonly #known = new Map<string, Reported<Fonts | undefined>>()

  fontsFor(layout: Layout, files: Rim['files']): Reported<Fonts | undefined> {
    const key = JSON.stringify(layout.faces)
    const known = this.#known.get(key)
    if (known) return known
    const { value: supply, diagnostics } = fontSupply(layout, files)
    const fonts = supply && new Fonts(supply)
    const made = { value: fonts, diagnostics: [...diagnostics, ...(fonts?.checkOwn().diagnostics ?? [])] }
    this.#known.set(key, made)
    return made
  }
}
