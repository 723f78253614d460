// 6.2.2.3 to 6.2.3: in which order the spaces of a line give way and open, and what Western words keep.

import type { Direction, TextLine } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, findIn, gapsWhere, isHanPair, isMixed, isSolid } from '../measure.ts'
import { atMeasures } from '../measures.ts'
import { type PlainMap, type Specimen, specimen } from '../specimen.ts'

const listed = (values: readonly number[]): string => values.map(ems).join(' ')

/** Steps of squeezing that gaps belong to, with what they are by nature and at least (CLREQ 6.2.2.3). */
interface Step {
  readonly name: string
  readonly natural: number
  readonly least: number
  readonly gaps: (line: TextLine, direction: Direction) => readonly number[]
}

const afterMarks = (marks: string) => (line: TextLine) =>
  gapsWhere(line, (a, b) => marks.includes(a) && /\p{Script=Han}/u.test(b))
const isHanMark = (marks: string) => (a: string, b: string) => /\p{Script=Han}/u.test(a) && marks.includes(b)

/** A blank belongs to its mark's cell: what the cell lost is a negative blank between cells. */
const SQUEEZING: readonly Step[] = [
  { name: 'word spaces', natural: 1 / 3, least: 1 / 4, gaps: wordSpaces },
  {
    name: 'brackets',
    natural: 0,
    least: -0.5,
    gaps: (line) => [...afterMarks('）》”』」')(line), ...gapsWhere(line, isHanMark('（《“『「'))],
  },
  {
    name: '，、：；',
    natural: 0,
    least: -0.5,
    gaps: (line, direction) => afterMarks(direction === 'horizontal' ? '，、：；' : '，、')(line),
  },
  { name: 'Han–Western', natural: 1 / 4, least: 1 / 8, gaps: (line) => gapsWhere(line, isMixed) },
  {
    name: '。！？',
    natural: 0,
    least: -0.5,
    gaps: (line, direction) => afterMarks(direction === 'horizontal' ? '。！？' : '。')(line),
  },
]

function wordSpaces(line: TextLine): readonly number[] {
  return gapsWhere(line, (a, b) => /[a-z]/i.test(a) && /[a-z]/i.test(b)).filter((gap) => gap > 0.15)
}

const SQUEEZE_TEXT = [
  '学习“三个代表”思想，用Open Data软件。建《数据》库，学Web Site知识（网上）办公、上网。真好！开会。'.repeat(
    6,
  ),
  '大会开幕。小会结束。领导讲话。代表发言。大家鼓掌。会议圆满。工作顺利。成绩很大。群众满意。'.repeat(3),
  '会（一）议（二）开（三）了（四）又（五）开（六）了（七）还（八）要（九）开（十）'.repeat(3),
  '东，南，西，北，中，前，后，左，右，上，下，里，外，多，少，长，短，高，低'.repeat(3),
  '用A软件装B机器接C线路上D网站办E业务填F表格报G部门等H通知拿I证书'.repeat(3),
]

/** How much each step gave in a line, in em. */
const givenIn = (line: TextLine, direction: Direction): readonly number[] =>
  SQUEEZING.map(({ natural, gaps }) =>
    gaps(line, direction).reduce((sum, gap) => sum + Math.max(0, natural - gap), 0),
  )

/** A line with a gap of each step, and characters set apart by so much, as long as it is by nature. */
const LADDER_TEXT = '用Open Data件（三）会，开会。来'
const LADDER = Array.from({ length: 72 }, (_, i) => `${LADDER_TEXT}{字距:${(i * 0.02).toFixed(2)}em|国国国}`)
/** A last line may hold no fewer characters than that: so the paragraph stays one line as long as it can. */
const WHOLE = { 'min-chars-on-last-line': 20 }
const LADDER_MEASURE = 20

interface Rung {
  /** How much too long the line is by nature. */
  readonly excess: number
  readonly given: readonly number[]
}

