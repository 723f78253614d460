// What the resources of a file reach (ISO 32000-1 §7.8.3): from pages, annotations, forms, patterns, Type 3 fonts and soft
// masks down, each object once, with the page it is first met on. An object that is listed and never painted counts, for
// a press may read it.

import { type ColourSpace, colourSpaceOf } from '../content/colour-space.ts'
import type { PdfFile, PdfPage, PdfStream } from '../pdf-file.ts'
import { isDict, isRef, type PdfDict, type PdfValue } from '../pdf-syntax.ts'

export interface Reached {
  readonly dict: PdfDict
  readonly page: number
}

export interface Reach {
  readonly states: readonly Reached[]
  readonly forms: readonly Reached[]
  readonly images: readonly Reached[]
  readonly annotations: readonly Reached[]
  /** External objects that are neither form nor image. */
  readonly others: readonly Reached[]
  readonly spaces: readonly { readonly space: ColourSpace; readonly page: number }[]
}

export function reachOf(file: PdfFile, pages: readonly PdfPage[]): Reach {
  const walk = new Walk(file)
  for (const [i, page] of pages.entries()) walk.page(page, i + 1)
  return walk
}

class Walk implements Reach {
  readonly states: Reached[] = []
  readonly forms: Reached[] = []
  readonly images: Reached[] = []
  readonly annotations: Reached[] = []
  readonly others: Reached[] = []
  readonly spaces: { space: ColourSpace; page: number }[] = []
  readonly #file: PdfFile
  readonly #seen = new Set<number | PdfDict>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  page({ dict, resources }: PdfPage, page: number): void {
    this.#resources(resources, page)
    for (const value of this.#file.array(dict.get('Annots'))) {
      const annotation = this.#file.dict(value)
      this.annotations.push({ dict: annotation, page })
      this.#appearance(this.#file.dict(annotation.get('AP')).get('N'), page)
    }
  }

  #appearance(value: PdfValue | undefined, page: number): void {
    if (this.#file.stream(value)) this.#object(value, page)
    else for (const state of this.#file.dict(value).values()) this.#object(state, page)
  }

  #resources(resources: PdfDict, page: number): void {
    if (this.#seen.has(resources)) return
    this.#seen.add(resources)
    const entries = (category: string): Iterable<PdfValue> =>
      this.#file.dict(resources.get(category)).values()
    for (const value of entries('XObject')) this.#object(value, page)
    for (const value of entries('Pattern')) this.#pattern(value, page)
    for (const value of entries('ExtGState')) this.#state(value, page)
    for (const value of entries('Font')) this.#font(value, page)
    for (const value of entries('ColorSpace')) this.#space(value, resources, page)
    for (const value of entries('Shading'))
      this.#space(this.#file.dict(value).get('ColorSpace'), resources, page)
  }

  /** Whether an object is met for the first time. */
  #isNew(value: PdfValue): boolean {
    const key = isRef(value) ? value.ref : isDict(value) ? value : undefined
    if (key === undefined) return false
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }

  #object(value: PdfValue | undefined, page: number): void {
    const stream = this.#file.stream(value)
    if (!stream || value === undefined || !this.#isNew(value)) return
    const subtype = this.#file.name(stream.dict.get('Subtype'))
    const reached = { dict: stream.dict, page }
    if (subtype === 'Image') {
      this.images.push(reached)
      this.#space(stream.dict.get('ColorSpace'), NO_RESOURCES, page)
      this.#object(stream.dict.get('SMask'), page)
    } else if (subtype === 'Form') {
      this.forms.push(reached)
      this.#inside(stream, page)
    } else this.others.push(reached)
  }

  #inside({ dict }: PdfStream, page: number): void {
    this.#space(this.#file.dict(dict.get('Group')).get('CS'), NO_RESOURCES, page)
    this.#resources(this.#file.dict(dict.get('Resources')), page)
  }

  #pattern(value: PdfValue, page: number): void {
    if (!this.#isNew(value)) return
    const stream = this.#file.stream(value)
    if (stream) this.#inside(stream, page)
    const dict = this.#file.dict(value)
    this.#space(this.#file.dict(dict.get('Shading')).get('ColorSpace'), NO_RESOURCES, page)
    this.#state(dict.get('ExtGState'), page)
  }

  #state(value: PdfValue | undefined, page: number): void {
    if (value === undefined || !this.#isNew(value)) return
    const dict = this.#file.dict(value)
    this.states.push({ dict, page })
    this.#object(this.#file.dict(dict.get('SMask')).get('G'), page)
  }

  #font(value: PdfValue, page: number): void {
    const font = this.#file.dict(value)
    if (this.#file.name(font.get('Subtype')) !== 'Type3' || !this.#isNew(value)) return
    this.#resources(this.#file.dict(font.get('Resources')), page)
  }

  #space(value: PdfValue | undefined, resources: PdfDict, page: number): void {
    if (value !== undefined) this.spaces.push({ space: colourSpaceOf(this.#file, value, resources), page })
  }
}

const NO_RESOURCES: PdfDict = new Map()
