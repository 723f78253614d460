// Answers are kept, so many at most.

import { expect, test } from 'vitest'
import { RecentMap } from '../../src/paragraph/recent-map.ts'

test('keeps what was added last, and never more than it may', () => {
  const map = new RecentMap<number, string>(3)
  for (let i = 0; i < 100; i++) {
    map.set(i, String(i))
    expect(map.size).toBeLessThanOrEqual(3)
    expect(map.get(i)).toBe(String(i))
  }
  expect([96, 97, 98, 99].map((i) => map.get(i))).toEqual([undefined, '97', '98', '99'])
})

test('a key that is there makes no room for itself', () => {
  const map = new RecentMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('b', 3)
  expect([map.get('a'), map.get('b')]).toEqual([1, 3])
})
