import { expect, test } from 'vitest'
import { joinsWithSpace } from '../../src/cjk/index.ts'

// CSS Text 3 segment breaks; 20│02 must give 2002
test.each([
  ['Windows NT', 'Server版', true],
  ['word,', 'next', true],
  ['(word)', '(next', true],
  ['NT4', 'Server', true],
  ['한국', '어', true],
  ['Ελλάς', 'Привет', true],
  ['重要思', '想', false],
  ['近4000', '名', false],
  ['共20', '02年', false],
  ['版，', 'Server', false],
  ['Server', '版', false],
  ['A”', 'B', false],
  ['部署,', 'WTO', false],
  ['BCD-', 'mode', false],
  ['GB', '15834', false],
  ['20', 'km', false],
  ['Ａ', 'Ｂ', false],
  ['甲', '', false],
  ['', 'A', false],
])('%j │ %j', (left, right, expected) => {
  expect(joinsWithSpace(left, right)).toBe(expected)
})
