// veraPDF handed in from the environment: what is not there has not run, and silence is no consent.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validatorOf, verdictOf } from '../../src/cli/validator.ts'
import { folderOf, jsonIn } from './support.ts'

const summary = {
  clause: '6.2.11.5',
  testNumber: 1,
  description: 'widths',
  failedChecks: 3,
  checks: [{ context: 'root/document[0]/pages[4](8 0 obj PDPage)/x' }],
}
const report = (result: object): string =>
  JSON.stringify({ report: { jobs: [{ validationResult: [result] }] } })

describe('the verdict', () => {
  it('is no failed rule, or the rules', () => {
    expect(verdictOf(report({ compliant: true, details: { ruleSummaries: [] } }))).toEqual([])
    expect(verdictOf(report({ compliant: false, details: { ruleSummaries: [summary] } }))).toEqual([
      { rule: '6.2.11.5-1', description: 'widths', times: 3, page: 5 },
    ])
  })

  it('is none where nothing, no JSON or no result came', () => {
    expect(verdictOf('')).toBe('no output')
    expect(verdictOf('Error: no heap\nmore')).toBe('Error: no heap')
    expect(verdictOf('{}')).toContain('no result')
    expect(verdictOf(report({ compliant: false }))).toContain('no rule named')
    const broken = { report: { jobs: [{ taskException: { exceptionMessage: 'not a PDF' } }] } }
    expect(verdictOf(JSON.stringify(broken))).toBe('not a PDF')
  })
})

describe('the command', () => {
  const world = (env: Readonly<Record<string, string>>) => ({
    ...{ cwd: '.', env, now: () => 0 },
    stdout: { write: () => {}, isTTY: false },
    stderr: { write: () => {}, isTTY: false },
  })

  it('is asked for only where the environment names it, and may not be there', async () => {
    expect(validatorOf(world({}))).toBeUndefined()
    const lost = validatorOf(world({ BANXIN_VERAPDF: '/no/such/verapdf' }))
    expect(await lost?.validate('a.pdf', '3a')).toBeUndefined()
  })

  it('is told the flavours the file claims', async () => {
    const here = folderOf({
      'a.yaml': 'title: 体育\nsections:\n  - heading: 场馆\n    body: 全区有体育场馆36处。\n',
    })
    const fake = join(here, 'fake.cjs')
    const said = report({ compliant: false, details: { ruleSummaries: [summary] } })
    writeFileSync(
      fake,
      `process.stdout.write(process.argv.includes('ua1') ? ${JSON.stringify(said)} : ${JSON.stringify(report({ compliant: true }))})`,
    )
    const env = { BANXIN_VERAPDF: `"${process.execPath}" "${fake}"` }
    await jsonIn(here, ['build', 'a.yaml', '--for', 'archive', '-o', 'a.pdf', '--date', '2003-12-01'])
    const { exit, report: told } = await jsonIn(here, ['verify', 'a.pdf', '--against', 'a.yaml'], { env })
    const check = told['checks'].find(({ id }: { id: string }) => id === 'verapdf')
    expect(check).toMatchObject({ status: 'failed', findings: [{ page: 5 }] })
    expect(check.findings[0].message).toContain('ua1 6.2.11.5-1')
    expect(exit).toBe(3)
  })
})

describe('wishes of verify', () => {
  it('are pages of a signature and a limit of ink', async () => {
    const here = folderOf({
      'a.yaml': 'title: 体育\nsections:\n  - heading: 场馆\n    body: 全区有体育场馆36处。\n',
    })
    await jsonIn(here, ['build', 'a.yaml', '--for', 'press', '-o', 'a.pdf', '--date', '2003-12-01'])
    const failedBy = async (...words: readonly string[]): Promise<readonly string[]> => {
      const { report: told } = await jsonIn(here, ['verify', 'a.pdf', '--against', 'a.yaml', ...words])
      return told['checks']
        .filter(({ status }: { status: string }) => status === 'failed')
        .map(({ id }: { id: string }) => id)
    }
    expect(await failedBy()).toEqual([])
    expect(await failedBy('--signature', '16')).toEqual(['page-count'])
    expect((await jsonIn(here, ['verify', 'a.pdf', '--signature', 'x'])).exit).toBe(2)
    expect((await jsonIn(here, ['verify', 'a.pdf', '--ink-limit', '9'])).exit).toBe(2)
    const { report: told } = await jsonIn(here, ['verify', 'a.pdf', '--ink-limit', '240'])
    const ink = told['checks'].find(({ id }: { id: string }) => id === 'ink')
    expect(ink.data).toEqual({ limit: 240, pages: [{ page: 1, inks: 'K', coverage: 100 }] })
  })
})
