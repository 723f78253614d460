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

describe('lines cut unevenly', () => {
  const imported = (text: string) => importText(text, { file: 'a.txt' })
  const doubtsOf = (text: string) => imported(text).diagnostics.map(({ message }) => message.en.split(',')[0])
  const JOINED = 'joined to the line above'
  const BROKEN = 'a new paragraph'

  test('58, 52, 52 and 54 columns: joined, reported once a paragraph; the last line is no heading', () => {
    const text =
      '城建\n\n    【概况】2021年，全县完成城市建设投资12.5亿元，新建道路\n15条，总长23.6公里，新增绿地35万平方米。城市建成区面\n' +
      '积达到28.6平方公里，城镇化率58.3%，比上年提高1.2个百\n分点。\n' +
      '    县住建局共审批项目56个，其中新建32个、续建24个。全\n年无重大安全事故\n    【房地产】全年完成房地产开发投资\n8.6亿元。'
    expect(imported(text).value.draft.sections).toEqual([
      {
        heading: '概况',
        form: 'bracket',
        paragraphs: [
          '2021年，全县完成城市建设投资12.5亿元，新建道路15条，总长23.6公里，新增绿地35万平方米。城市建成区面积达到' +
            '28.6平方公里，城镇化率58.3%，比上年提高1.2个百分点。',
          '县住建局共审批项目56个，其中新建32个、续建24个。全年无重大安全事故',
        ],
      },
      { heading: '房地产', form: 'bracket', paragraphs: ['全年完成房地产开发投资8.6亿元。'] },
    ])
    expect(doubtsOf(text)).toEqual([JOINED, JOINED, JOINED])
  })

  test('after the heading and after a pause', () => {
    expect(paragraphsOf('题\n\n【甲】全年完成投资\n8.6亿元，其中\n工业3亿元。')).toEqual([
      '全年完成投资8.6亿元，其中工业3亿元。',
    ])
  })

  test('headings with a pause, items and names are left alone', () => {
    const lines = [
      '一、提高认识，加强领导',
      '各级领导认真学习，取得成绩。',
      '【荣誉】市委办公室',
      '市统计局',
      '【任务】全年任务是，抓好以下几项',
      '（一）造林；',
      '（二）修渠。',
    ]
    expect(paragraphsOf(`标题\n\n${lines.join('\n')}`)).toEqual(
      lines.map((line) => line.replace(/^【..】/, '')),
    )
    expect(doubtsOf(`标题\n\n${lines.join('\n')}`)).toEqual([])
  })

  test.each([
    '全年完成城市建设投资，新建道路和\n\n桥梁三座，成绩显著。',
    '开会，讨论\n年度计划安排，这一行比上一行长得多，所以上一行不是在行末断开的，不能接排。',
  ])('a paragraph that breaks in mid-sentence is reported: %j', (text) => {
    expect(paragraphsOf(`标题\n\n${text}`)).toHaveLength(2)
    expect(doubtsOf(`标题\n\n${text}`)).toEqual([BROKEN])
  })

  test('right below an unfinished sentence a short line is no heading', () => {
    const text =
      '标题\n\n开会，讨论\n年度计划\n2021年，各部门认真学习，开展各项活动，取得了良好的成绩，受到好评。'
    expect(imported(text).value.draft.sections.map(({ heading }) => heading)).toEqual([undefined])
  })
})

test.each(['', '\n', ' \n\u3000\n', '\0'])('%j is an empty chapter', (text) => {
  const { draft } = importText(text, { file: 'a.txt' }).value
  expect(draft).toEqual({ title: '', sections: [] })
})
