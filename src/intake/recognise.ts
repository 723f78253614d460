// The fourth stage: what each joined paragraph is. In: joined paragraphs. Out: the parts of the chapter in order, still
// in the wording of the input: brackets of headings and parentheses of credits bound what is normalised together, so
// they are found first. What is guessed is doubted aloud.

import { MARKDOWN_ROW, PROVENANCE, WEB_ADDRESS } from './classify.ts'
import { creditAtEnd, wholeCredit } from './credit-places.ts'
import type { Doubt } from './doubt.ts'
import { type Head, headsOf } from './heads.ts'
import type { JoinedParagraph } from './paragraphs.ts'
import {
  bullet,
  doubtfulCredit,
  headInside,
  noTitle,
  ornament,
  strayCredit,
  table,
  titleOnly,
} from './recognise-doubts.ts'
import { sliceTraced, type Touch, type Traced } from './trace.ts'

/** A piece of the chapter; `from` leads back to the input. */
export type Part = TitlePart | HeadingPart | ParagraphPart | CreditPart

interface TitlePart extends Traced {
  readonly part: 'title'
}
interface HeadingPart extends Traced {
  readonly part: 'heading'
  readonly form: 'bracket' | 'line'
}
interface ParagraphPart extends Traced {
  readonly part: 'paragraph'
}
/** A credit with its parentheses. */
interface CreditPart extends Traced {
  readonly part: 'credit'
}

export interface Recognised {
  readonly parts: readonly Part[]
  /** The wording of the lines about the source, as they stand. */
  readonly provenance: readonly string[]
  readonly touches: readonly Touch[]
  readonly doubts: readonly Doubt[]
}

export function recognise(paragraphs: readonly JoinedParagraph[]): Recognised {
  const found = new Found()
  const body = paragraphs.filter((paragraph) => !isMatter(paragraph))
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'title') found.parts.push({ ...paragraph, part: 'title' })
    if (isAboutSource(paragraph)) found.takeProvenance(paragraph)
  }
  if (!found.parts.some(({ part }) => part === 'title') && paragraphs[0] !== undefined)
    found.doubt(noTitle(paragraphs[0]))
  const [only] = found.parts
  if (only !== undefined && body.length === 0) found.doubt(titleOnly(only))
  const heads = headsOf(body)
  const closing = closingOf(body, heads)
  for (const [i, paragraph] of body.entries()) {
    const head = heads[i]
    const closes = closing[i] === true
    if (head !== undefined) {
      found.takeHeading(paragraph, head)
      found.takeText(sliceTrimmed(paragraph, head.end), closes)
    } else if (found.hasText && closes && wholeCredit(paragraph.text) !== undefined)
      found.takeCredit(paragraph)
    else found.takeText(paragraph, closes && paragraph.kind !== 'table')
    if (head === undefined) found.doubtKind(paragraph, closes)
    // One doubt a table, at its first row.
    if (paragraph.kind === 'table' && !isSameTable(body[i - 1], paragraph)) found.doubt(table(paragraph))
    for (const at of headsInside(paragraph.text)) found.doubt(headInside(paragraph, at))
  }
  return found
}

const isAboutSource = ({ kind, text }: JoinedParagraph): boolean =>
  kind === 'provenance' && (PROVENANCE.test(text) || WEB_ADDRESS.test(text))
const isMatter = (paragraph: JoinedParagraph): boolean =>
  paragraph.kind === 'title' || isAboutSource(paragraph)

/** Rows parted in the same way, by tabs or by bars. */
const isSameTable = (above: JoinedParagraph | undefined, row: JoinedParagraph): boolean =>
  above?.kind === 'table' && MARKDOWN_ROW.test(above.text) === MARKDOWN_ROW.test(row.text)

