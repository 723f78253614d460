import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHAR_CLASS, classOf, mayBreakBetween } from '../../src/cjk/index.ts'

interface Case {
  readonly char: string
  readonly name: string
  readonly group: string
  readonly breakAllowedBefore: { readonly loose: boolean; readonly normal: boolean; readonly strict: boolean }
}

const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../data/zh-line-break.json', import.meta.url), 'utf8'),
)

/**
 * What CSS `line-break: strict` keeps from line starts and GB/T 15834-2011 does not. GB wins: 5.1 bans the marks it
 * names, and nothing else.
 */
const GB_ALLOWS: readonly { readonly chars: string; readonly clause: string }[] = [
  {
    chars: '…⋯',
    clause: '5.1.5 forbids only a break inside ……; CLREQ keeps it from line starts at `strict`',
  },
  { chars: '․‥︙゠', clause: 'not among the marks of 4 and 5: other scripts, compatibility forms' },
  { chars: '々〻ゝゞヽヾ', clause: '5.1 bans marks; iteration marks are characters' },
  {
    chars: '°‰′″‵℃℉﹪％￠',
    clause: '5.1 names no units; they stay with a number (CLREQ 3.1.5.2), not with Han',
  },
  {
    chars: 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ',
    clause: '5.1 bans marks; kana are a rule of Japanese',
  },
]

const mayFollowHan = (char: string, level: 'gb' | 'strict'): boolean =>
  mayBreakBetween(CHAR_CLASS.ideo, classOf(char.codePointAt(0) ?? 0), level)

describe('CSS line-break for Chinese (tests/data/zh-line-break.json)', () => {
  const undisputed = cases.filter(({ group }) => group !== 'pr')
  const exceptions = new Map(GB_ALLOWS.flatMap(({ chars, clause }) => [...chars].map((c) => [c, clause])))

  it('has its cases, and every exception is one of them', () => {
    expect(undisputed.length).toBe(86)
    const known = new Set(undisputed.map(({ char }) => char))
    expect([...exceptions.keys()].filter((char) => !known.has(char))).toEqual([])
  })

  it.each(undisputed.filter(({ char }) => !exceptions.has(char)))(
    '$char begins no line, as under strict',
    (c) => {
      expect(mayFollowHan(c.char, 'gb')).toBe(c.breakAllowedBefore.strict)
    },
  )

  it.each([...exceptions])('%s may begin a line at level gb: %s', (char) => {
    expect(mayFollowHan(char, 'gb')).toBe(true)
  })

  it('keeps …… from line starts at level strict', () => {
    expect([...'…⋯—'].filter((char) => mayFollowHan(char, 'strict'))).toEqual([])
  })

  it('bans what strict lets pass and 15834 does not: ～ (5.1.6), · (5.1.7), ／ (5.1.9)', () => {
    expect([...'～·／'].filter((char) => mayFollowHan(char, 'gb'))).toEqual([])
  })
})

describe('neighbours that part at no level or only at some', () => {
  it('keeps a combining mark with its base at every level', () => {
    for (const level of ['none', 'basic', 'gb', 'strict'] as const)
      expect(mayBreakBetween(CHAR_CLASS.ideo, CHAR_CLASS.extend, level)).toBe(false)
  })

  it('parts after a solidus at level basic and not at gb (15834 5.1.9)', () => {
    expect(mayBreakBetween(CHAR_CLASS.slash, CHAR_CLASS.ideo, 'basic')).toBe(true)
    expect(mayBreakBetween(CHAR_CLASS.slash, CHAR_CLASS.ideo, 'gb')).toBe(false)
  })

  it('parts anything at level none', () => {
    expect(mayBreakBetween(CHAR_CLASS.open, CHAR_CLASS.stop, 'none')).toBe(true)
  })
})
