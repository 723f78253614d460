// banxin verify: a PDF read back and proven, against its manuscript where one is given.

import { type Diagnostic, error, type Reported } from '../core/index.ts'
import { hasFailed } from '../proof/index.ts'
import { externalReaders } from './external-readers.ts'
import { Places } from './places.ts'
import type { OptionValues } from './program.ts'
import { jsonCheck, leftUndone, notProven, prove, reportText } from './prove.ts'
import { readManuscript } from './read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

export async function verifyCommand(
  [path = '']: readonly string[],
  { against, readers }: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const { value: pdf, diagnostics: ofFile } = readPdfFile(path, rim)
  const book = typeof against === 'string' ? readManuscript(against, rim.files) : undefined
  const read = [...ofFile, ...(book?.diagnostics ?? [])]
  if (pdf === undefined || (book !== undefined && book.value === undefined)) return onlyDiagnostics(read)
  const asked = readers === true ? externalReaders(rim.world.cwd) : []
  const report = await prove(pdf, path, book?.value, asked)
  const places = new Places(rim.files)
  const undone = leftUndone(
    path,
    report,
    book === undefined && !hasFailed(report) ? GIVE_MANUSCRIPT : undefined,
  )
  const failure = hasFailed(report) ? [notProven(path, report, false)] : []
  return {
    diagnostics: [...read, ...failure, ...(undone ? [undone] : [])],
    data: {
      file: path,
      checks: report.checks.map((check) => jsonCheck(check, { places, language: rim.language })),
    },
    product: `${reportText(report, places)[rim.language].replace(/^ {2}/gm, '')}\n`,
  }
}

const GIVE_MANUSCRIPT = {
  en: 'give the manuscript with `--against` to compare the text',
  zh: '用 `--against` 给出原稿，才能逐字对照',
}

function readPdfFile(path: string, { files }: Rim): Reported<Uint8Array | undefined> {
  try {
    const value = files.read(path)
    return { value, diagnostics: value === undefined ? [missing(path)] : [] }
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault)
    const message = { en: `cannot read \`${path}\`: ${why}`, zh: `无法读取 \`${path}\`：${why}` }
    return { value: undefined, diagnostics: [error('file-unreadable', message, { span: whole(path) })] }
  }
}

const whole = (file: string) => ({ file, start: 0, end: 0 })

const missing = (path: string): Diagnostic =>
  error(
    'file-missing',
    { en: `there is no file \`${path}\``, zh: `没有文件 \`${path}\`` },
    { span: whole(path) },
  )
