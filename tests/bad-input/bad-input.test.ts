// What people and machines hand in by mistake or out of malice. Each case is kept with the code it must be told by, the
// exit status and what is left on the disk; none may print a stack trace.

import { describe, expect, test } from 'vitest'
import { CHAPTER, type Contents, filesIn, folderOf, jsonIn, runIn } from '../cli/support.ts'
import { alefbet, cutFont, gbk, hollowFont, inBody, utf16 } from './specimens.ts'

interface Case {
  readonly files: Contents
  readonly argv?: readonly string[]
  /** Codes in order, repeats left out. */
  readonly codes: readonly string[]
  readonly exit: number
}

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values)
const chapter = (content: string | Uint8Array): Contents => ({ 'a.yaml': content })
const layout = (content: string, more: Contents = {}): Contents => ({
  'a.yaml': CHAPTER,
  'l.yaml': `extends: yearbook\n${content}\n`,
  ...more,
})
const WITH_LAYOUT = ['build', 'a.yaml', '-l', 'l.yaml']

/** Runs a case twice, for people and for machines. */
async function check({ files, argv = ['build', 'a.yaml'], codes, exit }: Case): Promise<void> {
  const here = folderOf(files)
  const printed = await runIn(here, argv)
  expect(`${printed.stdout}${printed.stderr}`).not.toMatch(/\n\s+at |node:internal|\[object|undefined/)
  const { exit: status, report } = await jsonIn(here, argv)
  expect([...new Set(report.diagnostics.map((d) => d.code))]).toEqual(codes)
  expect({ exit: status, ok: report.ok }).toEqual({ exit, ok: exit === 0 })
  expect(printed.exit).toBe(exit)
  const made = filesIn(here).filter((file) => !(file in files))
  expect(made.length > 0).toBe(exit === 0)
}

describe('files that are no text', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['empty', '', 'file-empty'],
    ['blank', ' \n\u3000\n', 'file-empty'],
    ['comments only', '# nothing\n', 'file-empty'],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'file-binary'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'file-binary'],
    ['a ZIP, such as .docx', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), 'file-binary'],
    ['an old .doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'file-binary'],
    ['UTF-16 LE without its mark', utf16(CHAPTER, 'le', false), 'encoding-unsupported'],
    ['UTF-16 BE without its mark', utf16(CHAPTER, 'be', false), 'encoding-unsupported'],
    ['UTF-8 cut in a character', Buffer.from(CHAPTER).subarray(0, 20), 'encoding-unsupported'],
  ])('%s', (_, content, code) => check({ files: chapter(content), codes: [code], exit: 1 }))
})

describe('encodings that are read, and said', () => {
  test.each<[string, Uint8Array | string, readonly string[]]>([
    ['UTF-16 LE with its mark', utf16(CHAPTER, 'le', true), ['encoding-decoded']],
    ['UTF-16 BE with its mark', utf16(CHAPTER, 'be', true), ['encoding-decoded']],
    ['GBK', gbk(), ['encoding-decoded']],
    ['UTF-8 with its mark', `\ufeff${CHAPTER}`, []],
    ['CRLF', CHAPTER.replaceAll('\n', '\r\n'), []],
  ])('%s', (_, content, codes) => check({ files: chapter(content), codes, exit: 0 }))
})

