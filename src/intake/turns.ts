// What happens at the end of a line: does its paragraph go on in the next? In: classified lines and the measure. Out: for
// every line how it stands to the one above, and doubts. A full line goes on; where lines are cut unevenly, so does one
// that stops in mid-sentence; and a paragraph that breaks there all the same is reported.

import type { ClassifiedLine, LineKind } from './classify.ts'
import { type Doubt, unsure } from './doubt.ts'
import { endsSentence, FULL_WITHIN, type Measure } from './measure.ts'
import { columnsOf, widthOf } from './width.ts'

/** How a line stands to the line above; `broken off` begins a paragraph right below an unfinished sentence. */
export type Turn = 'begins' | 'broken off' | 'goes on'

export interface Turns {
  /** One for each line. */
  readonly turns: readonly Turn[]
  readonly doubts: readonly Doubt[]
}

export function turnsOf(lines: readonly ClassifiedLine[], measure: Measure | undefined): Turns {
  const scale = scaleOf(lines, measure)
  const doubts: Doubt[] = []
  let reach = NOTHING
  let doubted = false
  let blank = false
  const turns = lines.map((line): Turn => {
    if (line.kind === 'blank') {
      blank = true
      return 'begins'
    }
    const turn = blank ? 'ends' : turnBetween(reach, line, scale)
    // One doubt a paragraph: of lines cut unevenly all joins are alike.
    if (turn === 'probably goes on' && !doubted) doubts.push(doubtfulJoin(line))
    doubted = turn !== 'ends' && (doubted || turn === 'probably goes on')
    const broken = turn === 'ends' && breaksOff(reach, line, scale)
    if (broken) doubts.push(brokenOff(line))
    const verdict = turn !== 'ends' ? 'goes on' : !blank && isUnfinished(reach) ? 'broken off' : 'begins'
    const joined = turn !== 'ends'
    reach = { line, prose: joined || isProse(line), joined }
    blank = false
    return verdict
  })
  return { turns, doubts }
}

/** How far a paragraph has come. */
interface Reach {
  readonly line: ClassifiedLine | undefined
  /** Whether it is running text so far: not a heading, a name or an item of a list. */
  readonly prose: boolean
  /** Whether the line was joined to one above. */
  readonly joined: boolean
}

const NOTHING: Reach = { line: undefined, prose: false, joined: false }

/** What the widths of the text say. */
interface Scale {
  readonly measure: Measure | undefined
  /** Indent of continued lines. */
  readonly indent: number
  /** Columns from which a line may have been cut by hand or by a narrower machine. */
  readonly cutFrom: number
}

type LineEnd = 'ends' | 'goes on' | 'probably goes on'

const CONTINUES: ReadonlySet<LineKind> = new Set(['text', 'heading', 'bullet', 'event'])
const ENDS_OPEN = /[，、,（(《“‘【〔]$/u
const BEGINS_CLOSED = /^(?:[，。、；：！？）》”’】〕,;:!?)]|\.[0-9])/u

function turnBetween({ line, prose }: Reach, next: ClassifiedLine, scale: Scale): LineEnd {
  const { measure, indent } = scale
  if (line === undefined || !CONTINUES.has(line.kind) || !CONTINUED.has(next.kind)) return 'ends'
  // More indent than usual opens a paragraph, whatever the line before.
  if (next.indent > indent + 1) return 'ends'
  if (next.kind === 'event' && (measure === undefined || endsSentence(line.text))) return 'ends'
  if (measure !== undefined && isFull(line, next, measure)) return 'goes on'
  const open = ENDS_OPEN.test(line.text.slice(-1)) || BEGINS_CLOSED.test(next.text.slice(0, 2))
  return open || isCut(line, prose, next, scale) ? 'probably goes on' : 'ends'
}

const CONTINUED: ReadonlySet<LineKind> = new Set(['text', 'event'])

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

