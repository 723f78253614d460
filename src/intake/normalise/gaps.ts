// Blanks that say something: cells of a table, names in a row, the em after the number of a heading. In: the work.
// Out: which stretches of it keep their blanks.

import { FAMILY_NAME } from '../names.ts'
import { KIND } from './kinds.ts'
import type { Work } from './work.ts'

const LONGEST_ROW = 160
const CELL_GAP = /(?<=[^\s，。、；：！？,;:!?])(?: {2,}|\u3000{2,}|\t)(?=[^\s，。、；：！？,;:!?])/gu

/** Three cells or more parted by wide gaps, no sentence in them, not a word spaced out. */
export function looksLikeTableRow(work: Work): boolean {
  const { text } = work
  if (text.length > LONGEST_ROW || /[。？！?!]/u.test(text) || work.edits.some((e) => e.text === '。'))
    return false
  const cells = text.trim().split(/ {2,}|\u3000{2,}|\t/u)
  const gaps = text.match(CELL_GAP)?.length ?? 0
  return gaps >= 2 && cells.some((cell) => [...cell.trim()].length > 1)
}

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

const keptNames = (start: number, end: number) => ({
  start,
  end,
  message: { en: 'spaces kept: a row of names?', zh: '空格未删：是并列的人名吗' },
  hint: { en: 'part the names with 、 or remove the spaces', zh: '是人名请改用、分开，否则请删去空格' },
})

/** 第一条　…, where a plain space will do as well; 1日　…, 1.1　… with U+3000 only. */
const LABEL =
  /^(?:(第[一二三四五六七八九十百零〇0-9]{1,6}[章节条篇编卷])[ \u3000]+|((?:[0-9]{1,2}月)?[0-9]{1,2}日|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\u3000+)(?=\p{Script=Han})/u

/** Where the blank after the number of a heading begins. */
export function numberedLabel(text: string): { readonly start: number } | undefined {
  const match = LABEL.exec(text.slice(0, 60))
  const label = match?.[1] ?? match?.[2]
  return label === undefined ? undefined : { start: label.length }
}
