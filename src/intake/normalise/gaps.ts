// Blanks that say something: cells of a table, names in a row, the em after the number of a heading. In: the work.
// Out: which stretches of it keep their blanks.

import { FAMILY_NAME } from '../names.ts'
import { KIND } from './kinds.ts'
import type { LocalDoubt, Work } from './work.ts'

const LONGEST_ROW = 160
const CELL_GAP = /(?<=[^\s，。、；：！？,;:!?])(?: {2,}|\u3000{2,}|\t)(?=[^\s，。、；：！？,;:!?])/gu

/** | 指标 | 数值 |, or three cells or more parted by wide gaps, no sentence in them, not a word spaced out. */
export function looksLikeTableRow(work: Work): boolean {
  const { text } = work
  if (/^\|.*\|$/.test(text)) return true
  if (text.length > LONGEST_ROW || /[。？！?!]/u.test(text) || work.edits.some((e) => e.text === '。'))
    return false
  const cells = text.trim().split(/ {2,}|\u3000{2,}|\t/u)
  const gaps = text.match(CELL_GAP)?.length ?? 0
  return gaps >= 2 && cells.some((cell) => [...cell.trim()].length > 1)
}

const NAME_CELL =
  /^(?:\p{Script=Han}[ \u3000]?\p{Script=Han}|\p{Script=Han}{3,4}|\p{Script=Han}{2}[ \u3000]\p{Script=Han}{1,2})$/u
const BETWEEN_NAMES = /[ \u3000]{2,}/u
const KNOWN_FAMILY = new RegExp(`^${FAMILY_NAME}`, 'u')

/**
 * How wide the gaps of a row of names are, in ems, where the text is nothing else: 王 刚    李 明    赵国强. Undefined
 * where it is no such row, or one with single gaps only, which nothing tells from a word spaced out.
 */
export function gapsOfNames({
  text,
}: Work): { readonly inside: string; readonly between: string } | undefined {
  if (text.length > LONGEST_ROW) return undefined
  const cells = text.split(BETWEEN_NAMES)
  if (cells.length < 2 || !cells.every((cell) => NAME_CELL.test(cell))) return undefined
  const known = cells.filter((cell) => KNOWN_FAMILY.test(cell)).length
  if (2 * known <= cells.length) return undefined
  return { inside: '\u3000', between: cells.some((cell) => /\s/u.test(cell)) ? '\u3000\u3000' : '\u3000' }
}

const ROLE = '供稿|撰稿|撰文|执笔|摄影|审稿|审核|供图|采写|校对|责任编辑|责编'
const CREDIT_LIKE = new RegExp(
  `^(?:[(（].*(?:${ROLE}).*[)）]|(?:${ROLE})(?:人员|人|者|单位)?[ \\u3000]*[:：/／].*|(?:文|图|图文|文图|摄)[/／].*|.*[ \\u3000](?:${ROLE}))$`,
  'u',
)
const MOST_HAN_OF_CREDIT = 60

/** Wording of a credit, readable or not: its gaps part names. What it asks is the same before and after its edits. */
export const looksLikeCredit = ({ text }: Work): boolean =>
  text.length <= 4 * MOST_HAN_OF_CREDIT &&
  !/[。.．！？!?…\n\r\u0085]/u.test(text) &&
  CREDIT_LIKE.test(text) &&
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) <= MOST_HAN_OF_CREDIT

const BLANK = '[ \\u3000\\u00a0]'
const NAMES = new RegExp(
  `(?<![\\p{Script=Han}\\s\\u0085])${FAMILY_NAME}\\p{Script=Han}{1,2}(?:${BLANK}{1,4}${FAMILY_NAME}\\p{Script=Han}{1,2})+(?!\\s*\\p{Script=Han}|\\s)`,
  'gu',
)

/** Stretches such as 张三 李四 王五: without the blanks nobody could tell the names apart. */
export function namesInRow(work: Work): readonly { readonly start: number; readonly end: number }[] {
  if (!work.kinds.includes(KIND.space)) return []
  const found = [...work.text.matchAll(NAMES)].map(({ index, 0: names }) => ({
    start: index,
    end: index + names.length,
  }))
  for (const { start, end } of found) work.doubts.push(keptNames(start, end))
  return found
}

/** The doubt about a credit that was left in the text. */
export const keptCredit = ({ text }: Work): LocalDoubt => ({
  start: 0,
  end: text.length,
  message: { en: 'left in the text, its gaps kept: a credit?', zh: '留在正文中，空格改作全角空格：是供稿吗' },
  hint: { en: 'if it is, write it under `credits`', zh: '若是，请改写到 credits 下' },
})

const keptNames = (start: number, end: number) => ({
  start,
  end,
  message: { en: 'spaces kept: a row of names?', zh: '空格未删：是并列的人名吗' },
  hint: { en: 'part the names with 、 or remove the spaces', zh: '是人名请改用、分开，否则请删去空格' },
})

const NUMBERING = '[一二三四五六七八九十百零〇0-9]'
/**
 * 第一条　总则, 1日　县委…, △　同日…, 1.总人口　全县…, （一）人口　全县…: a head, its text after a gap of any kind.
 * After a bare number, 1.1　…, the gap must be an em: in 2002 年 it is padding.
 */
const LABEL = new RegExp(
  [
    `^(?:(第${NUMBERING}{1,6}[章节条篇编卷]`,
    '(?:[0-9]{1,2}月)?[0-9]{1,2}(?:[—–～~-][0-9]{1,2})?日',
    '[▲△]',
    '(?:[0-9]{1,2}[.、]|[（(]?[一二三四五六七八九十]{1,3}[）)、])\\p{Script=Han}{2,10})[ \\u3000]+',
    '([0-9]{1,2}(?:\\.[0-9]{1,2}){0,3})\\u3000+)(?=[\\p{Script=Han}《“])',
  ].join('|'),
  'u',
)

/** Where the blank after the number of a heading begins. */
export function numberedLabel(text: string): { readonly start: number } | undefined {
  const match = LABEL.exec(text.slice(0, 60))
  const label = match?.[1] ?? match?.[2]
  return label === undefined ? undefined : { start: label.length }
}
