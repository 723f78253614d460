// Dots and waves as curves: where they begin and end, how far they reach, how black they are. Points on a curve are
// reckoned from its control points.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurveMark, Point } from '../../src/page/index.ts'
import { dotAt, waveFrom } from '../../src/page/strokes.ts'

const STEPS = 32

/** Points along a curve, segment by segment. */
function pointsOf({ x, y, segments }: CurveMark): readonly Point[] {
  const points: Point[] = [[x, y]]
  let from: Point = [x, y]
  for (const [one, two, to] of segments) {
    for (let i = 1; i <= STEPS; i++) points.push(between([from, one, two, to], i / STEPS))
    from = to
  }
  return points
}

const between = ([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point => {
  const u = 1 - t
  const at = (i: 0 | 1): number =>
    u * u * u * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t * t * t * d[i]
  return [at(0), at(1)]
}

const size = fc.integer({ min: 5, max: 40 })
const place: fc.Arbitrary<Point> = fc.tuple(
  fc.integer({ min: -50, max: 500 }),
  fc.integer({ min: -50, max: 500 }),
)

describe('a dot', () => {
  it('is filled with black', () => expect(dotAt([3, 4], 10)).toMatchObject({ kind: 'curve', pen: 0, ink: 1 }))

  it('is a circle about its point, of a radius of 0.075 em, and closed', () =>
    fc.assert(
      fc.property(place, size, ([x, y], em) => {
        const dot = dotAt([x, y], em)
        const points = pointsOf(dot)
        for (const [px, py] of points) {
          expect(Math.hypot(px - x, py - y) / em).toBeCloseTo(0.075, 4)
        }
        expect(dot.segments).toHaveLength(4)
        expect(points.at(-1)).toEqual([dot.x, dot.y])
      }),
    ))

  it('goes once round', () => {
    const angles = pointsOf(dotAt([0, 0], 10)).map(([x, y]) => Math.atan2(y, x))
    const turns = angles.slice(1).map((angle, i) => {
      const turn = angle - (angles[i] ?? 0)
      return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI))
    })
    for (const turn of turns) expect(turn).toBeGreaterThan(0)
    expect(turns.reduce((sum, turn) => sum + turn, 0)).toBeCloseTo(2 * Math.PI, 9)
  })
})

describe.each([
  ['across', false],
  ['down', true],
] as const)('a wave %s the page', (_, isDown) => {
  const length = fc.integer({ min: 1, max: 3000 }).map((tenths) => tenths / 10)

  /** Points by how far they lie along the wave and beside it. */
  const ways = (wave: CurveMark): readonly { along: number; beside: number }[] =>
    pointsOf(wave).map(([x, y]) => {
      const [dx, dy] = [x - wave.x, y - wave.y]
      return isDown ? { along: dy, beside: dx } : { along: dx, beside: dy }
    })

  it('is drawn in black with a pen of 0.045 em', () => {
    const { pen, ink, kind } = waveFrom([3, 4], 30, 20, isDown)
    expect([kind, ink]).toEqual(['curve', 1])
    expect(pen).toBeCloseTo(0.9, 9)
  })

  it('begins at its point and ends at its length, on its middle', () =>
    fc.assert(
      fc.property(place, length, size, ([x, y], long, em) => {
        const wave = waveFrom([x, y], long, em, isDown)
        expect([wave.x, wave.y]).toEqual([x, y])
        const last = ways(wave).at(-1)
        expect(last?.along).toBeCloseTo(long, 6)
        expect(last?.beside).toBeCloseTo(0, 6)
      }),
    ))

  it('swings a twentieth of an em to either side, first to the left or top', () => {
    const wave = ways(waveFrom([10, 20], 50, 20, isDown))
    expect(Math.max(...wave.map(({ beside }) => beside))).toBeCloseTo(1, 6)
    expect(Math.min(...wave.map(({ beside }) => beside))).toBeCloseTo(-1, 6)
    expect(wave[STEPS / 2]?.beside).toBeCloseTo(-1, 6)
  })

  it('has whole half waves, as near to an eighth of an em as can be, one at least', () =>
    fc.assert(
      fc.property(length, size, (long, em) => {
        const { segments } = waveFrom([0, 0], long, em, isDown)
        const exact = long / (em / 8)
        expect(Math.abs(segments.length - Math.max(1, exact))).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
    ))

  it('crosses its middle after each half wave, all of one length, to the other side', () =>
    fc.assert(
      fc.property(length, size, (long, em) => {
        const wave = waveFrom([0, 0], long, em, isDown)
        const points = ways(wave)
        for (let i = 0; i < wave.segments.length; i++) {
          const [middle, end] = [points[(i + 0.5) * STEPS], points[(i + 1) * STEPS]]
          expect(Math.sign(middle?.beside ?? 0)).toBe(i % 2 === 0 ? -1 : 1)
          expect(end?.along).toBeCloseTo(((i + 1) * long) / wave.segments.length, 6)
          expect(end?.beside).toBeCloseTo(0, 6)
        }
      }),
    ))

  it('goes on without a turn back', () => {
    const along = ways(waveFrom([0, 0], 37, 10, isDown)).map((way) => way.along)
    for (const [i, at] of along.slice(1).entries()) expect(at).toBeGreaterThan(along[i] ?? 0)
  })
})
