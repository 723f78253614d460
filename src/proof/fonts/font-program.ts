// An embedded font program as the proof asks of it: is there an outline for a glyph, and how wide is it.

/** What glyph ids find in a program. */
export interface FontProgram {
  readonly glyphs: number
  /** Glyph of a CID, where the program itself says it (CFF); undefined where CIDs are glyph ids. */
  readonly glyphOf?: (cid: number) => number | undefined
  readonly hasOutline: (glyph: number) => boolean
  /** In thousandths of an em; undefined where the program does not say. */
  readonly widthOf: (glyph: number) => number | undefined
  /** From `vmtx`, in thousandths: how far down, and how far above the outline the cell begins. */
  readonly verticalOf?: (glyph: number) => { readonly advance: number; readonly top: number } | undefined
  /** Lowest and highest point of the outline, in thousandths. */
  readonly extentOf?: (glyph: number) => { readonly bottom: number; readonly top: number } | undefined
}
