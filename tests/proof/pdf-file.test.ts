import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { PdfFile } from '../../src/proof/pdf-file.ts'
import { expectedBlocks } from '../../src/proof/structure/expected-blocks.ts'
import { sampleBook } from '../support/sample-pdf.ts'

const fileOf = (data: Buffer, most?: number): PdfFile =>
  new PdfFile(
    Buffer.concat([
      Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
    most,
  )

it('a stream that unpacks without end is broken, not taken in', () => {
  const bomb = deflateSync(Buffer.alloc(100_000))
  const decoded = (file: PdfFile): (string | undefined)[] =>
    [1, 2, 3].map(() => {
      const stream = file.stream({ ref: 1 })
      return stream && file.decoded(stream)
    })
  expect(decoded(fileOf(bomb, 99_999))).toEqual([undefined, undefined, undefined])
  expect(decoded(fileOf(bomb, 100_000)).map((text) => text?.length)).toEqual([100_000, 100_000, 100_000])
})

it('a paragraph that prints nothing is no block', () => {
  const book = sampleBook('体育', [{ paragraphs: ['\u200b', '全区有体育场馆36处。'] }])
  expect(expectedBlocks(book, false).map(({ text }) => text)).not.toContain('')
})
