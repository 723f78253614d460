// Every example of docs/errors.md is a message the program gives: each code is provoked here, and what is printed is
// held against what the page shows. Numbers may differ, and … stands for anything.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '../../src/core/index.ts'
import { gbk, restrictedFont } from '../bad-input/specimens.ts'
import { CHAPTER, type Contents, folderOf, jsonIn } from '../cli/support.ts'
import { asPressFile, firstPages, withBoxes } from '../impose/books.ts'

interface Slip {
  readonly files: Contents
  readonly argv?: readonly string[]
}

const chapter = (content: string | Uint8Array): Slip => ({ files: { 'a.yaml': content } })
const inBody = (text: string): Slip =>
  chapter(`title: 甲\nsections:\n  - heading: 乙\n    body: |\n      ${text}\n`)
const inEntry = (keys: string): Slip =>
  chapter(`title: 甲\nsections:\n  - heading: 乙\n${keys}\n    body: 丙\n`)
const inLayout = (keys: string, files: Contents = { 'a.yaml': CHAPTER }): Slip => ({
  files: { 'l.yaml': `extends: yearbook\n${keys}\n`, ...files },
  argv: ['build', 'a.yaml', '-l', 'l.yaml'],
})
const forPress = (keys: string, files: Contents = {}): Slip => ({
  files: { 'l.yaml': `extends: yearbook\n${keys}\n`, 'a.yaml': CHAPTER, ...files },
  argv: ['build', 'a.yaml', '-l', 'l.yaml', '--for', 'press', '--date', '2003-12-01'],
})
/** As far as imposing looks. */
const encrypted = (pdf: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(pdf)
      .toString('latin1')
      .replace(/trailer\n<</, 'trailer\n<<\n/Encrypt << /Filter /Standard >>'),
    'latin1',
  )
/** An ICC profile of a screen, as far as it is looked at. */
function screenProfile(): Uint8Array {
  const bytes = Buffer.alloc(160)
  bytes.writeUInt32BE(160, 0)
  bytes.writeUInt32BE(1, 128)
  bytes.writeUInt32BE(144, 136)
  bytes.writeUInt32BE(16, 140)
  bytes.writeUInt8(2, 8)
  bytes.write('mntrRGB ', 12, 'latin1')
  bytes.write('acsp', 36, 'latin1')
  return bytes
}
const raw = (text: string, ...options: readonly string[]): Slip => ({
  files: { 'a.txt': text },
  argv: ['import', 'a.txt', ...options],
})
const book = (path: string): Slip => ({
  files: {
    'content/weifang/book.yaml': `title: 书\nparts:\n  - chapters: [${path}]\n`,
    'content/other/sport.yaml': CHAPTER,
  },
  argv: ['build', 'content/weifang/book.yaml'],
})
const built = (...more: readonly string[]): Slip => ({
  files: { 'a.yaml': CHAPTER, 'b.yaml': CHAPTER.replace('首批', '首次'), 'out/.keep': '' },
  argv: ['verify', 'out/book.pdf', ...more],
})

const FONT = 'faces: { song: fonts/my-song.otf }'
const PRIVATE = '帮扶救\ue008助、优'
const DAMAGED = Buffer.concat([Buffer.from(`${CHAPTER}${'#\n'.repeat(4)}# `), Buffer.from([0xc4, 0x20])])
/** title: 中國工作的人， */
const BIG5 = Buffer.from('7469746c653a20a4a4b0eaa475a740aabaa448a1410a', 'hex')

const imposed = (pdf: Uint8Array, ...options: readonly string[]): Slip => ({
  files: { 'a.pdf': pdf },
  argv: ['impose', 'a.pdf', '--scheme', 'signature', ...options],
})
const [six, eight] = [await firstPages('horizontal', 6), await firstPages('horizontal', 8)]
const [unlike, bare, forPressing] = await Promise.all([
  withBoxes(eight, { TrimBox: [9, 9, 209, 309] }, (page) => page > 6),
  withBoxes(eight, { TrimBox: undefined, BleedBox: undefined }),
  asPressFile(eight),
])

