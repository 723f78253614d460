import { describe, expect, test } from 'vitest'
import { chapterOf, clean, marked, places } from './support.ts'

const fileWith = (items: string): string => `title: 甲\nsections:\n  - heading: 乙\n    body:\n${items}`

const paragraphsIn = (items: string) => clean(chapterOf(fileWith(items))).entries[0]?.body ?? []

const faultsIn = (items: string): readonly string[] => {
  const file = fileWith(items)
  return places(chapterOf(file).diagnostics, { 'a.yaml': file })
}

describe('paragraphs with a form', () => {
  test('stand among the usual ones', () => {
    const body = paragraphsIn(`      - 丙
      - text: '{em|丁}'
        align: center
      - { text: 戊, indent: 2em, end-indent: 1/2字, first-line: -2em }
      - { text: 己, align: spread, first-line: 0 }
      - { text: 庚 }
`)
    expect(body.map(({ text, form }) => [text.text, form])).toEqual([
      ['丙', undefined],
      ['丁', { align: 'center', startIndent: 0, endIndent: 0 }],
      [
        '戊',
        {
          align: 'justify',
          startIndent: 2,
          endIndent: 0.5,
          firstIndent: -2,
          indentSpan: expect.objectContaining({ file: 'a.yaml' }),
        },
      ],
      ['己', { align: 'spread', startIndent: 0, endIndent: 0, firstIndent: 0 }],
      ['庚', undefined],
    ])
    expect(body[1]?.text.inline).toEqual([{ kind: 'emphasis', from: 0, to: 1 }])
  })

  test('several in one text have one form', () => {
    const body = paragraphsIn(
      '      - indent: 2em\n        text: |\n          丙\n\n          丁\n          戊\n',
    )
    expect(body.map(({ text, form }) => [text.text, form?.startIndent])).toEqual([
      ['丙', 2],
      ['丁戊', 2],
    ])
  })

  test.each([
    ['indent: 2em, end-indent: 3em', '3em'],
    ['indent: 3字, end-indent: 1/2em, first-line: -2em', '3字'],
    ['first-line: 6em, align: center', '6em'],
    ['indent: 0, end-indent: 0em', undefined],
    ['first-line: 0', undefined],
  ])('know where their widest indent is written: %s', (keys, widest) => {
    const [paragraph] = paragraphsIn(`      - { text: 丙, ${keys} }\n`)
    const { start, end } = paragraph?.form?.indentSpan ?? {}
    const file = fileWith(`      - { text: 丙, ${keys} }\n`)
    expect(start === undefined ? undefined : file.slice(start, end)).toBe(widest)
  })

  test.each([
    ['- { text: 丙, indent: 2 }', ['5:28 bad-unit']],
    ['- { text: 丙, indent: 2mm }', ['5:28 bad-unit']],
    ['- { text: 丙, end-indent: 1行, first-line: x }', ['5:32 bad-unit', '5:48 bad-unit']],
    ['- { text: 丙, indent: -1em }', ['5:28 bad-value']],
    ['- { text: 丙, indent: 101em }', ['5:28 bad-value']],
    ['- { text: 丙, indent: .inf }', ['5:28 bad-value']],
    ['- { text: 丙, indent: true }', ['5:28 wrong-type']],
    ['- { text: 丙, indent: 1em, first-line: -2em }', ['5:45 bad-value']],
    ['- { text: 丙, align: centre }', ['5:27 bad-value']],
    ['- { text: 丙, indnet: 2em, align: left }', ['5:20 unknown-key', '5:40 bad-value']],
    ['- { align: center }', ['5:11 missing-key']],
    ['- { text: [丙] }', ['5:17 wrong-type']],
    ['- { text: 丙, indent: 2 }\n      - { text: 丁, indent: 3 }', ['5:28 bad-unit', '6:28 bad-unit']],
    ['- 丙: 丁', ['5:9 wrong-type']],
    ['- { table: 1 }', ['5:9 wrong-type']],
    ['- [丙]', ['5:9 wrong-type']],
  ])('%j', (items, expected) => {
    expect(faultsIn(`      ${items}\n`)).toEqual(expected)
  })

  test('an item that is a text with a colon is seen through', () => {
    const file = fileWith('      - 丙: 丁\n')
    const { diagnostics } = chapterOf(file)
    expect(marked(diagnostics, { 'a.yaml': file })).toEqual(['丙'])
    expect(diagnostics[0]?.hints[0]?.en).toContain('must be in quotes')
  })
})

test('a heading may be cut into its text', () => {
  const { entries } = clean(chapterOf('title: 甲\nsections:\n  - { heading: 乙, form: cut-in, body: 丙 }\n'))
  expect(entries[0]?.headingForm).toBe('cut-in')
  expect(chapterOf('title: 甲\nsections:\n  - { heading: 乙, form: cut-in }\n').diagnostics[0]?.code).toBe(
    'entry-empty',
  )
})

test.each(['bracket', 'cut-in', 'line'])('a heading without text is warned of: %s', (form) => {
  const codes = (body: string) =>
    chapterOf(`title: 甲\nsections:\n  - { heading: 乙, form: ${form}, body: ${body} }\n`).diagnostics.map(
      ({ code, severity }) => `${severity} ${code}`,
    )
  for (const body of ['', '""', '"　"', '["　"]']) expect(codes(body)).toEqual(['warning entry-empty'])
})
