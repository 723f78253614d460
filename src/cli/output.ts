// Files written whole or not at all. In: paths with their bytes. Out: hidden files beside the places they are meant
// for, which `commit` moves there in one step each, or `discard` takes away again. A link stays a link: the file behind
// it is written. Throws CannotRun where nothing can be written, or where something stands that is no file.

import { linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { error, type Text } from '../core/index.ts'
import { CannotRun } from './exit.ts'
import { realPath } from './real-path.ts'

export interface Output {
  /** As the user wrote it; messages name it. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Whether the folder is made when it is not there: where the user named it as one (`-o out/`), or not at all. */
  readonly makesFolder: boolean
}

interface Move {
  readonly output: Output
  readonly staged: string
  readonly target: string
  /** What stood there before, kept until all are moved. */
  readonly former: string
}

export class StagedOutputs {
  readonly #moves: readonly Move[]

  private constructor(moves: readonly Move[]) {
    this.#moves = moves
  }

  /** Writes all files beside their places. */
  static write(outputs: readonly Output[], cwd: string): StagedOutputs {
    const moves: Move[] = []
    const staged = new StagedOutputs(moves)
    for (const output of outputs) {
      try {
        const target = targetOf(resolve(cwd, output.path))
        const beside = (ending: string): string =>
          join(dirname(target), `.${basename(target)}.${process.pid}.${ending}`)
        if (output.makesFolder) mkdirSync(dirname(target), { recursive: true })
        moves.push({ output, target, staged: beside('new'), former: beside('old') })
        writeFileSync(beside('new'), output.bytes)
      } catch (fault) {
        staged.discard()
        throw unwritable(output.path, fault)
      }
    }
    return staged
  }

  /** Where the files lie until they are moved, in the order given. */
  get paths(): readonly string[] {
    return this.#moves.map((move) => move.staged)
  }

  /** Moves all; when one cannot be moved the others go back. */
  commit(): void {
    const moved: Move[] = []
    for (const move of this.#moves) {
      try {
        keepFormer(move)
        renameSync(move.staged, move.target)
        moved.push(move)
      } catch (fault) {
        for (const { target, former } of moved) takeBack(target, former)
        this.discard()
        throw unwritable(move.output.path, fault)
      }
    }
    this.discard()
  }

  discard(): void {
    for (const { staged, former } of this.#moves) for (const path of [staged, former]) removed(path)
  }
}

/** Never throws: what is not there, or lies where no file can, need not be taken away. */
function removed(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

/** A second name for what is there; where there is nothing, or no such names are to be had, none. */
function keepFormer({ target, former }: Move): void {
  try {
    linkSync(target, former)
  } catch {
    removed(former)
  }
}

function takeBack(target: string, former: string): void {
  try {
    renameSync(former, target)
  } catch {
    removed(target)
  }
}

/** The file behind the path. Renaming onto a device or a pipe would put a file in its place. */
function targetOf(full: string): string {
  const there = statSync(full, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  if (there && !there.isFile()) throw Object.assign(new Error('is no file'), { code: 'NOFILE' })
  return realPath(full)
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'its folder does not exist', zh: '所在的文件夹不存在' },
  ENOTDIR: { en: 'what should be its folder is a file', zh: '应为文件夹的地方是一个文件' },
  EEXIST: { en: 'what should be its folder is a file', zh: '应为文件夹的地方是一个文件' },
  NOFILE: { en: 'there is a device or a pipe of that name', zh: '同名的是设备或管道，不是普通文件' },
  ELOOP: { en: 'its links lead in a circle', zh: '链接循环' },
  EISDIR: { en: 'there is a folder of that name', zh: '已有同名的文件夹' },
  EACCES: { en: 'no permission to write there', zh: '没有写入权限' },
  EPERM: { en: 'no permission to write there', zh: '没有写入权限' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘是只读的' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  ENAMETOOLONG: { en: 'its name is too long', zh: '文件名太长' },
}

/** What keeps `path` from being written, in words where the system's code has them. */
export function unwritable(path: string, fault: unknown): CannotRun {
  const { code = '', message } = fault as NodeJS.ErrnoException
  const why = REASONS[code] ?? { en: message, zh: message }
  const text = { en: `cannot write \`${path}\`: ${why.en}`, zh: `无法写入 \`${path}\`：${why.zh}` }
  const hints =
    code === 'ENOENT'
      ? [
          {
            en: 'make the folder first; a folder named with a slash at its end (`-o out/`) is made for you',
            zh: '请先建立文件夹；写成末尾带斜杠的文件夹（`-o out/`）会自动建立',
          },
        ]
      : []
  return new CannotRun([error('output-unwritable', text, { hints })])
}