/** Paragraphs of one line, a little longer each, and what gives way in each of them. */
async function ladder(direction: Direction, isOn: boolean): Promise<readonly Rung[]> {
  const set = (characters: number, composition: PlainMap): Promise<Specimen> =>
    specimen({ direction, body: LADDER, characters, lines: 160, composition })
  const adjustment = isOn ? 'squeeze-first' : 'stretch-only'
  const [squeezed, natural] = [
    await set(LADDER_MEASURE, { ...WHOLE, adjustment }),
    await set(LADDER_MEASURE + 8, {}),
  ]
  const whole = squeezed.lines.filter(({ text }) => text.startsWith('用') && text.endsWith('国国国'))
  return whole.map((line, i) => {
    const long = at(natural.lines, i)
    return { excess: at(long.glyphs, -1).to - LADDER_MEASURE, given: givenIn(line, direction) }
  })
}

/** Where in the ladder each step begins, and how much it gives at last. */
const stepsOf = (rungs: readonly Rung[]) =>
  SQUEEZING.map(({ name }, i) => ({
    name,
    from: Math.min(...rungs.filter(({ given }) => (given[i] ?? 0) > 0.004).map(({ excess }) => excess)),
    most: Math.max(0, ...rungs.map(({ given }) => given[i] ?? 0)),
  }))

/** Every step gives in turn: where one has begun, those before it have given all. */
function isLadder(rungs: readonly Rung[]): boolean {
  const most = stepsOf(rungs).map(({ most }) => most)
  const inTurn = rungs.every(({ given }) =>
    given.every(
      (gave, i) => gave < 0.004 || given.slice(0, i).every((all, k) => isNear(all, most[k] ?? 0, 0.006)),
    ),
  )
  const areAllSeen = stepsOf(rungs).every(({ most }, i) => isNear(most, LADDER_ALL[i] ?? 0, 0.05))
  return inTurn && areAllSeen
}

/** What each step of the ladder's line can give. */
const LADDER_ALL = [1 / 12, 1, 0.5, 0.25, 0.5]

const showLadder = (rungs: readonly Rung[]): string => {
  const steps = stepsOf(rungs).filter(({ most }) => most > 0.004)
  if (steps.length === 0) return 'none gives'
  const turns = steps.map(({ name, from, most }) => `${name} from ${ems(from)}, in all ${ems(most)}`)
  return `${rungs.length} lines: ${turns.join('; ')}`
}

interface Order {
  readonly seen: readonly number[]
  readonly outOfOrder: number
  /** Times that gaps of one kind gave or took unequally in a line. */
  readonly uneven: number
}

const isUneven = (gaps: readonly number[]): boolean => Math.max(...gaps) - Math.min(...gaps) > 0.006

/** Lines in which each step took part, and lines in which one did before those ahead of it had given all. */
async function squeezingOrder(direction: Direction, isOn: boolean): Promise<Order> {
  const adjustment = isOn ? 'squeeze-first' : 'stretch-only'
  const sets = await atMeasures(direction, isOn, SQUEEZE_TEXT, { adjustment })
  const lines = sets.flatMap(({ lines }) => lines)
  const seen = SQUEEZING.map(() => 0)
  let [outOfOrder, uneven] = [0, 0]
  for (const line of lines) {
    const gaps = SQUEEZING.map(({ gaps }) => gaps(line, direction))
    const isUsed = SQUEEZING.map(({ natural }, i) => (gaps[i] ?? []).some((gap) => gap < natural - 0.004))
    const isSpent = SQUEEZING.map(({ least }, i) => (gaps[i] ?? []).every((gap) => gap < least + 0.004))
    for (const [i, used] of isUsed.entries()) {
      if (!used) continue
      seen[i] = (seen[i] ?? 0) + 1
      if (!isSpent.slice(0, i).every(Boolean)) outOfOrder++
      if (isUneven(gaps[i] ?? [])) uneven++
    }
  }
  return { seen, outOfOrder, uneven }
}

const STRETCH_TEXT = [
  '用Open Data软件建International网站学Web Site知识装Windows系统'.repeat(6),
  '参加International组织development计划organization机构cooperation项目'.repeat(4),
]

