// Texts with markup as values: what is made of a text leaves it as it was.

import { describe, expect, test } from 'vitest'
import { SourceText } from '../../src/core/index.ts'
import { type Inline, type MarkedText, withInline } from '../../src/source/index.ts'

const BOLD: readonly Inline[] = [{ kind: 'bold', from: 1, to: 2 }]

describe('withInline', () => {
  const bare = new SourceText('甲乙丙丁', 'a.yaml', [0, 2], [10, 20])
  const marked = withInline(bare, BOLD)

  test('leaves its text as it was, however often it is marked', () => {
    const other = withInline(bare, [{ kind: 'emphasis', from: 0, to: 4 }])
    const bareAgain: MarkedText = bare
    expect(bareAgain.inline).toBeUndefined()
    expect([marked.inline, other.inline?.[0]?.kind]).toEqual([BOLD, 'emphasis'])
  })

  test('says what its text says, with the same way back to the file', () => {
    expect(marked).toBeInstanceOf(SourceText)
    expect([marked.text, marked.file]).toEqual(['甲乙丙丁', 'a.yaml'])
    for (let i = 0; i <= 4; i++) expect(marked.offsetAt(i)).toBe(bare.offsetAt(i))
    expect(marked.spanOf()).toEqual({ file: 'a.yaml', start: 10, end: 22 })
    expect(marked.spanOf(1, 3)).toEqual({ file: 'a.yaml', start: 11, end: 21 })
  })

  test('a text marked again has the new markup', () => {
    const again = withInline(marked, [{ kind: 'emphasis', from: 0, to: 4 }])
    expect([again.inline?.[0]?.kind, marked.inline, again.offsetAt(3)]).toEqual(['emphasis', BOLD, 21])
  })

  test('no markup leaves no `inline`', () => expect('inline' in withInline(bare, [])).toBe(false))
})
