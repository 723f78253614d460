// One opened font: which glyph stands for a character in either direction, how wide it is, where its ink lies. All
// lengths leave this file in em. fontkit does the reading; what it answers is kept, so that a character costs once.

import * as fontkit from 'fontkit'
import type { Span } from '../core/index.ts'
import { checkTables, FontFormatError, openSfnt, type Sfnt } from './sfnt.ts'

/** Where a font comes from and what may be done with it. */
export interface FontFile {
  /** Path or package path, for messages and reports. */
  readonly path: string
  readonly licence: string
  /** Which font of a collection: its number from 0, or its PostScript name; the first when absent. */
  readonly member?: string
  /** Where a layout names it. */
  readonly span?: Span
  /** Reads the bytes; called once, when the font is first needed. Throws when they cannot be read. */
  readonly load: () => Uint8Array
}

/** A font file in messages and reports: its path, with the member of a collection. */
export const fontName = ({ path, member }: Pick<FontFile, 'path' | 'member'>): string =>
  member === undefined ? path : `${path}#${member}`

/** A glyph as shaping gave it. */
export interface ShapedGlyph {
  readonly gid: number
  /** Em from this glyph's origin to the next one's, kerning included. */
  readonly advance: number
  /** Em the font itself advances by, which a PDF reader assumes. */
  readonly width: number
  /** The characters it stands for. */
  readonly text: string
}

/** Ink of a glyph in em, y up from the baseline; all 0 for a blank. */
export interface InkBox {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

const SCRIPT = 'hani'
/** Without it Noto sets — as 0.89 em and —— as 1.69 em (typography.md 11). */
const LANGUAGE = 'ZHS '

export class Face {
  readonly file: FontFile
  readonly sfnt: Sfnt
  readonly #font: fontkit.Font
  /** The long records of `hmtx`, four bytes each. */
  readonly #advances: DataView

  /** @throws FontFormatError when the file is no font that can be set, or has no such member */
  constructor(file: FontFile) {
    this.file = file
    const { sfnt, font } = opened(file.load(), file.member)
    checkTables(sfnt)
    probe(font)
    this.sfnt = sfnt
    this.#font = font
    this.#advances = advancesOf(sfnt)
  }

  get postscriptName(): string {
    return (this.#font.postscriptName ?? this.#font.fullName ?? 'Unnamed').replace(
      /[^!-~]|[()<>[\]{}/%]/g,
      '',
    )
  }

  get familyName(): string {
    return this.#font.familyName ?? this.postscriptName
  }

  get version(): string {
    return this.#font.version ?? ''
  }

  get isBold(): boolean {
    return (this.#font['OS/2']?.usWeightClass ?? 400) >= 600
  }

  /** Whether the font's own flags forbid embedding (OS/2 fsType). */
  get mayEmbed(): boolean {
    const flags = this.#font['OS/2']?.fsType
    return !(flags?.noEmbedding || flags?.bitmapOnly)
  }

  /** Font-wide figures in em, for a PDF font descriptor. */
  get metrics(): {
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly italicAngle: number
    readonly box: InkBox
    readonly weight: number
  } {
    const f = this.#font
    return {
      ascent: this.#em(f.ascent),
      descent: this.#em(f.descent),
      capHeight: this.#em(f.capHeight || f.ascent),
      italicAngle: italicAngleOf(this.sfnt),
      box: this.#box(f.bbox),
      weight: f['OS/2']?.usWeightClass ?? 400,
    }
  }

  /**
   * Top of the ideographic em box (字身框) above the baseline, in em. Noto and most others: 0.88. Taken from the
   * typographic ascender only where ascender and descender make one em, which is what the box means.
   */
  get emTop(): number {
    const os2 = this.#font['OS/2']
    if (!os2 || os2.typoAscender - os2.typoDescender !== this.#font.unitsPerEm) return 0.88
    return this.#em(os2.typoAscender)
  }

  /** The glyph of a character, 0 when the font has none. No substitution: right for ideographs. */
  glyphOf(codePoint: number): number {
    return this.#font.glyphForCodePoint(codePoint).id
  }

  has(codePoint: number): boolean {
    return this.#font.hasGlyphForCodePoint(codePoint)
  }

  widthOf(gid: number): number {
    const last = this.#advances.byteLength / 4 - 1
    return this.#em(this.#advances.getUint16(4 * Math.min(gid, last)))
  }

  inkOf(gid: number): InkBox {
    const box = this.#font.getGlyph(gid).bbox
    return Number.isFinite(box.minX) ? this.#box(box) : { left: 0, right: 0, bottom: 0, top: 0 }
  }

  /** Shapes a mark or sign in its Simplified Chinese form, with `vert` for vertical lines. */
  shapeMark(text: string, vertical: boolean): readonly ShapedGlyph[] {
    return this.#shape(text, { vert: vertical }, SCRIPT, LANGUAGE)
  }

  /** Shapes a Western word or number with kerning; `halfDigits` asks for half-em forms where the font has them. */
  shapeWord(text: string, halfDigits: boolean): readonly ShapedGlyph[] {
    // The Chinese forms of ’ and ！ are a full em wide; in a word or beside each other they must be proportional.
    const features = { hwid: halfDigits, pwid: /[‘’“”！？]/.test(text) }
    return this.#shape(text, features, undefined, undefined)
  }

  /** fontkit's subset of a CFF font, glyphs in the order given; the first must be 0. */
  subsetCff(gids: readonly number[]): Uint8Array {
    const subset = this.#font.createSubset()
    for (const gid of gids) this.#font.getGlyph(gid)
    subset.glyphs = [...gids]
    return subset.encode()
  }

  #shape(
    text: string,
    features: Readonly<Record<string, boolean>>,
    script: string | undefined,
    language: string | undefined,
  ): readonly ShapedGlyph[] {
    const run = this.#font.layout(text, features, script, language)
    // fontkit keeps glyphs with the text they first stood for: how many characters is right, which ones may not be.
    const characters = [...text]
    let at = 0
    return run.glyphs.map((glyph, i) => {
      const isLast = i === run.glyphs.length - 1
      const own = characters.slice(at, isLast ? undefined : at + glyph.codePoints.length)
      at += own.length
      return {
        gid: glyph.id,
        advance: this.#em(run.positions[i]?.xAdvance ?? glyph.advanceWidth),
        width: this.widthOf(glyph.id),
        text: own.join(''),
      }
    })
  }

  #em(units: number): number {
    return units / this.#font.unitsPerEm
  }

