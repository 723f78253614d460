import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packCollection } from '../support/collection.ts'
import { shippedBytes } from '../support/fonts.ts'
import { CHAPTER, filesIn, folderOf, jsonIn, runIn } from './support.ts'

const BOOK = `title: 潍坊年鉴
volume: 2003
date: 2003-12-01
layout: small
parts:
  - title: 中共潍坊市委
    chapters: [a.yaml]
`
const SMALL = 'extends: yearbook\ntype-area: { lines: 40 }\n'

const bytesOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'latin1')

/** The day a PDF bears in its metadata. */
const dateIn = (folder: string, path: string): string | undefined =>
  /CreateDate>([\d-]+)/.exec(bytesOf(folder, path))?.[1]

describe('build', () => {
  test('a chapter, by default with the yearbook layout into out/', async () => {
    const here = folderOf({ 'c/a.yaml': CHAPTER })
    const { exit, stdout, stderr } = await runIn(here, ['build', 'c/a.yaml'])
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' })
    expect(stderr).toMatch(/^out\/a-yearbook\.pdf: 1 page, 119 characters, \d+(\.\d)? KB, \d+\.\d s\n$/)
    expect(filesIn(here)).toEqual(['c/a.yaml', 'out/a-yearbook.pdf'])
  })

  test('says the same as JSON, and only that', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const { exit, report } = await jsonIn(here, [
      'build',
      'a.yaml',
      '-l',
      'yearbook',
      '-l',
      'yearbook-vertical',
    ])
    expect(exit).toBe(0)
    expect(report).toMatchObject({ ok: true, diagnostics: [] })
    expect(report['outputs']).toMatchObject([
      { path: 'out/a-yearbook.pdf', layout: 'yearbook', pages: 1, characters: 119 },
      { path: 'out/a-yearbook-vertical.pdf', layout: 'yearbook-vertical', pages: 1, characters: 119 },
    ])
    expect(report['outputs'][0].bytes).toBe(bytesOf(here, 'out/a-yearbook.pdf').length)
  })

  test('proves what it wrote, both directions, with --verify', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const argv = ['build', 'a.yaml', '-l', 'yearbook', '-l', 'yearbook-vertical', '--verify']
    const { exit, report } = await jsonIn(here, argv)
    expect(exit).toBe(0)
    for (const { checks } of report['outputs']) {
      expect(new Set(checks.map((check: { status: string }) => check.status))).toEqual(new Set(['passed']))
    }
    const { stderr } = await runIn(here, [...argv, '--lang', 'zh'])
    expect(stderr).toContain('通过    正文与原稿：')
  })

  test('a book with the layout it names, from a layouts/ beside it', async () => {
    const here = folderOf({ 'b/book.yaml': BOOK, 'b/a.yaml': CHAPTER, 'b/layouts/small.yaml': SMALL })
    const { exit } = await runIn(here, ['build', 'b/book.yaml', '-o', 'pdf/'])
    expect(exit).toBe(0)
    expect(filesIn(here)).toContain('pdf/book-small.pdf')
    expect(dateIn(here, 'pdf/book-small.pdf')).toBe('2003-12-01')
  })

  test('into a file, or into a folder that is there', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER, 'there/x': '' })
    expect((await runIn(here, ['build', 'a.yaml', '-o', 'mine.pdf'])).exit).toBe(0)
    expect((await runIn(here, ['build', 'a.yaml', '-o', 'there'])).exit).toBe(0)
    expect(filesIn(here)).toEqual(['a.yaml', 'mine.pdf', 'there/a-yearbook.pdf', 'there/x'])
  })

  test('gives the same bytes again', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    await runIn(here, ['build', 'a.yaml', '-o', '1.pdf'])
    await runIn(here, ['build', 'a.yaml', '-o', '2.pdf'], { now: () => 0, env: { TZ: 'Asia/Shanghai' } })
    expect(bytesOf(here, '1.pdf') === bytesOf(here, '2.pdf')).toBe(true)
  })

  test.each([
    [[], {}, undefined],
    [['--date', '2004-05-06'], { SOURCE_DATE_EPOCH: '0' }, '2004-05-06'],
    [[], { SOURCE_DATE_EPOCH: '1070236800' }, '2003-12-01'],
  ])('bears the date of %j and %j, never that of the clock', async (args, env, date) => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    await runIn(here, ['build', 'a.yaml', '-o', 'a.pdf', ...args], { env })
    expect(dateIn(here, 'a.pdf')).toBe(date)
  })

  const WARNED = CHAPTER.replace('2160多人', 'a'.repeat(200))

  test('goes on after warnings, and not with --strict', async () => {
    const here = folderOf({ 'a.yaml': WARNED })
    const lenient = await jsonIn(here, ['build', 'a.yaml', '-o', 'a.pdf'])
    expect(lenient.exit).toBe(0)
    expect(lenient.report.diagnostics.map((d) => d.severity)).toContain('warning')
    const strict = await jsonIn(here, ['build', 'a.yaml', '-o', 'b.pdf', '--strict'])
    expect(strict).toMatchObject({ exit: 1, report: { ok: false } })
    expect(filesIn(here)).toEqual(['a.pdf', 'a.yaml'])
  })

  test('tells what is wrong with the book and with the layout at once', async () => {
    const here = folderOf({ 'a.yaml': 'tilte: 甲\nsections: []\n', 'l.yaml': 'extends: nowhere\n' })
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml', '-l', 'l.yaml', '-l', 'nowhere'])
    expect(exit).toBe(1)
    expect(report.diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`)).toEqual([
      'a.yaml:1:1 unknown-key',
      'a.yaml:2:1 entry-empty',
      'l.yaml:1:10 layout-missing',
      'undefined:undefined:undefined layout-missing',
    ])
    expect(report.diagnostics.at(-1)?.hints[0]).toContain('yearbook, yearbook-vertical')
  })

  test('one layout that fails keeps the others from being written', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER, 'l.yaml': 'extends: yearbook\nfaces: { song: no.ttf }\n' })
    const { exit, report } = await jsonIn(here, ['build', 'a.yaml', '-l', 'yearbook', '-l', 'l.yaml'])
    expect(exit).toBe(1)
    expect(report.diagnostics.map((d) => d.code)).toEqual(['font-missing'])
    expect(filesIn(here)).toEqual(['a.yaml', 'l.yaml'])
  })

  test('with a font of one’s own', async () => {
    const font = readFileSync('node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff')
    const here = folderOf({
      'a.yaml': CHAPTER,
      'd/l.yaml': 'extends: yearbook\nfaces: { song: fonts/mine.woff }\n',
      'd/fonts/mine.woff': font,
    })
    const { exit } = await runIn(here, ['build', 'a.yaml', '-l', 'd/l.yaml', '-o', 'a.pdf'])
    expect(exit).toBe(0)
    expect(bytesOf(here, 'a.pdf').includes('LXGWWenKai-Light')).toBe(true)
  })

  test('with a member of a collection, by number or name', async () => {
    const roles = ['song', 'hei'] as const
    const faces = '{ song: f.ttc#1, hei: { regular: f.ttc#NotoSerifSC-Regular } }'
    const here = folderOf({
      'a.yaml': CHAPTER,
      'l.yaml': `extends: yearbook\nfaces: ${faces}\n`,
      'f.ttc': packCollection(roles.map((role) => shippedBytes(role))),
    })
    const { report } = await jsonIn(here, ['fonts', '-l', 'l.yaml'])
    const own = report['fonts'].filter((row: { own: boolean }) => row.own)
    expect(own).toMatchObject([
      { role: 'song', weight: 'regular', family: 'Noto Sans SC', file: 'f.ttc#1' },
      { role: 'hei', weight: 'regular', family: 'Noto Serif SC', file: 'f.ttc#NotoSerifSC-Regular' },
    ])
    expect((await runIn(here, ['build', 'a.yaml', '-l', 'l.yaml', '-o', 'a.pdf', '--verify'])).exit).toBe(0)
    writeFileSync(join(here, 'w.yaml'), 'extends: yearbook\nfaces:\n  song: f.ttc#7\n')
    const { report: second } = await jsonIn(here, ['build', 'a.yaml', '-l', 'w.yaml'])
    expect(second.diagnostics).toMatchObject([
      { code: 'font-unreadable', file: 'w.yaml', line: 3, column: 9 },
    ])
    expect(second.diagnostics[0]?.message).toContain('0 NotoSerifSC-Regular, 1 NotoSansSC-Regular')
  })

  test('is silent with --quiet', async () => {
    const here = folderOf({ 'a.yaml': `\ufeff${CHAPTER}` })
    expect(await runIn(here, ['build', 'a.yaml', '--quiet'])).toEqual({ exit: 0, stdout: '', stderr: '' })
  })
})

describe('progress of long work', () => {
  /** A clock on which every look takes `step` milliseconds. */
  const clock = (step: number) => {
    let now = 0
    return () => {
      now += step
      return now
    }
  }

  test('one line, taken away at the end, on a terminal', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const { stderr } = await runIn(here, ['build', 'a.yaml'], { isTTY: true, now: clock(500) })
    const shown = stderr.replaceAll('\r\u001b[K', '⟲')
    expect(shown).toMatch(/^(?:⟲[^⟲\n\r]+)+⟲out\/a-yearbook\.pdf: [^\n]+\n$/)
  })

  test('plain lines elsewhere, none with --json', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const { stderr } = await runIn(here, ['build', 'a.yaml'], { now: clock(6000) })
    expect(stderr).toMatch(/^yearbook: setting chapters 1\/1\nyearbook: drawing pages 1\/1\nout\//)
    await jsonIn(here, ['build', 'a.yaml'], { now: clock(6000) })
  })
})
