// What a book is set for: a screen, a press, an archive, each with the standard it asks for. In: words such as
// `press:x-1a`. Out: targets.

import type { PdfaStandard, PdfxStandard } from './pdf/index.ts'

export type Target =
  | { readonly kind: 'screen' }
  /** Without a standard the layout's. */
  | { readonly kind: 'press'; readonly standard?: PdfxStandard }
  | { readonly kind: 'archive'; readonly standard: PdfaStandard }

export type TargetKind = Target['kind']

const PDFX: Readonly<Record<string, PdfxStandard>> = { 'x-4': 'x-4', x4: 'x-4', 'x-1a': 'x-1a', x1a: 'x-1a' }
const PDFA: readonly PdfaStandard[] = ['3a', '2a', '2u', '2b']

/** Level of an archive edition that names none. */
const USUAL: PdfaStandard = '3a'

/** Words a target may be asked for by. */
export const TARGET_WORDS: readonly string[] = [
  'screen',
  'press',
  'archive',
  ...['x-4', 'x-1a'].map((standard) => `press:${standard}`),
  ...PDFA.map((standard) => `archive:${standard}`),
]

/** The target of a word, such as `press`, `press:x-1a` or `archive:2u`; undefined where there is none. */
export function targetOf(word: string): Target | undefined {
  const [kind, standard] = word.trim().toLowerCase().split(':', 2)
  if (kind === 'screen') return standard === undefined ? { kind } : undefined
  if (kind === 'press') {
    if (standard === undefined) return { kind }
    const known = PDFX[standard]
    return known && { kind, standard: known }
  }
  if (kind !== 'archive') return undefined
  const known = standard === undefined ? USUAL : PDFA.find((one) => one === standard)
  return known && { kind, standard: known }
}

/** The shortest word of a target, as `targetOf` reads it. */
export function wordOf(target: Target): string {
  if (target.kind === 'screen') return 'screen'
  const { kind, standard } = target
  return standard === undefined || standard === USUAL ? kind : `${kind}:${standard}`
}

/** `<manuscript>-<layout>.pdf`, with the edition behind where it is not for a screen. */
export function editionName(stem: string, layout: string, target: Target): string {
  const edition = target.kind === 'screen' ? '' : `-${wordOf(target).replace(':', '-')}`
  return `${stem}-${layout}${edition}.pdf`
}
