// banxin verify: a PDF read back and proven, against its manuscript where one is given.

import { type Diagnostic, error, type Reported } from '../core/index.ts'
import { hasFailed, type VerifyOptions, verifyPdf } from '../proof/index.ts'
import type { Book } from '../source/index.ts'
import { externalReaders } from './external-readers.ts'
import { Places } from './places.ts'
import type { OptionValues } from './program.ts'
import { jsonCheck, leftUndone, notProven, reportText } from './prove.ts'
import { readManuscript } from './read-manuscript.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { RememberingFiles, sourcesOf } from './sources.ts'
import { usage } from './usage.ts'
import { validatorOf } from './validator.ts'

export async function verifyCommand(
  [path = '']: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const { against } = options
  const { value: pdf, diagnostics: ofFile } = readPdfFile(path, rim)
  const remembering = new RememberingFiles(rim.files)
  const book = typeof against === 'string' ? readManuscript(against, remembering) : undefined
  const wishes = wishesOf(options)
  const read = [...ofFile, ...(book?.diagnostics ?? []), ...wishes.diagnostics]
  if (pdf === undefined || (book !== undefined && book.value === undefined)) return onlyDiagnostics(read)
  if (wishes.diagnostics.length > 0) return onlyDiagnostics(read)
  const report = await verifyPdf(pdf, book?.value, {
    ...(await helpOf(path, options, rim)),
    ...wishes.value,
    ...(book?.value && { sources: attachable(book.value, remembering, options, rim) }),
  })
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

/** Programs from outside, where they are at hand. */
async function helpOf(path: string, { readers }: OptionValues, { world }: Rim): Promise<VerifyOptions> {
  const validator = validatorOf(world)
  return {
    path,
    externalReaders: readers === true ? externalReaders(world.cwd) : [],
    ...(validator && { validator }),
  }
}

const attachable = (
  book: Book,
  remembering: RememberingFiles,
  { layout }: OptionValues,
  { files, world }: Rim,
): NonNullable<VerifyOptions['sources']> =>
  sourcesOf(remembering.sources, book, typeof layout === 'string' ? layout : undefined, {
    files,
    cwd: world.cwd,
  })

/** Numbers the command line may give. */
function wishesOf({ signature, inkLimit }: OptionValues): Reported<VerifyOptions> {
  const faults = [
    ...(signature === undefined || /^[1-9]\d?$/.test(String(signature))
      ? []
      : [noNumber('--signature', signature)]),
    ...(inkLimit === undefined || /^[1-4]?\d\d$/.test(String(inkLimit))
      ? []
      : [noNumber('--ink-limit', inkLimit)]),
  ]
  return {
    value: {
      ...(signature !== undefined && { signature: Number(signature) }),
      ...(inkLimit !== undefined && { inkLimit: Number(inkLimit) }),
    },
    diagnostics: faults,
  }
}

const noNumber = (option: string, value: unknown): Diagnostic =>
  usage({
    en: `\`${option} ${value}\`: not a number that makes sense here`,
    zh: `\`${option} ${value}\`：不是合适的数字`,
  })

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
