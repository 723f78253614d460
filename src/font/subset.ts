// The font file that goes into a PDF: the glyphs of the sorts in the order of their cids, so that cid = glyph id there.
// The same outline may stand under several cids (one a text), and a sort made of parts becomes a compound glyph.

import { type Sfnt, writeSfnt } from './sfnt.ts'
import type { CaseFace, Sort, SortPart } from './typecase.ts'

const ARGS_ARE_WORDS = 0x1
const ARGS_ARE_XY = 0x2
const MORE_COMPONENTS = 0x20
const HAS_X_AND_Y_SCALE = 0x40
const HAS_SCALE = 0x8
const HAS_TWO_BY_TWO = 0x80

/** Tables a PDF viewer needs of a TrueType font program (ISO 32000-1, 9.9), with the hinting ones as they are. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const

/** The embedded font program: TrueType with cid = glyph id, or a bare CFF. */
export interface FontProgram {
  readonly kind: 'truetype' | 'cff'
  readonly bytes: Uint8Array
}

export function subsetFace({ face, sorts }: CaseFace): FontProgram {
  if (face.sfnt.flavour === 'cff') {
    return { kind: 'cff', bytes: face.subsetCff(sorts.map((sort) => sort.gid)) }
  }
  return { kind: 'truetype', bytes: new TrueTypeSubset(face.sfnt).build(sorts) }
}

/** Glyphs of a subset: source glyph ids, then the parts that compounds refer to. */
class TrueTypeSubset {
  readonly #glyf: Uint8Array
  readonly #view: DataView
  readonly #offsetOf: (gid: number) => number
  readonly #unitsPerEm: number
  readonly #source: Sfnt
  readonly #glyphs: Uint8Array[] = []
  readonly #metrics: { readonly advance: number; readonly bearing: number }[] = []
  readonly #partIds = new Map<number, number>()
  readonly #queue: number[] = []
  #sortCount = 0

  constructor(source: Sfnt) {
    this.#source = source
    this.#glyf = tableOf(source, 'glyf')
    this.#view = viewOf(this.#glyf)
    const head = viewOf(tableOf(source, 'head'))
    const loca = viewOf(tableOf(source, 'loca'))
    this.#unitsPerEm = head.getUint16(18)
    const isLong = head.getInt16(50) === 1
    this.#offsetOf = (gid) => (isLong ? loca.getUint32(4 * gid) : 2 * loca.getUint16(2 * gid))
  }

  build(sorts: readonly Sort[]): Uint8Array {
    this.#sortCount = sorts.length
    for (const sort of sorts) {
      this.#glyphs.push(sort.parts ? this.#compound(sort) : this.#copy(sort.gid))
      this.#metrics.push(sort.parts ? this.#metricsOfCompound(sort) : this.#metricsOf(sort.gid))
    }
    // Parts come after the sorts; copying one may ask for more.
    for (let i = 0; i < this.#queue.length; i++) {
      const gid = this.#queue[i] ?? 0
      this.#glyphs.push(this.#copy(gid))
      this.#metrics.push(this.#metricsOf(gid))
    }
    return writeSfnt(0x10000, this.#tables())
  }

  #outline(gid: number): Uint8Array {
    return this.#glyf.subarray(this.#offsetOf(gid), this.#offsetOf(gid + 1))
  }

  /** A glyph's outline; a composite one has its references renumbered. */
  #copy(gid: number): Uint8Array {
    const outline = this.#outline(gid)
    if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline
    const copy = new Uint8Array(outline)
    const view = viewOf(copy)
    for (let at = 10, flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
      flags = view.getUint16(at)
      view.setUint16(at + 2, this.#partId(view.getUint16(at + 2)))
      at += 4 + (flags & ARGS_ARE_WORDS ? 4 : 2)
      at += flags & HAS_SCALE ? 2 : flags & HAS_X_AND_Y_SCALE ? 4 : flags & HAS_TWO_BY_TWO ? 8 : 0
    }
    return copy
  }

