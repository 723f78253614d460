// The recipe of a bag: everything a rebuild needs to know, data/build.json. In: what a packing run was. Out: the file; and
// back, checked, for a bag may come from anywhere.

import { PAYLOAD, pathFault } from './bag-path.ts'
import { isListOf, isShape, isText, isTextTable, jsonBytes, jsonIn } from './json-text.ts'

export const RECIPE = 'data/build.json'

/** The form of this file; another number is another form. */
const FORM = 1

export interface Recipe {
  readonly program: { readonly name: string; readonly version: string }
  /** Versions of what may change bytes from outside: Node, and the libraries by name. */
  readonly node: string
  readonly libraries: Readonly<Record<string, string>>
  /** Paths are from the top of the bag. */
  readonly manuscript: string
  readonly layouts: readonly { readonly name: string; readonly file: string }[]
  readonly targets: readonly string[]
  /** The day the editions bear, `YYYY-MM-DD`. */
  readonly date?: string
  readonly editions: readonly RecipeEdition[]
  /** Files that a layout names by an absolute path: that path, and where the file lies in the bag. */
  readonly moved: Readonly<Record<string, string>>
}

export interface RecipeEdition {
  readonly file: string
  readonly layout: string
  readonly target: string
}

export const recipeBytes = (recipe: Recipe): Uint8Array => jsonBytes({ form: FORM, ...recipe })

/** Undefined where the bytes are no recipe, or one that names a file outside the payload. */
export function readRecipe(bytes: Uint8Array): Recipe | undefined {
  const value = jsonIn(bytes)
  if (!isShape(value) || value['form'] !== FORM) return undefined
  const { program, node, libraries, manuscript, layouts, targets, date, editions, moved } = value
  if (!isShape(program) || !isText(program['name']) || !isText(program['version'])) return undefined
  if (!isText(node) || !isTextTable(libraries) || !isInside(manuscript)) return undefined
  if (!isListOf(layouts, isLayout) || !isListOf(targets, isText) || !isListOf(editions, isEdition))
    return undefined
  if (!isTextTable(moved) || !Object.values(moved).every(isInside)) return undefined
  if (date !== undefined && !(isText(date) && /^\d{4}-\d{2}-\d{2}$/.test(date))) return undefined
  const { name, version } = program
  if (layouts.length === 0 || editions.length === 0) return undefined
  return {
    program: { name, version },
    ...{ node, libraries, manuscript, layouts, targets, editions, moved },
    ...(date !== undefined && { date }),
  }
}

const isInside = (value: unknown): value is string =>
  isText(value) && value.startsWith(PAYLOAD) && pathFault(value) === undefined

const isLayout = (value: unknown): value is Recipe['layouts'][number] =>
  isShape(value) && isText(value['name']) && isInside(value['file'])

const isEdition = (value: unknown): value is RecipeEdition =>
  isShape(value) && isInside(value['file']) && isText(value['layout']) && isText(value['target'])
