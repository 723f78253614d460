// One page a direction as pixels: what text extraction cannot see, glyphs mirrored, upside down, turned or beside their
// places. The pictures in pixels/ were looked at; after a change that is meant, delete them and run this again.

import { describe, expect, it } from 'vitest'
import { draw, goldenSetting } from '../support/drawn.ts'
import { difference, keptImage, mirrored, moved, renderFirstPage, upsideDown } from '../support/grey-image.ts'

const SCALE = 1.25
/** Another renderer's smoothing; a shift of one pixel is far above it. */
const ALIKE = 0.12
const OTHER = 0.4

describe.each(['horizontal', 'vertical'] as const)('%s', (direction) => {
  it('looks as it did', async () => {
    const { bytes } = await draw(goldenSetting('run-in', direction))
    const now = await renderFirstPage(bytes, SCALE)
    const kept = await keptImage(new URL(`./pixels/${direction}.png`, import.meta.url), now, false)
    expect([now.width, now.height]).toEqual([kept.width, kept.height])
    expect(difference(now, kept)).toBeLessThan(ALIKE)
    // The measure itself: it must see what extraction does not.
    expect(difference(mirrored(now), kept)).toBeGreaterThan(OTHER)
    expect(difference(upsideDown(now), kept)).toBeGreaterThan(OTHER)
    expect(difference(moved(now, 2, 0), kept)).toBeGreaterThan(2 * ALIKE)
    expect(difference(moved(now, 0, 2), kept)).toBeGreaterThan(2 * ALIKE)
  })

  it('has its first lines where reading begins, and its margins white', async () => {
    const setting = goldenSetting('run-in', direction)
    const { bytes } = await draw({
      ...setting,
      pages: setting.pages.map((page) => ({ ...page, furniture: [] })),
    })
    const { width, height, values } = await renderFirstPage(bytes, SCALE)
    const inkIn = (from: readonly [number, number], to: readonly [number, number]): number => {
      let ink = 0
      for (let y = Math.floor(from[1] * height); y < to[1] * height; y++)
        for (let x = Math.floor(from[0] * width); x < to[0] * width; x++)
          ink += 255 - (values[y * width + x] ?? 255)
      return ink
    }
    const start = direction === 'horizontal' ? inkIn([0, 0], [1, 0.5]) : inkIn([0.5, 0], [1, 1])
    const end = direction === 'horizontal' ? inkIn([0, 0.5], [1, 1]) : inkIn([0, 0], [0.5, 1])
    expect(start).toBeGreaterThan(1.2 * end)
    expect(end).toBeGreaterThan(0)
    expect(inkIn([0, 0], [1, 0.1]) + inkIn([0, 0], [0.1, 1])).toBe(0)
  })
})
