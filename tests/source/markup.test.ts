import { describe, expect, test } from 'vitest'
import type { SourceText } from '../../src/core/index.ts'
import type { Inline, MarkedText } from '../../src/source/index.ts'
import { chapterOf, clean, marked, places } from './support.ts'

const fileWith = (body: string): string => `title: 甲\nsections:\n  - heading: 乙\n    body: ${body}\n`

const indented = (text: string): string => text.replaceAll('\n', '\n      ')

/** A body of one paragraph, as a block. */
const textIn = (written: string): MarkedText => {
  const [paragraph] = clean(chapterOf(fileWith(`|\n      ${indented(written)}`))).entries[0]?.body ?? []
  if (paragraph === undefined) throw new Error('no paragraph')
  return paragraph.text
}

/** `kind(detail)[covered]`, annotations after an equals sign. */
const shown = (text: MarkedText): readonly string[] =>
  (text.inline ?? []).map((each) => {
    const covered = text.text.slice(each.from, each.to)
    return each.kind === 'reading'
      ? `${each.form}[${covered}]=${each.text.text}`
      : `${each.kind}${detailOf(each)}[${covered}]`
  })

function detailOf(inline: Inline): string {
  switch (inline.kind) {
    case 'face':
      return `(${inline.face})`
    case 'language':
      return `(${inline.language})`
    case 'spacing':
      return `(${inline.by})`
    case 'spread':
      return `(${inline.over})`
    default:
      return ''
  }
}

const faultsIn = (written: string): readonly string[] => {
  const file = fileWith(`|\n      ${indented(written)}`)
  const { diagnostics, value } = chapterOf(file)
  if (diagnostics.some((d) => d.severity === 'error')) expect(value).toBeUndefined()
  const covered = marked(diagnostics, { 'a.yaml': file })
  return diagnostics.map(({ code, severity }, i) => `${code}${severity === 'error' ? '' : '?'} ${covered[i]}`)
}

describe('commands', () => {
  test.each([
    ['着重', 'em', 'emphasis[乙丙]'],
    ['专名', 'name', 'proper-name[乙丙]'],
    ['书名', 'work', 'book-title[乙丙]'],
    ['黑框', 'mourn', 'mourning[乙丙]'],
    ['粗', 'b', 'bold[乙丙]'],
    ['楷', 'kai', 'face(kai)[乙丙]'],
    ['黑', 'hei', 'face(hei)[乙丙]'],
    ['宋', 'song', 'face(song)[乙丙]'],
    ['仿宋', 'fang', 'face(fangsong)[乙丙]'],
    ['上标', 'sup', 'superscript[乙丙]'],
    ['下标', 'sub', 'subscript[乙丙]'],
    ['注号', 'note', 'note-mark[乙丙]'],
    ['原样', 'raw', 'verbatim[乙丙]'],
    ['直立', 'up', 'upright[乙丙]'],
    ['并排', 'tcy', 'combined[乙丙]'],
    ['语言:en', 'lang:en', 'language(en)[乙丙]'],
    ['语言: ZH-hant-tw ', 'lang:zh-Hant-TW', 'language(zh-Hant-TW)[乙丙]'],
    ['字距:1/4em', 'space:1/4em', 'spacing(0.25)[乙丙]'],
    ['字距:-1/4em', 'space:-0.25字', 'spacing(-0.25)[乙丙]'],
    ['字距:2em', 'space:2em', 'spacing(2)[乙丙]'],
    ['均排:5em', 'spread:5字', 'spread(5)[乙丙]'],
    ['均排:2.5em', 'spread:5/2em', 'spread(2.5)[乙丙]'],
  ])('{%s|…} and {%s|…}', (zh, en, expected) => {
    for (const name of [zh, en]) {
      const text = textIn(`甲{${name}|乙丙}丁`)
      expect(text.text).toBe('甲乙丙丁')
      expect(shown(text)).toEqual([expected])
    }
  })

  test.each([
    ['拼音', 'pinyin'],
    ['注音', 'zhuyin'],
    ['对照', 'gloss'],
    ['行间', 'comment'],
  ])('{%s|base|annotation} and {%s|…|…}', (zh, en) => {
    for (const name of [zh, en]) expect(shown(textIn(`甲{${name}|乙丙|x}丁`))).toEqual([`${en}[乙丙]=x`])
  })
})

