// PDFs of the program for its tests: the golden chapters, and a book of two parts, set with the shipped fonts.

import { readFileSync } from 'node:fs'
import { filesOf } from '../../src/core/index.ts'
import type { Setting } from '../../src/page/index.ts'
import { drawPdf, type PdfMetadata } from '../../src/pdf/index.ts'
import { PdfFile, type PdfPage } from '../../src/proof/pdf-file.ts'
import { readLayout } from '../../src/source/index.ts'
import { bookOf, setBook } from './books.ts'

export type GoldenName = 'run-in' | 'credits' | 'subheads'
export type Direction = 'horizontal' | 'vertical'

export const META: PdfMetadata = {
  title: '机关党建',
  creators: ['甲', '乙'],
  publisher: '某出版社',
  identifier: 'urn:isbn:0',
  date: '2003-10-01',
  producer: 'banxin test',
  digits: 'combine',
}

const goldenFile = (path: string): string =>
  readFileSync(new URL(`../golden/${path}`, import.meta.url), 'utf8')

/** A golden chapter, set. */
export function goldenSetting(name: GoldenName, direction: Direction): Setting {
  const files = filesOf({
    'layout.yaml': goldenFile(`${name}/layout.yaml`),
    'vertical.yaml': goldenFile('vertical.yaml'),
  })
  const layout = readLayout(direction === 'vertical' ? 'vertical.yaml' : 'layout.yaml', files).value
  if (!layout) throw new Error(`no layout of ${name}`)
  return setBook(bookOf({ 'chapter.yaml': goldenFile(`${name}/chapter.yaml`) }), layout).setting
}

export interface Drawn {
  readonly setting: Setting
  readonly bytes: Uint8Array
  readonly file: PdfFile
  readonly pages: readonly PdfPage[]
}

export async function draw(setting: Setting, meta: Partial<PdfMetadata> = {}): Promise<Drawn> {
  const bytes = await drawPdf(setting, { ...META, ...meta })
  const file = new PdfFile(bytes)
  return { setting, bytes, file, pages: file.pages() }
}

/** The decoded content of a page, and of its fonts by name. */
export const contentOf = ({ file }: Drawn, page: PdfPage): string => {
  const stream = file.stream(page.dict.get('Contents'))
  const content = stream && file.decoded(stream)
  if (content === undefined) throw new Error('a page without content')
  return content
}

/** Texts of the sorts of a page's marks, or of its furniture, in order, without blanks. */
export function textOfMarks({ typeCase, pages }: Setting, part: 'marks' | 'furniture'): readonly string[] {
  return pages.map((page) =>
    page[part]
      .flatMap((mark) =>
        mark.kind !== 'glyphs'
          ? []
          : Array.from(
              mark.paragraph.sorts.slice(mark.run.from, mark.run.to),
              (id) => typeCase.sortOf(id).text,
            ),
      )
      .join('')
      .replace(/\s/gu, ''),
  )
}
