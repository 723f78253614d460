// Whether a file has the keys and kinds of values its schema asks for. In: a tree and a zod schema. Out: diagnostics
// at the keys and values concerned. What the values mean is checked by those who read them.

import { z } from 'zod'
import {
  type Diagnostic,
  type DiagnosticCode,
  error,
  type Hint,
  type Span,
  type Text,
} from '../core/index.ts'
import { afterHan, described, quoted } from './described.ts'
import { nearest } from './nearest.ts'
import { keysOf, schemaAt, termOf } from './terms.ts'
import { isEndless, isNothing, type ListNode, type Node, nodeAt, plainOf, type ScalarNode } from './tree.ts'
import { keyHint, QUOTE_MARKUP } from './yaml-faults.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Problems of shape; `outOfRange` is the code for numbers beyond their bounds. */
export function checkShape(
  root: Node,
  schema: z.ZodType,
  outOfRange: DiagnosticCode = 'bad-value',
): readonly Diagnostic[] {
  const { error: failure } = schema.safeParse(plainOf(root))
  return (failure?.issues ?? [])
    .flatMap((issue) => innermost(issue, [], { root, schema }))
    .flatMap(({ issue, path }) => diagnosticsOf({ root, schema, outOfRange, issue, path }))
}

interface Found {
  readonly root: Node
  readonly schema: z.ZodType
  readonly outOfRange: DiagnosticCode
  readonly issue: Issue
  readonly path: Path
}

interface Placed {
  readonly issue: Issue
  readonly path: Path
}

/** Of the ways a union failed those of the kind that stands there: faults inside a list are told, not that it is no text. */
function innermost(issue: Issue, outer: Path, file: Pick<Found, 'root' | 'schema'>): readonly Placed[] {
  const path = [...outer, ...issue.path]
  if (issue.code !== 'invalid_union' || isStrange(path, file)) return [{ issue, path }]
  const ofKind = issue.errors.find((issues) => !issues.some(isOfOtherKind))
  return ofKind === undefined ? [{ issue, path }] : ofKind.flatMap((inner) => innermost(inner, path, file))
}

/** Whether an issue says that the value is of another kind, such as text for a list. */
const isOfOtherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union')

/** Whether a map was hardly meant as one: it has none of the keys there could be, nor anything like them. */
function isStrange(path: Path, { root, schema }: Pick<Found, 'root' | 'schema'>): boolean {
  const node = nodeAt(root, path)
  if (node?.kind !== 'map' || node.fields.size === 0) return false
  const keys = keysOf(schemaAt(schema, path))
  return ![...node.fields.keys()].some((key) => keys.includes(key) || nearest(key, keys) !== undefined)
}

function diagnosticsOf(found: Found): readonly Diagnostic[] {
  const { issue, root, path, schema } = found
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(root, schema, path, key))
  const node = nodeAt(root, path)
  if (node === undefined || isEmptyField(root, path)) {
    return isMisspelt(root, schema, path) ? [] : [missingKey(root, schema, path)]
  }
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return [outOfBounds(found, node)]
    case 'invalid_value':
    case 'invalid_format':
      return [badValue(found, node)]
    default:
      return [
        node.kind === 'scalar' && isEndless(node.value) ? noNumber(found, node) : wrongType(found, node),
      ]
  }
}

/** A key without a value (`title:`) reads as missing. */
function isEmptyField(root: Node, path: Path): boolean {
  const node = nodeAt(root, path)
  return typeof path.at(-1) === 'string' && node?.kind === 'scalar' && node.value === null
}

const THING: Text = { en: 'this map', zh: '这里' }
const listed = (keys: readonly string[]): string => keys.join(', ')

