// Where two long texts differ. Two strings come in; the first places where they part go out, each a range of either,
// named missing, added, changed or moved. Linear while they agree; after a difference it finds the nearest place where
// a short run of characters stands in both, looking further only when near fails.

import type { DifferenceKind } from './report.ts'

export interface Range {
  readonly start: number
  readonly end: number
}

export interface Difference {
  readonly kind: DifferenceKind
  /** Where in the expected text; empty for `added`. */
  readonly expected: Range
  /** Where in the actual text; empty for `missing`. For `moved`, where the expected piece was found. */
  readonly actual: Range
}

/** How far to look for agreement, and how many characters must agree there. */
const TRIES: readonly { readonly reach: number; readonly run: number }[] = [
  // Shorter runs would meet again in the next sentence that repeats a term.
  { reach: 200, run: 8 },
  { reach: 4_000, run: 10 },
  { reach: 100_000, run: 12 },
  { reach: Number.POSITIVE_INFINITY, run: 12 },
]

/** The first differences, `most` at most, in the order of the expected text; empty when the texts are equal. */
export function findDifferences(expected: string, actual: string, most: number): Difference[] {
  if (expected === actual) return []
  const found: Difference[] = []
  let [i, j] = [0, 0]
  // A moved piece is found as missing here and added there: read on some way to see both.
  while (found.length < most * 4) {
    const same = agreement(expected, i, actual, j)
    i += same
    j += same
    if (i >= expected.length && j >= actual.length) break
    const [di, dj] = resynchronise(expected, i, actual, j)
    found.push(difference(i, i + di, j, j + dj))
    i += di
    j += dj
  }
  return joinMoved(found, expected, actual).slice(0, most)
}

/** Length of the common run from `i` and `j` on. */
function agreement(a: string, i: number, b: string, j: number): number {
  const end = Math.min(a.length - i, b.length - j)
  let n = 0
  while (n < end && a.charCodeAt(i + n) === b.charCodeAt(j + n)) n++
  // Not between the halves of a surrogate pair.
  return n > 0 && (a.charCodeAt(i + n - 1) & 0xfc00) === 0xd800 ? n - 1 : n
}

const difference = (i: number, iEnd: number, j: number, jEnd: number): Difference => ({
  kind: i === iEnd ? 'added' : j === jEnd ? 'missing' : 'changed',
  expected: { start: i, end: iEnd },
  actual: { start: j, end: jEnd },
})

/** How many units of either to pass until they agree again. */
function resynchronise(a: string, i: number, b: string, j: number): [number, number] {
  for (const { reach, run } of TRIES) {
    const found = nearest(a, i, b, j, reach, run)
    if (found) return found
    if (reach >= a.length - i && reach >= b.length - j) break
  }
  return withoutCommonEnd(a, i, b, j)
}

/** The nearest place where `run` units agree, with least passed on both sides together. */
function nearest(
  a: string,
  i: number,
  b: string,
  j: number,
  reach: number,
  run: number,
): [number, number] | undefined {
  const lastA = Math.min(i + reach, a.length - run)
  const lastB = Math.min(j + reach, b.length - run)
  if (lastA < i || lastB < j) return undefined
  const places = new Map<string, number>()
  for (let p = i; p <= lastA; p++) {
    const key = a.slice(p, p + run)
    if (!places.has(key)) places.set(key, p - i)
  }
  let best: [number, number] | undefined
  for (let q = 0; j + q <= lastB && (best === undefined || q < best[0] + best[1]); q++) {
    const p = places.get(b.slice(j + q, j + q + run))
    if (p !== undefined && (best === undefined || p + q < best[0] + best[1])) best = [p, q]
  }
  return best && drawBack(a, i, b, j, best)
}

/** The agreement may have begun before the run that was found. */
function drawBack(a: string, i: number, b: string, j: number, [di, dj]: [number, number]): [number, number] {
  let back = 0
  const most = Math.min(di, dj)
  while (back < most && a.charCodeAt(i + di - back - 1) === b.charCodeAt(j + dj - back - 1)) back++
  if ((a.charCodeAt(i + di - back) & 0xfc00) === 0xdc00) back--
  return [di - back, dj - back]
}

/** No agreement ahead: the rest differs, but for a common end. */
function withoutCommonEnd(a: string, i: number, b: string, j: number): [number, number] {
  return drawBack(a, i, b, j, [a.length - i, b.length - j])
}

/** Joins what is missing in one place and added in another into one move. */
function joinMoved(found: readonly Difference[], expected: string, actual: string): Difference[] {
  const taken = new Set<Difference>()
  const joined: Difference[] = []
  for (const one of found) {
    if (taken.has(one)) continue
    const other = found.find((d) => !taken.has(d) && isSamePiece(one, d, expected, actual))
    if (!other) {
      joined.push(one)
      continue
    }
    taken.add(other)
    const [from, to] = one.kind === 'missing' ? [one, other] : [other, one]
    joined.push({ kind: 'moved', expected: from.expected, actual: to.actual })
  }
  return joined.sort((x, y) => x.expected.start - y.expected.start)
}

/** One missing, one added, and the same text; where it repeats at its edges, cut at another place. */
function isSamePiece(x: Difference, y: Difference, expected: string, actual: string): boolean {
  const [missing, added] = x.kind === 'missing' ? [x, y] : [y, x]
  if (missing.kind !== 'missing' || added.kind !== 'added') return false
  const length = missing.expected.end - missing.expected.start
  if (length < 2 || length !== added.actual.end - added.actual.start) return false
  const piece = expected.slice(missing.expected.start, missing.expected.end)
  return (piece + piece).includes(actual.slice(added.actual.start, added.actual.end))
}
