// The faces of a setting by role: the customer's own files first, then the shipped one, then the fallback chain
// 宋 → 黑 → 楷. Files are opened when first needed and once only.

import { type Diagnostic, error, type Hint, type Reported } from '../core/index.ts'
import { Face, type FontFile, fontName } from './face.ts'
import type { FaceChain } from './typecase.ts'

/** Roles of fonts/faces.json. */
export type Role = 'song' | 'hei' | 'kai' | 'fangsong'
export type Weight = 'regular' | 'bold'

/** A face of the shipped table in both weights. */
export interface RoleFiles {
  readonly regular: FontFile
  readonly bold: FontFile
}

/** Where fonts come from: made at the rim, which knows paths. */
export interface FontSupply {
  readonly shipped: Readonly<Record<Role, RoleFiles>>
  /** The customer's, in one weight or both: a regular without a bold stands for it too. */
  readonly own: Readonly<Partial<Record<Role, Partial<RoleFiles>>>>
}

/** A font file with the role it serves, for reports. */
export interface FontListing {
  readonly role: Role
  readonly weight: Weight
  readonly own: boolean
  readonly file: FontFile
}

const WEIGHTS: readonly Weight[] = ['regular', 'bold']
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
    const roles = [role, ...FALLBACK.filter((other) => other !== role)]
    const files = roles.flatMap((one) => this.#filesFor(one, weight))
    const open = (file: FontFile): Face => this.#open(file)
    return {
      *[Symbol.iterator]() {
        for (const file of files) yield open(file)
      },
    }
  }

  /** The file a role and weight is set in: the first of its chain. */
  fileFor(role: Role, weight: Weight): FontFile {
    return this.#filesFor(role, weight)[0] ?? this.#supply.shipped[role][weight]
  }

  #filesFor(role: Role, weight: Weight): readonly FontFile[] {
    const { own, shipped } = this.#supply
    const mine = own[role]?.[weight] ?? own[role]?.regular
    return mine === undefined ? [shipped[role][weight]] : [mine, shipped[role][weight]]
  }

  /** Every file of the supply, the customer's first. */
  list(): readonly FontListing[] {
    return [true, false].flatMap((own) => {
      const from: FontSupply['own'] = own ? this.#supply.own : this.#supply.shipped
      return (Object.entries(from) as [Role, Partial<RoleFiles>][]).flatMap(([role, files]) =>
        WEIGHTS.flatMap((weight) => {
          const file = files[weight]
          return file === undefined ? [] : [{ role, weight, own, file }]
        }),
      )
    })
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
    const name = fontName(file)
    const known = this.#opened.get(name)
    if (known) return known
    const face = new Face(file)
    this.#opened.set(name, face)
    return face
  }
}

const placeOf = ({ span }: FontFile): Pick<Diagnostic, 'span'> => (span === undefined ? {} : { span })

function mayNotEmbed(file: FontFile): Diagnostic {
  const name = fontName(file)
  const message = {
    en: `the font \`${name}\` forbids embedding (OS/2 fsType)`,
    zh: `字体 \`${name}\` 的授权标志禁止嵌入（OS/2 fsType）`,
  }
  return error('font-restricted', message, placeOf(file))
}

const KINDS: Hint = { en: 'use a TTF, OTF, TTC or WOFF file', zh: '请改用 TTF、OTF、TTC 或 WOFF 字体文件' }

function unreadable(file: FontFile, problem: unknown): Diagnostic {
  const why = problem instanceof Error ? problem.message : String(problem)
  const name = fontName(file)
  const message = {
    en: `the font \`${name}\` cannot be used: ${why}`,
    zh: `字体 \`${name}\` 无法使用：${why}`,
  }
  return error('font-unreadable', message, { ...placeOf(file), hints: [KINDS] })
}
