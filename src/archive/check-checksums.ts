// Whether the files of a bag are those its manifests were written for. In: an open bag. Out: one check, whose findings
// name each changed file once, with the manifests it no longer agrees with.

import { type BagCheck, type BagFinding, bagJudged, bagNotRun } from './bag-check.ts'
import { byBytes, shownPath } from './bag-path.ts'
import type { OpenBag } from './bag-reader.ts'
import { isKnownAlgorithm } from './digest.ts'

export function checkChecksums(bag: OpenBag): BagCheck {
  const manifests = bag.manifests.filter(({ algorithm }) => isKnownAlgorithm(algorithm))
  if (manifests.length === 0)
    return bagNotRun('checksums', { en: 'there is no manifest to compare with', zh: '没有可对照的清单' })
  const algorithms = [...new Set(manifests.map(({ algorithm }) => algorithm))]
  const listed = new Set(manifests.flatMap(({ rows }) => [...rows.keys()]))
  const present = [...listed].filter((path) => bag.has(path)).sort(byBytes)
  const findings = present.flatMap((path): readonly BagFinding[] => {
    const own = bag.digestsOf(path, algorithms)
    if (own === undefined) return [unreadable(path)]
    const against = manifests.filter(({ rows, algorithm }) => {
      const said = rows.get(path)
      return said !== undefined && said !== own.get(algorithm)
    })
    return against.length === 0
      ? []
      : [
          changed(
            path,
            against.map(({ name }) => name),
          ),
        ]
  })
  const names = algorithms.join(', ')
  const good = {
    en: `${present.length} files agree (${names})`,
    zh: `${present.length}个文件相符（${names}）`,
  }
  return bagJudged('checksums', findings, good)
}

const changed = (path: string, manifests: readonly string[]): BagFinding => ({
  message: {
    en: `${shownPath(path)}: changed: it is not what ${manifests.join(', ')} says`,
    zh: `${shownPath(path)}：已改动，与 ${manifests.join('、')} 不符`,
  },
  fault: 'changed',
  path,
})

const unreadable = (path: string): BagFinding => ({
  message: { en: `${shownPath(path)}: cannot be read`, zh: `${shownPath(path)}：读不出来` },
  fault: 'unreadable',
  path,
})