/** Whether each paragraph closes its entry: after it come credits at most, then a heading or nothing. */
function closingOf(body: readonly Traced[], heads: readonly (Head | undefined)[]): readonly boolean[] {
  const closing = body.map(() => true)
  for (let i = body.length - 2; i >= 0; i--) {
    const isCredit = wholeCredit(body[i + 1]?.text ?? '') !== undefined && closing[i + 1] === true
    closing[i] = heads[i + 1] !== undefined || isCredit
  }
  return closing
}

/** What has been recognised so far. */
class Found implements Recognised {
  readonly parts: Part[] = []
  readonly provenance: string[] = []
  readonly touches: Touch[] = []
  readonly doubts: Doubt[] = []
  hasText = false

  takeProvenance(paragraph: Traced): void {
    this.provenance.push(paragraph.text)
    this.touches.push(
      ...stretchesOf(paragraph).map(([start, end]): Touch => ({ start, end, rule: 'provenance' })),
    )
  }

  takeHeading(paragraph: Traced, { heading: [start, end], end: after, form, doubt }: Head): void {
    this.#markTaken(paragraph, 0, start)
    this.#markTaken(paragraph, end, after)
    if (doubt !== undefined) this.doubt(doubt)
    this.parts.push({ ...sliceTrimmed(paragraph, start, end), part: 'heading', form })
    this.hasText = true
  }

  /** A paragraph, and the credit at its end if it closes an entry. */
  takeText(paragraph: Traced, closes: boolean): void {
    if (paragraph.text === '') return
    const credits = closes ? creditAtEnd(paragraph.text) : undefined
    const end = credits?.[0]?.start ?? paragraph.text.length
    const text = sliceTrimmed(paragraph, 0, end)
    if (text.text !== '') this.parts.push({ text: text.text, from: text.from, part: 'paragraph' })
    this.hasText = true
    for (const { start, end: after, doubtful } of credits ?? []) {
      const credit = sliceTrimmed(paragraph, start, after)
      this.parts.push({ ...credit, part: 'credit' })
      if (doubtful) this.doubt(doubtfulCredit(credit))
    }
  }

  takeCredit(paragraph: Traced): void {
    this.parts.push({ ...paragraph, part: 'credit' })
    if (wholeCredit(paragraph.text)?.sure === false) this.doubt(doubtfulCredit(paragraph))
  }

  /** Paragraphs that are probably something else. */
  doubtKind(paragraph: JoinedParagraph, closes: boolean): void {
    const { kind, text } = paragraph
    if (kind === 'ornament') this.doubt(ornament(paragraph))
    if (kind === 'bullet') this.doubt(bullet(paragraph))
    if (!closes && wholeCredit(text)?.sure === true) this.doubt(strayCredit(paragraph))
  }

  doubt(doubt: Doubt): void {
    this.doubts.push(doubt)
  }

  /** A bracket of a heading; the layout prints it. */
  #markTaken(paragraph: Traced, start: number, end: number): void {
    for (const [from, to] of stretchesOf(sliceTraced(paragraph, start, end))) {
      this.touches.push({ start: from, end: to, rule: 'heading-mark' })
    }
  }
}

/** A slice without blank at its edges; the blank is logged when the alignment is read. */
function sliceTrimmed(traced: Traced, start: number, end: number = traced.text.length): Traced {
  let [first, last] = [start, end]
  while (first < last && /\s/u.test(traced.text[first] ?? '')) first++
  while (last > first && /\s/u.test(traced.text[last - 1] ?? '')) last--
  return sliceTraced(traced, first, last)
}

/** Stretches of the input that a text came from. */
function stretchesOf({ from }: Traced): readonly (readonly [start: number, end: number])[] {
  const stretches: [number, number][] = []
  for (const at of from) {
    const last = stretches.at(-1)
    if (last !== undefined && at <= last[1]) last[1] = Math.max(last[1], at + 1)
    else stretches.push([at, at + 1])
  }
  return stretches
}

/** 。【…】 inside a paragraph: a heading whose line break was lost. */
function* headsInside(text: string): Generator<number> {
  for (const { index } of text.matchAll(/[。！？”）]\s*【[^【】。]{1,20}】/gu)) yield index + 1
}
