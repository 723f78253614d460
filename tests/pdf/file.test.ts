// What a PDF is beside its pages: version, boxes, fonts, labels, outline, metadata.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Setting } from '../../src/page/index.ts'
import { readPdf } from '../../src/proof/pdf-reader.ts'
import { isRef, isString, type PdfDict, type PdfValue } from '../../src/proof/pdf-syntax.ts'
import { bookOf, layoutOf, setBook } from '../support/books.ts'
import { type Drawn, draw, goldenSetting } from '../support/drawn.ts'
import { toUnicode } from '../support/shown-glyphs.ts'

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const numbers = ({ file }: Drawn, value: PdfValue | undefined): readonly number[] =>
  file.array(value).map(Number)

/** The XMP packet as text. */
function xmpOf({ file }: Drawn): string {
  const stream = file.stream(file.catalog.get('Metadata'))
  const packet = stream && file.decoded(stream)
  return Buffer.from(packet ?? '', 'latin1').toString('utf8')
}

const infoOf =
  ({ file }: Drawn) =>
  (key: string): PdfValue | undefined =>
    file.resolve(file.dict(file.trailer.get('Info')).get(key))

describe('a PDF of either direction', () => {
  let horizontal: Drawn
  let vertical: Drawn
  beforeAll(async () => {
    horizontal = await draw(goldenSetting('run-in', 'horizontal'))
    vertical = await draw(goldenSetting('credits', 'vertical'))
  })

  it('is version 1.7, in Chinese, and shows its title', () => {
    expect(latin(horizontal.bytes).slice(0, 8)).toBe('%PDF-1.7')
    const { catalog } = horizontal.file
    expect(catalog.get('Lang')).toEqual({ bytes: 'zh-CN' })
    expect(horizontal.file.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true)
  })

  it('has boxes: paper with bleed, the trimmed page inside it', () => {
    const [page] = horizontal.pages
    expect(numbers(horizontal, page?.mediaBox)).toEqual([0, 0, 218, 278])
    expect(numbers(horizontal, page?.dict.get('BleedBox'))).toEqual([0, 0, 218, 278])
    expect(numbers(horizontal, page?.dict.get('TrimBox'))).toEqual([9, 9, 209, 269])
    const [bare] = vertical.pages
    expect(numbers(vertical, bare?.dict.get('TrimBox'))).toEqual(numbers(vertical, bare?.mediaBox))
    expect(page?.dict.has('UserUnit')).toBe(false)
  })

  it('embeds every font as a subset named by its content, with widths, text and one descendant', () => {
    for (const drawn of [horizontal, vertical]) {
      const { file, pages } = drawn
      for (const page of pages) {
        const fonts = file.dict(page.resources.get('Font'))
        expect(fonts.size).toBeGreaterThan(0)
        for (const value of fonts.values()) {
          const font = file.dict(value)
          expect(file.name(font.get('Subtype'))).toBe('Type0')
          expect(file.name(font.get('BaseFont'))).toMatch(/^[A-Z]{6}\+[!-~]+$/)
          const descendants = file.array(font.get('DescendantFonts'))
          expect(descendants).toHaveLength(1)
          const descendant = file.dict(descendants[0])
          expect(file.name(descendant.get('CIDToGIDMap'))).toBe('Identity')
          const descriptor = file.dict(descendant.get('FontDescriptor'))
          expect(isRef(descriptor.get('FontFile2'))).toBe(true)
          expect(numbers(drawn, descendant.get('DW2'))).toEqual([880, -1000])
        }
      }
    }
  })

  it('lets one embedded file serve both modes of a face', () => {
    const { file, pages } = vertical
    const byMode = new Map<string, PdfValue[]>()
    for (const value of pages.flatMap((page) => [...file.dict(page.resources.get('Font')).values()])) {
      const font = file.dict(value)
      const name = file.name(font.get('BaseFont')) ?? ''
      byMode.set(name, [...(byMode.get(name) ?? []), ...file.array(font.get('DescendantFonts'))])
    }
    const shared = [...byMode.values()].filter((descendants) => descendants.length > 1)
    expect(shared.length).toBeGreaterThan(0)
    for (const descendants of shared) expect(new Set(descendants.map((d) => JSON.stringify(d))).size).toBe(1)
  })

  it('states what differs from one em: W across, W2 down, with the ink in the middle of its cell', async () => {
    // A dash, a middle dot and a solidus of a vertical line.
    const drawn = await draw(verticalMarks())
    const { typeCase } = drawn.setting
    const fonts = drawn.pages.flatMap((page) => [...drawn.file.dict(page.resources.get('Font'))])
    let count = 0
    for (const [name, value] of new Map(fonts)) {
      const [descendant] = drawn.file.array(drawn.file.dict(value).get('DescendantFonts'))
      const list = drawn.file.array(drawn.file.dict(descendant).get('W2'))
      const { face, sorts } = typeCase.faces[Number(name.slice(1, -1))] ?? { sorts: [] }
      for (let i = 0; i + 1 < list.length; i += 2) {
        const sort = sorts[Number(list[i])]
        const [down = 0, x = 0, y = 0] = numbers(drawn, list[i + 1]).map((n) => n / 1000)
        const ink = face?.inkOf(sort?.gid ?? 0) ?? { left: 0, right: 0, top: 0, bottom: 0 }
        const [part] = sort?.parts ?? []
        expect((ink.left + ink.right) / 2 + (part?.shift ?? 0) - x, sort?.text).toBeCloseTo(0, 1)
        expect((ink.top + ink.bottom) / 2 + (part?.rise ?? 0) - y, sort?.text).toBeCloseTo(down / 2, 2)
        expect(-down, sort?.text).toBe(sort?.text.length === 2 ? 2 : 0.5)
        count++
      }
    }
    expect(count).toBeGreaterThanOrEqual(3)
    const [first] = fonts
    const [descendant] = drawn.file.array(drawn.file.dict(first?.[1]).get('DescendantFonts'))
    expect(drawn.file.array(drawn.file.dict(descendant).get('W')).length).toBeGreaterThan(0)
  })

  it('gives every code its text, once', () => {
    const { file, pages, setting } = horizontal
    const fonts = pages.flatMap((page) => [...file.dict(page.resources.get('Font'))])
    for (const [name, value] of new Map(fonts)) {
      const face = setting.typeCase.faces[Number(name.slice(1, -1))]
      const map = toUnicode(file, file.dict(value))
      expect([...map.values()]).toEqual(face?.sorts.slice(1).map(({ text }) => text))
      expect([...map.keys()]).toEqual([...map.keys()].map((_, i) => i + 1))
    }
  })

  it('opens right to left when it is bound on the right, and says nothing when on the left', () => {
    const direction = ({ file }: Drawn): string | undefined =>
      file.name(file.dict(file.catalog.get('ViewerPreferences')).get('Direction'))
    expect(direction(horizontal)).toBeUndefined()
    expect(direction(vertical)).toBe('R2L')
  })
})

