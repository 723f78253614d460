// The fonts a rebuild would use against those a bag was made with. In: the bag's list, its files, and a folder of fonts that
// could not go into it. Out: a check, the reasons a rebuild may differ, and the fonts found in that folder.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type BagCheck,
  type BagFinding,
  type BagReader,
  bagFailed,
  bagJudged,
  bagNotRun,
  FONT_LIST,
  type FontRecord,
  sha256Of,
} from '../../archive/index.ts'
import { error, filesOf, type Text } from '../../core/index.ts'
import { CannotRun } from '../exit.ts'
import { fontsFor } from '../font-supply.ts'
import { readBytes } from '../read-bytes.ts'

export interface FontsThere {
  readonly check: BagCheck
  readonly reasons: readonly BagFinding[]
  /** Fonts that are not in the bag, by their path in it. */
  readonly supplied: ReadonlyMap<string, Uint8Array>
  /** Why nothing can be set; absent where all fonts are at hand. */
  readonly lacking?: Text
}

export function checkFonts(
  rows: readonly FontRecord[] | undefined,
  reader: BagReader,
  folder: string | undefined,
): FontsThere {
  if (rows === undefined) {
    const message = { en: `${FONT_LIST}: not as banxin writes it`, zh: `${FONT_LIST}：不是本程序写的` }
    return { check: bagFailed('fonts', [{ message, path: FONT_LIST }]), reasons: [], supplied: new Map() }
  }
  const supplied = foundIn(folder, rows)
  const own = rows.filter(({ from }) => from !== 'elsewhere')
  const reasons = own.flatMap((row) =>
    differenceOf(row, row.from === 'bag' ? inBag(row, reader) : shipped(row)),
  )
  const missing = rows.filter(({ from, file }) => from === 'elsewhere' && !supplied.has(file))
  if (missing.length > 0) {
    const lacking = wanted(missing)
    const check = reasons.length > 0 ? bagFailed('fonts', reasons) : bagNotRun('fonts', lacking)
    return { check, reasons, supplied, lacking }
  }
  const good = { en: `${rows.length} fonts, the same files`, zh: `${rows.length}款字体，文件相同` }
  return { check: bagJudged('fonts', reasons, good), reasons, supplied }
}

const inBag = ({ file }: FontRecord, reader: BagReader): Uint8Array | undefined =>
  reader.entries.some(({ path }) => path === file) ? reader.read(file) : undefined

/** The program's own file of that name. */
function shipped({ file }: FontRecord): Uint8Array | undefined {
  const fonts = fontsFor(undefined, filesOf({})).value
  return fonts
    ?.list()
    .find((listing) => listing.file.path === file)
    ?.file.load()
}

function differenceOf({ file, sha256, postscriptName }: FontRecord, bytes: Uint8Array | undefined) {
  const found = bytes === undefined ? undefined : sha256Of(bytes)
  if (found === sha256) return []
  const what: Text =
    found === undefined
      ? { en: 'is not here', zh: '这里没有' }
      : { en: `is another file here (SHA-256 ${found})`, zh: `这里的文件不同（SHA-256 ${found}）` }
  return [
    {
      message: {
        en: `the font ${postscriptName} (${file}, SHA-256 ${sha256}) ${what.en}`,
        zh: `字体 ${postscriptName}（${file}，SHA-256 ${sha256}）${what.zh}`,
      },
      path: file,
    },
  ]
}

function wanted(rows: readonly FontRecord[]): Text {
  const names = rows.map(({ postscriptName, sha256 }) => `${postscriptName} (SHA-256 ${sha256})`)
  return {
    en: `a font that could not go into the bag is needed: ${names.join(', ')}; give its folder with --fonts`,
    zh: `需要未能入包的字体：${names.join('、')}；请用 --fonts 给出其文件夹`,
  }
}

/** Files of the folder whose bytes are those of fonts that stayed out; names do not matter. */
function foundIn(folder: string | undefined, rows: readonly FontRecord[]): ReadonlyMap<string, Uint8Array> {
  const sought = rows.filter(({ from }) => from === 'elsewhere')
  const found = new Map<string, Uint8Array>()
  if (folder === undefined || sought.length === 0) return found
  for (const path of fontFilesIn(folder)) {
    const bytes = readBytes(path)
    const sha256 = sha256Of(bytes)
    for (const row of sought) if (row.sha256 === sha256) found.set(row.file, bytes)
  }
  return found
}

function fontFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ttf|otf|ttc|otc|woff)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    throw new CannotRun([
      error('file-unreadable', {
        en: `cannot read \`${folder}\`: ${why}`,
        zh: `无法读取 \`${folder}\`：${why}`,
      }),
    ])
  }
}
