// The program as users have it: compiled, in a process of its own. Compiles when dist/ is older than the source.

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Ran } from './support.ts'

const MAIN = resolve('dist/cli/main.js')

/** Makes sure that dist/ is what src/ says. */
export function compile(): void {
  if (newestIn('src') <= timeOf(MAIN)) return
  // Type errors are for the type check to tell; they do not keep the compiler from writing.
  try {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
  } catch {}
}

const newestIn = (folder: string): number =>
  Math.max(...readdirSync(folder, { recursive: true }).map((path) => timeOf(join(folder, String(path)))))

const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** No colours and no locale but what a test asks for. */
const environment = (env: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...env,
})

/** Runs the program to its end. */
export function runBuilt(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { exit: status ?? -1, stdout, stderr }
}

/** The program running on: what it said so far, and how to end it. */
export function startBuilt(cwd: string, argv: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...argv], { cwd, env: environment({}) })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const exit = new Promise<number | null>((done) => child.on('exit', done))
  /** Waits until it has said `text` `times` times. */
  const said = async (text: string, times: number): Promise<string> => {
    for (let i = 0; i < 200; i++) {
      if (stderr.split(text).length > times) return stderr
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`not said ${times} times: ${text}\n${stderr}`)
  }
  const end = (): Promise<number | null> => {
    child.kill('SIGINT')
    return exit
  }
  return { said, end }
}
