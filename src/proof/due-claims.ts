// What a file was to claim against what it claims, standard by standard with its level: an edition made for X-1a must not
// pass as a good X-4. In: claims found and claims due. Out: findings for the checks of these standards.

import type { Claim, Claims } from './claims.ts'
import { type Finding, found } from './report.ts'

/** Each standard, what the file must say of it. */
const PDFX: Partial<Record<Claim, string>> = { 'x-1a': 'PDF/X-1a:2003', 'x-4': 'PDF/X-4' }
const PDFA: Partial<Record<Claim, string>> = {
  '3a': 'PDF/A-3a',
  '2a': 'PDF/A-2a',
  '2u': 'PDF/A-2u',
  '2b': 'PDF/A-2b',
}
const PDFUA: Partial<Record<Claim, string>> = { ua1: 'PDF/UA-1' }

export interface DueFaults {
  readonly pdfx: readonly Finding[]
  readonly pdfa: readonly Finding[]
  readonly tags: readonly Finding[]
}

/** Nothing where nothing is due. */
export function dueFaults({ pdfx, pdfa, pdfua }: Claims, due: readonly Claim[]): DueFaults {
  const said = pdfa && `PDF/A-${pdfa.part}${pdfa.conformance.toLowerCase()}`
  return {
    pdfx: faultsOf('PDF/X', PDFX, due, pdfx),
    pdfa: faultsOf('PDF/A', PDFA, due, said),
    tags: faultsOf('PDF/UA', PDFUA, due, pdfua === undefined ? undefined : `PDF/UA-${pdfua}`),
  }
}

function faultsOf(
  standard: string,
  levels: Partial<Record<Claim, string>>,
  due: readonly Claim[],
  claimed: string | undefined,
): Finding[] {
  const wanted = due.flatMap((claim) => levels[claim] ?? [])
  if (claimed === undefined)
    return wanted.map((level) =>
      found(
        `the file does not claim ${standard}; ${level} was expected`,
        `文件没有声明 ${standard}，应为 ${level}`,
      ),
    )
  return wanted
    .filter((level) => level !== claimed)
    .map((level) =>
      found(
        `the file claims ${claimed || `${standard} of no version`}, ${level} was expected`,
        `文件声明的是 ${claimed || `无版本的 ${standard}`}，应为 ${level}`,
      ),
    )
}
