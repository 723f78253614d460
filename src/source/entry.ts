// An item of `sections` → an `Entry`. In: its map. Out: heading, paragraphs and credits with their spans; what is
// empty or doubled is reported. Whether headings repeat is the chapter's question.

import { type Diagnostic, error, type Span, warning } from '../core/index.ts'
import { readCredits } from './credit.ts'
import type { MarkedText } from './inline.ts'
import type { Entry, Paragraph } from './manuscript.ts'
import { readParagraphs } from './paragraph-form.ts'
import type { Problems } from './problems.ts'
import type { Texts } from './texts.ts'
import { hasOtherKeys, holdsMore, itemsOf, type MapNode, type Node, valueAt } from './tree.ts'

/** Letters, digits and `. _ -`: fit for a link target and a file name. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** The ids of a book and where they were given. */
export class Ids {
  readonly #taken = new Map<string, Span>()

  /** Takes an id, or reports that another entry has it. */
  take(id: string, span: Span): readonly Diagnostic[] {
    const before = this.#taken.get(id)
    if (before === undefined) {
      this.#taken.set(id, span)
      return []
    }
    const message = { en: `id \`${id}\` is taken`, zh: `编号 \`${id}\` 已经用过` }
    const hints = [{ en: 'the entry that has it', zh: '已用这个编号的条目', span: before }]
    return [error('bad-value', message, { span, hints })]
  }
}

/** What an entry needs from the chapter it stands in. */
export interface EntryPlace {
  /** Its id unless the manuscript gives one. */
  readonly usualId: string
  readonly ids: Ids
  readonly texts: Texts
  readonly problems: Problems
}

/** Reads one entry. */
export function readEntry(node: MapNode, { usualId, ids, texts, problems }: EntryPlace): Entry {
  const heading = readHeading(node, texts, problems)
  const entry = heading?.text
  const body = readBody(valueAt(node, 'body'), texts, problems, entry)
  const headingForm = formOf(valueAt(node, 'form'))
  const said = { heading, body, headingForm } as const
  problems.addAll(emptiness(node, said))
  const idNode = valueAt(node, 'id')
  const id = readId(idNode, usualId, texts, problems)
  problems.addAll(ids.take(id, idNode?.span ?? heading?.spanOf() ?? beginningOf(node)))
  return {
    id,
    ...(heading === undefined ? {} : { heading }),
    headingForm,
    body,
    credits: readCredits(node, texts, problems, entry),
    span: node.span,
  }
}

/** How a heading stands; the first is the usual. */
export const HEADING_FORMS = ['bracket', 'line', 'cut-in'] as const

const formOf = (node: Node | undefined): Entry['headingForm'] =>
  HEADING_FORMS.find((form) => node?.kind === 'scalar' && form === node.value) ?? 'bracket'

/** Brackets belong to the layout (DESIGN.md 4): a pair around the heading is taken off, so that none is doubled. */
function readHeading(node: MapNode, texts: Texts, problems: Problems): MarkedText | undefined {
  const found = texts.heading(valueAt(node, 'heading'), /^【[^【】]+】$/)
  if (found === undefined) return undefined
  const { text, stripped } = found
  const written = stripped ? `【${text.text}】` : text.text
  if (!stripped && !/[【】]/.test(written)) return text
  const message = {
    en: `heading \`${written}\` has brackets of its own`,
    zh: `标题 \`${written}\` 自带【】`,
  }
  const hint = stripped
    ? { en: 'write the bare title; the brackets are printed anyway', zh: '只写标题即可，排印时自动加【】' }
    : { en: 'the layout prints 【】 around it; leave these out', zh: '排印时会另加【】，请去掉文中的' }
  problems.add(warning('heading-brackets', message, { span: text.spanOf(), entry: text.text, hints: [hint] }))
  return text
}

/** A text, or a list of texts and paragraphs with a form of their own. */
function readBody(
  node: Node | undefined,
  texts: Texts,
  problems: Problems,
  entry: string | undefined,
): readonly Paragraph[] {
  const use = { printed: true, entry }
  if (node?.kind === 'list')
    return itemsOf(node).flatMap((item) => readParagraphs(item, texts, problems, use))
  return node?.kind === 'scalar' ? readParagraphs(node, texts, problems, use) : []
}

function readId(node: Node | undefined, usual: string, texts: Texts, problems: Problems): string {
  if (node === undefined) return usual
  const id = texts.string(node, { printed: false })
  if (ID.test(id)) return id
  problems.add(
    error(
      'bad-value',
      { en: `\`${id}\` cannot be an id`, zh: `\`${id}\` 不能作编号` },
      {
        span: node.span,
        hints: [{ en: 'use letters, digits and . _ -', zh: '请用字母、汉字、数字和 . _ -' }],
      },
    ),
  )
  return usual
}

const KEYS = ['id', 'heading', 'form', 'body', 'credits']

/** An entry without anything is an error; one that lacks its text or its heading may still be on its way. */
function emptiness(
  node: MapNode,
  { heading, body, headingForm }: Pick<Entry, 'body' | 'headingForm'> & { heading: MarkedText | undefined },
): readonly Diagnostic[] {
  // What is misspelt or misshapen has been reported; it is not missing besides.
  if (hasOtherKeys(node, KEYS) || holdsMore(node, 'heading')) return []
  const written = valueAt(node, 'body')
  if (written?.kind === 'map' || itemsOf(written).some((item) => item.kind !== 'scalar')) return []
  const empty = (key: string): boolean => node.fields.has(key)
  if (heading === undefined && body.length === 0) {
    const message = { en: 'the entry has neither heading nor text', zh: '条目既没有标题，也没有正文' }
    return [error('entry-empty', message, { span: beginningOf(node) })]
  }
  if (heading === undefined && empty('heading')) {
    const message = { en: 'the heading is empty', zh: '标题是空的' }
    return [warning('entry-empty', message, { span: fieldSpan(node, 'heading') })]
  }
  if (body.length > 0 || heading === undefined || (headingForm === 'line' && !empty('body'))) return []
  const message = { en: `entry \`${heading.text}\` has no text`, zh: `条目 \`${heading.text}\` 没有正文` }
  const span = empty('body') ? fieldSpan(node, 'body') : heading.spanOf()
  return [warning('entry-empty', message, { span, entry: heading.text })]
}

const fieldSpan = (node: MapNode, key: string): Span => node.fields.get(key)?.keySpan ?? beginningOf(node)

const beginningOf = (node: MapNode): Span => [...node.fields.values()][0]?.keySpan ?? node.span
