// How a number in Arabic digits is read (GB/T 15835-2011): the rules in order, each with a pattern and what it writes.
// A number is converted whole or stays whole. Whatever touches a letter, a currency sign, an operator or an exponent,
// or looks like a code, stays as it is: a wrong conversion cannot be seen in print, a lying digit can.
//
// Decisions where the standard is silent:
// - 15:40 → 十五时四十分 and 2008-08-08 → 二〇〇八年八月八日: the all-digit notations of GB/T 7408 have no Hanzi form.
// - 〔2002〕12号 → 〔二〇〇二〕十二号: year by digits, running number as a number, as offices write it.
// - 3:2 → 三比二, 1/3 → 三分之一; “5·31” keeps its dot and is read by digits, as “一·二八” is.
// - Four digits before 年 are a year; 90年代 is 九十年代. Ranges keep their sign: 四百—四百二十九页.
// - 90后 is 九〇后: a generation is named by the digits of its year. Web and mail addresses stay whole.
// - Telephone and service numbers go digit by digit (一一〇报警); ISBNs, version numbers, 12:3:4:5 and 737型 stay.
//
// No pattern may take longer than its text is long: what repeats begins with a sign of its own, and lists are bounded.

import { decimals, digitByDigit, MOST_DIGITS, type Piece, quantity } from './hanzi-numbers.ts'
import type { HanziWriter } from './hanzi-writer.ts'

/** A way of reading digits: the first rule whose pattern matches at a digit writes all that it matched. */
export interface Rule {
  readonly pattern: RegExp
  readonly write: (match: RegExpExecArray, out: HanziWriter) => void
}

const rule = (pattern: string, write: Rule['write']): Rule => ({ pattern: new RegExp(pattern, 'uy'), write })

/** As it stands. */
const keep = (match: RegExpExecArray, out: HanziWriter): void =>
  out.copy(match.index, match.index + match[0].length)

const byDigits = (match: RegExpExecArray, out: HanziWriter): void => {
  for (const { index, text } of runsOf(match)) {
    if (/\d/.test(text)) out.pieces(digitByDigit(text), index)
    else out.copy(index, index + text.length)
  }
}

/** Runs of digits and of other characters of a match. */
const runsOf = (match: RegExpExecArray): { index: number; text: string }[] =>
  [...match[0].matchAll(/\d+|\D+/g)].map((run) => ({ index: match.index + run.index, text: run[0] }))

/** A quantity of at most MOST_DIGITS digits with its grouping signs and decimals, standing at `start`. */
function writeQuantity(number: string, start: number, out: HanziWriter): void {
  const [whole = '', fraction] = number.split('.')
  const digits = whole.replace(/\D/g, '')
  const places = [...whole].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
  const pieces = quantity(digits)
  out.pieces(
    pieces.map(({ text, digit }) => ({ text, digit: places[digit] ?? 0 })),
    start,
  )
  if (fraction === undefined) return
  out.put('点', start + whole.length)
  out.pieces(decimals(fraction), start + whole.length + 1)
}

/** Parts in turn, each a number and the word after it; minutes and seconds below ten keep their zero. */
function writeClock(match: RegExpExecArray, out: HanziWriter): void {
  const words = ['时', '分', '秒']
  const numbers = runsOf(match).filter(({ text }) => /\d/.test(text))
  for (const [i, { index, text }] of numbers.entries()) {
    if (i > 0 && Number(text) === 0) continue
    if (i > 0 && text.startsWith('0')) out.put('零', index)
    writeQuantity(text, index, out)
    out.put(words[i] ?? '', index + text.length - 1)
  }
}

function writeDate(match: RegExpExecArray, out: HanziWriter): void {
  const [year, month, day] = runsOf(match).filter(({ text }) => /\d/.test(text))
  if (!year || !month || !day) return
  out.pieces(digitByDigit(year.text), year.index)
  out.put('年', year.index + year.text.length)
  writeQuantity(month.text, month.index, out)
  out.put('月', month.index + month.text.length)
  writeQuantity(day.text, day.index, out)
  out.put('日', day.index + day.text.length - 1)
}

/** 12.5% → 百分之十二点五; in 15～30% the sign speaks for both numbers, said once. */
function writePercent(match: RegExpExecArray, out: HanziWriter): void {
  const { number = '', range = '', sign } = match.groups ?? {}
  out.put(sign === '‰' ? '千分之' : '百分之', match.index)
  writeQuantity(number, match.index, out)
  if (range === '') return
  const link = /^\D+/.exec(range)?.[0] ?? ''
  const start = match.index + number.length
  out.copy(start, start + link.length)
  writeQuantity(range.slice(link.length), start + link.length, out)
}

