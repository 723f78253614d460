import { expect, test } from 'vitest'
import { makeAll, writeEditions } from '../../src/cli/editions.ts'
import { NodeFiles } from '../../src/cli/node-files.ts'
import type { Order } from '../../src/cli/order.ts'
import { Progress } from '../../src/cli/progress.ts'
import { readLayouts } from '../../src/cli/read-layouts.ts'
import type { Rim } from '../../src/cli/rim.ts'
import { type Book, readBook } from '../../src/source/index.ts'
import { CHAPTER, filesIn, folderOf } from './support.ts'

function rimIn(cwd: string): Rim {
  const silent = { isTTY: false, write: () => {} }
  const world = { cwd, env: {}, stdout: silent, stderr: silent, now: () => 0 }
  const progress = new Progress(world, 'en', true)
  return { world, language: 'en', json: false, quiet: true, files: new NodeFiles(cwd, 'en'), progress }
}

function bookIn(rim: Rim, path: string): Book {
  const { value } = readBook(path, rim.files)
  if (value === undefined) throw new Error(`no book ${path}`)
  return value
}

const ORDER: Omit<Order, 'verifies'> = {
  manuscript: '',
  layouts: [],
  targets: [{ kind: 'screen' }],
  output: undefined,
  date: undefined,
  epoch: undefined,
  isStrict: false,
  listsLines: false,
}

test('an edition that says something else than the book is not written when it is to be proven', async () => {
  const here = folderOf({ 'a.yaml': CHAPTER, 'b.yaml': CHAPTER.replace('23个', '32个') })
  const rim = rimIn(here)
  const [set, against] = [bookIn(rim, 'a.yaml'), bookIn(rim, 'b.yaml')]
  const plans = readLayouts(['yearbook', 'yearbook-vertical'], set, rim).value.map((layout) => ({
    ...layout,
    editions: [{ target: { kind: 'screen' } as const, path: `out/${layout.name}.pdf` }],
  }))
  const { value: made } = await makeAll({ book: set, sources: [] }, plans, { ...ORDER, verifies: true }, rim)
  const outcome = await writeEditions(made, against, { ...ORDER, verifies: true }, [], rim)
  expect(outcome.exit).toBe(3)
  expect(outcome.diagnostics.map((d) => d.code)).toEqual(['verify-failed', 'verify-failed'])
  expect(outcome.data).toMatchObject({ outputs: [], unproven: [{ layout: 'yearbook' }, {}] })
  expect(filesIn(here)).toEqual(['a.yaml', 'b.yaml'])
  // Nobody asked for a proof.
  expect((await writeEditions(made, against, { ...ORDER, verifies: false }, [], rim)).exit).toBeUndefined()
  expect(filesIn(here)).toHaveLength(4)
})
