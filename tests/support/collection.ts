// Plain font files packed as one collection (OpenType 1.9, "Font Collections"), every table kept.

/** The tables of a font stay as they are; their offsets count from the start of the collection. */
export function packCollection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length
  const size = fonts.reduce((sum, font) => sum + align4(font.length), head)
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  view.setUint32(0, 0x74746366)
  view.setUint32(4, 0x10000)
  view.setUint32(8, fonts.length)
  let at = head
  for (const [i, font] of fonts.entries()) {
    view.setUint32(12 + 4 * i, at)
    out.set(font, at)
    for (let entry = at + 12; entry < at + 12 + 16 * view.getUint16(at + 4); entry += 16)
      view.setUint32(entry + 8, view.getUint32(entry + 8) + at)
    at += align4(font.length)
  }
  return out
}

const align4 = (n: number): number => (n + 3) & ~3
