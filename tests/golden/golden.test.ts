// Small chapters set in both directions with the shipped fonts, compared mark by mark with what was looked at and found
// good. After a change that is meant, `npx vitest run tests/golden -u` writes the texts anew: read the difference.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, filesOf } from '../../src/core/index.ts'
import { readLayout } from '../../src/source/index.ts'
import { bookOf, type SetBook, setBook } from '../support/books.ts'
import { dumpPages } from '../support/dump-pages.ts'

const HERE = new URL('./', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, HERE), 'utf8')

const CASES = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

function setCase(name: string, direction: 'horizontal' | 'vertical'): SetBook {
  const files = filesOf({ 'layout.yaml': read(`${name}/layout.yaml`), 'vertical.yaml': read('vertical.yaml') })
  const layout = readLayout(direction === 'vertical' ? 'vertical.yaml' : 'layout.yaml', files)
  expect(layout.diagnostics).toEqual([])
  if (!layout.value) throw new Error(`no layout of ${name}`)
  return setBook(bookOf({ 'chapter.yaml': read(`${name}/chapter.yaml`) }), layout.value)
}

const codes = (diagnostics: readonly Diagnostic[]): readonly string[] => diagnostics.map(({ code }) => code)

describe.each(CASES)('%s', (name) => {
  it.each(['horizontal', 'vertical'] as const)('%s', async (direction) => {
    const { setting, diagnostics } = setCase(name, direction)
    expect(codes(diagnostics).filter((code) => code !== 'loose-line')).toEqual([])
    const file = direction === 'vertical' ? 'expected-vertical.txt' : 'expected.txt'
    await expect(dumpPages(setting)).toMatchFileSnapshot(`${name}/${file}`)
  })
})
