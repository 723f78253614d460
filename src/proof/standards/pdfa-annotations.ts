// Annotations and actions of a PDF/A (ISO 19005-2 §6.3, §6.4.1, §6.5).

import { isDict } from '../pdf-syntax.ts'
import { type Finding, found } from '../report.ts'
import { actionsOf } from './actions.ts'
import type { PdfaCase } from './pdfa-case.ts'
import type { Reached } from './reach.ts'

const BANNED_TYPES: ReadonlySet<string> = new Set(['3D', 'Sound', 'Screen', 'Movie'])
const ACTIONS: ReadonlySet<string> = new Set([
  'GoTo',
  'GoToR',
  'GoToE',
  'Thread',
  'URI',
  'Named',
  'SubmitForm',
])

const [INVISIBLE, HIDDEN, PRINT, NO_VIEW, TOGGLE_NO_VIEW] = [1, 2, 4, 32, 256]
const MUST_BE_CLEAR = INVISIBLE | HIDDEN | NO_VIEW | TOGGLE_NO_VIEW

export function annotationFaults({ file, reach }: PdfaCase): Finding[] {
  return reach.annotations.flatMap(({ dict, page }: Reached) => {
    const type = file.name(dict.get('Subtype')) ?? '?'
    if (BANNED_TYPES.has(type))
      return [found(`a ${type} annotation (6.3.1)`, `有 ${type} 注释（6.3.1）`, page)]
    if (type === 'Popup') return []
    const flags = file.number(dict.get('F')) ?? 0
    const faults =
      (flags & PRINT) !== 0 && (flags & MUST_BE_CLEAR) === 0
        ? []
        : [
            found(
              `\`F\` of a ${type} is ${flags}, not 4 (6.3.2)`,
              `${type} 的 \`F\` 为 ${flags}，应为 4（6.3.2）`,
              page,
            ),
          ]
    if (type === 'Link') return faults
    const appearance = file.resolve(dict.get('AP'))
    const isPlain = isDict(appearance) && appearance.has('N') && appearance.size === 1
    return isPlain
      ? faults
      : [
          ...faults,
          found(
            `a ${type} without a normal appearance alone (6.3.3)`,
            `${type} 没有单一的外观（6.3.3）`,
            page,
          ),
        ]
  })
}

/** Only some actions, and none set off by events. */
export function pdfaActionFaults({ file, pages }: PdfaCase): Finding[] {
  return actionsOf(file, pages)
    .filter(({ type, isAdditional }) => isAdditional || !ACTIONS.has(type))
    .map(({ type, where, page }) =>
      found(`an action ${type} in ${where} (6.5.1)`, `${where} 中有动作 ${type}（6.5.1）`, page),
    )
}
