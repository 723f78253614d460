// Actions (ISO 32000-1 §12.6) wherever a file may hide one: catalog, pages, annotations, outline, names.

import { outlineItems } from '../check-links.ts'
import { nameTree } from '../name-tree.ts'
import type { PdfFile, PdfPage } from '../pdf-file.ts'
import { isDict, type PdfDict, type PdfValue } from '../pdf-syntax.ts'

export interface FoundAction {
  /** `S` of the action, such as JavaScript. */
  readonly type: string
  /** Triggered by an event (`AA`) rather than by a click. */
  readonly isAdditional: boolean
  readonly where: string
  readonly page?: number
}

/** Every action, those that follow another one, too. */
export function actionsOf(file: PdfFile, pages: readonly PdfPage[]): FoundAction[] {
  const { catalog } = file
  const found: FoundAction[] = []
  const add = (value: PdfValue | undefined, where: string, page?: number, isAdditional = false): void => {
    for (const type of chain(file, value))
      found.push({ type, where, isAdditional, ...(page !== undefined && { page }) })
  }
  const addAll = (holder: PdfDict, where: string, page?: number): void => {
    for (const value of file.dict(holder.get('AA')).values()) add(value, where, page, true)
  }
  if (isDict(file.resolve(catalog.get('OpenAction')))) add(catalog.get('OpenAction'), 'OpenAction')
  addAll(catalog, 'Catalog')
  for (const [name, value] of nameTree(file, file.dict(catalog.get('Names')).get('JavaScript')))
    add(value, `JavaScript ${name}`)
  for (const item of outlineItems(file)) add(item.get('A'), 'Outline')
  for (const [i, { dict }] of pages.entries()) {
    addAll(dict, 'Page', i + 1)
    for (const value of file.array(dict.get('Annots'))) {
      const annotation = file.dict(value)
      add(annotation.get('A'), 'Annot', i + 1)
      addAll(annotation, 'Annot', i + 1)
    }
  }
  return found
}

const LONGEST_CHAIN = 50

/** An action and what `Next` says comes after it. */
function chain(file: PdfFile, value: PdfValue | undefined): string[] {
  const types: string[] = []
  const queue = [value]
  for (let at = queue.shift(); at !== undefined && types.length < LONGEST_CHAIN; at = queue.shift()) {
    const action = file.dict(at)
    if (action.size === 0) continue
    types.push(file.name(action.get('S')) ?? '?')
    const next = action.get('Next')
    queue.push(...(isDict(file.resolve(next)) ? [next] : file.array(next)))
  }
  return types
}
