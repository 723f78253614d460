// Doubts → diagnostics: in the order of the text, with a few characters around the place, and not more of one code
// than anybody reads.

import { type Diagnostic, note, type Text, warning } from '../core/index.ts'
import { type Doubt, MOST_DOUBTS } from './doubt.ts'

export function diagnosticsOf(input: string, file: string, doubts: readonly Doubt[]): readonly Diagnostic[] {
  const counts = new Map<Doubt['code'], number>()
  const diagnostics: Diagnostic[] = []
  for (const doubt of doubts.toSorted((a, b) => a.start - b.start)) {
    const count = (counts.get(doubt.code) ?? 0) + 1
    counts.set(doubt.code, count)
    if (count <= MOST_DOUBTS) diagnostics.push(diagnosticOf(input, file, doubt))
  }
  for (const [code, count] of counts) {
    const message = {
      en: `more like this: only the first ${MOST_DOUBTS} are listed`,
      zh: `同类情况还有，只列出前 ${MOST_DOUBTS} 处`,
    }
    if (count > MOST_DOUBTS) diagnostics.push(note(code, message))
  }
  return diagnostics
}

function diagnosticOf(input: string, file: string, { code, start, end, message, hint }: Doubt): Diagnostic {
  const context = contextOf(input, start, end)
  return warning(code, inContext(message, context), {
    span: { file, start, end },
    hints: hint === undefined ? [] : [hint],
  })
}

const inContext = ({ en, zh }: Text, context: string): Text => ({
  en: `${en}, at \`${context}\``,
  zh: `${zh}，见 \`${context}\``,
})

/** Characters shown on each side, and of the place itself. */
const AROUND = 6
const LONGEST_PLACE = 24

/** The place and its neighbours on the line; what has no glyph shows as ▯. */
function contextOf(input: string, start: number, end: number): string {
  const left = [
    ...input.slice(Math.max(0, start - 2 * AROUND), start).replace(/^[\udc00-\udfff]/u, ''),
  ].slice(-AROUND)
  const right = [...input.slice(end, end + 2 * AROUND)].slice(0, AROUND)
  const place = [...input.slice(start, Math.min(end, start + 2 * LONGEST_PLACE))]
  const shown = place.length > LONGEST_PLACE ? [...place.slice(0, LONGEST_PLACE), '…'] : place
  const before = left.join('').replace(/^.*[\r\n]/su, '')
  const after = right.join('').replace(/[\r\n].*$/su, '')
  return `${before}${shown.join('')}${after}`.replace(/\p{Co}|\p{Cs}|\p{Cc}/gu, '▯')
}