  #box(box: fontkit.Glyph['bbox']): InkBox {
    return {
      left: this.#em(box.minX),
      right: this.#em(box.maxX),
      bottom: this.#em(box.minY),
      top: this.#em(box.maxY),
    }
  }
}

/** From `post` itself: fontkit would read the names of all glyphs with it. */
function italicAngleOf({ tables }: Sfnt): number {
  const post = tables.get('post')
  if (post === undefined || post.length < 8) return 0
  return new DataView(post.buffer, post.byteOffset).getInt32(4) / 0x10000
}

/** From `hmtx` itself: fontkit would open the outline of each glyph with it. Glyphs after the last record are as wide. */
function advancesOf({ tables }: Sfnt): DataView {
  const [head, metrics] = [tables.get('hhea'), tables.get('hmtx')]
  const count = head && head.length >= 36 ? new DataView(head.buffer, head.byteOffset).getUint16(34) : 0
  if (!metrics || count === 0 || metrics.length < 4 * count) throw new FontFormatError('it is damaged')
  return new DataView(metrics.buffer, metrics.byteOffset, 4 * count)
}

/** fontkit reads a table when it is first asked for: better it stumbles here than in the middle of a setting. */
function probe(font: fontkit.Font): void {
  let isSound = false
  try {
    isSound = font.unitsPerEm > 0 && font.getGlyph(0).advanceWidth >= 0
    font.hasGlyphForCodePoint(0x4e00)
  } catch (problem) {
    throw new FontFormatError(
      `it is damaged: ${problem instanceof Error ? problem.message : String(problem)}`,
    )
  }
  if (!isSound) throw new FontFormatError('it is damaged')
}

interface Opened {
  readonly sfnt: Sfnt
  readonly font: fontkit.Font
}

/** The font of a file that `member` names; a plain file is a collection of one. */
function opened(bytes: Uint8Array, member: string | undefined): Opened {
  const first = openSfnt(bytes)
  const fonts = fontsIn(first.file)
  const index = member === undefined ? 0 : memberIndex(member, fonts)
  const font = fonts[index]
  if (font === undefined) throw new FontFormatError(noMember(member ?? '0', fonts))
  return { sfnt: index === 0 ? first : openSfnt(bytes, index), font }
}

function fontsIn(file: Uint8Array): readonly fontkit.Font[] {
  const read = fontkit.create(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
  return 'fonts' in read ? read.fonts : [read]
}

function memberIndex(member: string, fonts: readonly fontkit.Font[]): number {
  return /^\d+$/.test(member) ? Number(member) : fonts.findIndex((font) => nameOf(font) === member)
}

/** Its PostScript name; damaged fonts have none. */
function nameOf(font: fontkit.Font): string | undefined {
  try {
    return font.postscriptName ?? undefined
  } catch {
    return undefined
  }
}

const noMember = (member: string, fonts: readonly fontkit.Font[]): string =>
  `it holds no font \`${member}\`, but ${fonts.map((font, i) => `${i} ${nameOf(font) ?? '?'}`).join(', ')}`
