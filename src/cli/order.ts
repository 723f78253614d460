// What a build is asked for. In: the options as parsed. Out: an order, or usage errors.

import type { Diagnostic } from '../core/index.ts'
import { TARGET_WORDS, type Target, targetOf } from '../target.ts'
import { askedDate, epochDate } from './date.ts'
import { namesFolder } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import type { Rim } from './rim.ts'
import { usage } from './usage.ts'

/** What the arguments ask for. */
export interface Order {
  readonly manuscript: string
  readonly layouts: readonly string[]
  readonly targets: readonly Target[]
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
  const asked = targetsOf(options['for'])
  const faults = [...asked.faults, ...[date, epoch].filter((d) => typeof d === 'object')]
  const isFile = typeof output === 'string' && !namesFolder(output, rim.world.cwd)
  if (layouts.length > 1 && isFile) faults.push(SEVERAL)
  if (asked.targets.length > 1 && isFile) faults.push(SEVERAL_EDITIONS)
  if (options['watch'] === true && rim.json) faults.push(WATCHED_JSON)
  if (options['lines'] === true && !rim.json) faults.push(LINES_WITHOUT_JSON)
  if (faults.length > 0 || typeof date === 'object' || typeof epoch === 'object') return faults
  return {
    manuscript,
    layouts,
    targets: asked.targets,
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
const SEVERAL_EDITIONS: Diagnostic = usage(
  { en: 'several editions do not go into one file', zh: '几种用途不能写进同一个文件' },
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

/** The targets of `--for`, each once; what is none of them is told. */
export function targetsOf(asked: OptionValues[string]): {
  readonly targets: readonly Target[]
  readonly faults: Diagnostic[]
} {
  if (typeof asked !== 'string') return { targets: [{ kind: 'screen' }], faults: [] }
  const words = [...new Set(asked.split(',').map((word) => word.trim()))]
  const targets = words.flatMap((word) => targetOf(word) ?? [])
  const unknown = words.filter((word) => targetOf(word) === undefined)
  const faults = unknown.map((word) =>
    usage(
      { en: `there is no edition \`${word}\``, zh: `没有 \`${word}\` 这种用途` },
      { en: `there are ${TARGET_WORDS.join(', ')}`, zh: `现有 ${TARGET_WORDS.join('、')}` },
    ),
  )
  return { targets, faults }
}
