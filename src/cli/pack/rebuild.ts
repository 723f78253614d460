// The rebuild of a bag: its editions made again from its own manuscript and layouts and compared byte by byte. In: a bag
// known to be valid. Out: checks: the recipe, the fonts, each edition, the records, the metadata. What differs between then
// and now is named before anything is blamed on the bag.

import {
  type BagCheck,
  type BagCheckId,
  type BagFinding,
  type BagReader,
  bagFailed,
  bagNotRun,
  bagPassed,
  byBytes,
  DUBLIN_CORE,
  FONT_LIST,
  RECIPE,
  RECORDS,
  type Recipe,
  readFontList,
  readRecipe,
  shownPath,
  TAG_FILES,
} from '../../archive/index.ts'
import { hasErrors, type Reported, type Text } from '../../core/index.ts'
import { type Book, readBook, readLayout } from '../../source/index.ts'
import { targetOf } from '../../target.ts'
import { VERSION } from '../../version.ts'
import { SHIPPED_LAYOUTS } from '../layouts.ts'
import { stemOf } from '../plan-outputs.ts'
import type { NamedLayout } from '../read-layouts.ts'
import type { Rim } from '../rim.ts'
import { manuscriptSources, ReadFiles } from '../sources.ts'
import { FilesOfBag } from './bag-folder.ts'
import { EDITIONS, pathBelow } from './bag-places.ts'
import { derivedFiles } from './derived.ts'
import { makePackEditions, type PackEdition } from './editions.ts'
import { checkFonts, type FontsThere } from './rebuild-fonts.ts'
import { reasonsFor } from './rebuild-reasons.ts'

/** Every check of a rebuild that is not to be done. */
export const notRebuilt = (reader: BagReader, why: Text): readonly BagCheck[] => [
  bagNotRun('recipe', why),
  ...withoutRecipe(reader, why),
]

/** What cannot be done without a recipe; the editions are those that lie there. */
function withoutRecipe(reader: BagReader, why: Text): readonly BagCheck[] {
  const editions = reader.entries.map(({ path }) => path).filter((path) => path.startsWith(EDITIONS))
  const ids: readonly BagCheckId[] = [
    'fonts',
    ...editions.sort(byBytes).map((path) => `edition:${path}` as const),
    ...(['records', 'metadata'] as const),
  ]
  return ids.map((id) => bagNotRun(id, why))
}

export async function rebuildChecks(
  reader: BagReader,
  root: string,
  fontFolder: string | undefined,
  rim: Rim,
): Promise<readonly BagCheck[]> {
  const recipe = recipeIn(reader)
  const faults = recipe ? recipeFaults(recipe, reader) : [NO_RECIPE]
  if (recipe === undefined || faults.length > 0)
    return [bagFailed('recipe', faults), ...withoutRecipe(reader, CANNOT_FOLLOW)]
  const there = checkFonts(fontsIn(reader), reader, fontFolder)
  const files = new FilesOfBag(root, rim.language, recipe.moved, there.supplied)
  const inBag: Rim = { ...rim, files, world: { ...rim.world, cwd: root } }
  return [bagPassed('recipe', madeBy(recipe)), there.check, ...(await compared(recipe, there, reader, inBag))]
}

function madeBy({ program: { version } }: Recipe): Text {
  const here =
    version === VERSION ? { en: '', zh: '' } : { en: `; here is ${VERSION}`, zh: `；这里是 ${VERSION}` }
  return { en: `made with banxin ${version}${here.en}`, zh: `由 banxin ${version} 制作${here.zh}` }
}

const has = (reader: BagReader, path: string): boolean => reader.entries.some((entry) => entry.path === path)

const recipeIn = (reader: BagReader): Recipe | undefined =>
  has(reader, RECIPE) ? readRecipe(reader.read(RECIPE)) : undefined

const fontsIn = (reader: BagReader) =>
  has(reader, FONT_LIST) ? readFontList(reader.read(FONT_LIST)) : undefined

const NO_RECIPE: BagFinding = {
  message: { en: `${RECIPE}: missing, or not as banxin writes it`, zh: `${RECIPE}：缺失，或不是本程序写的` },
  path: RECIPE,
}
const CANNOT_FOLLOW: Text = { en: 'there is no recipe to follow', zh: '没有可用的重建说明' }

/** A bag of ours has more than BagIt asks for. */
function recipeFaults({ manuscript, layouts, editions, targets, moved }: Recipe, reader: BagReader) {
  const files = [
    ...[manuscript, RECORDS, DUBLIN_CORE, FONT_LIST, ...TAG_FILES],
    ...[...layouts, ...editions].map(({ file }) => file),
  ]
  const missing = files.filter((path) => !has(reader, path))
  const unknown = targets.filter((target) => targetOf(target) === undefined)
  const named = new Set(editions.map(({ file }) => file))
  const strange = reader.entries
    .map(({ path }) => path)
    .filter((p) => p.startsWith(EDITIONS) && !named.has(p))
  // What is served in place of a relative path would hide the file that belongs there.
  const relative = Object.keys(moved).filter((path) => !/^(?:[\\/]|[a-z]:)/i.test(path))
  return [
    ...missing.map((path) => said(path, { en: 'missing', zh: '缺失' })),
    ...strange.map((path) => said(path, { en: 'no recipe makes it', zh: '重建说明里没有' })),
    ...unknown.map((t) => said(RECIPE, { en: `nobody here makes \`${t}\``, zh: `没有 \`${t}\` 这种用途` })),
    ...relative.map((path) =>
      said(RECIPE, { en: `\`${path}\` is not absolute`, zh: `\`${path}\` 不是绝对路径` }),
    ),
  ]
}

