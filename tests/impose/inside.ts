// The inside of imposed sheets: what a page of the file draws, which forms and boxes it has. Read by the library, since
// readers hide this.

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  type PDFStream,
} from '@cantoo/pdf-lib'

export const openSheets = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false })

const textOf = (stream: unknown): string =>
  stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : ''

export const operatorsOn = ({ node }: PDFPage): string => textOf(node.Contents())

/** Resources that the sheet itself has, by kind. */
export const resourcesOn = ({ node }: PDFPage): readonly string[] =>
  (node.Resources()?.keys() ?? []).map((key) => key.decodeText())

/** The pages on a side, by their numbers. */
export function formsOn({ node }: PDFPage): ReadonlyMap<number, PDFStream> {
  const objects = node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
  return new Map(
    (objects?.keys() ?? []).map((key) => [
      Number(key.decodeText().slice(1)),
      objects?.lookup(key) as PDFStream,
    ]),
  )
}

export const boxOf = (form: PDFStream | undefined): readonly number[] | undefined => {
  const box = form?.dict.lookup(PDFName.of('BBox'))
  return box instanceof PDFArray
    ? box.asArray().map((n) => Math.round((n instanceof PDFNumber ? n.asNumber() : 0) * 1e3) / 1e3)
    : undefined
}

export interface Line {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly isDashed: boolean
}

/** Straight lines of marks, in points. */
export const linesIn = (operators: string): readonly Line[] =>
  [...operators.matchAll(/^(\[[\d.]+\] 0 d )?(\S+) (\S+) m (\S+) (\S+) l S/gm)].map(
    ([, dash, ...numbers]) => {
      const [a = 0, b = 0, c = 0, d = 0] = numbers.map(Number)
      return { from: [a, b], to: [c, d], isDashed: dash !== undefined }
    },
  )

/** Filled boxes of marks. */
export const boxesIn = (operators: string) =>
  [...operators.matchAll(/^(\S+) (\S+) (\S+) (\S+) re f/gm)].map(([, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
    return { x, y, width, height }
  })
