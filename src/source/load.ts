// A file by its path, decoded and parsed. In: the path, the door to the files, and who names the file. Out: its text
// and tree, or diagnostics where the author looks for them: at the name when the file is missing, in the file else.

import {
  type Diagnostic,
  error,
  type Files,
  type Reported,
  type SourceFile,
  type Span,
  type Text,
} from '../core/index.ts'
import { decodeText } from './decode.ts'
import { Problems } from './problems.ts'
import type { Node } from './tree.ts'
import { parseYaml } from './yaml.ts'

/** A parsed file on its way to a value; `problems` collects what is found in it. */
export interface Loaded {
  readonly source: SourceFile
  readonly root: Node
  readonly problems: Problems
}

/** Decodes the file at `path`; `named` is the place that names it, absent for the file the user asked for. */
export function loadText(path: string, files: Files, named?: Span): Reported<SourceFile | undefined> {
  const bytes = readBytes(path, files)
  if (bytes === undefined) return failed(missing(path, named))
  if (!(bytes instanceof Uint8Array)) return failed(unreadable(path, bytes.reason, named))
  const { value, diagnostics } = decodeText(path, bytes)
  return { value: value === undefined ? undefined : { path, text: value }, diagnostics }
}

/** Loads and parses a YAML file. Without a tree in `value` the diagnostics say why. */
export function loadYaml(path: string, files: Files, named?: Span): Reported<Loaded | undefined> {
  const { value: source, diagnostics } = loadText(path, files, named)
  if (source === undefined) return { value: undefined, diagnostics }
  const problems = new Problems()
  problems.addAll(diagnostics)
  const root = parseYaml(source, problems)
  if (root !== undefined) return { value: { source, root, problems }, diagnostics }
  const settled = problems.settled()
  if (settled.every((d) => d.severity === 'note')) problems.add(nothingIn(path))
  return { value: undefined, diagnostics: problems.settled() }
}

const failed = (diagnostic: Diagnostic): Reported<undefined> => ({
  value: undefined,
  diagnostics: [diagnostic],
})

function readBytes(path: string, files: Files): Uint8Array | { readonly reason: string } | undefined {
  try {
    return files.read(path)
  } catch (thrown) {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

const wholeFile = (path: string): Span => ({ file: path, start: 0, end: 0 })

const FROM_THE_NAMING_FILE: Text = {
  en: 'paths are relative to the folder of the file that names them',
  zh: '路径从写有它的那个文件所在的文件夹算起',
}

function missing(path: string, named: Span | undefined): Diagnostic {
  const message = { en: `there is no file \`${path}\``, zh: `没有文件 \`${path}\`` }
  if (named === undefined) return error('file-missing', message, { span: wholeFile(path) })
  return error('file-missing', message, { span: named, hints: [FROM_THE_NAMING_FILE] })
}

const unreadable = (path: string, reason: string, named: Span | undefined): Diagnostic =>
  error(
    'file-unreadable',
    { en: `cannot read \`${path}\`: ${reason}`, zh: `无法读取 \`${path}\`：${reason}` },
    { span: named ?? wholeFile(path) },
  )

const nothingIn = (path: string): Diagnostic =>
  error(
    'file-empty',
    { en: 'there is nothing in the file but comments', zh: '文件里只有注释，没有内容' },
    { span: wholeFile(path) },
  )
