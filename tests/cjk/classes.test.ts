import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type BanLevel,
  CHAR_CLASS,
  type CharClassName,
  CLASS_MEMBERS,
  classOf,
  mayEndLine,
  mayStartLine,
} from '../../src/cjk/index.ts'

interface Member {
  readonly char: string
  readonly cp: string
}
interface JsonClass {
  readonly noLineStart?: boolean
  readonly noLineStartAt?: BanLevel
  readonly noLineEnd?: boolean
  readonly noLineEndAt?: BanLevel
  readonly members: readonly Member[]
}
interface Data {
  readonly classes: Readonly<Record<string, JsonClass>>
  readonly ideographRanges: readonly { readonly first: string; readonly last: string }[]
}

const data: Data = JSON.parse(readFileSync(new URL('../data/classes.json', import.meta.url), 'utf8'))

const NAME_OF = new Map<number, CharClassName>(
  Object.entries(CHAR_CLASS).map(([name, number]) => [number, name as CharClassName]),
)
const nameOf = (char: string): CharClassName | undefined => NAME_OF.get(classOf(char.codePointAt(0) ?? 0))

/** The data's names in ours. */
const OUR_NAME: Readonly<Record<string, CharClassName>> = {
  opening: 'open',
  closing: 'close',
  stop: 'stop',
  pause: 'pause',
  exclaim: 'excl',
  exclaimPair: 'excl',
  middleDot: 'middot',
  dash: 'dash',
  ellipsis: 'ellipsis',
  connectorFull: 'wave',
  connectorHalf: 'hyphen',
  solidus: 'slash',
  postfix: 'postfix',
  prefix: 'prefix',
}

/** Members whose class here is another one, and why. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, CharClassName>>>> = {
  // Their blank goes in vertical lines (CLREQ 3.1.6.1).
  pause: { '：': 'colon', '；': 'colon' },
  // One alone joins, two are a dash: itemize looks at the neighbours (15834 5.1.4, 5.1.6).
  connectorFull: { '—': 'dash' },
  // A Western mark; between Han it is a connector: paragraph/western.ts looks at the neighbours.
  connectorHalf: { '-': 'latin' },
  // Signs are glued to their number as parts of one Western word.
  prefix: { '+': 'latin', '-': 'latin' },
}

const members = Object.entries(data.classes).flatMap(([name, row]) =>
  row.members.map(({ char }) => ({ name, row, char })),
)

describe('character classes (GB/T 15834-2011 5.1, CLREQ 3.1.4)', () => {
  it('reads the data', () => expect(members.length).toBeGreaterThan(80))

  it.each(members)('$char is of $name', ({ name, char }) => {
    expect(nameOf(char)).toBe(ELSEWHERE[name]?.[char] ?? OUR_NAME[name])
  })

  it('lists no character twice, and classes every one as its list says', () => {
    const all = Object.entries(CLASS_MEMBERS).flatMap(([name, list]) =>
      [...(list ?? '')].map((c) => [c, name]),
    )
    expect(new Set(all.map(([c]) => c)).size).toBe(all.length)
    for (const [char = '', name] of all) expect(nameOf(char), char).toBe(name)
  })

  it('takes every ideograph of Unicode 17 as one, to the ends of each range', () => {
    for (const { first, last } of data.ideographRanges) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      for (let cp = from; cp <= to; cp++) {
        if (classOf(cp) !== CHAR_CLASS.ideo) expect(cp.toString(16)).toBe('an ideograph')
      }
    }
    for (const char of '〇々〆〡〸⼀㐀鿿𠀀𪜀𫝀𬺰') expect(nameOf(char), char).toBe('ideo')
  })

  it('takes nothing of script Han for anything else', () => {
    for (let cp = 0x2e80; cp < 0x33480; cp++) {
      const isHan = /^\p{Script=Han}$/u.test(String.fromCodePoint(cp))
      if (isHan && classOf(cp) !== CHAR_CLASS.ideo) expect(cp.toString(16)).toBe('an ideograph')
    }
  })

  it('knows what stays with its base, and what has no body', () => {
    for (const char of ['\u0301', '\u20dd', '\ufe00', '\ufe0f', '\u{e0100}', '\u{e01ef}', '\u302a'])
      expect(nameOf(char), char).toBe('extend')
    for (const char of ['\u200b', '\u00ad', '\ufeff', '\t', '\u0085'])
      expect(nameOf(char), char).toBe('ignorable')
  })

  it('takes letters of Western scripts as words, full-width ones as Han', () => {
    for (const char of 'aZéßøαЖ&@#*') expect(nameOf(char), char).toBe('latin')
    for (const char of 'Ａｚ１あア①※ㄅ') expect(nameOf(char), char).toBe('ideo')
  })
})

const LEVELS: readonly BanLevel[] = ['none', 'basic', 'gb', 'strict']

/** Whether a ban that begins at one level holds at another. */
const holds = (at: BanLevel | false, level: BanLevel): boolean =>
  at !== false && level !== 'none' && LEVELS.indexOf(level) >= LEVELS.indexOf(at)

describe('line-start and line-end bans by level (CLREQ #prohibition_rules_for_line_start_end)', () => {
  /** Postfixes and prefixes are bound to numbers, not to line ends; a — or - is what it is by its neighbours. */
  const bans = members.filter(({ name, char }) => !/fix$/.test(name) && !/[—-]/.test(char))

  it.each(LEVELS)('%s', (level) => {
    for (const { row, char } of bans) {
      const c = classOf(char.codePointAt(0) ?? 0)
      const start = row.noLineStart ? 'basic' : (row.noLineStartAt ?? false)
      const end = row.noLineEnd ? 'basic' : (row.noLineEndAt ?? false)
      expect(mayStartLine(c, level), `${char} at a line's start`).toBe(!holds(start, level))
      expect(mayEndLine(c, level), `${char} at a line's end`).toBe(!holds(end, level))
    }
  })

  it.each(LEVELS)('%s: a dash, and a connector of one em', (level) => {
    expect(mayStartLine(CHAR_CLASS.dash, level)).toBe(level !== 'strict')
    expect(mayStartLine(CHAR_CLASS.wave, level)).toBe(level === 'none')
    expect(mayEndLine(CHAR_CLASS.wave, level)).toBe(true)
    expect(mayEndLine(CHAR_CLASS.dash, level)).toBe(true)
  })

  it('bans no ideograph, digit, letter or unit', () => {
    for (const name of ['ideo', 'digit', 'latin', 'postfix', 'prefix'] as const) {
      for (const level of LEVELS) {
        expect(mayStartLine(CHAR_CLASS[name], level) && mayEndLine(CHAR_CLASS[name], level)).toBe(true)
      }
    }
  })

  it('lets a ratio sign and Western closing marks begin no line, an opening bracket end none', () => {
    expect(mayStartLine(CHAR_CLASS.ratio, 'gb') || mayStartLine(CHAR_CLASS.narrowClose, 'gb')).toBe(false)
    expect(mayEndLine(CHAR_CLASS.narrowOpen, 'gb')).toBe(false)
  })
})
