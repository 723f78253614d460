// banxin impose: the pages of a PDF on press sheets, written as another PDF.

import { dirname, join } from 'node:path'
import { type Diagnostic, hasErrors, type Text } from '../core/index.ts'
import { type Imposed, imposePdf, MM, type Scheme, type Size, sizeText } from '../impose/index.ts'
import { PRODUCER } from '../version.ts'
import { imposeWords } from './impose-options.ts'
import { StagedOutputs } from './output.ts'
import { inFolder, namesFolder, outputFaults, stemOf } from './plan-outputs.ts'
import type { OptionValues } from './program.ts'
import { readPdfFile, wholeFile } from './read-pdf.ts'
import { type Outcome, onlyDiagnostics, type Rim } from './rim.ts'

export async function imposeCommand(
  [path = '']: readonly string[],
  values: OptionValues,
  rim: Rim,
): Promise<Outcome> {
  const { options, faults } = imposeWords(values)
  if (options === undefined) return onlyDiagnostics(faults)
  const { value: pdf, diagnostics: ofFile } = readPdfFile(path, rim.files)
  if (pdf === undefined) return onlyDiagnostics(ofFile)
  const output = outputOf(path, options.scheme, values['output'], rim)
  const wrong = outputFaults([output.path], rim.files)
  if (wrong.length > 0) return onlyDiagnostics(wrong)
  rim.progress.step({ en: 'imposing', zh: '拼版' }, 0, 1)
  const { value, diagnostics } = await imposePdf(pdf, { ...options, producer: PRODUCER })
  const found = diagnostics.map((diagnostic): Diagnostic => ({ ...diagnostic, span: wholeFile(path) }))
  if (value === undefined || hasErrors(found)) return onlyDiagnostics(found)
  StagedOutputs.write([{ ...output, bytes: value.bytes }], rim.world.cwd).commit()
  return outcomeOf(output.path, options.scheme, value, found)
}

function outputOf(path: string, scheme: Scheme, asked: OptionValues[string], { world }: Rim) {
  const name = `${stemOf(path)}-${scheme}.pdf`
  if (typeof asked !== 'string') return { path: join(dirname(path), name), makesFolder: false }
  const isFolder = namesFolder(asked, world.cwd)
  return { path: isFolder ? inFolder(asked, name) : asked, makesFolder: isFolder }
}

function outcomeOf(
  path: string,
  scheme: Scheme,
  { bytes, trim, sheet, ...figures }: Imposed,
  diagnostics: readonly Diagnostic[],
): Outcome {
  return {
    diagnostics,
    data: {
      outputs: [{ path, scheme, ...figures, trim: inMm(trim), sheet: inMm(sheet), bytes: bytes.length }],
    },
    said: [summary(path, scheme, { sheet, ...figures })],
  }
}

const inMm = ({ width, height }: Size): { width: number; height: number } => ({
  width: rounded(width),
  height: rounded(height),
})

const rounded = (points: number): number => Math.round((points / MM) * 100) / 100

type Figures = Pick<Imposed, 'pages' | 'sheets' | 'signatures' | 'binding' | 'sheet'>

function summary(path: string, scheme: Scheme, { pages, sheets, signatures, binding, sheet }: Figures): Text {
  const size = sizeText(sheet)
  const kind = scheme === 'saddle' ? BOOKLET : signatureList(signatures)
  return {
    en: `${path}: ${counted(pages, 'page')} on ${counted(sheets, 'sheet')} of ${size}, ${kind.en}, bound on the ${binding}`,
    zh: `${path}：${pages} 页，${sheets} 张 ${size}，${kind.zh}，${binding === 'left' ? '左' : '右'}侧装订`,
  }
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

const BOOKLET: Text = { en: 'one booklet', zh: '骑马订一册' }

/** `40 × 16 + 1 × 4` pages; sizes come in order, the largest first. */
function signatureList(signatures: readonly number[]): Text {
  const parts = [...new Set(signatures)].map((size) => {
    const times = signatures.filter((other) => other === size).length
    return `${times} × ${size}`
  })
  const list = parts.join(' + ')
  return { en: `signatures of ${list} pages`, zh: `书帖 ${list} 页` }
}
