// Files a PDF carries with it (ISO 19005-3, 6.8): embedded, named by the catalog, and said to be its source.

import { createHash } from 'node:crypto'
import type PDFDocument from 'pdfkit'
import type { PDFReference } from 'pdfkit'
import { deflated } from '../deflate.ts'

export interface Attachment {
  /** Path seen from the book, with forward slashes; what the file is called in the PDF. */
  readonly name: string
  readonly bytes: Uint8Array
  /** `type/subtype` without parameters. */
  readonly mime: string
  /** For people. */
  readonly description: string
  /** What it is to the book: what it was made from, or data about it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement'
}

/** @param date of the files: that of the book; PDF/A asks for one */
export function writeAttachments(doc: PDFDocument, attachments: readonly Attachment[], date: Date): void {
  if (attachments.length === 0) return
  const files = attachments
    .map((attachment) => ({ name: attachment.name, ref: fileSpec(doc, attachment, date) }))
    // Keys of a name tree stand in the order of their bytes (ISO 32000-1, 7.9.6).
    .sort((a, b) => Buffer.compare(keyOf(a.name), keyOf(b.name)))
  doc._root.data['AF'] = files.map(({ ref }) => ref)
  const names = doc._root.data['Names'] as PDFReference
  names.data['EmbeddedFiles'] = { Names: files.flatMap(({ name, ref }) => [new String(name), ref]) }
}

/** As pdfkit writes a string: bytes, or UTF-16 where there are others than of ASCII. */
const keyOf = (name: string): Buffer =>
  isAscii(name) ? Buffer.from(name, 'latin1') : Buffer.from(`\ufeff${name}`, 'utf16le').swap16()

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text)

function fileSpec(doc: PDFDocument, attachment: Attachment, date: Date): PDFReference {
  const { name, bytes, mime, description, relationship } = attachment
  const file = doc.ref({
    Type: 'EmbeddedFile',
    Subtype: mime.replace('/', '#2F'),
    Params: {
      Size: bytes.length,
      CheckSum: new Uint8Array(createHash('md5').update(bytes).digest()),
      CreationDate: date,
      ModDate: date,
    },
  })
  deflated(file, bytes)
  const spec = doc.ref({
    Type: 'Filespec',
    F: new String(isAscii(name) ? name : asciiOf(name)),
    UF: new String(name),
    EF: { F: file, UF: file },
    Desc: new String(description),
    AFRelationship: relationship,
  })
  spec.end()
  return spec
}

/** A name for readers that know no other letters: what is not ASCII by its number. */
const asciiOf = (name: string): string =>
  [...name].map((c) => (isAscii(c) ? c : `u${c.codePointAt(0)?.toString(16)}`)).join('')
