import { describe, expect, test } from 'vitest'
import { type CreditDraft, importText } from '../../src/intake/index.ts'
import { renderCredits } from '../../src/source/index.ts'

const imported = (credit: string) => {
  const { value, diagnostics } = importText(`标题\n\n【甲】正文。\n${credit}\n`, { file: 'a.txt' })
  return { ...value, codes: diagnostics.map(({ code }) => code) }
}

/** Wording in the input → what it says, and what prints if that is another wording. */
const FORMS: readonly (readonly [wording: string, credits: readonly CreditDraft[], prints?: string])[] = [
  ['（刘英杰供稿）', [{ role: '供稿', names: ['刘英杰'] }]],
  ['(刘英杰供稿)', [{ role: '供稿', names: ['刘英杰'] }], '（刘英杰供稿）'],
  ['（刘英杰　供稿）', [{ role: '供稿', names: ['刘英杰'], printed: '刘英杰　供稿' }]],
  ['(刘英杰 撰稿)', [{ role: '撰稿', names: ['刘英杰'], printed: '刘英杰　撰稿' }], '（刘英杰　撰稿）'],
  ['（王　明供稿）', [{ role: '供稿', names: ['王明'], printed: '王　明供稿' }]],
  ['（张三、李四供稿）', [{ role: '供稿', names: ['张三', '李四'] }]],
  ['（张三、李四等供稿）', [{ role: '供稿', names: ['张三', '李四'], printed: '张三、李四等供稿' }]],
  ['（供稿：张三　李四）', [{ role: '供稿', names: ['张三', '李四'], printed: '供稿：张三　李四' }]],
  ['(撰稿人:张三)', [{ role: '撰稿', names: ['张三'], printed: '撰稿人：张三' }], '（撰稿人：张三）'],
  [
    '（撰稿：张三　审稿：李四）',
    [
      { role: '撰稿', names: ['张三'] },
      { role: '审稿', names: ['李四'] },
    ],
  ],
  [
    '（张三供稿　李四摄影）',
    [
      { role: '供稿', names: ['张三'], printed: '张三供稿' },
      { role: '摄影', names: ['李四'], printed: '李四摄影' },
    ],
  ],
  ['（市委办公室供稿）', [{ role: '供稿', names: [], unit: '市委办公室' }]],
  ['（市统计局　王五供稿）', [{ role: '供稿', names: ['王五'], unit: '市统计局' }]],
  [
    '（市统计局王五供稿）',
    [{ role: '供稿', names: ['王五'], unit: '市统计局', printed: '市统计局王五供稿' }],
  ],
  ['（王五摄）', [{ role: '摄影', names: ['王五'], printed: '王五摄' }]],
  ['（摄影：王五）', [{ role: '摄影', names: ['王五'], printed: '摄影：王五' }]],
  ['（市委宣传部供图）', [{ role: '供图', names: [], unit: '市委宣传部' }]],
  [
    '（资料来源：市统计局）',
    [{ role: '资料来源', names: [], unit: '市统计局', printed: '资料来源：市统计局' }],
  ],
  [
    '（李四　赵六撰稿　审稿：钱七）',
    [
      { role: '撰稿', names: ['李四', '赵六'], printed: '李四　赵六撰稿' },
      { role: '审稿', names: ['钱七'] },
    ],
  ],
  ['（阿卜杜拉·买买提供稿）', [{ role: '供稿', names: ['阿卜杜拉·买买提'] }]],
]

describe('forms met in print', () => {
  const forms = FORMS.map(([wording, credits, prints]) => ({ wording, credits, prints: prints ?? wording }))
  test.each(forms)('$wording', ({ wording, credits, prints }) => {
    const { draft, codes } = imported(wording)
    expect(draft.credits).toEqual(credits)
    expect(renderCredits(credits)).toBe(prints)
    expect(codes).toEqual([])
  })

  test.each([
    ['（张三　李四）', [{ names: ['张三', '李四'], printed: '张三　李四' }]],
    ['（市统计局）', [{ names: [], unit: '市统计局' }]],
    ['（市统计局　王五）', [{ names: ['王五'], unit: '市统计局' }]],
    ['供稿：王五', [{ role: '供稿', names: ['王五'], printed: '供稿：王五' }]],
    [
      '供稿单位:县工信局  执笔:孙八',
      [
        { role: '供稿', names: [], unit: '县工信局', printed: '供稿单位：县工信局' },
        { role: '执笔', names: ['孙八'] },
      ],
    ],
    ['摄影/周九', [{ role: '摄影', names: ['周九'], printed: '摄影/周九' }]],
    [
      '文/张三 图/李四',
      [
        { role: '文', names: ['张三'], printed: '文/张三' },
        { role: '图', names: ['李四'], printed: '图/李四' },
      ],
    ],
    ['          王 明 供稿', [{ role: '供稿', names: ['王明'], printed: '王　明　供稿' }]],
    [
      '                    县委办公室 王明 摄影',
      [{ role: '摄影', names: ['王明'], unit: '县委办公室', printed: '县委办公室　王明　摄影' }],
    ],
  ])('%s, reported as unsure', (wording, credits) => {
    const { draft, codes } = imported(wording)
    expect(draft.credits).toEqual(credits)
    expect(codes).toEqual(['import-unsure'])
  })

  test.each(['（次）', '（见附表）', '（2002年1月）', '（含中央、省属单位）', '（以下略。供稿）'])(
    '%s is text',
    (wording) => {
      const { draft } = imported(wording)
      expect(draft.credits).toBeUndefined()
      expect(draft.sections[0]?.paragraphs).toEqual(['正文。', wording])
    },
  )
})

