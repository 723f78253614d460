// The private fields of pdfkit that src/pdf writes to. The version is pinned; when one of these fails after an upgrade,
// what src/pdf relies on has moved.

import PDFDocument, { type PDFReference } from 'pdfkit'
import { describe, expect, it } from 'vitest'

const open = (): PDFDocument =>
  new PDFDocument({
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    displayTitle: true,
    margin: 0,
    info: { Title: '书', CreationDate: new Date(0) },
  })

describe('pdfkit as src/pdf uses it', () => {
  it('has a root dictionary with viewer preferences', () => {
    const doc = open()
    expect(doc._root.data).toBeTypeOf('object')
    expect((doc._root.data['ViewerPreferences'] as PDFReference).data).toMatchObject({
      DisplayDocTitle: true,
    })
  })

  it('has the information it will write, to delete a date from', () => {
    const doc = open()
    expect(doc.info['CreationDate']).toBeInstanceOf(Date)
    expect(doc.info['Title']).toBe('书')
  })

  it('asks endMetadata of the document when it ends', async () => {
    const doc = open()
    let asked = 0
    doc.endMetadata = () => {
      asked++
    }
    doc.addPage({ size: [100, 100], margin: 0 })
    const ended = new Promise<void>((resolve) => doc.on('end', resolve))
    doc.on('data', () => {})
    doc.end()
    await ended
    expect(asked).toBe(1)
  })

  it('writes the identifier that stands in _id when it ends', async () => {
    const doc = open()
    expect(doc._id).toBeInstanceOf(Uint8Array)
    doc.addPage({ size: [100, 100], margin: 0 })
    doc._id = new Uint8Array(16).fill(0xab)
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk) => chunks.push(chunk))
    const ended = new Promise<void>((resolve) => doc.on('end', resolve))
    doc.end()
    await ended
    const id = `<${'ab'.repeat(16)}>`
    expect(Buffer.concat(chunks).toString('latin1')).toContain(`/ID [${id} ${id}]`)
  })

  it('has pages with dictionary, content stream and fonts, flipped so that y runs down', () => {
    const doc = open()
    doc.addPage({ size: [100, 200], margin: 0 })
    const { page } = doc
    expect(page.dictionary.data).toMatchObject({ Type: 'Page' })
    expect(page.content.write).toBeTypeOf('function')
    expect(page.fonts).toEqual({})
    page.fonts['F0H'] = doc.ref({})
    const resources = page.dictionary.data['Resources'] as PDFReference
    expect(JSON.stringify(Object.keys(resources.data))).toContain('Font')
    const written = (page.content as unknown as { buffer: Uint8Array[] }).buffer
    expect(Buffer.concat(written).toString()).toContain('1 0 0 -1 0 200 cm')
  })

  it('has references with data, compression and an end', () => {
    const ref = open().ref({ Type: 'X' })
    expect(ref.data).toMatchObject({ Type: 'X' })
    expect(ref.compress).toBeTypeOf('boolean')
    expect(ref.end).toBeTypeOf('function')
    expect(ref.id).toBeTypeOf('number')
  })

  it('has outline items whose data can be written', () => {
    const doc = open()
    doc.addPage({ size: [100, 100], margin: 0 })
    const item = doc.outline.addItem('甲')
    expect(item.outlineData).toBeTypeOf('object')
    expect(item.addItem('乙').outlineData).toBeTypeOf('object')
  })
})
