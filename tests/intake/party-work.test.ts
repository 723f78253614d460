// The real chapter: 67 hard-wrapped lines of a digitised yearbook.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesOf } from '../../src/core/index.ts'
import { changeLog, importText } from '../../src/intake/index.ts'
import { readChapter, renderCredits, writeChapter } from '../../src/source/index.ts'

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const raw = file('../../content/weifang/raw/party-work.txt')
const wanted = JSON.parse(file('fixtures/party-work.json')) as {
  readonly title: string
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[]
  readonly credit: string
}
const imported = (dropPrivateUse: boolean) =>
  importText(raw, { file: 'content/weifang/raw/party-work.txt', dropPrivateUse })

describe('the chapter', () => {
  const { draft } = imported(true).value

  test('says what the book says', () => {
    expect(draft.title).toBe(wanted.title)
    expect(draft.sections).toEqual(
      wanted.sections.map(({ heading, paragraphs }) => ({ heading, form: 'bracket', paragraphs })),
    )
    expect(draft.credits).toEqual([{ role: '供稿', names: ['刘英杰'] }])
    expect(renderCredits(draft.credits ?? [])).toBe(wanted.credit)
    expect(draft.source).toEqual({
      url: 'http://lib.sdsqw.cn/bin/mse.exe?seachword=&K=d70&A=11&rec=16&run=13',
    })
  })

  test('written as YAML and read back it is the same', () => {
    const yaml = writeChapter(draft, '../../schemas/chapter.schema.json')
    const { value: chapter, diagnostics } = readChapter('a.yaml', filesOf({ 'a.yaml': yaml }))
    expect(diagnostics).toEqual([])
    expect(chapter?.title.text).toBe(draft.title)
    expect(chapter?.entries.map(({ heading }) => heading?.text)).toEqual(
      draft.sections.map(({ heading }) => heading),
    )
    expect(chapter?.entries.map(({ body }) => body.map(({ text }) => text.text))).toEqual(
      draft.sections.map(({ paragraphs }) => paragraphs),
    )
    expect(renderCredits(chapter?.credits ?? [])).toBe(wanted.credit)
  })

  test('the approved chapter is the imported one', () => {
    const approved = file('../../content/weifang/party-work.yaml')
    expect(approved).toBe(writeChapter(draft, '../../schemas/chapter.schema.json'))
    const { value, diagnostics } = readChapter('a.yaml', filesOf({ 'a.yaml': approved }))
    expect(diagnostics).toEqual([])
    expect(value?.entries.map(({ body }) => body.map(({ text }) => text.text))).toEqual(
      wanted.sections.map(({ paragraphs }) => paragraphs),
    )
  })
})

describe('the log', () => {
  test('in one line, in both languages', () => {
    const { summary } = imported(false).value
    expect(summary.measure).toBe(70)
    expect(summary.text.en).toBe(
      '6 headings, 6 paragraphs, joined 51 lines, 85 marks to full width, 8 padding spaces removed, ' +
        '2 private-use characters kept',
    )
    expect(summary.text.zh).toBe(
      '标题 6 个，段落 6 个，接排 51 行，标点改全角 85 处，删去填充空格 8 个，保留自造字 2 个',
    )
  })

  test('beside the raw text it is the one of this import', () => {
    const kept = parse(file('../../content/weifang/raw/party-work.import.yaml')) as unknown
    expect(changeLog(imported(true).value)).toEqual(kept)
  })

  test('private-use characters are reported where they stand', () => {
    const { diagnostics } = imported(false)
    expect(diagnostics.map(({ code, span }) => [code, span?.start])).toEqual([
      ['import-private-use', 536],
      ['import-private-use', 540],
    ])
    expect(diagnostics[0]?.message.en).toContain('U+E008')
  })

  test('a change says where it was and where it shows', () => {
    const { changes } = imported(true).value
    const semicolon = changes.find(({ rule }) => rule === 'semicolon')
    expect(semicolon).toEqual({
      rule: 'semicolon',
      before: { line: 29, column: 36, offset: raw.indexOf(';'), text: ';' },
      after: {
        text: '；',
        where: {
          part: 'paragraph',
          section: 1,
          paragraph: 0,
          offset: wanted.sections[1]?.paragraphs[0]?.indexOf('；'),
        },
      },
    })
  })
})
