// Press editions as a press looks at them: one ink in the right operators, boxes and marks, what the standards ask of the
// document (ISO 15930-4:2003 and -7:2010). verify has the rules; here the writer is held to what it means to write.

import { beforeAll, describe, expect, it } from 'vitest'
import { isString } from '../../src/proof/pdf-syntax.ts'
import { contentsOf, type MadePdf, made, repositoryFile, valueAt } from '../support/editions.ts'

const FILES = {
  'book.yaml': 'title: 年鉴\npublisher: 某社\nparts:\n  - title: 概况\n    chapters: [a.yaml]\n',
  'a.yaml': 'title: 地理\nsections:\n  - heading: 位置\n    body: "{书名|史记}记载，{着重|东}临渤海。"\n',
}

describe.each(['x-4', 'x-1a'] as const)('a press edition by %s', (standard) => {
  let pdf: MadePdf
  let contents: readonly string[]

  beforeAll(async () => {
    pdf = await made(FILES, { kind: 'press', standard })
    contents = contentsOf(pdf)
  })

  it('is of the version of its standard, and says which that is', () => {
    const head = Buffer.from(pdf.bytes.slice(0, 9)).toString('latin1')
    expect(head).toBe(standard === 'x-4' ? '%PDF-1.6\n' : '%PDF-1.4\n')
    const info = pdf.file.dict(pdf.file.trailer.get('Info'))
    const version = valueAt(pdf, info, 'GTS_PDFXVersion')
    expect(isString(version) ? version.bytes : undefined).toBe(
      standard === 'x-1a' ? 'PDF/X-1a:2003' : undefined,
    )
    expect(valueAt(pdf, info, 'Trapped')).toEqual({ name: 'False' })
    const packet = pdf.file.stream(pdf.file.catalog.get('Metadata'))
    const xmp = (packet && pdf.file.decoded(packet)) ?? ''
    expect(xmp.includes('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')).toBe(standard === 'x-4')
    expect(xmp).toContain('<pdf:Trapped>False</pdf:Trapped>')
  })

  it('paints black on the black plate alone, over what lies below, and white knocking out', () => {
    const colours = new Set(
      contents.flatMap((content) => content.match(/(?:[\d.]+ ){4}[kK]\b|^.* [gG]$/gm) ?? []),
    )
    expect([...colours].map((colour) => colour.trim()).sort()).toEqual([
      '0 0 0 0 k',
      '0 0 0 0.7 k',
      '0 0 0 1 K',
      '0 0 0 1 k',
    ])
    for (const content of contents) {
      const pairs = [...content.matchAll(/\/(\w+) gs\n0 0 0 ([\d.]+) k/g)]
      expect(pairs.length).toBeGreaterThan(0)
      for (const [, state, ink] of pairs)
        expect([ink, state]).toEqual([ink, ink === '1' ? 'Overprint' : 'Knockout'])
    }
  })

  it('has boxes one in another, with room for marks outside the bleed, and every mark there', () => {
    const [page] = pdf.file.pages()
    const box = (name: string): number[] => pdf.file.array(page?.dict.get(name)).map(Number)
    const [media, bleed, trim] = [box('MediaBox'), box('BleedBox'), box('TrimBox')]
    const mm = 72 / 25.4
    expect((trim[2] ?? 0) - (trim[0] ?? 0)).toBeCloseTo(210 * mm, 3)
    expect((trim[3] ?? 0) - (trim[1] ?? 0)).toBeCloseTo(285 * mm, 3)
    expect((trim[0] ?? 0) - (bleed[0] ?? 0)).toBeCloseTo(3 * mm, 3)
    expect((bleed[0] ?? 0) - (media[0] ?? 0)).toBe(24)
    expect(page?.dict.has('CropBox')).toBe(false)
    const marks = /q \/Registration CS 1 SCN[\s\S]*\nQ$/.exec(contents[0] ?? '')?.[0] ?? ''
    const points = [...marks.matchAll(/([\d.]+) ([\d.]+) (?:m|l)\b/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    expect(points.length).toBeGreaterThan(30)
    const inside = points.filter(
      ([x = 0, y = 0]) =>
        x > (bleed[0] ?? 0) && x < (bleed[2] ?? 0) && y > (bleed[1] ?? 0) && y < (bleed[3] ?? 0),
    )
    expect(inside).toEqual([])
  })

  it('embeds the condition it is meant for, and holds nothing a press refuses', () => {
    const intents = pdf.file.array(pdf.file.catalog.get('OutputIntents'))
    expect(intents).toHaveLength(1)
    const intent = pdf.file.dict(intents[0])
    expect(pdf.file.name(intent.get('S'))).toBe('GTS_PDFX')
    const condition = intent.get('OutputConditionIdentifier')
    expect(isString(condition) && condition.bytes).toBe('FOGRA39')
    const profile = pdf.file.stream(intent.get('DestOutputProfile'))
    expect(profile?.dict.get('N')).toBe(4)
    const text = Buffer.from(pdf.bytes).toString('latin1')
    for (const word of ['/Encrypt', '/Annots', '/JavaScript', '/AF', '/StructTreeRoot', '/SMask', '/Group'])
      expect(text.includes(word), word).toBe(false)
  })
})

it('takes the profile and the condition of the press, without marks if so asked', async () => {
  const profile = new Uint8Array(Buffer.from(repositoryFile('profiles/README.md')))
  const layout =
    'extends: yearbook\npress: { profile: own.icc, condition: JC200103, crop-marks: false, registration-marks: false, standard: x-1a }\n'
  const shipped = repositoryFile('layouts/yearbook.yaml')
  const files = { ...FILES, 'own.yaml': layout, 'yearbook.yaml': shipped }
  await expect(
    made({ ...files, 'own.icc': profile }, { kind: 'press' }, { layout: 'own.yaml' }),
  ).rejects.toThrow('`own.icc` is no ICC profile')
  await expect(made(files, { kind: 'press' }, { layout: 'own.yaml' })).rejects.toThrow(
    'there is no profile `own.icc`',
  )
  const { readFileSync } = await import('node:fs')
  const fogra = readFileSync(new URL('../../profiles/FOGRA39L_coated.icc', import.meta.url))
  const pdf = await made({ ...files, 'own.icc': fogra }, { kind: 'press' }, { layout: 'own.yaml' })
  expect(Buffer.from(pdf.bytes.slice(0, 8)).toString('latin1')).toBe('%PDF-1.4')
  const intent = pdf.file.dict(pdf.file.array(pdf.file.catalog.get('OutputIntents'))[0])
  const condition = intent.get('OutputConditionIdentifier')
  expect(isString(condition) && condition.bytes).toBe('JC200103')
  const [page] = pdf.file.pages()
  expect(page?.dict.get('MediaBox')).toEqual(page?.dict.get('BleedBox'))
  expect(contentsOf(pdf)[0]).not.toContain('Registration')
})

it('draws every edition from one setting: the same glyphs at the same places', async () => {
  const { shownGlyphs } = await import('../support/shown-glyphs.ts')
  const placed = async (target: Parameters<typeof made>[1]) => {
    const pdf = await made(FILES, target)
    return pdf.file.pages().map((page) => {
      const media = pdf.file.array(page.mediaBox).map(Number)
      const trim = pdf.file.array(page.dict.get('TrimBox')).map(Number)
      const glyphs = shownGlyphs(pdf.file, page, media[3] ?? 0)
      return glyphs.map(({ text, x, y }) => [
        text,
        (x - (trim[0] ?? 0)).toFixed(2),
        (y - (trim[1] ?? 0)).toFixed(2),
      ])
    })
  }
  const screen = await placed({ kind: 'screen' })
  expect(screen.flat().length).toBeGreaterThan(20)
  expect(await placed({ kind: 'press', standard: 'x-1a' })).toEqual(screen)
  expect(await placed({ kind: 'press' })).toEqual(screen)
  expect(await placed({ kind: 'archive', standard: '3a' })).toEqual(screen)
})
