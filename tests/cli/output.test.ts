import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotRun } from '../../src/cli/exit.ts'
import { StagedOutputs } from '../../src/cli/output.ts'
import { CHAPTER, filesIn, folderOf, runIn } from './support.ts'

const output = (path: string, makesFolder = false) => ({
  path,
  bytes: new TextEncoder().encode(`new ${path}`),
  makesFolder,
})

describe('outputs', () => {
  test('have their names only when they are whole', () => {
    const here = folderOf({ 'a.pdf': 'old a' })
    const staged = StagedOutputs.write([output('a.pdf'), output('out/b.pdf', true)], here)
    expect(readFileSync(join(here, 'a.pdf'), 'utf8')).toBe('old a')
    expect(staged.paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['new a.pdf', 'new out/b.pdf'])
    staged.commit()
    expect(readFileSync(join(here, 'a.pdf'), 'utf8')).toBe('new a.pdf')
    expect(filesIn(here)).toEqual(['a.pdf', 'out/b.pdf'])
  })

  test('leave nothing behind when they are discarded', () => {
    const here = folderOf({ 'a.pdf': 'old a' })
    StagedOutputs.write([output('a.pdf'), output('b.pdf')], here).discard()
    expect(filesIn(here)).toEqual(['a.pdf'])
    expect(readFileSync(join(here, 'a.pdf'), 'utf8')).toBe('old a')
  })

  test.each([
    ['no/b.pdf', false, 'its folder does not exist'],
    ['file/b.pdf', false, 'is a file'],
    ['file/b.pdf', true, 'is a file'],
    ['folder', false, 'there is a folder of that name'],
  ])('%s (folder made: %s): none is written', (path, makesFolder, why) => {
    const here = folderOf({ file: 'x', 'folder/c': 'x', 'a.pdf': 'old a' })
    const write = (): StagedOutputs => StagedOutputs.write([output('a.pdf'), output(path, makesFolder)], here)
    expect(write).toThrow(CannotRun)
    expect(write).toThrow(why)
    expect(filesIn(here)).toEqual(['a.pdf', 'file', 'folder/c'])
  })

  test('replace no device and no pipe', () => {
    const here = folderOf({ 'a.pdf': 'old a' })
    execFileSync('mkfifo', [join(here, 'pipe')])
    symlinkSync('/dev/null', join(here, 'null'))
    for (const path of ['pipe', 'null', '/dev/null']) {
      const write = (): StagedOutputs => StagedOutputs.write([output('a.pdf'), output(path, true)], here)
      expect(write, path).toThrow('a device or a pipe')
    }
    expect(statSync(join(here, 'pipe')).isFIFO()).toBe(true)
    expect(filesIn(here)).toEqual(['a.pdf'])
  })

  test.each([
    ['to a file', 'real/b.pdf'],
    ['to a file that is not there yet', 'real/c.pdf'],
  ])('follow a link %s', (_, real) => {
    const here = folderOf({ 'real/b.pdf': 'old b' })
    symlinkSync(real, join(here, 'first'))
    symlinkSync('first', join(here, 'link'))
    const staged = StagedOutputs.write([output('link')], here)
    expect(filesIn(here).some((file) => file.startsWith('real/.'))).toBe(true)
    staged.commit()
    expect(readFileSync(join(here, real), 'utf8')).toBe('new link')
    expect(readlinkSync(join(here, 'link'))).toBe('first')
    expect(filesIn(here)).toEqual([...new Set(['real/b.pdf', real])])
  })

  test('do not follow links in a circle', () => {
    const here = folderOf()
    symlinkSync('b', join(here, 'a'))
    symlinkSync('a', join(here, 'b'))
    expect(() => StagedOutputs.write([output('a')], here)).toThrow('circle')
  })

  test('do not overwrite an input behind a link', async () => {
    const here = folderOf({ 'a.yaml': CHAPTER })
    symlinkSync('a.yaml', join(here, 'a.pdf'))
    expect((await runIn(here, ['build', 'a.yaml', '-o', 'a.pdf'])).exit).toBe(2)
    expect(readFileSync(join(here, 'a.yaml'), 'utf8')).toBe(CHAPTER)
  })

  test('that are moved go back when one cannot be', () => {
    const here = folderOf({ 'a.pdf': 'old a' })
    const staged = StagedOutputs.write([output('a.pdf'), output('new.pdf'), output('b.pdf')], here)
    // Between writing and moving somebody puts a folder there.
    mkdirSync(join(here, 'b.pdf'))
    writeFileSync(join(here, 'b.pdf/x'), 'x')
    expect(() => staged.commit()).toThrow(CannotRun)
    expect(readFileSync(join(here, 'a.pdf'), 'utf8')).toBe('old a')
    expect(filesIn(here)).toEqual(['a.pdf', 'b.pdf/x'])
  })
})
