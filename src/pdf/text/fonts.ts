// The type case as PDF fonts: for each face one embedded subset with one descendant font, over it a horizontal and a
// vertical Type 0 font (Identity-H, Identity-V). Codes are cids, cids are glyph ids of the subset, and each has the
// text it was set for (ISO 32000-1, 9.7 and 9.10.3).

import { createHash } from 'node:crypto'
import type PDFDocument from 'pdfkit'
import type { PDFReference } from 'pdfkit'
import { type CaseFace, type Sort, subsetFace, type TypeCase } from '../../font/index.ts'
import { deflated } from '../deflate.ts'

/** Width PDF readers assume, in thousandths; the writer of lines reckons with the same rounding. */
export const widthOf = (sort: Sort): number => Math.round(sort.width * 1000)

/** Advance in vertical lines, in thousandths. */
export const heightOf = (sort: Sort): number => Math.round((sort.vertical?.advance ?? 1) * 1000)

export class PdfFonts {
  readonly #doc: PDFDocument
  readonly #typeCase: TypeCase
  readonly #refs = new Map<string, PDFReference>()

  constructor(doc: PDFDocument, typeCase: TypeCase) {
    this.#doc = doc
    this.#typeCase = typeCase
  }

  /** The Type 0 font of a face for a writing mode; its objects are written by `finish`. */
  use(face: number, isVertical: boolean): { readonly name: string; readonly ref: PDFReference } {
    const name = `F${face}${isVertical ? 'V' : 'H'}`
    let ref = this.#refs.get(name)
    if (!ref) {
      ref = this.#doc.ref({})
      this.#refs.set(name, ref)
    }
    return { name, ref }
  }

  /** Writes the fonts that were used and answers their embedded programs. */
  finish(): readonly Uint8Array[] {
    return [...this.#typeCase.faces.entries()].flatMap(([index, face]) => {
      const users = (['H', 'V'] as const).flatMap((mode) => {
        const ref = this.#refs.get(`F${index}${mode}`)
        return ref ? [{ mode, ref }] : []
      })
      return users.length > 0 ? [this.#writeFace(face, users)] : []
    })
  }

  #writeFace(face: CaseFace, users: readonly { mode: 'H' | 'V'; ref: PDFReference }[]): Uint8Array {
    const program = subsetFace(face)
    const name = `${subsetTag(face)}+${face.face.postscriptName}`
    const file = this.#doc.ref(program.kind === 'cff' ? { Subtype: 'CIDFontType0C' } : {})
    if (program.kind === 'truetype') file.data['Length1'] = program.bytes.length
    deflated(file, program.bytes)
    const descendant = this.#doc.ref({
      Type: 'Font',
      Subtype: program.kind === 'cff' ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: new String('Adobe'),
        Ordering: new String('Identity'),
        Supplement: 0,
      },
      FontDescriptor: this.#descriptor(face, name, program.kind, file),
      DW: 1000,
      W: horizontalWidths(face.sorts),
      DW2: [Math.round(face.face.emTop * 1000), -1000],
      ...verticalMetrics(face.sorts),
      ...(program.kind === 'truetype' ? { CIDToGIDMap: 'Identity' } : {}),
    })
    descendant.end()
    const toUnicode = this.#doc.ref({})
    deflated(toUnicode, toUnicodeCMap(face.sorts))
    for (const { mode, ref } of users) {
      Object.assign(ref.data, {
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: `Identity-${mode}`,
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      })
      ref.end()
    }
    return program.bytes
  }

  #descriptor(face: CaseFace, name: string, kind: 'truetype' | 'cff', file: PDFReference): PDFReference {
    const { ascent, descent, capHeight, italicAngle, box, weight } = face.face.metrics
    const k = (value: number): number => Math.round(value * 1000)
    const SYMBOLIC = 4
    const descriptor = this.#doc.ref({
      Type: 'FontDescriptor',
      FontName: name,
      FontFamily: new String(face.face.familyName),
      Flags: SYMBOLIC,
      FontBBox: [k(box.left), k(box.bottom), k(box.right), k(box.top)],
      ItalicAngle: italicAngle,
      Ascent: k(ascent),
      Descent: k(descent),
      CapHeight: k(capHeight),
      StemV: weight >= 600 ? 140 : 80,
      [kind === 'cff' ? 'FontFile3' : 'FontFile2']: file,
    })
    descriptor.end()
    return descriptor
  }
}

/** Six capitals that name the subset by what is in it, so that equal files have equal names. */
function subsetTag({ face, sorts }: CaseFace): string {
  const hash = createHash('sha256').update(face.postscriptName)
  for (const sort of sorts) hash.update(`${sort.gid} ${sort.text}\n`)
  return [...hash.digest().subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('')
}

/** `W`: runs of widths that differ from the default 1000. */
function horizontalWidths(sorts: readonly Sort[]): (number | number[])[] {
  const out: (number | number[])[] = []
  let run: number[] = []
  for (const [cid, sort] of sorts.entries()) {
    const width = widthOf(sort)
    if (width === 1000) {
      run = []
      continue
    }
    if (run.length === 0) out.push(cid, run)
    run.push(width)
  }
  return out
}

/** `W2`: the few sorts whose vertical cell is not one em: —— and the middle dot. */
function verticalMetrics(sorts: readonly Sort[]): { W2?: (number | number[])[] } {
  const out: (number | number[])[] = []
  for (const [cid, { vertical, width }] of sorts.entries()) {
    if (!vertical) continue
    out.push(cid, [
      -Math.round(vertical.advance * 1000),
      Math.round(width * 500),
      Math.round(vertical.top * 1000),
    ])
  }
  return out.length > 0 ? { W2: out } : {}
}

const hex4 = (n: number): string => n.toString(16).padStart(4, '0')

const utf16 = (text: string): string => {
  let out = ''
  for (let i = 0; i < text.length; i++) out += hex4(text.charCodeAt(i))
  return out
}

/** Entries a bfchar block may hold (Adobe Technical Note 5411). */
const BLOCK = 100

function toUnicodeCMap(sorts: readonly Sort[]): string {
  const lines: string[] = []
  for (let from = 1; from < sorts.length; from += BLOCK) {
    const block = sorts.slice(from, from + BLOCK)
    lines.push(`${block.length} beginbfchar`)
    for (const [i, sort] of block.entries()) lines.push(`<${hex4(from + i)}> <${utf16(sort.text)}>`)
    lines.push('endbfchar')
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${lines.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