/** 1/3 → 三分之一: the units keep the order of the input by pointing at the first digit until the numerator. */
function writeFraction(match: RegExpExecArray, out: HanziWriter): void {
  const { upper = '', lower = '' } = match.groups ?? {}
  out.put(textOf(quantity(lower)), match.index)
  out.put('分之', match.index)
  writeQuantity(upper, match.index, out)
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

function writeRatio(match: RegExpExecArray, out: HanziWriter): void {
  const { left = '', right = '' } = match.groups ?? {}
  writeQuantity(left, match.index, out)
  out.put('比', match.index + left.length)
  writeQuantity(right, match.index + left.length + 1, out)
}

/** 05分 is read 零五分, 00分 零分, 08月 八月. */
function writeZeroed(match: RegExpExecArray, out: HanziWriter): void {
  const { number = '', word = '' } = match.groups ?? {}
  if (/[分秒]/.test(word) && Number(number) > 0) out.put('零', match.index)
  writeQuantity(number, match.index, out)
}

const writeNumber = (match: RegExpExecArray, out: HanziWriter): void =>
  writeQuantity(match[0], match.index, out)

// Pieces of the patterns.
const SPACE = String.raw`[ \u00A0\u2009\u202F]`
/** Raised and lowered digits. */
const EXPONENT = '⁰¹²³⁴-⁹⁺⁻ⁿ₀-₉'
/** What makes a neighbouring number a name, a measure or an amount: letters, unit and currency signs, exponents. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Sc}\u2100-\u214F\u3371-\u33DF°′″Ωµ#№${EXPONENT}]`
/** What may stand between a letter and the number that goes with it: No. 5, ISO 9001, BCD-188. */
const AFTER_LETTER = String.raw`(?<=${LETTER}(?:\.?${SPACE}|[.·_/+&–\-])?)`
const OPERATOR = '[×÷±≥≤≧≦＜＞=＝≈≠+＋−*^√]'
const DASH = '(?:——|[—–～~-])'
/** What may stand between the numbers of one list or range of years. */
const YEAR_LINK = `(?:${DASH}|[/、，和及与至到])`
/** The most members of a list that are looked at together. */
const MOST_PARTS = 40

/** Digits in groups of three, `most` groups after the first: 12,500 or 12 500. */
const grouped = (most: string): string =>
  String.raw`\d{1,3}(?:(?:,\d{3})${most}|(?:${SPACE}\d{3})${most})(?!\d)(?:\.\d+)?`
/** A quantity that 万 and 亿 can name. */
const NUMBER = String.raw`(?:${grouped('{1,3}')}|\d{1,${MOST_DIGITS}}(?!\d)(?:\.\d+)?)`
const TOO_LONG = String.raw`(?:${grouped('{4,}')}|\d{${MOST_DIGITS + 1},}(?:\.\d+)?)`

/** 3.141 592 65: decimals in groups of three, which are read out by nobody. */
const GROUPED_DECIMALS = String.raw`\d+(?:(?:,|${SPACE})\d{3})*\.\d{3}(?:${SPACE}\d{3})*${SPACE}\d{1,3}(?!\d)`
const PART = String.raw`(?:${GROUPED_DECIMALS}|\d{1,3}(?:${SPACE}\d{3})+(?!\d)|\d+)`
/** Numbers with signs between them, of which none is read alone: 10～20, 0.5, 3×10, 1 250. */
const CLUSTER = `${PART}(?:(?:${DASH}|[.,:：/+×·_])${PART}){0,${MOST_PARTS}}`
const RANGE = `${CLUSTER}(?:[万亿%％‰]{1,2}${DASH}${CLUSTER})?`

const YEAR = String.raw`[12]\d{3}(?!\d|[.,]\d)`
/** The decade or half decade people were born in. */
const GENERATION = '(?:[5-9][05]|0[05])'
const SERVICE = '报警|急救|火警|热线|指挥中心|联动'
const DIGITS_AFTER = `国道|省道|县道|次列车|次航班|航班|旅(?!客|游)|${SERVICE}`
const CALLED = '电话|热线|传真|手机|号码|邮编|邮政编码'

/** In order: the first that matches wins, and one matches at every digit. */
export const RULES: readonly Rule[] = [
  // Years and dates, before letters are looked at: GDP 2002年… is a year all the same.
  rule(`${YEAR}(?=(?:年?${YEAR_LINK}${YEAR}){0,${MOST_PARTS}}年)`, byDigits),
  rule(String.raw`\d{1,2}(?=月\d{1,2}日)`, writeNumber),
  // Names, measures, amounts: PM10, ISO 9001, BCD-188, $1 250, 120 km, 10～20kg, 118万kW, 25℃, 10⁸.
  rule(`${AFTER_LETTER}${RANGE}`, keep),
  rule(`${RANGE}[万亿]{0,2}${SPACE}?(?=${LETTER})`, keep),
  // Sums: 3×4, 5+2, ≥60, −5; a hyphen is a minus where no range can begin.
  rule(`(?<=${OPERATOR}${SPACE}?)${RANGE}`, keep),
  rule(`${RANGE}(?=${SPACE}?${OPERATOR})`, keep),
  rule(`(?<=(?:^|[，。；：、（(,:;为是达到至长降减亏])[-－])${RANGE}`, keep),
  // Models: 737型.
  rule(`${CLUSTER}(?=型)`, keep),
  // Telephones: 0536-8789012, (0536)8789012, 13800000000, 138 0000 0000, 电话：8789012, 110报警, 309国道.
  rule(String.raw`0\d{2,3}(?:[-—–]|${SPACE})(?:\d{7,8}|\d{3,4}[- ]\d{4})(?!\d)`, byDigits),
  rule(String.raw`(?<=[（(]0\d{2,3}[)）][- ]?)\d{7,8}(?!\d)`, byDigits),
  rule(String.raw`1[3-9]\d(?<gap>[- ]?)\d{4}\k<gap>\d{4}(?![\d\p{Script=Han}])`, byDigits),
  rule(
    String.raw`(?<=(?:${CALLED})[号是为]?[:： ]?)\d{3,}(?:-\d+)*(?!\d|[.,]\d|[条个部台门家次人万亿余多])`,
    byDigits,
  ),
  rule(String.raw`\d{3,5}(?=(?:${DIGITS_AFTER}))`, byDigits),
  // All-digit dates and times.
  rule(String.raw`[12]\d{3}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![-./]?\d)`, writeDate),
  rule(
    String.raw`(?<!(?:比分|比例)[为是]?|以|按)(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?(?![:：.]?\d)`,
    writeClock,
  ),
  // Serial numbers and codes of several parts: 1.2.3, 7-5600-1234-5, 0-12.
  rule(String.raw`${PART}(?:\.\d+){2,}|\d+(?:-\d+){2,}|\d+(?:[:：]\d+){2,}|\d+(?:/\d+){2,}`, keep),
  rule(GROUPED_DECIMALS, keep),
  rule(TOO_LONG, keep),
  // Years without 年: 〔2002〕, 《潍坊年鉴2003》, 2002级, 2002届.
  rule(String.raw`(?<=[〔［（(\[])${YEAR}(?=[〕］）)\]])|(?<=年鉴)${YEAR}|${YEAR}(?=[级届版卷])`, byDigits),
  // Generations: 90后, 80、90后.
  rule(
    String.raw`(?<![\d.])${GENERATION}(?=(?:[、和及与]${GENERATION}){0,${MOST_PARTS}}后(?![勤期续备退排卫]))`,
    byDigits,
  ),
  // Names of days: “5·31”.
  rule(String.raw`\d{1,2}[·•・]\d{1,2}(?!\d)`, byDigits),
  rule(`(?<number>${NUMBER})(?<range>${DASH}${NUMBER})?(?<sign>[%％‰])`, writePercent),
  rule(
    String.raw`(?<upper>[1-9]\d{0,3})/(?<lower>[1-9]\d{0,3})(?!\d|[./]\d|(?:,|${SPACE})\d{3}(?!\d))`,
    writeFraction,
  ),
  // Fractions of other numbers, rates.
  rule(`${NUMBER}(?:/${NUMBER})+`, keep),
  rule(`(?<left>${NUMBER})[:：∶](?<right>${NUMBER})`, writeRatio),
  // A leading zero: part of a date or time, else a number that is a name.
  rule(String.raw`(?<number>0\d)(?=(?<word>[月日时分秒]))`, writeZeroed),
  rule(String.raw`0\d+(?!\d|\.\d)`, byDigits),
  rule(NUMBER, writeNumber),
  rule(String.raw`\d+`, keep),
]