function unknownKey(root: Node, schema: z.ZodType, path: Path, key: string): Diagnostic {
  const holder = nodeAt(root, path)
  const shape = schemaAt(schema, path)
  const thing = (shape && termOf(shape)) ?? THING
  const keys = keysOf(shape)
  const meant = nearest(key, keys)
  const message = { en: `unknown key \`${key}\` in ${thing.en}`, zh: `${thing.zh}里没有 \`${key}\` 这个键` }
  const hint = {
    en: `${meant === undefined ? '' : `did you mean \`${meant}\`? `}keys of ${thing.en} are ${listed(keys)}`,
    zh: `${meant === undefined ? '' : `是不是 \`${meant}\`？`}${thing.zh}的键有：${listed(keys)}`,
  }
  const span = (holder?.kind === 'map' ? holder.fields.get(key)?.keySpan : undefined) ?? keySpan(root, path)
  return error('unknown-key', message, { span, hints: [hint] })
}

/** Keys that must be there in the end, told as missing unless they stand there misspelt. */
export function checkPresence(root: Node, schema: z.ZodType, paths: readonly Path[]): readonly Diagnostic[] {
  return paths
    .filter((path) => isNothing(nodeAt(root, path)) && !isMisspelt(root, schema, path))
    .map((path) => missingKey(root, schema, path))
}

/** Whether a missing key stands there under a wrong spelling, which is reported as an unknown key. */
function isMisspelt(root: Node, schema: z.ZodType, path: Path): boolean {
  const key = String(path.at(-1))
  const holder = nodeAt(root, path.slice(0, -1))
  if (holder?.kind !== 'map' || holder.fields.has(key)) return false
  const keys = keysOf(schemaAt(schema, path.slice(0, -1)))
  return [...holder.fields.keys()].some((name) => !keys.includes(name) && nearest(name, keys) === key)
}

/** Where a missing key is told: at the key itself when it stands there empty, else at its holder's name. */
function missingKey(root: Node, schema: z.ZodType, path: Path): Diagnostic {
  const key = String(path.at(-1))
  const holder = nodeAt(root, path.slice(0, -1))
  const field = holder?.kind === 'map' ? holder.fields.get(key) : undefined
  const shape = schemaAt(schema, path.slice(0, -1))
  const thing = (shape && termOf(shape)) ?? THING
  const message =
    field === undefined
      ? { en: `\`${key}\` is missing in ${thing.en}`, zh: `${thing.zh}缺少 \`${key}\`` }
      : { en: `\`${key}\` has no value`, zh: `\`${key}\` 没有内容` }
  return error('missing-key', message, { span: field?.keySpan ?? keySpan(root, path.slice(0, -1)) })
}

/** The name of what stands at `path`: its key, else the first key in it, else its beginning. */
export function keySpan(root: Node, path: Path): Span {
  const last = path.at(-1)
  const holder = nodeAt(root, path.slice(0, -1))
  if (typeof last === 'string' && holder?.kind === 'map') {
    const own = holder.fields.get(last)?.keySpan
    if (own !== undefined) return own
  }
  const node = nodeAt(root, path)
  const first = node?.kind === 'map' ? [...node.fields.values()][0]?.keySpan : undefined
  return first ?? { file: root.span.file, start: node?.span.start ?? 0, end: node?.span.start ?? 0 }
}

/** `` `names` `` or `` item 2 of `names` ``. */
function nameOfPath(path: Path): Text {
  const last = path.at(-1)
  if (last === undefined) return { en: 'the file', zh: '文件' }
  if (typeof last !== 'number') return { en: `\`${String(last)}\``, zh: `\`${String(last)}\` ` }
  const holder = nameOfPath(path.slice(0, -1))
  return { en: `item ${last + 1} of ${holder.en}`, zh: `${holder.zh}的第 ${last + 1} 项` }
}

/** The span of a value; a list or map is pointed at where it begins, a block of text by its name. */
function valueSpan({ root, path }: Found, node: Node): Span {
  if (node.kind !== 'scalar') return { ...node.span, end: node.span.start + 1 }
  return node.value === null || node.place?.style === 'block' ? keySpan(root, path) : node.span
}

function wrongType(found: Found, node: Node): Diagnostic {
  const shape = schemaAt(found.schema, found.path)
  const wanted = (shape && termOf(shape)) ?? { en: 'something else', zh: '别的内容' }
  const name = nameOfPath(found.path)
  const here = described(node)
  const message = {
    en: `${name.en} must be ${wanted.en}, here is ${here.en}`,
    zh: `${name.zh}应当是${afterHan(wanted.zh)}，这里是${afterHan(here.zh)}`,
  }
  return error('wrong-type', message, { span: valueSpan(found, node), hints: typeHints(found, node, wanted) })
}

/** What YAML makes of `{着重|甲}`: a key without a value. */
const OPENS_MARKUP = /^\p{L}{1,12}(?::.*)?\|/u

const QUOTE_TEXT: Hint = {
  en: "a text with `: ` in it or `{` before it must be in quotes: '…'",
  zh: "文字里有 `: `、或以 { 开头时要加引号：'…'",
}

