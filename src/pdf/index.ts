export type { Attachment } from './attachments/attach.ts'
export { type IccProfile, readIcc } from './colour/icc.ts'
export type { OutputIntent } from './colour/intent.ts'
export { drawPdf, type PageDone } from './draw.ts'
export { NO_DATE, type PdfMetadata } from './metadata.ts'
export {
  type ArchivePlan,
  archivePlan,
  type PdfaStandard,
  type PdfPlan,
  type PdfxStandard,
  type PressPlan,
  type PrintersMark,
  pressPlan,
  screenPlan,
} from './plan.ts'
