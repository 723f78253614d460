import { describe, expect, test } from 'vitest'
import { importText } from '../../src/intake/index.ts'

const draftOf = (text: string) => importText(text, { file: 'a.txt' }).value.draft
const codesOf = (text: string) => importText(text, { file: 'a.txt' }).diagnostics.map(({ code }) => code)

describe('title and source', () => {
  test('the first line is the title', () => {
    expect(draftOf('市 直 机 关\n\n正文。').title).toBe('市直机关')
    expect(draftOf('\n\n　　标题\n正文。').title).toBe('标题')
  })

  test.each(['正文一句。\n又一句。', '【甲】正文。'])('%j has none, and that is reported', (text) => {
    expect(draftOf(text).title).toBe('')
    expect(codesOf(text)).toEqual(['import-unsure'])
  })

  test.each([
    ['Original URL: http://a.cn/b?c=1', { url: 'http://a.cn/b?c=1' }],
    ['来源：《潍坊年鉴》2003', { title: '《潍坊年鉴》2003' }],
    ['原文：http://a.cn', { url: 'http://a.cn' }],
    ['http://a.cn/b', { url: 'http://a.cn/b' }],
    ['来源：市志\nURL: http://a.cn', { title: '市志', url: 'http://a.cn' }],
    ['来源：市志\n转自：晚报', { title: '市志', note: '转自：晚报' }],
  ])('%j', (line, source) => {
    expect(draftOf(`标题\n${line}\n\n正文。`).source).toEqual(source)
    expect(draftOf(`标题\n\n正文。\n\n${line}`).source).toEqual(source)
  })

  test('in the middle of the text it is text', () => {
    const draft = draftOf('标题\n【甲】一。\n来源：各乡镇上报。\n【乙】二。')
    expect(draft.source).toBeUndefined()
    expect(draft.sections[0]?.paragraphs).toEqual(['一。', '来源：各乡镇上报。'])
  })
})

describe('headings', () => {
  test('【】 and 〖〗, bare in the draft', () => {
    expect(draftOf('标题\n概述。\n【甲】一。\n第二段。\n〖乙〗二。').sections).toEqual([
      { paragraphs: ['概述。'] },
      { heading: '甲', form: 'bracket', paragraphs: ['一。', '第二段。'] },
      { heading: '乙', form: 'bracket', paragraphs: ['二。'] },
    ])
  })

  test('a heading alone on its line takes the next paragraph', () => {
    expect(draftOf('标题\n【甲】\n一。').sections).toEqual([
      { heading: '甲', form: 'bracket', paragraphs: ['一。'] },
    ])
  })

  test('months of a chronicle; every dated event is a paragraph', () => {
    const text = '2002年大事记\n\n1月\n1日　召开大会。\n▲市委发文。\n１２月\n5日　开会。'
    expect(draftOf(text).sections).toEqual([
      { heading: '1月', form: 'line', paragraphs: ['1日　召开大会。', '▲市委发文。'] },
      { heading: '12月', form: 'line', paragraphs: ['5日　开会。'] },
    ])
    expect(codesOf(text)).toEqual([])
  })

  test.each([
    ['工会工作', '工会工作'],
    ['第一条　总则', '第一条　总则'],
    ['一、概况', '一、概况'],
    ['■工会工作', '工会工作'],
  ])('%s alone before text: a heading, reported as unsure', (line, heading) => {
    const text = `标题\n\n${line}\n2002年，开展工作。`
    expect(draftOf(text).sections).toEqual([{ heading, form: 'line', paragraphs: ['2002年，开展工作。'] }])
    expect(codesOf(text)).toEqual(['import-unsure'])
  })

  test('■ with a gap runs into its text', () => {
    expect(draftOf('标题\n■工会工作　2002年，开展工作。').sections).toEqual([
      { heading: '工会工作', form: 'bracket', paragraphs: ['2002年，开展工作。'] },
    ])
  })

  test('short lines in a row are a list, not headings', () => {
    expect(draftOf('标题\n先进单位\n市委办公室\n市统计局\n以上单位受到表彰。').sections).toEqual([
      { paragraphs: ['先进单位', '市委办公室', '市统计局', '以上单位受到表彰。'] },
    ])
  })

  test('a bracket inside a paragraph stays there, and is reported', () => {
    const text = '标题\n【甲】一。【乙】二。'
    expect(draftOf(text).sections).toHaveLength(1)
    expect(codesOf(text)).toEqual(['import-unsure'])
  })

  test.each(['【】正文。', '【　】正文。', '【未完正文。'])('%s has no heading', (line) => {
    expect(draftOf(`标题\n${line}`).sections[0]?.heading).toBeUndefined()
  })
})

