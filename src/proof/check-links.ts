// Links, outline items and the opening view: each leads to a page of this file or to an address (ISO 32000-1 §12.3,
// §12.5.6.5, §12.6). The outline's titles and order are for the check of the outline.

import type { Evidence } from './evidence.ts'
import { nameTree } from './name-tree.ts'
import type { PdfFile } from './pdf-file.ts'
import { isArray, isDict, isName, isRef, isString, type PdfDict, type PdfValue } from './pdf-syntax.ts'
import { type Check, counted, type Finding, found, judged } from './report.ts'

export function checkLinks({ file, pages }: Evidence): Check {
  const targets = new Targets(
    file,
    pages.map(({ id }) => id),
  )
  const links = pages.flatMap(({ dict }, i) =>
    file
      .array(dict.get('Annots'))
      .map((value) => file.dict(value))
      .filter((annotation) => file.name(annotation.get('Subtype')) === 'Link')
      .map((link) => ({ link, page: i + 1 })),
  )
  const items = outlineItems(file)
  const opening = file.catalog.get('OpenAction')
  const findings: Finding[] = [
    ...links.flatMap(({ link, page }) => targets.faultsOf(link, { en: 'a link', zh: '链接' }, page)),
    ...items.flatMap((item) => {
      const title = file.string(item.get('Title')) ?? ''
      return targets.faultsOf(item, { en: `outline \`${title}\``, zh: `书签“${title}”` })
    }),
    ...(opening === undefined
      ? []
      : targets.faultsOf(openingOf(file, opening), { en: 'the opening view', zh: '打开时的视图' })),
  ]
  return judged('links', findings, {
    en: `${counted(links.length, 'link')}, ${counted(items.length, 'outline entry', 'outline entries')}, all lead to pages`,
    zh: `${links.length}个链接、${items.length}条书签，均有目标页`,
  })
}

/** OpenAction is a destination or an action (§12.3.2, table 28). */
const openingOf = (file: PdfFile, value: PdfValue): PdfDict =>
  isDict(file.resolve(value)) ? new Map([['A', value]]) : new Map([['Dest', value]])

/** Every item of the outline, first to last, each once. */
export function outlineItems(file: PdfFile): PdfDict[] {
  const items: PdfDict[] = []
  const seen = new Set<number>()
  const visit = (first: PdfValue | undefined): void => {
    for (let at = first; isRef(at) && !seen.has(at.ref); ) {
      seen.add(at.ref)
      const item = file.dict(at)
      items.push(item)
      visit(item.get('First'))
      at = item.get('Next')
    }
  }
  visit(file.dict(file.catalog.get('Outlines')).get('First'))
  return items
}

class Targets {
  readonly #file: PdfFile
  readonly #pages: ReadonlySet<number>
  readonly #names: ReadonlyMap<string, PdfValue>

  constructor(file: PdfFile, pages: readonly number[]) {
    this.#file = file
    this.#pages = new Set(pages)
    const old = file.dict(file.catalog.get('Dests'))
    this.#names = new Map([...old, ...nameTree(file, file.dict(file.catalog.get('Names')).get('Dests'))])
  }

  /** What is wrong with where an item leads. */
  faultsOf(item: PdfDict, what: { en: string; zh: string }, page?: number): Finding[] {
    const action = this.#file.dict(item.get('A'))
    const type = this.#file.name(action.get('S'))
    if (type === 'URI')
      return this.#file.string(action.get('URI'))
        ? []
        : [found(`${what.en}: no address`, `${what.zh}没有地址`, page)]
    if (type === 'GoToR' || type === 'Named') return []
    if (type !== undefined && type !== 'GoTo')
      return [found(`${what.en} runs an action: \`${type}\``, `${what.zh}会执行动作 \`${type}\``, page)]
    const destination = type === 'GoTo' ? action.get('D') : item.get('Dest')
    return this.#isPage(destination)
      ? []
      : [found(`${what.en} leads to no page`, `${what.zh}没有有效的目标页`, page)]
  }

  #isPage(destination: PdfValue | undefined): boolean {
    const found = this.#file.resolve(destination)
    if (isArray(found)) {
      const [page] = found
      return isRef(page) && this.#pages.has(page.ref)
    }
    if (isDict(found)) return this.#isPage(found.get('D'))
    const name = isName(found) ? found.name : isString(found) ? found.bytes : undefined
    const named = name === undefined ? undefined : this.#names.get(name)
    return named !== undefined && !isName(named) && !isString(named) && this.#isPage(named)
  }
}
