// A text set by the whole program, from YAML to PDF, on a small plain page, and read back. In: what to set and which
// values of the layout differ. Out: glyphs and paths in em along and across the lines. Equal specimens are set once.

import { makeEditions } from '../../src/build.ts'
import { type Diagnostic, hasErrors } from '../../src/core/index.ts'
import { bookOf, layoutOf } from '../support/books.ts'
import { shippedFonts } from '../support/fonts.ts'
import {
  type Area,
  type Direction,
  linesOf,
  type PlacedGlyph,
  type PlacedPath,
  placedGlyphs,
  placedPaths,
  type TextLine,
} from './axes.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'

export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain }
export type PlainMap = { readonly [key: string]: Plain }

export interface Wanted {
  readonly direction: Direction
  /** Paragraphs of one entry; or `sections` whole. */
  readonly body?: Plain
  readonly sections?: readonly Plain[]
  readonly credits?: Plain
  readonly characters?: number
  readonly lines?: number
  readonly columns?: number
  /** Line to line, in em. */
  readonly pitch?: number
  readonly composition?: PlainMap
  /** Keys of the layout besides. */
  readonly layout?: PlainMap
  /** Files of a book instead of one chapter; `book.yaml` is read. */
  readonly files?: Readonly<Record<string, Plain>>
}

export interface Specimen {
  readonly wanted: Wanted
  readonly pdf: ReadPdf
  readonly bytes: Uint8Array
  readonly area: Area
  /** Of every page, heads and folios left out. */
  readonly glyphs: readonly PlacedGlyph[]
  readonly paths: readonly PlacedPath[]
  /** Lines of the body's size. */
  readonly lines: readonly TextLine[]
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

export const EM = 10
export const MARGIN = 30
export const COLUMN_GAP = 2
/** The title of a specimen stands in the first lines of its first page. */
export const TITLE_LINES = 2

const made = new Map<string, Promise<Specimen>>()

export function specimen(wanted: Wanted): Promise<Specimen> {
  const key = JSON.stringify(wanted)
  const known = made.get(key) ?? setAndRead(wanted)
  made.set(key, known)
  return known
}

async function setAndRead(wanted: Wanted): Promise<Specimen> {
  const { pdf, bytes, diagnostics } = await madeOf(filesOf(wanted), layoutFor(wanted))
  const area = areaOf(wanted)
  const glyphs = pdf.pages.flatMap((page, i) => placedGlyphs(page, area, i))
  const lines = linesOf(glyphs, area)
  return {
    wanted,
    pdf,
    bytes,
    area,
    glyphs,
    paths: pdf.pages.flatMap((page, i) => placedPaths(page, area, i)),
    lines,
    text: lines.map(({ text }) => text).join(''),
    diagnostics,
  }
}

/** Files set in a shipped design, or in one made from it: `{ extends: yearbook }`. */
export const setIn = async (design: PlainMap, body: Plain): Promise<ReadPdf> =>
  (await madeOf(filesOf({ direction: 'horizontal', body }), design)).pdf

async function madeOf(files: Record<string, string>, layout: PlainMap) {
  const { value, diagnostics } = await makeEditions(
    bookOf(files, 'book.yaml' in files ? 'book.yaml' : 'chapter.yaml'),
    layoutOf(JSON.stringify(layout)),
    shippedFonts,
  )
  if (!value || hasErrors(diagnostics))
    throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  const [bytes = new Uint8Array()] = value.pdfs
  return { pdf: await readPdf(bytes), bytes, diagnostics }
}

/** JSON is YAML. */
function filesOf({ files, body, sections, credits }: Wanted): Record<string, string> {
  const all = files ?? {
    'chapter.yaml': {
      title: '题',
      sections: sections ?? [{ body: body ?? '' }],
      ...(credits !== undefined && { credits }),
    },
  }
  return Object.fromEntries(Object.entries(all).map(([name, content]) => [name, JSON.stringify(content)]))
}

const sizeOf = ({ direction, characters = 20, lines = 12, columns = 1, pitch = 1.5 }: Wanted) => {
  const inline = columns * characters * EM + (columns - 1) * COLUMN_GAP * EM
  const block = (lines * pitch - (pitch - 1)) * EM
  return direction === 'horizontal' ? { width: inline, height: block } : { width: block, height: inline }
}

export function areaOf(wanted: Wanted): Area {
  const { direction, characters = 20, pitch = 1.5 } = wanted
  const at = { x: MARGIN, y: MARGIN }
  return { ...at, ...sizeOf(wanted), direction, em: EM, pitch, characters, columnGap: COLUMN_GAP }
}

/** A page that holds its type area within equal margins; no heads, no folios, no rules. */
function layoutFor(wanted: Wanted): PlainMap {
  const {
    direction,
    characters = 20,
    lines = 12,
    columns = 1,
    pitch = 1.5,
    composition = {},
    layout = {},
  } = wanted
  const { width, height } = sizeOf(wanted)
  const title = {
    lines: TITLE_LINES,
    text: { face: '宋', weight: 'bold', size: '12pt' },
    'letter-spacing': 'none',
  }
  const plain: PlainMap = {
    direction,
    trim: `${width + 2 * MARGIN}pt × ${height + 2 * MARGIN}pt`,
    bleed: '0mm',
    'type-area': {
      size: `${EM}pt`,
      characters,
      lines,
      columns,
      'line-pitch': `${pitch * EM}pt`,
      'column-gap': `${COLUMN_GAP * EM}pt`,
      'inner-margin': `${MARGIN}pt`,
      'head-margin': `${MARGIN}pt`,
    },
    composition: { indent: '0em', ...composition },
    part: { lines: 3, text: { face: '宋', weight: 'bold', size: '14pt' } },
    chapter: { opening: title, 'in-column': { ...title, align: 'center' } },
    'running-head': { even: 'none', odd: 'none', rule: 'none', gap: '2pt' },
    folio: { place: 'none', 'opening-place': 'none' },
  }
  return merged(plain, layout)
}

/** Maps are merged key by key, everything else is replaced. */
function merged(under: PlainMap, over: PlainMap): PlainMap {
  const out: Record<string, Plain> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = out[key]
    out[key] = isMap(below) && isMap(value) ? merged(below, value) : value
  }
  return out
}

const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && !Array.isArray(value)

/** Files of a book of one part with such chapters. */
export const bookWith = (chapters: readonly Plain[]): Readonly<Record<string, Plain>> => ({
  'book.yaml': { title: '年鉴', parts: [{ chapters: chapters.map((_, i) => `${i}.yaml`) }] },
  ...Object.fromEntries(chapters.map((chapter, i) => [`${i}.yaml`, chapter])),
})
