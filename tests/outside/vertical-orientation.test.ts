// UAX #50 on the composer: how each character the program sets stands in a vertical line, alone between ideographs, and how
// those stand that belong to a number. In the shipped faces; whether a form is turned is seen by its ink.

import { describe, expect, it } from 'vitest'
import { CLASS_MEMBERS } from '../../src/cjk/index.ts'
import { glyphsOf, isCovered, type Options, readData, type Standing } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'
import { orientationOf, RANGE_COUNT } from './vertical-orientation.ts'

interface Data {
  readonly classes: Readonly<Record<string, { readonly members: readonly { readonly char: string }[] }>>
  readonly ideographRanges: readonly { readonly first: string; readonly last: string }[]
  readonly verticalTailoring: readonly { readonly char: string }[]
}

const data: Data = JSON.parse(readData('classes.json'))

const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))

const { space, ideospace, ignorable, ...visible } = CLASS_MEMBERS

/** What the program has a class for, and the signs that stand among Han. A character belongs to the first that has it. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  mark: Object.values(data.classes).flatMap(({ members }) => members.map(({ char }) => char)),
  'mark of ours': Object.values(visible).flatMap((members) => [...members]),
  Han: data.ideographRanges.flatMap(({ first }) =>
    range(Number.parseInt(first, 16), Number.parseInt(first, 16)),
  ),
  digit: range(0x30, 0x39),
  letter: [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...'éüǎαΩЯ'],
  ASCII: range(0x21, 0x7e),
  'Latin-1': [...range(0xa1, 0xac), ...range(0xae, 0xff)],
  punctuation: [...'‖†‡※‥'],
  letterlike: range(0x2100, 0x214f),
  numeral: range(0x2150, 0x218b),
  arrow: range(0x2190, 0x21ff),
  operator: range(0x2200, 0x22ff),
  enclosed: [...range(0x2460, 0x24ff), ...range(0x2776, 0x2793), ...range(0x3200, 0x32ff)],
  box: range(0x2500, 0x259f),
  shape: [...range(0x25a0, 0x25ff), ...range(0x2600, 0x266f)],
  sign: [...range(0x3001, 0x3029), ...range(0x3030, 0x303f)],
  kana: [...range(0x3041, 0x3096), ...range(0x309b, 0x30ff)],
  注音: range(0x3105, 0x312f),
  unit: range(0x3358, 0x33df),
  'full-width': [...range(0xff01, 0xff60), ...range(0xffe0, 0xffe6)],
}

type Shape = 'as it stands' | 'on its side' | 'moved' | 'redrawn'

/** What each value of the property asks for. */
const ACCEPTED: Readonly<Record<string, readonly Shape[]>> = {
  U: ['as it stands', 'moved', 'redrawn'],
  R: ['on its side'],
  Tu: ['moved', 'redrawn'],
  Tr: ['on its side', 'redrawn'],
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.02

function shapeOf(flat: Standing | undefined, upright: Standing | undefined): Shape | 'not set' {
  if (!flat || !upright) return 'not set'
  if (upright.sideways) return 'on its side'
  if (upright.gid === flat.gid) return 'as it stands'
  const [width, height] = extentOf(flat)
  const [along, across] = extentOf(upright)
  if (same(along, height) && same(across, width)) return 'moved'
  return same(along, width) && same(across, height) ? 'on its side' : 'redrawn'
}

const extentOf = ({ along, across }: Standing): readonly [number, number] => [
  along.to - along.from,
  across.to - across.from,
]

const at = (text: string, unit: number, options: Options): Standing | undefined =>
  glyphsOf(text, options).find((glyph) => glyph.at === unit)

/** A character of a text between ideographs in a vertical line. */
function caseOf(id: string, text: string, character: string, digits: 'rotate' | 'combine'): Case {
  const vo = orientationOf(character)
  const unit = text.indexOf(character) + 1
  const shape = shapeOf(
    at(`国${character}国`, 1, {}),
    at(`国${text}国`, unit, { direction: 'vertical', digits }),
  )
  const accepted = ACCEPTED[vo] ?? []
  const expected = `${vo}: ${accepted.join(' or ')}`
  return { id, expected, got: accepted.some((one) => one === shape) ? expected : shape }
}

const seen = new Set<string>()
const all = Object.entries(GROUPS).flatMap(([group, characters]) =>
  characters.flatMap((character) => {
    if (seen.has(character)) return []
    seen.add(character)
    return [[group, character] as const]
  }),
)
const covered = all.filter(([, character]) => isCovered(character))

const STANDS: Shape = 'as it stands'
const LIES: Shape = 'on its side'

/** Ids are group, what Unicode says, and the character. */
const DEVIATIONS: readonly Deviation[] = [
  {
    of: /mark Tr [：；]/,
    got: 'moved',
    clause: 'CLREQ A.1, A.5; GB/T 15834 5.2.1',
    why: '冒号 and 分号 stand upright, right of the middle; turned they would be no Chinese marks',
  },
  {
    of: /mark (of ours )?R [·‧•･]/,
    got: STANDS,
    clause: 'GB/T 15834 5.2.2',
    why: '间隔号 stands in the middle of the line, which a dot turned on the Western baseline does not',
  },
  {
    of: ['mark U ／'],
    got: LIES,
    clause: 'CLREQ A.5',
    why: '分隔号 lies like the / it stands for: upright it would touch its neighbours',
  },
  {
    of: /mark of ours R [｡､]/,
    got: STANDS,
    clause: 'GB/T 15834 5.2.1',
    why: 'half-width forms of pause and stop marks stand upright as the full-width ones do',
  },
  {
    of: ['注音 Tu ㄧ', 'sign Tr 〰'],
    got: STANDS,
    clause: 'UAX #50, Tu and Tr',
    why: 'the shipped faces have no vertical form',
  },
]

/** Not meant, and to be mended. */
const FAULTS: readonly Deviation[] = [
  {
    of: /full-width R [^＝]/u,
    got: STANDS,
    clause: 'UAX #50, R; GB/T 15835 5.1.7.3',
    why: 'the sign of ≥60 stands while its number lies: all characters of one term turn together',
  },
  {
    of: ['mark R －'],
    got: STANDS,
    clause: 'UAX #50, R; GB/T 15834 5.2.2',
    why: 'between Han it joins, and connectors turn in vertical lines',
  },
  {
    of: /(arrow|box|letterlike|numeral|shape) R ./u,
    got: STANDS,
    clause: 'UAX #50, R',
    why: 'no clause of ours outweighs it: an arrow points along the line only when it turns with it',
  },
]

/** What becomes of the parts of a term: text, character of it, how the layout sets digits. */
const TERMS: readonly (readonly [string, string, 'rotate' | 'combine'])[] = [
  ...[...'℃℉％‰￠㎡㎏'].map((sign) => [`25${sign}`, sign, 'rotate'] as const),
  ...[...'℃℉％‰￠㎡㎏'].map((sign) => [`25${sign}`, sign, 'combine'] as const),
  ...[...'￥＄￡№±＋'].map((sign) => [`${sign}25`, sign, 'rotate'] as const),
  ...[...'￥＄￡№±＋'].map((sign) => [`${sign}25`, sign, 'combine'] as const),
  ...['5', '25', '100', '2025'].map((number) => [number, number[0] ?? '', 'rotate'] as const),
  ...['5', '25', '100', '2025'].map((number) => [number, number[0] ?? '', 'combine'] as const),
  ...['25%', '3.5%', '2025年'].map((text) => [text, /%/.test(text) ? '%' : '2', 'rotate'] as const),
  ...['≥60', '60≤', '3×4', '6÷2'].map((text) => [text, /[^0-9]/.exec(text)?.[0] ?? '', 'rotate'] as const),
  ...['≥6', '3×4', '±6'].map((text) => [text, /[^0-9]/.exec(text)?.[0] ?? '', 'combine'] as const),
  ...[...'BCD18'].map((part) => ['BCD188', part, 'combine'] as const),
]

/** Ids are digits of the layout, the character and its term. */
const TERM_DEVIATIONS: readonly Deviation[] = [
  {
    of: /rotate [℃℉％‰￠㎡㎏￥＄￡№±＋÷] of .+|\w+ × of .+/,
    got: LIES,
    clause: 'GB/T 15835 5.1.7.3',
    why: 'all characters of one term turn together: with a lying number its signs lie',
  },
  {
    of: ['combine 5 of 5'],
    got: STANDS,
    clause: 'CLREQ 2.1.3',
    why: 'a single digit stands where the layout asks for it',
  },
  {
    of: ['combine 2 of 25', 'combine 1 of 100'],
    got: 'redrawn',
    clause: 'CLREQ 2.1.3',
    why: 'two or three digits stand side by side in one cell (纵中横) where the layout asks for it',
  },
]

/** What the tailorings of UAX #50 come to, by the data's own key. */
const TAILORED: Readonly<Record<string, readonly [string, Shape]>> = {
  '：；': ['：；', 'moved'],
  '“”‘’': ['“”‘’', 'redrawn'],
  '·': ['·', STANDS],
  '— … ～ –': ['—…～–', LIES],
  '％ ℃ ‰': ['％℃‰', STANDS],
}

const tailorings = data.verticalTailoring.flatMap(({ char }): readonly Case[] => {
  const [characters, expected] = TAILORED[char] ?? ['國', 'not known']
  return [...characters].map((c) => ({
    id: c,
    expected,
    got: shapeOf(at(`国${c}国`, 1, {}), at(`国${c}国`, 1, { direction: 'vertical' })),
  }))
})

/** What is asked, its cases, its table, how many cases run and how many of them deviate. */
const SUITES: readonly (readonly [string, readonly Case[], readonly Deviation[], number, number])[] = [
  [
    'each character alone',
    covered.map(([group, c]) => caseOf(`${group} ${orientationOf(c)} ${c}`, c, c, 'rotate')),
    [...DEVIATIONS, ...FAULTS],
    1694,
    222,
  ],
  [
    'characters of a term',
    TERMS.map(([term, c, digits]) => caseOf(`${digits} ${c} of ${term}`, term, c, digits)),
    TERM_DEVIATIONS,
    49,
    19,
  ],
  ['tailorings for Chinese', tailorings, [], 14, 0],
]

describe.each(SUITES)('UAX #50 in vertical lines: %s', (_, cases, table, ran, deviating) => {
  const settled = settle(cases, table)

  it('runs its cases', () => expect(settled).toMatchObject({ ran, deviating }))

  it('stands or lies as Unicode says, or as a clause outweighs it', () => expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))
})

describe('the data', () => {
  it('has its ranges', () => expect(RANGE_COUNT).toBe(189))

  it('is left out only where no shipped face has the character', () =>
    expect([all.length, covered.length]).toEqual([2104, 1694]))

  it('has quotation marks replaced by the forms of 『』「」 (GB/T 15834 5.2.3)', () => {
    for (const [quote, corner] of ['“『', '”』', '‘「', '’」']) {
      const [one, other] = [quote, corner].map((c) => at(`国${c}国`, 1, { direction: 'vertical' })?.gid)
      expect(one, quote).toBe(other)
    }
  })
})
