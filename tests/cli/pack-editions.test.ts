// A bag of all editions: each in it, each proven, each made again from the bag alone, by another layout too; and what was
// changed in any of them is found.

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { CHAPTER, filesIn, folderOf, jsonIn, runIn } from './support.ts'

const LAYOUT =
  'extends: yearbook\nname: 印\npress: { profile: icc/own.icc, condition: FOGRA39, signature: 4 }\n'
const PROFILE = readFileSync(new URL('../../profiles/FOGRA39L_coated.icc', import.meta.url))

const here = folderOf({
  'b/book.yaml':
    'title: 年鉴\ndate: 2003-12-01\npublisher: 某社\nparts:\n  - title: 概况\n    chapters: [a.yaml]\n',
  'b/a.yaml': CHAPTER,
  'b/a.log.yaml': 'changes: []\n',
  'b/layouts/own.yaml': LAYOUT,
  'b/layouts/icc/own.icc': PROFILE,
})
const EDITIONS = ['book-own-archive.pdf', 'book-own-press-x-1a.pdf', 'book-own-press.pdf', 'book-own.pdf']

beforeAll(async () => {
  const argv = ['pack', 'b/book.yaml', '-l', 'own', '--for', 'press,press:x-1a,archive,screen', '-o', 'bag/']
  const { exit, report } = await jsonIn(here, argv)
  expect({ exit, codes: report.diagnostics.map(({ code }) => code) }).toEqual({
    exit: 0,
    codes: ['edition-signature'],
  })
})

test('holds each of them, with a report that says what was proven', () => {
  const files = filesIn(join(here, 'bag'))
  expect(files.filter((path) => path.endsWith('.pdf'))).toEqual(
    EDITIONS.map((name) => `data/editions/${name}`),
  )
  const report = JSON.parse(readFileSync(join(here, 'bag/data/reports/book-own-archive.json'), 'utf8'))
  expect(report.failed).toEqual([])
  expect(report.passed).toEqual(expect.arrayContaining(['pdfa', 'tags', 'attachments', 'hash']))
  // What a bag says must not depend on the machine it was made on.
  expect(report.notRun).toEqual(['verapdf'])
  expect(files).toContain('data/layout/own/icc/own.icc')
})

test('is rebuilt from itself, byte by byte', async () => {
  const elsewhere = folderOf()
  cpSync(join(here, 'bag'), join(elsewhere, 'moved'), { recursive: true })
  const { exit, stdout } = await runIn(elsewhere, ['pack', '--check', 'moved', '--lang', 'en'])
  expect(exit).toBe(0)
  for (const name of EDITIONS) expect(stdout).toMatch(new RegExp(`passed +.*${name}.*all the same`))
})

test.each(EDITIONS)('a changed byte of %s is found', async (name) => {
  const damaged = folderOf()
  cpSync(join(here, 'bag'), join(damaged, 'bag'), { recursive: true })
  const path = join(damaged, 'bag/data/editions', name)
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const { exit, stdout } = await runIn(damaged, ['pack', '--check', 'bag', '--lang', 'en'])
  expect(exit).toBe(3)
  expect(stdout).toContain(name)
})
