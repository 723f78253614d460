// A PDF named on the command line. In: its path. Out: its bytes, or what keeps them from being read.

import { type Diagnostic, error, type Files, type Reported, type Span } from '../core/index.ts'

export function readPdfFile(path: string, files: Files): Reported<Uint8Array | undefined> {
  try {
    const value = files.read(path)
    return { value, diagnostics: value === undefined ? [missing(path)] : [] }
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    const message = { en: `cannot read \`${path}\`: ${why}`, zh: `无法读取 \`${path}\`：${why}` }
    return { value: undefined, diagnostics: [error('file-unreadable', message, { span: wholeFile(path) })] }
  }
}

/** What is said of a file and not of a place in it. */
export const wholeFile = (file: string): Span => ({ file, start: 0, end: 0 })

const missing = (path: string): Diagnostic =>
  error(
    'file-missing',
    { en: `there is no file \`${path}\``, zh: `没有文件 \`${path}\`` },
    { span: wholeFile(path) },
  )
