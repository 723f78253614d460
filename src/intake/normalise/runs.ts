// Runs of marks and blanks between two words. In: the kinds of a text. Out: for every run what stands on both sides and
// whether it belongs to Chinese text. Deciding a whole run at once, by the words around it, keeps the decision the same
// after its marks have become full width.

import { isWeak, KIND } from './kinds.ts'

/** The edge of the text, as the neighbour of a run. */
export const EDGE = 255

export interface Runs {
  /** The run of each weak unit; -1 for words. */
  readonly of: Int32Array
  /** Kind of the unit before and after each run, or EDGE. */
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** 1 where a neighbour is Han or a mark of the run is Chinese. */
  readonly chinese: number[]
}

export function findRuns(kinds: Uint8Array): Runs {
  const of = new Int32Array(kinds.length).fill(-1)
  const left: number[] = []
  const right: number[] = []
  const chinese: number[] = []
  for (let i = 0; i < kinds.length; ) {
    if (!isWeak(kinds[i])) {
      i++
      continue
    }
    const first = i
    let marked = false
    while (i < kinds.length && isWeak(kinds[i])) {
      if (kinds[i] === KIND.cjk) marked = true
      of[i++] = left.length
    }
    const l = first === 0 ? EDGE : (kinds[first - 1] ?? EDGE)
    const r = i === kinds.length ? EDGE : (kinds[i] ?? EDGE)
    left.push(l)
    right.push(r)
    chinese.push(marked || l === KIND.han || r === KIND.han ? 1 : 0)
  }
  return { of, left, right, chinese }
}
