// Texts of the tree as the rest of the program wants them. In: a scalar node. Out: one line or paragraphs, with the way
// back to the file, every character checked.

import type { SourceText } from '../core/index.ts'
import type { Problems } from './problems.ts'
import { scalarLines } from './scalar-lines.ts'
import { joined, type Line, paragraphsOf, sliceLine, sourceTextOf, textOf, trimmed } from './stretches.ts'
import { checkText } from './text-checks.ts'
import type { Node } from './tree.ts'

/** Whether a text is printed, which forbids more characters, and in which entry it stands. */
export interface Use {
  readonly printed: boolean
  readonly entry?: string | undefined
}

const PRINTED: Use = { printed: true }

/** Turns scalar nodes into texts and reports what must not stand in them. */
export class Texts {
  readonly #problems: Problems

  constructor(problems: Problems) {
    this.#problems = problems
  }

  /** Everything in one line; undefined when the node is no text or blank. */
  line(node: Node | undefined, use: Use = PRINTED): SourceText | undefined {
    const line = lineOf(node)
    return node === undefined || line === undefined ? undefined : this.#text(line, node, use)
  }

  /** A heading without the pair of 【】 around it; `stripped` tells whether there was a bracket anywhere. */
  heading(node: Node | undefined, brackets: RegExp): { text: SourceText; stripped: boolean } | undefined {
    const line = lineOf(node)
    if (node === undefined || line === undefined) return undefined
    const whole = textOf(line)
    const inner = brackets.test(whole) ? trimmed(sliceLine(line, 1, whole.length - 1)) : line
    const text = this.#text(inner, node, { printed: true, entry: textOf(inner) })
    return { text, stripped: inner !== line }
  }

  /** The paragraphs of a text, parted by blank lines or typed indents. */
  paragraphs(node: Node | undefined, use: Use = PRINTED): readonly SourceText[] {
    if (node?.kind !== 'scalar' || node.place === undefined || node.value === null) return []
    return paragraphsOf(scalarLines(node.place)).map((lines) => this.#text(joined(lines), node, use))
  }

  /** A plain string; empty when the node is no text. */
  string(node: Node | undefined, use: Use = PRINTED): string {
    return this.line(node, use)?.text ?? ''
  }

  #text(line: Line, node: Node, use: Use): SourceText {
    const text = sourceTextOf(line, node.span.file, node.span.start)
    this.#problems.addAll(checkText(text, use.printed, use.entry))
    return text
  }
}

/** All lines of a scalar as one, or undefined when there is nothing on them. */
function lineOf(node: Node | undefined): Line | undefined {
  if (node?.kind !== 'scalar' || node.place === undefined || node.value === null) return undefined
  const line = joined(paragraphsOf(scalarLines(node.place)).flat())
  return line.length === 0 ? undefined : line
}
