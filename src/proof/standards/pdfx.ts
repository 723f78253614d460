// PDF/X as a file claims it: X-1a:2003 (ISO 15930-4) or X-4 (ISO 15930-7). No free validator knows these standards, so the
// rules are checked here, each with its clause; what every file must keep (embedded fonts, boxes, sound syntax) has a
// check of its own.

import type { Evidence } from '../evidence.ts'
import { type Check, type Finding, found, judged, judgedIfAny } from '../report.ts'
import type { PdfxCase, PdfxPart } from './pdfx-case.ts'
import { colourFaults } from './pdfx-colour.ts'
import { forbiddenFaults } from './pdfx-forbidden.ts'
import { identificationFaults } from './pdfx-identification.ts'
import { intentFaults } from './pdfx-intent.ts'
import { reachOf } from './reach.ts'

/** Undefined for files that do not claim PDF/X and were not to. `due`: what is wrong with the claim itself. */
export function checkPdfx(evidence: Evidence, due: readonly Finding[] = []): Check | undefined {
  const { pdfx } = evidence.claims
  if (pdfx === undefined) return judgedIfAny('pdfx', due)
  const part = partOf(pdfx)
  if (!part) return judged('pdfx', [unknown(pdfx), ...due], { en: '', zh: '' })
  const subject: PdfxCase = { ...evidence, part, reach: reachOf(evidence.file, evidence.pages) }
  const findings = [
    ...due,
    ...identificationFaults(subject),
    ...intentFaults(subject),
    ...colourFaults(subject),
    ...forbiddenFaults(subject),
  ]
  return judged('pdfx', findings, { en: pdfx, zh: pdfx })
}

const partOf = (version: string): PdfxPart | undefined =>
  version === 'PDF/X-1a:2003' ? 'X-1a' : version === 'PDF/X-4' ? 'X-4' : undefined

const unknown = (version: string): Finding =>
  version === ''
    ? found(
        'an output intent for PDF/X, and no version: `GTS_PDFXVersion` is missing',
        '有 PDF/X 输出意图，但没有版本：缺少 `GTS_PDFXVersion`',
      )
    : found(
        `\`${version}\` is neither PDF/X-1a:2003 nor PDF/X-4`,
        `\`${version}\` 既不是 PDF/X-1a:2003，也不是 PDF/X-4`,
      )
