// An edition that is not what the book says keeps the whole bag from being written.

import { expect, test, vi } from 'vitest'
import { failed, passed } from '../../src/proof/report.ts'
import { CHAPTER, filesIn, folderOf, jsonIn } from './support.ts'

vi.mock('../../src/cli/pack/editions.ts', async (original) => ({
  ...(await original<object>()),
  proveEdition: async ({ layout }: { readonly layout: string }) => ({
    checks: [
      passed('opens', { en: '', zh: '' }),
      ...(layout === 'yearbook' ? [] : [failed('text', { en: 'lost', zh: '缺' })]),
    ],
  }),
}))

test('no bag without proof', async () => {
  const here = folderOf({ 'a.yaml': CHAPTER })
  const argv = ['pack', 'a.yaml', '-o', 'bag', '-l', 'yearbook', '-l', 'yearbook-vertical', '--for', 'screen']
  const { exit, report } = await jsonIn(here, argv)
  expect(exit).toBe(3)
  expect(report.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['verify-failed', '`a-yearbook-vertical.pdf` is not proven: text against the manuscript'],
  ])
  expect(filesIn(here)).toEqual(['a.yaml'])
})
