// Tables read without fontkit say what fontkit says; sizes that cannot be are refused before room is made for them.

import * as fontkit from 'fontkit'
import { describe, expect, test } from 'vitest'
import { Face, FontFormatError, openSfnt, type Role, writeSfnt } from '../../src/font/index.ts'
import { shippedBytes, shippedFace } from '../support/fonts.ts'
import { wrapWoff } from '../support/woff.ts'

describe.each<Role>(['song', 'hei', 'kai', 'fangsong'])('%s', (role) => {
  const face = shippedFace(role)
  const read = fontkit.create(Buffer.from(face.sfnt.file))
  if ('fonts' in read) throw new Error('a collection')

  test('has the widths of its font', () => {
    // Past the last long record of hmtx, too.
    const gids = [...Array(400).keys(), 5000, 12_345, read.numGlyphs - 2, read.numGlyphs - 1]
    for (const gid of gids)
      expect(face.widthOf(gid), `${gid}`).toBe(read.getGlyph(gid).advanceWidth / read.unitsPerEm)
  })

  test('has its angle', () => {
    expect(face.metrics.italicAngle).toBe((read as unknown as { italicAngle: number }).italicAngle)
  })
})

const { tables } = openSfnt(shippedBytes('kai'))
const withTable = (tag: string, change: (table: Uint8Array) => Uint8Array): Uint8Array =>
  writeSfnt(
    0x10000,
    [...tables].map(([name, table]) => [name, name === tag ? change(table) : table] as const),
    false,
  )
const faceOf = (bytes: Uint8Array): Face => new Face({ path: 'a.ttf', licence: '', load: () => bytes })

test('an angle is a fixed-point number', () => {
  const slanted = withTable('post', (post) => {
    const copy = post.slice()
    new DataView(copy.buffer).setInt32(4, -12.5 * 0x10000)
    return copy
  })
  expect(faceOf(slanted).metrics.italicAngle).toBe(-12.5)
  expect(faceOf(withTable('post', () => new Uint8Array(4))).metrics.italicAngle).toBe(0)
})

test('fewer widths than the font claims are damage', () => {
  expect(() => faceOf(withTable('hmtx', (hmtx) => hmtx.subarray(0, 100)))).toThrow(FontFormatError)
})

test('a table of a WOFF that claims more than it can hold is not made room for', () => {
  const lying = wrapWoff(openSfnt(shippedBytes('kai')).file)
  // Length when unpacked, of the first table.
  new DataView(lying.buffer).setUint32(44 + 12, 0xfffffff0)
  expect(() => openSfnt(lying)).toThrow(new FontFormatError('it is damaged'))
})
