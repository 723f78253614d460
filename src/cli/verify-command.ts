// banxin verify: a PDF read back and proven, against its manuscript where one is given.

import { hasFailed } from '../proof/index.ts'
import { externalReaders } from './external-readers.ts'
import { Places } from './places.ts'
import type { OptionValues } from './program.ts'
import { jsonCheck, leftUndone, notProven, prove, reportText } from './prove.ts'
import { readManuscript } from './read-manuscript.ts'
import { readPdfFile } from './read-pdf.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

export async function verifyCommand(
  [path = '']: readonly string[],
  { against, readers }: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const { value: pdf, diagnostics: ofFile } = readPdfFile(path, rim.files)
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
