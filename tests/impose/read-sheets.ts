// Imposed sheets read back by pdf.js. In: bytes. Out: every piece of text with its place and turn on the sheet; from these
// which page stands in which cell. Nothing here comes from the program.

import { PDFParse } from 'pdf-parse'
import type { Print, PrintedSide } from './fold.ts'

export interface Piece {
  readonly text: string
  /** The text matrix on the sheet, in points. */
  readonly matrix: readonly number[]
}

export interface ReadSide {
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
}

interface Document {
  readonly numPages: number
  getPage(number: number): Promise<{
    readonly view: readonly number[]
    getTextContent(): Promise<{ items: { str: string; transform: number[] }[] }>
  }>
}

export async function readSides(pdf: Uint8Array): Promise<readonly ReadSide[]> {
  const parser = new PDFParse({ data: pdf.slice(), verbosity: 0 })
  try {
    const document = await (parser as unknown as { load(): Promise<Document> }).load()
    const sides: ReadSide[] = []
    for (let i = 1; i <= document.numPages; i++) {
      const page = await document.getPage(i)
      const { items } = await page.getTextContent()
      const [, , width = 0, height = 0] = page.view
      const shown = items.filter(({ str }) => str.trim() !== '')
      sides.push({
        width,
        height,
        pieces: shown.map(({ str, transform }) => ({ text: str, matrix: transform })),
      })
    }
    return sides
  } finally {
    await parser.destroy()
  }
}

/** The folios, the only numbers there are. */
export const foliosOn = ({ pieces }: ReadSide): readonly Piece[] =>
  pieces.filter(({ text }) => /^\d+$/.test(text))

/** How many columns and rows of pages a side has, and the paper around them. */
export interface Shape {
  readonly columns: number
  readonly rows: number
  readonly margin: number
}

/** Which page stands in each cell of a grid laid over the pages, by where its folio is and how it is turned. */
export function printedOn(side: ReadSide, { columns, rows, margin }: Shape): PrintedSide {
  const folios = foliosOn(side)
  const across = (x: number): number => Math.floor(((x - margin) / (side.width - 2 * margin)) * columns)
  const down = (y: number): number =>
    Math.floor(((side.height - margin - y) / (side.height - 2 * margin)) * rows)
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): Print => {
      const here = folios.filter(
        ({ matrix: [, , , , x = 0, y = 0] }) => across(x) === column && down(y) === row,
      )
      if (here.length > 1) throw new Error(`${here.length} pages in one cell`)
      const [folio] = here
      return {
        page: folio === undefined ? undefined : Number(folio.text),
        isTurned: folio !== undefined && (folio.matrix[0] ?? 0) < 0,
      }
    }),
  )
}
