// Whatever is done to a file, its proof ends with a report: bytes overwritten, entries taken away or changed for others.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasFailed, verifyPdf } from '../../src/proof/index.ts'
import type { PdfValue } from '../../src/proof/pdf-syntax.ts'
import { PdfObjects } from '../support/pdf-objects.ts'
import { EDITION_NAMES, goodEdition } from './faults/editions.ts'

const ODD: readonly PdfValue[] = [
  null,
  -1,
  1e9,
  true,
  { name: 'Odd' },
  { bytes: '\xff\xfe' },
  { ref: 99_999 },
  { ref: 1 },
  [],
  [{ ref: 1 }, -1, []],
  new Map<string, PdfValue>([['Kids', [{ ref: 1 }]]]),
]

describe.each(EDITION_NAMES)('a proof of a damaged file: %s', (name) => {
  it('never throws at a hole', async () => {
    const { bytes, book, expected } = await goodEdition(name)
    const hole = fc.tuple(fc.nat(bytes.length - 400), fc.integer({ min: 1, max: 400 }), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(hole, async ([start, length, filling]) => {
        const holed = bytes.slice().fill(filling, start, start + length)
        expect((await verifyPdf(holed, book, expected)).checks.length).toBeGreaterThan(10)
      }),
      { numRuns: Number(process.env['FUZZ'] ?? 12) },
    )
  })

  it('never throws at an entry that is gone or of another kind', async () => {
    const { bytes, book, expected } = await goodEdition(name)
    const change = fc.tuple(fc.nat(), fc.nat(), fc.option(fc.nat(ODD.length - 1)))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const pdf = new PdfObjects(bytes)
        for (const [at, key, odd] of changes) {
          const dicts = [...pdf.objects.values()].filter((value) => value instanceof Map && value.size > 0)
          const dict = pdf.dict(dicts[at % dicts.length])
          const names = [...dict.keys()]
          const chosen = names[key % names.length] ?? ''
          if (odd === null) dict.delete(chosen)
          else dict.set(chosen, ODD[odd] ?? null)
        }
        const report = await verifyPdf(pdf.bytes(), book, expected)
        expect(typeof hasFailed(report)).toBe('boolean')
      }),
      { numRuns: Number(process.env['FUZZ'] ?? 12) },
    )
  })
})
