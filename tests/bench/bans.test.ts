// Bans are counted from the text and its line ends: what makes a line wrong is written here as |.

import { describe, expect, test } from 'vitest'
import { bansBroken } from '../../src/bench/bans.ts'

/** Bans broken where a text is parted at |. */
function broken(parted: string, level: 'none' | 'basic' | 'gb' | 'strict' = 'gb'): number {
  const lines = parted.split('|')
  const ends = lines.map((_, i) => lines.slice(0, i + 1).join('').length)
  return bansBroken(lines.join(''), ends, level)
}

describe('counts', () => {
  test.each([
    ['一二|，三', 1],
    ['一（|二）三', 1],
    ['“一|”二', 1],
    ['一二|。', 1],
    ['一|、二|；三（|四', 3],
    // A mark before a blank is a mark at the line head all the same.
    ['一二| ，三', 1],
    ['一二（ |三', 1],
    // The single — joins.
    ['北京|—上海', 1],
    ['2018|～2020年', 1],
    ['一／|二', 1],
  ])('%s', (text, expected) => {
    expect(broken(text)).toBe(expected)
  })
})

describe('passes', () => {
  test.each([
    '一二，|三',
    '一二|（三）',
    '一二|“三”',
    '一二|——三',
    '一二|……三',
    '北京—|上海',
    '一二|GPS三',
    '一二 |three',
    'http://www.a.cn/|news/|index.html一',
    'state-|of-the-art一',
    '一二',
    '',
  ])('%s', (text) => {
    expect(broken(text)).toBe(0)
  })
})

test('the level decides', () => {
  expect(
    (['none', 'basic', 'gb', 'strict'] as const).map((level) => broken('一|，二／|三|……四', level)),
  ).toEqual([0, 1, 2, 3])
})

test('long texts take no longer a line than short ones', () => {
  const text = '一二三四五，'.repeat(100_000)
  const ends = Array.from({ length: text.length / 24 }, (_, i) => 24 * (i + 1))
  const start = performance.now()
  expect(bansBroken(text, ends, 'gb')).toBe(0)
  expect(performance.now() - start).toBeLessThan(3000)
})