describe('what shares one cell', () => {
  test.each(['并排', 'tcy'])('has no markup on a part of it: %s', (name) => {
    for (const content of ['1{粗|2}', '{粗|1}2', '1{着重|2}', '{拼音|甲|jiǎ}乙', '{粗|1{黑|2}}', ' {粗|12}'])
      expect(faultsIn(`甲{${name}|${content}}月`)).toEqual([`markup-argument {${name}|${content}}`])
  })

  test('may have markup on all of it, inside or around', () => {
    expect(shown(textIn('甲{并排|{粗|12}}月'))).toEqual(['combined[12]', 'bold[12]'])
    expect(shown(textIn('甲{粗|1{并排|{黑|{着重|12}}}}月{粗|3}'))).toEqual([
      'bold[112]',
      'combined[12]',
      'face(hei)[12]',
      'emphasis[12]',
      'bold[3]',
    ])
  })
})

describe('text without markup', () => {
  test.each([
    '甲{乙}丙',
    '{}|{ 着重|}',
    '{着重}甲|乙}',
    'f(x) = {x | x > 0}',
    '{1|2} {a1|b} {a b|c}',
    '{一二三四五六七八九十甲乙丙|丁}',
    'C:\\甲\\n\\ \\一',
    '丙\\',
    '甲|乙|丙',
  ])('%s', (written) => {
    const text = textIn(`文${written}`)
    expect(text.text).toBe(`文${written}`)
    expect('inline' in text).toBe(false)
  })

  test('credits, ids, provenance and the title of a book take braces as they are', () => {
    const chapter = clean(
      chapterOf(`title: 甲
source: { note: "{em|甲} \\\\{" }
sections:
  - body: 丙
    credits: [{ names: ['{em|乙}', '\\{'], printed: '{x|丙}' }]
`),
    )
    expect(chapter.provenance?.note).toBe('{em|甲} \\{')
    expect(chapter.entries[0]?.credits).toMatchObject([{ names: ['{em|乙}', '\\{'], printed: '{x|丙}' }])
  })
})

describe('escapes', () => {
  test.each([
    ['\\{em|甲}', '{em|甲}', []],
    ['\\\\', '\\', []],
    ['\\|\\}', '|}', []],
    ['\\\\{em|甲}', '\\甲', ['emphasis[甲]']],
    ['\\\\\\{em|甲}', '\\{em|甲}', []],
    ['{em|甲\\}乙\\|丙\\{丁}', '甲}乙|丙{丁', ['emphasis[甲}乙|丙{丁]']],
    ['{em|甲{乙}', '甲{乙', ['emphasis[甲{乙]']],
    ['{gloss|甲|a\\|b\\}c{d}', '甲', ['gloss[甲]=a|b}c{d']],
    ['{raw|{em|甲\\}|\\乙}', '{em|甲}|\\乙', ['verbatim[{em|甲}|\\乙]']],
  ])('%s', (written, expected, inline) => {
    const text = textIn(written)
    expect(text.text).toBe(expected)
    expect(shown(text)).toEqual(inline)
  })
})

describe('nesting', () => {
  test('outer ones come first, then those that begin first', () => {
    const text = textIn('{b|甲{em|乙{kai|丙}}}{sup|丁}{em|{b|戊}己}')
    expect(text.text).toBe('甲乙丙丁戊己')
    expect(shown(text)).toEqual([
      'bold[甲乙丙]',
      'emphasis[乙丙]',
      'face(kai)[丙]',
      'superscript[丁]',
      'emphasis[戊己]',
      'bold[戊]',
    ])
  })

  test('one in the other over the same text keep their order', () => {
    expect(shown(textIn('{em|{b|甲}}{b|{em|乙}}'))).toEqual([
      'emphasis[甲]',
      'bold[甲]',
      'bold[乙]',
      'emphasis[乙]',
    ])
  })

  test('a mark over a split base lies outside its readings', () => {
    expect(shown(textIn('{pinyin|{em|张三}丰|zhāng sān fēng}'))).toEqual([
      'emphasis[张三]',
      'pinyin[张]=zhāng',
      'pinyin[三]=sān',
      'pinyin[丰]=fēng',
    ])
  })
})

