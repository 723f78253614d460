// Books packed, checked, damaged on the disk, and rebuilt.

import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BagFiles, makeBag } from '../../src/archive/index.ts'
import { shippedBytes } from '../support/fonts.ts'
import { compile, runBuilt } from './built-program.ts'
import { CHAPTER, filesIn, folderOf, jsonIn, runIn } from './support.ts'

const BOOK = {
  'book/book.yaml': `title: 某市年鉴
volume: 2003
publisher: 方志出版社
date: 2003-12-01
parts:
  - title: 类目
    chapters: [chapters/a.yaml, chapters/b.yaml]
`,
  'book/chapters/a.yaml': CHAPTER,
  'book/chapters/a.log.yaml': 'raw: a.txt\nrules: {}\nchanges: []\n',
  'book/chapters/b.yaml':
    'title: 大事记\nsections:\n  - body: 一月，无题。\n  - { heading: 二月, body: 有题。 }\n',
  'book/chapters/unused.yaml': 'not read',
  'book/layouts/small.yaml': 'extends: ../shared/base.yaml\nchapter: { start: new-page }\n',
  'book/shared/base.yaml': 'extends: yearbook\nname: 小样\ncomposition: { hanging: true }\n',
}

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')

/** Every file of a folder with its bytes. */
const contentsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]))

/** Rows of a check by id. */
async function checked(folder: string, ...more: readonly string[]) {
  const { exit, report } = await jsonIn(folder, ['pack', '--check', 'bag', ...more])
  const rows: readonly {
    id: string
    status: string
    detail: string
    findings: { message: string; path?: string; fault?: string }[]
  }[] = report['checks']
  return {
    exit,
    status: Object.fromEntries(rows.map(({ id, status }) => [id, status])),
    findings: rows.flatMap(({ id, findings }) =>
      findings.map(({ fault, path, message }) => `${id} ${fault ?? ''} ${path ?? message}`),
    ),
    messages: rows.flatMap(({ findings }) => findings.map(({ message }) => message)),
    detail: Object.fromEntries(rows.map(({ id, detail }) => [id, detail])),
    codes: report.diagnostics.map(({ code }) => code),
  }
}

/** A copy of a bag, to be damaged. */
function copyOf(bag: string): string {
  const here = folderOf()
  cpSync(bag, join(here, 'bag'), { recursive: true })
  return here
}

/** A bag whose manifests agree with what has been done to its payload. */
function resealed(here: string): void {
  const bag = join(here, 'bag')
  const payload: BagFiles = new Map(
    filesIn(bag)
      .filter((path) => path.startsWith('data/'))
      .map((path) => [path, new Uint8Array(readFileSync(join(bag, path)))]),
  )
  rmSync(bag, { recursive: true })
  for (const [path, bytes] of makeBag(payload, [])) {
    mkdirSync(join(bag, path, '..'), { recursive: true })
    writeFileSync(join(bag, path), bytes)
  }
}

const here = folderOf(BOOK)
const bag = join(here, 'bag')

beforeAll(async () => {
  const layouts = ['-l', 'small', '-l', 'yearbook-vertical']
  const argv = ['pack', 'book/book.yaml', '-o', 'bag/', ...layouts, '--for', 'screen']
  // Without a clock there is no progress to show.
  const { exit, stderr } = await runIn(here, argv, { now: () => 0 })
  expect({ exit, stderr: stderr.replace(/\d+ KB/, 'n KB') }).toEqual({
    exit: 0,
    stderr: 'bag/: a bag of 26 files, n KB, every edition proven\n',
  })
})

