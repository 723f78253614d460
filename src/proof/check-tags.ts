// The tags of a file (ISO 32000-1 §14.7, §14.8; PDF/A level a; PDF/UA-1): the catalog says what it must, the tree is whole
// and holds everything painted in reading order, and its headings and paragraphs are those of the manuscript.

import type { Book } from '../source/index.ts'
import { claimsTags } from './claims.ts'
import type { Evidence } from './evidence.ts'
import {
  type Check,
  counted,
  type Finding,
  found,
  judged,
  judgedIfAny,
  NO_MANUSCRIPT,
  partly,
} from './report.ts'
import { bookFaults } from './structure/against-book.ts'
import { expectedBlocks } from './structure/expected-blocks.ts'
import { orderFaults } from './structure/order.ts'
import { plumbingFaults } from './structure/plumbing.ts'
import { elementFaults, isLanguage } from './structure/rules.ts'
import { isHeading, TaggedText } from './structure/tagged-text.ts'
import { readTree } from './structure/tree.ts'
import { uaFaults } from './structure/universal.ts'

export interface TagsOptions {
  readonly digitsAsHanzi: boolean
  /** Whether the text of the pages is that of the manuscript; where it is not, only kinds are compared. */
  readonly textAgrees: boolean
  /** What is wrong with the claim of PDF/UA itself. */
  readonly due?: readonly Finding[]
}

/** Undefined for files that do not claim to be tagged and were not to. */
export function checkTags(
  evidence: Evidence,
  book: Book | undefined,
  { digitsAsHanzi, textAgrees, due = [] }: TagsOptions,
): Check | undefined {
  const { file, pages, survey, claims } = evidence
  if (!claimsTags(claims)) return judgedIfAny('tags', due)
  const tree = readTree(file, pages)
  const ofCatalog = [
    ...due,
    ...catalogFaults(evidence),
    ...(claims.pdfua === undefined ? [] : uaFaults(evidence, tree)),
  ]
  if (!tree)
    return judged(
      'tags',
      [...ofCatalog, found('no `StructTreeRoot` (6.7.3.3)', '没有 `StructTreeRoot`（6.7.3.3）')],
      NO_MANUSCRIPT,
    )
  const text = new TaggedText(survey.pages)
  const blocks = text.blocks(tree)
  const ofTree: Finding[] = [
    ...ofCatalog,
    ...plumbingFaults(evidence, tree, text),
    ...elementFaults(file, tree),
    ...orderFaults(text.inTreeOrder(tree), survey.pages),
  ]
  if (!book) return partly('tags', ofTree, NO_MANUSCRIPT)
  const findings = [...ofTree, ...bookFaults(expectedBlocks(book, digitsAsHanzi), blocks, textAgrees)]
  const headings = blocks.filter(({ type }) => isHeading(type)).length
  const [elements, paragraphs] = [tree.elements.length, blocks.length - headings]
  return judged('tags', findings, {
    en: `${counted(elements, 'element')}: ${counted(headings, 'heading')} and ${counted(paragraphs, 'paragraph')} in order`,
    zh: `${elements}个结构元素：标题${headings}个、段落${paragraphs}个，次序与原稿一致`,
  })
}

/** MarkInfo and Lang (6.7.2.2, 6.7.4). */
function catalogFaults({ file }: Evidence): Finding[] {
  const info = file.dict(file.catalog.get('MarkInfo'))
  const language = file.string(file.catalog.get('Lang')) ?? ''
  return [
    ...(file.resolve(info.get('Marked')) === true
      ? []
      : [found('`MarkInfo` does not say /Marked true (6.7.2.2)', '`MarkInfo` 没有 /Marked true（6.7.2.2）')]),
    ...(file.resolve(info.get('Suspects')) === true
      ? [found('`Suspects` is true (UA 7.1)', '`Suspects` 为 true（UA 7.1）')]
      : []),
    ...(language !== '' && !isLanguage(language)
      ? [found(`\`Lang\` “${language}” (6.7.4)`, `\`Lang\` 为“${language}”（6.7.4）`)]
      : []),
  ]
}
