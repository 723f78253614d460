// The layouts that come with the program, for callers of the library, who have no folders to search. In: a name and the
// files they hand in. Out: a layout, read from their files where they have one of that name, else from the package.

import { existsSync } from 'node:fs'
import { type Files, filesOf, type Reported } from '../core/index.ts'
import { type Layout, readLayout as readLayoutIn } from '../source/index.ts'
import { findShipped, SHIPPED_LAYOUTS } from './layouts.ts'
import { readBytes } from './read-bytes.ts'
import { explained } from './wrong-kind.ts'

/** `files`, and behind them the layouts that come with the package, by their full paths. Nothing else is opened. */
export const shippedFiles = (files: Files = filesOf({})): Files => ({
  read: (path) => files.read(path) ?? (isShipped(path) ? readBytes(path) : undefined),
})

const isShipped = (path: string): boolean =>
  path.startsWith(SHIPPED_LAYOUTS) &&
  /^[\\/][^\\/]+\.yaml$/.test(path.slice(SHIPPED_LAYOUTS.length)) &&
  existsSync(path)

/**
 * Reads a layout by its path in `files`, or by its name: `yearbook` is `yearbook.yaml` or `layouts/yearbook.yaml` in
 * `files`, else the one that comes with the package. `extends` finds shipped layouts likewise. The value is undefined
 * when there are errors.
 */
export function readLayout(layout: string, files: Files = filesOf({})): Reported<Layout | undefined> {
  const all = shippedFiles(files)
  const own = [layout, `${layout}.yaml`, `layouts/${layout}.yaml`].find((path) => isThere(path, files))
  const path = own ?? findShipped(layout)
  if (typeof path !== 'string') return { value: undefined, diagnostics: [path] }
  const { value, diagnostics } = readLayoutIn(path, all, SHIPPED_LAYOUTS)
  return { value, diagnostics: explained(diagnostics, path, 'layout', all) }
}

/** What cannot be read is there; reading it again tells why. */
function isThere(path: string, files: Files): boolean {
  try {
    return files.read(path) !== undefined
  } catch {
    return true
  }
}
