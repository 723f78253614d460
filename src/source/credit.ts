// `credits` of a chapter or an entry → `Credit[]`. In: the map that has the key. Out: who did what; a credit that
// names nobody is an error, because it would print as a bare `（供稿）`. How a list prints is in credit-text.ts.

import { type Diagnostic, error, type Span } from '../core/index.ts'
import type { Credit } from './manuscript.ts'
import type { Problems } from './problems.ts'
import type { Texts, Use } from './texts.ts'
import { hasOtherKeys, holdsMore, isNothing, itemsOf, type MapNode, type Node, valueAt } from './tree.ts'

/** The credits of `holder`, none when it has no such key; `entry` is the heading they belong to, for messages. */
export function readCredits(
  holder: MapNode,
  texts: Texts,
  problems: Problems,
  entry?: string,
): readonly Credit[] {
  const field = holder.fields.get('credits')
  if (field === undefined) return []
  if (isNothing(field.value)) problems.add(namesNobody(field.keySpan, entry))
  return itemsOf(field.value).flatMap((node) => {
    if (node.kind !== 'map') return []
    problems.addAll(emptiness(node, entry))
    return [creditOf(node, texts, { printed: true, entry })]
  })
}

function creditOf(node: MapNode, texts: Texts, use: Use): Credit {
  const said: { role?: string; unit?: string; printed?: string } = {}
  for (const key of ['role', 'unit', 'printed'] as const) {
    const text = texts.string(valueAt(node, key), use)
    if (text !== '') said[key] = text
  }
  const names = itemsOf(valueAt(node, 'names')).map((name) => texts.string(name, use))
  return { ...said, names: names.filter((name) => name !== ''), span: node.span }
}

const KEYS = ['role', 'names', 'unit', 'printed']

/** Blank names, and credits with nobody in them. What is misspelt or misshapen has been reported already. */
function emptiness(node: MapNode, entry: string | undefined): readonly Diagnostic[] {
  const names = valueAt(node, 'names')
  const blanks = itemsOf(names).filter(isBlank)
  if (blanks.length > 0) return blanks.map((name) => namesNobody(name.span, entry))
  const others = [valueAt(node, 'unit'), valueAt(node, 'printed')]
  const somebody = names?.kind === 'list' ? names.items.length > 0 : names !== undefined
  const misshapen = hasOtherKeys(node, KEYS) || holdsMore(node, 'unit') || holdsMore(node, 'printed')
  if (somebody || misshapen || others.some((other) => other !== undefined && !isBlank(other))) return []
  return [namesNobody([...node.fields.values()][0]?.keySpan ?? node.span, entry)]
}

const isBlank = (node: Node): boolean =>
  node.kind === 'scalar' && typeof node.value === 'string' && node.value.trim() === ''

function namesNobody(span: Span, entry: string | undefined): Diagnostic {
  const hint = {
    en: 'write `- { role: 供稿, names: [刘英杰] }`, or leave `credits` out',
    zh: '请写成 `- { role: 供稿, names: [刘英杰] }`；没有供稿就不写 credits',
  }
  const message = { en: 'the credit names nobody', zh: '供稿没有写明是谁' }
  return error('credit-empty', message, {
    span,
    hints: [hint],
    ...(entry === undefined ? {} : { entry }),
  })
}
