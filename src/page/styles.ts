// The styles of a layout made ready for composition: each face and weight one stack of the type case, each style one
// object, so that runs can be compared by identity.

import { type Em, em, emAt, type Pt, pt } from '../core/index.ts'
import { type Fonts, Stack, type TypeCase } from '../font/index.ts'
import type { ParagraphOptions, RunStyle, TitleOptions } from '../paragraph/index.ts'
import type { Layout, ParagraphForm, TextStyle } from '../source/index.ts'

/** Demerits for ending a line inside a heading: it is better left whole. */
const HEADING_BREAK_COST = 3

/** What a run is set in: a style of the layout and what inline markup makes of it. */
export interface RunLook extends Omit<RunStyle, 'stack' | 'size' | 'breakCost'> {
  readonly text: TextStyle
  readonly isHeading?: boolean
}

/** An indent says where a paragraph begins; lines that do not begin at the line head it would only push aside. */
const INDENTED: ReadonlySet<ParagraphForm['align']> = new Set(['justify', 'start'])

export class Styles {
  readonly layout: Layout
  readonly typeCase: TypeCase
  readonly #fonts: Fonts
  readonly #stacks = new Map<string, Stack>()
  readonly #runStyles = new Map<string, RunStyle>()

  constructor(layout: Layout, fonts: Fonts, typeCase: TypeCase) {
    this.layout = layout
    this.typeCase = typeCase
    this.#fonts = fonts
  }

  /** Length of a line of text. */
  get measure(): Pt {
    const { charSize, charsPerLine } = this.layout.typeArea
    return pt(charSize * charsPerLine)
  }

  /** Length across all columns. */
  get fullMeasure(): Pt {
    const { columns, columnGap } = this.layout.typeArea
    return pt(this.measure * columns + columnGap * (columns - 1))
  }

  /** Whether the text prints its digits as Hanzi: a way of vertical lines alone (GB/T 15835 5.1.7.3). */
  get printsDigitsAsHanzi(): boolean {
    const { direction, composition } = this.layout
    return direction === 'vertical' && composition.digits === 'hanzi'
  }

  stackOf(style: TextStyle): Stack {
    const key = `${style.face} ${style.weight}`
    const known = this.#stacks.get(key)
    if (known) return known
    const { region, fullStop } = this.layout.composition
    const chain = this.#fonts.chain(style.face, style.weight)
    const made = new Stack(this.typeCase, chain, { region, fullStop })
    this.#stacks.set(key, made)
    return made
  }

  run(look: RunLook): RunStyle {
    const key = JSON.stringify(look)
    const known = this.#runStyles.get(key)
    if (known) return known
    const { text, isHeading, ...rest } = look
    const breakCost = isHeading ? HEADING_BREAK_COST : 0
    const made = { ...rest, stack: this.stackOf(text), size: text.size, breakCost }
    this.#runStyles.set(key, made)
    return made
  }

  /**
   * How paragraphs are made; one with a form of its own stands `startIndent` from the line head. The layout's indent is for
   * text that begins at the line head: in the middle, at the line end or spread it would be a slip to the side.
   */
  paragraph(form?: ParagraphForm): ParagraphOptions {
    const { composition, direction, typeArea } = this.layout
    const size = typeArea.charSize
    const { align = 'justify', startIndent = 0, endIndent = 0 } = form ?? {}
    const { firstIndent = INDENTED.has(align) ? composition.indent : 0 } = form ?? {}
    return {
      ...composition,
      direction,
      align,
      measure: pt(this.measure - (startIndent + endIndent) * size),
      size,
      indent: emAt(size, em(firstIndent)),
    }
  }

  /** How titles, credits and furniture are made. */
  title(size: Pt, measure: Pt, letterSpacing: Em = em(0)): TitleOptions {
    const { composition, direction } = this.layout
    return { ...composition, direction, measure, size, letterSpacing }
  }
}
