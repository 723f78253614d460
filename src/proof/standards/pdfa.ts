// PDF/A-2 and -3 (ISO 19005-2, -3): the rules that can be checked here. Fonts, characters, outlines, syntax, tags and
// attachments have checks of their own that every file must pass; a validator such as veraPDF sees the rest.

import type { Evidence } from '../evidence.ts'
import { type Check, type Finding, found, judged, judgedIfAny } from '../report.ts'
import { annotationFaults, pdfaActionFaults } from './pdfa-annotations.ts'
import type { PdfaCase } from './pdfa-case.ts'
import { pdfaColourFaults } from './pdfa-colour.ts'
import { contentFaults, objectFaultsOf } from './pdfa-content.ts'
import { fontFaults } from './pdfa-fonts.ts'
import { metadataFaults } from './pdfa-metadata.ts'
import { reachOf } from './reach.ts'

/** Undefined for files that do not claim PDF/A and were not to. `due`: what is wrong with the claim itself. */
export function checkPdfa(evidence: Evidence, due: readonly Finding[] = []): Check | undefined {
  const { pdfa } = evidence.claims
  if (!pdfa) return judgedIfAny('pdfa', due)
  const subject: PdfaCase = { ...evidence, part: pdfa.part, reach: reachOf(evidence.file, evidence.pages) }
  const findings = [
    ...due,
    ...levelFaults(pdfa),
    ...metadataFaults(subject),
    ...pdfaColourFaults(subject),
    ...contentFaults(subject),
    ...objectFaultsOf(subject),
    ...fontFaults(subject),
    ...annotationFaults(subject),
    ...pdfaActionFaults(subject),
  ]
  const name = `PDF/A-${pdfa.part}${pdfa.conformance.toLowerCase()}`
  return judged('pdfa', findings, { en: `${name}, the rules checked here`, zh: `${name}，此处核对的条款` })
}

/** Parts 2 and 3, levels a, b and u (6.6.4). */
const levelFaults = ({ part, conformance }: { part: string; conformance: string }): Finding[] =>
  /^[23]$/.test(part) && /^[ABU]$/.test(conformance)
    ? []
    : [
        found(
          `part \`${part}\`, conformance \`${conformance}\`: neither PDF/A-2 nor PDF/A-3 (6.6.4)`,
          `part \`${part}\`、conformance \`${conformance}\`：既非 PDF/A-2 也非 PDF/A-3（6.6.4）`,
        ),
      ]
