// What --help says, in both languages. Data only; program.ts makes commands of it, command-words.ts has those of the commands.

import type { Text } from '../core/index.ts'

export interface OptionWords {
  /** As commander reads them: `-o, --output <path>`. */
  readonly flags: string
  readonly text: Text
  /** May be given several times. */
  readonly repeats?: boolean
}

export interface CommandWords {
  readonly name: CommandName
  readonly summary: Text
  /** `<x>` required, `[x]` not, `<x...>` one or more. */
  readonly argument: { readonly form: string; readonly text: Text }
  readonly options: readonly OptionWords[]
  /** Command lines with what they do. */
  readonly examples: readonly (readonly [line: string, text: Text])[]
}

export type CommandName = 'import' | 'build' | 'verify' | 'impose' | 'pack' | 'fonts' | 'schema'

export const PROGRAM: Text = {
  en: '版心 banxin: sets Chinese yearbooks, horizontally and vertically, from YAML to proven PDF',
  zh: '版心 banxin：年鉴排版，横排竖排同出一稿，由 YAML 直达经过核验的 PDF',
}

/** Options of every command. */
export const COMMON: readonly OptionWords[] = [
  {
    flags: '--json',
    text: { en: 'print one JSON object on stdout and nothing else', zh: '只在标准输出打印一个 JSON 对象' },
  },
  { flags: '--quiet', text: { en: 'print problems only', zh: '只打印问题' } },
  {
    flags: '--lang <zh|en>',
    text: { en: 'language of messages; by default that of the locale', zh: '消息的语言，默认随系统' },
  },
]

/** What commander itself writes into a help. */
export const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
}

export const HELP_OPTION: Text = { en: 'show this help', zh: '显示帮助' }
export const HELP_COMMAND: Text = { en: 'show the help of a command', zh: '显示命令的帮助' }
export const VERSION_OPTION: Text = { en: 'show the version', zh: '显示版本号' }
export const EXAMPLES: Text = { en: 'Examples:', zh: '示例：' }
