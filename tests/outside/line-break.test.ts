// zh-line-break.json: the line-break tests of web-platform-tests for Chinese, each set in a paragraph six ideographs wide.
// CSS has three levels, CLREQ four: `loose` is held against `basic`, `normal` against `gb`, `strict` against `strict`.

import { describe, expect, it } from 'vitest'
import type { BanLevel } from '../../src/cjk/index.ts'
import { DIRECTIONS, linesAt, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface Row {
  readonly char: string
  readonly group: string
  readonly before: string
  readonly after: string
  readonly breakAllowedBefore: Readonly<Record<string, boolean>>
}

const data: { readonly count: number; readonly cases: readonly Row[] } = JSON.parse(
  readData('zh-line-break.json'),
)

const LEVEL_OF: Readonly<Record<string, BanLevel>> = { loose: 'basic', normal: 'gb', strict: 'strict' }

const MAY = 'may begin a line'
const MAY_NOT = 'takes the ideograph before it down'

/** Ids are group, character, CSS level, direction. */
const DEVIATIONS: readonly Deviation[] = [
  {
    of: /cpm [：；] loose \w+/,
    got: MAY_NOT,
    clause: 'GB/T 15834 5.1.1',
    why: 'pause and stop marks begin no line, at any level',
  },
  {
    of: /cpm [！？‼⁇⁈⁉] loose \w+/,
    got: MAY_NOT,
    clause: 'GB/T 15834 5.1.2',
    why: '？ and ！ begin no line',
  },
  { of: /cpm [・･] loose \w+/, got: MAY_NOT, clause: 'GB/T 15834 5.1.7', why: '间隔号 begins no line' },
  {
    of: /hyphens 〜 (loose|normal) \w+/,
    got: MAY_NOT,
    clause: 'GB/T 15834 5.1.6',
    why: '浪纹线 begins no line',
  },
  { of: /hyphens-id [‐–] loose \w+/, got: MAY_NOT, clause: 'GB/T 15834 5.1.6', why: '短横线 begins no line' },
  {
    of: /in […⋯] normal \w+/,
    got: MAY,
    clause: 'GB/T 15834 5.1.5; CLREQ 6.1.1 (level gb)',
    why: '省略号 may begin a line below level strict; it must not be parted, which the classes test',
  },
  {
    of: /in [․‥︙] (normal|strict) \w+/,
    got: MAY,
    clause: 'GB/T 15834 5.1.5; CLREQ 5.1',
    why: 'no Chinese ellipsis: not written as …… they are signs like others',
  },
  {
    of: /po [^‵﹪] loose \w+/,
    got: MAY_NOT,
    clause: 'UAX #14 LB23a',
    why: 'a postfix stays with an ideograph before it, which may be a number in Hanzi; the rule knows no levels',
  },
  {
    of: /po [‵﹪] (normal|strict) \w+/,
    got: MAY,
    clause: 'CLREQ 5.1, 6.1.1',
    why: 'no signs of a Chinese number: ‵ is in no list of bans, ﹪ is a form that is not set as text',
  },
  {
    of: /pr . (normal|strict) \w+/,
    got: MAY,
    clause: 'CLREQ 6.1.2.2; UAX #14 LB24–LB25',
    why: 'a prefix stays with the number after it; the data itself calls these cases disputed',
  },
  {
    of: /(iteration .|hyphens ゠|cj .) strict \w+|iteration . normal \w+/,
    got: MAY,
    clause: 'CLREQ 6.1.1; GB/T 15834 5.1',
    why: 'marks of Japanese are in no list of Chinese bans',
  },
]

function beginning(row: Row, css: string, direction: (typeof DIRECTIONS)[number]): string {
  const banLevel = LEVEL_OF[css] ?? 'none'
  const head = row.before.repeat(5)
  const text = `${head}${row.before}${row.char}${row.after}${row.after}`
  const lines = linesAt(text, 6, { banLevel, direction })
  if (lines.length !== 2) return lines.join('│')
  if (lines[0] === head + row.before) return MAY
  return lines[0] === head ? MAY_NOT : lines.join('│')
}

const CASES: readonly Case[] = data.cases.flatMap((row) =>
  Object.entries(row.breakAllowedBefore).flatMap(([css, allowed]) =>
    DIRECTIONS.map((direction) => ({
      id: `${row.group} ${row.char} ${css} ${direction}`,
      expected: allowed ? MAY : MAY_NOT,
      got: beginning(row, css, direction),
    })),
  ),
)

describe('web-platform-tests line-break for Chinese, in paragraphs six ideographs wide', () => {
  const settled = settle(CASES, DEVIATIONS)

  it('runs 94 characters at three levels in two directions', () => {
    expect(data.cases).toHaveLength(data.count)
    expect(settled.ran).toBe(94 * 3 * 2)
  })

  it('breaks as they say, or as a clause outweighs them', () => expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))

  it('does as CSS says in the other cases', () => expect(settled.deviating).toBe(228))
})
