// Things no sensible person would hand in, made when they are needed.

import { readFileSync } from 'node:fs'

const FONT = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

/** A chapter whose one entry says `text`. */
export const inBody = (text: string): string =>
  `title: 甲\nsections:\n  - heading: 乙\n    body: ${JSON.stringify(text)}\n`

export function utf16(text: string, order: 'le' | 'be', marked: boolean): Uint8Array {
  const bytes = Buffer.from((marked ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** A chapter in GBK: title and text are 市直机关. */
export function gbk(): Uint8Array {
  const han = Buffer.from('cad0d6b1bbfab9d8', 'hex')
  return Buffer.concat([
    Buffer.from('title: '),
    han,
    Buffer.from('\nsections:\n  - body: '),
    han,
    Buffer.from('\n'),
  ])
}

/** A run of letters from `first` on. */
export const alefbet = (first: string): string =>
  Array.from({ length: 5 }, (_, i) => String.fromCodePoint((first.codePointAt(0) ?? 0) + i)).join('')

/** The head of a font. */
export const cutFont = (): Uint8Array => readFileSync(FONT).subarray(0, 100_000)

/** A font of one table, and that one is noise. */
export function hollowFont(): Uint8Array {
  const bytes = Buffer.alloc(4000, 7)
  bytes.writeUInt32BE(0x10000, 0)
  bytes.writeUInt16BE(1, 4)
  bytes.write('glyf', 12)
  bytes.writeUInt32BE(100, 20)
  bytes.writeUInt32BE(100, 24)
  return bytes
}

/** A font whose OS/2 table forbids embedding (fsType 2). */
export function restrictedFont(): Uint8Array {
  const bytes = Buffer.from(readFileSync(FONT))
  for (let table = 12; table < 12 + 16 * bytes.readUInt16BE(4); table += 16)
    if (bytes.toString('latin1', table, table + 4) === 'OS/2')
      bytes.writeUInt16BE(2, bytes.readUInt32BE(table + 8) + 8)
  return bytes
}
