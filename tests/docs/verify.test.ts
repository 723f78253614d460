// docs/verify.md explains every check by its id, and names the options verify has.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/command-words.ts'
import { CHECK_IDS } from '../../src/proof/index.ts'
import { TABLES } from '../proof/faults/tables.ts'

const text = readFileSync(new URL('../../docs/verify.md', import.meta.url), 'utf8')

test('every check has its row, and every row its check', () => {
  const rows = [...text.matchAll(/^\| `([a-z][a-z-]*)` \|/gm)].map((found) => found[1])
  expect(rows).toEqual([...CHECK_IDS])
})

test('every option is explained', () => {
  const options = COMMANDS.find(({ name }) => name === 'verify')?.options ?? []
  for (const { flags } of options) expect(text).toContain(flags.split(/[ ,]/)[0])
})

test('the size of the fault lab is not overstated', () => {
  const said = Number(/plants some (\d+) faults/.exec(text)?.[1])
  expect(Object.values(TABLES).flat().length).toBeGreaterThanOrEqual(said)
})
