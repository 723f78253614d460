// The editions of a bag, as packing needs them. In: a book, its layouts, the targets. Out: finished PDFs with the settings
// they were drawn from, and what a proof says of one. The one place where packing meets the making of editions.

import { type EditionStage, makeEdition } from '../../build.ts'
import { type Diagnostic, hasErrors, type Reported, type Text } from '../../core/index.ts'
import type { Setting } from '../../page/index.ts'
import { type VerifyReport, verifyPdf } from '../../proof/index.ts'
import type { Book } from '../../source/index.ts'
import { fontsFor } from '../font-supply.ts'
import type { NamedLayout } from '../read-layouts.ts'
import type { Rim } from '../rim.ts'
import { usage } from '../usage.ts'

/** What editions can be made for; a bag holds all of them unless asked otherwise. */
export const TARGETS: readonly string[] = ['screen']

export interface EditionRequest {
  readonly book: Book
  /** Name of the manuscript's file without ending: editions are called after it. */
  readonly stem: string
  readonly layouts: readonly NamedLayout[]
  readonly targets: readonly string[]
  /** The day the files bear. */
  readonly date: string | undefined
}

export interface PackEdition {
  readonly target: string
  /** Name of the layout. */
  readonly layout: string
  /** Name of the file, without folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The same for every target of a layout. */
  readonly setting: Setting
}

/** The targets of `--for`, a list with commas; all when it is not given. */
export function targetsOf(asked: unknown): readonly string[] | Diagnostic {
  if (typeof asked !== 'string') return TARGETS
  const targets = [...new Set(asked.split(',').map((target) => target.trim()))]
  const unknown = targets.find((target) => !TARGETS.includes(target))
  return unknown === undefined ? targets : noTarget(unknown)
}

const noTarget = (target: string): Diagnostic =>
  usage(
    { en: `there is no edition \`${target}\``, zh: `没有 \`${target}\` 这种用途` },
    { en: `there is ${TARGETS.join(', ')}`, zh: `现有 ${TARGETS.join('、')}` },
  )

/** Every layout for every target, layout by layout. Short of some where the diagnostics hold errors. */
export async function makePackEditions(
  { book, stem, layouts, targets, date }: EditionRequest,
  { files, progress }: Rim,
): Promise<Reported<readonly PackEdition[]>> {
  const made: PackEdition[] = []
  const diagnostics: Diagnostic[] = []
  for (const { name, layout } of layouts) {
    const { value: fonts, diagnostics: ofFonts } = fontsFor(layout, files)
    diagnostics.push(...ofFonts)
    if (fonts === undefined || hasErrors(ofFonts)) continue
    for (const target of targets) {
      const { value: edition, diagnostics: found } = await makeEdition(book, layout, fonts, {
        ...(date !== undefined && { date }),
        onProgress: (stage, done, total) => progress.step(labelOf(stage, name), done, total),
      })
      diagnostics.push(...found)
      const file = `${stem}-${name}${target === 'screen' ? '' : `-${target.replace(/:/g, '-')}`}.pdf`
      if (edition)
        made.push({ target, layout: name, name: file, bytes: edition.pdf, setting: edition.setting })
    }
  }
  return { value: made, diagnostics }
}

const labelOf = (stage: EditionStage, name: string): Text =>
  stage === 'compose'
    ? { en: `${name}: setting chapters`, zh: `${name}：排版，章` }
    : { en: `${name}: drawing pages`, zh: `${name}：写出，页` }

/** Reads an edition back. */
export const proveEdition = ({ bytes }: PackEdition, book: Book): Promise<VerifyReport> =>
  verifyPdf(bytes, book)
