// Why a rebuild may differ: what made the bag against what is here now. In: the recipe. Out: a finding for the program and
// for each library that has another version, with the way to get the old one.

import type { BagFinding, Recipe } from '../../archive/index.ts'
import { VERSION } from '../../version.ts'
import { libraryVersions, nodeVersion } from './versions.ts'

export function reasonsFor({ program, libraries, node }: Recipe): readonly BagFinding[] {
  const here = libraryVersions()
  const others = Object.entries(libraries).filter(([name, version]) => here[name] !== version)
  return [
    ...(program.version === VERSION ? [] : [another('banxin', program.version, VERSION)]),
    ...others.map(([name, version]) => another(name, version, here[name])),
    ...(node === nodeVersion() ? [] : [another('Node.js', node, nodeVersion())]),
  ]
}

const another = (name: string, then: string, now: string | undefined): BagFinding => ({
  message: {
    en: `made with ${name} ${then}; here is ${now ?? 'none'}`,
    zh: `制作时用 ${name} ${then}，这里是 ${now ?? '无'}`,
  },
})
