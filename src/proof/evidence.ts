// Everything the checks look at, read once: objects, pages as pdf.js gives them, the survey of what is painted, and what
// the file claims to be.

import { type Claims, claimsOf, claimsTags } from './claims.ts'
import { type Survey, surveyOf } from './content/survey.ts'
import type { PdfFile, PdfPage } from './pdf-file.ts'
import type { ReadPdf } from './pdf-reader.ts'

export interface Evidence {
  readonly file: PdfFile
  readonly pages: readonly PdfPage[]
  readonly read: ReadPdf
  readonly survey: Survey
  readonly claims: Claims
  /** Whether it is made for a press, which wants other colours and boxes than a screen or an archive. */
  readonly isPress: boolean
}

export function evidenceOf(file: PdfFile, read: ReadPdf): Evidence {
  const pages = file.pages()
  const claims = claimsOf(file)
  const survey = surveyOf(file, pages, claimsTags(claims))
  return { file, pages, read, survey, claims, isPress: claims.pdfx !== undefined }
}

/** The first page whose content no filter of ours opens: of what it paints nothing can be said. */
export const unreadPage = ({ survey }: Evidence): number | undefined =>
  survey.pages.find(({ problems }) => problems.some(({ kind }) => kind === 'undecodable'))?.page
