// Wrong usage. In: what commander or a command found wrong with the arguments. Out: a `usage` diagnostic in both
// languages, with what was probably meant.

import type { CommanderError } from 'commander'
import { type Diagnostic, error, type Text } from '../core/index.ts'

/** A usage error; `hint` says what would be right. */
export const usage = (message: Text, hint?: Text): Diagnostic =>
  error('usage', message, { hints: hint === undefined ? [] : [hint] })

/**
 * What commander found, in our words; `command` is the one whose help explains it, `words` the commands and options
 * that could stand there.
 */
export function usageOf(fault: CommanderError, command: string, words: readonly string[]): Diagnostic {
  const [, word = ''] = /'([^']+)'/.exec(fault.message) ?? []
  const [, near] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(fault.message) ?? []
  // Whoever cuts a word short means what it begins, however near another one is: `--lay` is not `--lang`.
  const meant = words.find((whole) => word.length > MARK.length && whole.startsWith(word)) ?? near
  const message = MESSAGES[fault.code]?.(nameIn(word)) ?? plain(fault.message)
  const hints = meant === undefined ? [] : [{ en: `did you mean \`${meant}\`?`, zh: `是不是 \`${meant}\`？` }]
  return error('usage', message, { hints: [...hints, seeHelp(command)] })
}

/** What every long option begins with. */
const MARK = '--'

/** `-l, --layout <name>` → `--layout` */
const nameIn = (word: string): string => /--[\w-]+/.exec(word)?.[0] ?? word

const MESSAGES: Readonly<Record<string, (word: string) => Text>> = {
  'commander.unknownOption': (word) => ({ en: `there is no option \`${word}\``, zh: `没有选项 \`${word}\`` }),
  'commander.unknownCommand': (word) => ({
    en: `there is no command \`${word}\``,
    zh: `没有命令 \`${word}\``,
  }),
  'commander.missingArgument': (word) => ({ en: `\`${word}\` is missing`, zh: `缺少 \`${word}\`` }),
  'commander.optionMissingArgument': (word) => ({
    en: `option \`${word}\` wants a value`,
    zh: `选项 \`${word}\` 后面要写内容`,
  }),
  'commander.excessArguments': () => ({ en: 'too many arguments', zh: '参数太多' }),
}

const plain = (message: string): Text => {
  const text = message.replace(/^error: /, '').split('\n')[0] ?? message
  return { en: text, zh: text }
}

const seeHelp = (command: string): Text => ({
  en: `\`${command} --help\` tells how it is used`,
  zh: `用法见 \`${command} --help\``,
})
