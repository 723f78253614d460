// A plain font file wrapped as WOFF 1 (W3C WOFF File Format 1.0), the inverse of what font/sfnt.ts unwraps.

import { deflateSync } from 'node:zlib'

const align4 = (n: number): number => (n + 3) & ~3

/** @param packs which tables to compress; the others are stored as they are */
export function wrapWoff(sfnt: Uint8Array, packs: (index: number) => boolean = () => true): Uint8Array {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength)
  const count = view.getUint16(4)
  const rows = Array.from({ length: count }, (_, i) => {
    const entry = 12 + 16 * i
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    const data = sfnt.subarray(offset, offset + length)
    const packed = packs(i) ? deflateSync(data) : data
    return { entry, length, data: packed.length < length ? packed : data }
  })
  const size = rows.reduce((sum, { data }) => sum + align4(data.length), 44 + 20 * count)
  const out = new Uint8Array(size)
  const woff = new DataView(out.buffer)
  woff.setUint32(0, 0x774f4646)
  woff.setUint32(4, view.getUint32(0))
  woff.setUint32(8, size)
  woff.setUint16(12, count)
  woff.setUint32(16, sfnt.length)
  let at = 44 + 20 * count
  for (const [i, { entry, length, data }] of rows.entries()) {
    const row = 44 + 20 * i
    woff.setUint32(row, view.getUint32(entry))
    woff.setUint32(row + 4, at)
    woff.setUint32(row + 8, data.length)
    woff.setUint32(row + 12, length)
    woff.setUint32(row + 16, view.getUint32(entry + 4))
    out.set(data, at)
    at += align4(data.length)
  }
  return out
}
