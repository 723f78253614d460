export type { SourceFile } from './check-attachments.ts'
export { INK_LIMIT } from './check-ink.ts'
export type { ExternalReader } from './check-text.ts'
export type { ExternalValidator, FailedRule } from './check-validator.ts'
export type { Claim } from './claims.ts'
export {
  CHECK_IDS,
  type Check,
  type CheckId,
  type CheckStatus,
  type DifferenceKind,
  type Finding,
  type FixedCheckId,
  formatReport,
  hasFailed,
  isProven,
  type SpanText,
  type VerifyReport,
} from './report.ts'
export { type VerifyOptions, verifyPdf } from './verify.ts'
