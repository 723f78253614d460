import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CannotRun } from '../../src/cli/exit.ts'
import { StagedOutputs } from '../../src/cli/output.ts'
import { filesIn, folderOf } from './support.ts'

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
