// A displayed title inside the whole lines it takes (占行): centred by eye between its rules, or begun a little below
// the line head as vertical books do.

import { fits, type Pt, pt, type Text } from '../core/index.ts'
import { makeTitle, streamOf } from '../paragraph/index.ts'
import type { MarkedText, TitleStyle, TypeArea } from '../source/index.ts'
import type { TitleDesign } from './flow.ts'
import { type Owner, piecesOf } from './inline.ts'
import type { Styles } from './styles.ts'

/** Line pitch of a title of several lines, in its own ems. */
const TITLE_PITCH = 1.4
/** Room a title keeps clear of its block's edges where its block is higher than the layout says, in grid lines. */
const CLEARANCE = 1

export function designTitle(
  title: MarkedText,
  style: TitleStyle,
  styles: Styles,
  owner: Owner,
): { readonly lines: number; readonly design: TitleDesign } {
  const measure = style.span === 'all' ? styles.fullMeasure : styles.measure
  const stream = streamOf(piecesOf(title, { text: style.text }, styles, owner))
  const usable = style.align === 'start' ? measure * (1 - style.startShare) : measure
  const options = styles.title(style.text.size, usable as typeof measure, style.letterSpacing)
  const paragraph = makeTitle(stream, styles.typeCase, options)
  const { linePitch, charSize } = styles.layout.typeArea
  const height = style.text.size * (1 + TITLE_PITCH * (paragraph.lines.length - 1))
  // With a rule after it the title stands between its rules and a line stays white below; without, between the text
  // before and the text after.
  const roomIn = (lines: number): number =>
    style.ruleAfter === 'none' ? lines * linePitch - (linePitch - charSize) : (lines - 1) * linePitch
  // The layout's number is meant for a title of one line; one of several may need more.
  const stands = paragraph.lines.length <= 1 || fits(height, roomIn(style.lines))
  const lines = stands ? style.lines : Math.ceil(height / linePitch) + CLEARANCE
  const head = (roomIn(lines) - height) / 2
  return {
    lines,
    design: {
      paragraph,
      size: style.text.size,
      lines: paragraph.lines.map((line, i) => ({
        inline: inlineOf(style, measure, line.end),
        block: head + i * TITLE_PITCH * style.text.size,
      })),
      ruleBefore: style.ruleBefore,
      ruleAfter: style.ruleAfter,
      ruleAfterAt: (lines - 1) * linePitch,
    },
  }
}

/** Room for what stands beside the lines of a title: between them, or what the block of a lone line leaves above it. */
export function titleGap({ size, lines, ruleBefore }: TitleDesign, { linePitch, charSize }: TypeArea): Pt {
  if (lines.length > 1) return pt((TITLE_PITCH - 1) * size)
  return pt((lines[0]?.block ?? 0) + (ruleBefore === 'none' ? linePitch - charSize : 0))
}

/** What helps where that is too little. */
export const widerTitle = ({ lines }: TitleDesign): Text => (lines.length > 1 ? SHORTEN : MORE_LINES)

const SHORTEN: Text = {
  en: 'shorten the title to one line, or leave out what stands beside it',
  zh: '请把标题缩短到一行，或去掉其中的注音、着重号等',
}
const MORE_LINES: Text = {
  en: 'give such titles more lines in the layout, or leave out what stands beside it',
  zh: '请在版式中给这级标题多占几行，或去掉其中的注音、着重号等',
}

const inlineOf = (style: TitleStyle, measure: number, width: number): number =>
  style.align === 'center' ? (measure - width) / 2 : measure * style.startShare
