// Glyphs by what they are in the book: the words of a heading and of the text after it may share a face, and so a run,
// and are two elements.

import type { GlyphRun, SetParagraph, StreamRun } from '../paragraph/index.ts'
import type { GlyphMark } from './marks.ts'

/** The marks of a run of glyphs, one an element, mostly one. @param draw puts a run, or a part of one, on the page */
export function elementMarks(
  paragraph: SetParagraph,
  run: GlyphRun,
  draw: (run: GlyphRun) => GlyphMark,
): readonly GlyphMark[] {
  const { at, stream } = paragraph
  let around = runAt(stream.runs, at[run.from] ?? 0)
  if (around === undefined || (at[run.to - 1] ?? 0) < around.end) return [withElement(draw(run), around)]
  const marks: GlyphMark[] = []
  let from = run.from
  for (let i = run.from; i < run.to; i++) {
    const here = runAt(stream.runs, at[i] ?? 0)
    if (here?.element === around?.element) continue
    marks.push(withElement(draw({ ...run, from, to: i }), around))
    from = i
    around = here
  }
  marks.push(withElement(draw(from === run.from ? run : { ...run, from }), around))
  return marks
}

const withElement = (mark: GlyphMark, around: StreamRun | undefined): GlyphMark =>
  around?.element === undefined ? mark : { ...mark, element: around.element }

/** The run of the stream that holds a unit; they lie end to end. */
function runAt(runs: readonly StreamRun[], unit: number): StreamRun | undefined {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.start ?? 0) <= unit) low = middle
    else high = middle - 1
  }
  return runs[low]
}
