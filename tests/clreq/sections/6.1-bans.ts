// 6.1.1, 6.1.2, 5.4.1 and 5.7: what a line may not begin or end with, and what it may not part.

import type { Direction } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { inkBetween, offMiddle } from '../ink.ts'
import { at, lengthsOf, timesParted } from '../measure.ts'
import { atMeasures, PROSE } from '../measures.ts'
import { type PlainMap, type Specimen, specimen } from '../specimen.ts'

export const CLOSING = '。．，、；：！？”’）〕］｝》〉」』】〗'
const OPENING = '“‘（〔［｛《〈「『【〖'
const BASIC_HEAD = new RegExp(`^(?:[${CLOSING}～–·/]|—(?!—))`, 'u')
const BASIC_END = new RegExp(`[${OPENING}]$`, 'u')

type Ban = (text: string) => boolean

const basic: Ban = (text) => BASIC_HEAD.test(text) || BASIC_END.test(text)
const gb: Ban = (text) => basic(text) || text.endsWith('/')
const strictHead: Ban = (text) => text.startsWith('——') || text.startsWith('……')
const strict: Ban = (text) => gb(text) || strictHead(text)

interface Count {
  readonly broken: number
  readonly lines: number
}

async function countAt(
  direction: Direction,
  level: string,
  ban: Ban,
  body: readonly string[],
  isOn: boolean,
): Promise<Count> {
  const sets = await atMeasures(direction, isOn, body, { 'ban-level': level })
  const lines = sets.flatMap((set) => set.lines)
  return { broken: lines.filter(({ text }) => ban(text)).length, lines: lines.length }
}

const show = ({ broken, lines }: Count): string => `${broken} of ${lines}`

const level = (on: string, off: string, ban: Ban, what: string) =>
  probe(`lines against ${what}, 12 measures`, {
    isControlledAtThree: true,
    measure: (direction, isOn) => countAt(direction, isOn ? on : off, ban, PROSE, isOn),
    holds: ({ broken, lines }) => broken === 0 && lines > 100,
    show,
  })

const SOLIDUS = ['东区/西区/南区/北区/中区/城区/郊区/市区/山区/林区/牧区/渔区/矿区/老区/新区/园区'.repeat(2)]

/** 、 stands behind the line by half an em; ， in it has half an em to give. */
const PULLED = '市直，机关各部门认真、学习贯彻会议精神加强思想政治建设'

const firstLine = async (direction: Direction, adjustment: string): Promise<string> => {
  const set = await specimen({ direction, body: [PULLED], characters: 10, composition: { adjustment } })
  return at(set.lines, 0).text
}

const DASHES = ['学习——实践12次——再学习……再实践5次……再总结——再提高3倍……'.repeat(6)]
const PAIRS = ['——', '……']

const NUMBERS = [
  '113.7',
  '6.5%',
  '¥3650',
  '12.3℃',
  '15km',
  '-2.5',
  '2002',
  '1,234',
  '3/4',
  '±8%',
  '№12',
  '37°',
]
const NUMBER_TEXT = [
  '总产值113.7亿元增长6.5%收入¥3650气温12.3℃长15km降-2.5度在2002年共1,234人占3/4误差±8%以内第№12号北纬37°处'.repeat(
    5,
  ),
]

const HAN_DIGITS = '零一二三四五六七八九'
/** The same text in characters that may be parted: the rule has nothing to hold on to. */
const inHan = (text: string): string =>
  text.replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)] ?? '').replace(/[.%¥℃,/±№°-]|km/g, '点')

const whole = (name: string, text: readonly string[], units: readonly string[]) =>
  probe(`${name}; other text: Han for digits and signs`, {
    control: 'other text',
    isControlledAtThree: true,
    async measure(direction, isOn) {
      const body = isOn ? text : text.map(inHan)
      return timesParted(await atMeasures(direction, isOn, body), isOn ? units : units.map(inHan))
    },
    holds: (parted: number) => parted === 0,
    show: String,
  })

/** Advance of the digits of 2002, which the text holds once, whatever they lie in. */
async function digitsOf(direction: Direction, composition: PlainMap): Promise<string> {
  const { lines } = await specimen({ direction, body: ['国2002国24国'], characters: 12, composition })
  const western = at(lines, 0).glyphs.filter(({ text }) => text !== '国')
  return western.map(({ text, direction, from, to }) => `${text} ${direction} ${ems(to - from)}`).join(', ')
}

