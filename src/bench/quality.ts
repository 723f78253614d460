// How good the lines of a text are, in figures: how far gaps are stretched, how unlike marks are squeezed, how many
// last lines hold a lone character. In: items and the lines some breaker made of them. Out: one summary for all.

import { type BreakOptions, GAP, type Give, type Items, type Line } from '../paragraph/index.ts'

export interface Quality {
  readonly lines: number
  /** Lines stretched by more than 0.12 em and 0.05 em a gap. */
  readonly loose: number
  readonly visible: number
  /** Stretch a gap in em over all gaps of justified lines: mean, 99th percentile, most. */
  readonly meanStretch: number
  readonly p99Stretch: number
  readonly mostStretch: number
  /** Room a closing mark takes inside a line, in em: mean and standard deviation. */
  readonly markMean: number
  readonly markSpread: number
  /** Last lines, of paragraphs of several, with fewer characters than the layout asks for. */
  readonly runts: number
  /** Lines that do not reach their measure, or go beyond it. */
  readonly ragged: number
}

const LOOSE = 0.12
const VISIBLE = 0.05
/** Stretch is counted in thousandths of an em up to here. */
const CEILING = 5000

export class QualityGauge {
  readonly #stretches = new Float64Array(CEILING + 1)
  #lines = 0
  #loose = 0
  #visible = 0
  #runts = 0
  #ragged = 0
  #gaps = 0
  #sum = 0
  #most = 0
  #marks = 0
  #markSum = 0
  #markSquares = 0

  /** Takes in a paragraph as broken into `lines`. */
  add(items: Items, give: Give, lines: readonly Line[], options: BreakOptions): void {
    for (const [i, line] of lines.entries()) {
      this.#addLine(items, give, line, options, i === lines.length - 1)
    }
    const last = lines.at(-1)
    if (last && lines.length > 1 && charactersOf(items, last) < options.minCharsOnLastLine) this.#runts++
  }

  #addLine(items: Items, give: Give, line: Line, options: BreakOptions, isLast: boolean): void {
    const measure = line.first === 0 ? options.firstMeasure : options.measure
    const { share, stretch, residue } = give.adjust(line.first, line.end, measure, isLast)
    const each = stretch / options.size
    this.#lines++
    if (Math.abs(residue) > 1e-3) this.#ragged++
    if (each > LOOSE) this.#loose++
    if (each > VISIBLE) this.#visible++
    this.#most = Math.max(this.#most, each)
    for (let k = line.first; k + 1 < line.end; k++) {
      const kind = items.gapKind[k] ?? GAP.rigid
      if (kind !== GAP.rigid && !isLast) this.#addGap(each)
      if (kind === GAP.pause || kind === GAP.stop || kind === GAP.bracket) {
        const squeezed = Math.min(0, share[kind] ?? 0) * (items.gapShrink[k] ?? 0)
        this.#addMark(0.5 + ((items.gap[k] ?? 0) + squeezed + stretch) / options.size)
      }
    }
  }

  #addGap(stretch: number): void {
    this.#gaps++
    this.#sum += stretch
    const at = Math.min(CEILING, Math.round(stretch * 1000))
    this.#stretches[at] = (this.#stretches[at] ?? 0) + 1
  }

  #addMark(width: number): void {
    this.#marks++
    this.#markSum += width
    this.#markSquares += width * width
  }

  get summary(): Quality {
    const mean = this.#markSum / Math.max(1, this.#marks)
    const variance = this.#markSquares / Math.max(1, this.#marks) - mean * mean
    return {
      lines: this.#lines,
      loose: this.#loose,
      visible: this.#visible,
      meanStretch: this.#sum / Math.max(1, this.#gaps),
      p99Stretch: this.#percentile(0.99),
      mostStretch: this.#most,
      markMean: mean,
      markSpread: Math.sqrt(Math.max(0, variance)),
      runts: this.#runts,
      ragged: this.#ragged,
    }
  }

  #percentile(part: number): number {
    let left = part * this.#gaps
    for (const [at, n] of this.#stretches.entries()) {
      left -= n
      if (left <= 0) return at / 1000
    }
    return CEILING / 1000
  }
}

function charactersOf(items: Items, { first, end }: Line): number {
  let characters = 0
  for (let k = first; k < end; k++) characters += items.characters[k] ?? 0
  return characters
}
