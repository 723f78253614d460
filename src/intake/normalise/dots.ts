// Marks made of several characters, and connectors: …… —— ～ · (§10.3). In: the work, its single marks settled.

import type { Rule } from '../rules.ts'
import { isChinese, KIND, type Kind } from './kinds.ts'
import { after, afterNumeral, before, replace, type Work } from './work.ts'

export function convertDots(work: Work): void {
  const { text } = work
  if (/\.{3}|[。…]/.test(text)) convertEllipses(work)
  if (/--|[―─]/.test(text)) convertDashes(work)
  if (/[~〜]/.test(text)) convertTildes(work)
  if (/[・‧•･．]/.test(text)) convertMiddleDots(work)
}

/** A row of one character, blanks in between where they are going to be removed. */
interface Row {
  readonly start: number
  readonly end: number
  readonly count: number
}

function* rowsOf(work: Work, unit: string, throughBlanks: boolean): Generator<Row> {
  const { text, kinds } = work
  for (let start = text.indexOf(unit); start >= 0; ) {
    let end = start + 1
    let count = 1
    for (;;) {
      const next = throughBlanks ? after(work, end) : end
      if (text[next] !== unit || kinds[next] !== kinds[start]) break
      end = next + 1
      count++
    }
    yield { start, end, count }
    start = text.indexOf(unit, end)
  }
}

/** ... → ……, 。。。 → ……, single … → ……; more than six dots are leaders of a table of contents. */
function convertEllipses(work: Work): void {
  const { kinds, runs } = work
  const afterHan = (i: number) => runs.left[runs.of[i] ?? -1] === KIND.han
  for (const row of rowsOf(work, '.', false)) {
    if (kinds[row.start] !== KIND.ascii || row.count < 3 || row.count > 6 || !afterHan(row.start)) continue
    if (runs.right[runs.of[row.start] ?? -1] === KIND.digit) work.doubts.push(leaders(row))
    else setRow(work, row, '……', 'ellipsis', KIND.ellipsis)
  }
  for (const row of rowsOf(work, '。', true)) {
    if (row.count >= 3 && row.count <= 6) setRow(work, row, '……', 'ellipsis', KIND.ellipsis)
  }
  for (const row of rowsOf(work, '…', true)) {
    if (row.count === 1 && afterHan(row.start))
      replace(work, row.start, row.end, '……', 'ellipsis', KIND.ellipsis)
  }
}

const leaders = ({ start, end }: Row) => ({
  start,
  end,
  message: {
    en: 'dots before a number kept: leaders of a table of contents?',
    zh: '数字前的点未改：是目录的连点吗',
  },
})

/** -- , --- , ― , ── → —— between Han; options of commands, rules and ranges of numbers stay. */
function convertDashes(work: Work): void {
  const convert = (row: Row) => {
    if (work.kinds[row.start] !== KIND.latin && betweenChinese(work, row))
      setRow(work, row, '——', 'dash', KIND.dash)
  }
  for (const row of rowsOf(work, '-', false)) if (row.count === 2 || row.count === 3) convert(row)
  for (const row of rowsOf(work, '―', true)) if (row.count <= 2) convert(row)
  for (const row of rowsOf(work, '─', true)) if (row.count === 2) convert(row)
}

function betweenChinese(work: Work, { start, end }: Row): boolean {
  const left = work.kinds[before(work, start)]
  const right = work.kinds[after(work, end)]
  const fits = (kind: number | undefined) =>
    kind === undefined || isChinese(kind) || kind === KIND.quote || kind === KIND.digit
  return fits(left) && fits(right) && (isChinese(left) || isChinese(right))
}

/** ~ and 〜 → ～ between numbers or Han; paths and approximations in Latin stay. */
function convertTildes(work: Work): void {
  const { text, kinds } = work
  for (let i = 0; i < text.length; i++) {
    if ((text[i] !== '~' && text[i] !== '〜') || kinds[i] === KIND.latin) continue
    const left = before(work, i)
    const right = after(work, i + 1)
    const counts = (at: number) => kinds[at] === KIND.han || kinds[at] === KIND.digit
    if ((counts(left) || '%°'.includes(text[left] ?? ' ')) && counts(right)) {
      replace(work, i, i + 1, '～', 'tilde', KIND.wave)
    }
  }
}

/** ・ ‧ • → · between the parts of a name or a date; ．between Han likewise, unless it ends the text as a full stop. */
function convertMiddleDots(work: Work): void {
  const { text, kinds } = work
  const isWord = (kind: number | undefined) => kind === KIND.han || kind === KIND.latin || kind === KIND.digit
  const asStop = /．[”’』」）)]*\s*$/u.test(text.trimEnd().slice(-12))
  for (let i = 1; i < text.length; i++) {
    const point = text[i] === '．'
    if (!point && !'・‧•･'.includes(text[i] ?? ' ')) continue
    const [left, right] = [before(work, i), after(work, i + 1)]
    const inName = kinds[left] === KIND.han && kinds[right] === KIND.han && !afterNumeral(work, i)
    const joins = point ? inName && !asStop : isWord(kinds[left]) && isWord(kinds[right])
    if (joins) replace(work, i, i + 1, '·', 'middle-dot', KIND.other)
  }
}

function setRow(work: Work, { start, end }: Row, text: string, rule: Rule, kind: Kind): void {
  replace(work, start, end, text, rule, kind)
}
