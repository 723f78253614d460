import { expect, test } from 'vitest'
import { SpreadGauge } from '../../src/bench/spread.ts'

function summaryOf(...values: readonly (readonly [value: number, places: number])[]) {
  const gauge = new SpreadGauge()
  for (const [value, places] of values) gauge.add(value, places)
  return gauge.summary
}

test('mean and deviation count every place', () => {
  const { mean, deviation, most } = summaryOf([0, 6], [0.1, 2], [0.3, 2])
  expect(mean).toBeCloseTo(0.08, 12)
  // (6 × 0.08² + 2 × 0.02² + 2 × 0.22²) / 10
  expect(deviation).toBeCloseTo(Math.sqrt(0.0136), 12)
  expect(most).toBe(0.3)
})

test('a percentile is the least value that so many places do not exceed', () => {
  expect(summaryOf([0, 95], [0.2, 4], [0.5, 1])).toMatchObject({ p95: 0, p99: 0.2, most: 0.5 })
  expect(summaryOf([0, 94], [0.2, 4], [0.5, 2])).toMatchObject({ p95: 0.2, p99: 0.5 })
})

test('what is wider than all told apart still counts', () => {
  expect(summaryOf([9, 1])).toMatchObject({ mean: 9, p95: 5, p99: 5, most: 9 })
})

test('nothing is nothing', () => {
  expect(summaryOf()).toEqual({ mean: 0, deviation: 0, p95: 0, p99: 0, most: 0 })
  expect(summaryOf([0.4, 0]).most).toBe(0)
})
