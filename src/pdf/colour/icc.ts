// What an ICC profile says of itself in its header (ICC.1:2022, 7.2). In: bytes. Out: the profile, or undefined where they
// are none.

/** A profile fit to be an output intent's. */
export interface IccProfile {
  readonly bytes: Uint8Array
  /** `prtr` a printing condition, `mntr` a screen; others are for devices that read. */
  readonly deviceClass: string
  readonly space: 'GRAY' | 'RGB' | 'CMYK'
  readonly components: 1 | 3 | 4
  /** Major version of the format. */
  readonly version: number
  /** What it calls itself, where it says so. */
  readonly description?: string
}

const COMPONENTS = { GRAY: 1, RGB: 3, CMYK: 4 } as const
const HEADER = 128

export function readIcc(bytes: Uint8Array): IccProfile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))
  if (bytes.length < HEADER || text(36, 4) !== 'acsp' || view.getUint32(0) > bytes.length) return undefined
  const space = text(16, 4).trimEnd()
  if (space !== 'GRAY' && space !== 'RGB' && space !== 'CMYK') return undefined
  if (!hasTags(view)) return undefined
  const description = descriptionOf(view, text)
  return {
    // What stands behind the profile is none of it.
    bytes: bytes.subarray(0, view.getUint32(0)),
    deviceClass: text(12, 4),
    space,
    components: COMPONENTS[space],
    version: view.getUint8(8),
    ...(description !== undefined && { description }),
  }
}

/** Bytes of an entry of the tag table: signature, offset, size. */
const ENTRY = 12

/** Whether there is a table of tags, each of them inside the profile (7.3). */
function hasTags(view: DataView): boolean {
  const size = view.getUint32(0)
  if (size < HEADER + 4) return false
  const count = view.getUint32(HEADER)
  if (count === 0 || HEADER + 4 + count * ENTRY > size) return false
  return Array.from({ length: count }, (_, i) => HEADER + 4 + i * ENTRY).every(
    (at) => view.getUint32(at + 4) >= HEADER && view.getUint32(at + 4) + view.getUint32(at + 8) <= size,
  )
}

/** The `desc` tag of version 2 profiles; version 4 has it in UTF-16. */
function descriptionOf(view: DataView, text: (at: number, length: number) => string): string | undefined {
  const count = Math.min(view.byteLength >= HEADER + 4 ? view.getUint32(HEADER) : 0, 100)
  for (let i = 0; i < count; i++) {
    const entry = HEADER + 4 + i * ENTRY
    if (entry + ENTRY > view.byteLength || text(entry, 4) !== 'desc') continue
    const at = view.getUint32(entry + 4)
    if (at + ENTRY > view.byteLength || text(at, 4) !== 'desc') return undefined
    return text(at + ENTRY, view.getUint32(at + 8)).replace(/\0.*$/s, '')
  }
  return undefined
}
