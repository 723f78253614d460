// The door to the disk. In: paths as the author wrote them. Out: bytes, each file read once in a run, so that messages
// quote what was read. Remembers every path asked for, and what it was like: for --watch, and so that no input is
// overwritten.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Files, Language, Text } from '../core/index.ts'
import { readBytes } from './read-bytes.ts'

export class NodeFiles implements Files {
  readonly #cwd: string
  readonly #language: Language
  readonly #known = new Map<string, Uint8Array | Error | undefined>()
  readonly #stamps = new Map<string, string>()

  /** `language` is that of the reasons given when a file cannot be read. */
  constructor(cwd: string, language: Language) {
    this.#cwd = cwd
    this.#language = language
  }

  read(path: string): Uint8Array | undefined {
    const full = this.absolute(path)
    if (!this.#known.has(full)) {
      // The stamp first: a change while reading then shows.
      this.#stamps.set(full, stampOf(full))
      this.#known.set(full, this.#readNow(full))
    }
    const known = this.#known.get(full)
    if (known instanceof Error) throw known
    return known
  }

  absolute(path: string): string {
    return resolve(this.#cwd, path)
  }

  /** Full paths of all that was asked for, there or not. */
  get asked(): readonly string[] {
    return [...this.#known.keys()]
  }

  /** Whether any of them is no longer what it was when it was read. */
  get hasChanged(): boolean {
    return [...this.#stamps].some(([full, stamp]) => stampOf(full) !== stamp)
  }

  #readNow(full: string): Uint8Array | Error | undefined {
    try {
      const stat = statSync(full)
      // A device or pipe may never end.
      if (!stat.isFile()) return new Error((stat.isDirectory() ? FOLDER : NO_FILE)[this.#language])
      return readBytes(full)
    } catch (fault) {
      const { code, message } = fault as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      return new Error(REASONS[code ?? '']?.[this.#language] ?? message)
    }
  }
}

/** What tells a file from what it was before. */
function stampOf(full: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(full)
    return `${mtimeMs} ${size} ${ino}`
  } catch {
    return ''
  }
}

const FOLDER: Text = { en: 'it is a folder', zh: '这是一个文件夹' }
const NO_FILE: Text = { en: 'it is no ordinary file', zh: '这不是普通文件' }
const FORBIDDEN: Text = { en: 'no permission to read it', zh: '没有读取权限' }
const REASONS: Readonly<Record<string, Text>> = {
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  ELOOP: { en: 'its links lead in a circle', zh: '链接循环' },
  ENAMETOOLONG: { en: 'its name is too long', zh: '文件名太长' },
  ERR_FS_FILE_TOO_LARGE: { en: 'it is larger than 2 GB', zh: '文件超过 2 GB' },
  ERR_INVALID_ARG_VALUE: { en: 'this is no path', zh: '这不是路径' },
}
