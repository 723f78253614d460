// Where files are to be written, and what forbids it before anything is made. In: what the user asked for. Out: paths,
// or usage errors: two outputs of one name, an input that would be overwritten.

import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Diagnostic } from '../core/index.ts'
import type { NodeFiles } from './node-files.ts'
import { realPathOrSelf } from './real-path.ts'
import { usage } from './usage.ts'

/** The name of a file without folder and ending. */
export const stemOf = (path: string): string => basename(path).replace(/\.[^.]+$/, '')

/** Whether `-o` names a folder: by the slash at its end, or because there is one. */
export const namesFolder = (path: string, cwd: string): boolean =>
  /[\\/]$/.test(path) || isFolder(resolve(cwd, path))

/** Never throws: what cannot be looked at is told when it is written to. */
export function isFolder(full: string): boolean {
  try {
    return statSync(full).isDirectory()
  } catch {
    return false
  }
}

/** A file in a folder, with forward slashes where the user wrote them. */
export const inFolder = (folder: string, name: string): string => join(folder, name)

/** What is wrong with writing to `paths`. */
export function outputFaults(paths: readonly string[], files: NodeFiles): readonly Diagnostic[] {
  const inputs = new Set(files.asked.map(realPathOrSelf))
  const taken = new Set<string>()
  return paths.flatMap((path) => {
    const full = realPathOrSelf(files.absolute(path))
    if (inputs.has(full)) return [overwritesInput(path)]
    if (taken.has(full)) return [twice(path)]
    taken.add(full)
    return []
  })
}

const overwritesInput = (path: string): Diagnostic =>
  usage(
    { en: `\`${path}\` would overwrite a file that is read`, zh: `\`${path}\` 会覆盖正在读的文件` },
    { en: 'give another name with `-o`', zh: '请用 `-o` 写另一个文件名' },
  )

const twice = (path: string): Diagnostic =>
  usage(
    { en: `two outputs would be called \`${path}\``, zh: `有两个输出文件都叫 \`${path}\`` },
    { en: 'build them one by one, each with its own `-o`', zh: '请分开生成，各用 `-o` 指定文件名' },
  )
