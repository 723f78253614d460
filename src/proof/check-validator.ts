// What a validator from outside says of the claims to PDF/A and PDF/UA. The rim runs the program; this asks it for what
// the file claims, tells its failed rules as findings, and never takes silence for consent.

import type { Text } from '../core/index.ts'
import type { Evidence } from './evidence.ts'
import { type Check, type Finding, found, judged, partly } from './report.ts'

/** One failed rule of a standard. */
export interface FailedRule {
  /** `6.2.11.5-1`: clause and test. */
  readonly rule: string
  readonly description: string
  /** How often it failed. */
  readonly times: number
  /** Page of the first failure, where it names one, from 1. */
  readonly page?: number
}

/** A program such as veraPDF; the rim runs it. */
export interface ExternalValidator {
  /**
   * The failed rules of one flavour (`3a`, `2b`, `ua1` …), none where all is well; undefined when the program is not
   * there; a text when it ran and gave no verdict.
   */
  readonly validate: (pdfPath: string, flavour: string) => Promise<readonly FailedRule[] | string | undefined>
}

/** Undefined for files that claim nothing it knows. */
export async function checkValidator(
  { claims }: Evidence,
  path: string | undefined,
  validator: ExternalValidator | undefined,
): Promise<Check | undefined> {
  const { pdfa, pdfua } = claims
  const flavours = [
    ...(pdfa ? [`${pdfa.part}${pdfa.conformance.toLowerCase()}`] : []),
    ...(pdfua === undefined ? [] : [`ua${pdfua}`]),
  ]
  if (flavours.length === 0) return undefined
  const findings: Finding[] = []
  // What one flavour failed stays failed, whatever becomes of the others.
  let undone: Text | undefined
  for (const flavour of flavours) {
    const failed = path === undefined ? undefined : await validator?.validate(path, flavour)
    if (failed === undefined) undone ??= { en: 'veraPDF is not at hand', zh: '本机没有 veraPDF' }
    else if (typeof failed === 'string')
      undone ??= { en: `no verdict on ${flavour}: ${failed}`, zh: `${flavour} 没有结论：${failed}` }
    else findings.push(...failed.map((one) => findingOf(one, flavour)))
  }
  if (undone) return partly('verapdf', findings, undone)
  const all = flavours.join(', ')
  return judged('verapdf', findings, { en: `${all}: no failed rule`, zh: `${all}：全部规则通过` })
}

const findingOf = ({ rule, description, times, page }: FailedRule, flavour: string): Finding =>
  found(
    `${flavour} ${rule}: ${description} (${times} ×)`,
    `${flavour} ${rule}：${description}（${times} 次）`,
    page,
  )
