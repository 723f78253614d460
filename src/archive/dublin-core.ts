// Dublin Core of a book, in the XML form that libraries harvest (OAI-PMH 2.0, oai_dc). In: a book, the day its editions
// bear and their files. Out: data/metadata/dc.xml. Says what the manuscript says; invents no subject and no rights.

import { escapeXml } from '../core/index.ts'
import { type Book, bookTitle } from '../source/index.ts'
import { bytesOf } from './tag-text.ts'

export const DUBLIN_CORE = 'data/metadata/dc.xml'

export interface Described {
  readonly date: string | undefined
  /** Paths of the editions in the bag. */
  readonly editions: readonly string[]
}

type Element = readonly [name: string, value: string]

export function dublinCore(book: Book, { date, editions }: Described): Uint8Array {
  const given = (name: string, value: string | undefined): readonly Element[] =>
    value === undefined ? [] : [[name, value]]
  const elements: readonly Element[] = [
    ['title', bookTitle(book)],
    ...book.creators.map((creator): Element => ['creator', creator]),
    ...given('publisher', book.publisher),
    ...given('date', date),
    ...given('identifier', book.identifier && identifierOf(book.identifier)),
    ['language', 'zh-CN'],
    // DCMI Type Vocabulary.
    ['type', 'Text'],
    ['format', 'application/pdf'],
    // The year recorded, not the year of publication.
    ...given('coverage', book.year === undefined ? undefined : String(book.year)),
    ...editions.map((path): Element => ['relation', path]),
  ]
  return bytesOf(`${OPEN}\n${elements.map(lineOf).join('')}</oai_dc:dc>\n`)
}

const OPEN = `<?xml version="1.0" encoding="UTF-8"?>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">`

const lineOf = ([name, value]: Element): string => `  <dc:${name}>${escapeXml(value)}</dc:${name}>\n`

/** An ISBN as a URN (RFC 8254); anything else as it is. */
function identifierOf(identifier: string): string {
  const digits = identifier.replace(/^ISBN[\s:：]*/i, '').replace(/[-\s]/g, '')
  return /^(?:97[89]\d{10}|\d{9}[\dX])$/i.test(digits) ? `urn:ISBN:${digits.toUpperCase()}` : identifier
}
