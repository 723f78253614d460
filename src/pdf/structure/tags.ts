// The structure of a book as a PDF says it (ISO 32000-1, 14.7 and 14.8; ISO 14289-1): marked content on the pages, the
// tree of elements over it, and the way back from each page. Elements join the tree when their first text is painted, so
// that the order of the tree is the order of reading.

import type PDFDocument from 'pdfkit'
import type { PDFReference } from 'pdfkit'
import type { Direction } from '../../core/index.ts'
import { BOOK, type ElementId, type StructureElement } from '../../page/index.ts'

/** A marked-content reference on another page than the element's first. */
interface ForeignContent {
  readonly Type: 'MCR'
  readonly Pg: PDFReference
  readonly MCID: number
}

interface Node {
  readonly ref: PDFReference
  readonly kids: (number | PDFReference | ForeignContent)[]
  /** Page of the first content. */
  page?: PDFReference
}

const ROOM_FOR_HEADINGS = 6

export class Tags {
  readonly #doc: PDFDocument
  readonly #structure: readonly StructureElement[]
  readonly #nodes = new Map<ElementId, Node>()
  /** For each page the elements of its marked contents. */
  readonly #parents: PDFReference[][] = []
  readonly #document: Node
  readonly #direction: Direction
  readonly #root: PDFReference
  #page: PDFReference | undefined

  constructor(doc: PDFDocument, structure: readonly StructureElement[], direction: Direction) {
    this.#doc = doc
    this.#structure = structure
    this.#direction = direction
    this.#root = doc.ref({ Type: 'StructTreeRoot' })
    this.#document = { ref: doc.ref({}), kids: [] }
  }

  startPage(page: PDFReference): void {
    page.data['StructParents'] = this.#parents.length
    page.data['Tabs'] = 'S'
    this.#page = page
    this.#parents.push([])
  }

  /** The operator that begins content of an element on the page. */
  begin(element: ElementId): string {
    const node = this.#node(element)
    const onPage = this.#parents.at(-1)
    const page = this.#page
    if (!onPage || !page) throw new Error('no page has been started')
    const id = onPage.push(node.ref) - 1
    node.page ??= page
    node.kids.push(node.page === page ? id : { Type: 'MCR', Pg: page, MCID: id })
    return `/${typeOf(this.#structure[element])} <</MCID ${id}>> BDC`
  }

  /** The node of an element, which joins its parent when it is first met. */
  #node(element: ElementId): Node {
    if (element === BOOK) return this.#document
    const known = this.#nodes.get(element)
    if (known) return known
    const parent = this.#node(this.#structure[element]?.parent ?? BOOK)
    const node: Node = { ref: this.#doc.ref({ P: parent.ref }), kids: [] }
    parent.kids.push(node.ref)
    this.#nodes.set(element, node)
    return node
  }

  /** Writes the tree; all pages have been drawn. */
  finish(): void {
    const vertical = { O: 'Layout', WritingMode: 'TbRl' }
    this.#write(this.#document, {
      S: 'Document',
      P: this.#root,
      ...(this.#direction === 'vertical' && { A: vertical }),
    })
    for (const [id, node] of this.#nodes) this.#write(node, attributesOf(this.#structure[id]))
    const parents = this.#doc.ref({ Nums: this.#parents.flatMap((refs, i) => [i, refs]) })
    parents.end()
    Object.assign(this.#root.data, {
      K: [this.#document.ref],
      ParentTree: parents,
      ParentTreeNextKey: this.#parents.length,
    })
    // pdfkit ends these two with the document.
    this.#doc._root.data['StructTreeRoot'] = this.#root
    this.#doc._root.data['MarkInfo'] = this.#doc.ref({ Marked: true })
  }

  #write({ ref, kids, page }: Node, attributes: Record<string, unknown>): void {
    const [only, more] = kids
    Object.assign(ref.data, { Type: 'StructElem', ...attributes })
    if (page) ref.data['Pg'] = page
    ref.data['K'] = more === undefined ? only : kids
    ref.end()
  }
}

/** Standard structure types (ISO 32000-1, 14.8.4). */
function typeOf(element: StructureElement | undefined): string {
  switch (element?.kind) {
    case 'part':
      return 'Part'
    case 'chapter':
    case 'entry':
      return 'Sect'
    case 'heading':
      return `H${Math.min(element.level ?? 1, ROOM_FOR_HEADINGS)}`
    case 'language':
      return 'Span'
    case 'ruby':
      return 'Ruby'
    case 'ruby-base':
      return 'RB'
    case 'ruby-text':
      return 'RT'
    default:
      return 'P'
  }
}

const attributesOf = (element: StructureElement | undefined): Record<string, unknown> => ({
  S: typeOf(element),
  ...(element?.title !== undefined && { T: new String(element.title) }),
  ...(element?.language !== undefined && { Lang: new String(element.language) }),
})
