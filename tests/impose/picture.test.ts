// Sheets as PDFium draws them, pixel for pixel beside the pages they are made of: whatever boxes and turns a page has, what
// is on the sheet is what a reader shows of it.

import { PDFName } from '@cantoo/pdf-lib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { expect, test } from 'vitest'
import { pt } from '../../src/core/index.ts'
import { imposePdf, type Size } from '../../src/impose/index.ts'
import { BLEED, changed, firstPages, TRIM, withBoxes } from './books.ts'

/** Grey pixels, rows from the top. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** One pixel a point. */
async function draw(pdf: Uint8Array, index: number): Promise<Picture> {
  const document = await (await PDFiumLibrary.init()).loadDocument(pdf)
  try {
    const { data, width, height } = await document.getPage(index).render({ scale: 1, render: 'bitmap' })
    const grey = new Uint8Array(width * height)
    for (let i = 0; i < grey.length; i++) grey[i] = data[4 * i] ?? 0
    return { width, height, grey }
  } finally {
    document.destroy()
  }
}

/** A part of a picture, from its top left. */
function part({ width, grey }: Picture, x: number, y: number, size: { width: number; height: number }) {
  const out = new Uint8Array(size.width * size.height)
  for (let row = 0; row < size.height; row++)
    out.set(grey.subarray((y + row) * width + x, (y + row) * width + x + size.width), row * size.width)
  return out
}

/** 1: the same ink at the same places; around 0: nothing in common. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const ink = (pixels: Uint8Array): readonly number[] => {
    const mean = pixels.reduce((sum, n) => sum + n, 0) / pixels.length
    return Array.from(pixels, (n) => n - mean)
  }
  const [p, q] = [ink(a), ink(b)]
  const product = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, n, i) => sum + n * (v[i] ?? 0), 0)
  return product(p, q) / Math.sqrt(product(p, p) * product(q, q))
}

async function sheetOf(pdf: Uint8Array, sheet: Size): Promise<Uint8Array> {
  const { value } = await imposePdf(pdf, { producer: 'test', scheme: 'signature', pages: 8, sheet })
  return value?.bytes ?? new Uint8Array()
}

// Twenty points of paper round a block of 2 × 2 pages: everything stands on whole pixels.
const PAPER = { width: pt(640), height: pt(858) }

test('pages upright and on their heads', async () => {
  const book = await firstPages('vertical', 8)
  const front = await draw(await sheetOf(book, PAPER), 0)
  const trimmed = async (page: number) => part(await draw(book, page - 1), BLEED, BLEED, TRIM)
  // Bound on the right: 4 5 on their heads over 1 8, which share the collating mark.
  for (const [page, x] of [
    [1, 20],
    [8, 320],
  ] as const)
    expect(likeness(part(front, x, 438, TRIM), await trimmed(page)), `page ${page}`).toBeGreaterThan(0.97)
  for (const [page, x] of [
    [4, 20],
    [5, 320],
  ] as const) {
    const cell = part(front, x, 20, TRIM)
    expect(likeness(cell.toReversed(), await trimmed(page)), `page ${page}`).toBeGreaterThan(0.97)
    expect(likeness(cell, await trimmed(page)), `page ${page}`).toBeLessThan(0.5)
  }
})

test('bleed is on the sheet where it is cut off, and not over a fold', async () => {
  const book = await firstPages('horizontal', 8)
  const front = await draw(await sheetOf(book, PAPER), 0)
  // The thumb tab of page 8, an even page, reaches over its left edge.
  const whole = await draw(book, 7)
  const besides = { width: BLEED, height: TRIM.height }
  expect(Math.min(...part(whole, 0, BLEED, besides))).toBeLessThan(128)
  expect(likeness(part(front, 20 - BLEED, 438, besides), part(whole, 0, BLEED, besides))).toBeGreaterThan(
    0.99,
  )
})

test.each([0, 90, 180, 270])('pages turned by %i degrees, their corner elsewhere', async (degrees) => {
  const moved = await withBoxes(await firstPages('horizontal', 8), {
    MediaBox: [-50, -60, 400, 500],
    TrimBox: [309, 409, 9, 9],
  })
  const book = await changed(moved, (document) => {
    for (const { node } of document.getPages()) node.set(PDFName.of('Rotate'), document.context.obj(degrees))
  })
  const isLying = degrees % 180 !== 0
  const trim = isLying ? { width: TRIM.height, height: TRIM.width } : TRIM
  const paper = isLying ? { width: pt(840), height: pt(658) } : PAPER
  const front = await draw(await sheetOf(book, paper), 0)
  const cell = part(front, paper.width / 2, paper.height - 20 - trim.height, trim)
  // Where the trimmed page lies in what a reader shows: 59 points from one edge of the medium and 69 from the next.
  const [left, bottom, right, top] = [59, 69, 91, 91]
  const corner =
    { 0: [left, top], 90: [bottom, left], 180: [right, bottom], 270: [top, right] }[degrees] ?? []
  const [x = 0, y = 0] = corner
  expect(likeness(cell, part(await draw(book, 0), x, y, trim))).toBeGreaterThan(0.97)
})
