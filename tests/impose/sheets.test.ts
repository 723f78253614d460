// Sheets made of books of the program, read back by pdf.js: where every page stands, which way up, and that the folded
// paper reads in order.

import { beforeAll, describe, expect, test } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { type Imposed, type ImposeOptions, imposePdf } from '../../src/impose/index.ts'
import { BLEED, firstPages, TRIM } from './books.ts'
import { folded, nested, read, sheetOf } from './fold.ts'
import { type Piece, printedOn, type ReadSide, readSides } from './read-sheets.ts'

type Wishes = Omit<ImposeOptions, 'producer'>

async function impose(pdf: Uint8Array, wishes: Wishes): Promise<Imposed> {
  const { value } = await imposePdf(pdf, { producer: 'test', ...wishes })
  if (value === undefined) throw new Error('not imposed')
  return value
}

/** Margin of a sheet that is just large enough: bleed, 5 mm of marks, 2 mm clear. */
const MARGIN = BLEED + (7 * 72) / 25.4

const upright = (pages: number) => Array.from({ length: pages }, (_, i) => ({ page: i + 1, isTurned: false }))

/** Front and back of each sheet. */
const sheetsOf = (sides: readonly ReadSide[]): readonly (readonly [ReadSide, ReadSide])[] =>
  sides.flatMap((front, i) => {
    const back = sides[i + 1]
    return i % 2 === 0 && back ? [[front, back] as const] : []
  })

const SHAPES = {
  16: { columns: 4, rows: 2, margin: MARGIN },
  8: { columns: 2, rows: 2, margin: MARGIN },
  4: { columns: 2, rows: 1, margin: MARGIN },
} as const

const gridOf = ([front, back]: readonly [ReadSide, ReadSide], pages: keyof typeof SHAPES) =>
  sheetOf(printedOn(front, SHAPES[pages]), printedOn(back, SHAPES[pages]))
const DIRECTIONS = [
  ['horizontal', 'left'],
  ['vertical', 'right'],
] as const

describe.each(DIRECTIONS)('a %s book, bound on the %s as it opens', (direction, binding) => {
  test.each([16, 8, 4] as const)('signatures of %i pages fold into the book', async (pages) => {
    const imposed = await impose(await firstPages(direction, 16), { scheme: 'signature', pages })
    expect(imposed).toMatchObject({ binding, blanks: 0, sheets: 16 / pages })
    const sheets = sheetsOf(await readSides(imposed.bytes))
    const leaves = sheets.flatMap((sheet) => folded(gridOf(sheet, pages), binding))
    expect(read(leaves)).toEqual(upright(16))
  })

  test('a booklet folds into the book', async () => {
    const imposed = await impose(await firstPages(direction, 20), { scheme: 'saddle' })
    expect(imposed).toMatchObject({ binding, blanks: 0, sheets: 5, signatures: [20] })
    const sheets = sheetsOf(await readSides(imposed.bytes)).map((sheet) => gridOf(sheet, 4))
    expect(read(nested(sheets, binding))).toEqual(upright(20))
  })

  test('the other side when asked', async () => {
    const other = binding === 'left' ? 'right' : 'left'
    const wishes = { scheme: 'signature', binding: other } as const
    const [sheet] = sheetsOf(await readSides((await impose(await firstPages(direction, 16), wishes)).bytes))
    if (sheet === undefined) throw new Error('no sheet')
    expect(read(folded(gridOf(sheet, 16), other))).toEqual(upright(16))
    expect(read(folded(gridOf(sheet, 16), binding))).not.toEqual(upright(16))
  })
})

test('the last signature is smaller, and what is missing from it is blank', async () => {
  const imposed = await impose(await firstPages('horizontal', 18), { scheme: 'signature' })
  expect(imposed).toMatchObject({ pages: 18, blanks: 2, signatures: [16, 4], sheets: 2 })
  const [first, second] = sheetsOf(await readSides(imposed.bytes))
  if (first === undefined || second === undefined) throw new Error('two sheets were expected')
  expect(read(folded(gridOf(first, 16), 'left'))).toEqual(upright(16))
  expect(read(folded(gridOf(second, 4), 'left')).map(({ page }) => page)).toEqual([
    17,
    18,
    undefined,
    undefined,
  ])
})