const LAYOUT = `
trim: 200pt × 200pt
bleed: 0mm
type-area:
  { size: 10pt, characters: 15, lines: 8, columns: 1, line-pitch: 15pt, inner-margin: 20pt, head-margin: 15pt }
running-head: { even: none, odd: none, rule: none, gap: 2pt }
part: { lines: 4, text: { face: 宋, weight: bold, size: 14pt } }
chapter:
  opening: { lines: 3, text: { face: 宋, weight: bold, size: 14pt } }
  in-column: { lines: 3, text: { face: 黑, weight: bold, size: 12pt } }
`
const chapter = (title: string): string =>
  `title: ${title}\nsections:\n  - { heading: 甲条, body: 国家机关工作。 }\n  - { heading: 乙条, body: 国家机关工作。 }\n`

const verticalMarks = (): Setting => {
  const book = bookOf({ 'chapter.yaml': 'title: 甲\nsections:\n  - body: 卡尔·马克思——甲／乙。\n' })
  return setBook(
    book,
    layoutOf(`${LAYOUT}direction: vertical\nbinding: right\nfolio: { place: none, opening-place: none }\n`),
  ).setting
}

const FILES = {
  'book.yaml': `
title: 年鉴
first-page: 3
parts:
  - { title: 上编, chapters: [a.yaml, b.yaml] }
  - { title: 下编, chapters: [c.yaml] }
`,
  'a.yaml': chapter('一章'),
  'b.yaml': chapter('二章'),
  'c.yaml': chapter('三章'),
}

