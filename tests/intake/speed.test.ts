// Time grows with the text and no faster, whatever the text is. Bounds are far above what a quiet machine needs: they
// catch a quadratic search, not a slow computer.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/intake/index.ts'

const raw = readFileSync(new URL('../../content/weifang/raw/party-work.txt', import.meta.url), 'utf8')
const body = `${raw.slice(raw.indexOf('【'), raw.lastIndexOf('('))}\n`
const filled = (unit: string, length: number): string =>
  `标题\n\n${unit.repeat(Math.ceil(length / unit.length))}`

const milliseconds = (text: string): number => {
  const start = performance.now()
  importText(text, { file: 'a.txt' })
  return performance.now() - start
}

test('a book of 1.5 million characters', () => {
  expect(milliseconds(filled(body, 1_500_000))).toBeLessThan(5000)
})

test('a line of 5 million characters', () => {
  expect(milliseconds(filled(body.replaceAll('\n', ''), 5_000_000))).toBeLessThan(10_000)
}, 20_000)

describe('hostile lines', () => {
  const UNITS = [
    '(',
    ')',
    '【',
    '"中',
    '中 ',
    '— ',
    '… ',
    '。 ',
    '. ',
    '～~',
    'a@',
    '&a',
    'http://',
    'www.',
    '[1998]',
    '张三 ',
    '\0中',
    '(a)',
    '3-4',
    '<中',
    '"中\'',
    '(供稿',
  ] // prettier-ignore

  test.each(UNITS)(
    '%j',
    (unit) => {
      // A quadratic search would need minutes for this.
      expect(milliseconds(filled(unit, 200_000))).toBeLessThan(5000)
    },
    20_000,
  )
})