describe('YAML out of hand', () => {
  test('aliases of aliases', async () => {
    const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &a${i} [${`*a${i - 1}, `.repeat(i && 9)}1]\n`)
    const here = folderOf(chapter(bomb.join('')))
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml'])
    expect(exit).toBe(1)
    expect(report.diagnostics.map((d) => d.code)).toEqual(Array(11).fill('yaml-alias'))
  })

  test.each<[string, string, readonly string[]]>([
    ['20,000 brackets', '['.repeat(20_000), ['yaml-syntax']],
    ['a tab for an indent', 'title: 甲\nsections:\n\t- body: 乙\n', ['yaml-syntax']],
    ['nothing but NUL', '\0'.repeat(64), ['control-character', 'wrong-type']],
    ['NUL in a text', CHAPTER.replace('首批', '首\0批'), ['control-character']],
    ['NUL as an escape', inBody('甲\0乙'), ['control-character']],
    ['a sequence for the terminal', inBody('甲\u001b[2J乙'), ['control-character']],
  ])('%s', (_, content, codes) => check({ files: chapter(content), codes, exit: 1 }))

  test('5 MB on one line, with hundreds of findings', async () => {
    const text = `${'市直机关党的工作，'.repeat(1_800)}\ue008`.repeat(300)
    const here = folderOf(chapter(`title: 大\nsections:\n  - heading: 大\n    body: ${text}\n    x: 1\n`))
    const began = performance.now()
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml'])
    const printed = await runIn(here, ['build', 'a.yaml'])
    expect(performance.now() - began).toBeLessThan(5_000)
    expect({ exit, count: report.diagnostics.length }).toEqual({ exit: 1, count: 301 })
    expect(report.diagnostics[299]?.column).toBe(10 + 300 * 16_201)
    expect(printed.stderr).toMatch(/and 251 more/)
  })

  test('5 MB on one line of nothing', async () => {
    const began = performance.now()
    await check({ files: chapter('x'.repeat(5_000_000)), codes: ['wrong-type'], exit: 1 })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('5 MB on one line of text are a book', async () => {
    const here = folderOf(
      chapter(`title: 大\nsections:\n  - body: ${'市直机关党的工作，'.repeat(185_000)}\n`),
    )
    const began = performance.now()
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml'])
    expect(exit).toBe(0)
    expect(report['outputs'][0].characters).toBe(9 * 185_000 + 1)
    expect(performance.now() - began).toBeLessThan(15_000)
  }, 20_000)
})

describe('paths', () => {
  const book = (path: string): Contents => ({
    'b/book.yaml': `title: 书\nparts:\n  - chapters: [${JSON.stringify(path)}]\n`,
    'a.yaml': CHAPTER,
  })

  test.each<[string, Case]>([
    [
      'out of the folder of the book',
      { files: book('../a.yaml'), argv: ['build', 'b/book.yaml'], codes: ['path-outside'], exit: 1 },
    ],
    [
      'out of it by a detour',
      { files: book('x/../../a.yaml'), argv: ['build', 'b/book.yaml'], codes: ['path-outside'], exit: 1 },
    ],
    [
      'absolute',
      { files: book('/etc/passwd'), argv: ['build', 'b/book.yaml'], codes: ['path-outside'], exit: 1 },
    ],
    [
      'with a NUL',
      {
        files: { 'b/book.yaml': 'title: 书\nparts:\n  - chapters: ["a\\0.yaml"]\n' },
        argv: ['build', 'b/book.yaml'],
        codes: ['file-unreadable'],
        exit: 1,
      },
    ],
    [
      'a folder for a manuscript',
      { files: { 'd/x': '' }, argv: ['build', 'd'], codes: ['file-unreadable'], exit: 1 },
    ],
    [
      'a device for a manuscript',
      { files: {}, argv: ['build', '/dev/zero'], codes: ['file-unreadable'], exit: 1 },
    ],
    ['nothing there', { files: {}, codes: ['file-missing'], exit: 1 }],
    [
      'a file for a folder',
      { files: chapter(CHAPTER), argv: ['build', 'a.yaml/b'], codes: ['file-missing'], exit: 1 },
    ],
    [
      'output into a folder that does not exist',
      {
        files: chapter(CHAPTER),
        argv: ['build', 'a.yaml', '-o', 'no/a.pdf'],
        codes: ['output-unwritable'],
        exit: 4,
      },
    ],
    [
      'output into a file',
      {
        files: chapter(CHAPTER),
        argv: ['build', 'a.yaml', '-o', 'a.yaml/a.pdf'],
        codes: ['output-unwritable'],
        exit: 4,
      },
    ],
    [
      'output into a file named as a folder',
      {
        files: chapter(CHAPTER),
        argv: ['build', 'a.yaml', '-o', 'a.yaml/'],
        codes: ['output-unwritable'],
        exit: 4,
      },
    ],
    [
      'output upon the manuscript',
      { files: chapter(CHAPTER), argv: ['build', 'a.yaml', '-o', './a.yaml'], codes: ['usage'], exit: 2 },
    ],
  ])('%s', (_, one) => check(one))
})

describe('files of another kind than was asked for: one sentence and a way out', () => {
  const RAW = 'Original URL: http://a.cn/\n\n【体育】全区有: 体育场馆36处,\n\t其中“游泳馆”2处。\n'
  const LAYOUT = 'extends: yearbook\ntype-area: { lines: 40 }\ncomposition: { digits: hanzi }\n'
  const LOG = 'summary: 6 headings\nrules:\n  comma: 3\nchanges:\n  - { rule: comma }\n'
  const BOOK = 'title: 书\nyear: 2002\nparts:\n  - chapters: [a.yaml]\n'
  test.each<[string, Contents, readonly string[], string, string]>([
    [
      'raw text',
      { 'a.txt': RAW },
      ['build', 'a.txt'],
      'is plain text, not a book or a chapter',
      'banxin import a.txt',
    ],
    [
      'raw text named as YAML',
      { 'a.yaml': '体育\n全区有体育场馆\n' },
      ['build', 'a.yaml'],
      'is plain text',
      'import',
    ],
    ['a layout as book', { 'l.yaml': LAYOUT }, ['build', 'l.yaml'], 'is a layout, not', '`-l`'],
    ['a log as book', { 'a.log.yaml': LOG }, ['build', 'a.log.yaml'], 'is the log of an import', 'beside it'],
    [
      'a chapter as layout',
      { 'a.yaml': CHAPTER },
      ['build', 'a.yaml', '-l', 'a.yaml'],
      'is a chapter, not a layout',
      'layouts/',
    ],
    [
      'a book as chapter',
      { 'a.yaml': CHAPTER, 'c.yaml': BOOK, 'b.yaml': BOOK.replace('a.yaml', 'c.yaml') },
      ['build', 'b.yaml'],
      '`c.yaml` is a book, not a chapter',
      'list the chapters',
    ],
    [
      'a raw text as chapter',
      { 'a.txt': RAW, 'b.yaml': BOOK.replace('a.yaml', 'a.txt') },
      ['build', 'b.yaml'],
      '`a.txt` is plain text, not a chapter',
      'import',
    ],
    [
      'to verify against',
      { 'l.yaml': LAYOUT, 'a.pdf': '' },
      ['verify', 'a.pdf', '--against', 'l.yaml'],
      'is a layout',
      '`-l`',
    ],
  ])('%s', async (_, files, argv, message, hint) => {
    await check({ files, argv, codes: ['wrong-type'], exit: 1 })
    const { report } = await jsonIn(folderOf(files), argv)
    expect(report.diagnostics).toHaveLength(1)
    expect(report.diagnostics[0]?.message).toContain(message)
    expect(report.diagnostics[0]?.hints.join()).toContain(hint)
  })

  test('a chapter with a slip is still told its slip', () =>
    check({ files: chapter(CHAPTER.replace('title:', 'titel:')), codes: ['unknown-key'], exit: 1 }))
})

describe('fonts', () => {
  test.each<[string, Contents, readonly string[]]>([
    ['missing', layout('faces: { song: no.ttf }'), ['font-missing']],
    [
      'a text',
      layout('faces: { song: f.ttf }', { 'f.ttf': 'this is no font, it only says so' }),
      ['font-unreadable'],
    ],
    ['empty', layout('faces: { song: f.ttf }', { 'f.ttf': '' }), ['font-unreadable']],
    ['a folder', layout('faces: { song: f }', { 'f/x': '' }), ['font-unreadable']],
    ['cut short', layout('faces: { song: f.ttf }', { 'f.ttf': cutFont() }), ['font-unreadable']],
    [
      'with a table directory and nothing behind it',
      layout('faces: { song: f.ttf }', { 'f.ttf': hollowFont() }),
      ['font-unreadable'],
    ],
  ])('%s', (_, files, codes) => check({ files, argv: WITH_LAYOUT, codes, exit: 1 }))

  test('are told where the layout names them', async () => {
    const files = layout('faces:\n  song: no.ttf\n  hei:\n    bold: no.ttc#3\n')
    const { report } = await jsonIn(folderOf(files), WITH_LAYOUT)
    expect(report.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.message}`)).toEqual([
      'l.yaml:3:9 there is no font file `no.ttf`',
      'l.yaml:5:11 there is no font file `no.ttc`',
    ])
    const bad = layout('faces: { song: f.ttf#1 }', { 'f.ttf': hollowFont() })
    const { report: second } = await jsonIn(folderOf(bad), WITH_LAYOUT)
    expect(second.diagnostics).toMatchObject([
      { code: 'font-unreadable', file: 'l.yaml', line: 2, column: 16 },
    ])
  })
})

