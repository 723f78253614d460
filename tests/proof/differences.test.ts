import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDifferences } from '../../src/proof/differences.ts'

const kinds = (a: string, b: string): string[] => findDifferences(a, b, 10).map((d) => d.kind)

/** Text without repeats, so that every difference has one answer. */
const distinct = (length: number): string =>
  Array.from({ length }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')

describe('differences of two texts', () => {
  const text = distinct(200)

  it('says nothing of equal texts', () => {
    expect(kinds(text, text)).toEqual([])
    expect(kinds('', '')).toEqual([])
  })

  it('names each kind and its ranges', () => {
    const without = text.slice(0, 50) + text.slice(53)
    expect(findDifferences(text, without, 10)).toEqual([
      { kind: 'missing', expected: { start: 50, end: 53 }, actual: { start: 50, end: 50 } },
    ])
    expect(kinds(without, text)).toEqual(['added'])
    expect(kinds(text, `${text.slice(0, 9)}x${text.slice(10)}`)).toEqual(['changed'])
    expect(kinds(text, text.slice(0, -1))).toEqual(['missing'])
    expect(kinds(text, '')).toEqual(['missing'])
  })

  it('sees swapped pieces as moved', () => {
    const swapped = text.slice(0, 40) + text.slice(60, 80) + text.slice(40, 60) + text.slice(80)
    expect(kinds(text, swapped)).toEqual(['moved'])
  })

  it('keeps surrogate pairs whole', () => {
    expect(findDifferences('甲𠮷乙', '甲𠮸乙', 10)[0]?.expected).toEqual({ start: 1, end: 3 })
  })

  it('reports no more than it is asked for, in order', () => {
    const changed = [...text].map((c, i) => (i % 10 === 5 ? 'x' : c)).join('')
    const found = findDifferences(text, changed, 10)
    expect(found).toHaveLength(10)
    expect(found.map((d) => d.expected.start)).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85, 95])
  })

  it('rebuilds one text from the other', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛'), maxLength: 60 })
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const found = findDifferences(a, b, 1000)
        if (a === b) expect(found).toEqual([])
        else expect(found.length).toBeGreaterThan(0)
        if (found.some((d) => d.kind === 'moved')) return
        let [built, at] = ['', 0]
        for (const { expected, actual } of found) {
          built += a.slice(at, expected.start) + b.slice(actual.start, actual.end)
          at = expected.end
        }
        expect(built + a.slice(at)).toBe(b)
      }),
    )
  })

  it('is quick over a whole book, and over one that is wholly other', () => {
    const book = Array.from({ length: 1_500_000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * 7919) % 6700)),
    ).join('')
    const start = performance.now()
    expect(findDifferences(book, `${book.slice(0, 700_000)}误${book.slice(700_000)}`, 10)).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(500)
    expect(findDifferences(book, '完全不同', 10).length).toBeGreaterThan(0)
  })
})
