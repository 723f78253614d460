// What imposing refuses, and what it says.

import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { type ImposeOptions, imposePdf } from '../../src/impose/index.ts'
import { changed, firstPages, withBoxes } from './books.ts'
import { readSides } from './read-sheets.ts'

let book: Uint8Array
beforeAll(async () => {
  book = await firstPages('horizontal', 8)
})

async function saidOf(pdf: Uint8Array, wishes: Partial<ImposeOptions> = {}) {
  const { value, diagnostics } = await imposePdf(pdf, { producer: 'test', scheme: 'signature', ...wishes })
  return {
    isMade: value !== undefined,
    said: diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message.en}`),
  }
}

const refused = (said: string) => ({ isMade: false, said: [said] })
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('refused', () => {
  test('what is no PDF', async () => {
    for (const text of ['', 'title: 年鉴\n', '%!PS-Adobe-3.0\n'])
      expect(await saidOf(bytesOf(text))).toEqual(refused('error impose-source: this is not a PDF'))
  })

  test('a PDF that is cut short, wherever', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const { isMade, said } = await saidOf(book.slice(0, book.length * share))
      expect({ isMade, said }).toEqual(refused('error impose-source: the PDF is cut short: it has no end'))
    }
  })

  test('a PDF without a catalog, or with rubbish for one', async () => {
    for (const text of [
      '%PDF-1.7\n%%EOF\n',
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF',
    ]) {
      const { isMade, said } = await saidOf(bytesOf(text))
      expect(isMade).toBe(false)
      expect(said).toEqual([
        expect.stringMatching(/^error impose-source: the PDF (?:is damaged: |has no pages)/),
      ])
    }
  })

  test('a page whose content is missing', async () => {
    const broken = await changed(book, (document) => {
      const contents = document.getPages()[2]?.node.get(PDFName.of('Contents'))
      if (contents) document.context.delete(contents as never)
    })
    const { isMade, said } = await saidOf(broken)
    expect(isMade).toBe(false)
    expect(said[0]).toContain('page 3: its content is missing')
  })

  test('an encrypted PDF, even one that opens without a password', async () => {
    const document = await PDFDocument.load(book)
    document.encrypt({ userPassword: '', ownerPassword: 'secret' })
    const { isMade, said } = await saidOf(await document.save({ useObjectStreams: false }))
    expect({ isMade, said }).toEqual(
      refused('error impose-source: the PDF is encrypted; a press needs it open'),
    )
  })

  test('a PDF of no pages', async () => {
    const empty = await PDFDocument.create()
    const { isMade, said } = await saidOf(await empty.save({ addDefaultPage: false }))
    expect({ isMade, said }).toEqual(refused('error impose-source: the PDF has no pages'))
  })

  test('pages of different trimmed sizes, which are named', async () => {
    const odd = (number: number): boolean => number === 3 || number >= 6
    const mixed = await withBoxes(book, { TrimBox: [9, 9, 209, 309] }, odd)
    const [one] = (await saidOf(await withBoxes(mixed, { TrimBox: [9, 9, 109, 109] }, (n) => n === 5))).said
    expect(one).toMatch(/^error impose-sizes: pages differ in trimmed size: /)
    expect(one).toContain('70.6×105.8 mm')
    const { isMade, said } = await saidOf(await withBoxes(book, { TrimBox: [9, 9, 209, 309] }, (n) => n > 6))
    expect({ isMade, said }).toEqual(
      refused(
        'error impose-sizes: pages differ in trimmed size: 7-8 70.6×105.8 mm; the others 105.8×141.1 mm',
      ),
    )
  })

  test('paper that is too small, with what is needed', async () => {
    const sheet = { width: pt(400), height: pt(700) }
    expect(await saidOf(book, { sheet })).toEqual(
      refused(
        'error impose-sheet: a sheet of 141.1×246.9 mm is too small: the pages need 211.7×288.6 mm, with marks 232×308.9 mm',
      ),
    )
  })
})

describe('imposed with a warning', () => {
  test('pages without a TrimBox, whole', async () => {
    const bare = await withBoxes(book, { TrimBox: undefined, BleedBox: undefined })
    const { isMade, said } = await saidOf(bare)
    expect({ isMade, said }).toEqual({
      isMade: true,
      said: [
        'warning impose-boxes: no TrimBox on page 1-8: the whole page, 112.2×147.5 mm, is taken for the trimmed page, without bleed',
      ],
    })
  })

  test('blanks, with their numbers', async () => {
    const { said } = await saidOf(await firstPages('horizontal', 6))
    expect(said).toEqual(['warning impose-blank: 6 pages and 2 blanks: 7-8 at the end of the last signature'])
  })

  test('annotations that would print', async () => {
    const annotated = await changed(book, (document) => {
      const page = document.getPages()[1]
      page?.node.addAnnot(
        document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Square' })),
      )
      page?.node.addAnnot(document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link' })))
    })
    expect((await saidOf(annotated)).said).toEqual([
      'warning impose-left-out: annotations and form fields of page 2 are not on the sheets',
    ])
  })
})

test('files of other programs: object streams, contents in pieces, pages without any', async () => {
  const other = await PDFDocument.create()
  const font = await other.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= 4; i++) {
    const page = other.addPage([200, 300])
    if (i === 3) continue
    page.drawText(String(i), { font, x: 50, y: 50 })
    const pieces = ['BT /F1 9 Tf 20 20 Td', '(in pieces) Tj ET'].map((text) =>
      other.context.register(other.context.flateStream(text)),
    )
    page.node.set(PDFName.of('Contents'), other.context.obj(pieces))
    page.node.setFontDictionary(PDFName.of('F1'), font.ref)
  }
  const { value } = await imposePdf(await other.save(), { producer: 'test', scheme: 'signature' })
  const sides = await readSides(value?.bytes ?? new Uint8Array())
  expect(sides.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual([
    ['in pieces', 'in pieces'],
    ['in pieces'],
  ])
})
