// How good the lines of a text are, in figures: bans broken, how far gaps are stretched, how unlike marks are squeezed,
// how many last lines hold a lone character, and what of it nobody is told. In: set paragraphs. Out: one summary for all.

import type { BanLevel } from '../cjk/index.ts'
import type { Diagnostic, DiagnosticCode } from '../core/index.ts'
import {
  type BreakOptions,
  GAP,
  type Give,
  type Items,
  type SetLine,
  type SetParagraph,
  spanInSource,
} from '../paragraph/index.ts'
import { bansBroken } from './bans.ts'
import { type Spread, SpreadGauge } from './spread.ts'

export interface Quality {
  readonly lines: number
  /** Line ends at which a ban is broken. */
  readonly bans: number
  /** Lines stretched by more than 0.12 em and 0.05 em a gap. */
  readonly loose: number
  readonly visible: number
  /** Broken bans, loose lines and ragged ones without a word about them. */
  readonly unreported: number
  /** Stretch in em over all gaps of lines that are not last ones. */
  readonly stretch: Spread
  /** Room a closing mark takes inside a line, in em. */
  readonly marks: Spread
  /** Last lines, of paragraphs of several, with fewer characters than the layout asks for. */
  readonly runts: number
  /** Lines that do not reach their measure, or go beyond it. */
  readonly ragged: number
}

/** A paragraph as some breaker made it, with what it says of it. */
export interface Judged {
  readonly items: Items
  readonly give: Give
  readonly set: SetParagraph
  readonly diagnostics: readonly Diagnostic[]
  readonly options: BreakOptions & { readonly banLevel: BanLevel }
}

const LOOSE = 0.12
const VISIBLE = 0.05
/** Points by which a line misses its measure. */
const RAGGED = 0.01

export class QualityGauge {
  readonly #stretch = new SpreadGauge()
  readonly #marks = new SpreadGauge()
  #lines = 0
  #bans = 0
  #loose = 0
  #visible = 0
  #unreported = 0
  #runts = 0
  #ragged = 0

  add(judged: Judged): void {
    const { items, set, options, diagnostics } = judged
    const { lines, stream } = set
    this.#lines += lines.length
    const bans = bansBroken(
      stream.text,
      lines.map(({ textEnd }) => textEnd),
      options.banLevel,
    )
    this.#bans += bans
    if (!tells(diagnostics, 'kinsoku-broken')) this.#unreported += bans
    const boxes = boxesByUnit(items)
    for (const [i, line] of lines.entries()) this.#addLine(line, boxes, judged, i === lines.length - 1)
    const last = lines.at(-1)
    if (last && lines.length > 1 && charactersOf(last, boxes, items) < options.minCharsOnLastLine)
      this.#runts++
  }

  #addLine(
    line: SetLine,
    boxes: Int32Array,
    { items, give, set, options, diagnostics }: Judged,
    isLast: boolean,
  ): void {
    const { stretch, residue } = line
    const [isLoose, isRagged] = [stretch > LOOSE, Math.abs(residue) > RAGGED]
    if (stretch > VISIBLE) this.#visible++
    if (isLoose) this.#loose++
    if (isRagged) this.#ragged++
    if ((isLoose || isRagged) && !isTold(line, set, diagnostics)) this.#unreported++
    const first = boxes[line.textStart] ?? 0
    const end = boxes[line.textEnd] ?? items.count
    const measure = first === 0 ? options.firstMeasure : options.measure
    const { share } = give.adjust(first, end, measure, isLast)
    let gaps = 0
    for (let k = first; k + 1 < end; k++) {
      const kind = items.gapKind[k] ?? GAP.rigid
      if (kind !== GAP.rigid && kind !== GAP.boundSpace) gaps++
      if (kind !== GAP.pause && kind !== GAP.stop && kind !== GAP.bracket) continue
      const squeezed = Math.min(0, share[kind] ?? 0) * (items.gapShrink[k] ?? 0)
      this.#marks.add(0.5 + ((items.gap[k] ?? 0) + squeezed) / options.size + stretch)
    }
    if (!isLast) this.#stretch.add(stretch, gaps)
  }

  get summary(): Quality {
    return {
      lines: this.#lines,
      bans: this.#bans,
      loose: this.#loose,
      visible: this.#visible,
      unreported: this.#unreported,
      stretch: this.#stretch.summary,
      marks: this.#marks.summary,
      runts: this.#runts,
      ragged: this.#ragged,
    }
  }
}

const tells = (diagnostics: readonly Diagnostic[], code: DiagnosticCode): boolean =>
  diagnostics.some((diagnostic) => diagnostic.code === code)

/** Whether a report points at this very line. */
function isTold(
  { textStart, textEnd }: SetLine,
  { stream }: SetParagraph,
  diagnostics: readonly Diagnostic[],
): boolean {
  const span = spanInSource(stream, textStart, textEnd)
  return diagnostics.some(
    (told) => told.code === 'loose-line' && told.span?.start === span?.start && told.span?.end === span?.end,
  )
}

/** The box that begins at each unit of the text. */
function boxesByUnit({ start, count }: Items): Int32Array {
  const boxes = new Int32Array((start[count] ?? 0) + 1)
  for (let k = 0; k <= count; k++) boxes[start[k] ?? 0] = k
  return boxes
}

function charactersOf({ textStart, textEnd }: SetLine, boxes: Int32Array, items: Items): number {
  let characters = 0
  for (let k = boxes[textStart] ?? 0; k < (boxes[textEnd] ?? 0); k++) characters += items.characters[k] ?? 0
  return characters
}
