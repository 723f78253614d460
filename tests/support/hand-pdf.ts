// A PDF of one page written by hand: content and objects as text, cross-references made. Nothing in it is ours.

import { PdfFile } from '../../src/proof/pdf-file.ts'

export interface HandPdf {
  /** Operators of the page. */
  readonly content: string
  /** Entries of the page's resources, such as `/XObject << /A 10 0 R >>`. */
  readonly resources?: string
  /** Further entries of the page. */
  readonly page?: string
  /** Objects from number 10 on; those that end in a stream give their data after `stream`. */
  readonly objects?: readonly string[]
}

/** `dict` and data as a stream object. */
export const stream = (entries: string, data: string): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`

export const form = (data: string, resources = ''): string =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << ${resources} >>`, data)

export function handPdf({ content, resources = '', page = '', objects = [] }: HandPdf): PdfFile {
  const all = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${resources} >> ${page} >>`,
    ],
    [4, stream('', content)],
    ...objects.map((object, i): [number, string] => [10 + i, object]),
  ])
  const body = [...all].map(([id, object]) => `${id} 0 obj\n${object}\nendobj\n`).join('')
  const file = `%PDF-1.7\n%\xff\xff\xff\xff\n${body}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`
  return new PdfFile(new Uint8Array(Buffer.from(file, 'latin1')))
}
