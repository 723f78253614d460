// Press and archive editions of books in memory, for their tests: as the program makes them, through its front door.

import { readFileSync } from 'node:fs'
import { buildPdf } from '../../src/build-pdf.ts'
import { filesOf, hasErrors } from '../../src/core/index.ts'
import { PdfFile } from '../../src/proof/pdf-file.ts'
import type { PdfDict, PdfValue } from '../../src/proof/pdf-syntax.ts'
import type { Target } from '../../src/target.ts'
import { shippedFonts } from './fonts.ts'

export interface MadePdf {
  readonly bytes: Uint8Array
  readonly file: PdfFile
}

/** Files of the repository by the names a test gives them. */
export const repositoryFile = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** A book of the files, set by one of the shipped layouts or one of the files. */
export async function made(
  files: Readonly<Record<string, string | Uint8Array>>,
  target: Target,
  { book = 'book.yaml', layout = 'yearbook' }: { readonly book?: string; readonly layout?: string } = {},
): Promise<MadePdf> {
  const { value, diagnostics } = await buildPdf({
    book,
    layout,
    files: filesOf(files),
    fonts: shippedFonts,
    date: '2003-12-01',
    target,
  })
  if (value === undefined || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { bytes: value, file: new PdfFile(value) }
}

/** A dictionary's value, references followed. */
export const valueAt = ({ file }: MadePdf, dict: PdfDict, key: string): PdfValue | undefined =>
  file.resolve(dict.get(key))

/** The decoded content of each page. */
export const contentsOf = ({ file }: MadePdf): readonly string[] =>
  file.pages().map(({ dict }) => {
    const stream = file.stream(dict.get('Contents'))
    return (stream && file.decoded(stream)) ?? ''
  })
