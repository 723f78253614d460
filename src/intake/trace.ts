// Text on its way through the stages, each unit with the place of the input it came from. In: text and the edits a
// stage wants. Out: the edited text, still traced, and the places of the input that were touched. `changes.ts` turns
// the final alignment into the log, so that nothing can be lost between a stage and its log.

import type { Rule } from './rules.ts'

/** Unit `i` of `text` came from input offset `from[i]`; `from` never falls. */
export interface Traced {
  readonly text: string
  readonly from: Int32Array
}

/** Units `[start, end)` of a traced text become `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly rule: Rule
}

/** Input units `[start, end)` were removed or replaced by a rule. */
export interface Touch {
  readonly start: number
  readonly end: number
  readonly rule: Rule
}

/** The text after `edits`, which do not overlap; they are sorted here. */
export function applyEdits(traced: Traced, edits: readonly Edit[]): Traced {
  if (edits.length === 0) return traced
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  const growth = sorted.reduce((sum, e) => sum + e.text.length - (e.end - e.start), 0)
  const from = new Int32Array(traced.text.length + growth)
  const pieces: string[] = []
  let read = 0
  let written = 0
  for (const edit of sorted) {
    if (edit.start < read) throw new Error(`edits overlap at ${edit.start}: ${edit.rule}`)
    pieces.push(traced.text.slice(read, edit.start), edit.text)
    from.set(traced.from.subarray(read, edit.start), written)
    written += edit.start - read
    for (let k = 0; k < edit.text.length; k++) {
      from[written++] = traced.from[Math.min(edit.start + k, edit.end - 1)] ?? 0
    }
    read = edit.end
  }
  pieces.push(traced.text.slice(read))
  from.set(traced.from.subarray(read), written)
  return { text: pieces.join(''), from }
}

/** The input places of edits; an edit over characters that do not stand together in the input touches each stretch. */
export function touchesOf(traced: Traced, edits: readonly Edit[]): readonly Touch[] {
  const touches: Touch[] = []
  for (const { start, end, rule } of edits) {
    let first = start
    for (let i = start + 1; i <= end; i++) {
      if (i < end && (traced.from[i] ?? 0) === (traced.from[i - 1] ?? 0) + 1) continue
      touches.push({ start: traced.from[first] ?? 0, end: (traced.from[i - 1] ?? 0) + 1, rule })
      first = i
    }
  }
  return touches
}

/** Units `[start, end)`. */
export const sliceTraced = (traced: Traced, start: number, end: number = traced.text.length): Traced =>
  start === 0 && end === traced.text.length
    ? traced
    : { text: traced.text.slice(start, end), from: traced.from.subarray(start, end) }
