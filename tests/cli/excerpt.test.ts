import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, safe } from '../../src/cli/cells.ts'
import { excerptOf } from '../../src/cli/excerpt.ts'

/** What stands above the carets, cell by cell. */
function above({ text, carets }: { text: string; carets: string }): string {
  const from = carets.indexOf('^')
  const to = carets.length
  let at = 0
  let found = ''
  for (const character of text) {
    if (at >= from && at < to) found += character
    at += cellsOf(character)
  }
  return found
}

describe('carets', () => {
  test.each([
    ['    tilte: 全区概况', 4, 9, 'tilte'],
    ['    title: 全区概况', 11, 15, '全区概况'],
    ['标题：全区概况', 3, 5, '全区'],
    ['\ttitle: 全', 1, 6, 'title'],
    ['a𠮷b：c', 4, 5, '：'],
    ['e\u0301x全', 3, 4, '全'],
    ['x\u0000y', 2, 3, 'y'],
  ])('%j from %i to %i', (line, from, to, meant) => {
    expect(above(excerptOf(line, from, to))).toBe(meant)
  })

  test('an empty stretch is one caret, at the end of the line too', () => {
    expect(excerptOf('标题', 2, 2)).toEqual({ text: '标题', carets: '    ^' })
    expect(excerptOf('', 0, 0)).toEqual({ text: '', carets: '^' })
  })

  test('a long line is cut on both sides of the stretch', () => {
    const line = `${'前'.repeat(2_000_000)}错字${'后'.repeat(2_000_000)}`
    const excerpt = excerptOf(line, 2_000_000, 2_000_002)
    expect(above(excerpt)).toBe('错字')
    expect(excerpt.text).toMatch(/^…前+错字后+…$/)
  })

  test('a stretch longer than the line is cut', () => {
    const { text, carets } = excerptOf('字'.repeat(100), 0, 100)
    expect(text).toMatch(/^字+…$/)
    expect(carets).toBe('^'.repeat(cellsOf(text)))
  })

  test('any line: not wider than a terminal, nothing that steers it, carets under it', () => {
    const unit = fc.constantFrom('a', '全', '，', '\t', '𠮷', '\u0301', '\u001b', '\u202e', '\ud800', ' ')
    const line = fc.array(unit, { maxLength: 300 }).map((units) => units.join(''))
    fc.assert(
      fc.property(line, fc.nat(600), fc.nat(600), (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
        const excerpt = excerptOf(text, from, to)
        expect(cellsOf(excerpt.text)).toBeLessThanOrEqual(77)
        expect(excerpt.text).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u)
        expect(() => encodeURIComponent(excerpt.text)).not.toThrow()
        expect(excerpt.carets).toMatch(/^ *\^+$/)
        expect(excerpt.carets.length).toBeLessThanOrEqual(78)
      }),
    )
  })
})

test('a text made safe has no control character left', () => {
  expect(safe('甲\u0000\u001b[31m\t\u007f\u202e\ue008')).toBe('甲␀␛[31m  ␡\ufffd▯')
})
