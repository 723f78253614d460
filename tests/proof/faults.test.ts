// The fault lab: good editions are proven in every check, and each planted fault is caught and named by the checks that
// must see it, and by no other. A fault nobody sees would be a missing rule; a check that fails beside it, a false alarm.

import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/proof/report.ts'
import { verifyPdf } from '../../src/proof/verify.ts'
import { PdfObjects } from '../support/pdf-objects.ts'
import { EDITION_NAMES, goodEdition, plantedFile } from './faults/editions.ts'
import type { Fault } from './faults/fault.ts'
import { NO_FAULTS } from './faults/no-faults.ts'
import { TABLES } from './faults/tables.ts'

const said = ({ id, detail, findings }: Check): string =>
  [`${id}: ${detail.en}`, ...findings.map(({ message }) => message.en)].join('\n')

async function checksOf(fault: Fault): Promise<readonly Check[]> {
  const { book, expected } = await goodEdition(fault.edition)
  return (await verifyPdf(await plantedFile(fault), book, expected)).checks
}

describe.each(EDITION_NAMES)('a good edition: %s', (name) => {
  it('is proven, as it was written and put together anew', async () => {
    const { bytes, book, expected } = await goodEdition(name)
    for (const file of [bytes, new PdfObjects(bytes).bytes()]) {
      const { checks } = await verifyPdf(file, book, expected)
      expect(checks.filter(({ status }) => status === 'failed').map(said)).toEqual([])
      expect(checks.filter(({ status }) => status === 'not-run').map(({ id }) => id)).toEqual(
        name.startsWith('3a') ? ['verapdf'] : [],
      )
    }
  })
})

for (const [title, faults] of Object.entries(TABLES)) {
  describe(title, () => {
    it.each(faults)('$fault ($edition)', async (fault) => {
      const failed = (await checksOf(fault)).filter(({ status }) => status === 'failed')
      const words = failed.map(said).join('\n')
      expect({ failed: failed.map(({ id }) => id).sort(), words }).toEqual({
        failed: [...fault.fails].sort(),
        words: expect.stringContaining(fault.says),
      })
    })
  })
}

describe('what is no fault', () => {
  it.each(NO_FAULTS)('$what ($edition)', async (harmless) => {
    const checks = await checksOf({ ...harmless, fault: harmless.what, fails: [], says: '' })
    expect(checks.filter(({ status }) => status === 'failed').map(said)).toEqual([])
  })
})

describe('the list of forty', () => {
  it('has every number planted', () => {
    const planted = new Set(Object.values(TABLES).flatMap((faults) => faults.map(({ number }) => number)))
    const all = Array.from({ length: 40 }, (_, i) => i + 1)
    expect(all.filter((number) => !planted.has(number))).toEqual([])
  })
})
