import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesOf } from '../../src/core/index.ts'
import { type ChapterDraft, readChapter, writeChapter } from '../../src/source/index.ts'

const SCHEMA = '../../schemas/chapter.schema.json'
const read = (text: string) => readChapter('a.yaml', filesOf({ 'a.yaml': text }))

const LONG =
  '2002年，市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，把理论武装工作作为党建工作的首要任务，把“三个代表”重要思想和党的十六大精神作为理论学习的主要内容。'

describe('writeChapter', () => {
  test('writes what an editor likes to work in', () => {
    const draft: ChapterDraft = {
      title: '市直机关党的工作',
      source: { url: 'http://lib.example/?a=1&b=2' },
      sections: [
        {
          heading: '理论武装工作',
          paragraphs: [LONG, '又一段。'],
          credits: [{ role: '供稿', names: ['刘英杰'] }],
          comment: '原文有 U+E008',
        },
        { heading: '1月', form: 'line', paragraphs: [] },
      ],
      credits: [{ role: '供稿', names: ['刘英杰', '王　明'], unit: '市委' }],
    }
    expect(
      writeChapter(draft, SCHEMA),
    ).toBe(`# yaml-language-server: $schema=../../schemas/chapter.schema.json

title: 市直机关党的工作
source:
  url: http://lib.example/?a=1&b=2
sections:
  # 原文有 U+E008
  - heading: 理论武装工作
    body: |
      2002年，市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，
      把理论武装工作作为党建工作的首要任务，把“三个代表”重要思想和党的十六大精神
      作为理论学习的主要内容。

      又一段。
    credits:
      - { role: 供稿, names: [ 刘英杰 ] }

  - heading: 1月
    form: line
credits:
  - { role: 供稿, names: [ 刘英杰, 王　明 ], unit: 市委 }
`)
  })

  test('quotes what YAML would take for something else', () => {
    const titles = ['2002', 'true', '甲: 乙', '# 甲', '“甲”', '*甲', '[甲]', "it's", '- 甲', '~', '']
    const text = writeChapter(
      { title: 'x', sections: titles.map((t) => ({ heading: t, paragraphs: ['- x: #'] })) },
      SCHEMA,
    )
    expect(parse(text).sections.map((s: { heading: string }) => s.heading)).toEqual(titles)
  })

  test('text comes back to the character', () => {
    const unit = fc.constantFrom(
      ...('一二三四五六七八九，。“”：；（）—…·ABCdef019 \t　-#:[]{}&*!|>\'"%@`é𠀀한'.match(/./gu) ?? []),
    )
    const paragraph = fc
      .array(unit, { minLength: 1, maxLength: 200 })
      // A tab is read as a space; blank at the edges is layout.
      .map((units) =>
        units
          .join('')
          .replaceAll('\t', ' ')
          .replace(/^[ \u3000]+|[ \u3000]+$/g, ''),
      )
      .filter((text) => text !== '')
    const section = fc.record({
      heading: paragraph,
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 3 }), (sections) => {
        const { value, diagnostics } = read(writeChapter({ title: '题', sections }, SCHEMA))
        expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
        const back = value?.entries.map((entry) => ({
          heading: entry.heading?.text,
          paragraphs: entry.body.map((block) => block.text.text),
        }))
        expect(back).toEqual(sections)
      }),
      { numRuns: 500 },
    )
  })

  test('what looks like markup comes back as text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '|',
        '\\',
        '\\{',
        '\\\\',
        '{em|',
        '{着重|',
        '{字距:1/4em|',
        '{甲:\\|',
        '{拼音|张|x}',
      ),
      fc.constantFrom(
        '甲',
        '乙丙，',
        'Windows NT',
        ' ',
        'a',
        ':',
        '：',
        '｜',
        '｛',
        '一二三四五六七八九十。',
      ),
    )
    const text = fc
      .array(piece, { minLength: 1, maxLength: 60 })
      .map((pieces) => pieces.join('').replace(/^[ \u3000]+|[ \u3000]+$/g, ''))
      .filter((joined) => joined !== '')
    fc.assert(
      fc.property(text, text, text, (title, heading, paragraph) => {
        const draft = { title, sections: [{ heading, paragraphs: [paragraph] }] }
        const { value, diagnostics } = read(writeChapter(draft, SCHEMA))
        expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([])
        const [entry] = value?.entries ?? []
        const back = [value?.title, entry?.heading, entry?.body[0]?.text]
        expect(back.map((each) => each?.text)).toEqual([title, heading, paragraph])
        expect(back.map((each) => each?.inline)).toEqual([undefined, undefined, undefined])
      }),
      { numRuns: 1000 },
    )
  })

  test('a space that becomes a line end makes no markup of a text with braces', () => {
    const word = fc.constantFrom(
      ...[
        '{',
        '{em',
        '{e',
        'm|x}',
        'em|',
        '|x}',
        '{Open',
        'Source|x}',
        '{lang:',
        'en|x}',
        '{b:',
        'x|',
        '}',
        '|',
      ],
      ...['\\', '\\{em|', '{着', '重|', '{着重', '拼音|', '甲乙丙，', 'See', 'of', 'Typography'],
    )
    const blank = fc.constantFrom(' ', ' ', ' ', '')
    const paragraph = fc
      .array(fc.tuple(word, blank), { minLength: 30, maxLength: 80 })
      .map((pairs) => pairs.flat().join('').trim())
      .filter((text) => text.length > 76)
    const draftOf = (text: string): ChapterDraft => ({ title: '题', sections: [{ paragraphs: [text] }] })
    let lines = 0
    fc.assert(
      fc.property(paragraph, (text) => {
        const written = writeChapter(draftOf(text), SCHEMA)
        lines += parse(written).sections[0].body.split('\n').length - 1
        const { value, diagnostics } = read(written)
        expect(diagnostics.filter(({ code }) => code.startsWith('markup'))).toEqual([])
        const [block] = value?.entries[0]?.body ?? []
        expect([block?.text.text, block?.text.inline]).toEqual([text, undefined])
      }),
      { numRuns: 1000 },
    )
    expect(lines).toBeGreaterThan(2000)
  })

  test.each(['{e m|x}', '{Open Source|x}', '{em |x}', '{lang: en|x}'])('nor of %s alone', (braces) => {
    for (let before = 36; before <= 80; before++) {
      const text = `${'a '.repeat(before / 2).slice(0, before)} See ${braces} and so on to the end of it`
      const { value, diagnostics } = read(
        writeChapter({ title: '题', sections: [{ paragraphs: [text] }] }, SCHEMA),
      )
      expect(diagnostics).toEqual([])
      const [block] = value?.entries[0]?.body ?? []
      expect([block?.text.text, block?.text.inline]).toEqual([text, undefined])
    }
  })

  test('a control character is written as an escape, to be reported and not lost', () => {
    const text = writeChapter(
      { title: '题', sections: [{ heading: '甲', paragraphs: ['乙\u0001丙'] }] },
      SCHEMA,
    )
    expect(parse(text).sections[0].body).toBe('乙\u0001丙\n')
    expect(read(text).diagnostics.map((d) => d.code)).toEqual(['control-character'])
  })
})
