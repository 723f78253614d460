// What may be done with a font file of the customer's own, by its own tables. In: an opened face. Out: whether a copy may
// go into a bag, and what the font says of its licence. Setting and embedding a subset is judged elsewhere.

import type { Face } from '../../font/index.ts'

/** OS/2 fsType; 0 where the font has none. */
export function embeddingOf({ sfnt }: Face): number {
  const table = sfnt.tables.get('OS/2')
  return table && table.length >= 10 ? viewOf(table).getUint16(8) : 0
}

/**
 * Only installable embedding lets another machine keep the whole file (OpenType, OS/2, fsType bits 0 to 3: 0 installable, 2
 * restricted, 4 preview and print, 8 editable).
 */
export const mayBeCopied = (embedding: number): boolean => (embedding & 0xf) === 0

/** Name ids of OpenType: licence, where to read it, copyright. */
const SAYS_LICENCE = [13, 14, 0]

/** What its name table says of its licence, in one line. */
export function licenceOf({ sfnt }: Face): string {
  const table = sfnt.tables.get('name')
  const names = table && table.length >= 6 ? namesIn(table) : []
  for (const id of SAYS_LICENCE) {
    const text = names.find((name) => name.id === id && name.text !== '')?.text
    if (text !== undefined) return text
  }
  return 'unknown'
}

interface Name {
  readonly id: number
  readonly text: string
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const WINDOWS = 3
const ENGLISH = 0x409
const UTF16 = new TextDecoder('utf-16be')

/** The English names of Windows, which nearly every font has. */
function namesIn(table: Uint8Array): readonly Name[] {
  const view = viewOf(table)
  const [count, strings] = [view.getUint16(2), view.getUint16(4)]
  return Array.from({ length: count }, (_, i) => 6 + 12 * i).flatMap((at) => {
    if (at + 12 > table.length) return []
    if (view.getUint16(at) !== WINDOWS || view.getUint16(at + 4) !== ENGLISH) return []
    const start = strings + view.getUint16(at + 10)
    const text = UTF16.decode(table.subarray(start, start + view.getUint16(at + 8)))
    return [{ id: view.getUint16(at + 6), text: text.replace(/\s+/g, ' ').trim() }]
  })
}