  #partId(gid: number): number {
    const known = this.#partIds.get(gid)
    if (known !== undefined) return known
    const id = this.#sortCount + this.#queue.push(gid) - 1
    this.#partIds.set(gid, id)
    return id
  }

  /** Digits side by side in one cell, or a mark moved inside its cell: components scaled across and shifted. */
  #compound(sort: Sort): Uint8Array {
    const parts = sort.parts ?? []
    const out = new Uint8Array(10 + 12 * parts.length)
    const view = viewOf(out)
    const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
    view.setInt16(0, -1)
    for (const [i, part] of parts.entries()) {
      const at = 10 + 12 * i
      const [shift, rise] = this.#shiftOf(part)
      const last = i === parts.length - 1
      view.setUint16(at, ARGS_ARE_WORDS | ARGS_ARE_XY | HAS_X_AND_Y_SCALE | (last ? 0 : MORE_COMPONENTS))
      view.setUint16(at + 2, this.#partId(part.gid))
      view.setInt16(at + 4, shift)
      view.setInt16(at + 6, rise)
      view.setInt16(at + 8, Math.round(part.scale * 0x4000))
      view.setInt16(at + 10, 0x4000)
      this.#growBox(box, part)
    }
    view.setInt16(2, Math.floor(box.left))
    view.setInt16(4, box.bottom)
    view.setInt16(6, Math.ceil(box.right))
    view.setInt16(8, box.top)
    return out
  }

  #growBox(box: { left: number; bottom: number; right: number; top: number }, part: SortPart): void {
    const { gid, scale } = part
    const at = this.#offsetOf(gid)
    if (this.#offsetOf(gid + 1) === at) return
    const view = this.#view
    const [shift, rise] = this.#shiftOf(part)
    box.left = Math.min(box.left, shift + scale * view.getInt16(at + 2))
    box.bottom = Math.min(box.bottom, rise + view.getInt16(at + 4))
    box.right = Math.max(box.right, shift + scale * view.getInt16(at + 6))
    box.top = Math.max(box.top, rise + view.getInt16(at + 8))
  }

  /** Right and up, in font units. */
  #shiftOf({ shift, rise = 0 }: SortPart): readonly [number, number] {
    return [Math.round(shift * this.#unitsPerEm), Math.round(rise * this.#unitsPerEm)]
  }

  #metricsOfCompound(sort: Sort): { advance: number; bearing: number } {
    // The bearing must be the outline's own left edge, or rasterisers move the glyph by the difference.
    const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity }
    for (const part of sort.parts ?? []) this.#growBox(box, part)
    const bearing = Number.isFinite(box.left) ? Math.floor(box.left) : 0
    return { advance: Math.round(sort.width * this.#unitsPerEm), bearing }
  }

  #metricsOf(gid: number): { advance: number; bearing: number } {
    const hmtx = viewOf(tableOf(this.#source, 'hmtx'))
    const count = viewOf(tableOf(this.#source, 'hhea')).getUint16(34)
    if (gid < count) return { advance: hmtx.getUint16(4 * gid), bearing: hmtx.getInt16(4 * gid + 2) }
    return {
      advance: hmtx.getUint16(4 * (count - 1)),
      bearing: hmtx.getInt16(4 * count + 2 * (gid - count)),
    }
  }

  #tables(): [string, Uint8Array][] {
    const count = this.#glyphs.length
    const { glyf, loca } = this.#glyphTables()
    const tables: [string, Uint8Array][] = [
      ['glyf', glyf],
      ['loca', loca],
      ['hmtx', this.#hmtx()],
      ['head', patched(tableOf(this.#source, 'head'), (view) => view.setInt16(50, 1))],
      ['hhea', patched(tableOf(this.#source, 'hhea'), (view) => view.setUint16(34, count))],
      ['maxp', this.#maxp(count)],
    ]
    for (const tag of COPIED) {
      const table = this.#source.tables.get(tag)
      if (table) tables.push([tag, table])
    }
    return tables
  }

  #glyphTables(): { glyf: Uint8Array; loca: Uint8Array } {
    const size = this.#glyphs.reduce((sum, glyph) => sum + ((glyph.length + 3) & ~3), 0)
    const glyf = new Uint8Array(size)
    const loca = new Uint8Array(4 * (this.#glyphs.length + 1))
    const offsets = viewOf(loca)
    let at = 0
    for (const [i, glyph] of this.#glyphs.entries()) {
      offsets.setUint32(4 * i, at)
      glyf.set(glyph, at)
      at += (glyph.length + 3) & ~3
    }
    offsets.setUint32(4 * this.#glyphs.length, at)
    return { glyf, loca }
  }

  #hmtx(): Uint8Array {
    const out = new Uint8Array(4 * this.#metrics.length)
    const view = viewOf(out)
    for (const [i, { advance, bearing }] of this.#metrics.entries()) {
      view.setUint16(4 * i, advance)
      view.setInt16(4 * i + 2, bearing)
    }
    return out
  }

  /** Compounds of ours may be larger than any of the font's own. */
  #maxp(count: number): Uint8Array {
    return patched(tableOf(this.#source, 'maxp'), (view) => {
      view.setUint16(4, count)
      if (view.byteLength < 32 || this.#queue.length === 0) return
      const MOST_PARTS = 3
      view.setUint16(10, Math.max(view.getUint16(10), MOST_PARTS * view.getUint16(6)))
      view.setUint16(12, Math.max(view.getUint16(12), MOST_PARTS * view.getUint16(8)))
      view.setUint16(28, Math.max(view.getUint16(28), MOST_PARTS))
      view.setUint16(30, Math.max(view.getUint16(30), 1))
    })
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function tableOf(source: Sfnt, tag: string): Uint8Array {
  const table = source.tables.get(tag)
  if (!table) throw new Error(`the font has no ${tag} table`)
  return table
}

function patched(table: Uint8Array, patch: (view: DataView) => void): Uint8Array {
  // A Buffer's own slice() would share the font's memory.
  const copy = new Uint8Array(table)
  patch(viewOf(copy))
  return copy
}