const said = (path: string, { en, zh }: Text): BagFinding => ({
  message: { en: `${shownPath(path)}: ${en}`, zh: `${shownPath(path)}：${zh}` },
  path,
})

/** Each edition, the records and the metadata, made again. */
async function compared(
  recipe: Recipe,
  there: FontsThere,
  reader: BagReader,
  rim: Rim,
): Promise<readonly BagCheck[]> {
  const ids: readonly (readonly [BagCheckId, string])[] = [
    ...recipe.editions.map(({ file }) => [`edition:${file}`, file] as const),
    ['records', RECORDS],
    ['metadata', DUBLIN_CORE],
  ]
  const { lacking } = there
  if (lacking !== undefined) return ids.map(([id]) => bagNotRun(id, lacking))
  const { value: rebuilt, diagnostics } = await rebuild(recipe, rim)
  if (rebuilt === undefined || hasErrors(diagnostics)) {
    const faults = diagnostics.filter(({ severity }) => severity === 'error')
    return ids.map(([id]) =>
      bagFailed(
        id,
        faults.map(({ message }) => ({ message })),
      ),
    )
  }
  const reasons = [...there.reasons, ...reasonsFor(recipe)]
  return ids.map(([id, path]) => comparedFile(id, path, rebuilt.get(path), reader.read(path), reasons))
}

async function rebuild(
  recipe: Recipe,
  rim: Rim,
): Promise<Reported<ReadonlyMap<string, Uint8Array> | undefined>> {
  const readFiles = new ReadFiles(rim.files)
  const { value: book, diagnostics: ofBook } = readBook(recipe.manuscript, readFiles)
  const { value: layouts, diagnostics: ofLayouts } = layoutsOf(recipe, rim)
  const read = [...ofBook, ...ofLayouts]
  if (book === undefined || hasErrors(read)) return { value: undefined, diagnostics: read }
  const { date, manuscript: path } = recipe
  const targets = recipe.targets.flatMap((word) => targetOf(word) ?? [])
  const manuscript = { book, sources: manuscriptSources(book, readFiles, rim.files) }
  const request = { manuscript, stem: stemOf(path), layouts, targets, date }
  const { value: editions, diagnostics } = await makePackEditions(request, rim)
  return { value: filesOf(book, editions, date, rim), diagnostics: [...read, ...diagnostics] }
}

function layoutsOf({ layouts }: Recipe, { files }: Rim): Reported<readonly NamedLayout[]> {
  const found = layouts.map(({ name, file }) => {
    const read = new ReadFiles(files)
    return { name, read, ...readLayout(file, read, SHIPPED_LAYOUTS) }
  })
  return {
    value: found.flatMap(({ name, read, value }) => (value ? [{ name, read, layout: value }] : [])),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  }
}

function filesOf(
  book: Book,
  editions: readonly PackEdition[],
  date: string | undefined,
  { files, world }: Rim,
): ReadonlyMap<string, Uint8Array> {
  const fileOf = (path: string): string => pathBelow(world.cwd, files.absolute(path)) ?? path
  const pdfs = editions.map(({ name, bytes }) => [`${EDITIONS}${name}`, bytes] as const)
  return new Map([...pdfs, ...derivedFiles(book, editions, { date, fileOf })])
}

function comparedFile(
  id: BagCheckId,
  path: string,
  rebuilt: Uint8Array | undefined,
  kept: Uint8Array,
  reasons: readonly BagFinding[],
): BagCheck {
  if (rebuilt === undefined)
    return bagFailed(id, [said(path, { en: 'the recipe does not make it', zh: '按重建说明做不出来' })])
  const at = firstDifference(kept, rebuilt)
  const same = { en: `${kept.length} bytes, all the same`, zh: `${kept.length}字节，全部相同` }
  if (at === undefined) return bagPassed(id, same)
  const differs = said(path, {
    en: `differs from byte ${at + 1} on (${kept.length} bytes in the bag, ${rebuilt.length} rebuilt)`,
    zh: `从第${at + 1}字节起不同（包中${kept.length}字节，重建得${rebuilt.length}字节）`,
  })
  return bagFailed(id, [{ ...differs, fault: 'differs' }, ...(reasons.length > 0 ? reasons : [NO_REASON])])
}

const NO_REASON: BagFinding = {
  message: {
    en: 'program, libraries and fonts are those it was made with',
    zh: '程序、程序库和字体都与制作时相同',
  },
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  if (Buffer.compare(a, b) === 0) return undefined
  const at = a.findIndex((byte, i) => byte !== b[i])
  return at < 0 ? a.length : at
}
