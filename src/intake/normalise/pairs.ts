// Brackets and straight quotes: both of a pair are decided together. In: the work. Out: pairs with what they hold; the
// square brackets and parentheses of Chinese text converted, their runs marked Chinese.

import { KIND } from './kinds.ts'
import { replace, type Work } from './work.ts'

/** The two units of a pair. */
interface Pair {
  readonly open: number
  readonly close: number
  readonly holdsHan: boolean
}

/** Converts ( ) and [ ] (§10.3). Chineseness spreads along the pairs: in 中(a)(b) the second pair touches the first. */
export function convertBrackets(work: Work): void {
  const round = pairsOf(work, '(（', ')）').filter((pair) => !isFormula(work, pair))
  const square = pairsOf(work, '[', ']')
  for (const pair of square) convertSquare(work, pair)
  spread(work, round)
  for (const { open, close } of round) {
    const run = work.runs.of[open] ?? -1
    if (work.runs.chinese[run] !== 1) continue
    if (work.text[open] === '(') replace(work, open, open + 1, '（', 'parenthesis', KIND.cjk)
    if (work.text[close] === ')') replace(work, close, close + 1, '）', 'parenthesis', KIND.cjk)
  }
}

/** Matches brackets, half width or full; what is protected or unmatched is left out. */
function pairsOf({ text, kinds }: Work, opening: string, closing: string): readonly Pair[] {
  const pairs: Pair[] = []
  const stack: { at: number; han: number }[] = []
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const kind = kinds[i]
    if (kind === KIND.han) han++
    if (kind !== KIND.ascii && kind !== KIND.cjk) continue
    const c = text[i] ?? ''
    if (opening.includes(c)) stack.push({ at: i, han })
    else if (closing.includes(c)) {
      const opened = stack.pop()
      if (opened !== undefined) pairs.push({ open: opened.at, close: i, holdsHan: han > opened.han })
    }
  }
  return pairs
}

/** Runs that a Chinese pair touches are Chinese, and make the pairs they touch Chinese. */
function spread({ runs }: Work, pairs: readonly Pair[]): void {
  const touching = new Map<number, Pair[]>()
  const queue: number[] = []
  const mark = (run: number) => {
    if (runs.chinese[run] !== 1) runs.chinese[run] = 1
    queue.push(run)
  }
  for (const pair of pairs) {
    for (const run of [runs.of[pair.open] ?? -1, runs.of[pair.close] ?? -1]) {
      const list = touching.get(run)
      if (list === undefined) touching.set(run, [pair])
      else list.push(pair)
      if (pair.holdsHan || runs.chinese[run] === 1) mark(run)
    }
  }
  for (let run = queue.pop(); run !== undefined; run = queue.pop()) {
    for (const { open, close } of touching.get(run) ?? []) {
      for (const next of [runs.of[open] ?? -1, runs.of[close] ?? -1]) if (runs.chinese[next] !== 1) mark(next)
    }
    touching.delete(run)
  }
}

const LONGEST_FORMULA = 64
const SUM = /[A-Za-z0-9)）]\s*[=+*^<>]\s*[A-Za-z0-9(（]/

/** f(x), (a+b), (x)=1: parentheses of mathematics stay as they are. */
function isFormula({ text, kinds }: Work, { open, close, holdsHan }: Pair): boolean {
  if (holdsHan || text[open] !== '(' || text[close] !== ')') return false
  if (close - open <= LONGEST_FORMULA && SUM.test(text.slice(open + 1, close))) return true
  if ('=^'.includes(text[close + 1] ?? ' ')) return true
  return kinds[open - 1] === KIND.latin && kinds[open - 2] !== KIND.latin && close - open <= 4
}

/** 〔1998〕 before a document number, ［］ around Han; [1] is a note mark. */
function convertSquare(work: Work, { open, close, holdsHan }: Pair): void {
  const year = /^[0-9]{4}\]$/.test(following(work, open + 1, 5))
  const [left, right] =
    year && isDocumentNumber(following(work, close + 1, 9)) ? '〔〕' : holdsHan ? '［］' : ''
  if (left === undefined || right === undefined) return
  replace(work, open, open + 1, left, 'square-bracket', KIND.cjk)
  replace(work, close, close + 1, right, 'square-bracket', KIND.cjk)
  for (const unit of [open, close]) work.runs.chinese[work.runs.of[unit] ?? -1] = 1
}

