// Which layout file a name means. In: a path or a name from the command line or the book. Out: the path of the file, or
// a diagnostic that lists what there is.

import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Diagnostic, error, type Span } from '../core/index.ts'
import { PACKAGE_ROOT } from './package-root.ts'

/** Folder of the layouts that come with the program. */
export const SHIPPED_LAYOUTS: string = join(PACKAGE_ROOT, 'layouts')

/** A layout as somebody names it. */
export interface LayoutName {
  readonly name: string
  /** File that a path in `name` starts from; without it the current folder. */
  readonly from?: string
  readonly span?: Span
}

export interface LayoutSearch {
  readonly cwd: string
  /** Folder of the book; it may have a layouts/ of its own. */
  readonly bookFolder: string
}

/** The path of a layout: as given when it is a path, else from the folders of layouts. */
export function findLayout(named: LayoutName, search: LayoutSearch): string | Diagnostic {
  const { name, from } = named
  if (isPath(name))
    return from === undefined ? name : shown(resolve(search.cwd, dirname(from), name), search.cwd)
  const folders = foldersOf(search)
  for (const folder of folders) {
    for (const ending of ['.yaml', '.yml']) {
      const path = join(folder, name + ending)
      if (existsSync(path)) return shown(path, search.cwd)
    }
  }
  return missing(named, namesIn(folders))
}

/** A layout of the package by its name; a path is left as it is. */
export function findShipped(name: string): string | Diagnostic {
  const path = join(SHIPPED_LAYOUTS, `${name}.yaml`)
  if (isPath(name)) return name
  return existsSync(path) ? path : missing({ name }, namesIn([SHIPPED_LAYOUTS]))
}

/** `party.yaml`, `designs/party` and the like; a name has neither slash nor ending. */
const isPath = (name: string): boolean => /[\\/]|\.ya?ml$/i.test(name)

const foldersOf = ({ cwd, bookFolder }: LayoutSearch): readonly string[] => [
  ...new Set([join(resolve(cwd, bookFolder), 'layouts'), join(cwd, 'layouts'), SHIPPED_LAYOUTS]),
]

/** As the user would write it: from where he stands, when it lies below. */
function shown(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short.startsWith('..') || short === '' ? path : short.split(sep).join('/')
}

function namesIn(folders: readonly string[]): readonly string[] {
  const files = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  const names = files.filter((file) => /\.ya?ml$/i.test(file)).map((file) => file.replace(/\.ya?ml$/i, ''))
  return [...new Set(names)].sort()
}

function missing({ name, span }: LayoutName, names: readonly string[]): Diagnostic {
  return error(
    'layout-missing',
    { en: `there is no layout \`${name}\``, zh: `没有版式 \`${name}\`` },
    {
      ...(span && { span }),
      hints: [
        {
          en: `there are ${names.join(', ')}; or give the path of a layout file`,
          zh: `现有 ${names.join('、')}；也可写版式文件的路径`,
        },
      ],
    },
  )
}
