// banxin fonts: which font serves which role, and what a manuscript needs of them.

import { type Diagnostic, hasErrors, type Language } from '../core/index.ts'
import { type FontListing, type Fonts, fontName, type Role } from '../font/index.ts'
import { cellsOf, padded } from './cells.ts'
import { coverageOf, type StyleCoverage } from './coverage.ts'
import { fontsFor, shippedFaces } from './font-supply.ts'
import { grouped } from './locale.ts'
import type { OptionValues } from './program.ts'
import { readLayouts } from './read-layouts.ts'
import { readManuscript } from './read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

export async function fontsCommand(
  [manuscript]: readonly string[],
  { layout: asked }: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const read = manuscript === undefined ? undefined : readManuscript(manuscript, rim.files)
  const { value: layouts, diagnostics } = readLayouts(
    typeof asked === 'string' ? [asked] : [],
    read?.value,
    rim,
  )
  const found: Diagnostic[] = [...(read?.diagnostics ?? []), ...diagnostics]
  const [named] = layouts
  if (named === undefined || hasErrors(found)) return onlyDiagnostics(found)
  const { value: fonts, diagnostics: ofFonts } = fontsFor(named.layout, rim.files)
  found.push(...ofFonts)
  if (fonts === undefined || hasErrors(found)) return onlyDiagnostics(found)
  const rows = fonts.list().map((listing) => fontRow(listing, fonts))
  const coverage = read?.value && coverageOf(read.value, { layout: named.layout, fonts })
  return {
    diagnostics: [...found, ...(coverage?.diagnostics ?? [])],
    data: { layout: named.name, fonts: rows, ...(coverage && { styles: coverage.value }) },
    product: fontsText(rows, rim.language) + (coverage ? coverageText(coverage.value, rim.language) : ''),
  }
}

interface FontRow {
  readonly role: Role
  readonly weight: string
  /** 宋体 and its like. */
  readonly name: string
  readonly family: string
  readonly licence: string
  readonly file: string
  /** Named by the layout and not shipped with the program. */
  readonly own: boolean
}

function fontRow({ role, weight, own, file }: FontListing, fonts: Fonts): FontRow {
  const { name, family, licence } = shippedFaces()[role]
  const ownFamily = own ? fonts.face(file).familyName : family
  return {
    role,
    weight,
    name,
    family: ownFamily,
    licence: own ? file.licence : licence,
    file: fontName(file),
    own,
  }
}

const WEIGHTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  regular: { en: 'regular', zh: '常规' },
  bold: { en: 'bold', zh: '加粗' },
}
const OWN: Readonly<Record<Language, string>> = { en: 'your own', zh: '自备' }

function fontsText(fonts: readonly FontRow[], language: Language): string {
  return table(
    fonts.map(({ role, name, weight, family, licence, own, file }) => [
      `${name} ${role}`,
      WEIGHTS[weight]?.[language] ?? weight,
      family,
      own ? OWN[language] : licence,
      file,
    ]),
  )
}

function coverageText(styles: readonly StyleCoverage[], language: Language): string {
  const rows = styles.map(({ name, face, weight, characters, distinct }) => [
    name[language],
    `${shippedFaces()[face].name} ${WEIGHTS[weight]?.[language] ?? weight}`,
    language === 'zh' ? `${grouped(characters)} 字` : `${grouped(characters)} characters`,
    language === 'zh' ? `${grouped(distinct)} 种` : `${grouped(distinct)} different`,
  ])
  const borrowed = styles.flatMap((style) => borrowedLines(style, language))
  return `\n${table(rows)}${borrowed.map((line) => `${line}\n`).join('')}`
}

/** Characters named in a line; --json gives all. */
const MOST_NAMED = 40

function borrowedLines({ name, borrowed }: StyleCoverage, language: Language): readonly string[] {
  const files = [...new Set(borrowed.map(({ file }) => file))]
  return files.map((file) => {
    const from = borrowed.filter((b) => b.file === file)
    const characters = from.slice(0, MOST_NAMED).map(({ character }) => character)
    const more = from.length > MOST_NAMED ? '…' : ''
    return language === 'zh'
      ? `${name.zh}借用 ${from.length} 种：${characters.join('')}${more}（取自 ${file}）`
      : `${name.en}: ${from.length} borrowed: ${characters.join('')}${more} (from ${file})`
  })
}

/** Rows in columns, two blanks apart. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => cellsOf(row[i] ?? ''))))
  const lineOf = (row: readonly string[]): string =>
    row.map((cell, i) => (i === row.length - 1 ? cell : padded(cell, widths[i] ?? 0))).join('  ')
  return rows.map((row) => `${lineOf(row)}\n`).join('')
}
