// The structure tree of a tagged PDF (ISO 32000-1 §14.7): elements with their standard types, in tree order, and what
// content they hold. It is read as it stands; whether it is right is for the rules to say.

import type { PdfFile, PdfPage } from '../pdf-file.ts'
import { isDict, isRef, type PdfDict, type PdfValue } from '../pdf-syntax.ts'

/** A marked-content sequence. */
export interface ContentItem {
  /** From 1; 0 where the tree does not say. */
  readonly page: number
  /** Object of the form it stands in; undefined for the page itself. */
  readonly form: number | undefined
  readonly mcid: number
}

export type Kid = StructureElement | ContentItem | { readonly object: number }

export interface StructureElement {
  /** Standard type, after the role map. */
  readonly type: string
  readonly dict: PdfDict
  /** Object number; undefined for one that is no object of its own. */
  readonly id: number | undefined
  readonly parent: StructureElement | undefined
  readonly kids: readonly Kid[]
}

export interface StructureTree {
  readonly root: PdfDict
  /** Object number of the root. */
  readonly rootId: number | undefined
  /** Every element, parents before their kids. */
  readonly elements: readonly StructureElement[]
  /** Own types that lead to no standard type (§14.7.3). */
  readonly unmapped: readonly string[]
}

export const isElement = (kid: Kid): kid is StructureElement => 'kids' in kid
export const isContent = (kid: Kid): kid is ContentItem => 'mcid' in kid

/** Standard types of PDF 1.7 (§14.8.4). */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
)

/** Undefined where there is no tree. */
export function readTree(file: PdfFile, pages: readonly PdfPage[]): StructureTree | undefined {
  const value = file.catalog.get('StructTreeRoot')
  const root = file.resolve(value)
  if (!isDict(root)) return undefined
  const reader = new TreeReader(file, pages, root)
  reader.read()
  return {
    root,
    rootId: isRef(value) ? value.ref : undefined,
    elements: reader.elements,
    unmapped: [...reader.unmapped],
  }
}

interface MutableElement extends StructureElement {
  readonly kids: Kid[]
}

class TreeReader {
  readonly elements: StructureElement[] = []
  readonly unmapped = new Set<string>()
  readonly #file: PdfFile
  readonly #root: PdfDict
  readonly #pages: ReadonlyMap<number, number>
  readonly #roles: PdfDict
  readonly #seen = new Set<number>()

  constructor(file: PdfFile, pages: readonly PdfPage[], root: PdfDict) {
    this.#file = file
    this.#root = root
    this.#roles = file.dict(root.get('RoleMap'))
    this.#pages = new Map(pages.map(({ id }, i) => [id, i + 1]))
  }

  /** Without recursion: a book's tree is wide, a broken one may be deep. */
  read(): void {
    const queue: { value: PdfValue; parent: MutableElement | undefined }[] = []
    const push = (value: PdfValue | undefined, parent: MutableElement | undefined): void => {
      const items = this.#itemsOf(value)
      for (let i = items.length - 1; i >= 0; i--) {
        const item = items[i]
        if (item !== undefined) queue.push({ value: item, parent })
      }
    }
    push(this.#root.get('K'), undefined)
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { value, parent } = next
      const kid = this.#kid(value, parent)
      if (kid === undefined) continue
      parent?.kids.push(kid)
      if (!isElement(kid)) continue
      this.elements.push(kid)
      push(kid.dict.get('K'), kid as MutableElement)
    }
  }

  #itemsOf(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.#file.resolve(value)
    if (Array.isArray(found)) return found
    return value === undefined ? [] : [value]
  }

  #kid(value: PdfValue, parent: StructureElement | undefined): Kid | undefined {
    const found = this.#file.resolve(value)
    if (typeof found === 'number')
      return { page: this.#pageOf(parent?.dict.get('Pg')), form: undefined, mcid: found }
    if (!isDict(found)) return undefined
    const type = this.#file.name(found.get('Type'))
    if (type === 'MCR') return this.#reference(found, parent)
    if (type === 'OBJR') {
      const object = found.get('Obj')
      return isRef(object) ? { object: object.ref } : undefined
    }
    return this.#element(value, found, parent)
  }

  #reference(dict: PdfDict, parent: StructureElement | undefined): ContentItem {
    const stream = dict.get('Stm')
    return {
      page: this.#pageOf(dict.get('Pg') ?? parent?.dict.get('Pg')),
      form: isRef(stream) ? stream.ref : undefined,
      mcid: this.#file.number(dict.get('MCID')) ?? -1,
    }
  }

  #element(value: PdfValue, dict: PdfDict, parent: StructureElement | undefined): MutableElement | undefined {
    const id = isRef(value) ? value.ref : undefined
    if (id !== undefined) {
      if (this.#seen.has(id)) return undefined
      this.#seen.add(id)
    }
    return { type: this.#typeOf(this.#file.name(dict.get('S')) ?? '?'), dict, id, parent, kids: [] }
  }

  #typeOf(own: string): string {
    let type = own
    for (let hops = 0; hops < 16 && !STANDARD_TYPES.has(type); hops++) {
      const next = this.#file.name(this.#roles.get(type))
      if (next === undefined) break
      type = next
    }
    if (!STANDARD_TYPES.has(type)) this.unmapped.add(own)
    return type
  }

  #pageOf(value: PdfValue | undefined): number {
    return isRef(value) ? (this.#pages.get(value.ref) ?? 0) : 0
  }
}
