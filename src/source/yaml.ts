// YAML text → a tree of values with spans. The only file that calls the yaml parser. Aliases are refused rather than
// followed, so a file cannot grow while it is read; what keys a file may hold is for the shapes to say.

import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type YAMLMap,
} from 'yaml'
import { error, LineIndex, type SourceFile, type Span } from '../core/index.ts'
import type { Problems } from './problems.ts'
import type { ScalarStyle } from './scalar-lines.ts'
import { controlCharacter } from './text-checks.ts'
import type { Field, ListNode, MapNode, Node, ScalarNode } from './tree.ts'
import {
  aliasUsed,
  anchorUsed,
  closesNothing,
  nestedTooDeep,
  severalDocuments,
  syntaxFault,
  tagUsed,
} from './yaml-faults.ts'
import { type Survey, survey } from './yaml-survey.ts'

/** The tree of the first document, or undefined when there is nothing but comments; problems go to `problems`. */
export function parseYaml(source: SourceFile, problems: Problems): Node | undefined {
  checkControls(source, problems)
  const { tokens, tooDeep, unclosed, tags } = survey(source.text)
  if (tooDeep !== undefined) {
    problems.add(nestedTooDeep(spanOn(source, tooDeep, tooDeep + 1)))
    return undefined
  }
  const composer = new Composer({
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    schema: 'core',
  })
  const documents = [...composer.compose(tokens, true, source.text.length)]
  const [document, second] = documents
  if (document === undefined) return undefined
  reportFaults(document, { unclosed, tags }, source, problems)
  if (second !== undefined) problems.add(severalDocuments(spanOn(source, ...rangeOf(second))))
  return isCollection(document.contents) || isScalar(document.contents) || isAlias(document.contents)
    ? new Converter(source, problems).node(document.contents)
    : undefined
}

/** One slip draws several complaints from the parser, and a tag may hide a text: the first of a line is enough. */
function reportFaults(
  document: Document,
  { unclosed, tags }: Pick<Survey, 'unclosed' | 'tags'>,
  source: SourceFile,
  problems: Problems,
): void {
  if (document.errors.length === 0 && tags.length === 0) return
  const index = new LineIndex(source.text)
  const lines = new Set<number>()
  const isFirstAt = (offset: number): boolean => {
    const line = index.lineAt(offset)
    return !lines.has(line) && lines.add(line).has(line)
  }
  for (const tag of tags) {
    const span = spanOn(source, tag.offset, tag.offset + tag.source.length)
    if (isFirstAt(tag.offset)) problems.add(tagUsed(tag.source, span))
  }
  for (const { code, pos, message } of document.errors) {
    // A missing anchor is told with the alias itself.
    if (code === 'BAD_ALIAS') continue
    const opened = closesNothing(message) ? unclosed.findLast((at) => at <= pos[0]) : undefined
    if (!isFirstAt(opened ?? pos[0])) continue
    const span = opened === undefined ? spanOn(source, ...pos) : spanOn(source, opened, opened + 1)
    problems.add(syntaxFault(code, message, source, span))
    // After a quote that never closes nothing is what it seems.
    if (opened !== undefined) break
  }
}

/** Controls that may stand nowhere in a file, not even in a comment; a tab and a line end may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/g

/** A file with more of them is no text; what is told of it need not be complete. */
const MOST_CONTROLS = 1000

function checkControls(source: SourceFile, problems: Problems): void {
  let count = 0
  for (const { 0: found, index } of source.text.matchAll(FORBIDDEN)) {
    problems.add(controlCharacter(found, { span: { file: source.path, start: index, end: index + 1 } }))
    count++
    if (count === MOST_CONTROLS) return
  }
}

const rangeOf = (node: { range?: readonly number[] | null | undefined }): [start: number, end: number] => [
  node.range?.[0] ?? 0,
  node.range?.[1] ?? 0,
]