describe('places', () => {
  let book: Uint8Array
  let pages: readonly ReadSide[]
  beforeAll(async () => {
    book = await firstPages('horizontal', 16)
    pages = await readSides(book)
  })

  /** Lower left corners of trimmed pages, by page. */
  type Places = Readonly<Record<number, readonly [x: number, y: number, isTurned: boolean]>>

  /** Every piece of text where it must stand if pages stand at `places`, rounded to tenths. */
  const expected = (places: Places): readonly string[] =>
    Object.entries(places).flatMap(([page, [x, y, isTurned]]) =>
      (pages[Number(page) - 1]?.pieces ?? []).map(({ text, matrix }) => {
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix
        const sign = isTurned ? -1 : 1
        const [dx, dy] = [e - BLEED, f - BLEED]
        const at = isTurned ? [x + TRIM.width - dx, y + TRIM.height - dy] : [x + dx, y + dy]
        return told({ text, matrix: [...[a, b, c, d].map((n) => sign * n), ...at] })
      }),
    )

  const told = ({ text, matrix }: Piece): string =>
    `${text} ${matrix.map((n) => (Math.round(n * 10) / 10 + 0).toFixed(1)).join(' ')}`

  const shown = (side: ReadSide | undefined): readonly string[] => (side?.pieces ?? []).map(told).sort()

  test('of 16 pages, to a tenth of a point, and nothing else', async () => {
    const [front, back] = await readSides((await impose(book, { scheme: 'signature' })).bytes)
    // Spine to spine without a gap, 2 × 9 pt where two pages are cut apart.
    const [x0, x1, x2, x3] = [0, 300, 618, 918].map((x) => x + MARGIN) as [number, number, number, number]
    const [lower, upper] = [MARGIN, MARGIN + 418]
    expect(front).toMatchObject({ width: expect.closeTo(1218 + 2 * MARGIN, 2) })
    expect(front).toMatchObject({ height: expect.closeTo(818 + 2 * MARGIN, 2) })
    expect(shown(front)).toEqual(
      expected({
        5: [x0, upper, true],
        12: [x1, upper, true],
        9: [x2, upper, true],
        8: [x3, upper, true],
        4: [x0, lower, false],
        13: [x1, lower, false],
        16: [x2, lower, false],
        1: [x3, lower, false],
      }).toSorted(),
    )
    expect(shown(back)).toEqual(
      expected({
        7: [x0, upper, true],
        10: [x1, upper, true],
        11: [x2, upper, true],
        6: [x3, upper, true],
        2: [x0, lower, false],
        15: [x1, lower, false],
        14: [x2, lower, false],
        3: [x3, lower, false],
      }).toSorted(),
    )
  })

  test('with a gutter, in the middle of a larger sheet that lies as it must', async () => {
    const wishes = { scheme: 'signature', pages: 8, gutter: pt(20) } as const
    const sheet = { width: pt(1000), height: pt(800) }
    const { bytes, sheet: used } = await impose(book, { ...wishes, sheet })
    // 620 × 818 with the gutter and the cut between heads: the paper stands.
    expect(used).toEqual({ width: 800, height: 1000 })
    const [left, bottom] = [(800 - 620) / 2, (1000 - 818) / 2]
    const [front] = await readSides(bytes)
    expect(shown(front)).toEqual(
      expected({
        5: [left, bottom + 418, true],
        4: [left + 320, bottom + 418, true],
        8: [left, bottom, false],
        1: [left + 320, bottom, false],
      }).toSorted(),
    )
  })

  test('of a booklet: inner sheets move towards the fold by a leaf each', async () => {
    const wishes = { scheme: 'saddle', thickness: pt(2) } as const
    const sides = await readSides((await impose(book, wishes)).bytes)
    const fold = MARGIN + 300
    expect(shown(sides[0])).toEqual(
      expected({ 16: [fold - 300, MARGIN, false], 1: [fold, MARGIN, false] }).toSorted(),
    )
    expect(shown(sides[6])).toEqual(
      expected({ 10: [fold - 300 + 6, MARGIN, false], 7: [fold - 6, MARGIN, false] }).toSorted(),
    )
  })
})
