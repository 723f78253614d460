// Manifests: one line a file, checksum and path (RFC 8493, 2.1.3 and 2.2.1). In: files, or the text of a manifest. Out: the
// text that `sha256sum -c` reads, or rows and what is wrong with lines.

import type { Text } from '../core/index.ts'
import { byBytes, decodedPath, encodedPath, shownPath } from './bag-path.ts'
import { digestOf } from './digest.ts'
import { BOM, linesOf, textOf } from './tag-text.ts'

/** By the bytes of the paths, two blanks between checksum and path. */
export const manifestText = (files: ReadonlyMap<string, Uint8Array>, algorithm: string): string =>
  [...files]
    .sort(([a], [b]) => byBytes(a, b))
    .map(([path, bytes]) => `${digestOf(algorithm, bytes)}  ${encodedPath(path)}\n`)
    .join('')

export interface Manifest {
  /** Its own file. */
  readonly name: string
  readonly algorithm: string
  /** It lists tag files, not the payload. */
  readonly isOfTags: boolean
  /** Checksum by path, in lower case. */
  readonly rows: ReadonlyMap<string, string>
  readonly faults: readonly Text[]
}

/** The kind of a manifest by its file name, at the top of the bag; undefined for other files. */
export function manifestKind(name: string): Pick<Manifest, 'algorithm' | 'isOfTags'> | undefined {
  const [, tag, algorithm] = /^(tag)?manifest-([a-z0-9-]+)\.txt$/i.exec(name) ?? []
  return algorithm === undefined
    ? undefined
    : { algorithm: algorithm.toLowerCase(), isOfTags: tag !== undefined }
}

/**
 * Reads a manifest. `isThere` says whether a path is in the bag: tools disagree about `%`, so that a file whose name is
 * written as it is counts as listed, too.
 */
export function readManifest(
  name: string,
  bytes: Uint8Array,
  kind: Pick<Manifest, 'algorithm' | 'isOfTags'>,
  isThere: (path: string) => boolean,
): Manifest {
  const text = textOf(bytes)
  if (text === undefined) return { name, ...kind, rows: new Map(), faults: [NO_UTF8] }
  const rows = new Map<string, string>()
  const faults: Text[] = text.startsWith(BOM) ? [HAS_BOM] : []
  for (const [i, line] of linesOf(text.replace(BOM, '')).entries()) {
    const [, checksum = '', written = ''] = /^([0-9a-f]+)[ \t]+(.+)$/i.exec(line) ?? []
    const path = isThere(written) ? written : decodedPath(written)
    if (checksum === '') faults.push(notRead(i + 1))
    else if (rows.has(path)) faults.push(twice(path))
    else rows.set(path, checksum.toLowerCase())
  }
  return { name, ...kind, rows, faults }
}

const NO_UTF8: Text = { en: 'it is not in UTF-8', zh: '不是 UTF-8 编码' }
const HAS_BOM: Text = { en: 'it begins with a byte order mark', zh: '开头有字节顺序标记（BOM）' }
const notRead = (line: number): Text => ({
  en: `line ${line} is no checksum with a path`,
  zh: `第${line}行不是“校验值 路径”`,
})
const twice = (path: string): Text => ({
  en: `\`${shownPath(path)}\` is listed twice`,
  zh: `\`${shownPath(path)}\` 列了两次`,
})
