// Items made by hand, without text or fonts: for what only looks at widths, gaps and prices.

import { SourceText } from '../../src/core/index.ts'
import { GAP, type GapKind, type Items, streamOf } from '../../src/paragraph/index.ts'
import { fakeFonts } from './fake-face.ts'
import { styleOf } from './paragraphs.ts'

/** A box and the gap after it, in points. */
export interface FakeBox {
  readonly advance?: number
  readonly gap?: number
  readonly kind?: GapKind
  readonly shrink?: number
  readonly stretch?: number
  /** Demerits of a break after it; Infinity forbids it. */
  readonly cost?: number
  readonly characters?: number
}

/** Boxes of ten points with gaps between ideographs unless told otherwise. */
export function fakeItems(boxes: readonly FakeBox[]): Items {
  const style = styleOf(fakeFonts())
  const text = '国'.repeat(boxes.length)
  const column = (pick: (box: FakeBox) => number): Float64Array => Float64Array.from(boxes, pick)
  return {
    stream: streamOf([{ source: SourceText.verbatim(text, 'test.yaml', 0), style }]),
    count: boxes.length,
    start: Int32Array.from({ length: boxes.length + 1 }, (_, i) => i),
    advance: column(({ advance }) => advance ?? 10),
    gap: column(({ gap }) => gap ?? 0),
    gapKind: Uint8Array.from(boxes, ({ kind }) => kind ?? GAP.han),
    gapShrink: column(({ shrink }) => shrink ?? 0),
    gapStretch: column(({ stretch }) => stretch ?? 0),
    breakCost: column(({ cost }) => cost ?? 0),
    characters: Uint16Array.from(boxes, ({ characters }) => characters ?? 1),
    sort: new Int32Array(boxes.length).fill(1),
    shift: new Float64Array(boxes.length),
    style: new Uint16Array(boxes.length),
    orientation: new Uint8Array(boxes.length),
    styles: [style],
    words: [],
    spaces: [],
    spacesLie: false,
    oversize: [],
  }
}