/** Stretched lines: word spaces first, up to half an em; then Han–Western, up to a third; then all (CLREQ 6.2.2.4). */
async function stretchingOrder(direction: Direction, isOn: boolean): Promise<Order> {
  const body = STRETCH_TEXT.map((text) => (isOn ? text : { text, align: 'start' }))
  const sets = await atMeasures(direction, isOn, body, {}, [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22])
  const seen = [0, 0, 0]
  let [outOfOrder, uneven] = [0, 0]
  for (const line of sets.flatMap(({ lines }) => lines)) {
    const [words, mixed, all] = [wordSpaces(line), gapsWhere(line, isMixed), gapsWhere(line, isHanPair)]
    const isWide = [
      words.some((gap) => gap > 1 / 3 + 0.004),
      mixed.some((gap) => gap > 1 / 4 + 0.004),
      all.some((gap) => gap > 0.004),
    ]
    for (const [i, wide] of isWide.entries()) if (wide) seen[i] = (seen[i] ?? 0) + 1
    const areWordsFull = words.every((gap) => gap > 1 / 2 - 0.004)
    const isMixedFull = mixed.every((gap) => gap > 1 / 3 - 0.004)
    if (isWide[1] && !areWordsFull) outOfOrder++
    if (isWide[2] && !(areWordsFull && isMixedFull)) outOfOrder++
    for (const [i, gaps] of [words, mixed, all].entries()) if (isWide[i] && isUneven(gaps)) uneven++
  }
  return { seen, outOfOrder, uneven }
}

/** A middle dot of one em has blank on both sides, which goes at once (Taiwan; step 3): rooms of · and their skew. */
async function middots(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const adjustment = isOn ? 'squeeze-first' : 'stretch-only'
  const body = ['阿列克谢·托尔斯泰与安东·契诃夫及尼古拉·果戈理和伊万·屠格涅夫读书'.repeat(4)]
  const sets = await atMeasures(direction, isOn, body, { region: 'taiwan', adjustment })
  const found = sets.flatMap(({ lines }) =>
    lines.filter(isSolid).flatMap(({ glyphs }) =>
      glyphs.flatMap(({ text }, i) => {
        const [before, after] = [glyphs[i - 1], glyphs[i + 1]]
        if (text !== '·' || !before || !after) return []
        const [dot, room] = [at(glyphs, i), after.from - before.to]
        return [{ room, skew: Math.abs((dot.from + dot.to) / 2 - (before.to + after.from) / 2) }]
      }),
    ),
  )
  const rooms = found.map(({ room }) => room)
  return [Math.min(...rooms), Math.max(...rooms), Math.max(...found.map(({ skew }) => skew))]
}

const isOrdered = ({ seen, outOfOrder, uneven }: Order): boolean =>
  outOfOrder + uneven === 0 && seen.every((count) => count > 0)
const showOrder = ({ seen, outOfOrder, uneven }: Order): string =>
  `${seen.join(' ')}; out of order ${outOfOrder}, uneven ${uneven}`

/** Gaps that must not open, in lines that were stretched: inside numbers and words, beside ～ – / and the like. */
async function opened(direction: Direction, isOn: boolean): Promise<number> {
  const text = '面积4～5公里，气温12.3度，甲/乙两组，2002—2003年，用Windows系统，Internet网络。'.repeat(5)
  const body = [isOn ? text : text.replace(/[～—/]/g, '至')]
  const sets = await atMeasures(direction, isOn, body, {}, [12, 13, 14, 15, 16, 17, 18])
  const isKept = isOn
    ? (a: string, b: string) => '～—/'.includes(a) || '～—/'.includes(b)
    : (a: string, b: string) => a === '至' || b === '至'
  return Math.max(0, ...sets.flatMap(({ lines }) => lines.flatMap((line) => gapsWhere(line, isKept))))
}

interface WordSpaces {
  readonly least: number
  /** Where Han stand solid, and where they do not. */
  readonly mostSolid: number
  readonly mostOpen: number
}

/** Spaces between words in lines that hold Han pairs. */
async function wordSpaceRange(direction: Direction, isOn: boolean): Promise<WordSpaces> {
  const body = STRETCH_TEXT.map((text) => (isOn ? text : { text, align: 'start' }))
  const sets = await atMeasures(direction, isOn, body, {}, WORD_MEASURES)
  const lines = sets.flatMap(({ lines }) => lines).filter((line) => gapsWhere(line, isHanPair).length > 0)
  const [solid, open] = [true, false].map((wanted) =>
    lines.filter((line) => isSolid(line) === wanted).flatMap(wordSpaces),
  )
  const all = [...(solid ?? []), ...(open ?? [])]
  return {
    least: Math.min(...all),
    mostSolid: Math.max(0, ...(solid ?? [])),
    mostOpen: Math.max(0, ...(open ?? [])),
  }
}

