// The texts of a book as streams, each named by what it is in the book: titles, run-in headings with the text after them,
// credits.

import type { Diagnostic, SourceText } from '../core/index.ts'
import { makeTitle, type SetParagraph, type Stream, type StreamPiece, streamOf } from '../paragraph/index.ts'
import type { Credit, MarkedText } from '../source/index.ts'
import { type Owner, piecesOf } from './inline.ts'
import { creditText, printedText } from './printed.ts'
import { spreadFaults } from './spread-faults.ts'
import { type ElementId, type ElementKind, Structure } from './structure.ts'
import type { RunLook, Styles } from './styles.ts'

/** A list of credits, and the entry or chapter that it signs. */
export interface CreditList {
  readonly list: readonly Credit[]
  readonly of: ElementId
}

/** A heading that runs in, and its element. */
export interface RunInHeading {
  readonly source: MarkedText
  readonly owner: Owner
}

export class Texts {
  readonly structure: Structure = new Structure()
  readonly diagnostics: Diagnostic[] = []
  readonly #styles: Styles

  constructor(styles: Styles) {
    this.#styles = styles
  }

  /** A heading in what it heads; `level` 1 is the highest. */
  heading({ text }: SourceText, of: ElementId, level: number): Owner {
    return this.#owner('heading', of, { level, title: text })
  }

  #owner(kind: ElementKind, of: ElementId, more: Parameters<Structure['add']>[2] = {}): Owner {
    return { structure: this.structure, element: this.structure.add(kind, of, more) }
  }

  /** A paragraph of an entry, with the heading that runs in before it; either may be absent. */
  paragraph(text: MarkedText | undefined, of: ElementId, heading?: RunInHeading): Stream {
    const { styles, composition } = this.#styles.layout
    const body = { text: styles.body }
    const pieces: StreamPiece[] = []
    if (heading) {
      const { owner } = heading
      const source = printedText(heading.source, this.#styles)
      const look = { text: styles.heading, isHeading: true }
      const own = { source, style: this.#styles.run(look), element: owner.element }
      const after = { ...own, sourceStart: source.text.length }
      pieces.push({ ...own, printed: '【' }, ...this.#pieces(source, look, owner))
      pieces.push({ ...after, printed: '】' })
      if (text && composition.headingGap > 0)
        pieces.push({ ...after, style: this.#styles.run(body), printed: '\u3000' })
    }
    if (text) {
      const printed = printedText(text, this.#styles)
      pieces.push(...this.#pieces(printed, body, this.#owner('paragraph', of)))
    }
    return streamOf(pieces)
  }

  #pieces(text: MarkedText, look: RunLook, owner: Owner): readonly StreamPiece[] {
    this.diagnostics.push(...spreadFaults(text, look, this.#styles))
    return piecesOf(text, look, this.#styles, owner)
  }

  /** Those of the lists that say anything, set. */
  credits(lists: readonly CreditList[]): readonly SetParagraph[] {
    return lists.filter(({ list }) => list.length > 0).map((one) => this.#credit(one))
  }

  #credit({ list, of }: CreditList): SetParagraph {
    const { typeCase, measure, layout } = this.#styles
    const text = layout.styles.credit
    const source = printedText(creditText(list), this.#styles)
    const element = this.structure.add('credit', of)
    const stream = streamOf([{ source, style: this.#styles.run({ text }), element }])
    return makeTitle(stream, typeCase, this.#styles.title(text.size, measure))
  }
}
