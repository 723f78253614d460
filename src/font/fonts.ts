// The faces of a setting by role: the customer's own files first, then the shipped one, then the fallback chain
// 宋 → 黑 → 楷. Files are opened when first needed and once only.

import { type Diagnostic, error, type Reported } from '../core/index.ts'
import { Face, type FontFile } from './face.ts'
import { FontFormatError } from './sfnt.ts'
import type { FaceChain } from './typecase.ts'

/** Roles of fonts/faces.json. */
export type Role = 'song' | 'hei' | 'kai' | 'fangsong'
export type Weight = 'regular' | 'bold'

/** One file of the shipped table or the customer's, in both weights. */
export interface RoleFiles {
  readonly regular: FontFile
  readonly bold: FontFile
}

/** Where fonts come from: made at the rim, which knows paths. */
export interface FontSupply {
  readonly shipped: Readonly<Record<Role, RoleFiles>>
  readonly own: Readonly<Partial<Record<Role, RoleFiles>>>
}

/** A font file with the role it serves, for reports. */
export interface FontListing {
  readonly role: Role
  readonly weight: Weight
  readonly own: boolean
  readonly file: FontFile
}

const FALLBACK: readonly Role[] = ['song', 'hei', 'kai']

export class Fonts {
  readonly #supply: FontSupply
  readonly #opened = new Map<string, Face>()

  constructor(supply: FontSupply) {
    this.#supply = supply
  }

  /**
   * The faces for a role and weight in the order they are asked, each opened when a character gets that far.
   * Iterating throws FontFormatError for a bad file.
   */
  chain(role: Role, weight: Weight): FaceChain {
    const { own, shipped } = this.#supply
    const files = [own[role]?.[weight], shipped[role][weight]]
    for (const other of FALLBACK) if (other !== role) files.push(own[other]?.[weight], shipped[other][weight])
    const open = (file: FontFile): Face => this.#open(file)
    return {
      *[Symbol.iterator]() {
        for (const file of files) if (file) yield open(file)
      },
    }
  }

  /** Every file of the supply, own ones first. */
  list(): readonly FontListing[] {
    const rows: FontListing[] = []
    for (const own of [true, false]) {
      const from: Readonly<Partial<Record<Role, RoleFiles>>> = own ? this.#supply.own : this.#supply.shipped
      for (const [role, files] of Object.entries(from) as [Role, RoleFiles][]) {
        for (const weight of ['regular', 'bold'] as const)
          rows.push({ role, weight, own, file: files[weight] })
      }
    }
    return rows
  }

  /** Opens the customer's files, so that a bad one is named before anything is set. */
  checkOwn(): Reported<undefined> {
    const diagnostics: Diagnostic[] = []
    for (const { own, file } of this.list()) {
      if (!own) continue
      try {
        const face = this.#open(file)
        if (!face.mayEmbed) diagnostics.push(mayNotEmbed(file))
      } catch (problem) {
        diagnostics.push(unreadable(file, problem))
      }
    }
    return { value: undefined, diagnostics }
  }

  /** The opened face of a file. */
  face(file: FontFile): Face {
    return this.#open(file)
  }

  #open(file: FontFile): Face {
    const known = this.#opened.get(file.path)
    if (known) return known
    const face = new Face(file)
    this.#opened.set(file.path, face)
    return face
  }
}

const mayNotEmbed = (file: FontFile): Diagnostic =>
  error('font-restricted', {
    en: `the font \`${file.path}\` forbids embedding (OS/2 fsType)`,
    zh: `字体 \`${file.path}\` 的授权标志禁止嵌入（OS/2 fsType）`,
  })

const unreadable = (file: FontFile, problem: unknown): Diagnostic => {
  const why = problem instanceof FontFormatError ? problem.message : String(problem)
  return error(
    'font-unreadable',
    { en: `the font \`${file.path}\` cannot be used: ${why}`, zh: `字体 \`${file.path}\` 无法使用：${why}` },
    { hints: [{ en: 'use a TTF, OTF, TTC or WOFF file', zh: '请改用 TTF、OTF、TTC 或 WOFF 字体文件' }] },
  )
}