describe('a bag', () => {
  test('holds editions, manuscript, layouts, records, reports and what a rebuild needs', () => {
    expect(filesIn(bag)).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/build.json',
      'data/editions/book-small.pdf',
      'data/editions/book-yearbook-vertical.pdf',
      'data/fonts.json',
      'data/layout/own/layouts/small.yaml',
      'data/layout/own/shared/base.yaml',
      'data/layout/shipped/yearbook-vertical.yaml',
      'data/layout/shipped/yearbook.yaml',
      'data/licences/banxin.txt',
      'data/licences/lxgw-wenkai.txt',
      'data/licences/noto-sans-sc.txt',
      'data/licences/noto-serif-sc.txt',
      'data/metadata/dc.xml',
      'data/records/entries.jsonl',
      'data/reports/book-small.json',
      'data/reports/book-yearbook-vertical.json',
      'data/source/book.yaml',
      'data/source/chapters/a.log.yaml',
      'data/source/chapters/a.yaml',
      'data/source/chapters/b.yaml',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ])
  })

  test('says in bag-info.txt whose it is; the date is that of the book', () => {
    expect(read(bag, 'bag-info.txt')).toMatch(
      /^Source-Organization: 方志出版社\nExternal-Description: 某市年鉴 2003\nBagging-Date: 2003-12-01\nBag-Software-Agent: banxin [\d.]+\nBag-Size: 0\.\d MB\nPayload-Oxum: \d+\.20\n$/,
    )
  })

  test('has the place of every entry, with a heading or without', () => {
    const rows = read(bag, 'data/records/entries.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map(({ id, page, pdfPage }) => [id, page, pdfPage])).toEqual([
      ['1-1', 1, 1],
      ['1-2', 1, 1],
      ['2-1', 2, 2],
      ['2-2', 2, 2],
    ])
    expect(rows[2].places).toEqual([
      { layout: 'small', page: 2, pdfPage: 2, column: 1 },
      { layout: 'yearbook-vertical', page: 1, pdfPage: 1, column: expect.any(Number) },
    ])
  })

  test('names fonts with hashes, licences and characters, and what each check said', () => {
    const { fonts } = JSON.parse(read(bag, 'data/fonts.json'))
    const kai = fonts.find(({ family }: { family: string }) => family.includes('WenKai'))
    expect(kai).toMatchObject({
      from: 'program',
      licence: 'OFL-1.1',
      licenceText: 'data/licences/lxgw-wenkai.txt',
    })
    expect(kai.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(kai.characters).toContain('英')
    expect(read(bag, 'data/licences/noto-serif-sc.txt')).toContain('SIL OPEN FONT LICENSE')
    const report = JSON.parse(read(bag, 'data/reports/book-small.json'))
    expect(report).toMatchObject({
      edition: 'book-small.pdf',
      failed: [],
      by: { banxin: expect.any(String) },
    })
    expect(report.passed).toContain('text')
  })

  test('is valid and makes its own editions again', async () => {
    const { exit, status, findings } = await checked(here)
    expect(findings).toEqual([])
    expect(exit).toBe(0)
    expect(status).toEqual({
      declaration: 'passed',
      oxum: 'passed',
      complete: 'passed',
      checksums: 'passed',
      recipe: 'passed',
      fonts: 'passed',
      'edition:data/editions/book-small.pdf': 'passed',
      'edition:data/editions/book-yearbook-vertical.pdf': 'passed',
      records: 'passed',
      metadata: 'passed',
    })
  })

  test('needs nothing of where it was made', async () => {
    const elsewhere = copyOf(bag)
    expect((await checked(elsewhere)).exit).toBe(0)
    const { stdout } = await runIn(join(elsewhere, 'bag'), ['pack', '--check', '.', '--lang', 'zh'])
    expect(stdout).toMatch(/^通过 {4}包的声明：BagIt 1.0，UTF-8\n/)
    expect(stdout).toMatch(/共10项：通过10，不通过0，未执行0\n$/)
  })

  test.each(['sha256', 'sha512'])('agrees with %ssum', (sum) => {
    for (const manifest of ['manifest', 'tagmanifest'])
      execFileSync(`${sum}sum`, ['--check', '--strict', '--quiet', `${manifest}-${sum}.txt`], { cwd: bag })
  })

  // https://github.com/LibraryOfCongress/bagit-python; `BANXIN_BAGIT` may say where it is.
  const validator = process.env['BANXIN_BAGIT'] ?? 'bagit.py'
  test.skipIf(spawnSync(validator, ['--version']).status !== 0)('agrees with bagit-python', () => {
    const { status, stderr } = spawnSync(validator, ['--validate', bag], { encoding: 'utf8' })
    expect({ status, end: stderr.trimEnd().split('\n').at(-1) }).toMatchObject({
      status: 0,
      end: /is valid$/,
    })
  })
})