describe('layouts that cannot be set', () => {
  test.each([
    ['no character on a line', 'type-area: { characters: 0 }', 'layout-impossible'],
    ['half a character on a line', 'type-area: { characters: 0.5 }', 'wrong-type'],
    ['an indent wider than the line', 'type-area: { characters: 1 }', 'layout-impossible'],
    ['characters larger than the line', 'styles: { body: { size: 1000pt } }', 'layout-impossible'],
    ['no line in a column', 'type-area: { lines: 0 }', 'layout-impossible'],
    ['no column', 'type-area: { columns: 0 }', 'layout-impossible'],
    ['a type area larger than the page', 'type-area: { lines: 5000 }', 'layout-impossible'],
    ['a page of no size', 'trim: 210mm', 'bad-value'],
  ])('%s', (_, content, code) => check({ files: layout(content), argv: WITH_LAYOUT, codes: [code], exit: 1 }))

  test('one that extends itself', () =>
    check({
      files: { 'a.yaml': CHAPTER, 'l.yaml': 'extends: l\n' },
      argv: WITH_LAYOUT,
      codes: ['extends-cycle'],
      exit: 1,
    }))
})

describe('texts that do not break', () => {
  test.each([
    ['Latin', 'a'.repeat(3000), 'unbreakable-run'],
    ['digits', '1'.repeat(3000), 'unbreakable-run'],
    ['marks that may not begin a line', '，'.repeat(3000), 'kinsoku-broken'],
    ['marks that may not end one', '（'.repeat(3000), 'kinsoku-broken'],
    ['dashes', '—'.repeat(3000), 'kinsoku-broken'],
  ])('3,000 %s are set, with a warning and to the last character', async (_, text, code) => {
    const here = folderOf(chapter(inBody(text)))
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml', '--verify'])
    expect(exit).toBe(0)
    expect(report.diagnostics.map((d) => d.code)).toContain(code)
    expect(report['outputs'][0].characters).toBe(3004)
  })
})