const isDocumentNumber = (text: string): boolean => /^第?[0-9]{1,6}号/.test(text)

/** The next characters, blanks left out. */
function following({ text, kinds }: Work, from: number, count: number): string {
  let found = ''
  for (let i = from; i < text.length && found.length < count; i++)
    if (kinds[i] !== KIND.space) found += text[i] ?? ''
  return found
}

/**
 * Straight quotes of Chinese text → “ ” ‘ ’, by pairing; an odd one makes all of its kind doubtful and they stay. Pairs
 * of both kinds that cross are quotes nested three deep, which pairing cannot tell apart: all stay, reported.
 */
export function convertQuotes(work: Work): void {
  const double = pairedQuotes(work, '"')
  const single = pairedQuotes(work, "'")
  const crossing = firstCrossing(double, single)
  if (crossing !== undefined) {
    if (work.kinds.includes(KIND.han)) work.doubts.push(nestedQuotes(crossing))
    return
  }
  for (const pair of double) convertQuote(work, pair, '“', '”')
  for (const pair of single) convertQuote(work, pair, '‘', '’')
}

/** The first pair of one kind that a pair of the other is open across the end of; pairs of one kind never meet. */
function firstCrossing(double: readonly Pair[], single: readonly Pair[]): Pair | undefined {
  let next = 0
  for (const pair of double) {
    while ((single[next]?.close ?? Number.POSITIVE_INFINITY) < pair.open) next++
    // Pairs wholly inside are well nested.
    for (; next < single.length; next++) {
      const inner = single[next]
      if (inner === undefined || inner.open > pair.close) break
      const within = inner.open > pair.open && inner.close < pair.close
      const around = inner.open < pair.open && inner.close > pair.close
      if (!within && !around) return pair
      if (around) break
    }
  }
  return undefined
}

const nestedQuotes = ({ open, close }: Pair) => ({
  start: open,
  end: close + 1,
  message: {
    en: 'straight quotes kept: nested more than two deep, or crossed',
    zh: '直引号未改：引号套了三层以上，或互相交叉',
  },
  hint: { en: 'write “ ‘ “ ” ’ ” by hand', zh: '请逐层改为“‘“”’”' },
})

function convertQuote(work: Work, { open, close, holdsHan }: Pair, left: string, right: string): void {
  const touches = [open, close].some((unit) => work.runs.chinese[work.runs.of[unit] ?? -1] === 1)
  if (!touches && !holdsHan) return
  replace(work, open, open + 1, left, 'quote', KIND.quote)
  replace(work, close, close + 1, right, 'quote', KIND.quote)
}

/** Every second quote closes; none pairs where one is left over. */
function pairedQuotes(work: Work, quote: string): readonly Pair[] {
  if (!work.text.includes(quote)) return []
  const found = quotesOf(work, quote)
  if (found.length % 2 === 1) return []
  const pairs: Pair[] = []
  for (let k = 0; k + 1 < found.length; k += 2) {
    const [open, close] = [found[k], found[k + 1]]
    if (open !== undefined && close !== undefined)
      pairs.push({ open: open.at, close: close.at, holdsHan: close.han > open.han })
  }
  return pairs
}

/** The quotes that can pair: no apostrophes, no feet and inches (a digit before, no quote open). */
function quotesOf({ text, kinds }: Work, quote: string): readonly { at: number; han: number }[] {
  const found: { at: number; han: number }[] = []
  let han = 0
  for (let i = 0; i < text.length; i++) {
    if (kinds[i] === KIND.han) han++
    if (kinds[i] !== KIND.ascii || text[i] !== quote) continue
    if (quote === "'" && kinds[i - 1] === KIND.latin && kinds[i + 1] === KIND.latin) continue
    if (kinds[i - 1] === KIND.digit && found.length % 2 === 0) continue
    found.push({ at: i, han })
  }
  return found
}
