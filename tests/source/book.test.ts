import { describe, expect, test } from 'vitest'
import { filesOf } from '../../src/core/index.ts'
import { readBook } from '../../src/source/index.ts'
import { clean, places, repositoryFile, type Texts } from './support.ts'

const chapter = (title: string, rest = ''): string =>
  `title: ${title}\nsections:\n  - heading: 甲\n    body: 乙\n${rest}`

const faults = (files: Texts): readonly string[] => {
  const { value, diagnostics } = readBook('a.yaml', filesOf(files))
  expect(value).toBeUndefined()
  return places(diagnostics, files)
}

describe('a book', () => {
  test('gathers its parts and numbers its chapters through', () => {
    const files = {
      'books/w/book.yaml': `title: 潍坊年鉴
volume: 2003
year: 2002
creators: [潍坊市地方史志办公室]
publisher: 某社
identifier: 978-7-0000-0000-0
date: 2003-12-01
first-page: 215
layout: yearbook
parts:
  - title: 中共潍坊市委
    chapters: [a.yaml, parts/b.yaml]
  - chapters:
      - ./c.yaml
`,
      'books/w/a.yaml': chapter('一'),
      'books/w/parts/b.yaml': chapter('二', '  - body: 丙\n'),
      'books/w/c.yaml': chapter('三'),
    }
    const book = clean(readBook('books/w/book.yaml', filesOf(files)))
    expect(book).toMatchObject({
      file: 'books/w/book.yaml',
      volume: '2003',
      year: 2002,
      creators: ['潍坊市地方史志办公室'],
      publisher: '某社',
      identifier: '978-7-0000-0000-0',
      date: '2003-12-01',
      firstPage: 215,
      layout: { name: 'yearbook' },
    })
    expect(book.title?.text).toBe('潍坊年鉴')
    expect(book.parts.map((part) => part.title?.text)).toEqual(['中共潍坊市委', undefined])
    expect(book.parts.flatMap((p) => p.chapters.map((c) => [c.file, ...c.entries.map((e) => e.id)]))).toEqual(
      [
        ['books/w/a.yaml', '1-1'],
        ['books/w/parts/b.yaml', '2-1', '2-2'],
        ['books/w/c.yaml', '3-1'],
      ],
    )
  })

  test('a chapter alone is a book of one untitled part', () => {
    const book = clean(readBook('a.yaml', filesOf({ 'a.yaml': chapter('一') })))
    expect(book).toMatchObject({ file: 'a.yaml', creators: [], firstPage: 1 })
    expect(book.title).toBeUndefined()
    expect(book.parts.map((p) => [p.title, p.chapters.map((c) => c.title.text)])).toEqual([
      [undefined, ['一']],
    ])
  })

  test('the book of Weifang names its chapter', () => {
    const book = repositoryFile('content/weifang/book.yaml')
    const files = { 'w/book.yaml': book, 'w/party-work.yaml': chapter('市直机关党的工作') }
    expect(clean(readBook('w/book.yaml', filesOf(files)))).toMatchObject({
      volume: '2003',
      year: 2002,
      firstPage: 215,
      layout: { name: 'yearbook' },
    })
  })
})

describe('faults of a book', () => {
  test('each stands in its own file', () => {
    const files = {
      'a.yaml': `titel: 潍坊年鉴
parts:
  - chapters: [b.yaml, no.yaml, ../c.yaml, /d.yaml, 'C:\\e.yaml', ./b.yaml, x/../b.yaml, 'f.yaml']
`,
      'b.yaml': chapter('一', '    bodi: x\n'),
      'f.yaml': '',
    }
    expect(faults(files)).toEqual([
      '1:1 unknown-key',
      '3:24 file-missing',
      '3:33 path-outside',
      '3:44 path-outside',
      '3:53 path-outside',
      '3:66 bad-value',
      '3:76 bad-value',
      'b.yaml:5:5 unknown-key',
      'f.yaml:1:1 file-empty',
    ])
  })

  test.each([
    ['parts: []\ntitle: 甲\n', ['1:8 bad-value']],
    ['title: 甲\nparts:\n  - chapters: []\n', ['3:15 bad-value']],
    ['title: 甲\nparts:\n  - title: 乙\n', ['3:5 missing-key']],
    ['title: 甲\nvolume: 3\n', ['1:1 missing-key']],
    ['title: 甲\nyear: "2002"\nparts: [{ chapters: [b.yaml] }]\n', ['2:7 wrong-type']],
    ['title: 甲\ndate: 2003-02-29\nparts: [{ chapters: [b.yaml] }]\n', ['2:7 bad-value']],
    ['title: 甲\ndate: 2003/2/1\nparts: [{ chapters: [b.yaml] }]\n', ['2:7 bad-value']],
    ['title: 甲\nfirst-page: 0\nparts: [{ chapters: [b.yaml] }]\n', ['2:13 bad-value']],
    ['title: 甲\nparts: [{ chapters: b.yaml }]\n', ['2:21 wrong-type']],
    [
      'title: 甲\nparts: [{ chapters: [../../b.yaml, x/../../b.yaml] }]\n',
      ['2:22 path-outside', '2:36 path-outside'],
    ],
  ])('%j', (text, expected) => {
    expect(faults({ 'a.yaml': text, 'b.yaml': chapter('一') })).toEqual(expected)
  })

  test('ids are unique in the whole book', () => {
    const files = {
      'a.yaml': 'title: 甲\nparts: [{ chapters: [b.yaml, c.yaml] }]\n',
      'b.yaml': chapter('一', '  - body: 丙\n    id: 2-1\n'),
      'c.yaml': chapter('二'),
    }
    expect(faults(files)).toEqual(['c.yaml:3:14 bad-value'])
  })

  test('a missing book is told without a place', () => {
    const { diagnostics } = readBook('a.yaml', filesOf({}))
    expect(diagnostics).toMatchObject([
      { code: 'file-missing', span: { file: 'a.yaml', start: 0, end: 0 }, hints: [] },
    ])
  })

  test('that paths are relative to a file is told where a file names one', () => {
    const book = 'title: 书\nparts: [{ chapters: [no.yaml] }]\n'
    const [missing] = readBook('a.yaml', filesOf({ 'a.yaml': book })).diagnostics
    expect(missing?.hints[0]?.en).toMatch(/^paths are relative to/)
  })
})

test('a book of 300 chapters and 1.5 million characters is read in a moment', () => {
  const body = '      2002年，市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，把\n'.repeat(140)
  const names = Array.from({ length: 300 }, (_, i) => `${i}.yaml`)
  const files = Object.fromEntries(
    names.map((name) => [name, `title: 甲\nsections:\n  - heading: 乙\n    body: |\n${body}`]),
  )
  const book = filesOf({ ...files, 'a.yaml': `title: 甲\nparts: [{ chapters: [${names.join(', ')}] }]\n` })
  clean(readBook('a.yaml', book))
  const start = performance.now()
  clean(readBook('a.yaml', book))
  // About 0.2 s on a desk machine; the bound only guards against squares.
  expect(performance.now() - start).toBeLessThan(2000)
})
