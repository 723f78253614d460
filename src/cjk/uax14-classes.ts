// Line-break classes of code points (UAX #14 table 1, resolved by LB1): a code point comes in, a small number goes
// out. The runs of uax14-data.ts are decoded on first use, and only as far as Latin when nothing else is asked for.

import { LINE_BREAK_RUNS } from './uax14-data.ts'

/**
 * The classes after LB1. QI, QF: QU with General_Category Pi, Pf (LB15a, LB15b, LB19). ZJ: ZWJ. DC: U+25CC, an AL
 * that LB28a names.
 */
export const LINE_BREAK_CLASSES: readonly string[] = [
  ...[
    'AL',
    'AK',
    'AP',
    'AS',
    'B2',
    'BA',
    'BB',
    'BK',
    'CB',
    'CL',
    'CM',
    'CP',
    'CR',
    'DC',
    'EB',
    'EM',
    'EX',
    'GL',
  ],
  ...[
    'H2',
    'H3',
    'HH',
    'HL',
    'HY',
    'ID',
    'IN',
    'IS',
    'JL',
    'JT',
    'JV',
    'LF',
    'NL',
    'NS',
    'NU',
    'OP',
    'PO',
    'PR',
  ],
  ...['QU', 'QI', 'QF', 'RI', 'SP', 'SY', 'VF', 'VI', 'WJ', 'ZJ', 'ZW'],
]

/** Low bits of a looked-up value: index into LINE_BREAK_CLASSES. */
export const CLASS_BITS = 0x3f
/** East_Asian_Width F, W or H (LB19a, LB30). */
export const EAST_ASIAN = 0x40
/** Extended_Pictographic, not yet assigned (LB30b). */
export const RESERVED_PICTOGRAPH = 0x80

const CLASS_NUMBER: ReadonlyMap<string, number> = new Map(LINE_BREAK_CLASSES.map((name, i) => [name, i]))

/** The number of a class in looked-up values; throws on a name that is none. */
export function classNumber(name: string): number {
  const found = CLASS_NUMBER.get(name)
  if (found === undefined) throw new Error(`no line-break class ${name}`)
  return found
}

/** Latin and its neighbours up to the modifier letters: what Western runs mostly hold. */
const LATIN_END = 0x250
const BMP_END = 0x10000

interface Tables {
  /** Values of the code points below `end`. */
  readonly values: Uint8Array
  /** Runs above, for a binary search. */
  readonly starts: readonly number[]
  readonly runs: readonly number[]
}

let latin: Uint8Array | undefined
let all: Tables | undefined

/** Class and flags of a code point, 0 to 0x10FFFF. */
export function lineBreakValue(code: number): number {
  if (code < LATIN_END) {
    latin ??= decode(LATIN_END, LATIN_END).values
    return latin[code] ?? 0
  }
  all ??= decode(BMP_END, 0x110000)
  return code < BMP_END ? (all.values[code] ?? 0) : search(all, code)
}

function search({ starts, runs }: Tables, code: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= code) low = middle
    else high = middle - 1
  }
  return runs[low] ?? 0
}

/** Runs below `tableEnd` go into a table, those from there to `end` into lists. */
function decode(tableEnd: number, end: number): Tables {
  const values = new Uint8Array(tableEnd)
  const starts: number[] = []
  const runs: number[] = []
  const token = /([A-Z][A-Z\d])([+!]?)([\da-z]+)/y
  for (let start = 0, at = 0; start < end; at = token.lastIndex) {
    token.lastIndex = LINE_BREAK_RUNS.charCodeAt(at) === 10 ? at + 1 : at
    const [, name = '', flag, length = ''] = token.exec(LINE_BREAK_RUNS) ?? []
    const value = classNumber(name) | (flag === '+' ? EAST_ASIAN : flag === '!' ? RESERVED_PICTOGRAPH : 0)
    const next = start + Number.parseInt(length, 36)
    if (start < tableEnd) values.fill(value, start, next)
    if (next > tableEnd) {
      starts.push(start)
      runs.push(value)
    }
    start = next
  }
  return { values, starts, runs }
}
