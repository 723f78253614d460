// A file of another kind than was asked for: a raw text or a layout given as a book, a book named as a chapter. In: what
// is wrong with the files that were read. Out: the same, but one diagnostic with a way out in place of a screenful about
// every key of such a file. Files that are of the right kind are not judged here.

import { type Diagnostic, error, type Files, type Hint, hasErrors, type Text } from '../core/index.ts'
import { decodeText } from '../source/index.ts'

/** What a file was asked to be. `manuscript`: a book or a chapter. */
export type Asked = 'manuscript' | 'chapter' | 'layout'

type Kind = 'book' | 'chapter' | 'layout' | 'log' | 'raw'

const NAMES: Readonly<Record<Kind, Text>> = {
  book: { en: 'a book', zh: '书' },
  chapter: { en: 'a chapter', zh: '章' },
  layout: { en: 'a layout', zh: '版式' },
  log: { en: 'the log of an import', zh: '导入时的改动记录' },
  raw: { en: 'plain text', zh: '纯文本' },
}
const ASKED: Readonly<Record<Asked, Text>> = {
  manuscript: { en: 'a book or a chapter', zh: '书或章' },
  chapter: { en: 'a chapter', zh: '章' },
  layout: { en: 'a layout', zh: '版式' },
}

/** `path` is the file that was asked for; what it names besides are chapters, or layouts it extends. */
export function explained(
  diagnostics: readonly Diagnostic[],
  path: string,
  asked: Asked,
  files: Files,
): readonly Diagnostic[] {
  const wrong = new Map<string, Diagnostic>()
  for (const file of new Set(diagnostics.flatMap(({ span }) => span?.file ?? []))) {
    const own = diagnostics.filter(({ span }) => span?.file === file)
    const wanted = asked === 'manuscript' && file !== path ? 'chapter' : asked
    const kind = hasErrors(own) ? kindOf(file, files) : undefined
    if (kind !== undefined && !serves(kind, wanted)) wrong.set(file, wrongKind(file, kind, wanted))
  }
  if (wrong.size === 0) return diagnostics
  const kept = diagnostics.filter(({ span }) => span === undefined || !wrong.has(span.file))
  return [...wrong.values(), ...kept]
}

const serves = (kind: Kind, asked: Asked): boolean =>
  kind === asked || (asked === 'manuscript' && (kind === 'book' || kind === 'chapter'))

/** Keys that only a layout has. */
const OF_LAYOUTS = [
  'trim',
  'type-area',
  'extends',
  'composition',
  'styles',
  'direction',
  'faces',
  'running-head',
]

/** By the keys at the line heads; undefined where they leave it open, or the file cannot be read. */
function kindOf(file: string, files: Files): Kind | undefined {
  const text = textOf(file, files)
  if (text === undefined) return undefined
  const keys = new Set(
    [...text.matchAll(/^["']?([a-z][\w-]*)["']?[ \t]*[:：]/gim)].map(([, key]) => key ?? ''),
  )
  if (keys.has('sections')) return 'chapter'
  if (keys.has('parts')) return 'book'
  if (keys.has('rules') && keys.has('changes')) return 'log'
  if (OF_LAYOUTS.some((key) => keys.has(key))) return 'layout'
  return isProse(file, text, keys) ? 'raw' : undefined
}

/** Chinese without a key of ours; under a name of YAML without anything like a key. */
function isProse(file: string, text: string, keys: ReadonlySet<string>): boolean {
  if (!/\p{Script=Han}/u.test(text) || keys.has('title')) return false
  return (
    !/\.(?:ya?ml|json)$/i.test(file) ||
    (keys.size === 0 && !/^\s*(?:[{[#-]|\p{Script=Han}+[:：])/mu.test(text))
  )
}

function textOf(file: string, files: Files): string | undefined {
  try {
    const bytes = files.read(file)
    return bytes && decodeText(file, bytes).value
  } catch {
    return undefined
  }
}

function wrongKind(file: string, kind: Kind, asked: Asked): Diagnostic {
  const message = {
    en: `\`${file}\` is ${NAMES[kind].en}, not ${ASKED[asked].en}`,
    zh: `\`${file}\` 是${NAMES[kind].zh}，不是${ASKED[asked].zh}`,
  }
  const hint = hintFor(file, kind, asked)
  return error('wrong-type', message, {
    span: { file, start: 0, end: 0 },
    hints: hint === undefined ? [] : [hint],
  })
}

function hintFor(file: string, kind: Kind, asked: Asked): Hint | undefined {
  if (asked === 'layout') return LAYOUT
  if (kind === 'raw')
    return {
      en: `make a chapter of it: \`banxin import ${file}\``,
      zh: `请先整理成章：\`banxin import ${file}\``,
    }
  if (kind === 'log') return { en: 'give the chapter that lies beside it', zh: '请给出旁边的章文件' }
  if (kind === 'layout') return { en: 'layouts are given with `-l`', zh: '版式用 `-l` 给出' }
  return { en: 'list the chapters of that book here instead', zh: '请直接列出那本书的各章' }
}

const LAYOUT: Hint = {
  en: 'give the path of a layout file, or the name of one in layouts/',
  zh: '请写版式文件的路径，或 layouts/ 里的名字',
}
