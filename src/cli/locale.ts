// Which language the program speaks: what the user asks for, else what the machine is set to.

import type { Language, Text } from '../core/index.ts'
import type { World } from './world.ts'

const isLanguage = (word: string | undefined): word is Language => word === 'zh' || word === 'en'

/**
 * `asked` by --lang, else the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX.1-2017, 8.2): Chinese where it
 * begins with `zh`.
 */
export function languageOf(asked: string | undefined, env: World['env']): Language {
  if (isLanguage(asked)) return asked
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** The word after --lang, before the arguments are parsed: usage errors want to be told in it. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  const at = options.lastIndexOf('--lang')
  const joined = options.findLast((word) => word.startsWith('--lang='))
  return at >= 0 ? options[at + 1] : joined?.slice('--lang='.length)
}

/** `12,345` of a whole number; by hand, for loading ICU's formats costs a small build a twentieth of its time. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** A file's size for people. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB']
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

/** A duration for people. */
export function durationOf(milliseconds: number): Text {
  const seconds = (milliseconds / 1000).toFixed(milliseconds < 9950 ? 1 : 0)
  return { en: `${seconds} s`, zh: `${seconds} 秒` }
}
