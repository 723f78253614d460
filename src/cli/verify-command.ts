// banxin verify: a PDF read back and proven, against its manuscript where one is given.

import { type Diagnostic, hasErrors, type Reported } from '../core/index.ts'
import { hasFailed, type VerifyOptions, verifyPdf } from '../proof/index.ts'
import type { Book } from '../source/index.ts'
import { attached } from './expected.ts'
import { externalReaders } from './external-readers.ts'
import { Places } from './places.ts'
import type { OptionValues } from './program.ts'
import { jsonCheck, leftUndone, notProven, reportText } from './prove.ts'
import { type NamedLayout, readLayouts } from './read-layouts.ts'
import { readManuscript } from './read-manuscript.ts'
import { readPdfFile } from './read-pdf.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'
import { hashOf, layoutSources, manuscriptSources, ReadFiles, type SourceFile } from './sources.ts'
import { usage } from './usage.ts'
import { validatorOf } from './validator.ts'

export async function verifyCommand(
  [path = '']: readonly string[],
  options: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const { against } = options
  const { value: pdf, diagnostics: ofFile } = readPdfFile(path, rim.files)
  const readFiles = new ReadFiles(rim.files)
  const book = typeof against === 'string' ? readManuscript(against, readFiles) : undefined
  const wishes = wishesOf(options)
  const read = [...ofFile, ...(book?.diagnostics ?? []), ...wishes.diagnostics]
  if (pdf === undefined || (book !== undefined && book.value === undefined)) return onlyDiagnostics(read)
  if (wishes.diagnostics.length > 0) return onlyDiagnostics(read)
  const layouts = book?.value && layoutsOf(book.value, options, rim)
  if (layouts && hasErrors(layouts.diagnostics)) return onlyDiagnostics([...read, ...layouts.diagnostics])
  const report = await verifyPdf(pdf, book?.value, {
    ...helpOf(path, options, rim),
    ...wishes.value,
    ...(book?.value &&
      sourcesFor(book.value, layouts?.value ?? [], {
        manuscript: manuscriptSources(book.value, readFiles, rim.files),
        isAsked: options['layout'] !== undefined,
      })),
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
function helpOf(path: string, { readers }: OptionValues, { world }: Rim): VerifyOptions {
  const validator = validatorOf(world)
  return {
    path,
    externalReaders: readers === true ? externalReaders(world.cwd) : [],
    ...(validator && { validator }),
  }
}

/** The layout that was asked for must be one; the book's own, or the yearbook, is only a guess. */
function layoutsOf(book: Book, { layout }: OptionValues, rim: Rim): Reported<readonly NamedLayout[]> {
  if (typeof layout === 'string') return readLayouts([layout], book, rim)
  return { value: readLayouts([], book, rim).value, diagnostics: [] }
}

/** What the file was made of: the manuscript, and its layout, which must be attached with it where it was named. */
function sourcesFor(
  book: Book,
  layouts: readonly NamedLayout[],
  { manuscript, isAsked }: { readonly manuscript: readonly SourceFile[]; readonly isAsked: boolean },
): Pick<VerifyOptions, 'sources' | 'sourceHash'> {
  const ofLayouts = layouts.flatMap(({ read }) => layoutSources(read, book))
  return {
    sources: [
      ...manuscript.map(attached),
      ...ofLayouts.map((file) => ({ ...attached(file), isOptional: !isAsked })),
    ],
    sourceHash: hashOf(manuscript),
  }
}

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
