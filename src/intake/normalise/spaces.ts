// Blanks (§10.1, §10.3). In: the work, all marks settled. A blank beside Han or a Chinese mark is padding of the old
// line and goes; between Western words one space stays. Kept are the gaps of tables, of names in a row, and the em
// after the number of a heading.

import type { Rule } from '../rules.ts'
import {
  gapsOfNames,
  keptCredit,
  looksLikeCredit,
  looksLikeTableRow,
  namesInRow,
  numberedLabel,
} from './gaps.ts'
import { isChinese, KIND } from './kinds.ts'
import type { Work } from './work.ts'

/** `credit`: a gap between Han parts two names or a name and its role, and becomes one em. */
export type SpaceUse = 'text' | 'credit'

export function settleSpaces(work: Work, use: SpaceUse): void {
  const { text, kinds } = work
  if (!kinds.includes(KIND.space)) return
  const left = seenFrom(kinds, 1)
  const right = seenFrom(kinds, -1)
  const label = numberedLabel(text)
  const names = use === 'text' ? gapsOfNames(work) : undefined
  const isTable = use === 'text' && looksLikeTableRow(work)
  const isCredit = use === 'credit' || (!isTable && looksLikeCredit(work))
  if (isCredit && use === 'text' && label === undefined) work.doubts.push(keptCredit(work))
  const kept = isTable || isCredit ? [] : namesInRow(work)
  let nextKept = 0
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== KIND.space) continue
    const start = i
    while (i < kinds.length && kinds[i] === KIND.space) i++
    const gap = { start, end: i, left: left[start] ?? KIND.other, right: right[i - 1] ?? KIND.other }
    while ((kept[nextKept]?.end ?? Number.POSITIVE_INFINITY) <= start) nextKept++
    const atEdge = start === 0 || i === kinds.length
    if (atEdge) set(work, gap, '', 'indent')
    else if (names !== undefined) set(work, gap, i - start > 1 ? names.between : names.inside, 'name-space')
    else if (isTable || (kept[nextKept]?.start ?? Number.POSITIVE_INFINITY) <= start) continue
    else if (label !== undefined && start === label.start) set(work, gap, '\u3000', 'label-space')
    else if (isCredit) settleCreditGap(work, gap)
    else settleGap(work, gap)
  }
}

interface Gap {
  readonly start: number
  readonly end: number
  /** Kinds of the nearest characters that are not blank, quote, ellipsis or dash. */
  readonly left: number
  readonly right: number
}

/** For every unit the kind last seen, marks of all scripts looked through: of ” what it closes. */
function seenFrom(kinds: Uint8Array, step: 1 | -1): Uint8Array {
  const seen = new Uint8Array(kinds.length)
  let last: number = KIND.other
  for (let i = step === 1 ? 0 : kinds.length - 1; i >= 0 && i < kinds.length; i += step) {
    const kind = kinds[i] ?? KIND.other
    const through = kind === KIND.space || kind === KIND.quote || kind === KIND.ellipsis || kind === KIND.dash
    if (!through) last = kind
    seen[i] = last
  }
  return seen
}

function settleGap(work: Work, gap: Gap): void {
  const { text, kinds } = work
  const blank = text.slice(gap.start, gap.end)
  if (blank.includes('\t')) return
  const betweenHan = kinds[gap.start - 1] === KIND.han && kinds[gap.end] === KIND.han
  if (blank.includes('\u3000') && betweenHan && !isSpacedOut(work, gap)) return
  if (isChinese(gap.left) || isChinese(gap.right)) set(work, gap, '', 'padding-space')
  else if (!isThinInNumber(work, gap)) set(work, gap, ' ', 'space-run')
}

/** Parts of a credit: one em between Han, nothing beside a mark, one space between Western words. */
function settleCreditGap(work: Work, gap: Gap): void {
  const betweenHan = work.kinds[gap.start - 1] === KIND.han && work.kinds[gap.end] === KIND.han
  if (betweenHan) set(work, gap, '\u3000', 'space-run')
  else settleGap(work, gap)
}

/** 文　明　单　位: one character on each side. */
function isSpacedOut({ kinds }: Work, { start, end }: Gap): boolean {
  return kinds[start - 2] !== KIND.han && kinds[end + 1] !== KIND.han
}

/** 12 500 grouped with a thin space (GB/T 15835-2011 5.1.2). */
const isThinInNumber = ({ text, kinds }: Work, { start, end }: Gap): boolean =>
  end - start === 1 &&
  '\u2009\u202f\u2006'.includes(text[start] ?? ' ') &&
  kinds[start - 1] === KIND.digit &&
  kinds[end] === KIND.digit

function set(work: Work, { start, end }: Gap, text: string, rule: Rule): void {
  if (work.text.slice(start, end) !== text) work.edits.push({ start, end, text, rule })
}
