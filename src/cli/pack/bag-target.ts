// Where a bag is to be written. In: the folder the user named. Out: why no bag may be written there; and the writing, which
// is done beside it: the bag appears whole or not at all.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type BagFiles, listedPaths, tagsIn, textOf, valuesOf } from '../../archive/index.ts'
import type { Diagnostic } from '../../core/index.ts'
import { unwritable } from '../output.ts'
import { realPath } from '../real-path.ts'
import { usage } from '../usage.ts'
import { bagReader } from './bag-folder.ts'
import { AGENT } from './payload.ts'

/** Only an empty folder is written to, or with `force` a bag of ours that holds nothing else. Throws CannotRun. */
export function targetFault(path: string, force: boolean, cwd: string): Diagnostic | undefined {
  try {
    const full = realPath(resolve(cwd, path))
    const there = statSync(full, { throwIfNoEntry: false })
    if (there === undefined) return undefined
    if (!there.isDirectory()) throw Object.assign(new Error('is no folder'), { code: 'ENOTDIR' })
    if (readdirSync(full).length === 0) return undefined
    if (!isOurs(full)) return notEmpty(path)
    if (!force) return existsAlready(path)
    const stranger = strangerIn(full)
    return stranger === undefined ? undefined : holdsMore(path, stranger)
  } catch (fault) {
    throw unwritable(path, fault)
  }
}

function isOurs(full: string): boolean {
  const info = join(full, 'bag-info.txt')
  if (!existsSync(join(full, 'bagit.txt')) || !existsSync(info)) return false
  const tags = tagsIn(textOf(bagReader(full).read('bag-info.txt')) ?? '')
  return valuesOf(tags, AGENT).some((agent) => agent.startsWith('banxin '))
}

/** Something in a bag that no manifest of it lists: it would be lost with the bag. */
function strangerIn(full: string): string | undefined {
  const reader = bagReader(full)
  const listed = listedPaths(reader)
  return reader.entries.find(({ path, kind }) => kind !== 'file' || !listed.has(path))?.path
}

const OTHER_FOLDER = { en: 'name a new folder with `-o`', zh: '请用 `-o` 另写一个文件夹' }

const notEmpty = (path: string): Diagnostic =>
  usage({ en: `the folder \`${path}\` is not empty`, zh: `文件夹 \`${path}\` 不是空的` }, OTHER_FOLDER)

const existsAlready = (path: string): Diagnostic =>
  usage(
    { en: `there is a bag in \`${path}\` already`, zh: `\`${path}\` 里已经有一个包` },
    { en: '`--force` replaces it', zh: '用 `--force` 替换' },
  )

const holdsMore = (path: string, stranger: string): Diagnostic =>
  usage(
    {
      en: `the bag in \`${path}\` holds what it does not list: \`${stranger}\``,
      zh: `\`${path}\` 里的包含有清单以外的文件：\`${stranger}\``,
    },
    { en: 'take it out first, or name a new folder with `-o`', zh: '请先移走，或用 `-o` 另写一个文件夹' },
  )

/** Writes the bag; what stood there before is taken away last. Throws CannotRun. */
export function writeBag(bag: BagFiles, path: string, cwd: string): void {
  let staged: string | undefined
  try {
    const target = realPath(resolve(cwd, path))
    mkdirSync(dirname(target), { recursive: true })
    const beside = (ending: string): string =>
      join(dirname(target), `.${basename(target)}.${process.pid}.${ending}`)
    staged = beside('new')
    writeFiles(bag, staged)
    putInPlace(staged, target, beside('old'))
  } catch (fault) {
    if (staged !== undefined) rmSync(staged, { recursive: true, force: true })
    throw unwritable(path, fault)
  }
}

function writeFiles(bag: BagFiles, folder: string): void {
  mkdirSync(folder)
  for (const [path, bytes] of bag) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes, { flag: 'wx' })
  }
}

function putInPlace(staged: string, target: string, former: string): void {
  const isThere = existsSync(target)
  if (isThere) renameSync(target, former)
  try {
    renameSync(staged, target)
  } catch (fault) {
    if (isThere) renameSync(former, target)
    throw fault
  }
  if (isThere) rmSync(former, { recursive: true, force: true })
}
