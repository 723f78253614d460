// Grey pictures of pages: rendered by pdf.js through pdf-parse, kept as small PNG files, compared with a tolerance.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PDFParse } from 'pdf-parse'

/** Grey values from 0 black to 255 white, row by row. */
export interface GreyImage {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array
}

/** The first page of a PDF. */
export async function renderFirstPage(pdf: Uint8Array, scale: number): Promise<GreyImage> {
  const parser = new PDFParse({ data: pdf.slice(), verbosity: 0 })
  try {
    const { pages } = await parser.getScreenshot({ partial: [1], scale, imageDataUrl: false })
    const [page] = pages
    if (!page) throw new Error('no page was rendered')
    return await decode(page.data)
  } finally {
    await parser.destroy()
  }
}

async function decode(png: Uint8Array): Promise<GreyImage> {
  const image = await loadImage(Buffer.from(png))
  const { width, height } = image
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const grey = (i: number): number =>
    0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0)
  return { width, height, values: Uint8Array.from({ length: width * height }, (_, i) => Math.round(grey(i))) }
}

async function encode({ width, height, values }: GreyImage): Promise<Buffer> {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  for (const [i, value] of values.entries()) image.data.set([value, value, value, 255], 4 * i)
  context.putImageData(image, 0, 0)
  return canvas.encode('png')
}

/** The picture kept at a path; written first where there is none, or where it is to be renewed. */
export async function keptImage(path: URL, now: GreyImage, renew: boolean): Promise<GreyImage> {
  if (renew || !existsSync(path)) writeFileSync(path, await encode(now))
  return decode(readFileSync(path))
}

export const mirrored = ({ width, height, values }: GreyImage): GreyImage => ({
  width,
  height,
  values: values.map((_, i) => values[i - (i % width) + (width - 1 - (i % width))] ?? 255),
})

export const upsideDown = ({ width, height, values }: GreyImage): GreyImage => ({
  width,
  height,
  values: values.map((_, i) => values[(height - 1 - Math.floor(i / width)) * width + (i % width)] ?? 255),
})

/** Moved right and down by whole pixels. */
export const moved = ({ width, height, values }: GreyImage, dx: number, dy: number): GreyImage => ({
  width,
  height,
  values: values.map((_, i) => {
    const [x, y] = [(i % width) - dx, Math.floor(i / width) - dy]
    return x < 0 || y < 0 || x >= width || y >= height ? 255 : (values[y * width + x] ?? 255)
  }),
})

/**
 * How far two pictures differ: the mean difference of their inked neighbourhoods, 0 alike to 1 ink on white. Cells of
 * two by two pixels are compared, so that the smoothing of edges by another version of the renderer does not count.
 */
export function difference(a: GreyImage, b: GreyImage): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let [sum, ink] = [0, 0]
  for (let y = 0; y + 1 < a.height; y += 2) {
    for (let x = 0; x + 1 < a.width; x += 2) {
      const [u, v] = [cell(a, x, y), cell(b, x, y)]
      sum += Math.abs(u - v)
      ink += Math.max(255 - u, 255 - v)
    }
  }
  return ink === 0 ? 0 : sum / ink
}

const cell = ({ width, values }: GreyImage, x: number, y: number): number => {
  const at = y * width + x
  return (
    ((values[at] ?? 0) + (values[at + 1] ?? 0) + (values[at + width] ?? 0) + (values[at + width + 1] ?? 0)) /
    4
  )
}
