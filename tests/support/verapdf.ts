// veraPDF, where it is at hand: BANXIN_VERAPDF names a command, or a jar lies in the cache and Java is installed. It comes
// through Maven alone, so most machines do not have it; what it did not look at has not passed.

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { commandWords } from '../../src/cli/validator.ts'

const CACHE = join(homedir(), '.cache/verapdf')

/** Words that run it; undefined where it is not at hand. */
export function verapdfCommand(): readonly string[] | undefined {
  const named = process.env['BANXIN_VERAPDF']
  if (named) return commandWords(named)
  const jar = existsSync(CACHE)
    ? readdirSync(CACHE).find((name) => /^greenfield-apps-.*\.jar$/.test(name))
    : undefined
  if (jar === undefined || spawnSync('java', ['-version']).status !== 0) return undefined
  return ['java', '-cp', join(CACHE, jar), 'org.verapdf.apps.GreenfieldCliWrapper']
}

/** Lines such as `PASS a.pdf 3a`, one a file; failed rules follow those that fail. */
export function validated(
  command: readonly string[],
  flavour: string,
  paths: readonly string[],
): readonly string[] {
  const [program = '', ...words] = command
  const args = [...words, '--flavour', flavour, '--format', 'text', '-v', ...paths]
  try {
    return execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n')
  } catch (fault) {
    // Its exit status says that a file failed; what it printed says which.
    return String((fault as { stdout?: string }).stdout ?? fault)
      .trim()
      .split('\n')
  }
}
