// Where the ink is: a page as PDFium paints it, and the box of what is black within a part of it.

import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Direction } from './axes.ts'
import { at, find } from './measure.ts'
import type { Box } from './read-pdf.ts'
import type { Specimen } from './specimen.ts'

/** Pixels a point: a hundredth of an em of ten points is one. */
const SCALE = 10
const BLACK = 128

interface Picture {
  readonly width: number
  readonly values: Uint8Array
}

/** In shares of the box asked for, from its top left, whatever the direction. */
export interface Ink {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Share of the ink's own box that is black. */
  readonly density: number
  /** Whether the middle of the ink's own box is black: no in a ring, yes in a point. */
  readonly isSolid: boolean
}

/** Ink between two Han of a line, in shares of the room between them. `text` begins and ends with them. */
export async function inkBetween(specimen: Specimen, text: string): Promise<Ink> {
  const ink = await inkIn(specimen, roomOf(specimen, text))
  if (!ink) throw new Error(`no ink in ${text}`)
  return ink
}

/** How far the middle of that ink is from the middle of the room, along and across the line, in em. */
export async function offMiddle(specimen: Specimen, text: string): Promise<readonly [number, number]> {
  const { left, right, top, bottom } = await inkBetween(specimen, text)
  const { width, height } = roomOf(specimen, text)
  const { em, direction } = specimen.area
  const [x, y] = [((left + right - 1) / 2) * (width / em), ((top + bottom - 1) / 2) * (height / em)]
  return direction === 'horizontal' ? [x, y] : [y, x]
}

function roomOf(specimen: Specimen, text: string): Box {
  const { em, direction } = specimen.area
  const [first, last] = [at(find(specimen, text), 0).glyph, at(find(specimen, text), -1).glyph]
  return direction === 'horizontal'
    ? { x: first.x + em, y: first.y, width: last.x - first.x - em, height: em }
    : { x: first.x, y: first.y + em, width: em, height: last.y - first.y - em }
}

let library: Promise<PDFiumLibrary> | undefined
const pictures = new WeakMap<Specimen, Map<number, Promise<Picture>>>()

export async function inkIn(specimen: Specimen, box: Box, page = 0): Promise<Ink | undefined> {
  const { width, values } = await pictureOf(specimen, page)
  const [x, y] = [Math.round(box.x * SCALE), Math.round(box.y * SCALE)]
  const [w, h] = [Math.round(box.width * SCALE), Math.round(box.height * SCALE)]
  const isBlack = (i: number, j: number): boolean => (values[(y + j) * width + x + i] ?? 255) < BLACK
  let [left, top, right, bottom, count] = [w, h, 0, 0, 0]
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      if (!isBlack(i, j)) continue
      left = Math.min(left, i)
      right = Math.max(right, i + 1)
      top = Math.min(top, j)
      bottom = Math.max(bottom, j + 1)
      count++
    }
  }
  if (count === 0) return undefined
  return {
    left: left / w,
    top: top / h,
    right: right / w,
    bottom: bottom / h,
    density: count / ((right - left) * (bottom - top)),
    isSolid: isBlack((left + right) >> 1, (top + bottom) >> 1),
  }
}

function pictureOf(specimen: Specimen, number: number): Promise<Picture> {
  const known = pictures.get(specimen) ?? new Map<number, Promise<Picture>>()
  pictures.set(specimen, known)
  const picture = known.get(number) ?? paint(specimen, number)
  known.set(number, picture)
  return picture
}

async function paint(specimen: Specimen, number: number): Promise<Picture> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(specimen.bytes)
  try {
    const page = document.getPage(number)
    const { width, data } = await page.render({ scale: SCALE, colorSpace: 'Gray', render: 'bitmap' })
    return { width, values: new Uint8Array(data) }
  } finally {
    document.destroy()
  }
}

/** The middle of the ink along and across the line, in shares of the cell. */
export const middleOf = (
  { left, top, right, bottom }: Ink,
  direction: Direction,
): readonly [number, number] => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return direction === 'horizontal' ? [x, y] : [y, 1 - x]
}

/** Where in the cell ink stands, by halves: `upper right`, `left`, `middle`. Ink over the middle belongs to neither half. */
export function placeOf({ left, top, right, bottom }: Ink): string {
  const across = right <= 0.55 ? 'left' : left >= 0.45 ? 'right' : ''
  const down = bottom <= 0.55 ? 'upper' : top >= 0.45 ? 'lower' : ''
  return [down, across].filter((word) => word !== '').join(' ') || 'middle'
}
