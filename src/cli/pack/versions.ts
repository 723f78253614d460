// What made a bag besides the program itself: Node and the libraries, whose change may change bytes. In: the installation.
// Out: versions by name.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../font-supply.ts'
import { PACKAGE_ROOT } from '../package-root.ts'

export const nodeVersion = (): string => process.versions.node

/** Every library the program names, in its order; one that is not found is left out. */
export function libraryVersions(): Readonly<Record<string, string>> {
  const { dependencies = {} } = packageAt(join(PACKAGE_ROOT, 'package.json'))
  const rows = Object.keys(dependencies).flatMap((name) => {
    const path = packageFile(`${name}/package.json`)
    return path === undefined ? [] : [[name, packageAt(path).version ?? ''] as const]
  })
  return Object.fromEntries(rows)
}

interface PackageFile {
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const packageAt = (path: string): PackageFile => JSON.parse(readFileSync(path, 'utf8'))
