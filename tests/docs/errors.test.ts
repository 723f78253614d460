// docs/errors.md and the list of codes hold each other to account.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DIAGNOSTIC_CODES } from '../../src/core/index.ts'

const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')
const sections = text.split(/^### /m).slice(1)
const codeOf = (section: string): string => /^`([a-z-]+)`$/m.exec(section)?.[1] ?? section.slice(0, 20)

describe('docs/errors.md', () => {
  test('explains every code, and no other', () => {
    expect(sections.map(codeOf).sort()).toEqual([...DIAGNOSTIC_CODES].sort())
  })

  test.each(sections.map((section) => [codeOf(section), section]))(
    '%s: gravity, example, what to do',
    (_, section) => {
      expect(section).toMatch(/^(?:error|warning|note)(?: or warning)? · `.+`$/m)
      expect(section).toMatch(/^中文：\S/m)
      // The heading, the example, the English, the Chinese.
      expect(
        section
          .split(/^## /m)[0]
          ?.trim()
          .split(/\n{2,}/).length,
      ).toBe(4)
    },
  )
})
