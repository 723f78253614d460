// What stands in a bag besides files as they were: records, Dublin Core, the recipe and the list of fonts.

import { describe, expect, test } from 'vitest'
import {
  dublinCore,
  entryRecords,
  type FontRow,
  fontListBytes,
  jsonBytes,
  type Recipe,
  readFontList,
  readRecipe,
  recipeBytes,
} from '../../src/archive/index.ts'
import { filesOf } from '../../src/core/index.ts'
import { type Book, bookTitle, readBook } from '../../src/source/index.ts'

const FILES = {
  'book.yaml': `title: 甲<乙>&年鉴
volume: 2003
year: 2002
creators: [某市地方志办公室, 甲]
publisher: 方志出版社
identifier: 7-80122-875-8
date: 2003-12-01
parts:
  - title: 类目
    chapters: [a.yaml]
  - chapters: [b.yaml]
`,
  'a.yaml': `title: 分目
source: { url: "http://example.org/a" }
sections:
  - heading: "条{拼音|目|mù}"
    body: |
      第一段。

      第二段。
    credits: [{ role: 撰稿, names: [张三, 李四], unit: 市统计局 }]
credits: [{ names: [刘英杰] }]
`,
  'b.yaml': 'title: 分目二\nsections:\n  - body: 无题。\n',
}

function book(files: Readonly<Record<string, string>> = FILES, path = 'book.yaml'): Book {
  const { value, diagnostics } = readBook(path, filesOf(files))
  if (value === undefined) throw new Error(JSON.stringify(diagnostics))
  return value
}
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('records', () => {
  const lines = text(
    entryRecords(book(), {
      fileOf: (path) => `data/source/${path}`,
      placesOf: ({ id }) => (id === '1-1' ? [{ layout: 'l', page: 215, pdfPage: 1, column: 2 }] : []),
    }),
  )
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

  test('say of each entry what it is, where it stands and whose it is', () => {
    expect(lines[0]).toEqual({
      id: '1-1',
      path: ['类目', '分目', '条目'],
      title: '条目',
      text: '第一段。\n第二段。',
      readings: [{ base: '目', reading: 'mù', form: 'pinyin' }],
      page: 215,
      pdfPage: 1,
      column: 2,
      places: [{ layout: 'l', page: 215, pdfPage: 1, column: 2 }],
      contributors: [
        { role: '撰稿', names: ['张三', '李四'], unit: '市统计局', of: 'entry' },
        { names: ['刘英杰'], of: 'chapter' },
      ],
      file: 'data/source/a.yaml',
      provenance: { url: 'http://example.org/a' },
    })
  })

  test('leave out what there is not', () => {
    expect(lines[1]).toMatchObject({
      path: ['分目二'],
      title: null,
      page: null,
      places: [],
      contributors: [],
    })
  })
})

describe('Dublin Core', () => {
  test('says what the book says, escaped', () => {
    const xml = text(dublinCore(book(), { date: '2003-12-01', editions: ['data/editions/a.pdf'] }))
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<oai_dc:dc /)
    expect(
      [...xml.matchAll(/<dc:(.+?)>(.*)<\/dc:\1>/g)].map(([, name, value]) => `${name} ${value}`),
    ).toEqual([
      'title 甲&lt;乙&gt;&amp;年鉴 2003',
      'creator 某市地方志办公室',
      'creator 甲',
      'publisher 方志出版社',
      'date 2003-12-01',
      'identifier urn:ISBN:7801228758',
      'language zh-CN',
      'type Text',
      'format application/pdf',
      'coverage 2002',
      'relation data/editions/a.pdf',
    ])
  })

  test('of a chapter alone', () => {
    const alone = book(FILES, 'a.yaml')
    expect(bookTitle(alone)).toBe('分目')
    expect(text(dublinCore(alone, { date: undefined, editions: [] }))).not.toContain('dc:date')
  })

  test('leaves an identifier that is no ISBN as it is', () => {
    const other = book({ ...FILES, 'book.yaml': FILES['book.yaml'].replace('7-80122-875-8', 'CN 37-1234') })
    expect(text(dublinCore(other, { date: undefined, editions: [] }))).toContain('>CN 37-1234<')
  })
})

const RECIPE: Recipe = {
  program: { name: 'banxin', version: '0.1.0' },
  node: '20.0.0',
  libraries: { fflate: '0.8.3' },
  manuscript: 'data/source/book.yaml',
  layouts: [{ name: 'l', file: 'data/layout/own/l.yaml' }],
  targets: ['screen'],
  date: '2003-12-01',
  editions: [{ file: 'data/editions/book-l.pdf', layout: 'l', target: 'screen' }],
  moved: { '/fonts/a.ttf': 'data/layout/moved/1/a.ttf' },
}

describe('a recipe', () => {
  test('reads as it was written', () => {
    expect(readRecipe(recipeBytes(RECIPE))).toEqual(RECIPE)
  })

  test.each([
    { form: 2 },
    { manuscript: '/etc/passwd' },
    { manuscript: 'data/../../x' },
    { layouts: [] },
    { layouts: [{ name: 'l', file: '../l.yaml' }] },
    { editions: [{ file: 'data/x.pdf' }] },
    { editions: 'none' },
    { moved: { '/a': '../../b' } },
    { libraries: { fflate: 1 } },
    { date: 'today' },
    { program: 'banxin' },
  ])('with %j is none', (change) => {
    expect(readRecipe(jsonBytes({ form: 1, ...RECIPE, ...change }))).toBeUndefined()
  })

  test('that is no JSON is none', () => {
    expect(readRecipe(new Uint8Array([0xff]))).toBeUndefined()
    expect(readRecipe(new TextEncoder().encode('{'))).toBeUndefined()
  })
})

test('a list of fonts reads as it was written, or not at all', () => {
  const row: FontRow = {
    family: 'F',
    postscriptName: 'F-Regular',
    version: '1',
    from: 'bag',
    file: 'data/layout/own/f.ttf',
    sha256: '00',
    licence: 'unknown',
    embedding: 0,
    characters: '甲',
  }
  expect(readFontList(fontListBytes([row]))).toEqual([row])
  expect(readFontList(jsonBytes({ fonts: [{ ...row, from: 'sky' }] }))).toBeUndefined()
  expect(readFontList(jsonBytes([row]))).toBeUndefined()
})
