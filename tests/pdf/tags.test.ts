// The structure tree of archive editions, read back by the rules of ISO 32000-1, 14.7: what each element is, and the text
// that its marked contents show, in the order of the tree.

import { beforeAll, describe, expect, it } from 'vitest'
import { isArray, isDict, isRef, isString, type PdfDict, type PdfValue } from '../../src/proof/pdf-syntax.ts'
import { contentsOf, type MadePdf, made } from '../support/editions.ts'
import { markedText } from '../support/marked-content.ts'

const LONG = '市直机关各部门继续把加强机关党的思想政治建设摆在重要位置。'.repeat(160)

const FILES = {
  'book.yaml': `
title: 潍坊年鉴
volume: 2003
first-page: 215
parts:
  - title: 中共潍坊市委
    chapters: [one.yaml, two.yaml]
  - chapters: [three.yaml]
`,
  'one.yaml': `
title: 市直机关党的工作
sections:
  - heading: 理论武装工作
    body: |
      学习{拼音|饕餮|tāo tiè}和{语言:en|the Party}章程，{着重|重点}突出。

      第二段。
    credits: [{ role: 供稿, names: [刘英杰] }]
  - heading: 长条目
    body: ${LONG}
credits: [{ role: 供稿, names: [李四] }]
`,
  'two.yaml': `
title: 组织工作
sections:
  - body: 没有标题的条目。
  - heading: 干部
    form: line
    body: 独行标题。
  - heading: 嵌入
    form: cut-in
    body: 插题的文字在标题旁边排，文字要够两行才看得出来，再写一些字凑满两行。
`,
  'three.yaml': 'title: 附录\nsections:\n  - heading: 一\n    body: 文字。\n',
}

interface Node {
  readonly type: string
  readonly dict: PdfDict
  /** Text of its own, and elements, in order. */
  readonly kids: readonly (string | Node)[]
}

/** The tree with the text of each marked content in its place. */
function treeOf(pdf: MadePdf): Node {
  const { file } = pdf
  const pages = file.pages()
  const texts = markedText(file)
  const textOf = (page: PdfValue | undefined, id: number): string => {
    const index = pages.findIndex((one) => isRef(page) && one.id === page.ref)
    const text = texts[index]?.get(id)
    if (text === undefined) throw new Error(`no marked content ${id} on page ${index + 1}`)
    return text
  }
  const nodeOf = (value: PdfValue | undefined): Node => {
    const dict = file.dict(value)
    const own = dict.get('K')
    const resolved = file.resolve(own)
    const kids = isArray(resolved) ? file.array(own) : own === undefined ? [] : [own]
    return {
      type: file.name(dict.get('S')) ?? '?',
      dict,
      kids: kids.map((kid) => {
        if (typeof kid === 'number') return textOf(dict.get('Pg'), kid)
        const inner = file.dict(kid)
        if (file.name(inner.get('Type')) !== 'MCR') return nodeOf(kid)
        const id = file.resolve(inner.get('MCID'))
        return textOf(inner.get('Pg') ?? dict.get('Pg'), typeof id === 'number' ? id : -1)
      }),
    }
  }
  const root = file.dict(file.catalog.get('StructTreeRoot'))
  return nodeOf(file.array(root.get('K'))[0])
}

/** As nested lists: the type, then text and elements. */
type Shown = readonly [string, ...(string | Shown)[]]
const shown = ({ type, kids }: Node): Shown => [
  type,
  ...kids.map((kid) => (typeof kid === 'string' ? kid.replace(/\s/g, '') : shown(kid))),
]

