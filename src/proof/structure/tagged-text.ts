// The text of structure elements: the tree and the text of marked sequences come in; text in tree order goes out, block
// by block, and whole.

import type { PageSurvey } from '../content/survey.ts'
import { withoutBlanks } from '../visible-text.ts'
import { type ContentItem, isContent, isElement, type StructureElement, type StructureTree } from './tree.ts'

/** A heading or paragraph as the tree has it. */
export interface TaggedBlock {
  /** `P`, `H1` … */
  readonly type: string
  /** Without blanks. */
  readonly text: string
  /** Of its first content, from 1. */
  readonly page: number
}

export const isHeading = (type: string): boolean => /^H[1-6]?$/.test(type)

/** Text of every sequence, by where it stands. */
export class TaggedText {
  readonly #texts: ReadonlyMap<string, string>

  constructor(pages: readonly PageSurvey[]) {
    this.#texts = new Map(
      pages.flatMap(({ page, marked }) =>
        marked.map(({ mcid, form, text }): [string, string] => [
          keyOf({ page, form, mcid }),
          withoutBlanks(text),
        ]),
      ),
    )
  }

  has(item: ContentItem): boolean {
    return this.#texts.has(keyOf(item))
  }

  /** Text of an element and all in it. */
  of(element: StructureElement): string {
    return contentsOf(element)
      .map((item) => this.#texts.get(keyOf(item)) ?? '')
      .join('')
  }

  /** Outermost headings and paragraphs, in tree order. */
  blocks({ elements }: StructureTree): TaggedBlock[] {
    return elements
      .filter((element) => isBlock(element) && !hasBlockAbove(element))
      .map((element) => ({
        type: element.type,
        text: this.of(element),
        page: contentsOf(element)[0]?.page ?? 0,
      }))
  }

  /** Everything the tree holds, in its order, piece by piece. */
  inTreeOrder({ elements }: StructureTree): { readonly text: string; readonly page: number }[] {
    return elements
      .filter(({ parent }) => parent === undefined)
      .flatMap(contentsOf)
      .map((item) => ({ text: this.#texts.get(keyOf(item)) ?? '', page: item.page }))
  }
}

/** The page's own sequences and those of its forms have numbers of their own. */
export const keyOf = ({ page, form, mcid }: ContentItem): string =>
  form === undefined ? `${page}/${mcid}` : `form ${form}/${mcid}`

const isBlock = ({ type }: StructureElement): boolean => type === 'P' || isHeading(type)

function hasBlockAbove({ parent }: StructureElement): boolean {
  for (let at = parent; at; at = at.parent) if (isBlock(at)) return true
  return false
}

/** Content of an element and of all in it, in tree order. */
export function contentsOf(element: StructureElement): ContentItem[] {
  return element.kids.flatMap((kid) => (isElement(kid) ? contentsOf(kid) : isContent(kid) ? [kid] : []))
}
