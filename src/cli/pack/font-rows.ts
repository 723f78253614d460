// The fonts of a bag. In: the settings of its editions, the layouts, and where their files lie in the bag. Out: a row for
// every face used, the texts of licences, and the files that must stay out.

import { byBytes, type FontRow, sha256Of } from '../../archive/index.ts'
import { Face, type FontFile, fontName } from '../../font/index.ts'
import type { Setting } from '../../page/index.ts'
import { fontSupply, packageFile, shippedFaces } from '../font-supply.ts'
import type { NodeFiles } from '../node-files.ts'
import { readBytes } from '../read-bytes.ts'
import type { NamedLayout } from '../read-layouts.ts'
import { embeddingOf, licenceOf, mayBeCopied } from './font-rights.ts'

export interface PackedFonts {
  readonly rows: readonly FontRow[]
  /** Licence texts by path in the bag. */
  readonly licences: ReadonlyMap<string, Uint8Array>
  /** Full paths of font files whose terms keep them out of the bag. */
  readonly keptOut: ReadonlySet<string>
}

/** `places`: full path of a file → its path in the bag. */
export function fontsOf(
  settings: readonly Setting[],
  layouts: readonly NamedLayout[],
  places: ReadonlyMap<string, string>,
  files: NodeFiles,
): PackedFonts {
  const own = ownFaces(layouts, files)
  const keptOut = new Set(
    [...own.values()]
      .filter((face) => !mayBeCopied(embeddingOf(face)))
      .map((face) => files.absolute(face.file.path)),
  )
  const used = charactersByFont(settings)
  const rows: FontRow[] = []
  for (const [name, { face, characters }] of used)
    if (!own.has(name)) rows.push({ ...faceRow(face), ...shippedTerms(face), characters })
  for (const [name, face] of own) {
    const full = files.absolute(face.file.path)
    rows.push({
      ...faceRow(face),
      from: keptOut.has(full) ? 'elsewhere' : 'bag',
      file: places.get(full) ?? face.file.path,
      licence: licenceOf(face),
      characters: used.get(name)?.characters ?? '',
    })
  }
  rows.sort((a, b) => byBytes(`${a.file}#${a.member ?? ''}`, `${b.file}#${b.member ?? ''}`))
  return { rows, licences: licenceTexts(rows), keptOut }
}

/** Every font of the customer's own that a layout names, opened. */
function ownFaces(layouts: readonly NamedLayout[], files: NodeFiles): ReadonlyMap<string, Face> {
  const faces = new Map<string, Face>()
  for (const { layout } of layouts) {
    const own = fontSupply(layout, files).value?.own ?? {}
    for (const file of Object.values(own).flatMap(({ regular, bold }) => [regular ?? [], bold ?? []].flat()))
      if (!faces.has(fontName(file))) faces.set(fontName(file), new Face(file))
  }
  return faces
}

interface UsedFace {
  readonly face: Face
  readonly characters: string
}

function charactersByFont(settings: readonly Setting[]): ReadonlyMap<string, UsedFace> {
  const used = new Map<string, { face: Face; characters: Set<string> }>()
  for (const { face, sorts } of settings.flatMap(({ typeCase }) => typeCase.faces)) {
    const row = used.get(fontName(face.file)) ?? { face, characters: new Set() }
    // The first is .notdef, which is never printed.
    for (const { text } of sorts.slice(1)) for (const character of text) row.characters.add(character)
    used.set(fontName(face.file), row)
  }
  return new Map(
    [...used].map(([name, { face, characters }]) => [
      name,
      { face, characters: [...characters].sort(byBytes).join('') },
    ]),
  )
}

const faceRow = (face: Face) => ({
  family: face.familyName,
  postscriptName: face.postscriptName,
  version: face.version,
  ...(face.file.member !== undefined && { member: face.file.member }),
  sha256: sha256Of(face.file.load()),
  embedding: embeddingOf(face),
})

function shippedTerms({ file }: Face) {
  return {
    from: 'program',
    file: file.path,
    licence: file.licence,
    licenceText: licencePlace(file),
  } as const
}

/** One text a package. */
const licencePlace = ({ path }: Pick<FontFile, 'path'>): string =>
  `data/licences/${path.split('/')[1] ?? 'font'}.txt`

function licenceTexts(rows: readonly FontRow[]): ReadonlyMap<string, Uint8Array> {
  const texts = new Map<string, Uint8Array>()
  for (const { regular, licenceText } of Object.values(shippedFaces())) {
    const place = licencePlace({ path: regular })
    const full = packageFile(licenceText)
    if (full !== undefined && rows.some((row) => row.licenceText === place)) texts.set(place, readBytes(full))
  }
  return texts
}
