// 6.2: indents, alignment, and how lines are brought to their measure.

import type { Direction, TextLine } from '../axes.ts'
import { clause, ems, isNear, type Proof, probe } from '../clause.ts'
import { at, gapsWhere, isFirst, isHanPair, isMixed, isSolid } from '../measure.ts'
import { atMeasures, PROSE } from '../measures.ts'
import { han } from '../prose.ts'
import { type Plain, type PlainMap, type Specimen, specimen } from '../specimen.ts'

const headsOf = ({ lines }: Specimen): readonly number[] => lines.map(({ glyphs }) => at(glyphs, 0).from)
const listed = (values: readonly number[]): string => values.map(ems).join(' ')

const heads = async (
  direction: Direction,
  body: Plain,
  composition: PlainMap = {},
): Promise<readonly number[]> => headsOf(await specimen({ direction, body, characters: 12, composition }))

const isAll = (values: readonly number[], wanted: readonly number[]): boolean =>
  values.length === wanted.length && values.every((value, i) => isNear(value, wanted[i] ?? 0, 0.001))

const indented = (by: string, wanted: readonly number[]) =>
  probe(`heads of the lines of two paragraphs, indent ${by}`, {
    measure: (direction, isOn) => heads(direction, [han(20), han(18)], { indent: isOn ? by : 'none' }),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

const formed = (name: string, form: PlainMap, wanted: readonly number[]) =>
  probe(name, {
    measure: (direction, isOn) => heads(direction, [isOn ? { text: han(30), ...form } : han(30)]),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

/** Head, end and pitch of a line of eight in twelve. */
async function lineOf(direction: Direction, align: string | undefined): Promise<readonly number[]> {
  const body = [align === undefined ? han(8) : { text: han(8), align }]
  const { lines } = await specimen({ direction, body, characters: 12 })
  const { glyphs } = at(lines, 0)
  return [at(glyphs, 0).from, at(glyphs, -1).to, at(glyphs, 1).from - at(glyphs, 0).from]
}

const aligned = (align: string, wanted: readonly number[], off?: string) =>
  probe(`${align}: head, end and pitch of 8 characters in 12`, {
    measure: (direction, isOn) => lineOf(direction, isOn ? align : off),
    holds: (found) => isAll(found, wanted),
    show: listed,
  })

/** How far line ends are from the measure, at most, last lines left out. */
async function ragged(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const body = PROSE.map((text) => (isOn ? text : { text, align: 'start' }))
  const sets = await atMeasures(direction, isOn, body, { indent: '2em' }, [14, 17, 20, 25])
  const off = sets.flatMap(({ lines, wanted }) =>
    lines.flatMap((line, i) =>
      isFirst(lines[i + 1]) ? [] : [Math.abs(endOf(line) - (wanted.characters ?? 0))],
    ),
  )
  return [off.length, Math.max(...off)]
}

/** Marks at the line end take half of their cell; two ？！ in one cell, and ：；！？ of vertical lines, take all of it. */
function endOf({ glyphs }: TextLine): number {
  const last = at(glyphs, -1)
  const isHalf =
    /^[，。、）》”’】]$/u.test(last.text) ||
    (last.direction === 'horizontal' && /^[：；！？]$/u.test(last.text))
  return last.to - (isHalf ? 0.5 : 0)
}

/** Room of the mark and blank between Han of a line that is half an em too long. */
async function squeezed(direction: Direction, adjustment: string): Promise<readonly number[]> {
  const body = ['市直，机关各部门认真、学习贯彻会议精神加强思想政治建设']
  const { lines } = await specimen({ direction, body, characters: 10, composition: { adjustment } })
  const line = at(lines, 0)
  return [at(line.glyphs, 3).from - at(line.glyphs, 1).to, Math.max(...gapsWhere(line, isHanPair))]
}

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

async function wordSpaceRange(direction: Direction, isOn: boolean): Promise<readonly number[]> {
  const body = STRETCH_TEXT.map((text) => (isOn ? text : { text, align: 'start' }))
  const sets = await atMeasures(direction, isOn, body, {}, [14, 15, 16, 17, 18, 19, 20, 21, 22])
  const spaces = sets.flatMap(({ lines }) => lines.flatMap(wordSpaces))
  return [Math.min(...spaces), Math.max(...spaces)]
}

/** How far Han are from the cells of the line, at most. */
async function offGrid(direction: Direction, isOn: boolean): Promise<number> {
  const justification = isOn ? 'grid' : 'spread'
  const body = [
    '市直机关用Windows系统，2002年增长6.5%，共128个“文明单位”，建Internet网站（一期）各部门学习。'.repeat(3),
  ]
  const sets = await atMeasures(direction, isOn, body, { justification }, [12, 16, 20])
  const off = sets.flatMap(({ lines }) =>
    lines.flatMap(({ glyphs }) =>
      glyphs.flatMap(({ text, from }) =>
        /\p{Script=Han}/u.test(text) ? [Math.abs(from - Math.round(from))] : [],
      ),
    ),
  )
  return Math.max(...off)
}

export const ADJUSTMENT_PROOFS: readonly Proof[] = [
  clause('6.2.1.1', [
    indented('2em', [2, 0, 2, 0]),
    indented('1em', [1, 0, 1, 0]),
    probe('the Han after an opening mark in the indented line', {
      async measure(direction, isOn) {
        const composition = { indent: '2em', 'line-start-marks': isOn ? 'half' : 'full' }
        const { lines } = await specimen({ direction, body: [`“${han(8)}”`], characters: 12, composition })
        return at(at(lines, 0).glyphs, 1).from
      },
      holds: (from) => isNear(from, 2.5, 0.001),
      show: ems,
    }),
  ]),
  clause('6.2.1.2', [
    formed('heads of lines, indent 2em', { indent: '2em', 'first-line': '0em' }, [2, 2, 2]),
    formed('heads of lines, hanging by 2em', { indent: '2em', 'first-line': '-2em' }, [0, 2, 2]),
  ]),
  clause('6.2.1.3', [
    aligned('start', [0, 8, 1], 'end'),
    aligned('center', [2, 10, 1]),
    aligned('end', [4, 12, 1]),
    aligned('spread', [0, 12, 1 + 4 / 7]),
  ]),
  clause('6.2.2.1–2', [
    probe('lines, and how far their ends are off the measure at most', {
      measure: ragged,
      holds: ([count = 0, off]) => count > 30 && isNear(off, 0, 0.002),
      show: ([count, off = 0]) => `${count}: ${ems(off)}`,
    }),
    probe('a line half an em too long: room of its ，, blank between its Han', {
      measure: (direction, isOn) => squeezed(direction, isOn ? 'squeeze-first' : 'stretch-only'),
      holds: ([room = 1, gap = 1]) => room < 1 && isNear(gap, 0, 0.001),
      show: listed,
    }),
  ]),
  clause('6.2.2.3', [
    probe(`lines in which ${SQUEEZING.map(({ name }) => name).join(', ')} gave way, 12 measures`, {
      measure: squeezingOrder,
      holds: isOrdered,
      show: showOrder,
    }),
    probe('room of a · of one em (Taiwan), least and most, and how far it is off its middle', {
      measure: middots,
      holds: ([least = 0, most = 0, skew]) =>
        least >= 0.499 && least < 0.9 && isNear(most, 1, 0.002) && isNear(skew, 0, 0.002),
      show: listed,
    }),
  ]),
  clause('6.2.2.4', [
    probe('lines in which word spaces, Han–Western gaps, all gaps opened', {
      measure: stretchingOrder,
      holds: isOrdered,
      show: showOrder,
    }),
    probe('widest gap beside ～ — / in justified lines', {
      measure: opened,
      holds: (gap) => isNear(gap, 0, 0.003),
      show: ems,
    }),
  ]),
  clause('6.2.3', [
    probe('spaces between Western words in justified lines, least and most', {
      measure: wordSpaceRange,
      holds: ([least = 0, most = 0]) => most > 0.45 && least >= 0.248,
      show: listed,
    }),
  ]),
  clause('6.2.4', [
    probe('Han off the cells of the line, at most', {
      measure: offGrid,
      holds: (off) => isNear(off, 0, 0.002),
      show: ems,
    }),
  ]),
]
