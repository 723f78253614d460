// A bag (RFC 8493, version 1.0) in memory. In: payload files by path and what bag-info.txt shall say. Out: every file of the
// bag by path. The same payload gives the same bytes, in whatever order it comes.

import { type Diagnostic, error, type Text, warning } from '../core/index.ts'
import { byBytes, foldedPath, PAYLOAD, pathFault, portabilityFault } from './bag-path.ts'
import { ALGORITHMS } from './digest.ts'
import { manifestText } from './manifest.ts'
import { bytesOf, type Tag, tagText } from './tag-text.ts'

/** Files by path, `/` between folders. */
export type BagFiles = ReadonlyMap<string, Uint8Array>

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** Every tag file of a bag made here, in the order they are made: what lists another file comes after it. */
export const TAG_FILES: readonly string[] = [
  'bagit.txt',
  'bag-info.txt',
  ...ALGORITHMS.map((algorithm) => `manifest-${algorithm}.txt`),
  ...ALGORITHMS.map((algorithm) => `tagmanifest-${algorithm}.txt`),
]

/**
 * Makes a bag.
 *
 * @param payload whose paths all begin with `data/`
 * @param info further tags of bag-info.txt, before those about size
 * @throws RangeError for a path no bag can hold; ask `payloadFaults` first
 */
export function makeBag(payload: BagFiles, info: readonly Tag[]): BagFiles {
  const bag = new Map([...payload].sort(([a], [b]) => byBytes(a, b)))
  for (const path of bag.keys())
    if (!path.startsWith(PAYLOAD) || pathFault(path)) throw new RangeError(`no payload path: ${path}`)
  const tags = new Map<string, Uint8Array>()
  tags.set('bagit.txt', bytesOf(DECLARATION))
  tags.set('bag-info.txt', bytesOf(tagText([...info, ...sizeTags(bag)])))
  for (const algorithm of ALGORITHMS)
    tags.set(`manifest-${algorithm}.txt`, bytesOf(manifestText(bag, algorithm)))
  const listed = new Map(tags)
  for (const algorithm of ALGORITHMS)
    tags.set(`tagmanifest-${algorithm}.txt`, bytesOf(manifestText(listed, algorithm)))
  return new Map([...tags, ...bag])
}

function sizeTags(payload: BagFiles): readonly Tag[] {
  const bytes = [...payload.values()].reduce((sum, { length }) => sum + length, 0)
  return [
    ['Bag-Size', `${(bytes / 1e6).toFixed(1)} MB`],
    ['Payload-Oxum', `${bytes}.${payload.size}`],
  ]
}

/** What is wrong with the names of payload files: errors where a bag cannot hold them, warnings where a system cannot. */
export function payloadFaults(paths: readonly string[]): readonly Diagnostic[] {
  const taken = new Map<string, string>()
  return [...paths].sort(byBytes).flatMap((path) => {
    const fault = pathFault(path)
    const twin = taken.get(foldedPath(path))
    taken.set(foldedPath(path), path)
    if (fault) return [error('bad-value', named(path, fault), RENAME)]
    const doubt = twin === undefined ? portabilityFault(path) : likeness(twin)
    return doubt ? [warning('bad-value', named(path, doubt), RENAME)] : []
  })
}

const RENAME = { hints: [{ en: 'give the file another name', zh: '请给文件改名' }] }

const named = (path: string, why: Text): Text => ({
  en: `the file name \`${path}\` is unfit for the bag: ${why.en}`,
  zh: `文件名 \`${path}\` 不宜入包：${why.zh}`,
})

const likeness = (twin: string): Text => ({
  en: `it differs from \`${twin}\` in case or normalisation only`,
  zh: `与 \`${twin}\` 仅大小写或编码形式不同`,
})
