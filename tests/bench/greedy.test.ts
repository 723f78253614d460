// Greedy breaking is what the lines of the product are compared with: it must be a fair opponent, whole and lawful.

import { describe, expect, test } from 'vitest'
import { breakGreedily } from '../../src/bench/greedy.ts'
import { giveOf, type Items } from '../../src/paragraph/index.ts'

const EM = 10
const HAN = 1
const PAUSE = 3

/** One box of 1 em a character; ， is half an em with half an em of blank after it, and begins no line. */
function itemsOf(text: string): Items {
  const marks = [...text].map((c) => c === '，')
  const n = marks.length
  const array = (value: (k: number) => number): Float64Array =>
    Float64Array.from({ length: n }, (_, k) => value(k))
  return {
    stream: { text, runs: [], annotations: [] },
    count: n,
    start: Int32Array.from({ length: n + 1 }, (_, k) => k),
    advance: array((k) => (marks[k] ? EM / 2 : EM)),
    gap: array((k) => (marks[k] ? EM / 2 : 0)),
    gapKind: Uint8Array.from(marks, (mark) => (mark ? PAUSE : HAN)),
    gapShrink: array((k) => (marks[k] ? EM / 2 : 0)),
    gapStretch: array(() => 0),
    breakCost: array((k) => (marks[k + 1] ? Number.POSITIVE_INFINITY : 0)),
    characters: Uint16Array.from(marks, (mark) => (mark ? 0 : 1)),
    sort: new Int32Array(n),
    shift: array(() => 0),
    style: new Uint16Array(n),
    orientation: new Uint8Array(n),
    styles: [],
    words: [],
    spaces: [],
    spacesLie: false,
    oversize: [],
  }
}

function broken(text: string, characters: number): readonly string[] {
  const items = itemsOf(text)
  const measure = characters * EM
  const options = { firstMeasure: measure, measure, size: EM, minCharsOnLastLine: 2 }
  return breakGreedily(items, giveOf(items, EM), options).map(({ first, end }) => text.slice(first, end))
}

describe('greedy breaking', () => {
  test('fills each line', () => {
    expect(broken('一二三四五六七八九', 4)).toEqual(['一二三四', '五六七八', '九'])
  })

  test('pulls a mark in where another one can be squeezed', () => {
    expect(broken('一，二三四，五六', 5)).toEqual(['一，二三四，', '五六'])
  })

  test('pushes a character out where nothing can', () => {
    expect(broken('一二三四，五六', 4)).toEqual(['一二三', '四，五六'])
  })
})
