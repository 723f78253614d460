// What a page paints, operator by operator (ISO 32000-1 Annex A): a page's content comes in; out goes what the proof
// of ink and glyphs must know. It measures nothing and reads no text.

import type { PdfFile, PdfPage, PdfStream } from './pdf-file.ts'
import {
  isArray,
  isName,
  isOperator,
  isString,
  type PdfDict,
  PdfSyntax,
  type PdfValue,
} from './pdf-syntax.ts'

export interface Painted {
  /** Colour operators other than those of DeviceGray, as they stand, such as `rg` or `cs DeviceRGB`; no repeats. */
  readonly foreignColours: readonly string[]
  /** Grey values under which text outside artifacts was shown, other than black. */
  readonly textGreys: readonly number[]
  /** Whether a font with Identity encoding showed code 0 (.notdef). */
  readonly showsNotdef: boolean
}

interface State {
  fill: number
  /** Two-byte codes that are glyph ids: a Type0 font under Identity-H or Identity-V. */
  identity: boolean
}

/** What the page and the forms it draws paint; undefined where a stream cannot be decoded. */
export function paintedOn(file: PdfFile, page: PdfPage): Painted | undefined {
  const contents = page.dict.get('Contents')
  const parts = isArray(file.resolve(contents))
    ? file.array(contents)
    : contents === undefined
      ? []
      : [contents]
  const texts = parts.map((part) => decodedStream(file, part))
  if (texts.includes(undefined)) return undefined
  const scan = new Scan(file)
  scan.run(texts.join('\n'), page.resources, { fill: 0, identity: false }, 0)
  return scan.unreadable ? undefined : scan
}

function decodedStream(file: PdfFile, value: PdfValue): string | undefined {
  const stream = file.stream(value)
  return stream && file.decoded(stream)
}

const FOREIGN = new Set(['rg', 'RG', 'k', 'K', 'sh'])
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])

class Scan implements Painted {
  readonly foreignColours: string[] = []
  readonly textGreys: number[] = []
  showsNotdef = false
  unreadable = false
  readonly #file: PdfFile
  readonly #forms = new Set<PdfStream>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  run(text: string, resources: PdfDict, start: State, artifactsAround: number): void {
    const syntax = new PdfSyntax(text)
    const stack: State[] = []
    const marks: boolean[] = []
    let state = { ...start }
    let operands: PdfValue[] = []
    const inArtifact = (): boolean => artifactsAround > 0 || marks.includes(true)
    for (;;) {
      const token = syntax.next()
      if (token === undefined) {
        // A stray closing sign is stepped over; the end of the text ends the page.
        if (++syntax.at > text.length) return
        continue
      }
      if (!isOperator(token)) {
        operands.push(token)
        continue
      }
      const { operator } = token
      if (operator === 'q') stack.push({ ...state })
      else if (operator === 'Q') state = stack.pop() ?? state
      else if (operator === 'BMC' || operator === 'BDC')
        marks.push(isName(operands[0]) && operands[0].name === 'Artifact')
      else if (operator === 'EMC') marks.pop()
      else if (operator === 'BI') skipInlineImage(syntax)
      else if (operator === 'Do') this.#form(operands[0], resources, state, inArtifact() ? 1 : 0)
      else if (operator === 'Tf') state.identity = this.#isIdentity(operands[0], resources)
      else if (SHOWS.has(operator)) this.#show(operands, state, inArtifact())
      else this.#colour(operator, operands, state)
      operands = []
    }
  }

  #colour(operator: string, operands: readonly PdfValue[], state: State): void {
    const [first] = operands
    if (operator === 'g') state.fill = typeof first === 'number' ? first : 0
    else if (operator === 'cs' || operator === 'CS') {
      const space = isName(first) ? first.name : '?'
      if (space !== 'DeviceGray') this.#foreign(`${operator} ${space}`)
      if (operator === 'cs') state.fill = 0
    } else if (operator === 'sc' || operator === 'scn') {
      if (operands.length === 1 && typeof first === 'number') state.fill = first
    } else if (FOREIGN.has(operator)) this.#foreign(operator)
  }

  #foreign(what: string): void {
    if (!this.foreignColours.includes(what)) this.foreignColours.push(what)
  }

  #show(operands: readonly PdfValue[], state: State, artifact: boolean): void {
    if (!artifact && state.fill !== 0 && !this.textGreys.includes(state.fill)) this.textGreys.push(state.fill)
    if (!state.identity || this.showsNotdef) return
    const strings = operands.flatMap((o) => (isArray(o) ? o : [o])).filter(isString)
    this.showsNotdef = strings.some(({ bytes }) => hasZeroCode(bytes))
  }

  #isIdentity(font: PdfValue | undefined, resources: PdfDict): boolean {
    if (!isName(font)) return false
    const dict = this.#file.dict(this.#file.dict(resources.get('Font')).get(font.name))
    const encoding = this.#file.name(dict.get('Encoding'))
    return this.#file.name(dict.get('Subtype')) === 'Type0' && /^Identity-[HV]$/.test(encoding ?? '')
  }

  #form(name: PdfValue | undefined, resources: PdfDict, state: State, artifacts: number): void {
    if (!isName(name)) return
    const form = this.#file.stream(this.#file.dict(resources.get('XObject')).get(name.name))
    if (!form || this.#forms.has(form) || this.#file.name(form.dict.get('Subtype')) !== 'Form') return
    this.#forms.add(form)
    const text = this.#file.decoded(form)
    if (text === undefined) this.unreadable = true
    else this.run(text, this.#file.dict(form.dict.get('Resources')), state, artifacts)
  }
}

function hasZeroCode(bytes: string): boolean {
  for (let at = bytes.indexOf('\0\0'); at >= 0; at = bytes.indexOf('\0\0', at + 1))
    if (at % 2 === 0) return true
  return false
}

/** From BI to past EI. */
function skipInlineImage(syntax: PdfSyntax): void {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g
  end.lastIndex = syntax.at
  syntax.at = end.exec(syntax.text) ? end.lastIndex : syntax.text.length
}
