// What an edition was to be: its standard and level, the hash it bears; and verdicts from outside that come in part.

import { describe, expect, it } from 'vitest'
import { expectedOf } from '../../src/cli/expected.ts'
import { ReadFiles } from '../../src/cli/sources.ts'
import { commandWords } from '../../src/cli/validator.ts'
import { filesOf } from '../../src/core/index.ts'
import type { Claim } from '../../src/proof/claims.ts'
import type { ExternalValidator, VerifyOptions } from '../../src/proof/index.ts'
import type { CheckId } from '../../src/proof/report.ts'
import { verifyPdf } from '../../src/proof/verify.ts'
import { readLayout } from '../../src/source/index.ts'
import { repositoryFile } from '../support/editions.ts'
import { PdfObjects } from '../support/pdf-objects.ts'
import { goodEdition } from './faults/editions.ts'
import type { EditionName } from './faults/fault.ts'
import { xmp } from './faults/planting.ts'

async function proofOf(name: EditionName, options: VerifyOptions, change?: (pdf: PdfObjects) => void) {
  const { bytes, book } = await goodEdition(name)
  const pdf = new PdfObjects(bytes)
  change?.(pdf)
  const { checks } = await verifyPdf(change ? pdf.bytes() : bytes, book, options)
  return (id: CheckId) =>
    checks
      .filter((one) => one.id === id)
      .map(({ status, findings }) => [status, ...findings.map(({ message }) => message.en)].join(': '))
}

describe('the level of a claim', () => {
  it.each<[EditionName, CheckId, Claim, string]>([
    ['x-4', 'pdfx', 'x-1a', 'the file claims PDF/X-4, PDF/X-1a:2003 was expected'],
    ['x-1a', 'pdfx', 'x-4', 'the file claims PDF/X-1a:2003, PDF/X-4 was expected'],
    ['3a', 'pdfa', '2b', 'the file claims PDF/A-3a, PDF/A-2b was expected'],
  ])('of %s fails %s where %s was expected', async (name, id, claim, says) => {
    expect((await proofOf(name, { claims: [claim] }))(id)).toEqual([`failed: ${says}`])
  })

  it('is that of the layout where a press edition names none', async () => {
    const { book } = await goodEdition('x-4')
    const path = 'layouts/yearbook.yaml'
    const read = new ReadFiles(filesOf({ [path]: repositoryFile(path) }))
    const layout = readLayout(path, read).value
    if (!layout) throw new Error('the layout does not read')
    const named = {
      name: 'a',
      read,
      layout: { ...layout, press: { ...layout.press, standard: 'x-1a' as const } },
    }
    expect(expectedOf({ kind: 'press' }, { book, sources: [] }, named).claims).toEqual(['x-1a'])
  })

  it('says in one check of the tags that PDF/UA is not claimed', async () => {
    const lost = (pdf: PdfObjects): void => xmp(pdf, (packet) => packet.replace(/<pdfuaid:part>.*\n/, ''))
    const [tags = '', ...more] = (await proofOf('3a', { claims: ['3a', 'ua1'] }, lost))('tags')
    expect(tags).toContain('does not claim PDF/UA')
    expect(more).toEqual([])
  })
})

describe('the hash', () => {
  it('must be borne by what is ours, and only by that', async () => {
    const lost = (pdf: PdfObjects): void =>
      xmp(pdf, (packet) => packet.replace(/<banxin:sourceSHA256>.*\n/, ''))
    const options = { sourceHash: 'ab' }
    expect((await proofOf('screen', options, lost))('hash')).toEqual([])
    expect((await proofOf('screen', { ...options, isOurs: true }, lost))('hash')).toEqual(['failed'])
  })
})

describe('a validator', () => {
  it('that fails one flavour and has no verdict on the next has failed the file', async () => {
    const validator: ExternalValidator = {
      validate: async (_, flavour) =>
        flavour === '3a' ? [{ rule: '6.1-1', description: 'no', times: 1 }] : undefined,
    }
    expect((await proofOf('3a', { path: 'a.pdf', validator }))('verapdf')).toEqual([
      'failed: 3a 6.1-1: no (1 ×)',
    ])
    const silent = { path: 'a.pdf', validator: { validate: async () => 'no heap' } }
    expect((await proofOf('3a', silent))('verapdf')).toEqual(['not-run'])
  })

  it('is a path with blanks, or words in quotes', () => {
    expect(commandWords('C:\\Program Files\\verapdf.exe')).toEqual(['C:\\Program Files\\verapdf.exe'])
    expect(commandWords('"java" -jar "a b.jar"')).toEqual(['java', '-jar', 'a b.jar'])
    expect(commandWords('  ')).toEqual([])
  })
})
