export type { Annotation, DecorationKind, ReadingAnnotation } from './annotation.ts'
export type { Beside, EmphasisDot, SetReading, SideLine } from './beside-line.ts'
export { type Breaking, type BreakOptions, breakIntoLines, breakLines } from './break.ts'
export { type Adjustment, type Give, giveOf } from './give.ts'
export { itemize } from './itemize.ts'
export type { ItemizeOptions } from './itemize-options.ts'
export { GAP, type GapKind, type Items, type Line } from './items.ts'
export {
  type MadeParagraph,
  makeParagraph,
  type ParagraphOptions,
  recastParagraph,
} from './paragraph.ts'
export { type GapChange, type GlyphRun, type SetLine, type SetParagraph, setLines } from './set.ts'
export {
  type RunStyle,
  type Stream,
  type StreamPiece,
  type StreamRun,
  spanInSource,
  streamOf,
} from './stream.ts'
export { makeTitle, type TitleOptions } from './title.ts'
