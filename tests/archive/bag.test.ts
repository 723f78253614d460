// Bags made, damaged on purpose, and checked.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BagFiles,
  bagHasFailed,
  bagReportText,
  checkBag,
  listedPaths,
  makeBag,
  payloadFaults,
  readerOf,
  TAG_FILES,
} from '../../src/archive/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const PAYLOAD: BagFiles = new Map([
  ['data/b/乙.yaml', bytes('乙')],
  ['data/a.txt', bytes('a')],
  ['data/a-b.txt', bytes('ab')],
])
const BAG = makeBag(PAYLOAD, [['Source-Organization', '方志\n出版社']])

/** The bag with files put in or taken out. */
const changed = (changes: Readonly<Record<string, string | Uint8Array | undefined>>, of = BAG): BagFiles => {
  const bag = new Map(of)
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) bag.delete(path)
    else bag.set(path, typeof content === 'string' ? bytes(content) : content)
  }
  return bag
}
const textIn = (path: string, bag = BAG): string => new TextDecoder().decode(bag.get(path))

/** What a check finds: id, fault and file. */
const found = (bag: BagFiles): readonly string[] =>
  checkBag(readerOf(bag)).flatMap(({ id, findings }) =>
    findings.map(({ fault, path }) => `${id} ${fault} ${path}`),
  )
const statusOf = (bag: BagFiles): Readonly<Record<string, string>> =>
  Object.fromEntries(checkBag(readerOf(bag)).map(({ id, status }) => [id, status]))

describe('a bag', () => {
  test('has the files and lines RFC 8493 asks for', () => {
    expect([...BAG.keys()]).toEqual([...TAG_FILES, 'data/a-b.txt', 'data/a.txt', 'data/b/乙.yaml'])
    expect(textIn('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(textIn('bag-info.txt')).toBe(
      'Source-Organization: 方志 出版社\nBag-Size: 0.0 MB\nPayload-Oxum: 6.3\n',
    )
    expect(textIn('manifest-sha256.txt').split('\n')[1]).toBe(
      // printf a | sha256sum
      'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  data/a.txt',
    )
    const tags = textIn('tagmanifest-sha512.txt').trim().split('\n')
    expect(tags.map((line) => line.replace(/^[0-9a-f]{128} {2}/, ''))).toEqual(TAG_FILES.slice(0, 4).sort())
  })

  test('is the same in whatever order files come, and valid, whatever they hold and are called', () => {
    const step = fc.stringMatching(/^[a-z0-9一-龥%_-]{1,8}$/)
    const path = fc.array(step, { minLength: 1, maxLength: 3 }).map((steps) => `data/${steps.join('/')}.x`)
    const files = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 20 })), { selector: ([p]) => p })
    fc.assert(
      fc.property(files, (rows) => {
        const bag = makeBag(new Map(rows), [])
        expect([...makeBag(new Map([...rows].reverse()), [])]).toEqual([...bag])
        expect(bagHasFailed(checkBag(readerOf(bag)))).toBe(false)
      }),
    )
  })

  test('writes CR, LF and % as escapes, and nothing else', () => {
    const odd = makeBag(new Map([['data/a%0A\n\r 乙.txt', bytes('x')]]), [])
    expect(textIn('manifest-sha256.txt', odd)).toMatch(/ {2}data\/a%250A%0A%0D 乙\.txt\n$/)
    expect(found(odd)).toEqual([])
    // Other tools leave the percent sign as it is.
    const plain = makeBag(new Map([['data/50%25.txt', bytes('x')]]), [])
    const written = textIn('manifest-sha256.txt', plain).replace('%2525', '%25')
    expect(found(changed({ 'manifest-sha256.txt': written }, plain))).toEqual([
      'checksums changed manifest-sha256.txt',
    ])
  })

  test.each(['a.txt', 'data/../a', 'data//a', 'data/./a', 'data\\a', '/data/a', 'data/a\0'])(
    'is not made of %j',
    (path) => {
      expect(() => makeBag(new Map([[path, bytes('')]]), [])).toThrow(RangeError)
    },
  )

  test('whose names may get lost is warned of', () => {
    const faults = payloadFaults([
      'data/A.txt',
      'data/a.txt',
      'data/aux.yaml',
      'data/e\u0301',
      'data/b',
      'data/x\\y',
    ])
    expect(faults.map(({ severity, message }) => `${severity} ${message.en}`)).toEqual([
      'warning the file name `data/a.txt` is unfit for the bag: it differs from `data/A.txt` in case or normalisation only',
      'warning the file name `data/aux.yaml` is unfit for the bag: Windows has no such file names',
      'warning the file name `data/e\u0301` is unfit for the bag: it is not in Unicode NFC',
      'error the file name `data/x\\y` is unfit for the bag: folders are parted by `/`, not `\\`',
    ])
  })
})