/** A span that ends with its line where it would run over several. */
function spanOn({ path, text }: SourceFile, start: number, end: number): Span {
  const from = Math.min(start, text.length)
  const to = Math.max(from, Math.min(end, text.length))
  const lineEnd = text.slice(from, to).indexOf('\n')
  return { file: path, start: from, end: lineEnd < 0 ? to : from + lineEnd }
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  [Scalar.PLAIN]: 'plain',
  [Scalar.QUOTE_SINGLE]: 'single',
  [Scalar.QUOTE_DOUBLE]: 'double',
  [Scalar.BLOCK_LITERAL]: 'block',
  [Scalar.BLOCK_FOLDED]: 'block',
}

/** Turns the parser's nodes into ours and reports anchors, aliases and doubled keys on the way. */
class Converter {
  readonly #source: SourceFile
  readonly #problems: Problems

  constructor(source: SourceFile, problems: Problems) {
    this.#source = source
    this.#problems = problems
  }

  node(node: unknown): Node {
    if (isAlias(node)) {
      this.#problems.add(aliasUsed(node.source, this.#span(node)))
      return this.#asWritten(this.#span(node))
    }
    if (isScalar(node) || isCollection(node)) this.#anchor(node)
    if (isMap(node)) return this.#map(node)
    if (isSeq(node)) {
      const list: ListNode = {
        kind: 'list',
        span: this.#span(node),
        items: node.items.map((i) => this.node(i)),
      }
      return list
    }
    return isScalar(node) ? this.#scalar(node) : this.#nothing({ file: this.#source.path, start: 0, end: 0 })
  }

  #span(node: { range?: readonly number[] | null | undefined }): Span {
    const [start, end] = rangeOf(node)
    return { file: this.#source.path, start, end }
  }

  #nothing(span: Span): ScalarNode {
    return { kind: 'scalar', span, value: null }
  }

  /** An alias stands for its own wording, lest its absence be reported too. */
  #asWritten(span: Span): ScalarNode {
    const place = { source: this.#source, style: 'plain', ...span } as const
    return { kind: 'scalar', span, value: this.#written(span), place }
  }

  #scalar(node: Scalar): ScalarNode {
    const span = this.#span(node)
    const { value } = node
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    const style = STYLES[node.type ?? Scalar.PLAIN] ?? 'plain'
    const place = { source: this.#source, style, start: span.start, end: span.end }
    return { kind: 'scalar', span, value: known ? value : null, place }
  }

  #map(node: YAMLMap): MapNode {
    const fields = new Map<string, Field>()
    for (const { key, value } of node.items) {
      const keyNode = this.node(key)
      const keySpan = spanOn(this.#source, keyNode.span.start, keyNode.span.end)
      const name = isScalar(key) ? String(key.source ?? key.value) : this.#written(keySpan)
      const first = fields.get(name)
      const child = value === null ? this.#nothing({ ...keySpan, start: keySpan.end }) : this.node(value)
      if (first === undefined) fields.set(name, { keySpan, value: child })
      else this.#problems.add(doubledKey(name, keySpan, first.keySpan))
    }
    return { kind: 'map', span: this.#span(node), fields }
  }

  #written({ start, end }: Span): string {
    return this.#source.text.slice(start, end)
  }

  #anchor(node: { anchor?: string | undefined; range?: readonly number[] | null | undefined }): void {
    if (node.anchor === undefined) return
    const start = Math.max(0, this.#source.text.lastIndexOf(`&${node.anchor}`, rangeOf(node)[0]))
    const span = { file: this.#source.path, start, end: start + node.anchor.length + 1 }
    this.#problems.add(anchorUsed(node.anchor, span))
  }
}

const doubledKey = (name: string, span: Span, first: Span) =>
  error(
    'duplicate-key',
    { en: `\`${name}\` is given twice`, zh: `\`${name}\` 写了两次` },
    { span, hints: [{ en: 'it stands here before', zh: '前面已经写在这里', span: first }] },
  )
