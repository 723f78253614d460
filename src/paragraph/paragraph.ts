// A paragraph from stream to set lines: itemize, break, set, and what the author should hear about it.

import { type Diagnostic, type Em, fits, type Pt, warning } from '../core/index.ts'
import type { TypeCase } from '../font/index.ts'
import {
  type Breaking,
  type BreakOptions,
  breakIntoLines,
  breakLines,
  measureOfLine,
  RUNT_COST,
} from './break.ts'
import { type Give, giveOf } from './give.ts'
import { itemize } from './itemize.ts'
import type { ItemizeOptions } from './itemize-options.ts'
import type { Items } from './items.ts'
import { brokenByForce, tooLongToHold } from './overlong-faults.ts'
import { type SetLine, type SetParagraph, type Setting, setLines } from './set.ts'
import { type Stream, spanned } from './stream.ts'

/** A line that misses its measure by more points than this is reported. */
const RESIDUE_SEEN = 0.01

/** How the paragraphs of a setting are made. */
export interface ParagraphOptions extends Omit<ItemizeOptions, 'measure'> {
  readonly measure: Pt
  /** Lines of natural width (`start`, `center`, `end` alike: the page moves them), at the measure, or spread over it. */
  readonly align?: 'justify' | 'start' | 'center' | 'end' | 'spread'
  /** First-line indent, in points. */
  readonly indent: Pt
  /** The first lines are shorter, beside a cut-in heading; they have no other indent. */
  readonly cutIn?: { readonly lines: number; readonly indent: Pt }
  readonly minCharsOnLastLine: number
  readonly looseLimit: Em
}

export interface MadeParagraph {
  readonly set: SetParagraph
  readonly diagnostics: readonly Diagnostic[]
}

/** Sets a paragraph at its best. */
export function makeParagraph(stream: Stream, typeCase: TypeCase, options: ParagraphOptions): MadeParagraph {
  const items = itemize(stream, typeCase, itemizeOptionsOf(options))
  const breakOptions = breakOptionsOf(options)
  const give = giveOf(items, options.size)
  const breaking = breakLines(items, give, breakOptions)
  const set = setLines(items, give, breaking.lines, breakOptions, settingOf(options))
  return { set, diagnostics: complaints(items, breaking, set, options) }
}

/**
 * Sets a paragraph in a given number of lines, or answers undefined when it would show: when a line would stretch by
 * more than `mostStretch` em a gap. Lines that take up no slack show it all: those of natural width (`start`, `center`,
 * `end`) are never recast, those of a grid only where none lacks a cell.
 */
export function recastParagraph(
  stream: Stream,
  typeCase: TypeCase,
  options: Omit<ParagraphOptions, 'cutIn'>,
  lineCount: number,
  mostStretch: Em,
): SetParagraph | undefined {
  if (settingOf(options) === 'natural') return undefined
  const items = itemize(stream, typeCase, itemizeOptionsOf(options))
  const breakOptions = breakOptionsOf(options)
  const give = giveOf(items, options.size)
  const breaking = breakIntoLines(items, give, breakOptions, lineCount)
  if (!breaking || breaking.demerits >= RUNT_COST) return undefined
  if (items.cells && lacksCell(breaking, give, breakOptions)) return undefined
  const set = setLines(items, give, breaking.lines, breakOptions, settingOf(options))
  return set.lines.every((line) => line.stretch <= mostStretch && line.residue === 0) ? set : undefined
}

/** Whether a line of a grid, but the last, is a cell too short: its slack goes to one place or stays at its end. */
const lacksCell = ({ lines }: Breaking, give: Give, options: BreakOptions): boolean =>
  lines.slice(0, -1).some(({ first, end }, i) => {
    const lack = measureOfLine(options, i) - give.naturalWidth(first, end)
    return fits(options.size, lack)
  })

const settingOf = ({ align = 'justify' }: ParagraphOptions): Setting =>
  align === 'justify' || align === 'spread' ? align : 'natural'

const itemizeOptionsOf = (options: ParagraphOptions): ItemizeOptions => ({
  ...options,
  firstMeasure: options.measure - (options.cutIn?.indent ?? options.indent),
})

