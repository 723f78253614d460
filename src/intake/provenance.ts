// Lines about the source → metadata. In: the lines as they stand. Out: address, title and remarks; never printed.

import type { Provenance } from '../source/index.ts'
import { PROVENANCE, WEB_ADDRESS } from './classify.ts'

/** The first address is the address, the first wording the title; whatever else is said becomes a remark. */
export function provenanceOf(lines: readonly string[]): Provenance | undefined {
  if (lines.length === 0) return undefined
  let url: string | undefined
  let title: string | undefined
  const notes: string[] = []
  for (const line of lines) {
    const value = (PROVENANCE.exec(line)?.[1] ?? line).trim()
    if (WEB_ADDRESS.test(value) && url === undefined) url = value
    else if (!WEB_ADDRESS.test(value) && title === undefined) title = value
    else notes.push(line)
  }
  return {
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(notes.length === 0 ? {} : { note: notes.join('；') }),
  }
}
