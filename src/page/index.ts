export { type ChapterDone, type ComposedBook, composeBook } from './compose.ts'
export { checkCoverage } from './coverage.ts'
export { hasOwnLine } from './cut-in.ts'
export { fillPages } from './fill.ts'
export { looksOf, readingStyle } from './inline.ts'
export { type GapName, type GapReport, type LineReport, lineReports } from './line-report.ts'
export type {
  BlockMark,
  CurveMark,
  GlyphMark,
  Landmark,
  LinePlace,
  Mark,
  Page,
  Point,
  Setting,
} from './marks.ts'
export { placePages } from './place.ts'
export { bookHead } from './printed.ts'
export { BOOK, type ElementId, type ElementKind, type StructureElement } from './structure.ts'
export { Styles } from './styles.ts'