describe('a book of parts', () => {
  let drawn: Drawn
  let read: Awaited<ReturnType<typeof readPdf>>
  beforeAll(async () => {
    drawn = await draw(setBook(bookOf(FILES, 'book.yaml'), layoutOf(LAYOUT)).setting)
    read = await readPdf(drawn.bytes)
  })

  it('has an outline of parts, chapters and entries that leads to their pages', () => {
    const { landmarks } = drawn.setting
    const depths = { part: 0, chapter: 1, entry: 2 }
    expect(read.outline).toEqual(
      landmarks.map(({ level, title, page }) => ({ title, depth: depths[level], page })),
    )
    expect(landmarks).toHaveLength(11)
  })

  it('leads to the top left of each, and opens closed', () => {
    const { file, setting } = drawn
    const items: PdfDict[] = []
    /** Gathers the items below one in reading order; answers how many stand right below it. */
    const visit = (first: PdfValue | undefined): number => {
      let count = 0
      for (let item = file.dict(first); item.size > 0; item = file.dict(item.get('Next')), count++) {
        items.push(item)
        const children = visit(item.get('First'))
        // Closed: the negative of what would show if it were opened (ISO 32000-1, table 153).
        expect(item.get('Count')).toBe(children > 0 ? -children : undefined)
      }
      return count
    }
    expect(visit(file.dict(file.catalog.get('Outlines')).get('First'))).toBe(2)
    expect(items).toHaveLength(setting.landmarks.length)
    for (const [i, item] of items.entries()) {
      const landmark = setting.landmarks[i]
      const [page, fit, x, y] = file.array(item.get('Dest'))
      expect(page).toEqual({ ref: drawn.pages[(landmark?.page ?? 0) - 1]?.id })
      expect(fit).toEqual({ name: 'XYZ' })
      expect(Number(x)).toBeCloseTo(landmark?.x ?? -1, 3)
      expect(Number(y)).toBeCloseTo(200 - (landmark?.y ?? -1), 3)
    }
  })

  it('labels its pages by their folios', () => {
    expect(read.labels).toEqual(drawn.setting.pages.map(({ folio }) => String(folio)))
    expect(read.labels?.[0]).toBe('3')
  })

  it('labels them by their folios where those do not count on', async () => {
    const pages = drawn.setting.pages.map((page, i) => ({ ...page, folio: i < 1 ? 9 : 20 + i }))
    const { bytes } = await draw({ ...drawn.setting, pages })
    expect((await readPdf(bytes)).labels).toEqual(pages.map(({ folio }) => String(folio)))
  })
})

describe('the outline of a book with an untitled part after a titled one', () => {
  it('has the chapters of that part beside the part before, not under it', async () => {
    const files = {
      'book.yaml':
        'title: 年鉴\nparts:\n  - { title: 上编, chapters: [a.yaml] }\n  - { chapters: [b.yaml, c.yaml] }\n',
      'a.yaml': chapter('一章'),
      'b.yaml': chapter('二章'),
      'c.yaml': chapter('三章'),
    }
    const { bytes } = await draw(setBook(bookOf(files, 'book.yaml'), layoutOf(LAYOUT)).setting)
    const { outline } = await readPdf(bytes)
    const above = outline
      ?.filter(({ title }) => !title.endsWith('条'))
      .map(({ title, depth }) => [title, depth])
    expect(above).toEqual([
      ['上编', 0],
      ['一章', 1],
      ['二章', 0],
      ['三章', 0],
    ])
  })
})

