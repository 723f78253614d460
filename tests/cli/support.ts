// A folder of its own for every test, and the program run in it: inside this process, with streams that are caught.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { World } from '../../src/cli/world.ts'

export type Contents = Readonly<Record<string, string | Uint8Array>>

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that holds `contents`. */
export function folderOf(contents: Contents = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Every file below `folder`, sorted. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

export interface Ran {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: World['env']
  readonly isTTY?: boolean
  readonly now?: () => number
}

/** Runs the program in `cwd`. */
export async function runIn(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const isTTY = options.isTTY ?? false
  const exit = await run(argv, {
    cwd,
    env: options.env ?? {},
    stdout: {
      isTTY,
      write: (text) => {
        stdout += text
      },
    },
    stderr: {
      isTTY,
      write: (text) => {
        stderr += text
      },
    },
    now: options.now ?? (() => performance.now()),
  })
  return { exit, stdout, stderr }
}

/** What --json prints, as far as tests look at it. */
export interface JsonReport {
  readonly ok: boolean
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly file?: string
    readonly line?: number
    readonly column?: number
    readonly hints: readonly string[]
  }[]
  // biome-ignore lint/suspicious/noExplicitAny: what a command made differs from command to command
  readonly [key: string]: any
}

/** Runs with --json; fails where anything else is printed. */
export async function jsonIn(cwd: string, argv: readonly string[], options: RunOptions = {}) {
  const { exit, stdout, stderr } = await runIn(cwd, [...argv, '--json'], options)
  if (stderr !== '') throw new Error(`stderr with --json: ${stderr}`)
  return { exit, report: JSON.parse(stdout) as JsonReport }
}

/** A chapter of two short entries. */
export const CHAPTER = `title: 市直机关党的工作
sections:
  - heading: 理论武装工作
    body: |
      2002年，市直机关各部门继续把加强机关党的思想政治建设摆在重要位置，
      把理论武装工作作为党建工作的首要任务。
  - heading: 机关作风建设
    body: 首批参与“为民服务联动”的23个部门组建起了2160多人的专业队伍。
credits: [{ role: 供稿, names: [刘英杰] }]
`
