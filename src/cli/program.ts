// The command line. In: arguments. Out: which command was meant, with what. Runs nothing: what a command does is loaded
// when it is known which one it is.

import { Command, CommanderError, Option } from 'commander'
import type { Diagnostic, Language } from '../core/index.ts'
import { VERSION } from '../version.ts'
import { cellsOf } from './cells.ts'
import { COMMANDS } from './command-words.ts'
import { usageOf } from './usage.ts'
import {
  COMMON,
  type CommandName,
  type CommandWords,
  EXAMPLES,
  HELP_COMMAND,
  HELP_OPTION,
  HELP_TITLES,
  type OptionWords,
  PROGRAM,
  VERSION_OPTION,
} from './words.ts'

/** The words of options by name: text, `true`, or a list for those that may be repeated. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export type Parsed =
  | {
      readonly kind: 'command'
      readonly name: CommandName
      readonly args: readonly string[]
      readonly options: OptionValues
    }
  /** A help or the version was asked for. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'usage'; readonly diagnostic: Diagnostic }

/** Parses the arguments after the program's own name. */
export function parseArguments(argv: readonly string[], language: Language, columns: number): Parsed {
  let shown = ''
  let found: Parsed | undefined
  const program = makeProgram(language, columns, {
    show: (text) => {
      shown += text
    },
    run: (name, args, options) => {
      found = { kind: 'command', name, args, options }
    },
  })
  try {
    program.parse(argv, { from: 'user' })
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault
    if (isHelp(fault)) return { kind: 'text', text: shown }
    const command = COMMANDS.find(({ name }) => name === argv.find((word) => !word.startsWith('-')))
    const called = command === undefined ? 'banxin' : `banxin ${command.name}`
    return { kind: 'usage', diagnostic: usageOf(fault, called, wordsFor(command)) }
  }
  return found ?? { kind: 'text', text: shown }
}

/** What may be said after the program's name, or after a command's. */
const wordsFor = (command: CommandWords | undefined): readonly string[] => [
  ...(command === undefined ? COMMANDS.map(({ name }) => name) : []),
  ...[...(command?.options ?? []), ...COMMON].flatMap(({ flags }) => flags.match(/--[\w-]+/) ?? []),
]

const isHelp = ({ code }: CommanderError): boolean =>
  code === 'commander.helpDisplayed' || code === 'commander.help' || code === 'commander.version'

interface Hooks {
  readonly show: (text: string) => void
  readonly run: (name: CommandName, args: readonly string[], options: OptionValues) => void
}

function makeProgram(language: Language, columns: number, { show, run }: Hooks): Command {
  const program = new Command('banxin')
    .description(PROGRAM[language])
    .usage(language === 'zh' ? '<命令> [选项]' : '<command> [options]')
    .helpOption('-h, --help', HELP_OPTION[language])
    .helpCommand('help [command]', HELP_COMMAND[language])
    .version(VERSION, '-V, --version', VERSION_OPTION[language])
    .exitOverride()
    .configureOutput({
      writeOut: show,
      // The help shown for want of a command comes here; messages are ours.
      writeErr: show,
      outputError: () => {},
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    })
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: cellsOf,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      styleTitle: (title) => (language === 'zh' ? (HELP_TITLES[title] ?? title) : title),
    })
  for (const words of COMMON) program.addOption(optionOf(words, language))
  for (const words of COMMANDS) addCommand(program, words, language, run)
  return program
}

function addCommand(program: Command, words: CommandWords, language: Language, run: Hooks['run']): void {
  const { name, summary, argument, options, examples } = words
  const command = program
    .command(name)
    .description(summary[language])
    .usage(`${argument.form} ${language === 'zh' ? '[选项]' : '[options]'}`)
    .helpOption('-h, --help', HELP_OPTION[language])
    .argument(argument.form, argument.text[language])
  for (const option of options) command.addOption(optionOf(option, language))
  const lines = examples.map(([line, text]) => `  ${line}\n      ${text[language]}`)
  command.addHelpText('after', `\n${EXAMPLES[language]}\n${lines.join('\n')}`)
  command.action((value: string | readonly string[] | undefined) => {
    const args = value === undefined ? [] : typeof value === 'string' ? [value] : value
    run(name, args, command.optsWithGlobals())
  })
}

function optionOf({ flags, text, repeats }: OptionWords, language: Language): Option {
  const option = new Option(flags, text[language])
  if (repeats) option.argParser((value: string, before: readonly string[] = []) => [...before, value])
  return option
}
