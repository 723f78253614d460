// Fonts of a setting: the files of fonts/faces.json out of their packages, and the customer's own out of the layout. In:
// a layout and the door to the files. Out: a supply that reads each font when it is first needed.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Diagnostic, error, type Files, type Reported, type Span } from '../core/index.ts'
import {
  type FontFile,
  type FontSupply,
  Fonts,
  type Role,
  type RoleFiles,
  type Weight,
} from '../font/index.ts'
import type { FaceFiles, Layout } from '../source/index.ts'
import { CannotRun } from './exit.ts'
import { PACKAGE_ROOT } from './package-root.ts'
import { readBytes } from './read-bytes.ts'

/** A row of fonts/faces.json. */
export interface ShippedFace {
  readonly name: string
  readonly family: string
  readonly licence: string
  /** Stands in for a face that is not to be had freely. */
  readonly standIn?: boolean
  /** Package and path inside it. */
  readonly regular: string
  readonly bold: string
  /** Package and path of the text of its licence. */
  readonly licenceText: string
}

/** fonts/faces.json. */
export const shippedFaces = (): Readonly<Record<Role, ShippedFace>> =>
  JSON.parse(readFileSync(join(PACKAGE_ROOT, 'fonts/faces.json'), 'utf8'))

const ROLES: readonly Role[] = ['song', 'hei', 'kai', 'fangsong']
const WEIGHTS: readonly Weight[] = ['regular', 'bold']

/**
 * The supply for a layout. Undefined, with a diagnostic each, when font files the layout names are missing.
 *
 * @param layout of which only `faces` is looked at; without it the shipped fonts alone
 * @throws CannotRun when a font that comes with the program is not installed
 */
export function fontSupply(
  layout: Pick<Layout, 'faces'> | undefined,
  files: Files,
): Reported<FontSupply | undefined> {
  const own: Partial<Record<Role, Partial<RoleFiles>>> = {}
  const diagnostics: Diagnostic[] = []
  for (const role of ROLES) {
    const named = layout?.faces[role]
    if (named === undefined) continue
    const { value, diagnostics: missing } = ownFiles(named, files)
    own[role] = value
    diagnostics.push(...missing)
  }
  return { value: diagnostics.length > 0 ? undefined : { shipped: shippedSupply(), own }, diagnostics }
}

/** The shipped fonts, opened once: two layouts mostly name no others, and --watch builds again and again. */
let shippedFonts: Fonts | undefined

/** The fonts of a layout, those it names itself opened already, so that a bad one is told before anything is set. */
export function fontsFor(
  layout: Pick<Layout, 'faces'> | undefined,
  files: Files,
): Reported<Fonts | undefined> {
  if (layout === undefined || Object.keys(layout.faces).length === 0) {
    shippedFonts ??= new Fonts({ shipped: shippedSupply(), own: {} })
    return { value: shippedFonts, diagnostics: [] }
  }
  const { value: supply, diagnostics } = fontSupply(layout, files)
  if (supply === undefined) return { value: undefined, diagnostics }
  const fonts = new Fonts(supply)
  return { value: fonts, diagnostics: [...diagnostics, ...fonts.checkOwn().diagnostics] }
}

/** What is known of the licence of a font that the program does not ship. */
export const OWN_LICENCE = 'own'

function ownFiles(named: FaceFiles, files: Files): Reported<Partial<RoleFiles>> {
  const value: Partial<Record<Weight, FontFile>> = {}
  const diagnostics: Diagnostic[] = []
  for (const weight of WEIGHTS) {
    const face = named[weight]
    if (face === undefined) continue
    const { path, member } = partsOf(face.path, files)
    if (!isThere(path, files)) diagnostics.push(missing(path, face.span))
    value[weight] = {
      path,
      licence: OWN_LICENCE,
      ...(member !== undefined && { member }),
      span: face.span,
      load: () => bytesOf(path, files),
    }
  }
  return { value, diagnostics }
}

/** `fonts/a.ttc#2` in its parts, unless a file is really called so. */
function partsOf(written: string, files: Files): { readonly path: string; readonly member?: string } {
  const at = written.lastIndexOf('#')
  if (at <= 0 || at === written.length - 1 || isThere(written, files)) return { path: written }
  return { path: written.slice(0, at), member: written.slice(at + 1) }
}

function bytesOf(path: string, files: Files): Uint8Array {
  const bytes = files.read(path)
  if (bytes === undefined) throw new Error(`no file ${path}`)
  return bytes
}

/** A file that is there but cannot be read is told when it is opened. */
function isThere(path: string, files: Files): boolean {
  try {
    return files.read(path) !== undefined
  } catch {
    return true
  }
}

function missing(path: string, span: Span): Diagnostic {
  const message = { en: `there is no font file \`${path}\``, zh: `没有字体文件 \`${path}\`` }
  const hint = {
    en: 'correct the path, which is relative to this layout file, or take it out to use the shipped font',
    zh: '请改正路径（从本版式文件所在的文件夹算起），或删去而用随附的字体',
  }
  return error('font-missing', message, { span, hints: [hint] })
}

let supplied: Readonly<Record<Role, RoleFiles>> | undefined

/** The files of the packages; looked for once. */
function shippedSupply(): Readonly<Record<Role, RoleFiles>> {
  if (supplied) return supplied
  const faces = shippedFaces()
  const fileOf = ({ licence }: ShippedFace, path: string): FontFile => {
    const full = packageFile(path)
    if (full === undefined) throw notInstalled(path)
    return { path, licence, load: () => readBytes(full) }
  }
  const row = (role: Role): RoleFiles => {
    const face = faces[role]
    return { regular: fileOf(face, face.regular), bold: fileOf(face, face.bold) }
  }
  supplied = { song: row('song'), hei: row('hei'), kai: row('kai'), fangsong: row('fangsong') }
  return supplied
}

/**
 * `@scope/package/path/in/it` on the disk, from the folders where packages of this installation lie. Not by
 * `resolve`: packages may hide their files (`exports`), and the font packages do.
 */
export function packageFile(path: string): string | undefined {
  const folders = createRequire(join(PACKAGE_ROOT, 'package.json')).resolve.paths(path) ?? []
  return folders.map((folder) => join(folder, path)).find((file) => existsSync(file))
}

const notInstalled = (path: string): CannotRun =>
  new CannotRun([
    error(
      'font-missing',
      { en: `the font \`${path}\` is not installed`, zh: `没有安装字体 \`${path}\`` },
      {
        hints: [
          {
            en: 'the installation is incomplete: run `npm ci` (or `npm install`) again',
            zh: '安装不完整：请重新运行 `npm ci`（或 `npm install`）',
          },
        ],
      },
    ),
  ])