/** A line of running text, not too short, that stops in mid-sentence before an unindented line of text. */
function isCut(line: ClassifiedLine, prose: boolean, next: ClassifiedLine, { cutFrom }: Scale): boolean {
  if (next.kind !== 'text' || isFinished(line.text) || beginsItem(next.text) || hasCells(line, next))
    return false
  const columns = line.indent + columnsOf(line.width, 1)
  if (columns < cutFrom) return false
  // A heading with text after it, or a line too long for a heading, is running text as soon as the next line is.
  const opens = hasHeadAndText(line) || line.kind === 'event' || columns > WIDEST_LABEL
  return prose || (opens && PAUSE.test(next.text))
}

/** 【荣誉】市委办公室: a heading and the beginning of its text. */
const hasHeadAndText = ({ kind, text }: ClassifiedLine): boolean =>
  kind === 'heading' && !/[】〗]$/u.test(text)

/** Whether a text that is no heading stops without a final mark. */
const isUnfinished = ({ line, prose }: Reach): boolean =>
  line !== undefined && CONTINUES.has(line.kind) && (prose || hasHeadAndText(line)) && !isFinished(line.text)

/** Columns of the longest line that could be a heading. */
const WIDEST_LABEL = 36
const PAUSE = /[，。；！？;!?]|,(?!\d{3})/u
/** After these nothing need follow. */
const FINISHED = /[。！？：；….!?:;”’』」）)》】〕—～|]$/u
const UNFINISHED_NUMBER = /[0-9]\.$/u
const ITEM =
  /^(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、]|[0-9]{1,2}[.．](?![0-9])|[①-⑳■●◆▲△※]|第[一二三四五六七八九十百零〇0-9]{1,6}[章节条篇编卷]|[-*·•]\s)/u
/** 一、提高认识，加强领导: a heading with a pause of its own. */
const NUMBERED_LABEL = /^[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．]/u

const isFinished = (text: string): boolean =>
  FINISHED.test(text.slice(-1)) && !UNFINISHED_NUMBER.test(text.slice(-2))
const beginsItem = (text: string): boolean => ITEM.test(text.slice(0, 12))
const hasCells = (...lines: readonly ClassifiedLine[]): boolean =>
  lines.some(({ text }) => /\S(?: {2,}|\u3000{2,})\S/u.test(text))

const isProse = ({ text, width }: ClassifiedLine): boolean =>
  PAUSE.test(text) && !(columnsOf(width, 1) <= WIDEST_LABEL && NUMBERED_LABEL.test(text.slice(0, 6)))

/** Whether a paragraph of running text stops in mid-sentence although text follows. */
const breaksOff = ({ line, prose, joined }: Reach, next: ClassifiedLine, scale: Scale): boolean =>
  prose &&
  line !== undefined &&
  CONTINUES.has(line.kind) &&
  next.kind === 'text' &&
  next.indent <= scale.indent + DEEPEST_INDENT &&
  (!isFinished(line.text) || (joined && PAUSES.test(line.text.slice(-1)))) &&
  !beginsItem(next.text) &&
  !hasCells(line, next)

/** A sentence that ends here would have a mark more. */
const PAUSES = /[；;）)》]$/u

/** Columns of the indent of a paragraph; what stands further in is a signature or a caption. */
const DEEPEST_INDENT = 6

/** Lines this much narrower than the widest may still have been cut. */
const LEAST_CUT = 0.6
/** Wider lines are whole paragraphs. */
const WIDEST_CUT = 200
const MOST_WIDER = 0.1

function scaleOf(lines: readonly ClassifiedLine[], measure: Measure | undefined): Scale {
  const body = lines.filter(({ kind }) => CONTINUES.has(kind))
  const widths = Int32Array.from(body, ({ indent, width }) => indent + columnsOf(width, 1)).sort()
  const widest = measure?.columns ?? widths[widths.length - 1 - Math.floor(widths.length * MOST_WIDER)] ?? 0
  const cutFrom = widest > WIDEST_CUT ? Number.POSITIVE_INFINITY : LEAST_CUT * widest
  return { measure, indent: usualIndent(lines), cutFrom }
}

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

const brokenOff = (next: ClassifiedLine): Doubt =>
  unsure(
    next.start,
    next.start,
    {
      en: 'a new paragraph, though the one above ends in the middle of a sentence',
      zh: '上一段句子未完，本行仍另起一段',
    },
    { en: 'join them if they are one, or end the sentence', zh: '若本是一段，请接成一行；否则请补句末标点' },
  )
