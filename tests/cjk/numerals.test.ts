import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHanzi } from '../../src/cjk/numerals.ts'

const cases = (rows: readonly (readonly [string, string])[]): void => {
  for (const [arabic, hanzi] of rows) expect(toHanzi(arabic).text, arabic).toBe(hanzi)
}

/** Reads 一万二千五百 and the like back: the inverse by another way. */
function readBack(hanzi: string): number {
  const digits = '零一二三四五六七八九'
  const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
  let [total, group, digit] = [0, 0, 0]
  for (const c of hanzi) {
    if (c === '亿' || c === '万') {
      total += (group + digit) * (c === '亿' ? 1e8 : 1e4)
      group = digit = 0
    } else if (places[c]) {
      group += (digit || 1) * places[c]
      digit = 0
    } else digit = digits.indexOf(c)
  }
  return total + group + digit
}

describe('Arabic numerals to Hanzi (GB/T 15835-2011)', () => {
  it('writes years by digits with 〇', () =>
    cases([
      ['2002年', '二〇〇二年'],
      ['2001—2005年', '二〇〇一—二〇〇五年'],
      ['1998年至2002年', '一九九八年至二〇〇二年'],
      ['1998、1999和2000年', '一九九八、一九九九和二〇〇〇年'],
      ['1990年8月6日', '一九九〇年八月六日'],
      ['20世纪90年代', '二十世纪九十年代'],
      ['2002级新生', '二〇〇二级新生'],
      ['《潍坊年鉴2003》', '《潍坊年鉴二〇〇三》'],
    ]))

  it('writes months, days and hours as numbers', () =>
    cases([
      ['8月20日', '八月二十日'],
      ['08月05日', '八月五日'],
      ['15:40', '十五时四十分'],
      ['15:05', '十五时零五分'],
      ['9:00', '九时'],
      ['15时05分', '十五时零五分'],
      ['2008-08-08', '二〇〇八年八月八日'],
    ]))

  it('writes quantities in groups of 万 and 亿 with 零 for inner zeros', () =>
    cases([
      ['188升', '一百八十八升'],
      ['2160多人', '二千一百六十多人'],
      ['12500', '一万二千五百'],
      ['3005', '三千零五'],
      ['3052', '三千零五十二'],
      ['10', '十'],
      ['110', '一百一十'],
      ['1010', '一千零一十'],
      ['150000', '十五万'],
      ['20300500', '二千零三十万零五百'],
      ['100003000', '一亿零三千'],
      ['100000005', '一亿零五'],
      ['0人', '零人'],
      ['12,500人', '一万二千五百人'],
      ['12 500～20 000元', '一万二千五百～二万元'],
      ['9亿～16亿', '九亿～十六亿'],
      ['4亿5300万', '四亿五千三百万'],
      ['400—429页', '四百—四百二十九页'],
    ]))

  it('writes decimals, percentages, fractions and ratios', () =>
    cases([
      ['113.7万余元', '一百一十三点七万余元'],
      ['0.05', '零点零五'],
      ['12.5%', '百分之十二点五'],
      ['15%～30%', '百分之十五～百分之三十'],
      ['15～30%', '百分之十五～三十'],
      ['3‰', '千分之三'],
      ['1/3以上', '三分之一以上'],
      ['以3:2战胜', '以三比二战胜'],
    ]))

  it('reads numbers that are names by digits', () =>
    cases([
      ['“5·31”重要讲话', '“五·三一”重要讲话'],
      ['“3·15”', '“三·一五”'],
      ['国发〔2002〕12号', '国发〔二〇〇二〕十二号'],
      ['0536-8789012', '〇五三六-八七八九〇一二'],
      ['电话：8789012', '电话：八七八九〇一二'],
      ['110报警', '一一〇报警'],
      ['309国道', '三〇九国道'],
    ]))

  it('leaves whatever touches letters, and codes', () => {
    const names = [
      'BCD-188',
      'BCD188',
      'G8',
      'PM10',
      'PM2.5',
      'ISO 9001',
      'GB/T 15835-2011',
      '120 km',
      '10～20kg',
    ]
    const codes = ['118万kW', '25℃', '737型', '7-5600-1234-5', '1.2.3', '1234567890123', '¥100']
    for (const text of [...names, ...codes]) expect(toHanzi(text).text).toBe(text)
    cases([['BCD-188型冰箱2台', 'BCD-188型冰箱二台']])
    cases([['A,3人', 'A,三人']])
  })

  it('leaves a number whole beside a currency sign, a letter, an operator or an exponent', () => {
    const amounts = [
      '$1 250',
      '￥3 600元',
      'US$1 459.8',
      'RMB 12 345.6万',
      '₩5 000',
      '$5亿～16亿',
      '¥12,500.5',
    ]
    const names = ['人均GDP 1 250美元', '1 250 kg', '10万～20万kW', 'No. 5', '第3#楼']
    const sums = [
      '3×10⁸',
      '10⁻³',
      '3×4米',
      '5+2',
      '60+',
      '≥60',
      '1/3+1/2',
      '−5',
      '增长-5.2%',
      '2³',
      'a=3',
      '±0.5%',
    ]
    const rates = ['1 250/3', '1.5/3', '1/12 500']
    const decimals = ['3.141 592 65', '12 345.678 9', '$3.141 592 65', '3.141 592 65 kg', '约3.141 592 7']
    for (const text of [...amounts, ...names, ...sums, ...rates, ...decimals])
      expect(toHanzi(text).text).toBe(text)
    cases([
      ['为$1 250，共1 250人', '为$1 250，共一千二百五十人'],
      ['WTO 12月11日', 'WTO 十二月十一日'],
      ['1月-5月', '一月-五月'],
      ['5%-10%', '百分之五-百分之十'],
      ['12 500:1', '一万二千五百比一'],
    ])
  })

  it('converts a grouped number whole or leaves it whole, whatever stands beside it', () => {
    const number = fc.tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f', ','),
      fc.constantFrom('', '.5', '.08', '.141 592 65'),
    )
    const before = fc.constantFrom(
      '',
      '$',
      '￥',
      'US$',
      'RMB ',
      'GDP',
      '×',
      '≥',
      '共',
      '为-',
      '（',
      '5～',
      '№',
      '⁸',
    )
    const after = fc.constantFrom(
      '',
      '元',
      ' kg',
      '%',
      '⁸',
      '×',
      '/3',
      ':1',
      '万',
      '万吨',
      '～5',
      '+',
      '型',
      '℃',
      '、',
    )
    fc.assert(
      fc.property(before, number, after, (left, [head, groups, sign, fraction], right) => {
        const written = [head, ...groups].join(sign) + fraction
        const { text, from } = toHanzi(left + written + right)
        const made = [...text].filter((_, i) => {
          const at = (from[i] ?? 0) - left.length
          return at >= 0 && at < written.length
        })
        if (made.join('') !== written) expect(made.join('')).not.toMatch(/\d/)
      }),
    )
  })

  it('reads telephone numbers with spaces or brackets by digits', () =>
    cases([
      ['139 1234 5678', '一三九 一二三四 五六七八'],
      ['0536 8789012', '〇五三六 八七八九〇一二'],
      ['(0536)8789012', '(〇五三六)八七八九〇一二'],
    ]))

  it('keeps the sign of what is too long to be said', () => {
    for (const text of ['1,234,567,890,123%', '1234567890123%']) expect(toHanzi(text).text).toBe(text)
  })

  it('takes time that grows with the text', () => {
    const units = [
      '7',
      '1 ',
      '7,',
      '1.',
      '3-',
      '2:',
      '1/',
      '9×',
      '2001、',
      '2001—',
      '90、',
      '1 000 ',
      '7,000',
      '5%～',
    ]
    const began = performance.now()
    for (const unit of units)
      for (const [left, right] of [
        ['', ''],
        ['A', ''],
        ['', 'A'],
        ['电话', '人'],
        ['', '年'],
      ])
        expect(toHanzi(`${left}${unit.repeat(10_000)}1${right}`).text).not.toBe('')
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('leaves web and mail addresses whole', () => {
    for (const text of [
      'http://www.a.cn/2021/01.html?id=12&t=2021',
      'https://stats.gov.cn/tjsj/202101/t20210118_1812423.html',
      'a12.b_3@163.com',
      'www.12306.cn',
      '163.com',
      '12306.cn/2021/3',
    ])
      expect(toHanzi(text).text).toBe(text)
    cases([['见http://a.cn/12，共3人，邮箱1@163.com，2人', '见http://a.cn/12，共三人，邮箱1@163.com，二人']])
  })

  it('names generations by digits', () =>
    cases([
      ['90后', '九〇后'],
      ['80后、90后', '八〇后、九〇后'],
      ['85、95后青年', '八五、九五后青年'],
      ['00后', '〇〇后'],
      ['8时00分', '八时零分'],
      ['8时05分00秒', '八时零五分零秒'],
      ['50后勤人员', '五十后勤人员'],
    ]))

  it('points each unit back at what it was made of', () => {
    const { text, from } = toHanzi('共2160人')
    expect(text).toBe('共二千一百六十人')
    expect([...from]).toEqual([0, 1, 1, 2, 2, 3, 3, 5])
  })

  it('converts the sample chapter and nothing but its numbers', () => {
    const raw = readFileSync(new URL('../../content/weifang/raw/party-work.txt', import.meta.url), 'utf8')
    const { text } = toHanzi(raw.slice(raw.indexOf('【')))
    expect(text).not.toMatch(/\d/)
    for (const part of [
      '二〇〇二年,市直',
      '一千五百八十八名特困',
      '一百一十三点七万余元',
      '近四千\n名科级',
      '“五·三一”重要',
    ])
      expect(text).toContain(part)
    expect(text.replace(/[〇零一二三四五六七八九十百千点]/g, '')).toBe(
      raw.slice(raw.indexOf('【')).replace(/[\d.零一二三四五六七八九十百千点]/g, ''),
    )
  })

  it('says every quantity so that it reads back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(readBack(toHanzi(`共${n}人`).text.slice(1, -1))).toBe(n)
      }),
    )
  })

  it('keeps text without digits, and the order of everything', () => {
    const text = fc.string({ unit: fc.constantFrom(...'年月日〔〕%·:/-—.,，。 A第号人万亿0123456789') })
    fc.assert(
      fc.property(text, (input) => {
        const { text: output, from } = toHanzi(input)
        expect(from).toHaveLength(output.length)
        expect([...from]).toEqual([...from].sort((a, b) => a - b))
        if (!/\d/.test(input)) expect(output).toBe(input)
      }),
    )
  })
})
