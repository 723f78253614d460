// One run of the program: arguments in, exit status out. Decides on language and form of output and runs the command. Nothing a user can do leads to a stack trace; a fault of ours leads to an apology.

import type { Diagnostic } from '../core/index.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { askedLanguage, languageOf } from './locale.ts'
import { NodeFiles } from './node-files.ts'
import { type OptionValues, type Parsed, parseArguments } from './program.ts'
import { Progress } from './progress.ts'
import { report } from './report.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { runSafely } from './run-safely.ts'
import { usage } from './usage.ts'
import type { CommandName } from './words.ts'
import type { World } from './world.ts'

/** Runs the program with the arguments after its name. Never throws. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  const asked = askedLanguage(argv)
  const language = languageOf(asked, world.env)
  const json = argv.includes('--json')
  const quiet = argv.includes('--quiet')
  const files = new NodeFiles(world.cwd, language)
  const progress = new Progress(world, language, json || quiet)
  const rim: Rim = { world, language, json, quiet, files, progress }
  const outcome = await runSafely(rim, () => outcomeOf(argv, rim))
  return report(outcome, rim)
}

async function outcomeOf(argv: readonly string[], rim: Rim): Promise<Outcome> {
  const parsed = parseArguments(argv, rim.language, rim.world.stdout.columns ?? 100)
  if (parsed.kind === 'usage') return onlyDiagnostics([parsed.diagnostic])
  if (parsed.kind === 'text') return textOutcome(parsed.text, argv)
  const fault = languageFault(parsed.options) ?? emptyFault(parsed) ?? streamFault(parsed.options)
  return fault === undefined ? runCommand(parsed, rim) : onlyDiagnostics([fault])
}

/** A help or the version; the help nobody asked for, for want of a command, is a usage error. */
const textOutcome = (text: string, argv: readonly string[]): Outcome => ({
  diagnostics: [],
  data: { text },
  product: text,
  exit: argv.some((word) => /^(?:-h|--help|help|-V|--version)$/.test(word)) ? EXIT.clean : EXIT.usage,
})

function languageFault({ lang }: OptionValues): Diagnostic | undefined {
  if (lang === undefined || lang === 'zh' || lang === 'en') return undefined
  return usage({
    en: `\`--lang\` is zh or en, not \`${lang}\``,
    zh: `\`--lang\` 只能是 zh 或 en，不能是 \`${lang}\``,
  })
}

/** A shell variable that holds nothing leaves an empty word behind. */
function emptyFault({ args, options }: Extract<Parsed, { kind: 'command' }>): Diagnostic | undefined {
  const isEmpty = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''
  if (args.some(isEmpty)) return usage({ en: 'the name of a file is empty', zh: '文件名是空的' })
  const found = Object.entries(options).find(([, value]) => [value].flat().some(isEmpty))
  if (found === undefined) return undefined
  const name = `--${found[0].replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`
  return usage({ en: `option \`${name}\` wants a value`, zh: `选项 \`${name}\` 后面要写内容` })
}

/** `-` means stdout elsewhere; here files are written whole, under a name. */
function streamFault({ output, log }: OptionValues): Diagnostic | undefined {
  if (output !== '-' && log !== '-') return undefined
  return usage(
    { en: 'files are not written to stdout', zh: '文件不能写到标准输出' },
    {
      en: 'name a file or a folder/; `./-` is a file called `-`',
      zh: '请写文件名或文件夹/；`./-` 是名为 `-` 的文件',
    },
  )
}

type Command = (args: readonly string[], options: OptionValues, rim: Rim) => Promise<Outcome>

/** Each loaded when it is wanted: the readers, fonts and PDF libraries take longer to load than to say what is wrong. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./import-command.ts')).importCommand,
  build: async () => (await import('./build-command.ts')).buildCommand,
  verify: async () => (await import('./verify-command.ts')).verifyCommand,
  impose: async () => (await import('./impose-command.ts')).imposeCommand,
  pack: async () => (await import('./pack/pack-command.ts')).packCommand,
  fonts: async () => (await import('./fonts-command.ts')).fontsCommand,
  schema: async () => (await import('./schema-command.ts')).schemaCommand,
}

async function runCommand({ name, args, options }: Extract<Parsed, { kind: 'command' }>, rim: Rim) {
  const command = await COMMANDS[name]()
  return command(args, options, rim)
}
