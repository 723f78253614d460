// Sheets as a PDF. In: the book, its plan, the layout of each sheet. Out: the bytes, the same for the same book and wishes:
// no clock, no chance, every new stream packed by fflate, which is the same with every version of Node. Cross-references
// are a table, which the oldest raster processor reads.

import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFCatalog,
  PDFContext,
  PDFDict,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFObjectCopier,
  PDFPageLeaf,
  PDFPageTree,
  type PDFRef,
  PDFWriter,
} from '@cantoo/pdf-lib'
import { drawMarks, markResources, num } from './draw.ts'
import { pageForm } from './form.ts'
import { inkFor, type MarkInk } from './ink.ts'
import { layOut, type Placed, type SheetLayout, type SheetSpec } from './layout.ts'
import { type MarksOptions, marksOf } from './marks.ts'
import { joined, type Matrix, type Rect, translation } from './matrix.ts'
import { writeMetadata } from './metadata.ts'
import type { Plan } from './plan.ts'
import type { SourceBook, SourcePage } from './source.ts'

export interface WriteOptions extends MarksOptions {
  readonly spec: SheetSpec
  readonly producer: string
  /** The bytes of the book: with what is drawn on the sheets they make the identifier of the file. */
  readonly source: Uint8Array
}

/** @throws DamagedPage where a page's content cannot be read */
export async function writeSheets(book: SourceBook, plan: Plan, options: WriteOptions): Promise<Uint8Array> {
  const writer = new SheetWriter(book, inkFor(book))
  for (const sheet of plan.sheets) {
    const layout = layOut(sheet, options.spec)
    for (const side of ['front', 'back'] as const)
      writer.add(layout, layout[side], drawMarks(marksOf(sheet, layout, side, options)))
  }
  return writer.finish(options)
}

/** Object numbers are given in the order in which things are first drawn. */
class SheetWriter {
  readonly #book: SourceBook
  readonly #context = PDFContext.create()
  readonly #copier: PDFObjectCopier
  readonly #tree: PDFPageTree
  readonly #treeRef: PDFRef
  readonly #colours: PDFDict | undefined
  readonly #hash = createHash('sha256')

  constructor(book: SourceBook, ink: MarkInk) {
    this.#book = book
    this.#context.header = PDFHeader.forVersion(Number(book.version[0]), Number(book.version[2]))
    this.#copier = PDFObjectCopier.for(book.context, this.#context)
    this.#tree = PDFPageTree.withContext(this.#context)
    this.#treeRef = this.#context.register(this.#tree)
    this.#colours = markResources(ink, this.#context)
    this.#hash.update(ink)
  }

  /** One side of a sheet. */
  add({ size }: SheetLayout, placed: readonly Placed[], marks: string): void {
    const objects = PDFDict.withContext(this.#context)
    const drawn = placed.flatMap((place) => this.#draw(place, objects))
    const operators = [...drawn, this.#inked(marks)].filter((text) => text !== '').join('\n')
    this.#hash.update(operators)
    const resources = this.#context.obj({ XObject: objects })
    if (this.#colours !== undefined && marks !== '') resources.set(PDFName.of('ColorSpace'), this.#colours)
    const leaf = PDFPageLeaf.withContextAndParent(this.#context, this.#treeRef)
    leaf.set(PDFName.of('MediaBox'), this.#context.obj([0, 0, ...[size.width, size.height].map(rounded)]))
    leaf.set(PDFName.of('Resources'), resources)
    leaf.set(PDFName.of('Contents'), this.#context.register(this.#context.flateStream(operators)))
    this.#tree.Kids().push(this.#context.register(leaf))
  }

  /** Puts a page into the resources; answers its operators, none for a blank. */
  #draw({ page: number, isTurned, area, room }: Placed, objects: PDFDict): readonly string[] {
    const page = this.#book.pages[number - 1]
    if (page === undefined) return []
    const form = pageForm(page, shownOf(page, room, isTurned), this.#context, this.#copier)
    if (form === undefined) return []
    const name = `P${number}`
    objects.set(PDFName.of(name), form)
    return [`q ${matrixOf(page, area, isTurned).map(num).join(' ')} cm /${name} Do Q`]
  }

  #inked(marks: string): string {
    if (marks === '') return ''
    const colour = this.#colours === undefined ? '0 G 0 g' : '/All CS 1 SCN /All cs 1 scn'
    return `q ${colour}\n${marks}\nQ`
  }

  async finish({ producer, source }: WriteOptions): Promise<Uint8Array> {
    const context = this.#context
    const catalog = PDFCatalog.withContextAndPages(context, this.#treeRef)
    this.#tree.set(PDFName.of('Count'), context.obj(this.#tree.Kids().size()))
    context.trailerInfo.Root = context.register(catalog)
    writeMetadata(this.#book, { context, catalog, copier: this.#copier }, producer)
    const identifier = this.#hash.update(producer).update(source).digest().subarray(0, IDENTIFIER_LENGTH)
    const id = PDFArray.withContext(context)
    for (let i = 0; i < 2; i++) id.push(PDFHexString.fromBytes(identifier))
    context.trailerInfo.ID = id
    return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer()
  }
}

/** Bytes of a file identifier (ISO 32000-1, 14.4). */
const IDENTIFIER_LENGTH = 16

const rounded = (value: number): number => Number(num(value))

/** The trimmed page with as much of its bleed as there is room for; a page on its head has its sides changed. */
function shownOf({ bleed, width, height }: SourcePage, room: Rect, isTurned: boolean): Rect {
  const { left, right, top, bottom } = isTurned
    ? { left: room.right, right: room.left, top: room.bottom, bottom: room.top }
    : room
  return {
    left: -Math.min(bleed.left, left),
    bottom: -Math.min(bleed.bottom, bottom),
    right: width + Math.min(bleed.right, right),
    top: height + Math.min(bleed.top, top),
  }
}

/** From the page's own coordinates to the sheet's. */
function matrixOf(page: SourcePage, { left, bottom }: Rect, isTurned: boolean): Matrix {
  const turned: Matrix = isTurned ? [-1, 0, 0, -1, page.width, page.height] : [1, 0, 0, 1, 0, 0]
  return joined(joined(page.upright, turned), translation(left, bottom))
}
