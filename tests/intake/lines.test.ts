import { describe, expect, test } from 'vitest'
import { importText } from '../../src/intake/index.ts'

const paragraphsOf = (text: string) =>
  importText(text, { file: 'a.txt' }).value.draft.sections.flatMap(({ paragraphs }) => paragraphs)
const measureOf = (text: string) => importText(text, { file: 'a.txt' }).value.summary.measure

const SENTENCE = '市直机关各部门继续加强思想政治建设,把理论武装工作作为首要任务,取得了良好的效果,受到好评;'

/** Breaks a text every `columns` columns, as the old systems did: Han and marks two, digits one. */
function wrapped(text: string, columns: number): string {
  let line = 0
  let out = ''
  for (const c of text) {
    const width = /[0-9A-Za-z. ]/.test(c) ? 1 : 2
    if (line + width > columns) {
      out += '\n'
      line = 0
    }
    out += c
    line += width
  }
  return out
}

const PROSE = `${SENTENCE.repeat(8)}全年共完成113.7万元。`
const NORMAL = PROSE.replaceAll(',', '，').replaceAll(';', '；')

describe('hard-wrapped text', () => {
  test.each([24, 40, 56, 70, 80])('at %i columns', (columns) => {
    const text = `标题\n\n${wrapped(PROSE, columns)}\n\n${wrapped(PROSE, columns)}`
    expect(paragraphsOf(text)).toEqual([NORMAL, NORMAL])
    expect(Math.abs((measureOf(text) ?? 0) - columns)).toBeLessThanOrEqual(1)
  })

  test('a clearly shorter line ends a paragraph without a blank line', () => {
    expect(paragraphsOf(`标题\n\n${wrapped(PROSE, 70)}\n${wrapped(PROSE, 70)}`)).toEqual([NORMAL, NORMAL])
  })

  test('so does a heading, an indent, a credit, even after a full line', () => {
    /** Three full lines and nothing more. */
    const filled = (head: string) => wrapped(`${head}${PROSE}`, 70).split('\n').slice(0, 3).join('\n')
    const flat = (text: string) =>
      text
        .replaceAll('\n', '')
        .replaceAll(',', '，')
        .replaceAll(';', '；')
        .replace(/^(?:【甲】|　　)/, '')
    const [plain, headed, indented] = [filled(''), filled('【甲】'), filled('　　')]
    expect(paragraphsOf(`标题\n${plain}\n${headed}`)).toEqual([flat(plain), flat(headed)])
    expect(paragraphsOf(`标题\n${indented}\n${indented}`)).toEqual([flat(indented), flat(indented)])
    expect(paragraphsOf(`标题\n${plain}\n(王五供稿)`)).toEqual([flat(plain)])
  })

  test('CRLF and blanks at line ends change nothing', () => {
    const text = `标题\n\n${wrapped(PROSE, 70)}`
    expect(paragraphsOf(text.replaceAll('\n', '  \r\n'))).toEqual([NORMAL])
  })

  test('a word pushed to the next line leaves its line full', () => {
    const full = '市直机关各部门继续加强思想政治建设，把理论武装工作作为首要任务，'
    const text = `标题\n\n${full}取得\n${full}取得\n${full.slice(0, -4)}\nInternational合作取得成果。`
    expect(paragraphsOf(text)).toEqual([
      `${full}取得${full}取得${full.slice(0, -4)}International合作取得成果。`,
    ])
  })

  test('full-width marks in the text, lines of 35 Han', () => {
    const text = `标题\n\n${wrapped(NORMAL, 70)}\n\n${wrapped(NORMAL, 70)}`
    expect(paragraphsOf(text)).toEqual([NORMAL, NORMAL])
  })
})

describe('one paragraph a line', () => {
  const lines = [
    '2002年，市直机关各部门继续加强党的思想政治建设，取得了良好的效果，受到各方面好评。',
    '机关工委成立督查中心，公布监督电话，全天值班。',
    '全年共审批新建党组织3个，改建党组织5个，换届改选党组织30个，调整补充了14个单位的党组织组成人员。',
    '共青团组织开展青年志愿者活动。',
  ]

  test('every line is a paragraph', () => {
    expect(paragraphsOf(`标题\n\n${lines.join('\n')}`)).toEqual(lines)
    expect(paragraphsOf(`标题\n\n${lines.join('\n\n')}`)).toEqual(lines)
    expect(measureOf(`标题\n\n${lines.join('\n')}`)).toBeUndefined()
  })

  test('lines of the same length too', () => {
    const same = ['甲', '乙', '丙', '丁'].map((c) => `${c}单位组织机关干部职工认真学习，取得了良好效果。`)
    expect(paragraphsOf(`标题\n\n${same.join('\n')}`)).toEqual(same)
  })

  test('a list of units of about the same length', () => {
    const units = [
      '市人民政府办公室信息中心',
      '市人民代表大会常务委员会',
      '中国人民政治协商会议市委',
      '市纪律检查委员会监察局',
    ]
    expect(paragraphsOf(`标题\n\n${units.join('\n')}`)).toEqual(units)
  })

  test('a stray break inside a sentence is mended and reported', () => {
    const { value, diagnostics } = importText('标题\n\n全年开展活动，\n取得成绩。\n又一段。', {
      file: 'a.txt',
    })
    expect(value.draft.sections[0]?.paragraphs).toEqual(['全年开展活动，取得成绩。', '又一段。'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['import-unsure'])
  })
})

test.each(['', '\n', ' \n\u3000\n', '\0'])('%j is an empty chapter', (text) => {
  const { draft } = importText(text, { file: 'a.txt' }).value
  expect(draft).toEqual({ title: '', sections: [] })
})