describe.each(['yearbook', 'yearbook-vertical'])('the tree of an archive edition, %s', (layout) => {
  let pdf: MadePdf
  let tree: Node

  beforeAll(async () => {
    pdf = await made(FILES, { kind: 'archive', standard: '3a' }, { layout })
    tree = treeOf(pdf)
  })

  it('is the book in reading order: parts, chapters, entries, headings, paragraphs, credits', () => {
    const [type, ...kids] = shown(tree)
    expect(type).toBe('Document')
    const [first, last] = kids as Shown[]
    expect(last).toEqual(['Sect', ['H1', '附录'], ['Sect', ['H2', '【一】'], ['P', '文字。']]])
    const [, title, one, two] = (first ?? []) as Shown[]
    expect(first?.[0]).toBe('Part')
    expect(title).toEqual(['H1', '中共潍坊市委'])
    expect(one?.slice(0, 3)).toEqual([
      'Sect',
      ['H2', '市直机关党的工作'],
      [
        'Sect',
        ['H3', '【理论武装工作】'],
        [
          'P',
          '学习',
          ['Ruby', ['RB', '饕'], ['RT', 'tāo']],
          ['Ruby', ['RB', '餮'], ['RT', 'tiè']],
          '和',
          ['Span', 'theParty'],
          '章程，重点突出。',
        ],
        ['P', '第二段。'],
        ['P', '（刘英杰供稿）'],
      ],
    ])
    expect(one?.at(-1)).toEqual(['P', '（李四供稿）'])
    expect(two).toEqual([
      'Sect',
      ['H2', '组织工作'],
      ['Sect', ['P', '没有标题的条目。']],
      ['Sect', ['H3', '干部'], ['P', '独行标题。']],
      ['Sect', ['H3', '嵌入'], ['P', '插题的文字在标题旁边排，文字要够两行才看得出来，再写一些字凑满两行。']],
    ])
  })

  it('holds a paragraph that goes on over columns and pages as one', () => {
    const long = (shown(tree)[1] as Shown)[2] as Shown
    const [, heading, paragraph] = long[3] as unknown as [string, Shown, Shown]
    expect(heading).toEqual(['H3', '【长条目】'])
    const [type, ...parts] = paragraph
    expect([type, parts.join('')]).toEqual(['P', LONG])
    expect(parts.length).toBeGreaterThan(1)
  })

  it('names headings without brackets, other languages by their tag, and the direction', () => {
    const found: [string, string][] = []
    const visit = ({ type, dict, kids }: Node): void => {
      for (const key of ['T', 'Lang']) {
        const value = pdf.file.resolve(dict.get(key))
        if (isString(value)) found.push([type, textOf(value.bytes)])
      }
      for (const kid of kids) if (typeof kid !== 'string') visit(kid)
    }
    visit(tree)
    expect(found.slice(0, 4)).toEqual([
      ['H1', '中共潍坊市委'],
      ['H2', '市直机关党的工作'],
      ['H3', '理论武装工作'],
      ['Span', 'en'],
    ])
    const attributes = tree.dict.get('A')
    expect(isDict(attributes) && attributes.get('WritingMode')).toEqual(
      layout === 'yearbook' ? false : { name: 'TbRl' },
    )
  })

  it('leads back from every marked content to its element, and leaves nothing unmarked', () => {
    const { file } = pdf
    const root = file.dict(file.catalog.get('StructTreeRoot'))
    const nums = file.array(file.dict(root.get('ParentTree')).get('Nums'))
    expect(nums.length).toBe(2 * file.pages().length)
    for (const [i, { dict }] of file.pages().entries()) {
      expect(dict.get('StructParents')).toBe(i)
      expect(nums[2 * i]).toBe(i)
      const parents = file.array(nums[2 * i + 1])
      expect(parents.length).toBe(markedText(file)[i]?.size)
      for (const parent of parents) expect(file.name(file.dict(parent).get('Type'))).toBe('StructElem')
    }
    for (const content of contentsOf(pdf)) expect(unmarked(content)).toEqual([])
  })
})

/** Painting operators outside marked content. */
function unmarked(content: string): readonly string[] {
  let depth = 0
  const found: string[] = []
  for (const line of content.replace(/<[0-9a-f]*>/g, '').split('\n')) {
    if (/\bBDC$/.test(line)) depth++
    else if (line === 'EMC') depth--
    else if (depth === 0 && /\b(?:TJ|Tj|f|S|B)$/.test(line)) found.push(line)
  }
  return found
}

/** A text string of a PDF: UTF-16 with a mark at its head, or bytes. */
function textOf(bytes: string): string {
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
