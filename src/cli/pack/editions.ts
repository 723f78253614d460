// The editions of a bag, as packing needs them. In: a book, its layouts, the targets. Out: finished PDFs with the settings
// they were drawn from, and what a proof says of one. The one place where packing meets the making of editions.

import type { Diagnostic, Reported } from '../../core/index.ts'
import type { Setting } from '../../page/index.ts'
import { type VerifyOptions, type VerifyReport, verifyPdf } from '../../proof/index.ts'
import type { Book } from '../../source/index.ts'
import { editionName, type Target, wordOf } from '../../target.ts'
import { drawLayout, type ReadManuscript, undated } from '../draw-layout.ts'
import { expectedOf } from '../expected.ts'
import type { NamedLayout } from '../read-layouts.ts'
import type { Rim } from '../rim.ts'

/** What a bag holds unless asked otherwise. */
export const USUAL_TARGETS = 'press,archive,screen'

export interface EditionRequest {
  readonly manuscript: ReadManuscript
  /** Name of the manuscript's file without ending: editions are called after it. */
  readonly stem: string
  readonly layouts: readonly NamedLayout[]
  readonly targets: readonly Target[]
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
  /** What its proof must find. */
  readonly expected: VerifyOptions
}

/** Every layout for every target, layout by layout. Short of some where the diagnostics hold errors. */
export async function makePackEditions(
  { manuscript, stem, layouts, targets, date }: EditionRequest,
  rim: Rim,
): Promise<Reported<readonly PackEdition[]>> {
  const made: PackEdition[] = []
  const diagnostics: Diagnostic[] = [...undated(targets, date)]
  for (const named of layouts) {
    const { value, diagnostics: found } = await drawLayout(manuscript, { named, targets, date }, rim)
    diagnostics.push(...found)
    const { name: layout } = named
    for (const [i, bytes] of (value?.pdfs ?? []).entries()) {
      const target = targets[i]
      if (!value || !target) continue
      const name = editionName(stem, layout, target)
      const expected = expectedOf(target, manuscript, named)
      made.push({ target: wordOf(target), layout, name, bytes, setting: value.setting, expected })
    }
  }
  return { value: made, diagnostics }
}

/** Reads an edition back. No program from outside is asked: what a bag says must not depend on the machine. */
export const proveEdition = ({ bytes, expected }: PackEdition, book: Book): Promise<VerifyReport> =>
  verifyPdf(bytes, book, expected)
