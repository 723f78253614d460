import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { compile, runBuilt, startBuilt } from './built-program.ts'
import { CHAPTER, filesIn, folderOf } from './support.ts'

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)

beforeAll(compile, 60_000)

describe('the built program', () => {
  test('builds and proves both layouts, and says so in the language of the locale', () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const argv = ['build', 'a.yaml', '-l', 'yearbook', '-l', 'yearbook-vertical', '-o', 'out/', '--verify']
    const { exit, stdout, stderr } = runBuilt(here, argv, { LANG: 'zh_CN.UTF-8' })
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' })
    expect(stderr).toContain('out/a-yearbook.pdf：1 页，119 字')
    expect(stderr).toContain('共16项：通过16，不通过0，未执行0')
    expect(filesIn(here)).toEqual(['a.yaml', 'out/a-yearbook-vertical.pdf', 'out/a-yearbook.pdf'])
  })

  test('prints nothing but one object with --json', () => {
    const here = folderOf({ 'a.yaml': 'title: 甲\n' })
    const { exit, stdout, stderr } = runBuilt(here, ['build', 'a.yaml', '--json'])
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'missing-key' }] })
  })

  test.each([
    [['build', 'missing.yaml'], 1, 'error[file-missing]'],
    [['build', 'empty.yaml'], 1, 'error[file-empty]'],
    [['build', 'a.png'], 1, 'error[file-binary]'],
    [['build', '.'], 1, 'error[file-unreadable]'],
    [['build', 'a.yaml', '-o', 'no/a.pdf'], 4, 'error[output-unwritable]'],
    [['verify', 'a.png'], 3, 'error[verify-failed]'],
    [['bild'], 2, 'error[usage]'],
  ])('%j exits with %i', (argv, status, message) => {
    const here = folderOf({ 'a.yaml': CHAPTER, 'empty.yaml': '', 'a.png': PNG })
    const { exit, stderr } = runBuilt(here, argv)
    expect(exit).toBe(status)
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(filesIn(here)).toEqual(['a.png', 'a.yaml', 'empty.yaml'])
  })

  test('is quick to say what is wrong: no heavy library is loaded for it', () => {
    const here = folderOf()
    const began = performance.now()
    runBuilt(here, ['--help'])
    runBuilt(here, ['build'])
    // Two starts of Node with nothing else take 0.1 s; with fonts and PDF libraries they would take above 1 s.
    expect(performance.now() - began).toBeLessThan(1500)
  })

  test('is made executable for the shell', () => {
    expect(readFileSync('dist/cli/main.js', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  })
})

describe('a stream that takes no more', () => {
  const main = resolve('dist/cli/main.js')

  test.each([
    ['text', ['schema'], ''],
    ['JSON', ['fonts', '--json'], ''],
    ['Chinese', ['schema', '--lang', 'zh'], '磁盘已满'],
  ])('a full disk behind stdout: %s', (_, argv, why) => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, [main, ...argv], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect(status).toBe(4)
    expect(stderr).toMatch(/^error\[output-unwritable\]: .*`stdout`.*\n/)
    expect(stderr).toContain(why)
    expect(stderr).not.toMatch(/\n\s+at |node:/)
  })

  test('a full disk behind stderr', () => {
    const full = openSync('/dev/full', 'w')
    const { status } = spawnSync(process.execPath, [main, 'build', 'no.yaml'], {
      stdio: ['ignore', 'pipe', full],
    })
    closeSync(full)
    expect(status).toBe(4)
  })

  test('a reader that goes away is no fault', () => {
    const pipe = `"${process.execPath}" "${main}" schema; echo "exit $?" >&2`
    const { stderr } = spawnSync('sh', ['-c', `{ ${pipe}; } | true`], { encoding: 'utf8' })
    expect(stderr).toBe('exit 0\n')
  })
})

describe('--watch', () => {
  test('builds again after every change, however the editor saves, and ends with Ctrl+C', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    const path = join(here, 'a.yaml')
    const { said, end } = startBuilt(here, ['build', 'a.yaml', '--watch', '--lang', 'en'])
    try {
      await said('waiting for changes', 1)
      // In place, and broken.
      writeFileSync(path, CHAPTER.replace('title', 'tilte'))
      expect(await said('waiting for changes', 2)).toContain('error[unknown-key]')
      // By a new file in the place of the old one.
      writeFileSync(`${path}.new`, CHAPTER.replace('23个', '123个'))
      renameSync(`${path}.new`, path)
      expect(await said('waiting for changes', 3)).toContain('120 characters')
    } finally {
      expect(await end()).toBe(0)
    }
    expect(filesIn(here)).toEqual(['a.yaml', 'out/a-yearbook.pdf'])
  }, 20_000)
})
