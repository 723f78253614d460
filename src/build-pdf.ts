// The whole way in one call, for programs that have files and want a PDF.

import { makeEdition } from './build.ts'
import { fontsFor } from './cli/font-supply.ts'
import { type Files, hasErrors, type Reported } from './core/index.ts'
import type { Fonts } from './font/index.ts'
import { readBook, readLayout } from './source/index.ts'

export interface BuildRequest {
  /** Path of book.yaml or of a single chapter, as `files` knows it. */
  readonly book: string
  /** Path of the layout file, as `files` knows it. */
  readonly layout: string
  /** Everything that is read but the shipped fonts: `filesOf({ … })`, or a door to the disk. */
  readonly files: Files
  /** By default the shipped fonts and those the layout names; hand them in to keep them open between builds. */
  readonly fonts?: Fonts
  /** `YYYY-MM-DD`, by default the date of the book; without either the PDF bears none. */
  readonly date?: string
}

/**
 * Reads, sets and draws a book. The same request gives the same bytes.
 *
 * @returns the PDF, or undefined when the diagnostics hold errors; warnings come with the PDF
 * @throws when a font that comes with the package is not installed
 *
 * ```ts
 * const { value, diagnostics } = await buildPdf({ book: 'a.yaml', layout: 'b.yaml', files: filesOf({ … }) })
 * ```
 */
export async function buildPdf(request: BuildRequest): Promise<Reported<Uint8Array | undefined>> {
  const { files, date } = request
  const { value: book, diagnostics: ofBook } = readBook(request.book, files)
  const { value: layout, diagnostics: ofLayout } = readLayout(request.layout, files)
  const read = [...ofBook, ...ofLayout]
  if (book === undefined || layout === undefined) return { value: undefined, diagnostics: read }
  const { value: fonts, diagnostics: ofFonts } = request.fonts
    ? { value: request.fonts, diagnostics: [] }
    : fontsFor(layout, files)
  const all = [...read, ...ofFonts]
  if (fonts === undefined || hasErrors(all)) return { value: undefined, diagnostics: all }
  const made = await makeEdition(book, layout, fonts, date === undefined ? {} : { date })
  return { value: made.value?.pdf, diagnostics: [...all, ...made.diagnostics] }
}
