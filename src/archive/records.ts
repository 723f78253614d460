// Records of entries, for catalogues and databases: data/records/entries.jsonl, one JSON object a line, in the order of the
// book. In: a book and where its entries stand. Out: the file. Text is that of the manuscript; what is read beside it
// (拼音, 注音 …) stands apart with its base.

import {
  type Book,
  type Chapter,
  type Credit,
  type Entry,
  type MarkedText,
  type Part,
  readingsInOrder,
} from '../source/index.ts'
import { bytesOf } from './tag-text.ts'

export const RECORDS = 'data/records/entries.jsonl'

/** Where an entry begins in the editions of a layout, all from 1. */
export interface EntryPlace {
  readonly layout: string
  /** The folio, as printed or counted. */
  readonly page: number
  readonly pdfPage: number
  readonly column: number
}

export interface RecordSources {
  /** Path in the bag of a file of the manuscript. */
  readonly fileOf: (path: string) => string
  /** One place a layout, those of the first layout first; fewer where an entry prints nothing. */
  readonly placesOf: (entry: Entry) => readonly EntryPlace[]
}

export function entryRecords(book: Book, sources: RecordSources): Uint8Array {
  const lines = book.parts.flatMap((part) =>
    part.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => `${JSON.stringify(recordOf(entry, chapter, part, sources))}\n`),
    ),
  )
  return bytesOf(lines.join(''))
}

function recordOf(entry: Entry, chapter: Chapter, part: Part, sources: RecordSources): object {
  const places = sources.placesOf(entry)
  const [first] = places
  const heading = entry.heading?.text
  const texts = entry.body.map(({ text }) => text)
  const readings = [...(entry.heading ? [entry.heading] : []), ...texts].flatMap(readingsOf)
  return {
    id: entry.id,
    path: [part.title?.text, chapter.title.text, heading].filter((step) => step !== undefined),
    title: heading ?? null,
    text: texts.map(({ text }) => text).join('\n'),
    ...(readings.length > 0 && { readings }),
    page: first?.page ?? null,
    pdfPage: first?.pdfPage ?? null,
    column: first?.column ?? null,
    places,
    contributors: [
      ...entry.credits.map((credit) => contributor(credit, 'entry')),
      ...chapter.credits.map((credit) => contributor(credit, 'chapter')),
    ],
    file: sources.fileOf(chapter.file),
    ...(chapter.provenance && { provenance: chapter.provenance }),
  }
}

/** `of`: what the contributor signed. */
const contributor = ({ role, names, unit }: Credit, of: 'entry' | 'chapter'): object => ({
  ...(role !== undefined && { role }),
  names,
  ...(unit !== undefined && { unit }),
  of,
})

const readingsOf = ({ text, inline }: MarkedText): readonly object[] =>
  readingsInOrder(inline ?? []).map(({ from, to, form, text: reading }) => ({
    base: text.slice(from, to),
    reading: reading.text,
    form,
  }))
