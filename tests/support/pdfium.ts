// The text of a PDF as PDFium, the reader inside Chrome, gives it for copying and searching.

import { PDFiumLibrary } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | undefined

/** Text of each page, blanks and line ends as PDFium puts them. */
export async function pdfiumText(bytes: Uint8Array): Promise<readonly string[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(bytes)
  try {
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
  }
}