describe('characters', () => {
  test.each([
    ['an emoji', '甲😀乙', 'glyph-missing'],
    ['a family of emoji', '甲👨‍👩‍👧乙', 'glyph-missing'],
    ['a rare Han character (Ext B) that no font has', '甲\u{2a6d6}乙', 'glyph-missing'],
    ['a noncharacter', '甲\ufdd0乙', 'control-character'],
    ['Arabic', `甲${alefbet('\u0627')}乙`, 'right-to-left'],
    ['Hebrew', `甲${alefbet('\u05d0')}乙`, 'right-to-left'],
    ['an override of direction', '甲\u202e乙', 'right-to-left'],
  ])('%s', (_, text, code) => check({ files: chapter(inBody(text)), codes: [code], exit: 1 }))

  test('rare Han characters that the fonts have', () =>
    check({ files: chapter(inBody('𠮷、𠀋')), codes: [], exit: 0 }))

  test('private use: told twice, as a relic and as a gap', () =>
    check({ files: chapter(inBody('甲\ue008乙')), codes: ['private-use', 'glyph-missing'], exit: 1 }))
})

describe('PDFs to verify', () => {
  test.each<[string, string | Uint8Array]>([
    ['empty', ''],
    ['a text', 'hello'],
    ['a head without a body', '%PDF-1.7\n'],
    ['cut short', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
    ['a trailer that leads nowhere', '%PDF-1.7\nstartxref\n999999\n%%EOF\n'],
    ['NUL bytes', bytes(...Array(4096).fill(0))],
  ])('%s', async (_, content) => {
    const { exit, report } = await jsonIn(folderOf({ 'a.pdf': content }), ['verify', 'a.pdf'])
    expect(exit).toBe(3)
    expect(report.diagnostics.map((d) => d.code)).toEqual(['verify-failed'])
  })
})

describe('raw texts to import', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'file-empty'],
    ['a .docx', bytes(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), 'file-binary'],
    ['UTF-16 without its mark', utf16('市直机关\n', 'le', false), 'encoding-unsupported'],
  ])('%s', (_, content, code) =>
    check({ files: { 'a.txt': content }, argv: ['import', 'a.txt'], codes: [code], exit: 1 }),
  )
})
