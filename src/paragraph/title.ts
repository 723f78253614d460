// Displayed titles: characters set apart (疏排), lines broken to the measure and not justified.

import { type Em, emAt, type Pt } from '../core/index.ts'
import type { TypeCase } from '../font/index.ts'
import { breakLines } from './break.ts'
import { giveOf } from './give.ts'
import { type ItemizeOptions, itemize } from './itemize.ts'
import { GAP, type Items } from './items.ts'
import { type SetParagraph, setLines } from './set.ts'
import type { Stream } from './stream.ts'

export interface TitleOptions extends Omit<ItemizeOptions, 'measure'> {
  readonly measure: Pt
  readonly size: Pt
  readonly letterSpacing: Em
}

/** Sets a title, or anything else that keeps its natural width: credits, running heads. */
export function makeTitle(stream: Stream, typeCase: TypeCase, options: TitleOptions): SetParagraph {
  const items = letterspaced(itemize(stream, typeCase, options), emAt(options.size, options.letterSpacing))
  const breakOptions = {
    firstMeasure: options.measure,
    measure: options.measure,
    size: options.size,
    minCharsOnLastLine: 2,
  }
  const give = giveOf(items, options.size)
  const breaking = breakLines(items, give, breakOptions)
  // Each line as if it were a last one: at its natural width, squeezed only if it would not fit.
  const set = breaking.lines.map((line) => setLines(items, give, [line], breakOptions))
  return joinSets(items, set)
}

function letterspaced(items: Items, by: Pt): Items {
  if (by === 0) return items
  return { ...items, gap: items.gap.map((gap, k) => (items.gapKind[k] === GAP.rigid ? gap : gap + by)) }
}

/** One paragraph of lines that were set each on its own. */
function joinSets(items: Items, sets: readonly SetParagraph[]): SetParagraph {
  const concat = (pick: (set: SetParagraph) => ArrayLike<number>): number[] =>
    sets.flatMap((set) => Array.from(pick(set)))
  let before = 0
  const lines = sets.flatMap((set) => {
    const moved = set.lines.map((line) => ({
      ...line,
      runs: line.runs.map((run) => ({ ...run, from: run.from + before, to: run.to + before })),
    }))
    before += set.sorts.length
    return moved
  })
  return {
    stream: items.stream,
    sorts: Int32Array.from(concat((set) => set.sorts)),
    offsets: Float64Array.from(concat((set) => set.offsets)),
    at: Int32Array.from(concat((set) => set.at)),
    lines,
  }
}
