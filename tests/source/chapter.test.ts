import { describe, expect, test } from 'vitest'
import { chapterOf, clean } from './support.ts'

const bodies = (text: string): readonly string[][] =>
  clean(chapterOf(text)).entries.map((entry) => entry.body.map((block) => block.text.text))

const withBody = (body: string): string => `title: 甲\nsections:\n  - heading: 乙\n    body: ${body}\n`

describe('a chapter', () => {
  test('has title, provenance, entries and credits', () => {
    const chapter = clean(
      chapterOf(`# yaml-language-server: $schema=x
title: 市直机关党的工作
source: { url: "http://a/b?x=1", title: 潍坊年鉴 }
sections:
  - heading: 理论武装工作
    body: |
      2002年，市直机关各部门
      继续学习。

      　　第二段。
    credits: [{ role: 供稿, names: [刘英杰, 王　明], unit: 市委 }]
  - id: months-1
    heading: 1月
    form: line
  - body: [一段, 又一段]
credits:
  - { role: 供稿, names: [刘英杰] }
  - { printed: 资料来源：统计局 }
`),
    )
    expect(chapter.title.text).toBe('市直机关党的工作')
    expect(chapter.provenance).toEqual({ url: 'http://a/b?x=1', title: '潍坊年鉴' })
    expect(chapter.entries.map((e) => [e.id, e.heading?.text, e.headingForm])).toEqual([
      ['1-1', '理论武装工作', 'bracket'],
      ['months-1', '1月', 'line'],
      ['1-3', undefined, 'bracket'],
    ])
    expect(chapter.entries[0]?.body.map((b) => b.text.text)).toEqual([
      '2002年，市直机关各部门继续学习。',
      '第二段。',
    ])
    expect(chapter.entries[0]?.credits).toMatchObject([
      { role: '供稿', names: ['刘英杰', '王　明'], unit: '市委' },
    ])
    expect(chapter.credits).toMatchObject([
      { role: '供稿', names: ['刘英杰'] },
      { names: [], printed: '资料来源：统计局' },
    ])
  })

  test('takes numbers for their wording', () => {
    const chapter = clean(
      chapterOf('title: 2002\nsections:\n  - heading: 007\n    body: 1.50\n    id: 12\n  - body: true\n'),
    )
    expect(chapter.title.text).toBe('2002')
    expect(chapter.entries.map((e) => [e.id, e.heading?.text, e.body[0]?.text.text])).toEqual([
      ['12', '007', '1.50'],
      ['1-2', undefined, 'true'],
    ])
  })

  test('is read with BOM and CRLF, spans counted in the decoded text', () => {
    const text =
      'title: 甲\r\nsections:\r\n  - heading: 乙\r\n    body: |\r\n      丙丁\r\n      戊\r\n\r\n      己\r\n'
    const chapter = clean(chapterOf(`\ufeff${text}`))
    const blocks = chapter.entries[0]?.body ?? []
    expect(blocks.map((b) => b.text.text)).toEqual(['丙丁戊', '己'])
    expect(blocks.map((b) => b.text.offsetAt(0))).toEqual([text.indexOf('丙'), text.indexOf('己')])
    expect(blocks[0]?.text.offsetAt(2)).toBe(text.indexOf('戊'))
  })
})

