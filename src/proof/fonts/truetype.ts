// TrueType and OpenType tables (ISO/IEC 14496-22): head, hhea, hmtx, maxp, loca, glyf and, where a program has them, vhea
// and vmtx. In: bytes. Out: what the proof asks of a program. Offsets out of the data throw RangeError.

import { readCff } from './cff.ts'
import type { FontProgram } from './font-program.ts'

export function readTrueType(bytes: Buffer): FontProgram {
  const tables = tablesOf(bytes)
  const head = needed(tables, 'head')
  const scale = 1000 / head.readUInt16BE(18)
  const glyphs = needed(tables, 'maxp').readUInt16BE(4)
  const widths = metricsOf(needed(tables, 'hhea'), needed(tables, 'hmtx'), scale)
  const [vhea, vmtx] = [tables.get('vhea'), tables.get('vmtx')]
  const cff = tables.get('CFF ')
  const outlines = cff ? readCff(cff) : glyfOf(tables, head, scale)
  return {
    ...outlines,
    glyphs,
    widthOf: (glyph) => widths(glyph)?.advance,
    ...(vhea && vmtx && { verticalOf: verticalFrom(metricsOf(vhea, vmtx, scale), outlines) }),
  }
}

function tablesOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>()
  const count = bytes.readUInt16BE(4)
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i
    const offset = bytes.readUInt32BE(at + 8)
    const end = offset + bytes.readUInt32BE(at + 12)
    if (end > bytes.length) throw new RangeError('a table reaches past the end')
    tables.set(bytes.toString('latin1', at, at + 4), bytes.subarray(offset, end))
  }
  return tables
}

function needed(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new RangeError(`no ${tag}`)
  return table
}

type Metrics = (glyph: number) => { readonly advance: number; readonly bearing: number } | undefined

/** `hmtx` and `vmtx` alike: pairs, then bearings alone with the last advance. */
function metricsOf(header: Buffer, metrics: Buffer, scale: number): Metrics {
  const pairs = header.readUInt16BE(34)
  return (glyph) => {
    const last = Math.min(glyph, pairs - 1)
    const bearingAt = glyph < pairs ? 4 * glyph + 2 : 4 * pairs + 2 * (glyph - pairs)
    if (last < 0 || 4 * last + 2 > metrics.length) return undefined
    const bearing = bearingAt + 2 <= metrics.length ? metrics.readInt16BE(bearingAt) : 0
    return { advance: metrics.readUInt16BE(4 * last) * scale, bearing: bearing * scale }
  }
}

type Outlines = Pick<FontProgram, 'hasOutline' | 'extentOf'>

function glyfOf(tables: ReadonlyMap<string, Buffer>, head: Buffer, scale: number): Outlines {
  const [loca, glyf] = [needed(tables, 'loca'), needed(tables, 'glyf')]
  const isLong = head.readInt16BE(50) === 1
  const size = isLong ? 4 : 2
  const offset = (glyph: number): number =>
    isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph)
  const has = (glyph: number): boolean =>
    (glyph + 2) * size <= loca.length &&
    offset(glyph + 1) > offset(glyph) &&
    offset(glyph) + 10 <= glyf.length
  return {
    hasOutline: has,
    extentOf: (glyph) =>
      has(glyph)
        ? {
            bottom: glyf.readInt16BE(offset(glyph) + 4) * scale,
            top: glyf.readInt16BE(offset(glyph) + 8) * scale,
          }
        : undefined,
  }
}

/** The cell begins `bearing` above the outline. */
function verticalFrom(metrics: Metrics, { extentOf }: Outlines): NonNullable<FontProgram['verticalOf']> {
  return (glyph) => {
    const [metric, extent] = [metrics(glyph), extentOf?.(glyph)]
    return metric && extent && { advance: metric.advance, top: extent.top + metric.bearing }
  }
}