const SLIPS: Readonly<Record<DiagnosticCode, readonly Slip[]>> = {
  'file-missing': [book('sport.yaml')],
  'file-unreadable': [{ ...book('sport.yaml'), argv: ['build', 'content/weifang'] }],
  'file-empty': [chapter('')],
  'file-binary': [chapter('%PDF-1.7\n')],
  'encoding-unsupported': [chapter(DAMAGED), chapter(BIG5)],
  'encoding-decoded': [chapter(gbk())],
  'control-character': [chapter(CHAPTER.replace('首批', '首\u0008批')), inBody('丙\u200b')],
  'path-outside': [book('../other/sport.yaml')],
  'yaml-syntax': [
    chapter('title: 甲\nsections:\n  - body: |\n        丙\n      丁\n'),
    chapter('title: "甲\n'),
  ],
  'yaml-alias': [inEntry('    id: *a')],
  'duplicate-key': [inEntry('    body: 丁')],
  'unknown-key': [chapter(CHAPTER.replace('heading:', 'headng:'))],
  'missing-key': [chapter(CHAPTER.replace(/^title.*\n/, ''))],
  'wrong-type': [
    chapter(CHAPTER.replace('[刘英杰]', '刘英杰')),
    inLayout('composition: { justification: [grid] }'),
  ],
  'bad-value': [inLayout('direction: vertcal')],
  'bad-unit': [inLayout('type-area: { column-gap: 2 }')],
  'extends-cycle': [
    {
      files: { 'a.yaml': CHAPTER, 'layouts/a.yaml': 'extends: b\n', 'layouts/b.yaml': 'extends: a\n' },
      argv: ['build', 'a.yaml', '-l', 'a'],
    },
  ],
  'layout-missing': [{ ...chapter(CHAPTER), argv: ['build', 'a.yaml', '-l', 'yearbok'] }],
  'layout-impossible': [inLayout('trim: 185mm × 285mm')],
  'entry-empty': [chapter('title: 甲\nsections:\n  - heading: 体育\n  - { heading: 概况, body: 乙 }\n')],
  'heading-brackets': [
    chapter(CHAPTER.replace('理论武装工作\n', '【体育】\n')),
    chapter(CHAPTER.replace('role: 供稿, names: [刘英杰]', 'printed: （刘英杰供稿）')),
  ],
  'heading-repeated': [
    chapter('title: 甲\nsections:\n  - { heading: 概况, body: 乙 }\n  - { heading: 概况, body: 丙 }\n'),
  ],
  'credit-empty': [chapter(CHAPTER.replace(', names: [刘英杰]', ''))],
  'private-use': [inBody(PRIVATE)],
  'right-to-left': [inBody(`丙שלום丁`)],
  'markup-unknown': [inBody('{着中|丙}'), inBody('｛着重｜丙}'), inBody('{着重：丙}')],
  'markup-unclosed': [inBody('{着重|丙'), inBody('{着重|丙｝丁（{戊}）')],
  'markup-argument': [
    inBody('{字距:3em|丙}'),
    inBody('{语言|丙}'),
    inBody('{着重:1|丙}'),
    inBody('{均排:1.5em|张三李四}'),
  ],
  'markup-empty': [inBody('{着重|}'), inBody('{拼音|丙|}')],
  'markup-annotation': [inBody('{拼音|丙}'), inBody('{着重|丙|丁}')],
  'import-unsure': [raw('甲\n\n【乙】丙丁。\n（刘英杰）\n')],
  'import-unbalanced': [raw('甲\n\n【乙】丙“丁。\n')],
  'import-private-use': [raw(`甲\n\n【乙】${PRIVATE}。\n`)],
  'import-private-use-dropped': [raw(`甲\n\n【乙】${PRIVATE}。\n`, '--drop-private-use')],
  'font-missing': [inLayout(FONT)],
  'font-unreadable': [inLayout(FONT, { 'a.yaml': CHAPTER, 'fonts/my-song.otf': 'no font' })],
  'font-restricted': [inLayout(FONT, { 'a.yaml': CHAPTER, 'fonts/my-song.otf': restrictedFont() })],
  'glyph-missing': [inBody('丙𪛖')],
  'loose-line': [
    inBody(`${'丙'.repeat(60)}internationalization${'丁'.repeat(22)}${'internationalization'.repeat(1)}戊`),
    inBody(`${'丙'.repeat(23)}${'8'.repeat(49)}${'丁'.repeat(40)}`),
    inBody(`丙{拼音|丁|${'a'.repeat(160)}}戊`),
  ],
  'unbreakable-run': [
    inBody('1234567890'.repeat(12)),
    inBody(`{对照|${'中国共产党潍坊市委员会'.repeat(3)}|Chinese Communist Party of Weifang}`),
    inBody('{均排:40em|张三}'),
  ],
  'runt-line': [chapter(`title: 甲\nsections:\n  - body: 丙${'8'.repeat(42)}丁\n`)],
  'kinsoku-broken': [inBody('（'.repeat(300))],
  'annotation-crowded': [
    inBody(`${'丙'.repeat(40)}{行间|丁|${'注'.repeat(60)}}戊`),
    inLayout('type-area: { line-gap: 1/4em }', inBody('{着重|丙}').files),
    chapter(
      `title: 甲\nsections: [{ heading: 乙丙, form: cut-in, body: "${'丁'.repeat(18)}{行间|戊|${'注'.repeat(12)}}${'己'.repeat(60)}" }]\n`,
    ),
    inBody('{着重|{行间|丙|注}}'),
    chapter(
      `title: 甲\nsections: [{ heading: "{行间|乙丙|${'注'.repeat(9)}}", form: cut-in, body: ${'丁'.repeat(60)} }]\n`,
    ),
    inBody('{专名|潍坊}古称{拼音|潍州|wéi zhōu}，{着重|不得}擅改'.repeat(20)),
  ],
  'heading-overfull': [
    chapter(`title: ${'甲'.repeat(60)}\nsections: [{ body: ${'乙'.repeat(4000)} }]\n`),
    chapter(
      `title: 甲\nsections: [{ heading: ${'乙'.repeat(30)}, form: cut-in, body: ${'丙'.repeat(90)} }]\n`,
    ),
  ],
  'edition-date': [{ ...chapter(CHAPTER), argv: ['build', 'a.yaml', '--for', 'press,archive'] }],
  'edition-bleed': [forPress('name: 日志\nbleed: none')],
  'edition-signature': [
    {
      files: {
        'book.yaml': 'title: 书\nparts:\n  - chapters: [a.yaml]\n',
        'a.yaml': `title: 甲\nsections: [{ body: ${'乙'.repeat(4000)} }]\n`,
      },
      argv: ['build', 'book.yaml', '--for', 'press'],
    },
    { ...chapter(CHAPTER), argv: ['build', 'a.yaml', '--for', 'press'] },
  ],
  'profile-unusable': [forPress('press: { profile: isocoated.icc }', { 'isocoated.icc': screenProfile() })],
  'impose-source': [imposed(encrypted(eight))],
  'impose-sizes': [imposed(unlike)],
  'impose-sheet': [imposed(eight, '--sheet', '120x160mm')],
  'impose-boxes': [imposed(bare)],
  'impose-blank': [imposed(six)],
  'impose-left-out': [imposed(forPressing)],
  'verify-failed': [built('--against', 'b.yaml')],
  'verify-not-run': [built()],
  usage: [{ files: {}, argv: ['build', 'a.yaml', '--lay', 'x'] }],
  'output-unwritable': [{ files: { 'a.yaml': CHAPTER }, argv: ['build', 'a.yaml', '-o', 'out/book.pdf'] }],
}

