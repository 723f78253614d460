import { describe, expect, test } from 'vitest'
import { chapterOf, marked, places } from './support.ts'

const faults = (text: string): readonly string[] =>
  places(chapterOf(text).diagnostics, { 'a.yaml': text.replace(/^\ufeff/, '') })

const entry = (rest: string): string => `title: 甲\nsections:\n  - heading: 乙\n    ${rest}\n`

describe('shape', () => {
  test.each([
    ['tilte: 甲\nsections:\n  - body: 乙\n', ['1:1 unknown-key']],
    ['sections:\n  - body: 乙\n', ['1:1 missing-key']],
    ['title:\nsections:\n  - body: 乙\n', ['1:1 missing-key']],
    ['title: ""\nsections:\n  - body: 乙\n', ['1:8 missing-key']],
    ['title: 甲\n', ['1:1 missing-key']],
    ['title: [甲]\nsections:\n  - body: 乙\n', ['1:8 wrong-type']],
    ['title: 甲\nsections: 乙\n', ['2:11 wrong-type']],
    ['title: 甲\nsections:\n  - 乙\n', ['3:5 wrong-type']],
    ['title: 甲\nsections: []\n', ['2:1 entry-empty']],
    ['- 甲\n', ['1:1 wrong-type']],
    ['title：甲\n', ['1:1 wrong-type']],
    [entry('body: 丙\n    from: x'), ['5:5 unknown-key']],
    [entry('body: { a: 1 }'), ['4:11 wrong-type']],
    [entry('body: [丙, { table: 1 }]'), ['4:15 wrong-type']],
    [entry('body: 丙\n    form: lines'), ['5:11 bad-value']],
    [entry('body: 丙\n    id: a b'), ['5:9 bad-value']],
    [entry('body: 丙\n    body: 丁'), ['5:5 duplicate-key']],
    [entry('body: 丙\n    credits: [{ names: 刘 }]'), ['5:24 wrong-type']],
    [entry('body: 丙\n    credits: [{ rol: 供稿, names: [刘] }]'), ['5:17 unknown-key']],
    ['title: 甲\nsections:\n  - { body: 乙, id: x }\n  - { body: 丙, id: x }\n', ['4:20 bad-value']],
    ['__proto__: 1\ntitle: 甲\nsections:\n  - body: 乙\n', ['1:1 unknown-key']],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('a misspelt key is told once, with the key that was meant', () => {
    const { diagnostics, value } = chapterOf('tilte: 甲\nsections:\n  - body: 乙\n')
    expect(value).toBeUndefined()
    expect(diagnostics.map((d) => d.message.en)).toEqual(['unknown key `tilte` in a chapter'])
    expect(diagnostics[0]?.hints[0]?.en).toMatch(/^did you mean `title`\? keys of a chapter are title, /)
    expect(diagnostics[0]?.hints[0]?.zh).toContain('`title`')
  })

  test('all problems come together in source order', () => {
    const text = `tilte: 甲
sections:
  - heading: 【乙】
    body: "丙\\u0001\\ue008"
    bodi: x
  - heading: 乙
    body: 丁
  - {}
credits: [{ role: 供稿 }]
x: 1
`
    expect(faults(text)).toEqual([
      '1:1 unknown-key',
      '3:15 heading-brackets?',
      '4:13 control-character',
      '4:19 private-use?',
      '5:5 unknown-key',
      '6:14 heading-repeated?',
      '8:5 entry-empty',
      '9:13 credit-empty',
      '10:1 unknown-key',
    ])
  })
})

describe('emptiness', () => {
  test.each([
    [entry('credits: []'), ['3:14 entry-empty?']],
    [entry('body:'), ['4:5 entry-empty?']],
    [entry('body: ""'), ['4:5 entry-empty?']],
    [entry('form: line'), []],
    ['title: 甲\nsections:\n  - heading:\n    body: 乙\n', ['3:5 entry-empty?']],
    ['title: 甲\nsections:\n  - heading: ""\n    body: "  "\n', ['3:5 entry-empty']],
    [entry('body: 丙\n    credits:'), ['5:5 credit-empty']],
    [entry('body: 丙\n    credits: [{ names: [] }]'), ['5:17 credit-empty']],
    [entry('body: 丙\n    credits: [{ names: [""] }]'), ['5:25 credit-empty']],
  ])('%j', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })
})

describe('YAML', () => {
  test.each([
    ['title: "甲\nsections: []\n', ['1:8 yaml-syntax']],
    ['title: [甲\nsections: []\n', ['1:8 yaml-syntax']],
    ['title: 甲\nsections:\n\t- body: 乙\n', ['3:1 yaml-syntax']],
    ['title: 甲: 乙\nsections: []\n', ['1:8 yaml-syntax']],
    ['title: @甲\nsections: []\n', ['1:8 yaml-syntax']],
    ['title: "甲\\q"\nsections: []\n', ['1:10 yaml-syntax']],
    ['title: “甲”\ntitle:乙\nsections: []\n', ['2:1 yaml-syntax']],
    ['title: "甲"乙\n', ['1:11 yaml-syntax']],
    ['title: 甲\n---\ntitle: 乙\n', ['2:1 yaml-syntax']],
    ['title: !x 甲\nsections:\n  - body: 乙\n', ['1:8 yaml-syntax']],
    [entry('body: !!binary 丙'), ['4:11 yaml-syntax']],
    [entry('body: !全县大会召开'), ['4:11 yaml-syntax']],
    [entry('body: [! 甲, !乙]\n    form: !!str line'), ['4:12 yaml-syntax', '5:11 yaml-syntax']],
    [entry('body: !x |\n      丙'), ['4:11 yaml-syntax']],
    ['title: .inf\nsections:\n  - body: 乙\n', ['1:8 bad-value']],
    ['title: *甲\nsections:\n  - body: &乙 丙\n', ['1:8 yaml-alias', '3:11 yaml-alias']],
    ['tilte: 甲\nsections:\n  - heading: "乙\n    body: 丙\n', ['1:1 unknown-key', '3:14 yaml-syntax']],
    ['title: "\\q"\nsections:\n  - body: "\\z"\n', ['1:9 yaml-syntax', '3:12 yaml-syntax']],
    ["title: '甲\nsections:\n  - heading: '乙'\n    body: a: b\n", ['1:8 yaml-syntax']],
    ['', ['1:1 file-empty']],
    [' \n\n', ['1:1 file-empty']],
    ['# nothing\n', ['1:1 file-empty']],
    [`${'- '.repeat(20000)}甲`, ['1:83 yaml-syntax']],
    ['['.repeat(20000), ['1:42 yaml-syntax']],
  ])('%#', (text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('a full-width colon is seen through', () => {
    const { diagnostics } = chapterOf('title：甲\nsections: []\n')
    expect(diagnostics[0]?.hints.map((h) => h.zh).join()).toContain('半角冒号')
  })

  test('an alias bomb is refused at once', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(9)}]\n`)
    const { value, diagnostics } = chapterOf(`k0: &k0 [x]\n${lines.join('')}`)
    expect(value).toBeUndefined()
    expect(diagnostics.map((d) => d.code)).toEqual(Array(11).fill('yaml-alias'))
    expect(diagnostics.at(-1)?.message.en).toMatch(/^391 more /)
  })

  test('beside an alias only what YAML says is told', () => {
    expect(faults('title: *甲\nx: 1\nsections:\n  - { bodi: 乙 }\n  - body: 丙 # \u0000\n')).toEqual([
      '1:8 yaml-alias',
      '5:15 control-character',
    ])
  })

  test.each([
    ['braces', '{'.repeat(5_000_000), '1:42 yaml-syntax'],
    ['list marks', '- '.repeat(2_500_000), '1:83 yaml-syntax'],
    ['tags', '!a '.repeat(100_000), '1:1 yaml-syntax'],
    ['commas', `- [${','.repeat(100_000)}`, '1:1 wrong-type'],
    ['hyphens', `title: 甲\n${'-'.repeat(200_000)}\n`, '2:1 yaml-syntax'],
    ['a quote that never closes', `title: "${'甲'.repeat(1_000_000)}`, '1:8 yaml-syntax'],
  ])('a line of megabytes is told at once: %s', (_, text, expected) => {
    const began = performance.now()
    expect(faults(text)[0]).toBe(expected)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('more faults than a call takes arguments', () => {
    const keys = Array.from({ length: 150_000 }, (_, i) => `k${i}: 1\n`)
    const text = `title: 甲\n${keys.join('')}sections:\n  - body: 乙\n`
    expect(chapterOf(text).diagnostics).toHaveLength(150_000)
    expect(chapterOf(entry(`body: ${'丙\u200b'.repeat(150_000)}`)).diagnostics).toHaveLength(10_000)
  })
})

describe('characters', () => {
  test.each([
    ['丙\\u0000', ['4:13 control-character']],
    ['丙\\ud800丁', ['4:13 control-character']],
    ['丙\\u2028丁', ['4:13 control-character']],
    ['丙\u0007丁', ['4:13 control-character']],
    ['丙\ufffd丁', ['4:13 control-character?']],
    ['丙\u200b丁', ['4:13 control-character?']],
    ['丙\ue008\ue009丁\ue008', ['4:13 private-use?', '4:16 private-use?']],
    ['丙\u{f0000}丁', ['4:13 private-use?']],
    ['丙 سلام عليكم 丁', ['4:14 right-to-left']],
    ['丙שלום丁', ['4:13 right-to-left']],
    ['丙\u202e丁', ['4:13 right-to-left']],
    ['丙\t丁', []],
    ['\u{20000}々〇①℃é', []],
  ])('%j', (body, expected) => {
    expect(faults(entry(`body: "${body}"`))).toEqual(expected)
  })

  test('the finding names the code point, the place and the entry', () => {
    const text = entry('body: |\n      帮扶救\ue008助')
    const { diagnostics, value } = chapterOf(text)
    expect(marked(diagnostics, { 'a.yaml': text })).toEqual(['\ue008'])
    expect(diagnostics[0]).toMatchObject({ entry: '乙' })
    expect(diagnostics[0]?.message.en).toContain('U+E008 in `帮扶救▯助`')
    expect(value?.entries[0]?.body[0]?.text.text).toBe('帮扶救\ue008助')
  })

  test('controls are found outside texts too', () => {
    expect(faults('title: 甲 # \u0000\nsections:\n  - body: 乙\n')).toEqual(['1:12 control-character'])
  })
})
