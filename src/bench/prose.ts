// Real prose to judge lines on, beside what the bench makes up: the yearbook chapter that comes with the project.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manuscript } from './manuscript.ts'

/** Chapters of a yearbook as it was printed. */
const FOLDER = 'content/weifang'

/** @param root folder of the project; undefined where the content does not come with it */
export function readProse(root: string): Pick<Manuscript, 'book' | 'files'> | undefined {
  const folder = join(root, FOLDER)
  if (!existsSync(folder)) return undefined
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  return { book: 'book.yaml', files }
}
