// What a build is asked for. In: the options as parsed. Out: an order, or usage errors.

import type { Diagnostic } from '../core/index.ts'
import { askedDate, epochDate } from './date.ts'
import { namesFolder } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import type { Rim } from './rim.ts'
import { usage } from './usage.ts'

/** What the arguments ask for. */
export interface Order {
  readonly manuscript: string
  readonly layouts: readonly string[]
  readonly output: string | undefined
  /** Day the files bear, before that of the book. */
  readonly date: string | undefined
  /** Day the files bear when neither the user nor the book gives one. */
  readonly epoch: string | undefined
  readonly verifies: boolean
  readonly isStrict: boolean
  /** The report names every line. */
  readonly listsLines: boolean
}

/** The order, or what is wrong with the arguments. */
export function orderOf(manuscript: string, options: OptionValues, rim: Rim): Order | readonly Diagnostic[] {
  const { layout, output, verify, strict } = options
  const layouts = Array.isArray(layout) ? layout : []
  const date = askedDate(options['date'])
  const epoch = epochDate(rim.world.env)
  const faults = [...editionFaults(options['for']), ...[date, epoch].filter((d) => typeof d === 'object')]
  const isFile = typeof output === 'string' && !namesFolder(output, rim.world.cwd)
  if (layouts.length > 1 && isFile) faults.push(SEVERAL)
  if (options['watch'] === true && rim.json) faults.push(WATCHED_JSON)
  if (options['lines'] === true && !rim.json) faults.push(LINES_WITHOUT_JSON)
  if (faults.length > 0 || typeof date === 'object' || typeof epoch === 'object') return faults
  return {
    manuscript,
    layouts,
    output: typeof output === 'string' ? output : undefined,
    date,
    epoch,
    verifies: verify === true,
    isStrict: strict === true,
    listsLines: options['lines'] === true,
  }
}

const SEVERAL: Diagnostic = usage(
  { en: 'several layouts do not go into one file', zh: '几种版式不能写进同一个文件' },
  { en: 'give a folder: `-o out/`', zh: '请写文件夹：`-o out/`' },
)
const WATCHED_JSON: Diagnostic = usage({
  en: '`--watch` does not go with `--json`',
  zh: '`--watch` 不能与 `--json` 同用',
})

const LINES_WITHOUT_JSON: Diagnostic = usage({
  en: '`--lines` wants `--json`',
  zh: '`--lines` 要与 `--json` 同用',
})

const TO_COME: readonly string[] = ['press', 'archive', 'proof']

function editionFaults(asked: OptionValues[string]): Diagnostic[] {
  if (typeof asked !== 'string') return []
  const unknown = asked.split(',').filter((edition) => edition !== 'screen')
  return unknown.map((edition) =>
    TO_COME.includes(edition)
      ? usage(
          { en: `the edition \`${edition}\` cannot be made yet`, zh: `\`${edition}\` 这种用途尚未实现` },
          { en: '`--for screen` can', zh: '目前可用 `--for screen`' },
        )
      : usage(
          { en: `there is no edition \`${edition}\``, zh: `没有 \`${edition}\` 这种用途` },
          { en: 'there is `--for screen`', zh: '目前可用 `--for screen`' },
        ),
  )
}
