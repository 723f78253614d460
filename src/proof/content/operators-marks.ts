// Operators of marked content and inline images (ISO 32000-1 §14.6, §8.9.7), and the one that must not be there: PS.

import { isDict, isName, isOperator, type PdfDict, type PdfSyntax, type PdfValue } from '../pdf-syntax.ts'
import { paintImage } from './operators-path.ts'
import type { Operator } from './operators-state.ts'
import type { Run } from './run.ts'

const begin: Operator = (run, [tag, properties]) => {
  const dict = propertiesOf(run, properties)
  const mcid = run.file.number(dict.get('MCID'))
  run.open({
    artifact: isName(tag) && tag.name === 'Artifact',
    mcid,
    replaces: dict.has('ActualText'),
  })
}

/** Properties stand in place or by name in the resources. */
function propertiesOf(run: Run, value: PdfValue | undefined): PdfDict {
  if (isDict(value)) return value
  return isName(value) ? run.file.dict(run.resource('Properties', value.name)) : NONE
}

const NONE: PdfDict = new Map()

/** Filters PDF/A and PDF/X ban, by their short names, too. */
const LZW = new Set(['LZW', 'LZWDecode', 'Crypt'])

const inlineImage: Operator = (run) => {
  const dict = readDict(run.syntax)
  skipData(run, dict)
  const filters = [run.file.resolve(dict.get('F') ?? dict.get('Filter'))].flat()
  for (const filter of filters)
    if (isName(filter) && LZW.has(filter.name)) run.events.problem({ kind: 'filter', what: filter.name })
  paintImage(run, dict, undefined)
}

/** Keys and values up to ID. */
function readDict(syntax: PdfSyntax): PdfDict {
  const dict = new Map<string, PdfValue>()
  for (;;) {
    const key = syntax.next()
    if (!isName(key)) return dict
    const value = syntax.next()
    if (value === undefined || isOperator(value)) return dict
    dict.set(key.name, value)
  }
}

/** Past EI: the data of an unfiltered image are as long as they must be; of others the first EI that stands alone ends it. */
function skipData(run: Run, dict: PdfDict): void {
  const { syntax } = run
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  end.lastIndex = syntax.at + plainLength(run, dict)
  syntax.at = end.exec(syntax.text) ? end.lastIndex : syntax.text.length
}

function plainLength({ file }: Run, dict: PdfDict): number {
  if (dict.has('F') || dict.has('Filter')) return 0
  const [width, height] = [dict.get('W') ?? dict.get('Width'), dict.get('H') ?? dict.get('Height')]
  const bits = file.number(dict.get('BPC') ?? dict.get('BitsPerComponent')) ?? 1
  const name = file.name(dict.get('CS') ?? dict.get('ColorSpace'))
  const components =
    name === 'CMYK' || name === 'DeviceCMYK' ? 4 : name === 'RGB' || name === 'DeviceRGB' ? 3 : 1
  const row = Math.ceil(((file.number(width) ?? 0) * bits * components) / 8)
  return row * (file.number(height) ?? 0)
}

export const MARK_OPERATORS: Readonly<Record<string, Operator>> = {
  BMC: begin,
  BDC: begin,
  EMC: (run) => run.close(),
  MP: () => {},
  DP: () => {},
  BI: inlineImage,
  PS: (run) => run.events.problem({ kind: 'postscript' }),
}
