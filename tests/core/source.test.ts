import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineIndex, type Position } from '../../src/core/index.ts'

/** Line and column the slow way. */
function slowly(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}

const texts = fc
  .array(fc.constantFrom('甲', 'a', '\n', '\r\n', '𠀀', '\ud840', '\udc00', '\t'), { maxLength: 40 })
  .map((units) => units.join(''))

describe('LineIndex', () => {
  test('gives the same positions whatever it was asked before', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), (text, offsets) => {
        const index = new LineIndex(text)
        for (const offset of offsets) expect(index.positionOf(offset)).toEqual(slowly(text, offset))
      }),
    )
  })

  test('offsets before the start and past the end', () => {
    const index = new LineIndex('甲\n乙丙')
    expect(index.positionOf(-3)).toEqual({ line: 1, column: 1 })
    expect(index.positionOf(99)).toEqual({ line: 2, column: 3 })
  })

  test('lines come without their ends', () => {
    const index = new LineIndex('甲\r\n\n乙\r')
    expect([1, 2, 3].map((line) => index.lineText(line))).toEqual(['甲', '', '乙'])
    expect([1, 2, 3].map((line) => index.startOf(line))).toEqual([0, 3, 4])
    expect(index.lineCount).toBe(3)
  })

  test('500 positions on a line of 5 million characters', () => {
    const index = new LineIndex('文'.repeat(5_000_000))
    const began = performance.now()
    for (let i = 500; i > 0; i--) expect(index.positionOf(i * 9_999).column).toBe(i * 9_999 + 1)
    for (let i = 0; i < 500; i++) expect(index.positionOf(i * 9_999).column).toBe(i * 9_999 + 1)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
