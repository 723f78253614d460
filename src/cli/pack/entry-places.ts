// Where entries begin. In: a setting. Out: for an entry of its book page and column. An entry with a heading has a landmark;
// one without begins with the first line of its text.

import type { EntryPlace } from '../../archive/index.ts'
import { type LineReport, lineReports, type Setting } from '../../page/index.ts'
import type { Entry } from '../../source/index.ts'

export function entryPlaces(setting: Setting, layout: string): (entry: Entry) => EntryPlace | undefined {
  const landmarks = new Map(setting.landmarks.map((landmark) => [landmark.id, landmark]))
  let lines: ReadonlyMap<string, readonly LineReport[]> | undefined
  return (entry) => {
    const landmark = entry.heading && landmarks.get(entry.id)
    if (landmark === undefined) lines ??= linesByFile(setting)
    const place = landmark ?? firstLine(entry, lines)
    if (place === undefined) return undefined
    const { page, column } = place
    return { layout, page: setting.pages[page - 1]?.folio ?? page, pdfPage: page, column }
  }
}

/** In the order of the file. */
function linesByFile({ lines }: Setting): ReadonlyMap<string, readonly LineReport[]> {
  const byFile = new Map<string, LineReport[]>()
  for (const line of lineReports(lines)) {
    if (line.span === undefined) continue
    const known = byFile.get(line.span.file)
    if (known) known.push(line)
    else byFile.set(line.span.file, [line])
  }
  for (const list of byFile.values()) list.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  return byFile
}

/** The first line that touches the text of the entry, by halving. */
function firstLine({ body }: Entry, byFile: ReadonlyMap<string, readonly LineReport[]> | undefined) {
  const span = body[0]?.text.spanOf()
  const lines = span && byFile?.get(span.file)
  if (!lines) return undefined
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.span?.end ?? 0) > span.start) high = middle
    else low = middle + 1
  }
  const found = lines[low]
  return found?.span && found.span.start < span.end ? found : undefined
}
