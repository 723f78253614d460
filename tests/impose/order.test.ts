// The order of pages against tables that printers publish, and against folded paper.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedSides, nestedSides, type Side, type Sides } from '../../src/impose/order.ts'
import { planSheets, signatureSizes } from '../../src/impose/plan.ts'
import { folded, nested, type PrintedSide, read, sheetOf } from './fold.ts'

const SIZES = [4, 8, 16] as const
const BINDINGS = ['left', 'right'] as const

/** `r5 r12 / 4 13`: rows of a published table, r for a page on its head. */
const table = (text: string): PrintedSide =>
  text.split('/').map((row) =>
    row
      .trim()
      .split(/\s+/)
      .map((cell) => ({ page: Number(cell.replace('r', '')), isTurned: cell.startsWith('r') })),
  )

/** The rule of the upper row, said once more. */
const printed = (side: Side): PrintedSide =>
  side.map((row, r) => row.map((page) => ({ page, isTurned: side.length === 2 && r === 0 })))

const printedSides = ({ front, back }: Sides) => ({ front: printed(front), back: printed(back) })

const upright = (pages: readonly number[]) => pages.map((page) => ({ page, isTurned: false }))
const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1)

describe('tables of the trade, bound on the left', () => {
  // One fold: the outer sides of a folder are 4 and 1, the inner ones 2 and 3.
  test('4 pages', () => {
    expect(printedSides(foldedSides(4, 'left'))).toEqual({ front: table('4 1'), back: table('2 3') })
  })

  // PDF::Imposition (CPAN), Schema2x4x1, "fixed size 8 pages on 1 sheet".
  test('8 pages', () => {
    expect(printedSides(foldedSides(8, 'left'))).toEqual({
      front: table('r5 r4 / 8 1'),
      back: table('r3 r6 / 2 7'),
    })
  })

  // PDF::Imposition (CPAN), Schema1x8x2, "16 pages signatures on a single sheet, with triple folding".
  test('16 pages', () => {
    expect(printedSides(foldedSides(16, 'left'))).toEqual({
      front: table('r5 r12 r9 r8 / 4 13 16 1'),
      back: table('r7 r10 r11 r6 / 2 15 14 3'),
    })
  })

  // The same sheet as letterpress handbooks draw it, turned by half a circle: 1 16 13 4 at the top, 8 9 12 5 below.
  test('16 pages, the sheet turned round', () => {
    const { front } = printedSides(foldedSides(16, 'left'))
    const round = front
      .toReversed()
      .map((row) => row.toReversed().map(({ page, isTurned }) => ({ page, isTurned: !isTurned })))
    expect(round).toEqual(table('r1 r16 r13 r4 / 8 9 12 5'))
  })

  // Saddle stitching: the pages of a spread add up to one more than the pages of the book.
  test('booklets of 8 and 12 pages', () => {
    expect([0, 1].map((depth) => nestedSides(8, depth, 'left'))).toEqual([
      { front: [[8, 1]], back: [[2, 7]] },
      { front: [[6, 3]], back: [[4, 5]] },
    ])
    expect(nestedSides(12, 2, 'left')).toEqual({ front: [[8, 5]], back: [[6, 7]] })
  })
})

test('bound on the right every side is the mirror image', () => {
  expect(foldedSides(16, 'right')).toEqual({
    front: [
      [8, 9, 12, 5],
      [1, 16, 13, 4],
    ],
    back: [
      [6, 11, 10, 7],
      [3, 14, 15, 2],
    ],
  })
  expect(nestedSides(8, 0, 'right')).toEqual({ front: [[1, 8]], back: [[7, 2]] })
})

describe('folded paper', () => {
  test.each(SIZES.flatMap((size) => BINDINGS.map((binding) => [size, binding] as const)))(
    '%i pages bound on the %s read in order, all upright',
    (size, binding) => {
      const { front, back } = printedSides(foldedSides(size, binding))
      expect(read(folded(sheetOf(front, back), binding))).toEqual(upright(upTo(size)))
    },
  )

  test.each(BINDINGS)('booklets bound on the %s read in order', (binding) => {
    for (const pages of [4, 8, 12, 40]) {
      const sheets = upTo(pages / 4).map((n) => {
        const { front, back } = printedSides(nestedSides(pages, n - 1, binding))
        return sheetOf(front, back)
      })
      expect(read(nested(sheets, binding))).toEqual(upright(upTo(pages)))
    }
  })

  test('notices a sheet whose columns, rows or sides are exchanged', () => {
    const { front, back } = printedSides(foldedSides(16, 'left'))
    const wrong = [
      [front.map((row) => row.toReversed()), back],
      [front.toReversed(), back],
      [back, front],
      [front, back.map((row) => row.map((print) => ({ ...print, isTurned: !print.isTurned })))],
    ] as const
    for (const [a, b] of wrong) expect(read(folded(sheetOf(a, b), 'left'))).not.toEqual(upright(upTo(16)))
    expect(read(folded(sheetOf(front, back), 'right'))).not.toEqual(upright(upTo(16)))
  })
})

describe('signatures of a book', () => {
  test('what is left is folded smaller', () => {
    expect(signatureSizes(32, 16)).toEqual([16, 16])
    expect(signatureSizes(28, 16)).toEqual([16, 8, 4])
    expect(signatureSizes(21, 16)).toEqual([16, 8])
    expect(signatureSizes(28, 8)).toEqual([8, 8, 8, 4])
    expect(signatureSizes(9, 4)).toEqual([4, 4, 4])
    expect(signatureSizes(1, 16)).toEqual([4])
    expect(signatureSizes(644, 16)).toEqual([...Array(40).fill(16), 4])
  })

  test('every page once, at most three blanks, whatever the book', () => {
    const anyPlan = fc.record({
      scheme: fc.constantFrom('saddle' as const, 'signature' as const),
      largest: fc.constantFrom(...SIZES),
      binding: fc.constantFrom(...BINDINGS),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), anyPlan, (pages, options) => {
        const plan = planSheets(pages, options)
        const all = plan.sheets.flatMap(({ front, back }) => [...front.flat(), ...back.flat()])
        expect(all.toSorted((a, b) => a - b)).toEqual(upTo(plan.pages))
        expect(plan.pages - pages).toBeLessThan(4)
        expect(plan.signatures.reduce((sum, size) => sum + size, 0)).toBe(plan.pages)
      }),
    )
  })
})