describe('readings', () => {
  test.each([
    ['{pinyin|张三|zhāng sān}', ['pinyin[张]=zhāng', 'pinyin[三]=sān']],
    ['{zhuyin|张三| ㄓㄤ　ㄙㄢ }', ['zhuyin[张]=ㄓㄤ', 'zhuyin[三]=ㄙㄢ']],
    ['{pinyin|张三| zhāngsān }', ['pinyin[张三]=zhāngsān']],
    ['{pinyin|张三|a b c}', ['pinyin[张三]=a b c']],
    ['{pinyin|欧阳·修|ōu yáng xiū}', ['pinyin[欧]=ōu', 'pinyin[阳]=yáng', 'pinyin[修]=xiū']],
    [
      '{pinyin|\u{20000}葛\u{e0100}〇|a b c}',
      ['pinyin[\u{20000}]=a', 'pinyin[葛\u{e0100}]=b', 'pinyin[〇]=c'],
    ],
    ['{pinyin|WTO|a}', ['pinyin[WTO]=a']],
    ['{gloss|世贸|world trade}', ['gloss[世贸]=world trade']],
    ['{comment|张三|字 季}', ['comment[张三]=字 季']],
    ['{pinyin|张\n三|zhāng\nsān}', ['pinyin[张]=zhāng', 'pinyin[三]=sān']],
    ['{gloss|世贸|world\ntrade}', ['gloss[世贸]=world trade']],
    ['{comment|甲|注释\n分行}', ['comment[甲]=注释分行']],
  ])('%j', (written, expected) => {
    expect(shown(textIn(written))).toEqual(expected)
  })
})

describe('lines', () => {
  test.each([
    ['{em|甲\n乙}丙', '甲乙丙', ['emphasis[甲乙]']],
    ['{em|Windows\nNT}', 'Windows NT', ['emphasis[Windows NT]']],
    ['Windows\n{em|NT}', 'Windows NT', ['emphasis[NT]']],
    ['Windows\n{着重|系统}', 'Windows系统', ['emphasis[系统]']],
    ['{b|Windows}\n{着重|NT}', 'Windows NT', ['bold[Windows]', 'emphasis[NT]']],
    ['共\n{着重|NT}', '共NT', ['emphasis[NT]']],
    ['Windows\n{em|\nNT}', 'Windows NT', ['emphasis[ NT]']],
    ['甲{着\n重|乙}', '甲乙', ['emphasis[乙]']],
    ['甲\t{em|乙\t丙}', '甲 乙 丙', ['emphasis[乙 丙]']],
  ])('%j', (written, expected, inline) => {
    const text = textIn(written)
    expect(text.text).toBe(expected)
    expect(shown(text)).toEqual(inline)
  })

  test('markup does not run on into the next paragraph', () => {
    expect(faultsIn('甲{em|乙\n\n丙}丁')).toEqual(['markup-unclosed {em|'])
  })
})

