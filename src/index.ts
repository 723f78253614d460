// The library: what the command line does, for other programs. Reading, setting, drawing and proving take data and give
// data; only `fontsFor`, `readLayout` and `shippedFiles` look at the disk, for the fonts and layouts of the package.

export { type EditionOptions, type EditionStage, type Editions, makeEditions } from './build.ts'
export { type BuildRequest, buildPdf } from './build-pdf.ts'
export { fontsFor } from './cli/font-supply.ts'
export { readLayout, shippedFiles } from './cli/shipped.ts'
export {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  type Files,
  filesOf,
  type Hint,
  hasErrors,
  type Language,
  LineIndex,
  type PagePlace,
  type Position,
  type Pt,
  pt,
  type Reported,
  type Severity,
  type Span,
  type Text,
} from './core/index.ts'
export { type FontFile, type FontSupply, Fonts, type RoleFiles } from './font/index.ts'
export { type Imposed, type ImposeOptions, imposePdf } from './impose/index.ts'
export {
  type ChangeLog,
  changeLog,
  type Imported,
  type ImportOptions,
  importText,
} from './intake/index.ts'
export type { Landmark, Mark, Page, Setting } from './page/index.ts'
export {
  archivePlan,
  drawPdf,
  type PageDone,
  type PdfMetadata,
  type PdfPlan,
  pressPlan,
  screenPlan,
} from './pdf/index.ts'
export {
  type Check,
  type ExternalReader,
  type Finding,
  formatReport,
  hasFailed,
  isProven,
  type VerifyOptions,
  type VerifyReport,
  verifyPdf,
} from './proof/index.ts'
export {
  type Book,
  type Chapter,
  type ChapterDraft,
  type Credit,
  decodeText,
  type Entry,
  jsonSchemas,
  type Layout,
  type Part,
  readBook,
  readChapter,
  writeChapter,
} from './source/index.ts'
export { type Target, targetOf } from './target.ts'
export { typeset } from './typeset.ts'
export { VERSION } from './version.ts'