test('what only looks like a credit keeps its names apart, and is reported', () => {
  const text = '标题\n【甲】正文。\n摄影部 张三 供稿\n后面还有正文。'
  const { value, diagnostics } = importText(text, { file: 'a.txt' })
  expect(value.draft.sections[0]?.paragraphs).toEqual(['正文。', '摄影部　张三　供稿', '后面还有正文。'])
  expect(diagnostics.map(({ code }) => code)).toEqual(['import-unsure'])
})

test('高速摄影 before text is a heading, not a credit', () => {
  const { sections } = importText('标题\n一段。\n高速摄影\n2021年，开展活动。', { file: 'a.txt' }).value.draft
  expect(sections[1]?.heading).toBe('高速摄影')
})

test('credits of several lines keep the order of role and names', () => {
  const { draft } = imported('供稿:张三  执笔:孙八\n摄影/周九')
  expect(renderCredits(draft.credits ?? [])).toBe('（供稿：张三　执笔：孙八　摄影/周九）')
})

describe('where credits stand', () => {
  const sections = (text: string) => importText(text, { file: 'a.txt' }).value.draft

  test('the only credit, after the last entry, is the chapter’s', () => {
    const { sections: entries, credits } = sections('标题\n【甲】一。\n【乙】二。\n(王五供稿)')
    expect(credits).toEqual([{ role: '供稿', names: ['王五'] }])
    expect(entries.map((entry) => entry.credits)).toEqual([undefined, undefined])
  })

  test('where entries are signed, so is the last', () => {
    const { sections: entries, credits } = sections('标题\n【甲】一。(张三供稿)\n【乙】二。\n(王五供稿)')
    expect(credits).toBeUndefined()
    expect(entries.map((entry) => entry.credits?.[0]?.names)).toEqual([['张三'], ['王五']])
    expect(entries.map((entry) => entry.paragraphs)).toEqual([['一。'], ['二。']])
  })

  test('at the end of a paragraph, with or without a gap', () => {
    for (const gap of ['', ' ', '　　', '          ']) {
      const { sections: entries, credits } = sections(`标题\n【甲】一。${gap}(王五供稿)`)
      expect(entries[0]?.paragraphs).toEqual(['一。'])
      expect(credits).toEqual([{ role: '供稿', names: ['王五'] }])
    }
  })

  test('in the middle of a sentence’s end it is doubted', () => {
    const { value, diagnostics } = importText('标题\n【甲】一二三(王五供稿)', { file: 'a.txt' })
    expect(value.draft.credits).toHaveLength(1)
    expect(diagnostics.map(({ code }) => code)).toEqual(['import-unsure'])
  })

  test('two lines become one list that keeps both wordings', () => {
    const { credits } = sections('标题\n【甲】一。\n(王五供稿)\n(张三摄)')
    expect(renderCredits(credits ?? [])).toBe('（王五供稿　张三摄）')
  })

  test('with more text after it a credit stays text, and is reported', () => {
    const { value, diagnostics } = importText('标题\n【甲】一。\n(王五供稿)\n后面还有正文。', {
      file: 'a.txt',
    })
    expect(value.draft.sections[0]?.paragraphs).toEqual(['一。', '（王五供稿）', '后面还有正文。'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['import-unsure'])
  })

  test('two of them before more text are text, both', () => {
    const { sections: entries, credits } = sections('标题\n【甲】一。(张三供稿)\n(王五摄)\n后面还有正文。')
    expect(credits).toBeUndefined()
    expect(entries[0]?.paragraphs).toEqual(['一。（张三供稿）', '（王五摄）', '后面还有正文。'])
  })
})

test('an empty list prints nothing', () => {
  expect(renderCredits([])).toBe('')
})