describe('places', () => {
  const scalars: readonly (readonly [string, string])[] = [
    ['block', '|\n      甲{着重|乙\n      丙}\\{丁{拼音|张三|zhāng sān}戊'],
    ['folded', '>-\n      甲{着重|乙\n      丙}\\{丁{拼音|张三|zhāng sān}戊'],
    ['plain', '甲{着重|乙\n      丙}\\{丁{拼音|张三|zhāng sān}戊'],
    ['single', "'甲{着重|乙\n      丙}\\{丁{拼音|张三|zhāng sān}戊'"],
    ['double', '"甲{着重|乙\n      丙}\\\\{丁{拼音|张三|zhāng sān}戊"'],
    ['escapes', '"甲{着重|乙\\n丙}\\\\{丁{拼音|\\u5f20三|zhāng sān}戊"'],
  ]

  const wrong = (file: string, source: SourceText): readonly string[] =>
    [...source.text].filter((c, i) => file[source.offsetAt(i)] !== c && file[source.offsetAt(i)] !== '\\')

  test.each(scalars)('%s', (_, scalar) => {
    for (const file of [fileWith(scalar), fileWith(scalar).replaceAll('\n', '\r\n')]) {
      const text = clean(chapterOf(file)).entries[0]?.body[0]?.text
      expect(text?.text).toBe('甲乙丙{丁张三戊')
      if (text === undefined) continue
      expect(shown(text)).toEqual(['emphasis[乙丙]', 'pinyin[张]=zhāng', 'pinyin[三]=sān'])
      expect(wrong(file, text)).toEqual([])
      for (const c of '丙丁戊') expect(text.offsetAt(text.text.indexOf(c))).toBe(file.indexOf(c))
      for (const each of text.inline ?? []) {
        if (each.kind !== 'reading') continue
        expect(wrong(file, each.text)).toEqual([])
        expect(each.text.offsetAt(0)).toBe(file.indexOf(each.text.text))
      }
    }
  })

  test.each([
    ['block', '|\n      Windows\n      {em|NT}', 'Windows'],
    ['double', '"Windows\\"\n      {em|NT}"', 'Windows\\"'],
  ])('the space for a line end stands at the line end: %s', (_, scalar, line) => {
    const file = fileWith(scalar)
    const text = clean(chapterOf(file)).entries[0]?.body[0]?.text
    expect(text?.offsetAt(text.text.indexOf(' '))).toBe(file.indexOf(line) + line.length)
  })

  test('an escaped character stands where it is, not where its backslash is', () => {
    const file = fileWith('|\n      甲\\{em|乙}')
    const text = clean(chapterOf(file)).entries[0]?.body[0]?.text
    expect(text?.offsetAt(1)).toBe(file.indexOf('{em'))
    expect(text?.spanOf(0, 2)).toMatchObject({ start: file.indexOf('甲\\'), end: file.indexOf('em|') })
  })
})

