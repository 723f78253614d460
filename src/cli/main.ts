#!/usr/bin/env node
// The program as it is called from a shell.

import { EXIT } from './exit.ts'
import { askedLanguage, languageOf } from './locale.ts'
import { unwritable } from './output.ts'
import { printDiagnostics } from './print-diagnostics.ts'
import { NO_PLACES } from './report.ts'
import { run } from './run.ts'
import { processWorld, type StreamFault } from './world.ts'

const argv = process.argv.slice(2)
let isCut = false

/** Told once, and by the exit status: what was asked for did not all arrive. */
function cut({ stream, code }: StreamFault): void {
  process.exitCode = EXIT.failed
  if (isCut || stream === 'stderr') return
  isCut = true
  const language = languageOf(askedLanguage(argv), process.env)
  const { diagnostics } = unwritable('stdout', Object.assign(new Error(code), { code }))
  process.stderr.write(printDiagnostics(diagnostics, { language, places: NO_PLACES, colour: false }))
}

const exit = await run(argv, processWorld(cut))
// A fault of a stream may be known before or after this.
process.exitCode ??= exit
