// The part of fontkit 2.0.4 this room uses; the package ships no types.
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    readonly codePoints: readonly number[]
    readonly advanceWidth: number
    readonly bbox: {
      readonly minX: number
      readonly minY: number
      readonly maxX: number
      readonly maxY: number
    }
  }
  export interface GlyphPosition {
    readonly xAdvance: number
    readonly xOffset: number
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[]
    readonly positions: readonly GlyphPosition[]
  }
  export interface Subset {
    glyphs: number[]
    includeGlyph(glyph: number): number
    encode(): Uint8Array
  }
  export interface Font {
    readonly postscriptName: string | null
    readonly familyName: string | null
    readonly subfamilyName: string | null
    readonly fullName: string | null
    readonly version: string | null
    readonly copyright: string | null
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    readonly xHeight: number
    readonly numGlyphs: number
    readonly bbox: Glyph['bbox']
    readonly 'OS/2':
      | {
          readonly typoAscender: number
          readonly typoDescender: number
          readonly usWeightClass: number
          readonly fsType: { readonly noEmbedding: boolean; readonly bitmapOnly: boolean }
          readonly sFamilyClass: number
        }
      | undefined
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(id: number): Glyph
    layout(
      text: string,
      features?: readonly string[] | Readonly<Record<string, boolean>>,
      script?: string,
      language?: string,
    ): GlyphRun
    createSubset(): Subset
    getName(key: string): string | null
  }
  export interface Collection {
    readonly fonts: readonly Font[]
  }
  export function create(bytes: Uint8Array, postscriptName?: string): Font | Collection
}