describe('faults', () => {
  test.each([
    ['甲{着中|乙}', ['markup-unknown 着中']],
    ['甲{EM|乙}', ['markup-unknown EM']],
    ['{xyz:1|乙}丙', ['markup-unknown xyz']],
    ['甲{em|乙', ['markup-unclosed {em|']],
    ['{字距:1/4em|乙{em|丙', ['markup-unclosed {字距:1/4em|', 'markup-unclosed {em|']],
    ['甲{em|}乙', ['markup-empty {em|}']],
    ['甲{em| 　}乙', ['markup-empty {em| 　}']],
    ['甲{em|{b|}}乙', ['markup-empty {em|{b|}}', 'markup-empty {b|}']],
    ['{拼音||x}', ['markup-empty {拼音||x}']],
    ['{拼音|甲| }', ['markup-empty {拼音|甲| }']],
    ['{拼音|甲}', ['markup-annotation {拼音|甲}']],
    ['{em|甲|乙}', ['markup-annotation |']],
    ['{拼音|甲|a|b}', ['markup-annotation |']],
    ['{拼音|甲|{em|a}}', ['markup-annotation em']],
    ['{em:1|甲}', ['markup-argument 1']],
    ['{em:|甲}', ['markup-argument :']],
    ['{语言|甲}', ['markup-argument 语言']],
    ['{语言:|甲}', ['markup-argument :']],
    ['{语言:英文|甲}', ['markup-argument 英文']],
    ['{lang:e|甲}', ['markup-argument e']],
    ['{字距:1/4|甲}', ['markup-argument 1/4']],
    ['{字距:3em|甲}', ['markup-argument 3em']],
    ['{字距:-1/3em|甲}', ['markup-argument -1/3em']],
    ['{字距:1mm|甲}', ['markup-argument 1mm']],
    ['{均排:1/3em|甲}', ['markup-argument 1/3em']],
    ['{均排:41em|甲}', ['markup-argument 41em']],
    ['{均排:0em|甲}', ['markup-argument 0em']],
    ['{着重｜甲}乙', ['markup-unknown? {着重｜']],
    ['｛着重｜甲｝乙', ['markup-unknown? ｛着重｜']],
    ['{字距：1/4em|甲}乙', ['markup-unknown? {字距：1/4em|']],
    ['{着重：甲}乙', ['markup-unknown? {着重：']],
    ['｛着重：甲｝乙', ['markup-unknown? ｛着重：']],
    ['{着重:甲}乙', ['markup-unknown? {着重:']],
    ['{em：甲}乙', ['markup-unknown? {em：']],
    ['{语言：en}乙', ['markup-unknown? {语言：']],
    ['{着重丨甲}乙', ['markup-unknown? {着重丨']],
    ['{字距:1/4em丨甲}乙', ['markup-unknown? {字距:1/4em丨']],
    ['｛着重|甲}乙', ['markup-unknown? ｛着重|']],
    ['｛b|甲}乙', ['markup-unknown? ｛b|']],
    ['{拼音丨甲|jiǎ}', ['markup-unknown 拼音丨甲']],
    ['{着重|甲｝乙（{丙}）', ['markup-unclosed? ｝']],
    ['{着重|甲｝乙', ['markup-unclosed {着重|', 'markup-unclosed? ｝']],
    ['{拼音|甲|jiǎ｝乙}', ['markup-unclosed? ｝']],
    ['{着重|｛甲｝}乙', []],
    ['{着重|｛黑｜甲｝}乙', ['markup-unknown? ｛黑｜']],
    ['{原样|甲｝}乙', []],
    ['{原样|｛着重｜甲｝}', []],
    ['｛甲｜乙｝｛甲：乙｝{甲：乙}{甲丨乙}', []],
    ['{name: 甲}{b: 乙}｛｝{：}{丨}{着重}｛着重｝{着重，甲}', []],
  ])('%s', (written, expected) => {
    expect(faultsIn(written)).toEqual(expected)
  })

  test('all come in one run, in order, and the text is not lost by them', () => {
    const file = `title: '{em|}'
sections:
  - heading: 甲{着中|乙}丙
    body: |
      丁{字距:9em|戊
      己}{拼音|庚}

      辛{em|壬
`
    const { diagnostics } = chapterOf(file)
    expect(places(diagnostics, { 'a.yaml': file })).toEqual([
      '1:9 markup-empty',
      '3:16 markup-unknown',
      '5:12 markup-argument',
      '6:9 markup-annotation',
      '8:8 markup-unclosed',
    ])
    expect(diagnostics.map(({ entry }) => entry)).toEqual([undefined, '甲乙丙', '甲乙丙', '甲乙丙', '甲乙丙'])
  })

  test('an unknown name is told with the one that was meant and with the escape', () => {
    const [{ hints } = { hints: [] }] = chapterOf(fileWith('甲{着中|乙}')).diagnostics
    expect(hints.map(({ zh }) => zh).join()).toMatch(/`着重`.*`\\\{`/)
    const [{ hints: latin } = { hints: [] }] = chapterOf(fileWith('甲{pinyn|乙|x}')).diagnostics
    expect(latin[0]?.en).toContain('`pinyin`')
  })

  test.each([
    ['{着重：甲}', '{着重|'],
    ['{着重丨甲}', '{着重|'],
    ['｛字距：1/4em｜甲}', '{字距:1/4em|'],
    ['{语言：甲}', '{语言:…|'],
    ['{拼音丨甲|jiǎ}', '{拼音|'],
    ['{着重|甲｝乙}', '}'],
  ])('what was meant is told: %s', (written, meant) => {
    const [{ hints } = { hints: [] }] = chapterOf(fileWith(`|\n      ${written}`)).diagnostics
    expect(hints[0]?.zh).toContain(`\`${meant}\``)
  })

  test('characters in annotations are checked as those of the text are', () => {
    expect(faultsIn('{拼音|甲乙|a\ue000 b\u200b}')).toEqual([
      'private-use? \ue000',
      'control-character? \u200b',
    ])
    expect(faultsIn('{行间|甲|שלום}')).toEqual(['right-to-left שלום'])
  })

  test('half a million signs are read at once', () => {
    const began = performance.now()
    const deep = `${'{em|'.repeat(50_000)}甲${'}'.repeat(50_000)}`
    expect(textIn(deep).inline).toHaveLength(50_000)
    expect(textIn('{b| 甲}\\{'.repeat(50_000)).text).toHaveLength(150_000)
    expect(faultsIn('{em|'.repeat(50_000))).toHaveLength(50_000)
    expect(textIn(`文${'{a:'.repeat(100_000)}`).text).toHaveLength(300_001)
    expect(performance.now() - began).toBeLessThan(5_000)
  })
})

