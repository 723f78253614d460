// Items of `body` → paragraphs. In: a text, or a map of a text and how its paragraphs are set. Out: the paragraphs, all
// of one form; what is no length in ems is reported at its value.

import { type Em, em, error, type Span, type Text } from '../core/index.ts'
import { Faults } from './layout-faults.ts'
import type { Paragraph, ParagraphForm } from './manuscript.ts'
import type { Problems } from './problems.ts'
import type { Texts, Use } from './texts.ts'
import { isEndless, type MapNode, type Node, valueAt } from './tree.ts'
import { parseLength } from './units.ts'

/** Reads an item of `body`; what is of no use has been reported by the schema. */
export function readParagraphs(node: Node, texts: Texts, problems: Problems, use: Use): readonly Paragraph[] {
  if (node.kind !== 'map') return paragraphsOf(node, texts, use, undefined)
  return paragraphsOf(valueAt(node, 'text'), texts, use, readForm(node, problems))
}

const paragraphsOf = (
  node: Node | undefined,
  texts: Texts,
  use: Use,
  form: ParagraphForm | undefined,
): readonly Paragraph[] =>
  texts
    .paragraphs(node, use)
    .map((text) => ({ kind: 'paragraph', text, ...(form === undefined ? {} : { form }) }))

/** How each line lies; `justify` is the usual. */
export const ALIGNMENTS = ['justify', 'start', 'center', 'end', 'spread'] as const

/** Longer than any line of a book. */
const LONGEST = 100

/** Undefined where nothing is said about the form. */
function readForm(node: MapNode, problems: Problems): ParagraphForm | undefined {
  const word = valueAt(node, 'align')
  const align = ALIGNMENTS.find((each) => word?.kind === 'scalar' && each === word.value)
  const startIndent = readEms(node, 'indent', 0, problems)
  const endIndent = readEms(node, 'end-indent', 0, problems)
  const firstIndent = readEms(node, 'first-line', -LONGEST, problems)
  if ([align, startIndent, endIndent, firstIndent].every((said) => said === undefined)) return undefined
  if ((firstIndent ?? 0) + (startIndent ?? 0) < 0) problems.add(hangsOut(node))
  const indentSpan = widestOf(node, {
    indent: startIndent,
    'end-indent': endIndent,
    'first-line': firstIndent,
  })
  return {
    align: align ?? 'justify',
    startIndent: startIndent ?? em(0),
    endIndent: endIndent ?? em(0),
    ...(firstIndent === undefined ? {} : { firstIndent }),
    ...(indentSpan === undefined ? {} : { indentSpan }),
  }
}

/** Where the widest of some indents is written. */
function widestOf(node: MapNode, indents: Readonly<Record<string, Em | undefined>>): Span | undefined {
  const [widest] = Object.entries(indents)
    .filter(([, length]) => (length ?? 0) > 0)
    .sort(([, a], [, b]) => (b ?? 0) - (a ?? 0))
  return widest && valueAt(node, widest[0])?.span
}

/** A length in ems from `least`; undefined when it is absent or reported. */
function readEms(node: MapNode, key: string, least: number, problems: Problems): Em | undefined {
  const found = valueAt(node, key)
  // The schema reports all else.
  if (found?.kind !== 'scalar' || typeof found.value === 'boolean' || isEndless(found.value)) return undefined
  const length = found.value === 0 ? NOTHING : parseLength(String(found.value))
  const faults = new Faults(node, problems)
  if (length?.unit !== 'em') {
    faults.bad('bad-unit', [key], least < 0 ? EMS_BOTH_WAYS : EMS)
    return undefined
  }
  if (length.amount >= least && length.amount <= LONGEST) return em(length.amount)
  faults.bad('bad-value', [key], rangeFrom(least))
  return undefined
}

const NOTHING = { amount: 0, unit: 'em' } as const

const EMS: Text = {
  en: 'an indent is counted in ems, which are characters: 2em, 1/2em, 2字; or it is 0',
  zh: '缩进以字计：2em、1/2em、2字；没有则写 0',
}
const EMS_BOTH_WAYS: Text = {
  en: 'the first line is indented by ems, which are characters: 2em, 2字, 0; -2em hangs it',
  zh: '首行缩进以字计：2em、2字、0；负数为凸排，如 -2em',
}
const rangeFrom = (least: number): Text => ({
  en: `it is ${least}em to ${LONGEST}em`,
  zh: `应当在 ${least}em 到 ${LONGEST}em 之间`,
})

/** 凸排 moves the first line back into the indent of the others, never out of the type area. */
function hangsOut(node: MapNode): ReturnType<typeof error> {
  const written = valueAt(node, 'first-line')
  const message = {
    en: 'the first line would begin before the line head',
    zh: '首行会排到版心之外',
  }
  const hint = {
    en: '`indent` moves all lines in, a negative `first-line` the first one back: `indent: 2em, first-line: -2em`',
    zh: '`indent` 使各行缩进，负的 `first-line` 使首行退回：`indent: 2em, first-line: -2em`',
  }
  return error('bad-value', message, { span: written?.span ?? node.span, hints: [hint] })
}
