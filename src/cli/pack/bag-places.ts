// Paths of the disk and paths of a bag. Strings only; which file goes where is decided in collect.ts.

import { join, relative, resolve, sep } from 'node:path'
import { PACKAGE_ROOT } from '../package-root.ts'

/** Folder of the PDFs. */
export const EDITIONS = 'data/editions/'

/** Folders of the program whose files a bag takes along when they are used. */
export const SHIPPED_FOLDERS: readonly { readonly folder: string; readonly inBag: string }[] = [
  { folder: join(PACKAGE_ROOT, 'layouts'), inBag: 'data/layout/shipped' },
  { folder: join(PACKAGE_ROOT, 'profiles'), inBag: 'data/layout/profiles' },
]

/** `full` as seen from `folder`, with `/`; undefined where it does not lie below it. */
export function pathBelow(folder: string, full: string): string | undefined {
  const path = relative(resolve(folder), full)
  // On another drive of Windows the way from one to the other is absolute.
  const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path
  return isBelow ? path.split(sep).join('/') : undefined
}
