// classes.json: bans, widths, blank sides and tied neighbours of every class, asked of the composer by breaking and setting
// lines in the shipped Song face, in both directions. The tables alone are tested in tests/cjk.

import { describe, expect, it } from 'vitest'
import type { BanLevel } from '../../src/cjk/index.ts'
import type { Direction } from '../../src/core/index.ts'
import { BAN_LEVELS, DIRECTIONS, endsLineAt, glyphsOf, lengthOf, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface Class {
  readonly width_em?: number
  readonly pairWidth_em?: number
  readonly unbreakablePair?: string
  readonly inkSide?: 'start' | 'end'
  readonly noLineStart?: boolean
  readonly noLineStartAt?: BanLevel
  readonly noLineEnd?: boolean
  readonly noLineEndAt?: BanLevel
  readonly trimAtLineStart?: number
  readonly trimAtLineEnd?: number
  readonly vertical?: string
  readonly noBreakBeforeAfterDigit?: boolean
  readonly noBreakAfterBeforeDigit?: boolean
  readonly members: readonly { readonly char: string }[]
}

interface Data {
  readonly classes: Readonly<Record<string, Class>>
  readonly ideographRanges: readonly { readonly first: string; readonly last: string }[]
  readonly uax14Tailoring: readonly { readonly char: string }[]
}

const data: Data = JSON.parse(readData('classes.json'))
const CLASSES = Object.entries(data.classes)

/** A dash or ellipsis is two of its characters, ⸺ aside, which is one of two ems. */
const written = ({ pairWidth_em }: Class, char: string): string =>
  pairWidth_em === 2 && char !== '⸺' ? char + char : char

const LEAD = '国国国国国'

/** Every member in each direction: id, class, how it is written. */
function* membersOf(): Generator<readonly [string, Class, string, Direction]> {
  for (const [name, each] of CLASSES)
    for (const { char } of each.members)
      for (const direction of DIRECTIONS) {
        const text = written(each, char)
        yield [`${name} ${text} ${direction}`, each, text, direction]
      }
}

const isBannedAt = (level: BanLevel, from: BanLevel | undefined): boolean =>
  from !== undefined && BAN_LEVELS.indexOf(level) >= BAN_LEVELS.indexOf(from)

const said = (banned: boolean): string => (banned ? 'banned' : 'free')

function* bans(): Generator<Case> {
  for (const [id, each, mark, direction] of membersOf())
    for (const banLevel of BAN_LEVELS) {
      const options = { banLevel, direction }
      const start = each.noLineStartAt ?? (each.noLineStart ? 'basic' : undefined)
      const end = each.noLineEndAt ?? (each.noLineEnd ? 'basic' : undefined)
      const text = `${LEAD}${mark}国国国`
      yield {
        id: `${id} ${banLevel} line start`,
        expected: said(isBannedAt(banLevel, start)),
        got: said(!endsLineAt(text, LEAD.length, options)),
      }
      yield {
        id: `${id} ${banLevel} line end`,
        expected: said(isBannedAt(banLevel, end)),
        got: said(!endsLineAt(text, LEAD.length + mark.length, options)),
      }
    }
}

/** Two of one body, and a number with what belongs to it: parted at no level. */
function* ties(): Generator<Case> {
  for (const [id, each, mark, direction] of membersOf())
    for (const banLevel of BAN_LEVELS)
      for (const tied of tiedTexts(each, mark)) {
        const text = `${LEAD}${tied}国国国`
        const places = Array.from({ length: tied.length - 1 }, (_, i) => LEAD.length + i + 1)
        const parted = places.filter((at) => endsLineAt(text, at, { banLevel, direction }))
        const got = parted.length === 0 ? 'whole' : 'parted'
        yield { id: `${id} ${banLevel} ${tied}`, expected: 'whole', got }
      }
}

function tiedTexts(each: Class, mark: string): readonly string[] {
  return [
    ...(each.unbreakablePair === undefined || mark.length === 1 ? [] : [mark]),
    ...(each.noBreakBeforeAfterDigit ? [`25${mark}`, `5${mark}`] : []),
    ...(each.noBreakAfterBeforeDigit ? [`${mark}25`, `${mark}5`] : []),
  ]
}

const round = (n: number): number => Math.round(n * 1e4) / 1e4

/** ：；！？ fill their cell in vertical lines, as the data notes. */
const fillsCell = (each: Class, mark: string, direction: Direction): boolean =>
  direction === 'vertical' && each.vertical !== undefined && '：；！？'.includes(mark)

function* widths(): Generator<Case> {
  for (const [id, each, mark, direction] of membersOf()) {
    const width = each.pairWidth_em ?? each.width_em
    if (width === undefined) continue
    const took = (text: string, others: number): string => `${round(lengthOf(text, { direction }) - others)}`
    yield { id: `${id} width`, expected: `${width}`, got: took(`国${mark}国`, 2) }
    if (each.trimAtLineEnd !== undefined) {
      const left = fillsCell(each, mark, direction) ? width : width - each.trimAtLineEnd
      yield { id: `${id} width at line end`, expected: `${left}`, got: took(`国${mark}`, 1) }
    }
    if (each.trimAtLineStart !== undefined) {
      const left = width - each.trimAtLineStart
      yield { id: `${id} width at line start`, expected: `${left}`, got: took(`${mark}国`, 1) }
    }
  }
}

/** On which side of a whole cell the ink of the shipped face lies. */
function* inks(): Generator<Case> {
  for (const [id, each, mark, direction] of membersOf()) {
    const width = each.pairWidth_em ?? each.width_em
    if (width === undefined) continue
    yield { id: `${id} ink`, expected: 'in its body', got: inkIn(width, mark, direction) }
    if (each.inkSide === undefined) continue
    const expected = fillsCell(each, mark, direction) ? 'in the middle' : `at the ${each.inkSide}`
    yield { id: `${id} ink side`, expected, got: inkSide(mark, direction) }
  }
}

function inkIn(width: number, mark: string, direction: Direction): string {
  const glyphs = glyphsOf(`国${mark}国`, { direction }).filter(({ at }) => at >= 1 && at <= mark.length)
  const over = glyphs.map(({ along }) => Math.max(1 - along.from, along.to - 1 - width))
  return Math.max(...over) <= 0 ? 'in its body' : `${round(Math.max(...over))} em outside`
}

function inkSide(mark: string, direction: Direction): string {
  const { from, to } = glyphsOf(`国${mark}国`, { direction })[1]?.along ?? { from: 0, to: 0 }
  if (from >= 1.5) return 'at the end'
  return from >= 1 && to <= 1.5 ? 'at the start' : 'in the middle'
}

function* ideographs(): Generator<Case> {
  for (const { first, last } of data.ideographRanges)
    for (const code of [first, last])
      for (const direction of DIRECTIONS)
        for (const banLevel of BAN_LEVELS) {
          const character = String.fromCodePoint(Number.parseInt(code, 16))
          const text = `${LEAD}${character}国国国`
          const ends = [LEAD.length, LEAD.length + character.length].map((at) =>
            endsLineAt(text, at, { direction, banLevel }),
          )
          const width = round(lengthOf(character, { direction }))
          yield {
            id: `${code} ${direction} ${banLevel}`,
            expected: 'free at start and end, 1 em',
            got: `${ends.every(Boolean) ? 'free' : 'banned'} at start and end, ${width} em`,
          }
        }
}

/** What the tailorings of UAX #14 come to at level gb, by the data's own key. */
const TAILORED: Readonly<Record<string, readonly string[]>> = {
  '～': ['国～│国', '5～│8'],
  '·': ['国·│国', '国│5·31│国'],
  '／': ['国／国'],
  '—': ['国│——│国', '京—│沪'],
  '…': ['国│……│国'],
  '“ ‘': ['国│“国', '国│‘国'],
  '” ’': ['国”│国', '国’│国'],
  '－ ＋ ± etc.': ['国│±5│国', '国│－5│国', '国│＋5│国'],
}

function* tailorings(): Generator<Case> {
  for (const { char } of data.uax14Tailoring)
    for (const parted of TAILORED[char] ?? [''])
      for (const direction of DIRECTIONS) {
        const text = parted.replaceAll('│', '')
        const got = [...text].map((c, at) =>
          at > 0 && endsLineAt(LEAD + text, 5 + at, { direction }) ? `│${c}` : c,
        )
        yield { id: `${char} ${text} ${direction}`, expected: parted, got: got.join('') }
      }
}

const BANS = 'bans at line start and line end, by level'

const DEVIATIONS: Readonly<Record<string, readonly Deviation[]>> = {
  [BANS]: [
    {
      of: /prefix - \w+ (basic|gb|strict) line start/,
      got: 'banned',
      clause: 'GB/T 15834 5.1.6',
      why: '- between Han is 短横线, as which the data lists it too; before a number it is a sign',
    },
    {
      of: /postfix . \w+ (none|basic|gb|strict) line start/,
      got: 'banned',
      clause: 'UAX #14 LB23a; CLREQ 6.1.2.2',
      why: 'the data ties it to a number in digits alone; it stays with one in Hanzi too, as in 二十五℃, at every level',
    },
    {
      of: /prefix [^+-] \w+ (none|basic|gb|strict) line end/,
      got: 'banned',
      clause: 'UAX #14 LB23a; CLREQ 6.1.2.2',
      why: 'likewise before a number in Hanzi, as in ￥五十 and №三',
    },
  ],
}

describe.each([
  [BANS, bans, 1312, 166],
  ['neighbours never parted', ties, 376, 0],
  ['widths', widths, 202, 0],
  ['the ink in its body', inks, 202, 0],
  ['ideographs', ideographs, 288, 0],
  ['tailorings of UAX #14', tailorings, 30, 0],
] as const)('%s', (name, cases, ran, deviating) => {
  const settled = settle([...cases()], DEVIATIONS[name] ?? [])

  it('runs its cases', () => expect(settled).toMatchObject({ ran, deviating }))

  it('are those of the table, or outweighed by a clause', () => expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))
})
