// Which elements may stand where and what they must bring (ISO 32000-1 §14.8.4, ISO/TS 32005, ISO 14289-1 §7): headings
// that skip no level, no heading inside a paragraph, tables with heads and whole rows, notes with names, figures with
// words for them.

import type { PdfFile } from '../pdf-file.ts'
import { isString } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { contentsOf, isHeading } from './tagged-text.ts'
import { isContent, isElement, STANDARD_TYPES, type StructureElement, type StructureTree } from './tree.ts'

export const elementFaults = (file: PdfFile, tree: StructureTree): Finding[] => [
  ...typeFaults(file, tree),
  ...levelFaults(tree),
  ...tree.elements.flatMap(nestingFaults),
  ...tree.elements.flatMap((element) => wordFaults(file, element)),
  ...tree.elements.filter(({ type }) => type === 'Table').flatMap((table) => tableFaults(file, table)),
  ...noteFaults(file, tree),
]

const pageOf = (element: StructureElement): number => contentsOf(element)[0]?.page ?? 0

/** Every type is standard or mapped to one; standard ones are not mapped (UA 7.1-5 to 7.1-7). */
function typeFaults(file: PdfFile, { root, unmapped }: StructureTree): Finding[] {
  const remapped = [...file.dict(root.get('RoleMap')).keys()].filter((type) => STANDARD_TYPES.has(type))
  return [
    ...unmapped.map((type) =>
      found(
        `the type \`${type}\` is not mapped to a standard one (UA 7.1)`,
        `类型 \`${type}\` 没有映射到标准类型（UA 7.1）`,
      ),
    ),
    ...remapped.map((type) =>
      found(`the standard type \`${type}\` is mapped (UA 7.1)`, `标准类型 \`${type}\` 被重新映射（UA 7.1）`),
    ),
  ]
}

/** The first is H1, and one level down at most from one to the next (UA 7.4.2-1, 7.4.4). */
function levelFaults({ elements }: StructureTree): Finding[] {
  const faults: Finding[] = []
  let last = 0
  for (const element of elements) {
    if (!isHeading(element.type)) continue
    const level = Number(element.type.slice(1)) || 1
    if (level > last + 1)
      faults.push(
        found(
          `${element.type} after ${last === 0 ? 'nothing' : `H${last}`} (UA 7.4.2)`,
          `${last === 0 ? '开头' : `H${last} 之后`}就是 ${element.type}（UA 7.4.2）`,
          pageOf(element),
        ),
      )
    last = level
  }
  return faults
}

const GROUPING: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'TOC',
  'Index',
  'Table',
  'TR',
  'L',
])
const INLINE_ONLY: ReadonlySet<string> = new Set(['P', 'Span'])

function nestingFaults(element: StructureElement): Finding[] {
  const { type, parent, kids } = element
  const isMisplaced =
    parent !== undefined &&
    ((isHeading(type) && (INLINE_ONLY.has(parent.type) || isHeading(parent.type))) ||
      (type === 'P' && (INLINE_ONLY.has(parent.type) || isHeading(parent.type))))
  return [
    ...(isMisplaced
      ? [
          found(
            `${type} inside ${parent.type} (ISO/TS 32005)`,
            `${type} 嵌在 ${parent.type} 里（ISO/TS 32005）`,
            pageOf(element),
          ),
        ]
      : []),
    ...(GROUPING.has(type) && kids.some(isContent)
      ? [
          found(
            `content directly in ${type} (ISO/TS 32005)`,
            `${type} 直接含有内容（ISO/TS 32005）`,
            pageOf(element),
          ),
        ]
      : []),
  ]
}

/** Figures and formulas have words (UA 7.3-1, 7.7-1); languages are language tags (UA 7.2-29). */
function wordFaults(file: PdfFile, element: StructureElement): Finding[] {
  const { type, dict } = element
  const words = file.string(dict.get('Alt')) || file.string(dict.get('ActualText'))
  const language = dict.has('Lang') ? file.string(dict.get('Lang')) : undefined
  return [
    ...((type === 'Figure' || type === 'Formula') && !words
      ? [found(`a ${type} without \`Alt\` (UA 7.3)`, `${type} 没有 \`Alt\`（UA 7.3）`, pageOf(element))]
      : []),
    ...(language !== undefined && !isLanguage(language)
      ? [found(`\`Lang\` “${language}” (UA 7.2)`, `\`Lang\` 为“${language}”（UA 7.2）`, pageOf(element))]
      : []),
  ]
}

export const isLanguage = (tag: string): boolean => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)

/** A table has heads (Matterhorn 15), and every row fills its grid (UA 7.2-41 to -43). */
function tableFaults(file: PdfFile, table: StructureElement): Finding[] {
  const page = pageOf(table)
  const rows = below(table, 'TR')
  const cells = rows.map((row) => row.kids.filter(isElement).filter(({ type }) => /^T[HD]$/.test(type)))
  const hasHead = cells.some((row) => row.some(({ type }) => type === 'TH'))
  const widths = filledWidths(file, cells)
  return [
    ...(hasHead
      ? []
      : [found('a table without any TH (Matterhorn 15)', '表格没有 TH（Matterhorn 15）', page)]),
    ...(widths.some((width) => width !== widths[0])
      ? [found('rows of a table differ in width (UA 7.2)', '表格各行宽度不一（UA 7.2）', page)]
      : []),
  ]
}

const below = (element: StructureElement, type: string): StructureElement[] =>
  element.kids
    .filter(isElement)
    .flatMap((kid) => (kid.type === type ? [kid] : kid.type === 'Table' ? [] : below(kid, type)))

/** Columns that each row fills, with what spans down from above. */
function filledWidths(file: PdfFile, rows: readonly (readonly StructureElement[])[]): number[] {
  const widths: number[] = []
  for (const [i, row] of rows.entries()) {
    for (const cell of row) {
      const [columns, down] = [spanOf(file, cell, 'ColSpan'), spanOf(file, cell, 'RowSpan')]
      for (let k = i; k < Math.min(i + down, rows.length); k++) widths[k] = (widths[k] ?? 0) + columns
    }
    widths[i] ??= 0
  }
  return widths
}

function spanOf(file: PdfFile, { dict }: StructureElement, key: string): number {
  const attributes = dict.get('A')
  const all = file.array(attributes).length > 0 ? file.array(attributes) : [attributes]
  const values = all.map((value) => file.number(file.dict(value).get(key)))
  return Math.max(1, ...values.filter((value) => value !== undefined))
}

/** Each note has an ID of its own (UA 7.9-1, 7.9-2). */
function noteFaults(file: PdfFile, { elements }: StructureTree): Finding[] {
  const seen = new Set<string>()
  return elements
    .filter(({ type }) => type === 'Note')
    .flatMap((note) => {
      const value = file.resolve(note.dict.get('ID'))
      const id = isString(value) ? value.bytes : ''
      const isBad = id === '' || seen.has(id)
      seen.add(id)
      return isBad
        ? [
            found(
              `a Note with ID \`${id}\`, not its own (UA 7.9)`,
              `Note 的 ID“${id}”为空或重复（UA 7.9）`,
              pageOf(note),
            ),
          ]
        : []
    })
}