const WORD_MEASURES = [14, 15, 16, 17, 18, 19, 20, 21, 22]
const LETTERS = ['International', 'development', 'organization', 'cooperation', 'Windows', 'Open']
const HAN_WORD = '国际国际国'

/** From letter to letter of each word, in a text set by nature. */
async function naturalSteps(
  direction: Direction,
  words: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { lines } = await specimen({ direction, body: words.map((word) => `会${word}会`), characters: 20 })
  return new Map(words.flatMap((word) => lines.flatMap((line) => stepsIn(line, word))))
}

function stepsIn(line: TextLine, word: string): readonly (readonly [string, readonly number[]])[] {
  const glyphs = findIn(line, word)
  return glyphs ? [[word, glyphs.slice(1).map(({ from }, i) => from - at(glyphs, i).from)]] : []
}

/** Words in justified lines, and how far a letter is off its natural distance from the one before, at most. */
async function offNature(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const words = isOn ? LETTERS : [HAN_WORD]
  const body = isOn ? STRETCH_TEXT : STRETCH_TEXT.map((text) => text.replace(/[a-z]{4,}/gi, HAN_WORD))
  const natural = await naturalSteps(direction, words)
  const sets = await atMeasures(direction, isOn, body, {}, WORD_MEASURES)
  const off = sets
    .flatMap(({ lines }) => lines)
    .flatMap((line) => words.flatMap((word) => stepsIn(line, word)))
    .map(([word, steps]) =>
      Math.max(...steps.map((step, i) => Math.abs(step - (natural.get(word)?.[i] ?? 0)))),
    )
  return [off.length, Math.max(...off)]
}

export const ORDER_PROOFS: readonly Proof[] = [
  clause(
    '6.2.2.3',
    [
      probe(
        'a line that is too long by more and more: at what excess each step begins, and what it gives; off: stretch-only',
        {
          measure: ladder,
          holds: isLadder,
          show: showLadder,
        },
      ),
      probe(`lines in which ${SQUEEZING.map(({ name }) => name).join(', ')} gave way, 12 measures`, {
        isControlledAtThree: true,
        measure: squeezingOrder,
        holds: isOrdered,
        show: showOrder,
      }),
      probe('room of a · of one em (Taiwan), 12 measures, least and most, and how far it is off its middle', {
        isControlledAtThree: true,
        measure: middots,
        holds: ([least = 0, most = 0, skew]) =>
          least >= 0.499 && least < 0.9 && isNear(most, 1, 0.002) && isNear(skew, 0, 0.002),
        show: listed,
      }),
    ],
    {},
    'of the seven steps, 1 is none here: marks at line ends have half an em in every line, needed or not (6.3.2.3), or keep it all where the layout says so; 3 (·) is one in Taiwan alone, where · has an em',
  ),
  clause('6.2.2.4', [
    probe('lines in which word spaces, Han–Western gaps, all gaps opened, 11 measures', {
      isControlledAtThree: true,
      measure: stretchingOrder,
      holds: isOrdered,
      show: showOrder,
    }),
    probe('widest gap beside ～ — / in justified lines, 7 measures; other text: 至 for them', {
      control: 'other text',
      isControlledAtThree: true,
      measure: opened,
      holds: (gap) => isNear(gap, 0, 0.003),
      show: ems,
    }),
  ]),
  clause('6.2.3', [
    probe(
      'spaces between Western words, 9 measures: least; most where Han stand solid; most where all gaps grow',
      {
        isControlledAtThree: true,
        measure: wordSpaceRange,
        holds: ({ least, mostSolid, mostOpen }) =>
          least >= 0.248 && mostSolid > 0.45 && mostSolid <= 0.502 && mostOpen > 0.5,
        show: ({ least, mostSolid, mostOpen }) => listed([least, mostSolid, mostOpen]),
      },
    ),
    probe(
      'words in justified lines, 9 measures, letters off their natural distances at most; other text: Han for words',
      {
        control: 'other text',
        isControlledAtThree: true,
        measure: offNature,
        holds: ([words = 0, off]) => words > 50 && isNear(off, 0, 0.002),
        show: ([words = 0, off = 0]) => `${words}: ${ems(off)}`,
      },
    ),
  ]),
]
