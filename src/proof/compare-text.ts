// Text against the manuscript, character by character: what a reader took from a PDF and what the manuscript says come
// in; findings go out, each with page, place in the manuscript and the words around it.

import { CHAR_CLASS, type CharClass, classOf } from '../cjk/index.ts'
import type { Text } from '../core/index.ts'
import { type Difference, findDifferences, type Range } from './differences.ts'
import type { ExpectedText } from './expected-text.ts'
import { type DifferenceKind, type Finding, MOST_FINDINGS } from './report.ts'
import type { VisibleText } from './visible-text.ts'

export interface ActualText extends VisibleText {
  /** Unit where each page begins. */
  readonly pageStarts: readonly number[]
}

/** The first differences; empty when the page says what the manuscript says. */
export function compareText(expected: ExpectedText, actual: ActualText): Finding[] {
  const differences = findDifferences(expected.text, actual.text, MOST_FINDINGS)
  // Places of blanks mean something only while the letters agree.
  return differences.length > 0
    ? differences.map((d) => describe(d, expected, actual))
    : compareSpaces(expected, actual).slice(0, MOST_FINDINGS)
}

/**
 * A space between two Western letters must come back as blank, and no blank may come between two that stand together.
 * A line end may stand for either.
 */
function compareSpaces(expected: ExpectedText, actual: ActualText): Finding[] {
  const places = new Set([...expected.gaps.keys(), ...actual.gaps.keys()])
  const found: Finding[] = []
  for (const at of [...places].sort((a, b) => a - b)) {
    const [wanted, got] = [expected.gaps.get(at), actual.gaps.get(at)]
    if (wanted === got || wanted === 'line' || got === 'line' || !betweenWestern(expected.text, at)) continue
    const kind = wanted === 'space' ? 'missing' : 'added'
    found.push(finding(kind, spaceMessage(kind, around(expected.text, at)), at, expected, at, actual))
  }
  return found
}

function betweenWestern(text: string, at: number): boolean {
  const [before, after] = [text.codePointAt(at - 1), text.codePointAt(at)]
  return (
    before !== undefined &&
    after !== undefined &&
    isLetterOrDigit(classOf(before)) &&
    isLetterOrDigit(classOf(after))
  )
}

const spaceMessage = (kind: 'missing' | 'added', place: string): Text =>
  kind === 'missing'
    ? { en: `the space at ${place} is missing`, zh: `${place} 处少空格` }
    : { en: `a space was added at ${place}`, zh: `${place} 处多空格` }

function describe(difference: Difference, expected: ExpectedText, actual: ActualText): Finding {
  const { kind } = difference
  const wanted = quote(expected.text, difference.expected)
  const got = quote(actual.text, difference.actual)
  const message = MESSAGES[kind](wanted, got)
  return finding(
    kind,
    message,
    difference.actual.start,
    expected,
    difference.expected.start,
    actual,
    difference.expected.end,
  )
}

const MESSAGES: Readonly<Record<DifferenceKind, (wanted: string, got: string) => Text>> = {
  missing: (wanted, got) => ({
    en: `missing: manuscript ${wanted}, page ${got}`,
    zh: `缺字：原稿${wanted}，页面${got}`,
  }),
  added: (wanted, got) => ({
    en: `added: manuscript ${wanted}, page ${got}`,
    zh: `多字：原稿${wanted}，页面${got}`,
  }),
  changed: (wanted, got) => ({
    en: `changed: manuscript ${wanted}, page ${got}`,
    zh: `错字：原稿${wanted}，页面${got}`,
  }),
  moved: (wanted, got) => ({
    en: `moved: manuscript ${wanted}, found at ${got}`,
    zh: `错位：原稿${wanted}，在页面${got}`,
  }),
}

function finding(
  kind: DifferenceKind,
  message: Text,
  actualAt: number,
  expected: ExpectedText,
  from: number,
  actual: ActualText,
  to: number = from,
): Finding {
  const page = pageAt(actual, actualAt)
  const span = expected.spanOf(from, to)
  return { difference: kind, message, ...(page > 0 && { page }), ...(span && { span }) }
}

/** Page from 1 of a unit of the actual text; 0 when there are no pages. */
function pageAt({ pageStarts }: ActualText, at: number): number {
  let low = 0
  let high = pageStarts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pageStarts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const CONTEXT = 8
const LONGEST_QUOTE = 40

/** …before〔the piece〕after…, cut between characters. */
function quote(text: string, { start, end }: Range): string {
  const piece = [...text.slice(start, end)]
  const shown = piece.length > LONGEST_QUOTE ? `${piece.slice(0, LONGEST_QUOTE).join('')}…` : piece.join('')
  const [before, after] = contexts(text, start, end)
  return `“${before}〔${visible(shown)}〕${after}”`
}

function around(text: string, at: number): string {
  const [before, after] = contexts(text, at, at)
  return `“${before}|${after}”`
}

function contexts(text: string, start: number, end: number): [string, string] {
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join('')
  const after = [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join('')
  return [visible(before), visible(after)]
}

/** Signs that cannot be seen, by number. */
const visible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (c) => `U+${hex(c.codePointAt(0) ?? 0)}`)

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

/** Marks and signs bring their own white: what stands between 25 and ℃ is not for the text to say. */
const isLetterOrDigit = (c: CharClass): boolean => c === CHAR_CLASS.digit || c === CHAR_CLASS.latin
