// The faults of the lab before veraPDF, where it is at hand: of each archive fault it sees the rule that the lab says, and
// none where the lab says that nobody sees it but the proof.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantedFile } from '../proof/faults/editions.ts'
import { TABLES } from '../proof/faults/tables.ts'
import { validated, verapdfCommand } from '../support/verapdf.ts'

const command = verapdfCommand()
const FAULTS = Object.values(TABLES)
  .flat()
  .filter(({ edition, fails }) => edition.startsWith('3a') && !fails.includes('opens'))

describe.skipIf(command === undefined)('veraPDF and the fault lab', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-faults-'))
  const pathOf = (index: number): string => join(folder, `${index}.pdf`)
  /** Failed rules by file: `6.1.2-1`, `ua1 7.1-3`. */
  const seen = new Map<string, string[]>()

  beforeAll(async () => {
    for (const [i, fault] of FAULTS.entries()) writeFileSync(pathOf(i), await plantedFile(fault))
    const paths = FAULTS.map((_, i) => pathOf(i))
    for (const flavour of ['3a', 'ua1']) {
      let file = ''
      for (const line of validated(command ?? [], flavour, paths)) {
        const [word = '', what = ''] = line.trim().split(' ')
        if (what.endsWith('.pdf')) file = what
        else if (word === 'FAIL')
          seen.set(file, [...(seen.get(file) ?? []), flavour === '3a' ? what : `ua1 ${what}`])
      }
    }
  }, 180_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(FAULTS.map((fault, i) => ({ ...fault, path: pathOf(i) })))(
    '$fault: $verapdf',
    ({ verapdf, path }) => {
      const rules = seen.get(path) ?? []
      if (verapdf === undefined) expect(rules).toEqual([])
      else expect(rules).toContain(verapdf)
    },
  )
})
