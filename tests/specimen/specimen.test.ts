// The specimens of content/specimen are set without a word of complaint, and show all there is to show: a command, a form
// or a value that no specimen has fails here.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Editions, makeEditions } from '../../src/build.ts'
import type { Files } from '../../src/core/index.ts'
import { HEADING_FORMS } from '../../src/source/entry.ts'
import {
  type Book,
  type Composition,
  type Entry,
  jsonSchemas,
  type Layout,
  type MarkedText,
  readBook,
  readLayout,
} from '../../src/source/index.ts'
import { COMMANDS, type Mark } from '../../src/source/markup-commands.ts'
import { ALIGNMENTS } from '../../src/source/paragraph-form.ts'
import { shippedFonts } from '../support/fonts.ts'

const ROOT = new URL('../../', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const disk: Files = {
  read: (path) => (existsSync(new URL(path, ROOT)) ? readFileSync(new URL(path, ROOT)) : undefined),
}

const FOLDER = 'content/specimen'
const SHEETS = readdirSync(new URL(`${FOLDER}/layouts/`, ROOT)).map((file) => file.replace('.yaml', ''))

const bookAt = (path: string): Book => clean(readBook(`${FOLDER}/${path}`, disk))
const layoutAt = (path: string): Layout => clean(readLayout(path, disk, 'layouts'))

function clean<T>({ value, diagnostics }: { value: T | undefined; diagnostics: readonly unknown[] }): T {
  expect(diagnostics).toEqual([])
  if (value === undefined) throw new Error('no value and no diagnostics')
  return value
}

async function set(book: Book, layout: Layout): Promise<Editions> {
  const made = await makeEditions(book, layout, shippedFonts)
  return clean(made)
}

const styles = bookAt('styles.yaml')
const volumes = [bookAt('horizontal.yaml'), bookAt('vertical.yaml')]
const sheets = SHEETS.map((name) => layoutAt(`${FOLDER}/layouts/${name}.yaml`))

describe('set without diagnostics', () => {
  test.each(volumes)('$volume', async (book) => {
    const { setting } = await set(book, layoutAt(`layouts/${book.layout?.name}.yaml`))
    expect(setting.pages.length).toBeGreaterThan(3)
  })

  test('the sheets, each of one page and unlike all others', async () => {
    const pages = new Map<string, string>()
    for (const layout of sheets) {
      const { setting, pdfs } = await set(styles, layout)
      expect([layout.name, setting.pages.length]).toEqual([layout.name, 1])
      const page = Buffer.from(pdfs[0] ?? []).toString('latin1')
      expect([layout.name, pages.get(page)]).toEqual([layout.name, undefined])
      pages.set(page, layout.name)
    }
  })
})

test('both volumes share their chapters', () => {
  const filesOfBook = (book: Book | undefined): ReadonlySet<string> =>
    new Set(book?.parts.flatMap(({ chapters }) => chapters.map(({ file }) => file)))
  const [horizontal, vertical] = volumes.map(filesOfBook)
  expect([...(horizontal ?? [])].filter((file) => !vertical?.has(file))).toEqual([])
})

test('`npm start` sets all of them', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const run = scripts['start:styles'] ?? ''
  expect([...run.matchAll(/ -l (\S+)/g)].map(([, name]) => name).sort()).toEqual([...SHEETS].sort())
  for (const volume of ['horizontal', 'vertical']) {
    expect(scripts['start:specimens']).toContain(`${FOLDER}/${volume}.yaml`)
  }
})

const chapters = [styles, ...volumes].flatMap(({ parts }) => parts.flatMap((part) => part.chapters))
const entries: readonly Entry[] = chapters.flatMap((chapter) => chapter.entries)
const paragraphs = entries.flatMap(({ body }) => body)

