// A cut-in heading (插题): it takes the head of the first lines of its text, which stands beside it (CLREQ 7.1.3.1). In:
// an entry. Out: the heading's lines and how far the text gives way, or nothing where there is no room for both.

import { type Diagnostic, type Pt, pt } from '../core/index.ts'
import { makeTitle, streamOf } from '../paragraph/index.ts'
import type { Entry, MarkedText, ParagraphForm } from '../source/index.ts'
import type { RowPiece } from './flow.ts'
import { type Owner, piecesOf } from './inline.ts'
import { LEAST_LINE } from './narrow.ts'
import { printedText } from './printed.ts'
import { spreadFaults } from './spread-faults.ts'
import type { Styles } from './styles.ts'

/** Lines of text that it takes. */
const LINES = 2
/** A heading of more characters stands in two lines. */
const MOST_IN_ONE_LINE = 4
/** Between the heading and the text, in em. */
const GAP = 1
/** The heading takes at most this share of the measure. */
const MOST_SHARE = 0.5

export interface CutIn {
  readonly lines: number
  /** How far the text stands from the line head. */
  readonly indent: Pt
  /** All of its lines, for the first row. */
  readonly pieces: readonly RowPiece[]
  /** The heading as printed. */
  readonly source: MarkedText
}

/** The heading of an entry that asks for it; undefined where it is too long, or its text too far indented, to be cut in. */
export function cutInOf(
  { heading, headingForm, body }: Entry,
  styles: Styles,
  owner?: Owner,
): CutIn | undefined {
  if (!heading || headingForm !== 'cut-in') return undefined
  const cut = cutIn(heading, styles, owner)
  return cut && fitsBeside(cut, 0, body[0]?.form, styles) ? cut : undefined
}

/** Whether the heading has a line of its own: it asks for one, or cannot be cut in. */
export const hasOwnLine = (entry: Entry, styles: Styles): boolean =>
  entry.headingForm === 'line' || (entry.headingForm === 'cut-in' && !cutInOf(entry, styles))

/** Whether lines of text have room beside it, `indent` points further in. */
export const fitsBeside = (
  cut: CutIn,
  indent: number,
  form: ParagraphForm | undefined,
  styles: Styles,
): boolean => {
  const { charSize } = styles.layout.typeArea
  return styles.paragraph(form).measure - cut.indent - Math.max(0, indent) >= LEAST_LINE * charSize
}

function cutIn(heading: MarkedText, styles: Styles, owner: Owner | undefined): CutIn | undefined {
  const { styles: texts, typeArea } = styles.layout
  const source = printedText(heading, styles)
  const stream = streamOf(piecesOf(source, { text: texts.heading, isHeading: true }, styles, owner))
  const { size } = texts.heading
  const count = [...source.text].length
  const inLine = count <= MOST_IN_ONE_LINE ? count : Math.ceil(count / LINES) + 1
  const set = makeTitle(stream, styles.typeCase, styles.title(size, pt(inLine * size)))
  const width = Math.max(0, ...set.lines.map((line) => line.end))
  if (set.lines.length > LINES || width > MOST_SHARE * styles.measure) return undefined
  const cells = Math.ceil(width / typeArea.charSize - 1e-6) + GAP
  const first = ((LINES - set.lines.length) * typeArea.linePitch) / 2
  const pieces = set.lines.map((line, i) => ({
    paragraph: set,
    line,
    shift: 0,
    drop: first + i * typeArea.linePitch,
  }))
  return { lines: LINES, indent: pt(cells * typeArea.charSize), pieces, source }
}

/** What is wrong with the heading itself. */
export const cutInFaults = ({ source }: CutIn, styles: Styles): readonly Diagnostic[] =>
  spreadFaults(source, { text: styles.layout.styles.heading }, styles)
