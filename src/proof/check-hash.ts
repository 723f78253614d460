// The hash of the manuscript that a file bears in its XMP (`banxin:sourceSHA256`), against the manuscript at hand.

import type { Evidence } from './evidence.ts'
import { type Check, found, judged, NO_MANUSCRIPT, notRun } from './report.ts'

/** Undefined for files that bear none. `hash`: hex, of the manuscript as the writer hashes it. */
export function checkHash({ claims }: Evidence, hash: string | undefined): Check | undefined {
  const borne = claims.xmp?.properties.find(({ name }) => name === 'sourceSHA256')?.values[0]
  if (borne === undefined) return undefined
  if (hash === undefined) return notRun('hash', NO_MANUSCRIPT)
  const same = borne.toLowerCase() === hash.toLowerCase()
  const short = (text: string): string => (text.length > 16 ? `${text.slice(0, 16)}…` : text)
  return judged(
    'hash',
    same
      ? []
      : [
          found(
            `the file was made of another manuscript: it says ${short(borne)}, this one is ${short(hash)}`,
            `文件出自另一份原稿：文件写明 ${short(borne)}，这份原稿为 ${short(hash)}`,
          ),
        ],
    { en: `SHA-256 ${borne}`, zh: `SHA-256 ${borne}` },
  )
}
