// Texts of the tree as the rest of the program wants them. In: a scalar node. Out: one line or paragraphs, with the way
// back to the file, every character checked. What authors may mark up is read for its markup here.

import type { Diagnostic, SourceText } from '../core/index.ts'
import type { MarkedText } from './inline.ts'
import { markedText, sliceMarked } from './marked-text.ts'
import { mayHoldMarkup } from './markup-signs.ts'
import type { Problems } from './problems.ts'
import { scalarLines } from './scalar-lines.ts'
import { inkOf, joined, type Line, paragraphsOf, sourceTextOf } from './stretches.ts'
import { checkText } from './text-checks.ts'
import type { Node, ScalarNode } from './tree.ts'

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

  /** Everything in one line, braces and all; undefined when the node is no text or blank. */
  line(node: Node | undefined, use: Use = PRINTED): SourceText | undefined {
    const found = linesOf(node)
    return found === undefined ? undefined : this.#checked(plainText(found), use)
  }

  /** The same with its markup read: a title. */
  title(node: Node | undefined): MarkedText | undefined {
    const found = linesOf(node)
    return found === undefined ? undefined : this.#checked(this.#marked(found, undefined), PRINTED)
  }

  /** A heading without the pair of 【】 around it; `stripped` tells whether there was such a pair. */
  heading(node: Node | undefined, brackets: RegExp): { text: MarkedText; stripped: boolean } | undefined {
    const found = linesOf(node)
    if (found === undefined) return undefined
    const { text: whole, diagnostics } = textIn(found)
    const stripped = brackets.test(whole.text)
    const text = stripped ? withoutEdges(whole) : whole
    this.#report(diagnostics, text.text)
    return { text: this.#checked(text, { printed: true, entry: text.text }), stripped }
  }

  /** The paragraphs of a text, parted by blank lines or typed indents, their markup read. */
  paragraphs(node: Node | undefined, use: Use = PRINTED): readonly MarkedText[] {
    if (!isText(node)) return []
    return paragraphsOf(scalarLines(node.place)).map((lines) =>
      this.#checked(this.#marked({ lines, node }, use.entry), use),
    )
  }

  /** A plain string; empty when the node is no text. */
  string(node: Node | undefined, use: Use = PRINTED): string {
    return this.line(node, use)?.text ?? ''
  }

  #marked(found: Found, entry: string | undefined): MarkedText {
    const { text, diagnostics } = textIn(found)
    this.#report(diagnostics, entry)
    return text
  }

  #report(diagnostics: readonly Diagnostic[], entry: string | undefined): void {
    this.#problems.addAll(entry === undefined ? diagnostics : diagnostics.map((d) => ({ ...d, entry })))
  }

  #checked<T extends MarkedText>(text: T, { printed, entry }: Use): T {
    this.#problems.addAll(checkText(text, printed, entry))
    for (const each of text.inline ?? [])
      if (each.kind === 'reading') this.#problems.addAll(checkText(each.text, printed, entry))
    return text
  }
}

interface TextNode extends ScalarNode {
  readonly place: NonNullable<ScalarNode['place']>
}

const isText = (node: Node | undefined): node is TextNode =>
  node?.kind === 'scalar' && node.place !== undefined && node.value !== null

/** Lines with something on them, and where they were found. */
interface Found {
  readonly lines: readonly Line[]
  readonly node: TextNode
}

/** All lines of a scalar, or undefined when there is nothing on them. */
function linesOf(node: Node | undefined): Found | undefined {
  if (!isText(node)) return undefined
  const lines = paragraphsOf(scalarLines(node.place)).flat()
  return lines.length === 0 ? undefined : { lines, node }
}

const plainText = ({ lines, node }: Found): SourceText =>
  sourceTextOf(joined(lines), node.span.file, node.span.start)

const NONE: readonly Diagnostic[] = []

function textIn(found: Found): { readonly text: MarkedText; readonly diagnostics: readonly Diagnostic[] } {
  const { lines, node } = found
  const isPlain = lines.every((line) => line.every(({ text }) => !mayHoldMarkup(text)))
  return isPlain ? { text: plainText(found), diagnostics: NONE } : markedText(lines, node.span.file)
}

/** Without its first and last character and the blank inside them. */
function withoutEdges(text: MarkedText): MarkedText {
  const [start, end] = inkOf(text.text.slice(1, -1))
  return sliceMarked(text, 1 + start, 1 + end)
}
