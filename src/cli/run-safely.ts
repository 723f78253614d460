// Work that may fail for reasons nobody foresaw. In: the work. Out: what came of it; what it throws becomes an outcome.
// The only place where a fault of ours is caught.

import type { Language } from '../core/index.ts'
import { CannotRun, EXIT } from './exit.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

export async function runSafely(rim: Rim, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (thrown) {
    rim.progress.clear()
    return thrown instanceof CannotRun
      ? { ...onlyDiagnostics(thrown.diagnostics), exit: EXIT.failed }
      : apology(thrown, rim)
  }
}

/** A fault of ours: what it says, and with BANXIN_DEBUG=1 where it happened. */
function apology(thrown: unknown, { world, json, language }: Rim): Outcome {
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const stack = world.env['BANXIN_DEBUG'] === '1' && thrown instanceof Error ? `\n${thrown.stack}` : ''
  if (!json) world.stderr.write(`${SORRY[language]} ${message}${stack}\n${ASK[language]}\n`)
  return { diagnostics: [], data: { failure: message }, exit: EXIT.failed }
}

const SORRY: Readonly<Record<Language, string>> = {
  en: 'Sorry, banxin made a mistake and could not finish:',
  zh: '很抱歉，程序出错，未能完成：',
}
const ASK: Readonly<Record<Language, string>> = {
  en: 'Nothing was written. Please report it with the files that led to it; BANXIN_DEBUG=1 shows more.',
  zh: '没有写出任何文件。请连同所用的文件一起报告；设 BANXIN_DEBUG=1 可看详情。',
}
