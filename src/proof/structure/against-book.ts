// Tags against the manuscript: every part, chapter and entry has its heading, of the right level and in order, every
// paragraph its P. Whether the letters are right is for the check of the text; only where they are can texts be compared.

import { type Finding, found } from '../report.ts'
import type { ExpectedBlock } from './expected-blocks.ts'
import { isHeading, type TaggedBlock } from './tagged-text.ts'

/** The first places where the tree is not built as the book is. */
export function bookFaults(
  expected: readonly ExpectedBlock[],
  actual: readonly TaggedBlock[],
  textAgrees: boolean,
): Finding[] {
  const findings: Finding[] = []
  let i = 0
  for (let j = 0; j < actual.length; j++) {
    const [wanted, got] = [expected[i], actual[j]]
    if (!got) break
    if (!wanted) return [...findings, extra(got)]
    const step = stepOf(expected, i, got, textAgrees)
    if (step.fault) findings.push({ ...step.fault, span: wanted.span })
    // Where the texts part nothing that follows can be told apart.
    if (step.taken === 0) return findings
    i += step.taken
  }
  const left = expected[i]
  return left ? [...findings, { ...missing(left), span: left.span }] : findings
}

interface Step {
  /** Expected blocks that the tagged one answers; 0 where it answers none. */
  readonly taken: number
  readonly fault?: Finding
}

function stepOf(expected: readonly ExpectedBlock[], at: number, got: TaggedBlock, textAgrees: boolean): Step {
  const [wanted, next] = [expected[at], expected[at + 1]]
  if (!wanted) return { taken: 0 }
  const fault = kindFault(wanted, got)
  const faulty = fault ? { fault } : {}
  // Without texts there is only the order of kinds to go by; a P too few would shift all the rest.
  if (!textAgrees) return fault ? { taken: 0, fault } : { taken: 1 }
  if (got.text === wanted.text) return { taken: 1, ...faulty }
  if (next?.kind === 'credit' && got.text === wanted.text + next.text) return { taken: 2, ...faulty }
  if (next && got.text === wanted.text + next.text)
    return { taken: 2, fault: found(...apart(wanted, got), got.page) }
  return { taken: 0, fault: found(...different(wanted, got), got.page) }
}

function kindFault({ kind, level, text }: ExpectedBlock, { type, page }: TaggedBlock): Finding | undefined {
  const due = kind === 'heading' ? `H${level}` : 'P'
  if (type === due) return undefined
  const name = cut(text)
  return kind === 'heading' && !isHeading(type)
    ? found(
        `the heading “${name}” is tagged ${type}, not ${due}`,
        `标题“${name}”的标签为 ${type}，应为 ${due}`,
        page,
      )
    : found(`“${name}” is tagged ${type}, not ${due}`, `“${name}”的标签为 ${type}，应为 ${due}`, page)
}

const apart = ({ kind, text }: ExpectedBlock, { type }: TaggedBlock): [string, string] =>
  kind === 'heading'
    ? [
        `the heading “${cut(text)}” has no tag of its own, it stands in a ${type}`,
        `标题“${cut(text)}”没有自己的标签，落在 ${type} 中`,
      ]
    : [`two paragraphs in one ${type}: “${cut(text)}”`, `两段同在一个 ${type} 中：“${cut(text)}”`]

const different = ({ text }: ExpectedBlock, got: TaggedBlock): [string, string] => [
  `the tree has “${cut(got.text)}” (${got.type}) where the manuscript has “${cut(text)}”`,
  `原稿为“${cut(text)}”之处，结构树为“${cut(got.text)}”（${got.type}）`,
]

const missing = ({ text }: ExpectedBlock): Finding =>
  found(`not in the tree: “${cut(text)}”`, `结构树中没有“${cut(text)}”`)

const extra = ({ text, type, page }: TaggedBlock): Finding =>
  found(
    `in the tree, not in the manuscript: “${cut(text)}” (${type})`,
    `结构树中多出“${cut(text)}”（${type}）`,
    page,
  )

const LONGEST = 16

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text
}
