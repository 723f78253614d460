// What a proof said of an edition, as a file of the bag. In: the edition and its report. Out: JSON in both languages, with
// what proved it and what was not run by name; no clock.

import { jsonBytes, sha256Of } from '../../archive/index.ts'
import type { VerifyReport } from '../../proof/index.ts'
import { VERSION } from '../../version.ts'
import type { PackEdition } from './editions.ts'

export function proofReport(
  edition: PackEdition,
  { checks }: VerifyReport,
  libraries: Readonly<Record<string, string>>,
): Uint8Array {
  const idsOf = (status: string) => checks.filter((check) => check.status === status).map(({ id }) => id)
  return jsonBytes({
    edition: edition.name,
    sha256: sha256Of(edition.bytes),
    // The reader of our own, and pdf.js as the library brings it.
    by: { banxin: VERSION, 'pdf-parse': libraries['pdf-parse'] ?? null },
    passed: idsOf('passed'),
    failed: idsOf('failed'),
    notRun: idsOf('not-run'),
    checks: checks.map(({ id, title, status, detail, findings }) => ({
      ...{ id, title, status, detail },
      findings: findings.map(({ message, page }) => ({ message, ...(page !== undefined && { page }) })),
    })),
  })
}
