// Marks: where they stand, that they keep off what is kept, in which ink; and how much of each page shows.

import { beforeAll, describe, expect, test } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { type ImposeOptions, imposePdf } from '../../src/impose/index.ts'
import { asPressFile, BLEED, changed, firstPages, TRIM } from './books.ts'
import { boxesIn, boxOf, formsOn, linesIn, openSheets, operatorsOn, resourcesOn } from './inside.ts'

type Wishes = Omit<ImposeOptions, 'producer'>

const MM = 72 / 25.4
const MARGIN = BLEED + 7 * MM

async function sidesOf(pdf: Uint8Array, wishes: Wishes) {
  const { value } = await imposePdf(pdf, { producer: 'test', ...wishes })
  if (value === undefined) throw new Error('not imposed')
  return (await openSheets(value.bytes)).getPages()
}

const unique = (numbers: readonly number[]): readonly number[] =>
  [...new Set(numbers.map((n) => Math.round(n * 100) / 100))].sort((a, b) => a - b)

const near = (numbers: readonly number[]) => numbers.map((n) => expect.closeTo(n, 1))

let book: Uint8Array
beforeAll(async () => {
  book = await firstPages('horizontal', 16)
})

describe('cuts and folds', () => {
  test('stand in line with every trimmed edge and every fold', async () => {
    const [front] = await sidesOf(book, { scheme: 'signature' })
    if (front === undefined) throw new Error('no sheet')
    // Targets and labels have lines of their own: ticks are 5 mm long.
    const ticks = linesIn(operatorsOn(front)).filter(
      ({ from, to }) => Math.abs(Math.hypot(to[0] - from[0], to[1] - from[1]) - 5 * MM) < 0.01,
    )
    const upright = ticks.filter(({ from, to }) => from[0] === to[0])
    const level = ticks.filter(({ from, to }) => from[1] === to[1])
    const at = (lines: typeof ticks, axis: 0 | 1, isDashed: boolean) =>
      unique(lines.filter((line) => line.isDashed === isDashed).map(({ from }) => from[axis] - MARGIN))
    expect(at(upright, 0, false)).toEqual(near([0, 600, 618, 1218]))
    expect(at(upright, 0, true)).toEqual(near([300, 609, 918]))
    expect(at(level, 1, false)).toEqual(near([0, 400, 418, 818]))
    expect(at(level, 1, true)).toEqual(near([409]))
  })

  test('with a gutter the spine is cut, too', async () => {
    const [front] = await sidesOf(book, { scheme: 'signature', pages: 4, gutter: pt(20) })
    if (front === undefined) throw new Error('no sheet')
    const ticks = linesIn(operatorsOn(front)).filter(
      ({ from, to }) => from[0] === to[0] && Math.abs(to[1] - from[1] - 5 * MM) < 0.01,
    )
    expect(unique(ticks.map(({ from }) => from[0] - MARGIN))).toEqual(near([0, 300, 310, 320, 620]))
  })

  test('no line reaches into a page or its bleed', async () => {
    for (const side of await sidesOf(book, { scheme: 'signature' })) {
      const { width, height } = side.getSize()
      const inner = { left: 7 * MM, right: width - 7 * MM, bottom: 7 * MM, top: height - 7 * MM }
      for (const { from, to } of linesIn(operatorsOn(side))) {
        const isOutside =
          Math.max(from[0], to[0]) <= inner.left + 0.01 ||
          Math.min(from[0], to[0]) >= inner.right - 0.01 ||
          Math.max(from[1], to[1]) <= inner.bottom + 0.01 ||
          Math.min(from[1], to[1]) >= inner.top - 0.01
        expect(isOutside, `${from} ${to}`).toBe(true)
      }
    }
  })

  test('there are none where the paper has no room for them', async () => {
    const sheet = { width: pt(600), height: pt(400) }
    const { value, diagnostics } = await imposePdf(book, { producer: 'test', scheme: 'saddle', sheet })
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['warning impose-sheet'])
    const [front] = (await openSheets(value?.bytes ?? new Uint8Array())).getPages()
    expect(front && operatorsOn(front)).toMatch(
      /^q 1 0 0 1 -9 -9 cm \/P16 Do Q\nq 1 0 0 1 291 -9 cm \/P1 Do Q$/,
    )
  })
})

