// --watch: build again whenever a file of the last build changes. Folders are watched, not files: editors save by putting
// a new file in the place of the old one. What the system tells is only a hint to look; whether a file has changed is
// seen from the file itself. Ends when the user stops it.

import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Text } from '../core/index.ts'
import { NodeFiles } from './node-files.ts'
import { Progress } from './progress.ts'
import { report } from './report.ts'
import type { Outcome, Rim } from './rim.ts'
import { runSafely } from './run-safely.ts'

/** Builds, and builds again after changes, until SIGINT or SIGTERM. */
export async function watchBuild(rim: Rim, build: (rim: Rim) => Promise<Outcome>): Promise<Outcome> {
  const { world, language, quiet } = rim
  const stop = new AbortController()
  const end = (): void => stop.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  while (!stop.signal.aborted) {
    // Files are read anew for every build, and the waiting line of the last one is gone.
    const files = new NodeFiles(world.cwd, language)
    const fresh = { ...rim, files, progress: new Progress(world, language, quiet) }
    await report(await runSafely(fresh, () => build(fresh)), fresh)
    if (!quiet) world.stderr.write(`${WAITING[language]}\n`)
    await changeOf(files, stop.signal)
  }
  process.removeListener('SIGINT', end)
  process.removeListener('SIGTERM', end)
  return { diagnostics: [], data: {} }
}

const WAITING: Text = { en: 'waiting for changes; Ctrl+C ends', zh: '等待文件改动，按 Ctrl+C 结束' }

/** Milliseconds without an event before looking: a save is several events, and several files may be saved at once. */
const QUIET_TIME = 120
/** Milliseconds after which files are looked at unasked: not every disk tells of changes. */
const LONGEST_WAIT = 2000

/** Resolves when a file has changed since it was read, which may be at once, or when `signal` says so. */
function changeOf(files: NodeFiles, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const watchers = watchersOf(files, () => lookIn(QUIET_TIME))
    const finish = (): void => {
      clearTimeout(timer)
      for (const watcher of watchers) watcher.close()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const look = (): void => (files.hasChanged ? finish() : lookIn(LONGEST_WAIT))
    function lookIn(milliseconds: number): void {
      clearTimeout(timer)
      timer = setTimeout(look, milliseconds)
    }
    if (signal.aborted) return finish()
    signal.addEventListener('abort', finish)
    // A change while we were building.
    lookIn(QUIET_TIME)
  })
}

function watchersOf(files: NodeFiles, onEvent: () => void): readonly FSWatcher[] {
  const folders = new Set(files.asked.map(nearestFolder))
  return [...folders].flatMap((folder) => {
    try {
      // A folder that goes away takes its watcher with it; looking unasked goes on.
      return [watch(folder, onEvent).on('error', onEvent)]
    } catch {
      return []
    }
  })
}

/** The folder of a file, or what there is of its path. */
function nearestFolder(path: string): string {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder)
}