const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

/** Examples of a code: the code spans of its line of gravity. */
function shownFor(code: string): { readonly gravity: string; readonly examples: readonly string[] } {
  const [, line = ''] = new RegExp(`^### \`${code}\`\\n\\n(.*)$`, 'm').exec(page) ?? []
  const [gravity = '', ...rest] = line.split(' · ')
  return { gravity, examples: rest.map((span) => span.replace(/^(`+) ?(.*?) ?\1$/, '$2')) }
}

/** What the program says of the slips. */
async function saidOf(code: DiagnosticCode): Promise<readonly { severity: string; message: string }[]> {
  const said = []
  for (const { files, argv = ['build', 'a.yaml'] } of SLIPS[code]) {
    const here = folderOf(files)
    if (argv[0] === 'verify') await jsonIn(here, ['build', 'a.yaml', '-o', 'out/book.pdf'])
    const { report } = await jsonIn(here, [...argv, '--lang', 'en'])
    said.push(...report.diagnostics.filter((d) => d.code === code))
  }
  return said
}

const asPattern = (example: string): RegExp =>
  new RegExp(
    `^${example
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\d+(?:\\\.\d+)?/g, '[\\d.]+'))
      .join('.+')}$`,
    'u',
  )

describe('docs/errors.md', () => {
  test.each(DIAGNOSTIC_CODES)(
    '%s is given as it is shown',
    async (code) => {
      const { gravity, examples } = shownFor(code)
      const said = await saidOf(code)
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples)
        expect(said.map(({ message }) => message)).toContainEqual(expect.stringMatching(asPattern(example)))
      for (const { severity } of said) expect(gravity).toContain(severity)
    },
    30_000,
  )
})
