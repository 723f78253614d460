// The outcome of a command, printed: as one JSON object on stdout, or diagnostics and what was made on stderr and what was
// asked for on stdout. Answers with the exit status.

import { type Diagnostic, hasErrors } from '../core/index.ts'
import { EXIT, type ExitCode, exitOf } from './exit.ts'
import { jsonDiagnostic, jsonReport } from './json.ts'
import { type PlaceNames, printDiagnostics, withoutRepeats } from './print-diagnostics.ts'
import type { Outcome, Rim } from './rim.ts'
import type { World } from './world.ts'

export async function report(outcome: Outcome, rim: Rim): Promise<ExitCode> {
  const { world, language, json, quiet, progress } = rim
  progress.clear()
  const diagnostics = withoutRepeats(outcome.diagnostics)
  const exit = outcome.exit ?? exitOf(diagnostics)
  const places = await placesFor(diagnostics, rim)
  if (json) {
    const rows = diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, { language, places }))
    const ok = exit === EXIT.clean && !hasErrors(diagnostics)
    world.stdout.write(jsonReport(ok, rows, outcome.data))
    return exit
  }
  if (outcome.product !== undefined) world.stdout.write(outcome.product)
  const told = quiet ? diagnostics.filter((d) => d.severity !== 'note') : diagnostics
  world.stderr.write(printDiagnostics(told, { language, places, colour: wantsColour(world) }))
  if (!quiet) for (const line of outcome.said ?? []) world.stderr.write(`${line[language]}\n`)
  return exit
}

/** Places of files, where a diagnostic names one. */
async function placesFor(diagnostics: readonly Diagnostic[], { files }: Rim): Promise<PlaceNames> {
  const spans = diagnostics.flatMap((d) => [d, ...d.hints]).some(({ span }) => span !== undefined)
  if (!spans) return NO_PLACES
  const { Places } = await import('./places.ts')
  return new Places(files)
}

/** For diagnostics that name no place. */
export const NO_PLACES: PlaceNames = {
  positionOf: () => undefined,
  lineOf: () => undefined,
  nameOf: ({ file }) => file,
}

/** https://no-color.org */
const wantsColour = ({ stderr, env }: World): boolean =>
  stderr.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
