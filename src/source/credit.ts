// `credits` of a chapter or an entry → `Credit[]`. In: the map that has the key. Out: who did what; a credit that
// names nobody is an error, because it would print as a bare `（供稿）`. How a list prints is in credit-text.ts.

import { type Diagnostic, error, type Span, warning } from '../core/index.ts'
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
    return [creditOf(node, texts, problems, { printed: true, entry })]
  })
}

function creditOf(node: MapNode, texts: Texts, problems: Problems, use: Use): Credit {
  const said: { role?: string; unit?: string; printed?: string } = {}
  for (const key of ['role', 'unit'] as const) {
    const text = texts.string(valueAt(node, key), use)
    if (text !== '') said[key] = text
  }
  const printed = printedOf(valueAt(node, 'printed'), texts, problems, use)
  if (printed !== '') said.printed = printed
  const names = itemsOf(valueAt(node, 'names')).map((name) => texts.string(name, use))
  return { ...said, names: names.filter((name) => name !== ''), span: node.span }
}

/** The parentheses are printed anyway: a pair around the whole wording is taken off, so that none is doubled. */
function printedOf(node: Node | undefined, texts: Texts, problems: Problems, use: Use): string {
  const found = texts.line(node, use)
  if (found === undefined) return ''
  const { text } = found
  if (!isBracketed(text)) return text
  const message = {
    en: `\`printed\` \`${text}\` has parentheses of its own`,
    zh: `\`printed\` 的 \`${text}\` 自带括号`,
  }
  const hint = {
    en: 'write the bare wording; the parentheses are printed anyway',
    zh: '只写括号里的文字即可，排印时自动加（）',
  }
  const entry = use.entry === undefined ? {} : { entry: use.entry }
  problems.add(warning('heading-brackets', message, { span: found.spanOf(), hints: [hint], ...entry }))
  return text.slice(1, -1).replace(EDGES, '')
}

const EDGES = /^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g

/** Whether the first parenthesis closes at the very end: （甲（乙）） and not （甲）（乙）. */
function isBracketed(text: string): boolean {
  if (!/^[（(].*[）)]$/s.test(text)) return false
  let open = 0
  for (let i = 0; i < text.length - 1; i++) {
    if (/[（(]/.test(text[i] ?? '')) open++
    else if (/[）)]/.test(text[i] ?? '')) open--
    if (open === 0) return false
  }
  return open === 1
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
  node.kind === 'scalar' && typeof node.value === 'string' && /^\s*(?:[（(]\s*[）)]\s*)?$/.test(node.value)

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