describe('what is reported and not mended', () => {
  test.each([
    ['他说“你好。', '“'],
    ['他说你好”。', '”'],
    ['附件(一', '('],
    ['《通知', '《'],
    ['（《通知）》', '《》'],
    ['他说"你好。', '"'],
  ])('%s', (line, marks) => {
    const input = `标题\n\n${line}`
    const { value, diagnostics } = importText(input, { file: 'a.txt' })
    const lonely = diagnostics.filter(({ code }) => code === 'import-unbalanced')
    expect(lonely.map(({ span }) => input.slice(span?.start, span?.end)).join('')).toBe(marks)
    expect(value.draft.sections[0]?.paragraphs[0]).toBe(line)
  })

  test.each(["it's 中文", '1)总则', 'a）总则', '5"管', '（“‘《〈甲〉》’”）'])('%s is balanced', (line) => {
    expect(codesOf(`标题\n\n${line}。`)).toEqual([])
  })

  test.each([
    ['姓名\t年龄', '姓名\t年龄'],
    ['----------', '----------'],
    ['- 12 -', '- 12 -'],
    ['2001-2005年完成。', '2001-2005年完成。'],
    ['比尔.盖茨来访。', '比尔.盖茨来访。'],
    ['张三 李四。', '张三 李四。'],
  ])('%j', (line, kept) => {
    expect(draftOf(`标题\n\n${line}`).sections[0]?.paragraphs).toEqual([kept])
    expect(codesOf(`标题\n\n${line}`)).toEqual(['import-unsure'])
  })

  test.each([
    '升学率98.6%.县政府投资。',
    '时间8:30-17:00.网址如下。',
    '降水量650mm.',
    '甲No.12;A/B;π。',
    '见<旧唐书>卷38。',
    '"甲\'乙"丙"丁\'戊"',
  ])('half-width marks nobody is sure of: %s', (line) => {
    expect(draftOf(`标题\n\n${line}`).sections[0]?.paragraphs).toEqual([line])
    expect(codesOf(`标题\n\n${line}`)).toEqual(['import-unsure'])
  })

  test.each(['共1.5元，其中:1.总数', '公司（Huawei Co., Ltd.）合作。', 'John F. Kennedy来访。'])(
    'no doubt about %s',
    (line) => {
      expect(codesOf(`标题\n\n${line}`)).toEqual([])
    },
  )

  test('a table is reported once, its rows are paragraphs and no headings', () => {
    const rows = ['| 指标 | 数值 |', '|------|------|', '| 面积 | 12 |']
    expect(draftOf(`标题\n\n${rows.join('\n')}\n说明文字。`).sections).toEqual([
      { paragraphs: [...rows, '说明文字。'] },
    ])
    expect(codesOf(`标题\n\n${rows.join('\n')}`)).toEqual(['import-unsure'])
  })

  test('a title alone is reported: no chapter can be built of it', () => {
    expect(codesOf('只有题目')).toEqual(['import-unsure'])
    expect(codesOf('题目\n来源：市志')).toEqual(['import-unsure'])
  })

  test('private-use characters are kept, or dropped on request; reported with their context both ways', () => {
    const input = '标题\n\n帮扶救\ue008助、优\u{f0000}化。'
    const kept = importText(input, { file: 'a.txt' })
    expect(kept.value.draft.sections[0]?.paragraphs).toEqual(['帮扶救\ue008助、优\u{f0000}化。'])
    expect(kept.diagnostics.map(({ code, span }) => [code, span?.start, span?.end])).toEqual([
      ['import-private-use', 7, 8],
      ['import-private-use', 11, 13],
    ])
    expect(kept.diagnostics[0]?.message.zh).toContain('帮扶救▯助、优▯')
    expect(kept.value.summary.privateUseKept).toBe(2)
    const dropped = importText(input, { file: 'a.txt', dropPrivateUse: true })
    expect(dropped.value.draft.sections[0]?.paragraphs).toEqual(['帮扶救助、优化。'])
    expect(dropped.diagnostics.map(({ code }) => code)).toEqual(Array(2).fill('import-private-use-dropped'))
    expect(dropped.value.summary.privateUseDropped).toBe(2)
  })

  test('control characters go, with a report and a change; invisible ones with a change', () => {
    const { value, diagnostics } = importText('标题\n\n中\0文\u0007字\u200b。', { file: 'a.txt' })
    expect(value.draft.sections[0]?.paragraphs).toEqual(['中文字。'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['control-character', 'control-character'])
    expect(value.changes.filter(({ after }) => after.text === '').map(({ rule }) => rule)).toEqual([
      'paragraph-break',
      'paragraph-break',
      'control-character',
      'control-character',
      'invisible-character',
    ])
  })

  test('thousands of the same are listed in part', () => {
    const { diagnostics } = importText(`标题\n\n${'中('.repeat(5000)}`, { file: 'a.txt' })
    expect(diagnostics).toHaveLength(201)
    expect(diagnostics.at(-1)?.severity).toBe('note')
  })
})
