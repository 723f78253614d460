export type { ExternalReader } from './check-text.ts'
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
