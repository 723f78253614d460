import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineBreakOpportunities } from '../../src/cjk/uax14.ts'
import { generateUax14Data } from '../support/generate-uax14.ts'

const data = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')

/** `× 2757 ÷ 0020 ÷` → the text and where it may break. */
function readTestLine(line: string): { text: string; marks: string } {
  const [spec = ''] = line.split('#')
  const parts = spec.trim().split(/\s+/)
  let text = ''
  let marks = ''
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const character = String.fromCodePoint(Number.parseInt(parts[i + 1] ?? '', 16))
    marks += (parts[i] ?? '') + '×'.repeat(character.length - 1)
    text += character
  }
  return { text, marks }
}

const marksOf = (text: string): string =>
  [...lineBreakOpportunities(text)].map((b) => (b > 0 ? '÷' : '×')).join('')

describe('UAX #14 of Unicode 17.0', () => {
  it('passes every line of LineBreakTest-17.0.0.txt', () => {
    const lines = data('LineBreakTest-17.0.0.txt')
      .split('\n')
      .filter((line) => /^[×÷]/.test(line))
    expect(lines).toHaveLength(19338)
    const failed = lines.filter((line) => {
      const { text, marks } = readTestLine(line)
      return marksOf(text) !== marks
    })
    expect(failed).toEqual([])
  })

  it('has the table that the generator makes of the Unicode data', async () => {
    const made = generateUax14Data(data('LineBreak-17.0.0.txt'), data('EastAsianWidth-17.0.0.txt'))
    await expect(made).toMatchFileSnapshot('../../src/cjk/uax14-data.ts')
  })

  it('must break after a line feed and may break after a space', () => {
    expect([...lineBreakOpportunities('a b\r\nc')]).toEqual([0, 0, 1, 0, 0, 2])
    expect([...lineBreakOpportunities('')]).toEqual([])
  })

  it('speaks of UTF-16 units: nothing inside a surrogate pair', () => {
    expect(marksOf('𠮷𠮷')).toBe('××÷×')
  })

  it('answers every text, and never before its first unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const breaks = lineBreakOpportunities(text)
        expect(breaks).toHaveLength(text.length)
        expect(breaks[0] ?? 0).toBe(0)
      }),
    )
  })
})
