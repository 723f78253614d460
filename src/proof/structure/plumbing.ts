// How content and structure tree hang together (ISO 32000-1 §14.7.4; ISO 14289-1 §7.1): everything painted is tagged or
// an artifact, every sequence stands in the tree once, the parent tree finds its element, every element its parent.

import type { PageSurvey } from '../content/survey.ts'
import type { Evidence } from '../evidence.ts'
import { numberTree } from '../name-tree.ts'
import type { PdfFile, PdfPage } from '../pdf-file.ts'
import { isDict, isRef, type PdfDict, type PdfValue } from '../pdf-syntax.ts'
import { counted, type Finding, found } from '../report.ts'
import { keyOf, type TaggedText } from './tagged-text.ts'
import { isContent, type StructureElement, type StructureTree } from './tree.ts'

export const plumbingFaults = (
  { file, pages, survey }: Evidence,
  tree: StructureTree,
  text: TaggedText,
): Finding[] => [
  ...survey.pages.flatMap(contentFaults),
  ...itemFaults(tree, survey.pages, text),
  ...parentFaults(tree),
  ...parentTreeFaults(file, pages, tree),
]

const NESTING = {
  'artifact-in-tagged': ['an artifact inside tagged content', '标签内容里有 Artifact'],
  'tagged-in-artifact': ['tagged content inside an artifact', 'Artifact 里有标签内容'],
} as const

/** UA 7.1-1 to 7.1-3, 7.20-2. */
function contentFaults({ page, untagged, problems, repeated }: PageSurvey): Finding[] {
  const faults = problems.flatMap((problem) => {
    if (problem.kind === 'nesting') {
      const [en, zh] = NESTING[problem.what]
      return [found(`${en} (UA 7.1)`, `${zh}（UA 7.1）`, page)]
    }
    return problem.kind === 'repeated-form'
      ? [
          found(
            'a form with tagged content is drawn twice (UA 7.20)',
            '含标签内容的表单重复绘制（UA 7.20）',
            page,
          ),
        ]
      : []
  })
  if (untagged > 0)
    faults.push(
      found(
        `${counted(untagged, 'paint')} neither tagged nor an artifact (UA 7.1)`,
        `有${untagged}处既无标签也不是 Artifact（UA 7.1）`,
        page,
      ),
    )
  for (const mcid of new Set(repeated))
    faults.push(
      found(`MCID ${mcid} opens two sequences (14.7.4.2)`, `MCID ${mcid} 出现两次（14.7.4.2）`, page),
    )
  return faults
}

/** Sequences of the pages and items of the tree answer each other, one to one. */
function itemFaults(tree: StructureTree, pages: readonly PageSurvey[], text: TaggedText): Finding[] {
  const items = tree.elements.flatMap(({ kids }) => kids.filter(isContent))
  const held = new Map<string, number>()
  for (const item of items) held.set(keyOf(item), (held.get(keyOf(item)) ?? 0) + 1)
  const say = (mcid: number, en: string, zh: string, page: number): Finding =>
    found(`MCID ${mcid} ${en}`, `MCID ${mcid} ${zh}`, page)
  return [
    ...items
      .filter((item) => !text.has(item))
      .map(({ mcid, page }) => say(mcid, 'of the tree is not on its page', '在结构树中有，页面上没有', page)),
    ...items
      .filter((item) => (held.get(keyOf(item)) ?? 0) > 1)
      .map(({ mcid, page }) => say(mcid, 'stands in the tree twice', '在结构树中出现两次', page)),
    ...pages.flatMap(({ page, marked }) =>
      marked
        .filter(({ mcid, form }) => !held.has(keyOf({ page, form, mcid })))
        .map(({ mcid }) => say(mcid, 'is not in the tree', '不在结构树中', page)),
    ),
  ]
}

/** `P` of each element is the one that holds it (UA 7.1-12). */
function parentFaults({ elements, rootId }: StructureTree): Finding[] {
  const wrong = elements.filter(({ dict, parent }) => {
    const value = dict.get('P')
    const due = parent === undefined ? rootId : parent.id
    return !isRef(value) || (due !== undefined && value.ref !== due)
  })
  return wrong.length === 0
    ? []
    : [
        found(
          `${counted(wrong.length, 'element')} with a wrong parent \`P\` (UA 7.1)`,
          `${wrong.length}个结构元素的 \`P\` 不对（UA 7.1）`,
        ),
      ]
}

/** The number tree: sorted, and for each page the elements by MCID (§14.7.4.4). */
function parentTreeFaults(file: PdfFile, pages: readonly PdfPage[], tree: StructureTree): Finding[] {
  const rows = numberTree(file, tree.root.get('ParentTree'))
  const sorted = rows.every(([key], i) => i === 0 || key > (rows[i - 1]?.[0] ?? 0))
  const byKey = new Map(rows)
  const faults = sorted ? [] : [found('the parent tree is not sorted (7.9.7)', '父树没有排序（7.9.7）')]
  const owners = ownersByPage(tree)
  for (const [i, { dict }] of pages.entries()) {
    const owned = owners.get(i + 1) ?? []
    if (owned.length === 0) continue
    const key = file.number(dict.get('StructParents'))
    const row = file.array(key === undefined ? undefined : byKey.get(key))
    const wrong = owned.filter(({ mcid, element }) => !leadsTo(file, row[mcid], element))
    if (wrong.length > 0)
      faults.push(
        found(
          `the parent tree does not lead from ${counted(wrong.length, 'sequence')} to its element (14.7.4.4)`,
          `父树有${wrong.length}处没有指向相应的结构元素（14.7.4.4）`,
          i + 1,
        ),
      )
  }
  return faults
}

interface Owned {
  readonly mcid: number
  readonly element: StructureElement
}

/** MCIDs of the pages' own content with the elements that hold them. */
function ownersByPage({ elements }: StructureTree): ReadonlyMap<number, Owned[]> {
  const owners = new Map<number, Owned[]>()
  for (const element of elements)
    for (const { page, form, mcid } of element.kids.filter(isContent)) {
      if (form !== undefined) continue
      const row = owners.get(page)
      if (row) row.push({ mcid, element })
      else owners.set(page, [{ mcid, element }])
    }
  return owners
}

const leadsTo = (file: PdfFile, value: PdfValue | undefined, { id, dict }: StructureElement): boolean =>
  isRef(value) ? value.ref === id : isDict(value) && sameDict(file.dict(value), dict)

const sameDict = (a: PdfDict, b: PdfDict): boolean => a === b
