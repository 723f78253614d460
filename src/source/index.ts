export { readBook } from './book.ts'
export { bookTitle } from './book-title.ts'
export { readChapter } from './chapter.ts'
export { renderCredits } from './credit-text.ts'
export { decodeText } from './decode.ts'
export type { Inline, MarkedText, PlainInlineKind, Reading, ReadingForm, Stretched } from './inline.ts'
export { jsonSchemas } from './json-schema.ts'
export type {
  Composition,
  FaceFile,
  FaceFiles,
  FaceRole,
  FaceWeight,
  Folio,
  Layout,
  Press,
  RunningHead,
  RunningHeadText,
  TextStyle,
  ThumbTab,
  TitleRule,
  TitleStyle,
  TypeArea,
} from './layout.ts'
export { extentOf } from './layout-limits.ts'
export { loadText } from './load.ts'
export type {
  BodyBlock,
  Book,
  Chapter,
  Credit,
  Entry,
  Paragraph,
  ParagraphForm,
  Part,
  Provenance,
} from './manuscript.ts'
export { withInline } from './marked-text.ts'
export { type PrintedText, printText, readingsInOrder } from './printed-text.ts'
export { readLayout } from './read-layout.ts'
export { type ChapterDraft, type CreditDraft, type SectionDraft, writeChapter } from './write-chapter.ts'