function typeHints({ schema, path }: Found, node: Node, wanted: Text): readonly Hint[] {
  if (node.kind === 'list' && wanted.en === 'text')
    return [{ en: "a text that begins with [ must be in quotes: '[…'", zh: "以 [ 开头的文字要加引号：'[…'" }]
  const shape = schemaAt(schema, path)
  if (shape instanceof z.ZodObject && path.length > 0) {
    const keys = listed(keysOf(shape))
    return [{ en: `keys of ${wanted.en} are ${keys}`, zh: `${wanted.zh}的键有：${keys}` }]
  }
  if (node.kind === 'list') return bracketHint(node, path)
  if (node.kind === 'map' && wanted.en.startsWith('text')) {
    return [...node.fields.keys()].some((key) => OPENS_MARKUP.test(key)) ? [QUOTE_MARKUP] : [QUOTE_TEXT]
  }
  if (node.kind !== 'scalar' || node.value === null) return []
  if (wanted.en.endsWith('list'))
    return [{ en: `write \`[${node.value}]\``, zh: `请写成 \`[${node.value}]\`` }]
  if (wanted.en.includes('number') && typeof node.value === 'string' && /^\d+$/.test(node.value))
    return [{ en: 'write the number without quotes', zh: '数字不要加引号' }]
  const slip = typeof node.value === 'string' ? keyHint(node.value) : undefined
  return slip === undefined ? [] : [slip]
}

/** A list of one value where the value itself is wanted. */
function bracketHint({ items }: ListNode, path: Path): readonly Hint[] {
  const [only, second] = items
  if (only?.kind !== 'scalar' || only.value === null || second !== undefined) return []
  const key = path.at(-1)
  const written = typeof key === 'string' ? `${key}: ${only.value}` : String(only.value)
  return [{ en: `without brackets: \`${written}\``, zh: `不要方括号：\`${written}\`` }]
}

function badValue(found: Found, node: Node): Diagnostic {
  if (node.kind !== 'scalar') return wrongType(found, node)
  if (isEndless(node.value)) return noNumber(found, node)
  const shape = schemaAt(found.schema, found.path)
  const wanted = (shape && termOf(shape)) ?? { en: 'something else', zh: '别的内容' }
  const name = nameOfPath(found.path)
  const value = String(node.value)
  const here = quoted(node)
  const words = found.issue.code === 'invalid_value' ? found.issue.values.map(String) : []
  const meant = nearest(value, words)
  const message = { en: `${name.en} cannot be ${here.en}`, zh: `${name.zh}不能是${here.zh}` }
  const hint = {
    en: `${meant === undefined ? '' : `did you mean \`${meant}\`? `}it is ${wanted.en}`,
    zh: `${meant === undefined ? '' : `是不是 \`${meant}\`？`}应当是${afterHan(wanted.zh)}`,
  }
  return error('bad-value', message, { span: valueSpan(found, node), hints: [hint] })
}

/** `.inf` or `.nan`: a slip where a number is wanted, a text without its quotes elsewhere. */
function noNumber(found: Found, node: ScalarNode): Diagnostic {
  const name = nameOfPath(found.path)
  const written = node.place?.source.text.slice(node.span.start, node.span.end) ?? String(node.value)
  const message = { en: `${name.en} cannot be \`${written}\``, zh: `${name.zh}不能是 \`${written}\`` }
  const shape = schemaAt(found.schema, found.path)
  const wanted = shape && termOf(shape)
  const quoted = { en: `for the text itself write '${written}'`, zh: `若是文字，请加引号：'${written}'` }
  const hint = wanted && { en: `it is ${wanted.en}`, zh: `应当是${afterHan(wanted.zh)}` }
  const hints = wanted?.en === 'text' ? [quoted] : hint === undefined ? [] : [hint]
  return error('bad-value', message, { span: node.span, hints })
}

function outOfBounds(found: Found, node: Node): Diagnostic {
  const { issue } = found
  const name = nameOfPath(found.path)
  if (node.kind !== 'scalar') {
    const message = { en: `${name.en} has no items`, zh: `${name.zh}里一项也没有` }
    return error('bad-value', message, { span: valueSpan(found, node) })
  }
  const bound =
    issue.code === 'too_small'
      ? { en: `at least ${issue.minimum}`, zh: `至少是 ${issue.minimum}` }
      : issue.code === 'too_big'
        ? { en: `at most ${issue.maximum}`, zh: `至多是 ${issue.maximum}` }
        : { en: 'different', zh: '别的值' }
  const message = {
    en: `${name.en} is ${node.value}, but must be ${bound.en}`,
    zh: `${name.zh}是 ${node.value}，应当${bound.zh}`,
  }
  return error(found.outOfRange, message, { span: valueSpan(found, node) })
}
