// The date a file bears. In: what the user, the book and the environment say. Out: a day, or none: never the clock's.

import type { Diagnostic } from '../core/index.ts'
import { usage } from './usage.ts'
import type { World } from './world.ts'

/** The date asked for by --date, or what is wrong with it. */
export function askedDate(date: unknown): string | undefined | Diagnostic {
  if (typeof date !== 'string') return undefined
  if (isDay(date)) return date
  return usage(
    { en: `\`${date}\` is no date`, zh: `\`${date}\` 不是日期` },
    { en: 'write it as 2003-12-01', zh: '请写成 2003-12-01 的形式' },
  )
}

/** https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970; undefined when not set. */
export function epochDate(env: World['env']): string | undefined | Diagnostic {
  const seconds = env['SOURCE_DATE_EPOCH']
  if (seconds === undefined || seconds === '') return undefined
  const date = /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : ''
  if (/^\d{4}-/.test(date)) return date.slice(0, 10)
  return usage({
    en: `SOURCE_DATE_EPOCH is \`${seconds}\`, not a number of seconds`,
    zh: `SOURCE_DATE_EPOCH 是 \`${seconds}\`，不是秒数`,
  })
}

function isDay(date: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
