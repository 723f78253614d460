// What of a bag follows from the book and its settings: records and Dublin Core. In: both, and where the files of the
// manuscript lie in the bag. Out: files by path. Packing writes them, a check makes them again.

import { DUBLIN_CORE, dublinCore, entryRecords, RECORDS } from '../../archive/index.ts'
import type { Book } from '../../source/index.ts'
import { EDITIONS } from './bag-places.ts'
import type { PackEdition } from './editions.ts'
import { entryPlaces } from './entry-places.ts'

export function derivedFiles(
  book: Book,
  editions: readonly PackEdition[],
  { date, fileOf }: { readonly date: string | undefined; readonly fileOf: (path: string) => string },
): ReadonlyMap<string, Uint8Array> {
  const first = editions.filter(({ layout }, i) => editions.findIndex((e) => e.layout === layout) === i)
  const finders = first.map(({ setting, layout }) => entryPlaces(setting, layout))
  const records = entryRecords(book, {
    fileOf,
    placesOf: (entry) => finders.flatMap((find) => find(entry) ?? []),
  })
  const described = { date, editions: editions.map(({ name }) => `${EDITIONS}${name}`) }
  return new Map([
    [RECORDS, records],
    [DUBLIN_CORE, dublinCore(book, described)],
  ])
}