describe('lines of a body', () => {
  test.each([
    ['literal', '|\n      甲乙\n      丙'],
    ['folded', '>\n      甲乙\n      丙'],
    ['kept line ends', '|+\n      甲乙\n      丙\n\n'],
    ['indicated indent', '|2\n      甲乙\n      丙'],
    ['plain', '甲乙\n      丙'],
    ['single', "'甲乙\n      丙'"],
    ['double', '"甲乙\n      丙"'],
    ['escaped line end', '"甲乙\\\n      丙"'],
    ['escape for a line end', '"甲乙\\n丙"'],
  ])('join without a space between Han: %s', (_, body) => {
    expect(bodies(withBody(body))).toEqual([['甲乙丙']])
  })

  test.each([
    ['literal', '|\n      甲\n\n      乙'],
    ['folded', '>-\n      甲\n\n\n      乙'],
    ['plain', '甲\n\n      乙'],
    ['single', "'甲\n\n      乙'"],
    ['double', '"甲\n\n      乙"'],
    ['escapes', '"甲\\n\\n乙"'],
    ['list', '["甲", "乙"]'],
    ['blank line of U+3000', '|\n      甲\n      　　\n      乙'],
  ])('a blank line begins a paragraph: %s', (_, body) => {
    expect(bodies(withBody(body))).toEqual([['甲', '乙']])
  })

  test('a space stays between two Western words only', () => {
    expect(
      bodies(withBody('|\n      Windows NT\n      Server版\n      20\n      02年 (A,\n      B)')),
    ).toEqual([['Windows NT Server版2002年 (A, B)']])
  })

  test('quotes and escapes', () => {
    expect(bodies(withBody("'it''s ''甲'''"))).toEqual([["it's '甲'"]])
    expect(bodies(withBody('"\\u4e59\\x41\\"\\\\\\U00020000"'))).toEqual([['乙A"\\\u{20000}']])
  })
})

describe('headings', () => {
  test('lose a pair of brackets', () => {
    const { value, diagnostics } = chapterOf('title: 甲\nsections:\n  - heading: 【 乙 】\n    body: 丙\n')
    expect(value?.entries[0]?.heading?.text).toBe('乙')
    expect(diagnostics.map((d) => [d.severity, d.code])).toEqual([['warning', 'heading-brackets']])
  })

  test('keep brackets that are no pair around the whole', () => {
    const { value, diagnostics } = chapterOf(
      'title: 甲\nsections:\n  - heading: 【乙】丙【丁】\n    body: 丙\n',
    )
    expect(value?.entries[0]?.heading?.text).toBe('【乙】丙【丁】')
    expect(diagnostics.map((d) => d.code)).toEqual(['heading-brackets'])
  })
})

describe('typed indents', () => {
  test.each([
    ['block', '|\n      　　甲甲\n      乙\n      　　丙\n      　丁\n'],
    ['plain', '甲甲\n      乙\n      　　丙\n      　丁\n'],
    ['double', '"　　甲甲\n      乙\n      　　丙\n      \\u3000丁"\n'],
  ])('begin paragraphs and are dropped: %s', (_, scalar) => {
    for (const end of ['\n', '\r\n']) {
      const file = withBody(scalar).replaceAll('\n', end)
      const body = clean(chapterOf(file)).entries[0]?.body ?? []
      expect(body.map(({ text }) => text.text)).toEqual(['甲甲乙', '丙', '丁'])
      expect(body.map(({ text }) => file[text.offsetAt(0)])).toEqual(['甲甲', '丙', '丁'].map((t) => t[0]))
    }
  })

  test('do not part a heading', () => {
    const { entries } = clean(
      chapterOf('title: 甲\nsections:\n  - heading: |\n      乙\n      　丙\n    body: 丁\n'),
    )
    expect(entries[0]?.heading?.text).toBe('乙丙')
  })
})

describe('parentheses of a credit', () => {
  const printed = (wording: string) =>
    chapterOf(`title: 甲\nsections:\n  - body: 乙\ncredits: [{ printed: ${wording} }]\n`)

  test.each([
    ['（丙丁）', '丙丁', ['warning heading-brackets']],
    ['(丙)', '丙', ['warning heading-brackets']],
    ['（ 丙（丁））', '丙（丁）', ['warning heading-brackets']],
    ['（丙）丁（戊）', '（丙）丁（戊）', []],
    ['丙（丁）', '丙（丁）', []],
  ])('%s', (wording, expected, found) => {
    const { value, diagnostics } = printed(wording)
    expect(value?.credits.map((c) => c.printed)).toEqual([expected])
    expect(diagnostics.map((d) => `${d.severity} ${d.code}`)).toEqual(found)
  })

  test('with nothing in them name nobody', () => {
    expect(printed('（）').diagnostics.map((d) => d.code)).toEqual(['credit-empty', 'heading-brackets'])
  })
})
