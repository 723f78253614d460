export { type ChangeLog, changeLog, type LoggedChange } from './change-log.ts'
export { importText } from './import-text.ts'
export type {
  Change,
  ChapterDraft,
  CreditDraft,
  DraftPart,
  DraftPlace,
  Imported,
  ImportOptions,
  InputPlace,
  SectionDraft,
} from './imported.ts'
export { normaliseText } from './normalise-text.ts'
export { MARK_RULES, RULES, type Rule } from './rules.ts'
export type { ImportSummary } from './summary.ts'
