// Shorthand of the tests of this room: where a diagnostic stands, as `line:column code`.

import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Diagnostic, filesOf, LineIndex, type Reported } from '../../src/core/index.ts'
import { type Chapter, readChapter } from '../../src/source/index.ts'

export type Texts = Readonly<Record<string, string>>

/** `file:line:column code`, the file left out for `a.yaml`; warnings and notes are marked by `?` and `.`. */
export const places = (diagnostics: readonly Diagnostic[], files: Texts): readonly string[] =>
  diagnostics.map((d) => {
    const file = d.span?.file ?? ''
    const { line, column } = new LineIndex(files[file] ?? '').positionOf(d.span?.start ?? 0)
    const mark = { error: '', warning: '?', note: '.' }[d.severity]
    return `${file === 'a.yaml' ? '' : `${file}:`}${line}:${column} ${d.code}${mark}`
  })

/** What stands at the diagnostics. */
export const marked = (diagnostics: readonly Diagnostic[], files: Texts): readonly string[] =>
  diagnostics.map(({ span }) => (files[span?.file ?? ''] ?? '').slice(span?.start, span?.end))

export const chapterOf = (text: string): Reported<Chapter | undefined> =>
  readChapter('a.yaml', filesOf({ 'a.yaml': text }))

/** The value, where nothing is to be said about it. */
export function clean<T>({ value, diagnostics }: Reported<T | undefined>): T {
  expect(diagnostics).toEqual([])
  if (value === undefined) throw new Error('no value and no diagnostics')
  return value
}

export const repositoryFile = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
