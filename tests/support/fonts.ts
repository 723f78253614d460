// The shipped fonts for tests: the files that fonts/faces.json names, read from node_modules and opened once.

import { readFileSync } from 'node:fs'
import {
  type Face,
  type FontFile,
  type FontSupply,
  Fonts,
  type Role,
  type Weight,
} from '../../src/font/index.ts'

interface Row {
  readonly licence: string
  readonly regular: string
  readonly bold: string
}

const ROOT = new URL('../../', import.meta.url)
const ROLES: readonly Role[] = ['song', 'hei', 'kai', 'fangsong']

const rows: Readonly<Record<Role, Row>> = JSON.parse(readFileSync(new URL('fonts/faces.json', ROOT), 'utf8'))

const fileOf = (path: string, licence: string): FontFile => ({
  path,
  licence,
  load: () => new Uint8Array(readFileSync(new URL(`node_modules/${path}`, ROOT))),
})

const shipped = Object.fromEntries(
  ROLES.map((role) => {
    const { licence, regular, bold } = rows[role]
    return [role, { regular: fileOf(regular, licence), bold: fileOf(bold, licence) }]
  }),
) as unknown as FontSupply['shipped']

/** The shipped fonts, opened when first asked for and once a test file. */
export const shippedFonts: Fonts = new Fonts({ shipped, own: {} })

/** The face of a role alone, without what it falls back to. */
export const shippedFace = (role: Role, weight: Weight = 'regular'): Face =>
  shippedFonts.face(shipped[role][weight])

/** The bytes of a shipped file. */
export const shippedBytes = (role: Role, weight: Weight = 'regular'): Uint8Array =>
  shipped[role][weight].load()