describe('every inline command occurs', () => {
  /** What a command says of its stretch, its argument left out. */
  const kindOf = (mark: Mark): string =>
    [mark.kind, 'face' in mark && mark.face, 'form' in mark && mark.form].filter(Boolean).join(' ')
  const texts: readonly (MarkedText | undefined)[] = [
    ...chapters.map(({ title }) => title),
    ...entries.map(({ heading }) => heading),
    ...paragraphs.map(({ text }) => text),
  ]
  const found = new Set(texts.flatMap((text) => (text?.inline ?? []).map(kindOf)))
  /** One of these each command takes. */
  const ARGUMENTS = ['', 'en', '1/2em', '4em']

  test.each(COMMANDS.map(({ names, markOf }) => [names[0], markOf] as const))('%s', (_, markOf) => {
    const mark = ARGUMENTS.map(markOf).find((each) => each !== undefined)
    expect(found).toContain(mark && kindOf(mark))
  })

  test('in a title, in a heading, and one in another', () => {
    expect(chapters.some(({ title }) => title.inline !== undefined)).toBe(true)
    expect(entries.some(({ heading }) => heading?.inline !== undefined)).toBe(true)
    expect(texts.some((text) => text?.inline?.some((outer, i) => isIn(text.inline?.[i + 1], outer)))).toBe(
      true,
    )
  })

  type Place = { readonly from: number; readonly to: number }
  const isIn = (inner: Place | undefined, outer: Place): boolean =>
    inner !== undefined && inner.from >= outer.from && inner.to <= outer.to
})

describe('every form occurs', () => {
  const forms = paragraphs.flatMap(({ form }) => form ?? [])

  test.each(ALIGNMENTS)('align: %s', (align) => {
    expect(forms.map((form) => form.align)).toContain(align)
  })

  test('indents at both ends, hanging, none and deeper', () => {
    expect(forms.some(({ startIndent }) => startIndent > 0)).toBe(true)
    expect(forms.some(({ endIndent }) => endIndent > 0)).toBe(true)
    const first = forms.flatMap(({ firstIndent }) =>
      firstIndent === undefined ? [] : [Math.sign(firstIndent)],
    )
    expect([...new Set(first)].sort()).toEqual([-1, 0, 1])
  })

  test.each(HEADING_FORMS)('form: %s', (form) => {
    expect(entries.map(({ headingForm }) => headingForm)).toContain(form)
  })

  test('credits of entries and chapters, of every shape', () => {
    const credits = [...chapters, ...entries].flatMap((each) => each.credits)
    expect(chapters.some((chapter) => chapter.credits.length > 1)).toBe(true)
    expect(entries.some((entry) => entry.credits.some(({ role }) => role !== undefined))).toBe(true)
    expect(credits.some(({ names }) => names.length > 1)).toBe(true)
    expect(credits.some(({ unit, names }) => unit !== undefined && names.length > 0)).toBe(true)
    expect(credits.some(({ unit, names }) => unit !== undefined && names.length === 0)).toBe(true)
    expect(credits.some(({ printed }) => printed !== undefined)).toBe(true)
  })
})

describe('every value of a composition occurs', () => {
  interface Key {
    readonly enum?: readonly string[]
    readonly type?: string
  }
  const schema = jsonSchemas().layout as {
    readonly properties: { readonly composition: { readonly properties: Readonly<Record<string, Key>> } }
  }
  const keys = Object.entries(schema.properties.composition.properties)
  const used = [
    ...sheets,
    ...['yearbook', 'yearbook-vertical'].map((name) => layoutAt(`layouts/${name}.yaml`)),
  ]
  const written = ['layouts', `${FOLDER}/layouts`]
    .flatMap((folder) => readdirSync(new URL(`${folder}/`, ROOT)).map((file) => textOf(`${folder}/${file}`)))
    .join('\n')
  /** Values that layouts have; of digits those of vertical ones, which alone turn them. */
  const valuesOf = (key: keyof Composition): ReadonlySet<unknown> =>
    new Set(
      used
        .filter(({ direction }) => key !== 'digits' || direction === 'vertical')
        .map(({ composition }) => composition[key]),
    )
  const camel = (key: string): keyof Composition =>
    key.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as keyof Composition

  test.each(keys)('%s', (key, { enum: words, type }) => {
    const wanted = type === 'boolean' ? [true, false] : (words ?? [])
    expect([...valuesOf(camel(key))]).toEqual(expect.arrayContaining([...wanted]))
    expect(written).toMatch(new RegExp(`^ +${key}: `, 'm'))
  })

  test('the three rooms of adjacent marks', () => {
    expect([...valuesOf('adjacentMarks')].sort()).toEqual([1, 1.5, 2])
  })
})
