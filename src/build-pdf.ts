// The whole way in one call, for programs that have files and want a PDF.

import { makeEditions } from './build.ts'
import { fontsFor } from './cli/font-supply.ts'
import { planOf } from './cli/plan-pdf.ts'
import { readManuscript } from './cli/read-manuscript.ts'
import { readLayout, shippedFiles } from './cli/shipped.ts'
import { hashOf, layoutSources, manuscriptSources, ReadFiles } from './cli/sources.ts'
import { type Files, hasErrors, type Reported } from './core/index.ts'
import type { Fonts } from './font/index.ts'
import type { Target } from './target.ts'

export interface BuildRequest {
  /** Path of book.yaml or of a single chapter, as `files` knows it. */
  readonly book: string
  /** Path of the layout file, as `files` knows it, or a name: `yearbook` and others come with the package. */
  readonly layout: string
  /** Everything that is read but the shipped fonts and layouts: `filesOf({ … })`, or a door to the disk. */
  readonly files: Files
  /** By default the shipped fonts and those the layout names; hand them in to keep them open between builds. */
  readonly fonts?: Fonts
  /** `YYYY-MM-DD`, by default the date of the book; without either the PDF bears none. */
  readonly date?: string
  /** What it is for; by default a screen. */
  readonly target?: Target
}

/**
 * Reads, sets and draws a book. The same request gives the same bytes.
 *
 * @returns the PDF, or undefined when the diagnostics hold errors; warnings come with the PDF
 * @throws TypeError when an option is missing
 * @throws when a font that comes with the package is not installed
 *
 * ```ts
 * const { value, diagnostics } = await buildPdf({ book: 'a.yaml', layout: 'yearbook', files: filesOf({ … }) })
 * ```
 */
export async function buildPdf(request: BuildRequest): Promise<Reported<Uint8Array | undefined>> {
  checkRequest(request)
  const { files, date, target = { kind: 'screen' } } = request
  const [readForBook, readForLayout] = [new ReadFiles(files), new ReadFiles(shippedFiles(files))]
  const { value: book, diagnostics: ofBook } = readManuscript(request.book, readForBook)
  const { value: layout, diagnostics: ofLayout } = readLayout(request.layout, readForLayout)
  const read = [...ofBook, ...ofLayout]
  if (book === undefined || layout === undefined) return { value: undefined, diagnostics: read }
  const { value: fonts, diagnostics: ofFonts } = request.fonts
    ? { value: request.fonts, diagnostics: [] }
    : fontsFor(layout, files)
  const manuscript = manuscriptSources(book, readForBook, files)
  const sources = [...manuscript, ...layoutSources(readForLayout, book)]
  const { value: plan, diagnostics: ofPlan } = planOf({ target, layout, sources }, files)
  const all = [...read, ...ofFonts, ...ofPlan]
  if (fonts === undefined || plan === undefined || hasErrors(all))
    return { value: undefined, diagnostics: all }
  const made = await makeEditions(book, layout, fonts, {
    plans: [plan],
    sourceHash: hashOf(manuscript),
    ...(date !== undefined && { date }),
  })
  return { value: made.value?.pdfs[0], diagnostics: [...all, ...made.diagnostics] }
}

/** Callers without types are told by name what they left out. */
function checkRequest(request: Partial<BuildRequest> | undefined): void {
  for (const name of ['book', 'layout'] as const) {
    const value: unknown = request?.[name]
    if (typeof value !== 'string' || value === '')
      throw new TypeError(`buildPdf: option \`${name}\` is missing: ${WANTED[name]}`)
  }
  if (typeof request?.files?.read !== 'function')
    throw new TypeError(`buildPdf: option \`files\` is missing: ${WANTED.files}`)
}

const WANTED = {
  book: 'the path of a book or chapter in `files`',
  layout: 'the path of a layout in `files`, or the name of a shipped one, such as `yearbook`',
  files: '`filesOf({ path: text })`, or an object with `read(path)`',
} as const
