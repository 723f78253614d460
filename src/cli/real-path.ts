// Where a path leads once every link is followed. In: a full path, of a file that is there or is to be. Out: the path
// of the file itself.

import { readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Links that are followed where the last one leads to nothing; systems follow 40. */
const MOST_LINKS = 40

/** The file behind the links; of one that is not there yet the name it will have. Throws where links run in a circle. */
export function realPath(full: string, links: number = MOST_LINKS): string {
  try {
    return realpathSync(full)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT' || links === 0) throw fault
  }
  const target = linkTarget(full)
  return target === undefined ? inRealFolder(full) : realPath(target, links - 1)
}

/** Where a link leads that leads to nothing yet; undefined when it is no link. */
function linkTarget(full: string): string | undefined {
  try {
    return resolve(dirname(full), readlinkSync(full))
  } catch {
    return undefined
  }
}

function inRealFolder(full: string): string {
  try {
    return join(realpathSync(dirname(full)), full.slice(dirname(full).length))
  } catch {
    return full
  }
}

/** The same for comparing; what cannot be followed stands for itself. */
export function realPathOrSelf(full: string): string {
  try {
    return realPath(full)
  } catch {
    return full
  }
}
