export type { Binding, Direction } from './axes.ts'
export {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  error,
  type Hint,
  hasErrors,
  type Language,
  note,
  type PagePlace,
  type Reported,
  type Severity,
  type Text,
  warning,
} from './diagnostic.ts'
export { type Files, filesOf } from './files.ts'
export { type Em, em, emAt, fits, type Pt, pt } from './length.ts'
export { LineIndex, type Position, type SourceFile, SourceText, type Span } from './source.ts'
export { escapeXml } from './xml.ts'