test('collating marks step down the backs, one on the outside of each signature', async () => {
  const sides = await sidesOf(await firstPages('horizontal', 20), { scheme: 'signature', pages: 4 })
  const boxes = sides.map((side) => boxesIn(operatorsOn(side)))
  expect(boxes.map((on) => on.length)).toEqual([1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
  const marks = boxes.flat()
  const head = MARGIN + TRIM.height - TRIM.height / 10
  for (const [i, { x, y, width, height }] of marks.entries()) {
    expect(x + width / 2).toBeCloseTo(MARGIN + 300, 2)
    expect([width, height]).toEqual(near([2 * MM, 8 * MM]))
    expect(y + height).toBeCloseTo(head - i * height, 1)
  }
})

test('collating marks of a thick book all stay on its back', async () => {
  const one = await firstPages('horizontal', 1)
  const thick = await changed(one, (document) => {
    const [page] = document.getPages()
    if (page) for (let i = 1; i < 400; i++) document.addPage(page)
  })
  const sides = await sidesOf(thick, { scheme: 'signature', pages: 4 })
  for (const { y, height } of sides.flatMap((side) => boxesIn(operatorsOn(side)))) {
    expect(y).toBeGreaterThan(MARGIN)
    expect(y + height).toBeLessThan(MARGIN + TRIM.height)
    expect(height).toBeGreaterThan(2.99 * MM)
  }
})

describe('ink', () => {
  const inks = async (pdf: Uint8Array) => {
    const [front] = await sidesOf(pdf, { scheme: 'saddle' })
    return front && { operators: operatorsOn(front), resources: resourcesOn(front) }
  }

  test('black where the book is black, without any resource', async () => {
    const { operators, resources } = (await inks(book)) ?? { operators: '', resources: [] }
    expect(operators).toContain('\nq 0 G 0 g\n')
    expect(resources).toEqual(['XObject'])
  })

  test('all plates where it is for press', async () => {
    const { operators, resources } = (await inks(await asPressFile(book))) ?? { operators: '', resources: [] }
    expect(operators).toContain('\nq /All CS 1 SCN /All cs 1 scn\n')
    expect(resources).toEqual(['XObject', 'ColorSpace'])
  })

  test('all plates where a page has process colours', async () => {
    const coloured = await changed(book, (document) => {
      const { context } = document
      const node = document.getPages()[7]?.node
      node?.addContentStream(context.register(context.flateStream('0 1 0 0 k 0 0 9 9 re f')))
    })
    expect((await inks(coloured))?.operators).toContain('/All cs')
  })
})

describe('what shows of a page', () => {
  test('its bleed where it is cut, none over the fold of a spine', async () => {
    const [front, back] = await sidesOf(book, { scheme: 'signature' })
    if (front === undefined || back === undefined) throw new Error('no sheet')
    const odd = [BLEED, 0, 318, 418]
    const even = [0, 0, 318 - BLEED, 418]
    for (const [page, form] of [...formsOn(front), ...formsOn(back)])
      expect(boxOf(form), `page ${page}`).toEqual(page % 2 === 1 ? odd : even)
  })

  test('half of a gutter at most', async () => {
    const [front] = await sidesOf(book, { scheme: 'signature', gutter: pt(10) })
    expect(front && boxOf(formsOn(front).get(1))).toEqual([BLEED - 5, 0, 318, 418])
  })

  test('no more than the fold leaves of inner sheets', async () => {
    const sides = await sidesOf(book, { scheme: 'saddle', thickness: pt(2) })
    expect(sides[6] && boxOf(formsOn(sides[6]).get(7))).toEqual([BLEED + 6, 0, 318, 418])
  })
})
