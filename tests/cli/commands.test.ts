import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { externalReaders } from '../../src/cli/external-readers.ts'
import { logText } from '../../src/cli/log-text.ts'
import { changeLog, importText } from '../../src/intake/index.ts'
import { jsonSchemas } from '../../src/source/index.ts'
import { CHAPTER, filesIn, folderOf, jsonIn, runIn } from './support.ts'

const RAW = `市直机关党的工作

【理论武装工作】2002年,市直机关各部门继续把加强机关党的思想政治建设摆
在重要位置,把理论武装工作作为党建工作的首要任务。
（刘英杰供稿）
`

describe('verify', () => {
  const built = async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    await runIn(here, ['build', 'a.yaml', '-o', 'a.pdf'])
    return here
  }

  test('proves a PDF against its manuscript', async () => {
    const { exit, stdout, stderr } = await runIn(await built(), ['verify', 'a.pdf', '--against', 'a.yaml'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/^passed {3}the file opens[\s\S]*\n16 checks: 16 passed, 0 failed, 0 not run\n$/)
  })

  test('counts characters as build does, one a code point and none for blanks', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER.replace('首批', '首批\u3000𠮷\u200b  Open Source') })
    const { report } = await jsonIn(here, ['build', 'a.yaml', '-o', 'a.pdf'])
    const { characters } = report['outputs'][0]
    expect(characters).toBe(119 + 11)
    const { stdout } = await runIn(here, ['verify', 'a.pdf', '--against', 'a.yaml'])
    expect(stdout).toContain(`: ${characters} characters of the manuscript agree with 1 page\n`)
  })

  test('without a manuscript says what was not run', async () => {
    const { exit, stdout, stderr } = await runIn(await built(), ['verify', 'a.pdf', '--lang', 'zh'])
    expect(exit).toBe(0)
    expect(stdout).toContain('未执行  正文与原稿')
    expect(stderr).toContain('note[verify-not-run]')
    expect(stderr).toContain('--against')
  })

  test('fails where the manuscript says something else, with the place', async () => {
    const here = await built()
    writeFileSync(join(here, 'a.yaml'), CHAPTER.replace('23个部门', '32个部门'))
    const { exit, report } = await jsonIn(here, ['verify', 'a.pdf', '--against', 'a.yaml'])
    expect(exit).toBe(3)
    expect(report).toMatchObject({ ok: false, diagnostics: [{ code: 'verify-failed', severity: 'error' }] })
    const text = report['checks'].find((check: { id: string }) => check.id === 'text')
    expect(text).toMatchObject({ status: 'failed', findings: [{ file: 'a.yaml', line: 8, page: 1 }] })
  })

  test('asks other readers only with --readers', async () => {
    const here = await built()
    const ids = async (...more: string[]): Promise<readonly string[]> => {
      const { report } = await jsonIn(here, ['verify', 'a.pdf', '--against', 'a.yaml', ...more])
      return report['checks'].map(({ id, status }: { id: string; status: string }) => `${id} ${status}`)
    }
    expect((await ids()).filter((id) => id.startsWith('reader'))).toEqual([])
    const readers = (await ids('--readers')).filter((id) => id.startsWith('reader'))
    expect(readers.map((id) => id.replace(/ .*/, ''))).toEqual(['reader-pdftotext', 'reader-mutool'])
    // Installed they agree; not installed they are not taken for agreeing.
    for (const id of readers) expect(id).toMatch(/ (?:passed|not-run)$/)
  })

  test('a program that is not there has read nothing', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = folderOf()
    try {
      for (const { read } of externalReaders('.')) expect(await read('a.pdf')).toBeUndefined()
    } finally {
      process.env['PATH'] = path
    }
  })

  test('a file that is not there', async () => {
    expect(await jsonIn(folderOf(), ['verify', 'a.pdf'])).toMatchObject({
      exit: 1,
      report: { diagnostics: [{ code: 'file-missing', file: 'a.pdf', line: 1, column: 1 }] },
    })
  })
})

