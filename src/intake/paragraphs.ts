// The third stage: the lines of each paragraph as one text. In: classified lines. Out: joined paragraphs with the way
// back to the input, the line ends and blanks that went, and doubts about joins. Which lines go on is `turns.ts`'s.

import { joinsWithSpace } from '../cjk/index.ts'
import type { ClassifiedLine, LineKind } from './classify.ts'
import { dropUnprintable } from './clean.ts'
import type { Doubt } from './doubt.ts'
import type { Measure } from './measure.ts'
import type { Touch, Traced } from './trace.ts'
import { type Turn, turnsOf } from './turns.ts'

/** A paragraph as one text; `kind` is that of its first line. */
export interface JoinedParagraph extends Traced {
  readonly kind: LineKind
  /** Whether it stands right below a sentence that is not finished: then it is no heading. */
  readonly brokenOff: boolean
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
  const { turns, doubts } = turnsOf(lines, measure)
  const groups = groupLines(lines, turns)
  const { dropped, touches } = dropUnprintable(input, dropPrivateUse)
  // One array for all: a small array for each of a hundred thousand paragraphs costs more than the work.
  const room = new Int32Array(input.length + lines.length)
  let taken = 0
  const paragraphs: JoinedParagraph[] = []
  for (const group of groups) {
    const { text, from } = joinLines(input, group.lines, dropped, room.subarray(taken))
    taken += from.length
    const { kind = 'text' } = group.lines[0] ?? {}
    if (text !== '') paragraphs.push({ text, from, kind, brokenOff: group.brokenOff })
  }
  return { paragraphs, touches: [...blanksOf(lines, groups), ...touches], doubts }
}

/** Lines that are one paragraph. */
interface Group {
  readonly lines: readonly ClassifiedLine[]
  readonly brokenOff: boolean
}

function groupLines(lines: readonly ClassifiedLine[], turns: readonly Turn[]): readonly Group[] {
  const groups: { lines: ClassifiedLine[]; brokenOff: boolean }[] = []
  for (const [i, line] of lines.entries()) {
    if (line.kind === 'blank') continue
    if (turns[i] === 'goes on') groups.at(-1)?.lines.push(line)
    else groups.push({ lines: [line], brokenOff: turns[i] === 'broken off' })
  }
  return groups
}

/** Line ends and blanks outside the paragraphs, and those inside them. */
function blanksOf(lines: readonly ClassifiedLine[], groups: readonly Group[]): readonly Touch[] {
  const touches: Touch[] = []
  for (const { kind, first, next } of lines) {
    if (kind === 'blank') touches.push({ start: first, end: next, rule: 'paragraph-break' })
  }
  for (const group of groups) {
    const last = group.lines.length - 1
    for (const [k, line] of group.lines.entries()) {
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
  lines: readonly ClassifiedLine[],
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
