// 均排 over less than the characters take: told at the characters, wherever they stand.

import { describe, expect, it } from 'vitest'
import { layoutOf } from '../support/books.ts'
import { CHAPTER_LAYOUT, setChapter } from '../support/wholes.ts'

/** What is said of markup, with the characters it is said of. */
function faultsOf(yaml: string, layout = CHAPTER_LAYOUT): readonly string[] {
  const { diagnostics, files } = setChapter(yaml, layoutOf(layout))
  return diagnostics
    .filter(({ code }) => code !== 'heading-overfull')
    .map(({ code, severity, span }) => {
      return `${severity} ${code} ${files['chapter.yaml']?.slice(span?.start, span?.end)}`
    })
}
const withBody = (body: string): string => `title: 题\nsections:\n  - body: "甲${body}乙"\n`

describe('a stretch spread over less than it takes', () => {
  it.each([
    ['{均排:1.5em|张三李四}', '张三李四'],
    ['{均排:3em|张三李四}', '张三李四'],
    ['{均排:2em|Organization}', 'Organization'],
    ['{粗|{均排:2em|张三丰}}', '张三丰'],
    ['{字距:1em|{均排:3em|张三}}{均排:1em|张三}', '张三'],
  ])('is warned of: %s', (body, stretch) => {
    expect(faultsOf(withBody(body))).toEqual([`warning markup-argument ${stretch}`])
  })

  it.each([
    '{均排:4em|张三李四}',
    '{均排:5em|张三李四}',
    '{均排:1em|张}',
    '{均排:3em|（张三）}',
    '{均排:2em|{拼音|张三|zhāng sān}}',
    '{均排:7em|Organization}',
  ])('is not this: %s', (body) => {
    expect(faultsOf(withBody(body))).toEqual([])
  })

  it('is told how much it takes, and what to write', () => {
    const { diagnostics } = setChapter(withBody('{均排:1.5em|张三李四}'))
    expect(diagnostics[0]?.message.en).toContain('4em')
    expect(diagnostics[0]?.hints[0]?.en).toContain('over 4em or more')
  })

  it.each(['bracket', 'line', 'cut-in'])('is warned of once in a heading of form %s', (form) => {
    const yaml = `title: 题\nsections:\n  - { heading: "{均排:1em|小题}", form: ${form}, body: 甲 }\n`
    expect(faultsOf(yaml)).toEqual(['warning markup-argument 小题'])
  })

  it('is warned of in a title', () => {
    expect(faultsOf('title: "{均排:1em|题目}"\nsections:\n  - body: 甲\n')).toEqual([
      'warning markup-argument 题目',
    ])
  })
})
