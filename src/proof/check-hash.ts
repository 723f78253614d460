// The hash of the manuscript that a file bears in its XMP (`banxin:sourceSHA256`), against the manuscript at hand.

import type { Text } from '../core/index.ts'
import type { Evidence } from './evidence.ts'
import { type Check, failed, found, judged, NO_MANUSCRIPT, notRun } from './report.ts'

const UNBORNE: Text = {
  en: 'the file does not bear `banxin:sourceSHA256`, the hash of its manuscript',
  zh: '文件没有写明原稿哈希 `banxin:sourceSHA256`',
}

/**
 * Undefined for files that bear none, unless they are ours. `hash`: hex, of the manuscript as the writer hashes it;
 * `isOurs`: we have just written the file, and so it bears one.
 */
export function checkHash(
  { claims }: Evidence,
  hash: string | undefined,
  isOurs: boolean = false,
): Check | undefined {
  const borne =
    claims.xmp?.properties.find(({ name }) => name === 'sourceSHA256')?.values[0] ??
    // Of a packet that is no XML, as it can be made out: that is another check's finding.
    /<banxin:sourceSHA256>([^<]*)</.exec(claims.xmp?.raw ?? '')?.[1]
  if (borne === undefined) return isOurs && hash !== undefined ? failed('hash', UNBORNE) : undefined
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
