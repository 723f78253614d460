// Which codes of a font the pages show, and where first. The interpreter counts here, glyph by glyph, so this is flat
// data; what must hold of the codes is for the checks to say.

import type { PdfFont } from './pdf-font.ts'

/** How a glyph is shown: to be seen, in place of which other text is read (ActualText), or not painted at all. */
export type Showing = 'plain' | 'replaced' | 'hidden'

export class GlyphUse {
  readonly font: PdfFont
  readonly #pages: Readonly<Record<Showing, Uint16Array>>

  constructor(font: PdfFont) {
    this.font = font
    const count = font.bytesPerCode === 2 ? 0x10000 : 0x100
    this.#pages = {
      plain: new Uint16Array(count),
      replaced: new Uint16Array(count),
      hidden: new Uint16Array(count),
    }
  }

  /** Notes the codes of a string and answers how far they carry the pen, in thousandths of the size. */
  show(bytes: string, page: number, showing: Showing): number {
    const { advances } = this.font
    const pages = this.#pages[showing]
    let sum = 0
    if (this.font.bytesPerCode === 1) {
      for (let i = 0; i < bytes.length; i++) sum += note(pages, bytes.charCodeAt(i), page, advances)
      return sum
    }
    for (let i = 0; i + 1 < bytes.length; i += 2)
      sum += note(pages, bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1), page, advances)
    return sum
  }

  /** Page where a code is first shown in one of these ways; 0 where it is not. */
  firstPage(code: number, ...showings: readonly Showing[]): number {
    const pages = showings.map((showing) => this.#pages[showing][code] ?? 0).filter((page) => page > 0)
    return pages.length === 0 ? 0 : Math.min(...pages)
  }

  /** Codes shown in one of these ways, in order. */
  codes(...showings: readonly Showing[]): number[] {
    const found: number[] = []
    const arrays = showings.map((showing) => this.#pages[showing])
    const count = this.#pages.plain.length
    for (let code = 0; code < count; code++) if (arrays.some((pages) => pages[code])) found.push(code)
    return found
  }
}

function note(pages: Uint16Array, code: number, page: number, advances: Float32Array): number {
  if (pages[code] === 0) pages[code] = page
  return advances[code] ?? 0
}
