// Generated raw texts: Chinese with everything that offices, composing systems and web pages put into it.

import fc from 'fast-check'

const HAN = [...'市直机关党的工作二〇年月日第一条章王张李明局办公室供稿摄影']
const MARKS = [...',.;:?!()[]"\'~-，。、；：？！（）《》【】〖〗〔〕“”‘’…—·・～―─．〜•『』［］']
const WESTERN = [...'0123456789０２ＡａabcXYZfx%℃/=+&@_#é①㎡']
const BLANKS = [' ', '  ', '\u3000', '\u00a0', '\t', '\u2009']
const BREAKS = ['\n', '\r\n', '\n\n', '\n　　']
const ODD = [
  '\ue008',
  '\u{f0000}',
  '\u{20bb7}',
  '\u{1f600}',
  '\0',
  '\u0007',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\ud800',
  'か',
  '한',
]
const PHRASES = [
  '...',
  '......',
  '。。。',
  '--',
  '---',
  '……',
  '——',
  '1,234',
  '113.7',
  '15:40',
  '1:500',
  '2008-08-08',
  '2001-2005年',
  '[1998]3号',
  'http://a.b/c,d?e=1',
  'www.a.cn',
  'a@b.cn',
  '&nbsp;',
  'f(x)=1',
  '(a+b)',
  '张三 李四',
  '王　明',
  '文 明 单 位',
  '第一条 总则',
  '1日　',
  '(刘英杰供稿)',
  '（撰稿：张三　审稿：李四）',
  '(市统计局 王五)',
  '(王五摄)',
  '供稿：王五',
  '【理论武装工作】',
  '〖概况〗',
  '■工会工作',
  '1月',
  '▲',
  '来源：市志',
  'Original URL: http://a.b',
  "it's",
  '5"',
  'Windows NT',
  '比尔.盖茨',
  '12\u2009500',
  '王 刚    李 明    赵国强',
  '王刚  李明  赵国强',
  '1日 县委',
  '△ 同日',
  '1.总人口 全县',
  '(一)人口 全县',
  '文/张三 图/李四',
  '供稿单位:县工信局  执笔:孙八',
  '（李四 赵六撰稿  审稿：钱七）',
  '王 明 供稿',
  '| 指标 | 数值 |',
  '"他\'这"真"吗\'我"',
  '98.6%.县',
  '<旧唐书>',
  'A/B;π',
] // prettier-ignore

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HAN) },
  { weight: 5, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...WESTERN) },
  { weight: 3, arbitrary: fc.constantFrom(...BLANKS) },
  { weight: 2, arbitrary: fc.constantFrom(...PHRASES) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
)

/** One paragraph. */
export const paragraphText: fc.Arbitrary<string> = fc
  .array(piece, { maxLength: 40 })
  .map((parts) => parts.join(''))

/** A whole raw text. */
export const rawText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.constantFrom(...BREAKS) }), {
    maxLength: 120,
  })
  .map((parts) => parts.join(''))

/** Dense in marks and blanks, where rules meet. */
export const markedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom('中', 'a', '1', ' ', '\u3000'),
      fc.constantFrom(...MARKS),
      fc.constantFrom(...PHRASES),
    ),
    {
      maxLength: 16,
    },
  )
  .map((parts) => parts.join(''))
