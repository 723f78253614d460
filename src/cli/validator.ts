// veraPDF (https://verapdf.org), the validator of PDF/A and PDF/UA, where the environment names a command for it in
// BANXIN_VERAPDF. In: the path of a PDF and a flavour. Out: the rules it fails, read from veraPDF's JSON.

import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import type { ExternalValidator, FailedRule } from '../proof/index.ts'
import type { World } from './world.ts'

/** A volume of 1.5 million characters takes half a minute. */
const TIMEOUT = 900_000
const MOST_TEXT = 256 * 1024 * 1024
/** Exit status of the wrapper script for "not run": no Java, no jar. */
const NOT_RUN = 4

/** Undefined where the environment names none. */
export function validatorOf({ env, cwd }: World): ExternalValidator | undefined {
  const [command, ...words] = commandWords(env['BANXIN_VERAPDF'] ?? '')
  if (command === undefined) return undefined
  return {
    validate: async (path, flavour) => {
      // What was just written has no name yet, and so no ending.
      const args = [...words, '--flavour', flavour, '--format', 'json', '--nonpdfext', resolve(cwd, path)]
      const said = await run(command, args)
      return said === undefined ? undefined : verdictOf(said)
    },
  }
}

/**
 * The words of a command. A path may hold blanks (`C:\Program Files\…`), so it is one word as it stands; arguments are
 * told apart only where quotes say so: `"java" -jar "my verapdf.jar"`.
 */
export function commandWords(command: string): readonly string[] {
  const text = command.trim()
  if (!text.includes('"')) return text === '' ? [] : [text]
  return [...text.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([word, quoted]) => quoted ?? word)
    .filter((word) => word !== '')
}

/** What it printed; undefined when it could not be started. A file that fails makes it exit with 1. */
function run(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const options = { encoding: 'utf8', timeout: TIMEOUT, maxBuffer: MOST_TEXT, windowsHide: true } as const
    execFile(command, args, options, (fault, stdout) => {
      const code = (fault as { code?: unknown } | null)?.code
      done(code === 'ENOENT' || code === 'EACCES' || code === NOT_RUN ? undefined : stdout)
    })
  })
}

/** What we read of veraPDF's report. */
interface Report {
  readonly report?: {
    readonly jobs?: readonly {
      readonly taskException?: { readonly exceptionMessage?: string }
      readonly validationResult?: readonly {
        readonly compliant?: boolean
        readonly details?: { readonly ruleSummaries?: readonly RuleSummary[] }
      }[]
    }[]
  }
}

interface RuleSummary {
  readonly clause?: string
  readonly testNumber?: number
  readonly description?: string
  readonly failedChecks?: number
  readonly checks?: readonly { readonly context?: string }[]
}

/** Failed rules, or why there is no verdict: an output that is none must never read as passed. */
export function verdictOf(output: string): readonly FailedRule[] | string {
  let parsed: Report
  try {
    parsed = JSON.parse(output) as Report
  } catch {
    return output.trim().split('\n')[0] || 'no output'
  }
  const job = parsed.report?.jobs?.[0]
  const result = job?.validationResult?.[0]
  const rules = (result?.details?.ruleSummaries ?? []).map(ruleOf)
  if (result?.compliant === undefined)
    return job?.taskException?.exceptionMessage ?? 'no result in its report'
  return result.compliant || rules.length > 0 ? rules : 'not compliant, and no rule named'
}

function ruleOf({ clause, testNumber, description, failedChecks, checks }: RuleSummary): FailedRule {
  const page = /\/pages\[(\d+)\]/.exec(checks?.[0]?.context ?? '')?.[1]
  return {
    rule: `${clause ?? '?'}-${testNumber ?? '?'}`,
    description: description ?? '',
    times: failedChecks ?? 1,
    ...(page !== undefined && { page: Number(page) + 1 }),
  }
}
