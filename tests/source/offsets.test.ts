import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { SourceText } from '../../src/core/index.ts'
import { chapterOf } from './support.ts'

/** Characters that an author types, marks that YAML minds among them. */
const unit = fc.constantFrom(
  ...('一二三，。“”：；（）【】甲乙ABCxyz019 \t　-#:[]{}&*!|>\'"%@`,?\\é𠀀'.match(/./gu) ?? []),
)
const words = fc.array(unit, { minLength: 1, maxLength: 40 }).map((units) => units.join(''))
/** Markup and its escapes have tests of their own. */
const MARKUP = /\{[\s\u3000]*\p{L}|\\\s*[{}|\\]/u
const lines = fc
  .array(fc.oneof(words, fc.constant('')), { minLength: 1, maxLength: 6 })
  .filter((text) => !MARKUP.test(text.join('\n')))

const indented = (text: readonly string[], by: string): string =>
  text.map((line) => (line.trim() === '' ? '' : by + line)).join('\n')

/** The styles as an author writes them; plain scalars hold plain text only. */
const STYLES: Readonly<Record<string, (text: readonly string[]) => string>> = {
  // A digit tells the indent, so that a first line may begin with spaces.
  literal: (text) => `|2\n${indented(text, '      ')}`,
  folded: (text) => `>2-\n${indented(text, '      ')}`,
  single: (text) =>
    `'${indented(
      text.map((line) => line.replaceAll("'", "''")),
      '      ',
    ).trim()}'`,
  double: (text) =>
    `"${indented(
      text.map((line) => line.replaceAll(/[\\"]/g, '\\$&')),
      '      ',
    ).trim()}"`,
  escaped: (text) => JSON.stringify(text.join('\n')),
  plain: (text) => indented(text.map(plain), '      ').trim() || '甲',
}
const plain = (line: string): string => line.replaceAll(/[^一二三甲乙A-Za-z，。： \u{20000}]/gu, '')

const fileWith = (scalar: string, end: string): string =>
  `title: 甲\nsections:\n  - heading: 乙\n    body: ${scalar}\n`.replaceAll('\n', end)

const textsOf = (file: string): readonly SourceText[] => {
  const { value, diagnostics } = chapterOf(file)
  expect(diagnostics.filter((d) => d.code !== 'entry-empty')).toEqual([])
  return value?.entries[0]?.body.map((block) => block.text) ?? []
}

/** Whether unit `i` stands in the file where the text says, or as an escape, a line end or a tab. */
function standsThere(file: string, source: SourceText, i: number): boolean {
  const at = source.offsetAt(i)
  const character = source.text[i] ?? ''
  return (
    file.startsWith(character, at) ||
    (character === ' ' && /[\r\n\t \u3000]/.test(file[at] ?? '')) ||
    file[at] === '\\'
  )
}

describe.each(Object.keys(STYLES))('%s scalars', (style) => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('every character knows its place: %s', (_, end) => {
    fc.assert(
      fc.property(lines, (text) => {
        const file = fileWith(STYLES[style]?.(text) ?? '', end)
        for (const source of textsOf(file)) {
          const units = Array.from({ length: source.text.length }, (_, i) => i)
          expect(units.filter((i) => !standsThere(file, source, i))).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  test('nothing is lost against what YAML reads, blank aside', () => {
    const solid = (text: string): string => text.replaceAll(/[\s\u3000]/g, '')
    fc.assert(
      fc.property(lines, (text) => {
        const file = fileWith(STYLES[style]?.(text) ?? '', '\n')
        const whole = String(parse(file).sections[0].body ?? '')
        expect(
          solid(
            textsOf(file)
              .map((t) => t.text)
              .join(''),
          ),
        ).toBe(solid(whole))
      }),
      { numRuns: 300 },
    )
  })
})

test('escapes keep the places after them', () => {
  const file = fileWith('"甲\\u4e59丙\\"丁\\\n      戊"', '\n')
  const [text] = textsOf(file)
  expect(text?.text).toBe('甲乙丙"丁戊')
  expect([...'甲丙丁戊'].map((c) => text?.offsetAt(text.text.indexOf(c)))).toEqual(
    [...'甲丙丁戊'].map((c) => (c === '甲' ? file.lastIndexOf(c) : file.indexOf(c))),
  )
  expect(text?.offsetAt(1)).toBe(file.indexOf('\\u4e59'))
})

test.each([
  ['doubled', "'x''\n      A'", "x' A"],
  ['escaped', '"x\\"\n      A"', 'x" A'],
])('after a %s quote the space for a line end stands at the line end', (_, scalar, expected) => {
  const file = fileWith(scalar, '\n')
  const [text] = textsOf(file)
  expect(text?.text).toBe(expected)
  expect(file[text?.offsetAt(2) ?? 0]).toBe('\n')
})