describe('a check', () => {
  test('passes a sound bag', () => {
    expect(statusOf(BAG)).toEqual({
      declaration: 'passed',
      oxum: 'passed',
      complete: 'passed',
      checksums: 'passed',
    })
  })

  test.each([
    ['a changed file', { 'data/a.txt': 'b' }, ['checksums changed data/a.txt']],
    [
      'a longer file',
      { 'data/a.txt': 'aa' },
      ['oxum malformed bag-info.txt', 'checksums changed data/a.txt'],
    ],
    [
      'a missing file',
      { 'data/a.txt': undefined },
      ['oxum malformed bag-info.txt', 'complete missing data/a.txt'],
    ],
    ['an extra file', { 'data/c.txt': '' }, ['oxum malformed bag-info.txt', 'complete extra data/c.txt']],
    [
      'a hidden extra file',
      { 'data/.DS_Store': '' },
      ['oxum malformed bag-info.txt', 'complete extra data/.DS_Store'],
    ],
    ['a renamed file', { 'data/a.txt': undefined, 'data/A.txt': 'a' }, ['complete renamed data/a.txt']],
    ['a moved file', { 'data/a.txt': undefined, 'data/b/a.txt': 'a' }, ['complete renamed data/a.txt']],
    ['an extra tag file', { 'notes.txt': '' }, ['complete extra notes.txt']],
    ['a changed tag file', { 'bag-info.txt': 'Payload-Oxum: 6.3\n' }, ['checksums changed bag-info.txt']],
    [
      'a fetch.txt',
      { 'fetch.txt': 'https://example.org/a 1 data/a.txt\n' },
      ['complete bad-path fetch.txt', 'complete extra fetch.txt'],
    ],
    ['a manifest lost', { 'manifest-sha256.txt': undefined }, ['complete missing manifest-sha256.txt']],
    [
      'no declaration',
      { 'bagit.txt': undefined },
      ['declaration malformed bagit.txt', 'complete missing bagit.txt'],
    ],
  ] as const)('names %s', (_, changes, findings) => {
    expect(found(changed(changes))).toEqual(findings)
  })

  test('names several faults at once', () => {
    const bag = changed({
      'data/a.txt': 'x',
      'data/b/乙.yaml': undefined,
      'data/乙.yaml': '乙',
      'data/new': '1',
    })
    expect(found(bag)).toEqual([
      'oxum malformed bag-info.txt',
      'complete renamed data/b/乙.yaml',
      'complete extra data/new',
      'checksums changed data/a.txt',
    ])
    const report = bagReportText(checkBag(readerOf(bag)), 'zh')
    expect(report).toContain('data/b/乙.yaml：被改名为 `data/乙.yaml`')
    expect(report).toContain('data/a.txt：已改动，与 manifest-sha256.txt、manifest-sha512.txt 不符')
    expect(report).toMatch(/共4项：通过1，不通过3，未执行0$/)
  })

  test('names a file that one of two manifests does not list, and whom the change of a manifest deceives', () => {
    const short = textIn('manifest-sha256.txt').split('\n').slice(1).join('\n')
    expect(found(changed({ 'manifest-sha256.txt': short }))).toEqual([
      'complete unlisted data/a-b.txt',
      'checksums changed manifest-sha256.txt',
    ])
  })

  test.each([
    ['\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'byte order mark'],
    ['BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n', 'version is 0.97'],
    ['BagIt-Version: 1.0\nTag-File-Character-Encoding: GB18030\n', 'tag files in GB18030'],
    ['BagIt-Version: 1.0\n', 'not the two lines'],
    ['BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n', 'not the two lines'],
    ['BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nMore: 1\n', 'not the two lines'],
  ])('of the declaration %j', (declaration, said) => {
    const [check] = checkBag(readerOf(changed({ 'bagit.txt': declaration })))
    expect(check?.findings.map(({ message }) => message.en).join()).toContain(said)
  })

  test('of tag files that are not UTF-8', () => {
    const gbk = new Uint8Array([0xb7, 0xbd, 0xd6, 0xbe])
    const bag = changed({ 'bagit.txt': gbk, 'bag-info.txt': gbk, 'manifest-sha256.txt': gbk })
    expect(found(bag)).toEqual([
      'declaration malformed bagit.txt',
      'oxum malformed bag-info.txt',
      'complete malformed manifest-sha256.txt',
      'complete unlisted data/a-b.txt',
      'complete unlisted data/a.txt',
      'complete unlisted data/b/乙.yaml',
      'checksums changed bag-info.txt',
      'checksums changed bagit.txt',
      'checksums changed manifest-sha256.txt',
    ])
  })

  test.each(['../a', '/etc/passwd', '~/a', 'data/../../a', 'a.txt', 'data\\a', 'C:/a', '*data/a.txt'])(
    'of the path %j, which it does not follow',
    (path) => {
      const more = `${textIn('manifest-sha256.txt')}${'0'.repeat(64)}  ${path}\n`
      const findings = found(changed({ 'manifest-sha256.txt': more }))
      expect(findings).toEqual([`complete bad-path ${path}`, 'checksums changed manifest-sha256.txt'])
    },
  )

  test('of links and things that are no files', () => {
    const reader = readerOf(BAG)
    const entries = [
      ...reader.entries.filter(({ path }) => path !== 'data/a.txt'),
      { path: 'data/a.txt', kind: 'link', size: 1 } as const,
      { path: 'data/pipe', kind: 'other', size: 0 } as const,
    ]
    const complete = checkBag({ ...reader, entries }).find(({ id }) => id === 'complete')
    expect(complete?.findings.map(({ fault, path }) => `${fault} ${path}`)).toEqual([
      'bad-path data/a.txt',
      'bad-path data/pipe',
      'missing data/a.txt',
    ])
  })

  test('shows no control character', () => {
    const report = bagReportText(checkBag(readerOf(changed({ 'data/\u001b[2J': '' }))), 'en')
    expect(report).toContain('data/\\u001b[2J: extra')
  })
})

describe('bags of others', () => {
  /** A bag without tag manifests. */
  const plain = (manifest: string, more: Readonly<Record<string, string>> = {}): BagFiles =>
    new Map(
      Object.entries({
        'bagit.txt': 'BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n',
        'data/a.txt': 'a',
        ...more,
        ...(manifest && { 'manifest-md5.txt': manifest }),
      }).map(([path, text]) => [path, bytes(text)]),
    )
  // printf a | md5sum
  const MD5 = '0cc175b9c0f1b6a831c399e269772661'

  // RFC 8493, 4.1: one blank between checksum and path, md5, no bag-info.txt, no tag manifest.
  test.each([
    `${MD5} data/a.txt\n`,
    `${MD5.toUpperCase()}\tdata/a.txt\r\n`,
    `${MD5}  data/a.txt\r`,
    `${MD5} data/a.txt`,
  ])('with the manifest %j are valid', (manifest) => {
    expect(statusOf(plain(manifest))).toEqual({
      declaration: 'passed',
      oxum: 'not-run',
      complete: 'passed',
      checksums: 'passed',
    })
  })

  test('with an empty payload are valid; without a manifest they are none', () => {
    const empty = changed({ 'data/a.txt': undefined, 'manifest-sha512.txt': '' }, plain(''))
    expect(found(empty)).toEqual([])
    expect(found(plain(''))).toContain('complete missing manifest-sha512.txt')
    expect(statusOf(plain(''))).toMatchObject({ checksums: 'not-run' })
  })

  test('with a manifest nobody can check are not passed', () => {
    expect(found(plain(`${MD5} data/a.txt\n`, { 'manifest-crc32.txt': '00 data/a.txt\n' }))).toEqual([
      'complete malformed manifest-crc32.txt',
    ])
  })

  test('with lines that are none, or twice the same', () => {
    expect(found(plain(`${MD5} data/a.txt\n${MD5} data/a.txt\nhello\n`))).toEqual([
      'complete malformed manifest-md5.txt',
      'complete malformed manifest-md5.txt',
    ])
  })

  // RFC 8493, 2.2.2: values may go on in lines that begin with a blank.
  test('with a long bag-info.txt', () => {
    const info = [
      'Source-Organization: FOO University',
      'External-Description: Uncompressed greyscale TIFF images from the',
      '     FOO papers: colle...',
      'Bagging-Date: 2008-01-15',
      'payload-oxum: 1.1',
      '',
    ].join('\r\n')
    expect(statusOf(plain(`${MD5} data/a.txt\n`, { 'bag-info.txt': info }))).toMatchObject({ oxum: 'passed' })
    const twice = `${info}Payload-Oxum: 1.1\n`
    expect(statusOf(plain(`${MD5} data/a.txt\n`, { 'bag-info.txt': twice }))).toMatchObject({
      oxum: 'failed',
    })
  })
})

test('what a bag lists', () => {
  expect([...listedPaths(readerOf(changed({ 'data/c': '', 'x.txt': '' })))].sort()).toEqual(
    [...BAG.keys()].sort(),
  )
})
