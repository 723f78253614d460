import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importText } from '../../src/intake/index.ts'
import { backward, flatTextOf, forward, misplaced, positionOf } from './replay.ts'
import { rawText } from './texts.ts'

const RUNS = Number(process.env['FC_RUNS'] ?? 400)

describe('nothing is lost', () => {
  test.each([false, true])(
    'every character is in the draft or in the log (dropPrivateUse: %s)',
    (dropPrivateUse) => {
      fc.assert(
        fc.property(rawText, (input) => {
          const { value } = importText(input, { file: 'a.txt', dropPrivateUse })
          const output = flatTextOf(value.draft)
          expect(forward(input, value.changes)).toBe(output)
          expect(backward(output, value.changes)).toBe(input)
          expect(misplaced(value)).toEqual([])
        }),
        { numRuns: RUNS },
      )
    },
  )

  test('any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (input) => {
        const { value } = importText(input, { file: 'a.txt' })
        expect(forward(input, value.changes)).toBe(flatTextOf(value.draft))
      }),
      { numRuns: RUNS },
    )
  })

  test('positions are those an editor shows', () => {
    fc.assert(
      fc.property(rawText, (input) => {
        for (const { before } of importText(input, { file: 'a.txt' }).value.changes) {
          expect({ line: before.line, column: before.column }).toEqual(positionOf(input, before.offset))
        }
      }),
      { numRuns: RUNS / 4 },
    )
  })

  test('a change that touches nothing is no change', () => {
    fc.assert(
      fc.property(rawText, (input) => {
        const { changes } = importText(input, { file: 'a.txt' }).value
        expect(changes.filter(({ before, after }) => before.text === after.text)).toEqual([])
      }),
      { numRuns: RUNS / 4 },
    )
  })

  test('diagnostics point into the input', () => {
    fc.assert(
      fc.property(rawText, (input) => {
        for (const { span } of importText(input, { file: 'a.txt' }).diagnostics) {
          expect(span?.file).toBe('a.txt')
          expect(span?.start).toBeLessThanOrEqual(span?.end ?? -1)
          expect(span?.end).toBeLessThanOrEqual(input.length)
        }
      }),
      { numRuns: RUNS / 4 },
    )
  })
})
