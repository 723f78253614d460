// What `pack` is asked for. In: the arguments and options as parsed. Out: an order to make a bag or to check one, or usage
// errors.

import type { Diagnostic } from '../../core/index.ts'
import type { Target } from '../../target.ts'
import { askedDate, epochDate } from '../date.ts'
import { targetsOf } from '../order.ts'
import { stemOf } from '../plan-outputs.ts'
import type { OptionValues } from '../program.ts'
import type { Rim } from '../rim.ts'
import { usage } from '../usage.ts'
import { USUAL_TARGETS } from './editions.ts'

export interface PackOrder {
  readonly kind: 'make'
  readonly manuscript: string
  /** Folder of the bag. */
  readonly output: string
  readonly layouts: readonly string[]
  readonly targets: readonly Target[]
  /** Day the files bear, before that of the book, and where neither gives one. */
  readonly date: string | undefined
  readonly epoch: string | undefined
  /** Replaces a bag made before. */
  readonly force: boolean
}

export interface CheckOrder {
  readonly kind: 'check'
  readonly bag: string
  /** Folder of fonts that could not go into the bag. */
  readonly fonts: string | undefined
}

export function packOrderOf(
  path: string,
  options: OptionValues,
  rim: Rim,
): PackOrder | CheckOrder | readonly Diagnostic[] {
  const isCheck = options['check'] === true
  const unfit = (isCheck ? OF_MAKING : OF_CHECKING).filter((name) => options[name] !== undefined)
  if (unfit.length > 0) return unfit.map((name) => doesNotFit(name, isCheck))
  const { fonts } = options
  if (isCheck) return { kind: 'check', bag: path, fonts: typeof fonts === 'string' ? fonts : undefined }
  const { layout, output, force } = options
  const [date, epoch] = [askedDate(options['date']), epochDate(rim.world.env)]
  const { targets, faults } = targetsOf(options['for'] ?? USUAL_TARGETS)
  if (typeof date === 'object' || typeof epoch === 'object' || faults.length > 0)
    return [...faults, ...[date, epoch].filter((one) => typeof one === 'object')]
  return {
    kind: 'make',
    manuscript: path,
    output: typeof output === 'string' ? output : `out/${stemOf(path)}-bag/`,
    layouts: Array.isArray(layout) ? layout : [],
    ...{ targets, date, epoch },
    force: force === true,
  }
}

const OF_MAKING = ['layout', 'output', 'for', 'date', 'force'] as const
const OF_CHECKING = ['fonts'] as const

const doesNotFit = (name: string, isCheck: boolean): Diagnostic =>
  isCheck
    ? usage({ en: `\`--${name}\` does not go with \`--check\``, zh: `\`--${name}\` 不能与 \`--check\` 同用` })
    : usage({ en: `\`--${name}\` wants \`--check\``, zh: `\`--${name}\` 要与 \`--check\` 同用` })