describe('import', () => {
  test('writes a chapter and its log beside the text, ready to be built', async () => {
    const here = folderOf({ 'raw/a.txt': RAW })
    const { exit, stderr } = await runIn(here, ['import', 'raw/a.txt'])
    expect(exit).toBe(0)
    expect(stderr).toMatch(/^raw\/a\.txt → raw\/a\.yaml: 1 heading, .* \(log: raw\/a\.log\.yaml\)\n$/)
    expect(filesIn(here)).toEqual(['raw/a.log.yaml', 'raw/a.txt', 'raw/a.yaml'])
    const chapter = readFileSync(join(here, 'raw/a.yaml'), 'utf8')
    expect(chapter).toMatch(/^# yaml-language-server: \$schema=.*schemas\/chapter\.schema\.json\n/)
    expect(parse(chapter)).toMatchObject({
      title: '市直机关党的工作',
      sections: [{ heading: '理论武装工作' }],
    })
    expect((await runIn(here, ['build', 'raw/a.yaml', '--verify'])).exit).toBe(0)
  })

  test('never overwrites without --force, and never its own input', async () => {
    const here = folderOf({ 'a.txt': RAW, 'a.yaml': 'mine' })
    expect((await runIn(here, ['import', 'a.txt'])).stderr).toContain('`--force`')
    expect(readFileSync(join(here, 'a.yaml'), 'utf8')).toBe('mine')
    expect((await runIn(here, ['import', 'a.txt', '--force'])).exit).toBe(0)
    expect((await runIn(here, ['import', 'a.txt', '-o', 'a.txt', '--force'])).exit).toBe(2)
    expect(readFileSync(join(here, 'a.txt'), 'utf8')).toBe(RAW)
  })

  test('several texts go into a folder, all or none', async () => {
    const here = folderOf({ 'a.txt': RAW, 'b.txt': RAW })
    expect((await runIn(here, ['import', 'a.txt', 'c.txt', '-o', 'out/'])).exit).toBe(1)
    expect(filesIn(here)).toEqual(['a.txt', 'b.txt'])
    expect((await runIn(here, ['import', 'a.txt', 'b.txt', '-o', 'out/'])).exit).toBe(0)
    expect(filesIn(here)).toContain('out/b.log.yaml')
  })

  test('the log is the same as YAML and as JSON, whatever is in it', () => {
    const log = changeLog(
      importText(`${RAW}甲\u0000乙,\ue008丙\u0085\u2028\ufeff丁\n`, { file: 'a.txt' }).value,
    )
    const asYaml = parse(logText(log, 'a.txt', false))
    expect(asYaml).toEqual(JSON.parse(logText(log, 'a.txt', true)))
    expect(asYaml.changes.length).toBeGreaterThan(3)
  })

  test('tells what it did as JSON', async () => {
    const here = folderOf({ 'a.txt': RAW })
    const { exit, report } = await jsonIn(here, ['import', 'a.txt', '--log', 'log.json'])
    expect(exit).toBe(0)
    expect(report['imported']).toMatchObject([
      { raw: 'a.txt', chapter: 'a.yaml', log: 'log.json', headings: 1 },
    ])
    expect(JSON.parse(readFileSync(join(here, 'log.json'), 'utf8')).changes.length).toBeGreaterThan(0)
  })
})

describe('fonts', () => {
  test('lists every role and weight', async () => {
    const { exit, stdout } = await runIn(folderOf(), ['fonts', '--lang', 'zh'])
    expect(exit).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(8)
    expect(stdout).toMatch(/^宋体 song {8}常规 {2}Noto Serif SC {2}OFL-1\.1 {2}@expo/)
  })

  test('counts what each style uses and names what no font has', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER.replace('23个', '23个😀') })
    const { exit, report } = await jsonIn(here, ['fonts', 'a.yaml'])
    expect(exit).toBe(1)
    expect(report.diagnostics).toMatchObject([{ code: 'glyph-missing', file: 'a.yaml', line: 8 }])
    const heading = report['styles'].find((row: { style: string }) => row.style === 'heading')
    expect(heading).toMatchObject({ face: 'hei', weight: 'bold', characters: 16, distinct: 13, borrowed: [] })
  })

  test('names what is borrowed from another face', async () => {
    const font = readFileSync('node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff')
    const here = folderOf({
      'a.yaml': CHAPTER,
      'l.yaml': 'extends: yearbook\nfaces: { 黑: { regular: mine.woff } }\nstyles: { body: { face: 黑 } }\n',
      'mine.woff': font,
    })
    const { report } = await jsonIn(here, ['fonts', 'a.yaml', '-l', 'l.yaml'])
    expect(report['fonts']).toContainEqual(
      expect.objectContaining({ role: 'hei', weight: 'regular', own: true, file: 'mine.woff' }),
    )
    // Its quotation marks are not one em wide.
    const body = report['styles'].find((row: { style: string }) => row.style === 'body')
    expect(body.borrowed.map((b: { character: string }) => b.character)).toEqual(
      expect.arrayContaining(['“', '”']),
    )
  })
})

describe('schema', () => {
  test('prints one or all', async () => {
    const here = folderOf()
    expect(JSON.parse((await runIn(here, ['schema', 'book'])).stdout)).toEqual(jsonSchemas().book)
    expect(JSON.parse((await runIn(here, ['schema'])).stdout)).toEqual(jsonSchemas())
    expect((await jsonIn(here, ['schema', 'layout'])).report['schemas']).toEqual({
      layout: jsonSchemas().layout,
    })
  })

  test('writes files', async () => {
    const here = folderOf()
    expect((await runIn(here, ['schema', '-o', 's'])).exit).toBe(0)
    expect(filesIn(here)).toEqual(['s/book.schema.json', 's/chapter.schema.json', 's/layout.schema.json'])
  })
})
