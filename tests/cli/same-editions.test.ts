// Every edition has the same bytes wherever and whenever it is built: the program is run as users run it, in two places
// that differ in all that could slip in.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { compile, runBuilt } from './built-program.ts'

const FILES: readonly (readonly [string, string])[] = [
  [
    'book.yaml',
    'title: 年鉴\nvolume: 2003\ndate: 2003-12-01\ncreators: [某办公室]\nparts:\n  - title: 概况\n    chapters: [Ä.yaml, z/b.yaml, z/a.yaml]\n',
  ],
  ['Ä.yaml', 'title: 地理\nsections:\n  - heading: 位置\n    body: 东临渤海，{拼音|潍|wéi}水北流。\n'],
  ['z/a.yaml', 'title: 人口\nsections:\n  - body: 2002年末，全市850.5万人。\n'],
  ['z/a.log.yaml', 'changes: []\n'],
  ['z/b.yaml', 'title: 气候\nsections:\n  - body: 年均气温12 ℃。\n'],
  ['house.yaml', 'extends: yearbook-vertical\nname: 竖排\npress: { signature: 8 }\n'],
]

interface Surroundings {
  readonly order: (files: typeof FILES) => typeof FILES
  readonly env: Readonly<Record<string, string>>
  /** Folder the program is run from, seen from that of the book. */
  readonly cwd: string
  readonly time: Date
}

/** Hashes of what is built, by name. */
function builtIn({ order, env, cwd, time }: Surroundings): Readonly<Record<string, string>> {
  const root = mkdtempSync(join(tmpdir(), 'banxin-same-'))
  for (const [name, text] of order(FILES)) {
    const path = join(root, 'deep/book', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    utimesSync(path, time, time)
  }
  const from = join(root, 'deep/book', cwd)
  const seen = (name: string): string => join(root, 'deep/book', name).slice(from.length + 1)
  const argv = ['build', seen('book.yaml'), '-l', seen('house.yaml'), '-l', 'yearbook']
  const editions = ['--for', 'screen,press,press:x-1a,archive,archive:2a,archive:2u,archive:2b']
  const { exit, stderr } = runBuilt(from, [...argv, ...editions, '-o', join(root, 'out/')], env)
  if (exit !== 0) throw new Error(stderr)
  const hash = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(join(root, 'out', name)))
      .digest('hex')
  return Object.fromEntries(
    readdirSync(join(root, 'out'))
      .sort()
      .map((name) => [name, hash(name)]),
  )
}

test('every edition, in another place, time zone, locale, order of files and year', () => {
  compile()
  const here = builtIn({
    order: (files) => files,
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
    cwd: '.',
    time: new Date('2003-12-01'),
  })
  const there = builtIn({
    order: (files) => files.toReversed(),
    env: { TZ: 'Pacific/Honolulu', LANG: 'sv_SE.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/nowhere' },
    cwd: '../..',
    time: new Date('2024-02-29'),
  })
  expect(Object.keys(here)).toHaveLength(14)
  expect(there).toEqual(here)
  expect(new Set(Object.values(here)).size).toBe(14)
})
