import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { normaliseText } from '../../src/intake/index.ts'

interface Case {
  readonly input: string
  readonly expect: string
  readonly rule: string
}

const { cases } = JSON.parse(
  readFileSync(new URL('../data/normalise-cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] }

describe('conformance data', () => {
  test.each(cases)('$rule: $input', ({ input, expect: wanted }) => {
    expect(normaliseText(input)).toBe(wanted)
    expect(normaliseText(wanted)).toBe(wanted)
  })
})

/** input → expected; where both are the same, the rule must keep its hands off. */
const TABLE: Readonly<Record<string, readonly (readonly [input: string, wanted: string])[]>> = {
  'pauses take the words on both sides': [
    ['增长12.5%,比上年', '增长12.5%，比上年'],
    ['采用Linux,效果好', '采用Linux，效果好'],
    ['使用Windows, Linux和Mac', '使用Windows, Linux和Mac'],
    ['(一),(二)项', '（一），（二）项'],
    ['执行GB 3101-93,并', '执行GB 3101-93，并'],
    ['《通知》,要求', '《通知》，要求'],
    ['“OK”,他说', '“OK”，他说'],
    ['帮扶救\ue008,优化', '帮扶救\ue008，优化'],
    ['𠮷,1', '𠮷，1'],
    ['Hello, world', 'Hello, world'],
  ],
  'numbers, times and ratios keep their own marks': [
    ['共1,234.5元,其中', '共1,234.5元，其中'],
    ['比例1:500,比分3:2', '比例1:500，比分3:2'],
    ['时间:15:40', '时间：15:40'],
    ['2008-08-08,上午', '2008-08-08，上午'],
    ['电话0536-8789000', '电话0536-8789000'],
    ['１１３．７万', '113.7万'],
    ['12\u2009500元', '12\u2009500元'],
  ],
  'addresses are left alone': [
    ['见http://a.cn/b,c;d(e),然后', '见http://a.cn/b,c;d(e)，然后'],
    ['(http://a.cn/b)中文', '（http://a.cn/b）中文'],
    ['邮箱:a.b@c.cn,电话', '邮箱：a.b@c.cn，电话'],
    ['www.a.cn:80,中文', 'www.a.cn:80，中文'],
    ['中&nbsp;文', '中&nbsp;文'],
  ],
  'brackets are decided in pairs': [
    ['(1)总则', '（1）总则'],
    ['WTO(世贸组织)成员', 'WTO（世贸组织）成员'],
    ['ISO(International)', 'ISO(International)'],
    ['中(a)(b)', '中（a）（b）'],
    ['(a)(b)中', '（a）（b）中'],
    ['中（a)', '中（a）'],
    ['函数f(x)的值', '函数f(x)的值'],
    ['结果(a+b)为', '结果(a+b)为'],
    ['国办发[1998] 3号', '国办发〔1998〕3号'],
    ['鲁政发[2002]第12号', '鲁政发〔2002〕第12号'],
    ['[附表]', '［附表］'],
    ['见[1-3]', '见[1-3]'],
    ['未完(待续', '未完(待续'],
  ],
  'stops and exclamations': [
    ['工作完成.', '工作完成。'],
    ['甲.乙.', '甲。乙。'],
    ['比尔.盖茨', '比尔.盖茨'],
    ['甲。比尔.盖茨来访。', '甲。比尔.盖茨来访。'],
    ['甲。比尔.盖茨来访.', '甲。比尔.盖茨来访。'],
    ['一.总则', '一.总则'],
    ['见表1.2', '见表1.2'],
    ['Windows?', 'Windows?'],
    ['“好”!', '“好”！'],
    ['好!!', '好！！'],
  ],
  quotes: [
    [`他说"你好",走了`, '他说“你好”，走了'],
    [`'三讲'教育`, '‘三讲’教育'],
    [`"三个'代表'"`, '“三个‘代表’”'],
    [`5"管`, `5"管`],
    [`他说"共30"。`, '他说“共30”。'],
    [`他说"你好。`, `他说"你好。`],
    [`他说"你好"，又说"再见。`, `他说"你好"，又说"再见。`],
    [`"Hello" world`, `"Hello" world`],
    [`他说"甲'乙"丙"丁'戊"。`, `他说"甲'乙"丙"丁'戊"。`],
    [`这是"'甲'和'乙'"的`, '这是“‘甲’和‘乙’”的'],
  ],
  'marks of several characters': [
    ['等等...', '等等……'],
    ['等等…', '等等……'],
    ['等等。。。', '等等……'],
    ['and so on...', 'and so on...'],
    ['第一章......12', '第一章......12'],
    ['说到---这里', '说到——这里'],
    ['说到─ ─这里', '说到——这里'],
    ['说到―这里', '说到——这里'],
    ['使用--help选项', '使用--help选项'],
    ['2001-2005年', '2001-2005年'],
    ['15%~30%', '15%～30%'],
    ['北京〜上海', '北京～上海'],
    ['路径~/a', '路径~/a'],
    ['“5・31”', '“5·31”'],
    ['约翰・史密斯', '约翰·史密斯'],
  ],
  blanks: [
    ['称号” 46个', '称号”46个'],
    ['Windows  NT', 'Windows NT'],
    ['A\u00a0B', 'A B'],
    ['“WTO” and', '“WTO” and'],
    ['2002 年', '2002年'],
    ['文　明　单　位', '文明单位'],
    ['张三　李四　王五', '张三　李四　王五'],
    ['获奖者:张三 李四 王五', '获奖者：张三 李四 王五'],
    ['第三章 附则', '第三章　附则'],
    ['1日　召开', '1日　召开'],
    ['姓名  年龄  性别', '姓名  年龄  性别'],
    ['한국 문화', '한국 문화'],
    ['| 指标 | 数值 |', '| 指标 | 数值 |'],
  ],
  'blanks after a head': [
    ['1日 县委书记李刚慰问。', '1日　县委书记李刚慰问。'],
    ['10—12日 省委巡视组来县。', '10—12日　省委巡视组来县。'],
    ['△ 同日,会议召开。', '△　同日，会议召开。'],
    ['1.总人口 全县总人口56.78万人。', '1.总人口　全县总人口56.78万人。'],
    ['(一)人口 全县总人口56.78万人。', '（一）人口　全县总人口56.78万人。'],
    ['2002 年', '2002年'],
    ['于1日 召开', '于1日召开'],
  ],
  'rows of names': [
    ['王 刚    李 明    赵国强    欧阳修', '王　刚　　李　明　　赵国强　　欧阳修'],
    ['王刚  李明    赵国强', '王刚　李明　赵国强'],
    ['丁 一  王喆  李𬭎  𠮷田太郎  马二', '丁　一　　王喆　　李𬭎　　𠮷田太郎　　马二'],
    ['市 直    机 关', '市直机关'],
  ],
  'names of what looks like a credit': [
    ['（李四 赵六撰稿  审稿：钱七）', '（李四　赵六撰稿　审稿：钱七）'],
    ['文/张三 图/李四', '文/张三　图/李四'],
    ['全年摄影 作品展出。', '全年摄影作品展出。'],
  ],
  letters: [
    ['ＧＤＰ增长', 'GDP增长'],
    ['％和／不动', '％和／不动'],
    ['「引文」不动', '「引文」不动'],
  ],
}

describe.each(Object.entries(TABLE))('%s', (_, rows) => {
  test.each(rows)('%s', (input, wanted) => {
    expect(normaliseText(input)).toBe(wanted)
    expect(normaliseText(wanted)).toBe(wanted)
  })
})

describe('lines of one paragraph', () => {
  test.each([
    ['Windows NT\nServer版', 'Windows NT Server版'],
    ['state-of-\nthe-art', 'state-of-the-art'],
    ['共20\n02年', '共2002年'],
    ['见http://a.cn/b\n/c', '见http://a.cn/b/c'],
    ['等等。\n。。', '等等……'],
    ['中\r\n文', '中文'],
  ])('%j', (input, wanted) => {
    expect(normaliseText(input)).toBe(wanted)
  })
})