describe('headings', () => {
  const headingIn = (heading: string) => {
    const { value, diagnostics } = chapterOf(
      `title: 甲\nsections:\n  - heading: '${heading}'\n    body: 丙\n`,
    )
    return { text: value?.entries[0]?.heading, codes: diagnostics.map((d) => d.code) }
  }

  test.each([
    ['【{em|乙}丁】', '乙丁', ['emphasis[乙]'], ['heading-brackets']],
    ['【 乙{em|丁} 】', '乙丁', ['emphasis[丁]'], ['heading-brackets']],
    ['{em|【乙丁】}', '乙丁', ['emphasis[乙丁]'], ['heading-brackets']],
    ['乙{em|【丁】}', '乙【丁】', ['emphasis[【丁】]'], ['heading-brackets']],
    ['【{拼音|乙丁|a b}】', '乙丁', ['pinyin[乙]=a', 'pinyin[丁]=b'], ['heading-brackets']],
    ['乙{em|丁}', '乙丁', ['emphasis[丁]'], []],
  ])('%s', (heading, expected, inline, codes) => {
    const found = headingIn(heading)
    expect(found.text?.text).toBe(expected)
    expect(found.text && shown(found.text)).toEqual(inline)
    expect(found.codes).toEqual(codes)
  })

  test('repeat without their markup', () => {
    const file = "title: 甲\nsections:\n  - { heading: '{em|乙}', body: 丙 }\n  - { heading: 乙, body: 丁 }\n"
    expect(chapterOf(file).diagnostics.map((d) => d.code)).toEqual(['heading-repeated'])
  })

  test('titles of parts and chapters have markup too', async () => {
    const { readBook } = await import('../../src/source/index.ts')
    const { filesOf } = await import('../../src/core/index.ts')
    const book = clean(
      readBook(
        'b.yaml',
        filesOf({
          'b.yaml': "title: '{em|书}'\nparts: [{ title: '{em|类}目', chapters: [a.yaml] }]\n",
          'a.yaml': 'title: 分{b|目}\nsections: [{ body: 甲 }]\n',
        }),
      ),
    )
    expect(book.title?.text).toBe('{em|书}')
    const [part] = book.parts
    expect(part?.title && shown(part.title)).toEqual(['emphasis[类]'])
    expect(part?.chapters[0] && shown(part.chapters[0].title)).toEqual(['bold[目]'])
  })
})

describe('a text that begins with a brace', () => {
  test.each(['{着重|甲}', '{着重|甲}乙', '[{字距:1/4em|甲}]', '\n      - {lang:en|Windows, NT}\n'])(
    '%j',
    (body) => {
      const { diagnostics } = chapterOf(fileWith(body))
      expect(diagnostics.map((d) => d.severity)).toContain('error')
      expect(diagnostics.map((d) => d.code)).not.toContain('entry-empty')
      for (const { hints } of diagnostics.filter((d) => d.severity === 'error'))
        expect(hints.map(({ en }) => en).join()).toContain('begins with {')
    },
  )
})
