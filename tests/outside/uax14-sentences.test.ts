// LineBreakTest-17.0.0.txt on the composer: the real sentences in Simplified Chinese that end the file, and every other
// line that is made of Han, kana and Chinese marks alone. The algorithm itself, untailored, is tested in tests/cjk.

import { describe, expect, it } from 'vitest'
import { DIRECTIONS, endsLineAt, readData } from './composer.ts'
import { type Case, type Deviation, settle } from './deviations.ts'

interface TestLine {
  readonly text: string
  /** Units of the text before which a line may end. */
  readonly breaks: ReadonlySet<number>
}

const LINES = readData('LineBreakTest-17.0.0.txt')
  .split('\n')
  .filter((line) => /^[×÷]/.test(line))

/** `× 5B50 ÷ 66F0 ÷` → the text and where it may break. */
function readLine(line: string): TestLine {
  const parts = (line.split('#')[0] ?? '').trim().split(/\s+/)
  const breaks = new Set<number>()
  let text = ''
  for (let i = 0; i + 1 < parts.length; i += 2) {
    if (parts[i] === '÷') breaks.add(text.length)
    text += String.fromCodePoint(Number.parseInt(parts[i + 1] ?? '', 16))
  }
  return { text, breaks }
}

/** The seven sentences have a Han character of Simplified Chinese that Japanese has not, or 哪. */
const SIMPLIFIED = /[哪为军传获贝贡说]/
const HAN_AND_MARKS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uffe6“”‘’…—·]{2,}$/u

const read = LINES.map(readLine)
const sentences = read.filter(({ text }) => SIMPLIFIED.test(text))
const fragments = read.filter(({ text }) => HAN_AND_MARKS.test(text) && !SIMPLIFIED.test(text))

const MAY = 'a line may end'
const MAY_NOT = 'no line ends'

/** What stands before a text so that a line can end there whatever follows. */
const LEAD = '国国国国'

/** Ids are the text with the place marked, and the direction. */
function* casesOf({ text, breaks }: TestLine): Generator<Case> {
  for (const direction of DIRECTIONS) {
    for (let at = 1; at < text.length; at++) {
      const marked = `${text.slice(0, at)}│${text.slice(at)}`
      const ends = endsLineAt(LEAD + text, LEAD.length + at, { direction })
      yield {
        id: `${marked} ${direction}`,
        expected: breaks.has(at) ? MAY : MAY_NOT,
        got: ends ? MAY : MAY_NOT,
      }
    }
  }
}

const DEVIATIONS: readonly Deviation[] = [
  {
    of: /[^—]*│—.* \w+/,
    got: MAY_NOT,
    clause: 'GB/T 15834 5.1.6',
    why: 'a single — is 一字线, a connector, and begins no line',
  },
  { of: /.*│·.* \w+/, got: MAY_NOT, clause: 'GB/T 15834 5.1.7', why: '间隔号 begins no line' },
  {
    of: /.*│….* \w+/,
    got: MAY,
    clause: 'GB/T 15834 5.1.5',
    why: '省略号 may begin a line below level strict',
  },
  {
    of: /.*(的│“Best|Strategy”│奖|Z-1│“莱).* \w+/,
    got: MAY,
    clause: 'GB/T 15834 5.1.3',
    why: '“ and ” are opening and closing marks beside Western text too, which LB19a keeps together with it',
  },
  {
    of: /.*│[々ぁィょョ].* \w+/,
    got: MAY,
    clause: 'CLREQ 6.1.1; GB/T 15834 5.1',
    why: 'small kana and 々 are in no list of Chinese bans',
  },
]

describe('Unicode line-break tests on the composer', () => {
  const cases = [...sentences, ...fragments].flatMap((line) => [...casesOf(line)])
  const settled = settle(cases, DEVIATIONS)

  it('runs seven sentences and the lines of Han and marks, place by place', () => {
    expect(LINES).toHaveLength(19338)
    expect([sentences.length, fragments.length]).toEqual([7, 67])
    expect(settled.ran).toBe(812)
  })

  it('breaks as they say, or as a clause outweighs them', () => expect(settled.unnamed).toEqual([]))

  it('has no deviation listed that is none', () => expect(settled.stale).toEqual([]))

  it('does as Unicode says at the other places', () => expect(settled.deviating).toBe(50))
})