const breakOptionsOf = (options: ParagraphOptions): BreakOptions => ({
  firstMeasure: options.measure - options.indent,
  measure: options.measure,
  size: options.size,
  minCharsOnLastLine: options.minCharsOnLastLine,
  ...(options.cutIn && {
    lead: { leadLines: options.cutIn.lines, leadMeasure: options.measure - options.cutIn.indent },
  }),
})

function complaints(
  items: Items,
  breaking: Breaking,
  set: SetParagraph,
  options: ParagraphOptions,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const one of items.oversize) {
    const { first, end, held } = one
    if (held) found.push(tooLongToHold(items, one, held, options.size))
    else if (breaking.lines.some((line) => line.end > first && line.end < end))
      found.push(brokenByForce(items, one))
  }
  if (breaking.forced) found.push(banBroken(set))
  else if (breaking.demerits >= RUNT_COST && endsInRunt(items, breaking, options)) found.push(runt(set))
  // What is spread is meant to be loose.
  if (options.align === 'spread') return found
  for (const [i, line] of set.lines.entries()) {
    if (Math.abs(line.residue) > RESIDUE_SEEN) found.push(raggedLine(set, line, i + 1))
    else if (line.stretch > options.looseLimit) found.push(looseLine(set, line, i + 1))
  }
  return found
}

function endsInRunt(items: Items, { lines }: Breaking, options: ParagraphOptions): boolean {
  const last = lines.at(-1)
  if (!last || last.first === 0) return false
  let characters = 0
  for (let k = last.first; k < last.end; k++) characters += items.characters[k] ?? 0
  return characters < options.minCharsOnLastLine
}

const banBroken = (set: SetParagraph): Diagnostic =>
  warning(
    'kinsoku-broken',
    {
      en: 'no line breaks in this paragraph keep all marks from line heads and feet',
      zh: '本段无法在不违反行首行尾禁则的条件下断行',
    },
    {
      ...spanned(set.stream, 0, Math.min(set.stream.text.length, 20)),
      hints: [
        {
          en: 'look for a long run of marks or of unbreakable text',
          zh: '请检查是否有一长串标点或不可断开的文字',
        },
      ],
    },
  )

function runt(set: SetParagraph): Diagnostic {
  const last = set.lines.at(-1)
  return warning(
    'runt-line',
    {
      en: 'the last line of this paragraph holds a lone character',
      zh: '本段末行只有一个字（孤字）',
    },
    {
      ...spanned(set.stream, last?.textStart ?? 0, last?.textEnd ?? 0),
      hints: [{ en: 'add or cut a few characters in the paragraph', zh: '请在本段增删几个字' }],
    },
  )
}

function looseLine(
  { stream }: SetParagraph,
  { textStart, textEnd, stretch }: SetLine,
  number: number,
): Diagnostic {
  const shown = stretch.toFixed(2)
  return warning(
    'loose-line',
    {
      en: `line ${number} of this paragraph is loose: ${shown} em between characters`,
      zh: `本段第 ${number} 行过松：字间加空 ${shown} 字`,
    },
    {
      ...spanned(stream, textStart, textEnd),
      hints: [
        {
          en: 'a long unbreakable run stands at its end or begins the next line; reword if you can',
          zh: '行末或下一行开头有一长串不可断开的文字，如有可能请改写',
        },
      ],
    },
  )
}

/** A line that misses its measure: nothing in it gives, so that it ends before or beyond it. */
function raggedLine({ stream }: SetParagraph, line: SetLine, number: number): Diagnostic {
  const { textStart, textEnd, residue } = line
  const by = Math.abs(residue / line.size).toFixed(2)
  const message =
    residue > 0
      ? {
          en: `line ${number} of this paragraph does not reach its end: nothing in it can grow`,
          zh: `本段第 ${number} 行排不到行末：行内没有可以加空的地方`,
        }
      : {
          en: `line ${number} of this paragraph sticks out ${by} em beyond its end: nothing in it can shrink`,
          zh: `本段第 ${number} 行超出行末 ${by} 字：行内没有可以压缩的地方`,
        }
  return warning('loose-line', message, {
    ...spanned(stream, textStart, textEnd),
    hints: [{ en: 'reword it, or put spaces where it may be broken', zh: '请改写，或在可断开处加空格' }],
  })
}