export const BAN_PROOFS: readonly Proof[] = [
  clause('6.1.1', [
    level('gb', 'none', gb, 'gb'),
    level('basic', 'none', basic, 'basic'),
    level('strict', 'gb', strict, 'strict'),
    probe('lines ending in / at gb, 12 measures; off: basic', {
      isControlledAtThree: true,
      measure: (direction, isOn) =>
        countAt(direction, isOn ? 'gb' : 'basic', (text) => text.endsWith('/'), SOLIDUS, isOn),
      holds: ({ broken }) => broken === 0,
      show,
    }),
    probe('lines at none that gb would not have, 3 measures', {
      measure: (direction, isOn) => countAt(direction, isOn ? 'none' : 'gb', gb, PROSE, false),
      holds: ({ broken }) => broken > 0,
      show,
    }),
    probe('a mark half an em too far is pulled in', {
      measure: (direction, isOn) => firstLine(direction, isOn ? 'squeeze-first' : 'stretch-only'),
      holds: (text) => text === '市直，机关各部门认真、',
      show: (text) => `${text}│`,
    }),
  ]),
  clause('6.1.2.1', [
    probe('—— and …… parted, 12 measures; other text: two Han', {
      control: 'other text',
      isControlledAtThree: true,
      async measure(direction, isOn) {
        const body = isOn
          ? DASHES
          : DASHES.map((text) => text.replaceAll('——', '甲乙').replaceAll('……', '丙丁'))
        return timesParted(await atMeasures(direction, isOn, body), isOn ? PAIRS : ['甲乙', '丙丁'])
      },
      holds: (parted) => parted === 0,
      show: String,
    }),
    probe('their length in justified lines, 12 measures, least and most; other text: two Han', {
      control: 'other text',
      isControlledAtThree: true,
      async measure(direction, isOn) {
        const body = isOn
          ? DASHES
          : DASHES.map((text) => text.replaceAll('——', '甲乙').replaceAll('……', '丙丁'))
        return lengthsOf(await atMeasures(direction, isOn, body), isOn ? PAIRS : ['甲乙', '丙丁'])
      },
      holds: (lengths) => lengths.every((length) => isNear(length, 2, 0.002)),
      show: (lengths) => lengths.map(ems).join(' '),
    }),
  ]),
  clause('5.4.1', [
    probe('room of —— and …… between Han; other text: — ·', {
      control: 'other text',
      async measure(direction, isOn) {
        const pairs = isOn ? PAIRS : ['—', '·']
        const { lines } = await specimen({
          direction,
          body: pairs.map((pair) => `国${pair}国`),
          characters: 10,
        })
        return lines.map(({ glyphs }) => at(glyphs, -1).from - at(glyphs, 0).to)
      },
      holds: (rooms) => rooms.length === 2 && rooms.every((room) => isNear(room, 2)),
      show: (rooms) => rooms.map(ems).join(' '),
    }),
    probe('ink of —— …… off the middle of its room, at most; other text: ＿＿ ，，', {
      control: 'other text',
      async measure(direction, isOn) {
        const texts = (isOn ? PAIRS : ['＿＿', '，，']).map((pair) => `国${pair}国`)
        const set = await specimen({ direction, body: texts, characters: 10 })
        const off = await Promise.all(texts.map((text) => offMiddle(set, text)))
        return Math.max(...off.flat().map(Math.abs))
      },
      holds: (off) => off <= 0.02,
      show: ems,
    }),
    probe('share of the box of the ink of —— that is black; other text: ……', {
      control: 'other text',
      async measure(direction, isOn) {
        const text = isOn ? '国——国' : '国……国'
        const set = await specimen({ direction, body: [text], characters: 10 })
        return (await inkBetween(set, text)).density
      },
      holds: (density) => density > 0.99,
      show: ems,
    }),
  ]),
  clause('5.7', [
    whole('numbers parted, 12 measures', NUMBER_TEXT, ['113.7', '3650', '2002', '1,234', '3/4']),
    probe('digits of half an em', {
      directions: ['horizontal'],
      measure: (direction, isOn) => digitsOf(direction, { 'digit-width': isOn ? 'half' : 'proportional' }),
      holds: (digits) => /^(?:\d horizontal 0\.500(?:, )?){6}$/.test(digits),
      show: (digits) => digits,
    }),
    probe('digits: combine', {
      directions: ['vertical'],
      measure: (direction, isOn) => digitsOf(direction, { digits: isOn ? 'combine' : 'rotate' }),
      holds: (digits) => digits.endsWith(', 24 upright 1.000') && digits.startsWith('2 sideways'),
      show: (digits) => digits,
    }),
    probe('digits: hanzi', {
      directions: ['vertical'],
      measure: (direction, isOn) => digitsOf(direction, { digits: isOn ? 'hanzi' : 'rotate' }),
      holds: (digits) => !/\d (?:sideways|upright)/.test(digits.replace(/\d\.\d{3}/g, '')),
      show: (digits) => digits,
    }),
  ]),
  clause('6.1.2.2', [whole('numbers with sign or unit parted, 12 measures', NUMBER_TEXT, NUMBERS)]),
  clause('6.1.2.3', [
    probe('note marks parted from their base, 12 measures', {
      control: 'unmarked',
      isControlledAtThree: true,
      async measure(direction, isOn) {
        const mark = isOn ? '{注号|①}' : '①'
        const body = [
          `市直机关${mark}各部门认真${mark}学习贯彻${mark}会议精神${mark}加强思想${mark}政治建设${mark}提高`.repeat(
            4,
          ),
        ]
        const sets = await atMeasures(direction, isOn, body)
        // A raised mark is smaller than the text: it stands where no line of the body's size has it.
        const lone = sets.flatMap((set) =>
          set.glyphs.filter((mark) => '①2'.includes(mark.text) && !hasBaseBefore(set, mark.from, mark)),
        )
        return lone.length
      },
      holds: (count) => count === 0,
      show: String,
    }),
  ]),
]

function hasBaseBefore({ glyphs }: Specimen, from: number, mark: Specimen['glyphs'][number]): boolean {
  return glyphs.some(
    (glyph) =>
      glyph !== mark &&
      glyph.page === mark.page &&
      glyph.column === mark.column &&
      Math.abs(glyph.to - from) < 0.3 &&
      glyph.head < mark.foot &&
      glyph.foot > mark.head,
  )
}
