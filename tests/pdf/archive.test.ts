// Archive editions: what they carry with them and what they say of themselves. Whether they keep their standards is for
// veraPDF to say (tests/outside/verapdf.test.ts).

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashOf, manuscriptSources, ReadFiles } from '../../src/cli/sources.ts'
import { filesOf } from '../../src/core/index.ts'
import { isString, type PdfDict } from '../../src/proof/pdf-syntax.ts'
import { readBook } from '../../src/source/index.ts'
import { type MadePdf, made } from '../support/editions.ts'

const FILES = {
  'book/book.yaml':
    'title: 年鉴 & <志>\nvolume: 2003\nyear: 2002\ncreators: [甲, 乙]\npublisher: 某社\nidentifier: urn:isbn:0\nparts:\n  - title: 概况\n    chapters: [章/地理.yaml]\n',
  'book/章/地理.yaml': 'title: 地理\nsections:\n  - heading: 位置\n    body: 东临渤海。\n',
  'book/章/地理.log.yaml': 'changes: []\n',
}
const BOOK = { book: 'book/book.yaml' }

const xmpOf = ({ file }: MadePdf): string => {
  const packet = file.stream(file.catalog.get('Metadata'))
  return Buffer.from((packet && file.decoded(packet)) ?? '', 'latin1').toString('utf8')
}

const textOf = (dict: PdfDict, key: string): string => {
  const value = dict.get(key)
  const bytes = isString(value) ? value.bytes : ''
  return bytes.startsWith('\u00fe\u00ff')
    ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
    : bytes
}

describe('an archive edition of level 3a', () => {
  let pdf: MadePdf

  beforeAll(async () => {
    pdf = await made(FILES, { kind: 'archive', standard: '3a' }, BOOK)
  })

  it('carries manuscript, layout and log of changes, byte by byte, as its sources', () => {
    const { file } = pdf
    const specs = file.array(file.catalog.get('AF')).map((value) => file.dict(value))
    expect(specs.map((spec) => textOf(spec, 'UF')).sort()).toEqual([
      'book.yaml',
      'layouts/yearbook.yaml',
      '章/地理.log.yaml',
      '章/地理.yaml',
    ])
    for (const spec of specs) {
      expect(file.name(spec.get('AFRelationship'))).toBe('Source')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
      expect(textOf(spec, 'F')).toMatch(/^[\x00-\x7f]+$/)
      const stream = file.stream(file.dict(spec.get('EF')).get('F'))
      const content = Buffer.from((stream && file.decoded(stream)) ?? '', 'latin1')
      const params = file.dict(stream?.dict.get('Params'))
      expect(params.get('Size')).toBe(content.length)
      const sum = params.get('CheckSum')
      expect(isString(sum) && Buffer.from(sum.bytes, 'latin1').toString('hex')).toBe(
        createHash('md5').update(content).digest('hex'),
      )
      const own = Object.entries(FILES).find(([name]) => name === `book/${textOf(spec, 'UF')}`)
      if (own) expect(content.toString('utf8')).toBe(own[1])
    }
    const names = file.dict(file.catalog.get('Names'))
    const keys = file.array(file.dict(names.get('EmbeddedFiles')).get('Names')).filter((_, i) => i % 2 === 0)
    const bytes = keys.map((key) => (isString(key) ? key.bytes : ''))
    expect(bytes).toEqual(
      [...bytes].sort((a, b) => Buffer.compare(Buffer.from(a, 'latin1'), Buffer.from(b, 'latin1'))),
    )
  })

  it('says what the book is, with the hash of what it was set from', () => {
    const xmp = xmpOf(pdf)
    expect(xmp).toContain('年鉴 &amp; &lt;志&gt; 2003')
    expect(xmp).toContain('<dc:coverage>2002</dc:coverage>')
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const read = new ReadFiles(filesOf(FILES))
    const book = readBook('book/book.yaml', read).value
    const hash = book && hashOf(manuscriptSources(book, read, filesOf(FILES)))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(xmp).toContain(`<banxin:sourceSHA256>${hash}</banxin:sourceSHA256>`)
  })

  it('shares the id of the book with other editions, and has one of its own', async () => {
    const ids = (xmp: string): string[] => xmp.match(/uuid:[0-9a-f-]{36}/g) ?? []
    const [book, own] = ids(xmpOf(pdf))
    const [same, other] = ids(xmpOf(await made(FILES, { kind: 'press' }, BOOK)))
    expect(same).toBe(book)
    expect(other).not.toBe(own)
    expect(own).toMatch(/^uuid:\w{8}-\w{4}-8\w{3}-[89ab]\w{3}-\w{12}$/)
    const changed = { ...FILES, 'book/章/地理.yaml': `${FILES['book/章/地理.yaml']}      \n` }
    expect(ids(xmpOf(await made(changed, { kind: 'archive', standard: '3a' }, BOOK)))[0]).not.toBe(book)
  })
})

it.each(['2a', '2u', '2b'] as const)('level %s says so, and carries nothing', async (standard) => {
  const pdf = await made(FILES, { kind: 'archive', standard }, BOOK)
  expect(xmpOf(pdf)).toContain(
    `<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>${standard.slice(1).toUpperCase()}</pdfaid:conformance>`,
  )
  expect(pdf.file.catalog.has('AF')).toBe(false)
  expect(pdf.file.catalog.has('StructTreeRoot')).toBe(standard === '2a')
  expect(xmpOf(pdf).includes('pdfuaid:part>1')).toBe(standard === '2a')
})