describe('the file identifier', () => {
  const idOf = async (setting: Setting, meta = {}): Promise<string> => {
    const { file } = await draw(setting, meta)
    return JSON.stringify(file.array(file.trailer.get('ID')))
  }
  const setChapter = (body: string): Setting =>
    setBook(
      bookOf({ 'chapter.yaml': `title: 甲\nsections:\n  - body: ${body}\n` }),
      layoutOf(`${LAYOUT}folio: { place: none, opening-place: none }\n`),
    ).setting

  it('is two strings of 16 bytes, equal for equal files', async () => {
    const { file } = await draw(setChapter('乙丙'))
    const id = file.array(file.trailer.get('ID'))
    expect(id.map((value) => (isString(value) ? value.bytes.length : 0))).toEqual([16, 16])
    expect(id[0]).toEqual(id[1])
    expect(await idOf(setChapter('乙丙'))).toBe(JSON.stringify(id))
  })

  it('is another for other text, other places and another title', async () => {
    const ids = [
      await idOf(setChapter('乙丙')),
      // The same codes in the same places: the fonts alone tell the two apart.
      await idOf(setChapter('丁戊')),
      await idOf(setChapter('乙乙丙')),
      await idOf(setChapter('乙丙'), { title: '别的' }),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('metadata', () => {
  const setting = goldenSetting('credits', 'horizontal')

  it('says title, creators, publisher, identifier and date, in the information dictionary and in XMP', async () => {
    const drawn = await draw(setting)
    const xmp = xmpOf(drawn)
    expect(xmp).toContain(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">机关党建</rdf:li></rdf:Alt></dc:title>',
    )
    expect(xmp).toContain('<dc:creator><rdf:Seq><rdf:li>甲、乙</rdf:li></rdf:Seq></dc:creator>')
    expect(xmp).toContain('某出版社')
    expect(xmp).toContain('<dc:identifier>urn:isbn:0</dc:identifier>')
    expect(xmp).toContain('<xmp:CreateDate>2003-10-01T00:00:00Z</xmp:CreateDate>')
    expect((await readPdf(drawn.bytes)).title).toBe('机关党建')
    expect(infoOf(drawn)('CreationDate')).toEqual({ bytes: 'D:20031001000000Z' })
  })

  it('escapes what XML would read: & < >', async () => {
    const title = 'R&D <2003> "年" ]]>'
    const drawn = await draw(setting, { title, creators: ['A&B'] })
    const xmp = xmpOf(drawn)
    expect(xmp).toContain('R&amp;D &lt;2003&gt; "年" ]]&gt;')
    expect(xmp).toContain('A&amp;B')
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)/)
    expect((await readPdf(drawn.bytes)).title).toBe(title)
  })

  it('leaves characters out that XML has no way to say', async () => {
    expect(xmpOf(await draw(setting, { title: '年\u0001鉴\uffff' }))).toContain('>年鉴<')
  })

  it('bears no date when it is given none', async () => {
    const { file, bytes } = await draw(setting, { date: undefined } as never)
    expect(file.dict(file.trailer.get('Info')).has('CreationDate')).toBe(false)
    expect(file.dict(file.trailer.get('Info')).has('ModDate')).toBe(false)
    expect(latin(bytes)).not.toMatch(/D:20\d\d|CreateDate/)
  })

  it('names the program', async () => {
    expect(infoOf(await draw(setting))('Producer')).toEqual({ bytes: 'banxin test' })
  })
})
