// A.1 to A.5: every mark of the tables, its room, its blank, its form in vertical lines.

import type { Direction } from '../axes.ts'
import { clause, ems, type Proof, probe } from '../clause.ts'
import { type Ink, inkIn } from '../ink.ts'
import { find, roomBetween } from '../measure.ts'
import { EM, type Specimen, specimen } from '../specimen.ts'

/** A.1 点号, A.2 标号, A.3 夹注符号; A.4 are drawn beside the text (5.3.1, 5.6.1). */
const ONE = [...'。．，、：；！？‼⁇～—「」『』“”‘’（）《》〈〉【】〖〗〔〕［］｛｝']
const HALF = [...'–·・‧/／']
const TWO = ['——', '⸺', '……', '⋯⋯']
const ALL = [...ONE, ...HALF, ...TWO]

/** Table A.5: turned by 90° in vertical lines; “ ” ‘ ’ take the form of corner brackets instead. */
const TURNED = [...'～—–/「」『』（）《》〈〉【】〖〗〔〕［］｛｝', '——', '⸺', '……', '⋯⋯']
/** Not ／, which A.5 has upright: it is the same mark as / in half a cell (GB/T 15834 5.1.9) and lies as that does. */
const UPRIGHT = [...'。．，、：；！？·・‧']

const setAll = (direction: Direction, punctuation = 'quanjiao'): Promise<Specimen> =>
  specimen({
    direction,
    body: ALL.map((mark) => `国${mark}国`),
    characters: 8,
    lines: 60,
    composition: { punctuation },
  })

async function roomsOf(direction: Direction, punctuation: string): Promise<string> {
  const set = await setAll(direction, punctuation)
  const groups = new Map<string, string[]>()
  for (const mark of ALL) {
    const room = ems(roomBetween(set, `国${mark}国`))
    groups.set(room, [...(groups.get(room) ?? []), mark])
  }
  return [...groups].map(([room, marks]) => `${room} × ${marks.length}`).join(', ')
}

const ROOMS = `1.000 × ${ONE.length}, 0.500 × ${HALF.length}, 2.000 × ${TWO.length}`

/** Ink of a mark in the room between the two Han beside it. */
async function inkOf(set: Specimen, mark: string): Promise<Ink> {
  const marks = find(set, `国${mark}国`)
    .slice(1, -1)
    .map(({ glyph }) => glyph)
  const [x, y] = [Math.min(...marks.map(({ x }) => x)), Math.min(...marks.map(({ y }) => y))]
  const width = Math.max(...marks.map((glyph) => glyph.x + glyph.width)) - x
  const height = Math.max(...marks.map((glyph) => glyph.y + glyph.height)) - y
  const ink = await inkIn(set, { x, y, width, height })
  if (!ink) throw new Error(`no ink of ${mark}`)
  return {
    ...ink,
    left: ink.left * width,
    right: ink.right * width,
    top: ink.top * height,
    bottom: ink.bottom * height,
  }
}

/** How a mark lies, against its form in horizontal lines: `turned`, `upright`, or unlike both. */
async function turnOf(direction: Direction, mark: string): Promise<string> {
  const [flat, found] = [
    await inkOf(await setAll('horizontal'), mark),
    await inkOf(await setAll(direction), mark),
  ]
  const size = ({ left, right, top, bottom }: Ink): readonly [number, number] => [right - left, bottom - top]
  const [[a, b], [c, d]] = [size(flat), size(found)]
  const isLike = (x: number, y: number): boolean => Math.abs(x - y) < EM / 10
  if (Math.abs(a - b) > EM / 8 && isLike(a, d) && isLike(b, c)) return 'turned'
  return isLike(a, c) && isLike(b, d) ? 'upright' : 'other'
}

async function turnsOf(direction: Direction, marks: readonly string[]): Promise<string> {
  const turns = new Map<string, string>()
  for (const mark of marks) {
    const turn = await turnOf(direction, mark)
    turns.set(turn, (turns.get(turn) ?? '') + mark)
  }
  return [...turns].map(([turn, members]) => `${turn} ${members}`).join(', ')
}

export const TABLE_PROOFS: readonly Proof[] = [
  clause('A.1–A.5', [
    probe(`room of ${ALL.length} marks`, {
      measure: (direction, isOn) => roomsOf(direction, isOn ? 'quanjiao' : 'banjiao'),
      holds: (rooms) => rooms === ROOMS,
      show: (rooms) => rooms,
    }),
    probe('marks that lie in vertical lines', {
      directions: ['vertical'],
      measure: (direction, isOn) => turnsOf(isOn ? direction : 'horizontal', TURNED),
      holds: (turns) => turns === `turned ${TURNED.join('')}`,
      show: (turns) => turns,
    }),
    probe('marks that stand in vertical lines; other text: those that lie', {
      control: 'other text',
      directions: ['vertical'],
      measure: (direction, isOn) => turnsOf(direction, isOn ? UPRIGHT : TURNED),
      holds: (turns) => turns.startsWith('upright') && !turns.includes(','),
      show: (turns) => turns,
    }),
  ]),
]
