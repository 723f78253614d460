// 6.1.3 and 6.1.4: marks that hang beyond the line end, and Western words there.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { lengthsOf, timesParted } from '../measure.ts'
import { atMeasures, PROSE } from '../measures.ts'
import type { PlainMap, Specimen } from '../specimen.ts'
import { CLOSING } from './6.1-bans.ts'

/** Wide enough for the longest word. */
const LONG = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]

const WORDS = ['International', 'development', 'organization', 'cooperation']
const WORD_TEXT = ['参加International组织development计划organization机构cooperation项目'.repeat(4)]

/** The hyphen that a line end puts in is told from a written one by its text, U+00AD. */
const partsOfWords = (sets: readonly Specimen[]): readonly string[] =>
  sets.flatMap(({ lines }) =>
    lines.flatMap(({ text }, i) => {
      const next = lines[i + 1]?.text ?? ''
      return /[a-z]\u00ad?$/iu.test(text) && /^[a-z]/u.test(next) ? [text] : []
    }),
  )

interface Hung {
  readonly count: number
  readonly isPure: boolean
  readonly off: number
}

/** Marks that stand beyond the end of their line, and how far the text before them is off that end, at most. */
async function hungAt(direction: Direction, isOn: boolean, composition: PlainMap): Promise<Hung> {
  const sets = await atMeasures(direction, isOn, PROSE, composition)
  const hung = sets.flatMap(({ lines, wanted }) =>
    lines.flatMap(({ glyphs }) => {
      const [before, last] = [glyphs.at(-2), glyphs.at(-1)]
      const end = wanted.characters ?? 0
      return before && last && last.from >= end - 0.001 ? [{ before, last, off: before.to - end }] : []
    }),
  )
  return {
    count: hung.length,
    isPure: hung.every(({ before, last }) => '、，。'.includes(last.text) && !CLOSING.includes(before.text)),
    off: Math.max(0, ...hung.map(({ off }) => Math.abs(off))),
  }
}

const isHung = ({ count, isPure, off }: Hung): boolean => count > 0 && isPure && isNear(off, 0, 0.002)
const showHung = ({ count, isPure, off }: Hung): string =>
  count === 0 ? 'none' : `${count}${isPure ? '' : ', others too'}; ${ems(off)}`

export const EDGE_PROOFS: readonly Proof[] = [
  clause('6.1.3', [
    probe(
      'marks beyond the line end, 12 measures, all of 、，。 and none in a run; text before them off the end',
      {
        isControlledAtThree: true,
        measure: (direction, isOn) => hungAt(direction, isOn, { hanging: isOn }),
        holds: isHung,
        show: showHung,
      },
    ),
    probe('the same in Taiwan, 3 measures', {
      directions: ['vertical'],
      measure: (direction, isOn) => hungAt(direction, false, { hanging: isOn, region: 'taiwan' }),
      holds: isHung,
      show: showHung,
    }),
    probe('marks beyond the line end in Taiwan, 3 measures; off: mainland', {
      directions: ['horizontal'],
      measure: (direction, isOn) =>
        hungAt(direction, false, { hanging: true, region: isOn ? 'taiwan' : 'mainland' }),
      holds: ({ count }) => count === 0,
      show: showHung,
    }),
  ]),
  clause('6.1.4', [
    probe('words parted, 12 measures; off: hyphenation', {
      isControlledAtThree: true,
      measure: async (direction, isOn) =>
        timesParted(
          (await atMeasures(direction, isOn, WORD_TEXT, { hyphenation: isOn ? 'none' : 'words' }, LONG)).map(
            (set) => ({
              lines: set.lines.map((line) => ({ ...line, text: line.text.replace(/\u00ad$/, '') })),
            }),
          ),
          WORDS,
        ),
      holds: (parted) => parted === 0,
      show: String,
    }),
    probe('words parted with a hyphen, without one, 12 measures', {
      isControlledAtThree: true,
      async measure(direction, isOn) {
        const sets = await atMeasures(
          direction,
          isOn,
          WORD_TEXT,
          { hyphenation: isOn ? 'words' : 'none' },
          LONG,
        )
        const parts = partsOfWords(sets)
        return [
          parts.filter((text) => text.endsWith('\u00ad')).length,
          parts.filter((text) => !text.endsWith('\u00ad')).length,
        ]
      },
      holds: ([hyphens = 0, bare = 1]) => hyphens > 0 && bare === 0,
      show: (counts) => counts.join(' '),
    }),
    probe(
      'length of “International” in justified lines, 12 measures, least and most; other text: 国际国际国际',
      {
        control: 'other text',
        isControlledAtThree: true,
        async measure(direction, isOn) {
          const body = isOn
            ? WORD_TEXT
            : WORD_TEXT.map((text) => text.replaceAll('International', '国际国际国际'))
          return lengthsOf(await atMeasures(direction, isOn, body, {}, LONG), [
            isOn ? 'International' : '国际国际国际',
          ])
        },
        holds: ([least = 0, most = 0]) => most - least < 0.004,
        show: (lengths) => lengths.map(ems).join(' '),
      },
    ),
  ]),
]