describe('damage on the disk is found and named', () => {
  const pdf = 'data/editions/book-small.pdf'

  test.each([
    ['a changed byte', (at: string) => flip(join(at, pdf)), [`checksums changed ${pdf}`]],
    [
      'a missing file',
      (at: string) => rmSync(join(at, pdf)),
      ['oxum malformed bag-info.txt', `complete missing ${pdf}`],
    ],
    [
      'an extra file',
      (at: string) => writeFileSync(join(at, 'data/source/.DS_Store'), 'x'),
      ['oxum malformed bag-info.txt', 'complete extra data/source/.DS_Store'],
    ],
    [
      'a renamed file',
      (at: string) => renameSync(join(at, pdf), join(at, 'data/editions/书.pdf')),
      [`complete renamed ${pdf}`],
    ],
    [
      'a link that leads out of the bag',
      (at: string) => {
        rmSync(join(at, 'data/source/book.yaml'))
        symlinkSync(join(here, 'book/book.yaml'), join(at, 'data/source/book.yaml'))
      },
      [
        'oxum malformed bag-info.txt',
        'complete bad-path data/source/book.yaml',
        'complete missing data/source/book.yaml',
      ],
    ],
    [
      'a linked folder',
      (at: string) => {
        rmSync(join(at, 'data/source/chapters'), { recursive: true })
        symlinkSync(join(here, 'book/chapters'), join(at, 'data/source/chapters'))
      },
      [
        'oxum malformed bag-info.txt',
        'complete bad-path data/source/chapters',
        'complete missing data/source/chapters/a.log.yaml',
        'complete missing data/source/chapters/a.yaml',
        'complete missing data/source/chapters/b.yaml',
      ],
    ],
    [
      'a changed tag file',
      (at: string) => appendFileSync(join(at, 'bag-info.txt'), 'X: y\n'),
      ['checksums changed bag-info.txt'],
    ],
  ] as const)('%s', async (_, damage, expected) => {
    const elsewhere = copyOf(bag)
    damage(join(elsewhere, 'bag'))
    const { exit, findings, status, codes } = await checked(elsewhere)
    expect(findings).toEqual(expected)
    expect(exit).toBe(3)
    expect(codes).toEqual(['verify-failed', 'verify-not-run'])
    // What was not done does not read as done.
    expect(status).toMatchObject({ recipe: 'not-run', fonts: 'not-run', records: 'not-run' })
  })

  function flip(path: string): void {
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
})

describe('a bag whose checksums were made anew', () => {
  /** A bag changed and sealed again. */
  function changed(change: (bag: string) => void): string {
    const elsewhere = copyOf(bag)
    change(join(elsewhere, 'bag'))
    resealed(elsewhere)
    return elsewhere
  }
  const replace = (path: string, from: string | RegExp, to: string) => (at: string) =>
    writeFileSync(join(at, path), read(at, path).replace(from, to))

  test('is found out by the rebuild when its text was changed', async () => {
    const { exit, status, findings } = await checked(
      changed(replace('data/source/chapters/a.yaml', '23个', '32个')),
    )
    expect(exit).toBe(3)
    expect(status).toMatchObject({ checksums: 'passed', records: 'failed', metadata: 'passed' })
    expect(findings).toContain('edition:data/editions/book-small.pdf differs data/editions/book-small.pdf')
  })

  test('or its records', async () => {
    const { status } = await checked(changed(replace('data/records/entries.jsonl', '刘英杰', '刘英俊')))
    expect(status).toMatchObject({ records: 'failed', 'edition:data/editions/book-small.pdf': 'passed' })
  })

  test('or a PDF was put with its editions', async () => {
    const elsewhere = changed((at) => writeFileSync(join(at, 'data/editions/more.pdf'), ''))
    expect((await checked(elsewhere)).findings).toEqual(['recipe  data/editions/more.pdf'])
  })

  test('or its manuscript no longer reads', async () => {
    const { status, messages } = await checked(changed(replace('data/source/book.yaml', 'parts', 'prats')))
    expect(status).toMatchObject({ 'edition:data/editions/book-small.pdf': 'failed', records: 'failed' })
    expect(messages.join()).toContain('prats')
  })

  test('another version of the program or a library is named as the reason', async () => {
    const elsewhere = changed((at) => {
      replace('data/build.json', /"version": "[\d.]+"/, '"version": "0.0.9"')(at)
      replace('data/build.json', /"fflate": "[\d.]+"/, '"fflate": "0.7.0"')(at)
      appendFileSync(join(at, 'data/editions/book-small.pdf'), '\n')
    })
    const { detail, messages } = await checked(elsewhere)
    expect(detail['recipe']).toMatch(/^made with banxin 0\.0\.9; here is /)
    expect(messages).toEqual([
      expect.stringMatching(/^data\/editions\/book-small\.pdf: differs from byte \d+ on/),
      expect.stringMatching(/^made with banxin 0\.0\.9; here is /),
      expect.stringMatching(/^made with fflate 0\.7\.0; here is /),
    ])
  })

  test('another font file is named', async () => {
    const elsewhere = changed(replace('data/fonts.json', /"sha256": "[0-9a-f]{4}/, '"sha256": "0000'))
    const { status, messages } = await checked(elsewhere)
    expect(status).toMatchObject({ fonts: 'failed', 'edition:data/editions/book-small.pdf': 'passed' })
    expect(messages[0]).toMatch(/^the font .+ is another file here/)
  })

  test('leads nowhere outside', async () => {
    const out = 'extends: ../../../../../book/shared/base.yaml\n'
    const outside = await checked(
      changed((at) => writeFileSync(join(at, 'data/layout/own/layouts/small.yaml'), out)),
    )
    expect(outside.messages.join()).toContain('it lies outside the bag')
    const moved = replace(
      'data/build.json',
      '"moved": {}',
      '"moved": { "data/source/book.yaml": "data/fonts.json" }',
    )
    expect((await checked(changed(moved))).status).toMatchObject({ recipe: 'failed', fonts: 'not-run' })
  })

  test('without a recipe is no bag of ours', async () => {
    const { status } = await checked(changed((at) => rmSync(join(at, 'data/build.json'))))
    expect(status).toMatchObject({
      complete: 'passed',
      recipe: 'failed',
      'edition:data/editions/book-small.pdf': 'not-run',
    })
  })
})

test('the same bytes in another time zone, locale, folder and order of files', () => {
  compile()
  const reversed = folderOf(Object.fromEntries(Object.entries(BOOK).reverse()))
  const layouts = ['-l', 'small', '-l', 'yearbook-vertical']
  const env = { TZ: 'Pacific/Apia', LC_ALL: 'zh_CN.GB18030', LANG: 'tr_TR.UTF-8' }
  const argv = ['pack', '../book.yaml', '-o', '../../out/bag', ...layouts, '--for', 'screen']
  const { exit, stderr } = runBuilt(join(reversed, 'book/chapters'), argv, env)
  expect({ exit, stderr: stderr.slice(0, 24) }).toEqual({
    exit: 0,
    stderr: '../../out/bag：存档包，26 个文件'.slice(0, 24),
  })
  expect(contentsOf(join(reversed, 'out/bag'))).toEqual(contentsOf(bag))
}, 60_000)

describe('fonts of your own', () => {
  /** Noto Sans SC with other embedding flags. */
  function fontWith(fsType: number): Uint8Array {
    const font = shippedBytes('hei').slice()
    const view = new DataView(font.buffer)
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + 16 * i
      // 'OS/2'
      if (view.getUint32(at) === 0x4f532f32) view.setUint16(view.getUint32(at + 8) + 8, fsType)
    }
    return font
  }

  test('go into the bag, by relative paths and by absolute ones', async () => {
    const place = folderOf({
      'a.yaml': CHAPTER,
      'design/l.yaml': `extends: yearbook\nfaces: { 宋: ../fonts/own.ttf, 黑: ABSOLUTE }\n`,
      'fonts/own.ttf': fontWith(0),
      'far/away.ttf': fontWith(0),
    })
    const far = join(place, 'far/away.ttf')
    writeFileSync(join(place, 'design/l.yaml'), read(place, 'design/l.yaml').replace('ABSOLUTE', far))
    const { exit, report } = await jsonIn(place, [
      'pack',
      'a.yaml',
      '-l',
      'design/l.yaml',
      '-o',
      'bag',
      '--for',
      'screen',
    ])
    expect({ exit, diagnostics: report.diagnostics }).toEqual({ exit: 0, diagnostics: [] })
    expect(filesIn(join(place, 'bag')).filter((path) => path.includes('/layout/'))).toEqual([
      'data/layout/moved/1/away.ttf',
      'data/layout/own/design/l.yaml',
      'data/layout/own/fonts/own.ttf',
      'data/layout/shipped/yearbook.yaml',
    ])
    const elsewhere = copyOf(join(place, 'bag'))
    rmSync(far)
    expect(await checked(elsewhere)).toMatchObject({ exit: 0, findings: [] })
    const { fonts } = JSON.parse(read(place, 'bag/data/fonts.json'))
    const own = fonts.find(({ from }: { from: string }) => from === 'bag')
    expect(own).toMatchObject({
      file: 'data/layout/moved/1/away.ttf',
      licence: expect.stringContaining('Open Font License'),
    })
  })

  test('that allow no copies stay out; the rebuild says that it needs them', async () => {
    const place = folderOf({
      'a.yaml': CHAPTER,
      'l.yaml': 'extends: yearbook\nfaces: { 宋: own.ttf }\n',
      'own.ttf': fontWith(4),
    })
    const { exit, report } = await jsonIn(place, [
      'pack',
      'a.yaml',
      '-l',
      'l.yaml',
      '-o',
      'bag',
      '--for',
      'screen',
    ])
    expect({ exit, codes: report.diagnostics.map(({ code }) => code) }).toEqual({
      exit: 0,
      codes: ['font-restricted'],
    })
    expect(existsSync(join(place, 'bag/data/layout/own/own.ttf'))).toBe(false)
    const without = await checked(place)
    expect(without.status).toMatchObject({ fonts: 'not-run', 'edition:data/editions/a-l.pdf': 'not-run' })
    expect(without.detail['fonts']).toContain('NotoSansSC-Regular')
    expect(without.codes).toEqual(['verify-not-run'])
    writeFileSync(join(place, 'other.otf'), fontWith(0))
    mkdirSync(join(place, 'kept/deep'), { recursive: true })
    renameSync(join(place, 'own.ttf'), join(place, 'kept/deep/renamed.ttf'))
    expect(await checked(place, '--fonts', 'kept')).toMatchObject({ exit: 0, findings: [] })
  })
})

describe('where a bag is written', () => {
  const argv = (...more: readonly string[]) => ['pack', 'a.yaml', '-o', 'bag', ...more]
  const files = { 'a.yaml': CHAPTER }

  test('must be empty', async () => {
    const place = folderOf({ ...files, 'bag/mine.txt': 'mine' })
    for (const more of [[], ['--force']]) {
      const { exit, stderr } = await runIn(place, argv(...more))
      expect({ exit, stderr: stderr.split('\n')[0] }).toEqual({
        exit: 2,
        stderr: 'error[usage]: the folder `bag` is not empty',
      })
    }
    expect(filesIn(place)).toEqual(['a.yaml', 'bag/mine.txt'])
    const file = folderOf({ ...files, bag: 'a file' })
    expect((await runIn(file, argv())).exit).toBe(4)
  })

  test('may be a bag of ours, when asked so, that holds nothing else', async () => {
    const place = folderOf(files)
    mkdirSync(join(place, 'bag'))
    expect((await runIn(place, argv())).exit).toBe(0)
    const before = contentsOf(join(place, 'bag'))
    expect((await runIn(place, argv())).stderr).toContain('there is a bag in `bag` already')
    expect((await runIn(place, argv('--force', '--date', '2004-01-01'))).exit).toBe(0)
    expect(read(place, 'bag/bag-info.txt')).toContain('Bagging-Date: 2004-01-01')
    expect((await runIn(place, argv('--force'))).exit).toBe(0)
    expect(contentsOf(join(place, 'bag'))).toEqual(before)
    writeFileSync(join(place, 'bag/data/notes.txt'), 'mine')
    const { exit, stderr } = await runIn(place, argv('--force'))
    expect(exit).toBe(2)
    expect(stderr).toContain('holds what it does not list: `data/notes.txt`')
    expect(filesIn(place).filter((path) => path.startsWith('.'))).toEqual([])
  })

  test('is left alone when the book has errors', async () => {
    const place = folderOf({ 'a.yaml': 'title: 甲\n' })
    expect((await runIn(place, argv())).exit).toBe(1)
    expect(filesIn(place)).toEqual(['a.yaml'])
  })

  test('is out/ by default', async () => {
    const place = folderOf(files)
    expect((await runIn(place, ['pack', 'a.yaml'])).exit).toBe(0)
    expect(existsSync(join(place, 'out/a-bag/bagit.txt'))).toBe(true)
  })
})

test.each([
  [['--check', '--force'], '`--force` does not go with `--check`'],
  [['--check', '-o', 'x'], '`--output` does not go with `--check`'],
  [['--fonts', 'x'], '`--fonts` wants `--check`'],
  [['--for', 'sky'], 'there is no edition `sky`'],
  [['--date', 'today'], '`today` is no date'],
  [['-l', 'yearbook', '-l', 'yearbook'], 'two layouts are called `yearbook`'],
])('%j is told as wrong usage', async (options, said) => {
  const { exit, stderr } = await runIn(here, ['pack', 'book/book.yaml', ...options])
  expect({ exit, said: stderr.includes(said) }).toEqual({ exit: 2, said: true })
})

test('a bag that is not there', async () => {
  const { exit, stderr } = await runIn(here, ['pack', '--check', 'nowhere'])
  expect({ exit, said: stderr.includes('there is no folder `nowhere`') }).toEqual({ exit: 1, said: true })
})
