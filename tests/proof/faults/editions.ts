// The good files that faults are planted in: one book of two pages or more, as the program sets it, for every edition, and
// what the proof of each expects.

import { expectedOf } from '../../../src/cli/expected.ts'
import { manuscriptSources, ReadFiles } from '../../../src/cli/sources.ts'
import { filesOf } from '../../../src/core/index.ts'
import type { VerifyOptions } from '../../../src/proof/index.ts'
import { type Book, readBook, readLayout } from '../../../src/source/index.ts'
import type { Target } from '../../../src/target.ts'
import { made, repositoryFile } from '../../support/editions.ts'
import { PdfObjects } from '../../support/pdf-objects.ts'
import type { EditionName, Fault } from './fault.ts'

const CHAPTER = `
title: 统计
sections:
  - heading: 综合
    body: |
      2002年，全市{着重|生产}总值按Open Data口径计算，比上年增长12.5%。

      一二三次产业协调发展。
    credits: [{ role: 供稿, names: [李明] }]
`

const FILES = {
  'book.yaml': `
title: 潍坊年鉴
volume: 2003
creators: [潍坊市地方史志办公室]
parts:
  - title: 政治
    chapters: [party.yaml, statistics.yaml]
`,
  'party.yaml': repositoryFile('content/weifang/party-work.yaml'),
  'statistics.yaml': CHAPTER,
  'layouts/small.yaml': 'extends: yearbook\ntype-area: { lines: 34 }\n',
  'layouts/small-vertical.yaml': 'extends: yearbook-vertical\n',
  'layouts/yearbook.yaml': repositoryFile('layouts/yearbook.yaml'),
  'layouts/yearbook-vertical.yaml': repositoryFile('layouts/yearbook-vertical.yaml'),
}

const TARGETS: Readonly<Record<EditionName, readonly [Target, layout: string]>> = {
  screen: [{ kind: 'screen' }, 'small'],
  vertical: [{ kind: 'screen' }, 'small-vertical'],
  'x-4': [{ kind: 'press', standard: 'x-4' }, 'small'],
  'x-1a': [{ kind: 'press', standard: 'x-1a' }, 'small'],
  '3a': [{ kind: 'archive', standard: '3a' }, 'small'],
  '3a-vertical': [{ kind: 'archive', standard: '3a' }, 'small-vertical'],
}

export interface GoodEdition {
  readonly bytes: Uint8Array
  readonly book: Book
  readonly expected: VerifyOptions
}

export const EDITION_NAMES = Object.keys(TARGETS) as EditionName[]

const editions = new Map<EditionName, Promise<GoodEdition>>()

/** Made once. */
export function goodEdition(name: EditionName): Promise<GoodEdition> {
  let edition = editions.get(name)
  if (!edition) {
    edition = makeEdition(...TARGETS[name])
    editions.set(name, edition)
  }
  return edition
}

async function makeEdition(target: Target, layout: string): Promise<GoodEdition> {
  const path = `layouts/${layout}.yaml`
  const { bytes } = await made(FILES, target, { layout: path })
  const files = filesOf(FILES)
  const [readManuscript, readLayouts] = [new ReadFiles(files), new ReadFiles(files)]
  const book = readBook('book.yaml', readManuscript).value
  const { value } = readLayout(path, readLayouts)
  if (!book || !value) throw new Error('the book of the lab does not read')
  const manuscript = { book, sources: manuscriptSources(book, readManuscript, files) }
  return {
    bytes,
    book,
    expected: expectedOf(target, manuscript, { name: layout, layout: value, read: readLayouts }),
  }
}

/** The edition of a fault with the fault in it. */
export async function plantedFile({ edition, plant, bend }: Fault): Promise<Uint8Array> {
  const { bytes } = await goodEdition(edition)
  if (!plant) return bend ? bend(bytes) : bytes
  const pdf = new PdfObjects(bytes)
  plant(pdf)
  return bend ? bend(pdf.bytes()) : pdf.bytes()
}
