// The boxes of a page (ISO 32000-1, 14.11.2). In: a page as the library has it. Out: the size of the trimmed page as it is
// read, how far its bleed reaches, and the map from the page's own coordinates to the lower left of the trimmed page,
// upright. Throws where boxes are no boxes.

import { PDFArray, PDFName, PDFNumber, type PDFObject, type PDFPageLeaf } from '@cantoo/pdf-lib'
import { joined, type Matrix, mapped, type Rect, translation } from './matrix.ts'

export interface PageBoxes {
  readonly width: number
  readonly height: number
  /** Ink beyond each edge of the trimmed page that is meant to be cut off. */
  readonly bleed: Rect
  readonly upright: Matrix
  /** Whether the page itself says what its trimmed size is. */
  readonly hasTrim: boolean
}

export function pageBoxes(page: PDFPageLeaf): PageBoxes {
  const media = boxOf(inherited(page, 'MediaBox'), page)
  if (media === undefined) throw new Error('a page without MediaBox')
  const crop = meeting(boxOf(inherited(page, 'CropBox'), page) ?? media, media)
  // The art box stands for the trim box in some press files (ISO 15930 asks for one of the two).
  const own = boxOf(page.get(PDFName.of('TrimBox')), page) ?? boxOf(page.get(PDFName.of('ArtBox')), page)
  const trim = meeting(own ?? crop, media)
  const bleed = meeting(boxOf(page.get(PDFName.of('BleedBox')), page) ?? trim, media)
  const turn = turned(page)
  const area = mapped(trim, turn)
  const upright = joined(turn, translation(-area.left, -area.bottom))
  const reach = mapped(bleed, upright)
  const [width, height] = [area.right - area.left, area.top - area.bottom]
  if (!(width > 0 && height > 0)) throw new Error('a page without extent')
  return {
    width,
    height,
    upright,
    hasTrim: own !== undefined,
    bleed: {
      left: Math.max(0, -reach.left),
      bottom: Math.max(0, -reach.bottom),
      right: Math.max(0, reach.right - width),
      top: Math.max(0, reach.top - height),
    },
  }
}

const inherited = (page: PDFPageLeaf, name: string): PDFObject | undefined =>
  page.getInheritableAttribute(PDFName.of(name))

/** Corners may be given in any order. */
function boxOf(object: PDFObject | undefined, { context }: PDFPageLeaf): Rect | undefined {
  const array = context.lookupMaybe(object, PDFArray)
  if (array === undefined) return undefined
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [0, 1, 2, 3].map((i) => array.lookup(i, PDFNumber).asNumber())
  return {
    left: Math.min(x1, x2),
    bottom: Math.min(y1, y2),
    right: Math.max(x1, x2),
    top: Math.max(y1, y2),
  }
}

/** What lies outside the medium is not there. */
const meeting = (a: Rect, b: Rect): Rect => ({
  left: Math.max(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
  top: Math.min(a.top, b.top),
})

/** Clockwise quarter turns by /Rotate, and units of other than a point. */
function turned(page: PDFPageLeaf): Matrix {
  const degrees = page.Rotate()?.asNumber() ?? 0
  const unit = page.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1
  const quarter = (((degrees / 90) % 4) + 4) % 4
  const matrix = TURNS[quarter]
  if (matrix === undefined) throw new Error(`a page turned by ${degrees} degrees`)
  return joined(matrix, [unit, 0, 0, unit, 0, 0])
}

const TURNS: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
]
