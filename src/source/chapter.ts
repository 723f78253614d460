// A chapter file → a `Chapter`. In: the path and the door to the files. Out: the chapter, or all that is wrong with it
// in one report. Entries and credits have files of their own.

import {
  type Diagnostic,
  error,
  type Files,
  hasErrors,
  type Reported,
  type Span,
  warning,
} from '../core/index.ts'
import { chapterSchema } from './chapter-schema.ts'
import { readCredits } from './credit.ts'
import { Ids, readEntry } from './entry.ts'
import { type Loaded, loadYaml } from './load.ts'
import type { Chapter, Entry, Provenance } from './manuscript.ts'
import { checkShape, keySpan } from './shape.ts'
import { Texts } from './texts.ts'
import { itemsOf, type MapNode, type Node, valueAt } from './tree.ts'

/**
 * Reads one chapter by itself; its entries are `1-1`, `1-2` … unless they have ids. The value is undefined when there
 * are errors.
 */
export function readChapter(path: string, files: Files): Reported<Chapter | undefined> {
  return readChapterOf(path, files, { number: 1, ids: new Ids() })
}

/** Where a chapter stands in its book. */
export interface ChapterPlace {
  /** From 1, through all parts. */
  readonly number: number
  /** The ids the book has so far. */
  readonly ids: Ids
  /** Where the book names the file. */
  readonly named?: Span
}

/** Reads a chapter of a book. */
export function readChapterOf(
  path: string,
  files: Files,
  place: ChapterPlace,
): Reported<Chapter | undefined> {
  const { value: loaded, diagnostics } = loadYaml(path, files, place.named)
  return loaded === undefined ? { value: undefined, diagnostics } : chapterFrom(loaded, place)
}

/** The chapter in a parsed file. */
export function chapterFrom(loaded: Loaded, place: ChapterPlace): Reported<Chapter | undefined> {
  const { root, problems } = loaded
  problems.addAll(checkShape(root, chapterSchema))
  const chapter = root.kind === 'map' ? chapterOf(root, loaded, place) : undefined
  const diagnostics = problems.settled()
  return { value: hasErrors(diagnostics) ? undefined : chapter, diagnostics }
}

function chapterOf(root: MapNode, { source, problems }: Loaded, place: ChapterPlace): Chapter | undefined {
  const texts = new Texts(problems)
  const title = texts.title(valueAt(root, 'title'))
  const sections = itemsOf(valueAt(root, 'sections'))
  const entries = sections.flatMap((node, i) =>
    node.kind === 'map'
      ? [readEntry(node, { usualId: `${place.number}-${i + 1}`, ids: place.ids, texts, problems })]
      : [],
  )
  const credits = readCredits(root, texts, problems)
  const provenance = readProvenance(valueAt(root, 'source'), texts)
  problems.addAll([...repeatedHeadings(entries), ...emptyTitle(root), ...noEntries(root)])
  if (title === undefined) return undefined
  return { file: source.path, title, entries, credits, ...(provenance === undefined ? {} : { provenance }) }
}

/** A title that is there but has no text in it. */
export function emptyTitle(root: Node): readonly Diagnostic[] {
  const title = valueAt(root, 'title')
  if (title?.kind !== 'scalar' || String(title.value).trim() !== '') return []
  return [error('missing-key', { en: '`title` has no text', zh: '`title` 没有文字' }, { span: title.span })]
}

function noEntries(root: MapNode): readonly Diagnostic[] {
  const sections = valueAt(root, 'sections')
  if (sections?.kind !== 'list' || sections.items.length > 0) return []
  const message = { en: 'the chapter has no entries', zh: '这一章没有条目' }
  return [error('entry-empty', message, { span: keySpan(root, ['sections']) })]
}

function readProvenance(node: Node | undefined, texts: Texts): Provenance | undefined {
  if (node?.kind !== 'map') return undefined
  const provenance: { -readonly [K in keyof Provenance]: Provenance[K] } = {}
  for (const key of ['url', 'title', 'note'] as const) {
    const text = texts.string(valueAt(node, key), { printed: false })
    if (text !== '') provenance[key] = text
  }
  return provenance
}

/** Headings are unique within a chapter (yearbook.md 3); a repeated one is often an entry pasted twice. */
function repeatedHeadings(entries: readonly Entry[]): readonly Diagnostic[] {
  const first = new Map<string, Span>()
  return entries.flatMap(({ heading }) => {
    if (heading === undefined) return []
    const before = first.get(heading.text)
    if (before === undefined) {
      first.set(heading.text, heading.spanOf())
      return []
    }
    const message = { en: `heading \`${heading.text}\` again`, zh: `标题 \`${heading.text}\` 重复` }
    const hints = [{ en: 'it stands here before', zh: '前面已有', span: before }]
    return [warning('heading-repeated', message, { span: heading.spanOf(), entry: heading.text, hints })]
  })
}
