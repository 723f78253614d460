// Whether a bag holds what its manifests list and nothing else (RFC 8493, 3). In: an open bag. Out: one check, whose
// findings name the files: missing, extra, unlisted in one of several manifests, renamed, badly named, no files at all.

import type { Text } from '../core/index.ts'
import { type BagCheck, type BagFault, type BagFinding, bagJudged } from './bag-check.ts'
import { byBytes, PAYLOAD, pathFault, shownPath } from './bag-path.ts'
import type { OpenBag } from './bag-reader.ts'
import { isKnownAlgorithm } from './digest.ts'
import type { Manifest } from './manifest.ts'

export function checkComplete(bag: OpenBag): BagCheck {
  const findings = [
    ...oddThings(bag),
    ...bag.manifests.flatMap((manifest) => manifestFaults(manifest)),
    ...fileFaults(bag),
  ]
  const files = bag.payload.length
  const good = {
    en: `${files} payload files, all listed in ${bag.manifests.length} manifests`,
    zh: `${files}个文件，与${bag.manifests.length}份清单相符`,
  }
  return bagJudged('complete', findings, good)
}

/** What has no place in a bag that is whole. */
function oddThings(bag: OpenBag): readonly BagFinding[] {
  const faults = bag.reader.entries.flatMap(({ path, kind }) => {
    if (kind === 'link') return [finding('bad-path', path, LINK)]
    return kind === 'other' ? [finding('bad-path', path, NO_FILE)] : []
  })
  if (bag.has('fetch.txt')) faults.push(finding('bad-path', 'fetch.txt', FETCH))
  if (!bag.manifests.some(({ isOfTags }) => !isOfTags))
    faults.push(finding('missing', 'manifest-sha512.txt', NO_MANIFEST))
  return faults
}

const LINK: Text = { en: 'it is a link, which may lead out of the bag', zh: '是链接，可能指向包外' }
const NO_FILE: Text = { en: 'it is no ordinary file', zh: '不是普通文件' }
const FETCH: Text = {
  en: 'parts of the bag lie elsewhere; an archive wants it whole',
  zh: '包的一部分在别处，存档须完整',
}
const NO_MANIFEST: Text = { en: 'there is no manifest of the payload', zh: '没有内容清单' }
const MISSING: Text = { en: 'missing', zh: '缺失' }
const EXTRA: Text = { en: 'extra: no manifest lists it', zh: '多出：清单里没有' }

function manifestFaults({ name, algorithm, isOfTags, rows, faults }: Manifest): readonly BagFinding[] {
  const bad = [...rows.keys()].flatMap((path) => {
    const why = pathFault(path) ?? misplaced(path, isOfTags)
    return why ? [finding('bad-path', path, { en: `${why.en} (${name})`, zh: `${why.zh}（${name}）` })] : []
  })
  const unknown: Text = { en: `nobody here knows \`${algorithm}\``, zh: `不认识算法 \`${algorithm}\`` }
  return [
    ...faults.map((fault) => finding('malformed', name, fault)),
    ...(isKnownAlgorithm(algorithm) ? [] : [finding('malformed', name, unknown)]),
    ...bad,
  ]
}

/** Payload stands in payload manifests, tag files in tag manifests; a tag manifest lists no tag manifest. */
function misplaced(path: string, isOfTags: boolean): Text | undefined {
  if (!isOfTags && !path.startsWith(PAYLOAD))
    return { en: 'the path does not begin with data/', zh: '路径不以 data/ 开头' }
  if (isOfTags && path.startsWith(PAYLOAD))
    return { en: 'a tag manifest lists no payload', zh: '标签清单里不应有内容文件' }
  return undefined
}

function fileFaults(bag: OpenBag): readonly BagFinding[] {
  const listed = listedIn(bag)
  const missing = [...listed.keys()].filter((path) => !bag.has(path)).sort(byBytes)
  const ofTags = bag.manifests.filter(({ isOfTags }) => isOfTags)
  const ofPayload = bag.manifests.filter(({ isOfTags }) => !isOfTags)
  const present = [
    ...bag.payload.map(({ path }) => ({ path, manifests: ofPayload })),
    ...(ofTags.length === 0 ? [] : bag.tagFiles)
      .filter(({ path }) => !path.startsWith('tagmanifest-'))
      .map(({ path }) => ({ path, manifests: ofTags })),
  ]
  const extra = present.filter(({ path }) => !listed.has(path)).map(({ path }) => path)
  const partly = present.flatMap(({ path, manifests }) =>
    listed.has(path)
      ? manifests.filter(({ rows }) => !rows.has(path)).map(({ name }) => unlisted(path, name))
      : [],
  )
  return [...parted(missing, extra.sort(byBytes), bag, listed), ...partly]
}

const unlisted = (path: string, name: string): BagFinding =>
  finding('unlisted', path, { en: `not listed in ${name}`, zh: `${name} 里没有列出` })

/** Every well-named path with its checksums by algorithm. */
function listedIn({ manifests }: OpenBag): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const listed = new Map<string, Map<string, string>>()
  for (const { algorithm, rows, isOfTags } of manifests) {
    for (const [path, checksum] of rows) {
      if (pathFault(path) || misplaced(path, isOfTags)) continue
      listed.set(path, (listed.get(path) ?? new Map<string, string>()).set(algorithm, checksum))
    }
  }
  return listed
}

/** Missing and extra files; one of each with the same checksum is one file under another name. */
function parted(
  missing: readonly string[],
  extra: readonly string[],
  bag: OpenBag,
  listed: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly BagFinding[] {
  const algorithms = [...new Set(bag.manifests.map(({ algorithm }) => algorithm))].filter(isKnownAlgorithm)
  const strangers = new Map(extra.map((path) => [path, undefined as ReadonlyMap<string, string> | undefined]))
  if (missing.length > 0) for (const path of extra) strangers.set(path, bag.digestsOf(path, algorithms))
  const lost = missing.map((path) => {
    const checksums = [...(listed.get(path) ?? [])].filter(([algorithm]) => isKnownAlgorithm(algorithm))
    const [found] = [...strangers].find(([, own]) => isSame(checksums, own)) ?? []
    if (found === undefined) return finding('missing', path, MISSING)
    strangers.delete(found)
    return finding('renamed', path, {
      en: `renamed: it is here as \`${shownPath(found)}\``,
      zh: `被改名为 \`${shownPath(found)}\``,
    })
  })
  return [...lost, ...[...strangers.keys()].map((path) => finding('extra', path, EXTRA))]
}

const isSame = (
  checksums: readonly (readonly [string, string])[],
  own: ReadonlyMap<string, string> | undefined,
): boolean =>
  own !== undefined &&
  checksums.length > 0 &&
  checksums.every(([algorithm, value]) => own.get(algorithm) === value)

function finding(fault: BagFault, path: string, { en, zh }: Text): BagFinding {
  const shown = shownPath(path)
  return { message: { en: `${shown}: ${en}`, zh: `${shown}：${zh}` }, fault, path }
}
