// A book file → a `Book` with all its chapters. In: the path and the door to the files. Out: the book, or everything
// that is wrong with it and its chapters, each in its own file. A chapter file becomes a book of one untitled part.

import { type Diagnostic, error, type Files, hasErrors, type Reported } from '../core/index.ts'
import { bookSchema } from './book-schema.ts'
import { chapterFrom, emptyTitle, readChapterOf } from './chapter.ts'
import { Ids } from './entry.ts'
import { type Loaded, loadYaml } from './load.ts'
import type { Book, Chapter, Part } from './manuscript.ts'
import { isAbsolute, leavesFolder, normalPath, resolvePath } from './paths.ts'
import { inOrder } from './problems.ts'
import { checkShape } from './shape.ts'
import { Texts } from './texts.ts'
import { itemsOf, type Node, type ScalarNode, valueAt } from './tree.ts'

/** Keys that only a book has; one of them, without `sections`, makes a file a book. */
const OF_BOOKS = ['volume', 'year', 'creators', 'publisher', 'identifier', 'date', 'first-page', 'layout']

/** Reads a book, or a chapter as a book of one untitled part. The value is undefined when there are errors. */
export function readBook(path: string, files: Files): Reported<Book | undefined> {
  const { value: loaded, diagnostics } = loadYaml(path, files)
  if (loaded === undefined) return { value: undefined, diagnostics }
  return isBook(loaded.root) ? bookFrom(loaded, files) : bookOfChapter(loaded)
}

function isBook(root: Node): boolean {
  if (root.kind !== 'map') return false
  const has = (key: string): boolean => root.fields.has(key)
  return has('parts') || (!has('sections') && OF_BOOKS.some(has))
}

function bookOfChapter(loaded: Loaded): Reported<Book | undefined> {
  const { value: chapter, diagnostics } = chapterFrom(loaded, { number: 1, ids: new Ids() })
  if (chapter === undefined) return { value: undefined, diagnostics }
  const parts = [{ chapters: [chapter] }]
  return { value: { file: loaded.source.path, creators: [], firstPage: 1, parts }, diagnostics }
}

function bookFrom(loaded: Loaded, files: Files): Reported<Book | undefined> {
  const { root, problems, source } = loaded
  problems.addAll(checkShape(root, bookSchema))
  const texts = new Texts(problems)
  const head = headOf(root, texts)
  problems.addAll([...emptyTitle(root), ...checkDate(valueAt(root, 'date'))])
  const { parts, diagnostics } = partsOf(root, texts, files, loaded)
  const all = inOrder([...problems.settled(), ...diagnostics])
  const title = head.title
  if (hasErrors(all) || title === undefined) return { value: undefined, diagnostics: all }
  return { value: { file: source.path, ...head, title, parts }, diagnostics: all }
}

type Head = Omit<Book, 'file' | 'parts'>

function headOf(root: Node, texts: Texts): Head {
  const metadata = { printed: false }
  const number = (key: string): number | undefined => {
    const node = valueAt(root, key)
    return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined
  }
  const string = (key: string): string => texts.string(valueAt(root, key), metadata)
  const creators = itemsOf(valueAt(root, 'creators')).map((node) => texts.string(node, metadata))
  const layout = valueAt(root, 'layout')
  return withoutAbsent({
    title: texts.line(valueAt(root, 'title')),
    volume: texts.string(valueAt(root, 'volume')) || undefined,
    year: number('year'),
    creators: creators.filter((name) => name !== ''),
    publisher: string('publisher') || undefined,
    identifier: string('identifier') || undefined,
    date: string('date') || undefined,
    firstPage: number('first-page') ?? 1,
    layout: layout === undefined ? undefined : { name: texts.string(layout, metadata), span: layout.span },
  })
}

/** The same without the keys whose value is undefined. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
const withoutAbsent = <T extends object>(record: T): Present<T> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Present<T>

/** A date must be a day of the calendar; the schema has seen to its form. */
function checkDate(node: Node | undefined): readonly Diagnostic[] {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return []
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(node.value)
  if (parts === null) return []
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month >= 1 && month <= 12 && day >= 1 && day <= days) return []
  const message = { en: `there is no day \`${node.value}\``, zh: `没有 \`${node.value}\` 这一天` }
  return [error('bad-value', message, { span: node.span })]
}

interface Parts {
  readonly parts: readonly Part[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the parts in order; chapters are numbered through the book. */
function partsOf(root: Node, texts: Texts, files: Files, loaded: Loaded): Parts {
  const parts: Part[] = []
  const diagnostics: Diagnostic[] = []
  const shelf = new Shelf(loaded, files)
  for (const node of itemsOf(valueAt(root, 'parts'))) {
    if (node.kind !== 'map') continue
    const title = texts.title(valueAt(node, 'title'))
    const chapters = itemsOf(valueAt(node, 'chapters')).flatMap((item) => {
      const { value, diagnostics: found } = shelf.chapter(item)
      for (const diagnostic of found) diagnostics.push(diagnostic)
      return value === undefined ? [] : [value]
    })
    parts.push({ ...(title === undefined ? {} : { title }), chapters })
  }
  return { parts, diagnostics }
}

/** Takes the chapters a book names from the files, each once. */
class Shelf {
  readonly #loaded: Loaded
  readonly #files: Files
  readonly #taken = new Map<string, ScalarNode>()
  readonly #ids = new Ids()

  constructor(loaded: Loaded, files: Files) {
    this.#loaded = loaded
    this.#files = files
  }

  /** The chapter named by an item of `chapters`. What is wrong with the name itself goes to the book's problems. */
  chapter(node: Node): Reported<Chapter | undefined> {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return NO_CHAPTER
    const { problems, source } = this.#loaded
    const fault = nameFault(node, node.value) ?? this.#takenBefore(node, node.value)
    if (fault !== undefined) {
      problems.add(fault)
      return NO_CHAPTER
    }
    this.#taken.set(normalPath(node.value), node)
    const place = { number: this.#taken.size, ids: this.#ids, named: node.span }
    return readChapterOf(resolvePath(source.path, node.value), this.#files, place)
  }

  #takenBefore(node: ScalarNode, name: string): Diagnostic | undefined {
    const before = this.#taken.get(normalPath(name))
    if (before === undefined) return undefined
    const message = { en: `chapter \`${name}\` is listed twice`, zh: `\`${name}\` 这一章列了两次` }
    const hint = { en: 'it stands here before', zh: '前面已经列在这里', span: before.span }
    return error('bad-value', message, { span: node.span, hints: [hint] })
  }
}

const NO_CHAPTER: Reported<undefined> = { value: undefined, diagnostics: [] }

/** A chapter lies in the folder of its book: the package that goes to the archive must hold it. */
function nameFault(node: ScalarNode, name: string): Diagnostic | undefined {
  if (!isAbsolute(name) && !leavesFolder(name)) return undefined
  const message = {
    en: `\`${name}\` lies outside the folder of the book`,
    zh: `\`${name}\` 不在书的文件夹里`,
  }
  const hint = {
    en: 'put the chapter beside the book and name it relative to the book file',
    zh: '请把章文件放进书的文件夹，路径从书的文件算起',
  }
  return error('path-outside', message, { span: node.span, hints: [hint] })
}
