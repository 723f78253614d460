// Outside data against the program. In: cases, each with what the data expects and what the program does, and a table of
// the deviations that are meant. Out: the deviations nobody named, and the rows of the table that name nothing any more.

/** One case of outside data. `expected` and `got` are written the same way, so that they can be compared as text. */
export interface Case {
  readonly id: string
  readonly expected: string
  readonly got: string
}

/** Cases in which the program does otherwise, on purpose. */
export interface Deviation {
  /** The cases, by id. A pattern must match the whole id. */
  readonly of: readonly string[] | RegExp
  /** What the program does instead, or how that follows from what was expected. */
  readonly got: string | ((expected: string, id: string) => string)
  /** The clause that outweighs the data. */
  readonly clause: string
  readonly why: string
}

export interface Settled {
  /** How many cases ran, and in how many of them the program does otherwise. */
  readonly ran: number
  readonly deviating: number
  /** Cases that fail: neither what the data expects nor what a row names. */
  readonly unnamed: readonly string[]
  /** Rows, or cases of rows, that name a deviation which is none. */
  readonly stale: readonly string[]
}

/** Holds every case against the data and the table. Both lists of the answer must be empty. */
export function settle(cases: readonly Case[], table: readonly Deviation[]): Settled {
  const unnamed: string[] = []
  const stale: string[] = []
  const used = new Map<Deviation, Set<string>>(table.map((row) => [row, new Set()]))
  let deviating = 0
  for (const { id, expected, got } of cases) {
    const rows = table.filter((row) => covers(row, id))
    if (rows.length > 1) stale.push(`${id}: named by ${rows.length} rows`)
    const [row] = rows
    const wanted = row === undefined ? expected : instead(row, expected, id)
    if (got !== wanted) unnamed.push(`${id}: expected ${wanted}, got ${got}`)
    if (got !== expected) deviating++
    for (const each of rows) used.get(each)?.add(id)
    if (row === undefined) continue
    if (wanted === expected) stale.push(`${id}: does as the data says, yet ${row.clause} is named`)
  }
  for (const [row, ids] of used) stale.push(...unusedOf(row, ids))
  return { ran: cases.length, deviating, unnamed, stale }
}

const covers = ({ of }: Deviation, id: string): boolean =>
  of instanceof RegExp ? of.exec(id)?.[0] === id : of.includes(id)

const instead = ({ got }: Deviation, expected: string, id: string): string =>
  typeof got === 'string' ? got : got(expected, id)

function unusedOf({ of, clause }: Deviation, ids: ReadonlySet<string>): readonly string[] {
  if (of instanceof RegExp) return ids.size > 0 ? [] : [`${of}: no such case (${clause})`]
  return of.filter((id) => !ids.has(id)).map((id) => `${id}: no such case (${clause})`)
}
