// Archive editions of every sample in both directions before veraPDF, the validator of the PDF Association: no failed rule
// of the level they claim, nor of PDF/UA-1 where they claim it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NodeFiles } from '../../src/cli/node-files.ts'
import { buildPdf, hasErrors } from '../../src/index.ts'
import type { PdfaStandard } from '../../src/pdf/index.ts'
import { shippedFonts } from '../support/fonts.ts'
import { validated, verapdfCommand } from '../support/verapdf.ts'

const SAMPLES: readonly (readonly [name: string, book: string, layout: string])[] = [
  ['weifang', 'content/weifang/book.yaml', 'yearbook'],
  ['weifang-vertical', 'content/weifang/book.yaml', 'yearbook-vertical'],
  ['chapter', 'content/weifang/party-work.yaml', 'yearbook'],
  ['chapter-vertical', 'content/weifang/party-work.yaml', 'yearbook-vertical'],
  ['specimen', 'content/specimen/horizontal.yaml', 'yearbook'],
  ['specimen-vertical', 'content/specimen/vertical.yaml', 'yearbook-vertical'],
]
const LEVELS: readonly PdfaStandard[] = ['3a', '2a', '2u', '2b']

const command = verapdfCommand()
const files = new NodeFiles(new URL('../..', import.meta.url).pathname, 'en')

describe.skipIf(command === undefined)('veraPDF', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-verapdf-'))
  const pathOf = (name: string, level: string): string => join(folder, `${name}-${level}.pdf`)

  beforeAll(async () => {
    for (const [name, book, layout] of SAMPLES) {
      for (const standard of LEVELS) {
        const target = { kind: 'archive', standard } as const
        const { value, diagnostics } = await buildPdf({ book, layout, files, fonts: shippedFonts, target })
        if (!value || hasErrors(diagnostics)) throw new Error(`no ${name}`)
        writeFileSync(pathOf(name, standard), value)
      }
    }
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each([
    ['3a', '3a'],
    ['2a', '2a'],
    ['2u', '2u'],
    ['2b', '2b'],
    ['ua1', '3a'],
    ['ua1', '2a'],
  ])(
    'finds no failed rule of %s in editions of level %s',
    (flavour, level) => {
      const paths = SAMPLES.map(([name]) => pathOf(name, level))
      const found = validated(command ?? [], flavour, paths)
      expect(found).toEqual(paths.map((path) => `PASS ${path} ${flavour}`))
    },
    120_000,
  )

  it('would find one', () => {
    const path = pathOf('chapter', '3a')
    const found = validated(command ?? [], '2b', [path])
    expect(found[0]).toBe(`FAIL ${path} 2b`)
  })
})
