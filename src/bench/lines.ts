// The three stages of lines alone: itemize, break, set, timed paragraph by paragraph on the streams of a book. The
// program is warm by then: the book has been composed once; the type case is new, so that every glyph is looked up again.

import type { Files } from '../core/index.ts'
import { type Fonts, TypeCase } from '../font/index.ts'
import { Styles } from '../page/index.ts'
import { breakLines, giveOf, itemize, type RunStyle, type Stream, setLines } from '../paragraph/index.ts'
import type { Layout } from '../source/index.ts'
import { breakOptionsOf } from './measures.ts'
import { lengthOf, streamsOf } from './streams.ts'

export interface LineFigures {
  /** Characters (UTF-16 units) and number of the paragraphs. */
  readonly characters: number
  readonly paragraphs: number
  /** Milliseconds for all paragraphs once: the quickest of several passes, which other work on the machine disturbed least. */
  readonly itemize: number
  readonly break: number
  readonly set: number
}

/** Enough characters to time: short books are gone through several times. */
const ENOUGH = 600_000

export function timeLines(path: string, files: Files, layout: Layout, fonts: Fonts): LineFigures {
  const styles = new Styles(layout, fonts, new TypeCase())
  const streams = streamsOf(path, files, styles)
  const characters = lengthOf(streams)
  const passes = Math.max(1, Math.ceil(ENOUGH / characters))
  const times = Array.from({ length: passes }, () => timePass(streams, styles, fonts))
  const of = (key: keyof Times): number => Math.min(...times.map((time) => time[key]))
  const time = { itemize: of('itemize'), break: of('break'), set: of('set') }
  return { characters, paragraphs: streams.length, ...time }
}

interface Times {
  itemize: number
  break: number
  set: number
}

function timePass(streams: readonly Stream[], styles: Styles, fonts: Fonts): Times {
  const fresh = new Styles(styles.layout, fonts, new TypeCase())
  const options = fresh.paragraph()
  const breakOptions = breakOptionsOf(options)
  const times = { itemize: 0, break: 0, set: 0 }
  for (const stream of streams.map((s) => inStyles(s, styles, fresh))) {
    const start = performance.now()
    const items = itemize(stream, fresh.typeCase, options)
    const itemized = performance.now()
    const give = giveOf(items, options.size)
    const { lines } = breakLines(items, give, breakOptions)
    const broken = performance.now()
    setLines(items, give, lines, breakOptions)
    const set = performance.now()
    times.itemize += itemized - start
    times.break += broken - itemized
    times.set += set - broken
  }
  return times
}

/** A stream with its runs in the same styles of another type case. */
function inStyles(stream: Stream, from: Styles, to: Styles): Stream {
  const { body, heading } = from.layout.styles
  const others = new Map<RunStyle, RunStyle>([
    [from.run({ text: body }), to.run({ text: body })],
    [from.run({ text: heading, isHeading: true }), to.run({ text: heading, isHeading: true })],
  ])
  return {
    ...stream,
    runs: stream.runs.map((run) => ({ ...run, style: others.get(run.style) ?? run.style })),
  }
}
