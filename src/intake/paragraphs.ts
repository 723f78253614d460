// The third stage: which lines are one paragraph, and the paragraph as one text. In: classified lines. Out: joined
// paragraphs with the way back to the input, the line ends and blanks that went, and doubts about joins.

import { joinsWithSpace } from '../cjk/index.ts'
import type { ClassifiedLine, LineKind } from './classify.ts'
import { dropUnprintable } from './clean.ts'
import { type Doubt, unsure } from './doubt.ts'
import { endsSentence, FULL_WITHIN, type Measure } from './measure.ts'
import type { Touch, Traced } from './trace.ts'
import { columnsOf, widthOf } from './width.ts'

/** A paragraph as one text; `kind` is that of its first line. */
export interface JoinedParagraph extends Traced {
  readonly kind: LineKind
}

export interface Joined {
  readonly paragraphs: readonly JoinedParagraph[]
  readonly touches: readonly Touch[]
  readonly doubts: readonly Doubt[]
}

/** Joins the lines of each paragraph. */
export function joinParagraphs(
  input: string,
  lines: readonly ClassifiedLine[],
  measure: Measure | undefined,
  dropPrivateUse: boolean,
): Joined {
  const { groups, doubts } = groupLines(lines, measure)
  const { dropped, touches } = dropUnprintable(input, dropPrivateUse)
  // One array for all: a small array for each of a hundred thousand paragraphs costs more than the work.
  const room = new Int32Array(input.length + lines.length)
  let taken = 0
  const paragraphs: JoinedParagraph[] = []
  for (const group of groups) {
    const { text, from } = joinLines(input, group, dropped, room.subarray(taken))
    taken += from.length
    if (text !== '') paragraphs.push({ text, from, kind: group[0]?.kind ?? 'text' })
  }
  return { paragraphs, touches: [...blanksOf(lines, groups), ...touches], doubts }
}

/** Lines that are one paragraph. */
type Group = readonly ClassifiedLine[]

function groupLines(
  lines: readonly ClassifiedLine[],
  measure: Measure | undefined,
): { groups: readonly Group[]; doubts: readonly Doubt[] } {
  const indent = usualIndent(lines)
  const groups: ClassifiedLine[][] = []
  const doubts: Doubt[] = []
  let previous: ClassifiedLine | undefined
  for (const line of lines) {
    if (line.kind !== 'blank') {
      const turn = previous === undefined ? 'ends' : turnBetween(previous, line, measure, indent)
      if (turn === 'ends') groups.push([line])
      else groups.at(-1)?.push(line)
      if (turn === 'probably goes on') doubts.push(doubtfulJoin(line))
    }
    previous = line
  }
  return { groups, doubts }
}

/** What happens at the end of a line. */
type Turn = 'ends' | 'goes on' | 'probably goes on'

const CONTINUES: ReadonlySet<LineKind> = new Set(['text', 'heading', 'bullet', 'event'])
const ENDS_OPEN = /[，、,（(《“‘【〔]$/u
const BEGINS_CLOSED = /^[，。、；：！？）》”’】〕,;:!?)]/u

function turnBetween(
  line: ClassifiedLine,
  next: ClassifiedLine,
  measure: Measure | undefined,
  indent: number,
): Turn {
  if (!CONTINUES.has(line.kind) || (next.kind !== 'text' && next.kind !== 'event')) return 'ends'
  // More indent than usual opens a paragraph, whatever the line before.
  if (next.indent > indent + 1) return 'ends'
  if (next.kind === 'event' && (measure === undefined || endsSentence(line.text))) return 'ends'
  if (measure !== undefined && isFull(line, next, measure)) return 'goes on'
  const open = ENDS_OPEN.test(line.text.slice(-1)) || BEGINS_CLOSED.test(next.text.slice(0, 1))
  return open ? 'probably goes on' : 'ends'
}

/**
 * A line is full when the next character had no room on it; where a whole word or a character with the marks that
 * cling to it was pushed down, the line is shorter by that much. A sentence that ends well before the edge ends more.
 */
function isFull(line: ClassifiedLine, next: ClassifiedLine, { columns, asciiMarks }: Measure): boolean {
  const room = columns - line.indent - columnsOf(line.width, asciiMarks)
  if (room <= FULL_WITHIN) return true
  if (endsSentence(line.text)) return false
  return columnsOf(widthOf(firstUnit(next.text)), asciiMarks) > room
}

const CLINGING = /^(?:[!-~]+|[“‘（(《【〔]*[\s\S])[，。、；：！？）》”’】〕…—]*/u

/** What could not have been parted from the line's first character. */
const firstUnit = (text: string): string => CLINGING.exec(text.slice(0, 80))?.[0] ?? ''

/** The least indent that a tenth of the lines have: that of continued lines. */
function usualIndent(lines: readonly ClassifiedLine[]): number {
  const indents = lines.filter(({ kind }) => kind === 'text').map(({ indent }) => indent)
  const sorted = indents.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 10)] ?? 0
}

const doubtfulJoin = (next: ClassifiedLine): Doubt =>
  unsure(
    next.start,
    next.start,
    {
      en: 'joined to the line above, which ends in the middle of a sentence',
      zh: '上一行句子未完，已与本行接排',
    },
    { en: 'put a blank line between them if they are two paragraphs', zh: '若本是两段，请在中间空一行' },
  )

/** Line ends and blanks outside the paragraphs, and those inside them. */
function blanksOf(lines: readonly ClassifiedLine[], groups: readonly Group[]): readonly Touch[] {
  const touches: Touch[] = []
  for (const { kind, first, next } of lines) {
    if (kind === 'blank') touches.push({ start: first, end: next, rule: 'paragraph-break' })
  }
  for (const group of groups) {
    const last = group.length - 1
    for (const [k, line] of group.entries()) {
      if (line.start > line.first) touches.push({ start: line.first, end: line.start, rule: 'indent' })
      const rule = k < last ? 'line-join' : 'paragraph-break'
      if (line.next > line.end) touches.push({ start: line.end, end: line.next, rule })
    }
  }
  return touches
}

/** The lines as one text, its way back written into `room`; `dropped` holds 1 for every unit that goes. */
export function joinLines(
  input: string,
  lines: Group,
  dropped: Uint8Array | undefined,
  room: Int32Array,
): Traced {
  let text = ''
  let written = 0
  let previous: ClassifiedLine | undefined
  for (const line of lines) {
    if (previous !== undefined && meetsAsWords(previous.text, line.text)) {
      text += ' '
      room[written++] = previous.end
    }
    for (const [start, end] of keptStretches(line, dropped)) {
      text += input.slice(start, end)
      for (let i = start; i < end; i++) room[written++] = i
    }
    previous = line
  }
  return { text, from: room.subarray(0, written) }
}

function keptStretches(
  { start, end }: ClassifiedLine,
  dropped: Uint8Array | undefined,
): readonly [number, number][] {
  if (dropped === undefined) return [[start, end]]
  const kept: [number, number][] = []
  for (let i = start; i < end; ) {
    while (i < end && dropped[i] === 1) i++
    const first = i
    while (i < end && dropped[i] === 0) i++
    if (i > first) kept.push([first, i])
  }
  return kept
}

/** The join with a space; most lines end or begin with Han, which is known at a glance. */
function meetsAsWords(left: string, right: string): boolean {
  const atHan = left.charCodeAt(left.length - 1) >= FIRST_WIDE || right.charCodeAt(0) >= FIRST_WIDE
  return !atHan && joinsWithSpace(left, right)
}

/** Beyond are Han, kana and Chinese marks, Hangul aside. */
const FIRST_WIDE = 0x2e80
